// Ties a table to its projection in the session: query, hold, new orders. Header only, because it is the same for each
// kind of projection.
#pragma once

#include "models/cluster/session.h"
#include "models/tables/projection.h"
#include "widgets/tables/object_table.h"

#include <functional>

namespace mesoscope::widgets {

/// GUI thread; owned by the page, not outliving the table. Without a session (tests, pictures of made-up clusters) the
/// projection runs here, in apply().
template<typename P>
class TableLink {
public:
    TableLink(ObjectTable& table, std::function<std::unique_ptr<P>(const tables::TableQuery&)> make)
        : table_(table), make_(std::move(make)), local_(make_(query_)) {
        query_.sort = table.rows().table().sort;
        query_.descending = table.rows().table().descending;
        QObject::connect(&table, &ObjectTable::sortWanted, &alive_, [this](const QByteArray& column, bool descending) {
            query_.sort = column;
            query_.descending = descending;
            send();
        });
        QObject::connect(&table, &ObjectTable::shownChanged, &alive_, [this](bool shown) {
            if (!session_)
                return;
            session_->setProjectionShown(projection_, shown);
            current_ = false;
        });
        QObject::connect(&table, &ObjectTable::holdChanged, &alive_,
                         [this](bool held) { change([held](P& projection) { projection.setHeld(held); }); });
    }

    /// Null: the session ended; what was shown stays.
    void attach(cluster::Session* session) {
        table_.rows().clear();
        snapshot_.reset();
        session_ = session;
        local_ = session ? nullptr : make_(query_);
        if (session)
            projection_ = session->addProjection(make_(query_));
        current_ = table_.isInView();
        if (session && !current_)
            session->setProjectionShown(projection_, false);
    }
    void detach() {
        if (session_)
            session_->removeProjection(projection_);
        session_ = nullptr;
    }
    void apply(const cluster::Update& update) {
        if (!update.snapshot)
            return;
        snapshot_ = update.snapshot;
        if (!session_) {
            table_.rows().apply(tables::asRowOrder(local_->project(update.snapshot, update.diff)));
        } else {
            for (const auto& [id, result] : update.projections) {
                if (id != projection_)
                    continue;
                const tables::RowOrderPtr order = tables::asRowOrder(result);
                table_.rows().apply(order);
                // Null is the answer to having become shown: nothing changed meanwhile.
                current_ = current_ || (table_.isInView() && (!order || order->snapshot == update.snapshot));
            }
        }
        // Rows are slots: in a snapshot that the order was not computed for, a slot may be another object.
        if (!session_ || current_)
            table_.rows().setSnapshot(update.snapshot);
    }
    /// An error says why the filter is not taken; the table keeps the one before.
    base::Result<void> setFilter(const tables::FilterExpression& filter) {
        if (snapshot_) {
            if (auto checked = tables::checkFilter(filter, table_.rows().table(), *snapshot_); !checked)
                return checked;
        }
        query_.filter = filter;
        send();
        return {};
    }
    void setSort(const QByteArray& column, bool descending) {
        query_.sort = column;
        query_.descending = descending;
        table_.setSort(column, descending);
        send();
    }
    const tables::TableQuery& query() const { return query_; }
    void change(std::function<void(P&)> what) {
        if (session_) {
            session_->changeProjection(projection_, [what](cluster::Projection& p) { what(static_cast<P&>(p)); });
            return;
        }
        what(*local_);
        if (snapshot_)
            table_.rows().apply(tables::asRowOrder(local_->project(snapshot_, {})));
    }

private:
    void send() {
        change([query = query_](P& projection) { projection.setQuery(query); });
    }

    ObjectTable& table_;
    std::function<std::unique_ptr<P>(const tables::TableQuery&)> make_;
    tables::TableQuery query_;
    cluster::Session* session_ = nullptr;
    quint64 projection_ = 0;
    bool current_ = false; ///< whether the order is that of the newest snapshot
    std::unique_ptr<P> local_;
    cluster::SnapshotPtr snapshot_;
    /// The table is a child of the page and dies after the members that page owns, this link among them; hidden on its
    /// way it still tells so. With this context the connections end with the link.
    QObject alive_;
};

} // namespace mesoscope::widgets
