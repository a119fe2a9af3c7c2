#include "widgets/tasks/log_patterns.h"

#include "models/text/format.h"
#include "widgets/controls/bars.h"
#include "widgets/controls/button.h"
#include "widgets/controls/letter.h"
#include "widgets/controls/panels.h"
#include "widgets/inspector/pane.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace mesoscope::widgets {

namespace {

/// "A 0  B 16  C 18": letters with their counts.
class LetterCounts final : public QWidget {
public:
    LetterCounts() { setFixedHeight(18); }
    void setCounts(const std::vector<int>& counts) {
        counts_ = counts;
        QStringList words;
        for (std::size_t i = 0; i < counts.size(); ++i)
            words << letterOf(int(i)) + QLatin1Char(' ') + QString::number(counts[i]);
        setAccessibleName(words.join(QStringLiteral(", ")));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        double x = 0;
        for (std::size_t i = 0; i < counts_.size() && x < width() - 30; ++i) {
            paintLetter(painter, QRectF(x, 2, 14, 14), int(i), theme);
            painter.setFont(theme::font(Text::Small));
            painter.setPen(theme.secondary);
            const QString text = text::integer(counts_[i]);
            painter.drawText(QRectF(x + 20, 0, 60, 18), Qt::AlignVCenter, text);
            x += 20 + painter.fontMetrics().horizontalAdvance(text) + 12;
        }
    }

private:
    std::vector<int> counts_;
};

} // namespace

class LogPatterns::Card final : public QWidget {
public:
    explicit Card(int number) {
        setObjectName(QStringLiteral("logPattern%1").arg(number));
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 8, 0, 8);
        column->setSpacing(2);
        auto* first = new QHBoxLayout;
        text_ = new Words(QString(), Text::MonoSmall);
        text_->setElided(true);
        spark_ = new Sparkline;
        spark_->setFixedWidth(88);
        count_ = new Words(QString(), Text::Strong);
        first->addWidget(text_, 1);
        first->addWidget(spark_);
        first->addWidget(count_);
        column->addLayout(first);
        auto* second = new QHBoxLayout;
        since_ = new Words(QString(), Text::Small, Tone::Secondary);
        letters_ = new LetterCounts;
        show_ = new Button(LogPatterns::tr("Show them"), ButtonKind::Quiet);
        show_->setObjectName(QStringLiteral("logPatternShow%1").arg(number));
        second->addWidget(since_);
        second->addWidget(letters_, 1);
        second->addWidget(show_);
        column->addLayout(second);
        column->addWidget(makeLine(this));
    }
    void show(const master::LogPattern& pattern, const std::vector<int>& perLog, qint64 nowMs) {
        regex = pattern.regex;
        text_->setText(pattern.text);
        text_->setToolTip(pattern.example);
        spark_->setPoints(pattern.overTime);
        count_->setText(text::integer(pattern.count));
        since_->setText(LogPatterns::tr("since %1").arg(text::timeOfDay(pattern.firstMs, nowMs)));
        letters_->setCounts(perLog);
        show_->setAccessibleName(LogPatterns::tr("Show lines like %1").arg(pattern.text));
    }
    Button* button() const { return show_; }
    QString regex;

private:
    Words* text_;
    Sparkline* spark_;
    Words* count_;
    Words* since_;
    LetterCounts* letters_;
    Button* show_;
};

LogPatterns::LogPatterns(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("logPatterns"));
    setAccessibleName(tr("Patterns"));
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gapLarge, metrics::gapSmall);
    column_->setSpacing(0);
    auto* head = new QHBoxLayout;
    heading_ = new Words(QString(), Text::Strong);
    since_ = new Words(QString(), Text::Small, Tone::Secondary);
    head->addWidget(heading_);
    head->addStretch(1);
    head->addWidget(since_);
    column_->addLayout(head);
    rest_ = new Words(QString(), Text::Small, Tone::Secondary);
    rest_->setWordWrap(true);
    column_->addWidget(rest_);
    column_->addStretch(1);
}

void LogPatterns::setView(const cluster::LogViewPtr& view, bool searched, const std::function<int(int)>& logOf,
                          int logs) {
    heading_->setText(searched ? tr("Patterns in the %Ln match(es)", nullptr, int(view->matches))
                               : tr("Patterns at warn and up"));
    since_->setText(view->memoryFromMs > 0
                        ? tr("since %1, in memory").arg(text::timeOfDay(view->memoryFromMs, view->toMs))
                        : QString());
    while (cards_.size() < qsizetype(view->patterns.size())) {
        auto* card = new Card(int(cards_.size()));
        connect(card->button(), &QPushButton::clicked, this, [this, card] { Q_EMIT patternChosen(card->regex); });
        column_->insertWidget(1 + int(cards_.size()), card);
        cards_ << card;
    }
    for (qsizetype i = 0; i < cards_.size(); ++i) {
        const bool used = i < qsizetype(view->patterns.size());
        cards_.at(i)->setVisible(used);
        if (!used)
            continue;
        const master::LogPattern& pattern = view->patterns[std::size_t(i)];
        std::vector<int> perLog(std::size_t(std::max(1, logs)), 0);
        for (std::size_t source = 0; source < pattern.perSource.size(); ++source) {
            const auto log = std::size_t(logOf(int(source)));
            if (log < perLog.size())
                perLog[log] += pattern.perSource[source];
        }
        cards_.at(i)->show(pattern, perLog, view->toMs);
    }
    rest_->setText(view->patterns.empty()    ? tr("Nothing yet.")
                   : view->otherPatterns > 0 ? tr("%Ln more pattern(s)", nullptr, view->otherPatterns)
                                             : QString());
}

} // namespace mesoscope::widgets
