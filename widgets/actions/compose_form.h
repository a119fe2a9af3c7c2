// What a new compose file needs: its text, a name, and the user that its apps run as.
#pragma once

#include "widgets/actions/action_form.h"

namespace mesoscope::widgets {

class DocumentBox;
class Field;

/// GUI thread. Whether the file can be created is told by the preview; here only what is still missing.
class ComposeForm final : public ActionForm {
    Q_OBJECT
public:
    explicit ComposeForm(const ActionChoices& choices);
    void showAnswers(const QString& text) override;

private:
    void take();
    void nameAfter(const QString& file);

    DocumentBox* box_;
    Field* name_;
    Field* runAs_;
    Field* cluster_;
    Field* variables_;
};

} // namespace mesoscope::widgets
