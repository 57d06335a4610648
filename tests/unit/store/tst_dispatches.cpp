#include "storekit.h"

#include "store/replyquery.h"
#include "testkit/property.h"

using namespace parvis;
using namespace parvis::storekit;

//! The register of outgoing mail at a desk: page by page, by what is asked for, without reading what is not.
class TestDispatches : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    //! Whatever is asked, the pages one after the other are what belongs to it, in order, and each row once.
    void pagesAreTheWhole()
    {
        PARVIS_PROPERTY("pages are the whole", [] {
            Desk desk;
            const int count = *rc::gen::inRange(0, 40);
            QList<DispatchRow> all;
            QList<Change> changes;
            for (int n = 1; n <= count; ++n) {
                const Dispatch d = *anyDispatch(n);
                changes.append(change(n, ChangeOp::Create, Kind::Dispatch, d.id, toDocument(d)));
                all.append({d, n, {}, false});
            }
            must(desk.store.apply(page(count, changes)));
            const DispatchQuery query = *anyQuery();
            all.removeIf([&query](const DispatchRow &row) { return !belongs(row, query); });
            std::sort(all.begin(), all.end(), [&query](const DispatchRow &a, const DispatchRow &b) {
                const auto key = [](const DispatchRow &row) {
                    return std::tuple(row.dispatch.queuedAt, row.dispatch.chrono, row.dispatch.id.toRfc4122());
                };
                return query.isOldestFirst ? key(a) < key(b) : key(b) < key(a);
            });
            const int limit = *rc::gen::inRange(1, 9);
            QList<DispatchRow> read;
            for (;;) {
                const auto rows = must(dispatches(desk.store, query, read.isEmpty() ? nullptr : &read.last(), limit));
                read += rows;
                if (rows.size() < limit)
                    break;
            }
            QStringList got, wanted;
            for (const DispatchRow &row : read)
                got.append(row.dispatch.chrono);
            for (const DispatchRow &row : all)
                wanted.append(row.dispatch.chrono);
            RC_ASSERT(got.join(u' ') == wanted.join(u' '));
            RC_ASSERT(read == all);
        });
    }

    void countsAreWhatWaits()
    {
        Desk desk;
        QList<Change> changes;
        int n = 0;
        const auto add = [&](ReplyChannel channel, DispatchState state) {
            Dispatch d;
            d.channel = channel;
            d.state = state;
            ++n;
            changes.append(change(n, ChangeOp::Create, Kind::Dispatch, storekit::id(20, n), toDocument(d)));
        };
        add(ReplyChannel::Letter, DispatchState::Queued);
        add(ReplyChannel::Letter, DispatchState::Queued);
        add(ReplyChannel::Letter, DispatchState::Printed);
        add(ReplyChannel::Letter, DispatchState::Sent);
        add(ReplyChannel::Phone, DispatchState::Queued);
        add(ReplyChannel::Counter, DispatchState::Queued);
        add(ReplyChannel::Email, DispatchState::Queued);
        add(ReplyChannel::Email, DispatchState::Uncertain);
        add(ReplyChannel::Sms, DispatchState::Failed);
        must(desk.store.apply(page(n, changes)));
        const DispatchCounts counts = must(dispatchCounts(desk.store));
        QCOMPARE(counts.letters, 2);
        QCOMPARE(counts.printed, 1);
        QCOMPARE(counts.calls, 1);
        QCOMPARE(counts.counter, 1);
        QCOMPARE(counts.troubled, 2);
        const auto found = must(dispatchRows(desk.store, {storekit::id(20, 3), storekit::id(20, 99)}));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().dispatch.state, DispatchState::Printed);
    }

private:
    static rc::Gen<Dispatch> anyDispatch(int n)
    {
        return rc::gen::exec([n] {
            Dispatch d;
            d.id = storekit::id(20, n);
            d.channel = *rc::gen::element(ReplyChannel::Email, ReplyChannel::Letter, ReplyChannel::Phone, ReplyChannel::Counter);
            d.state = static_cast<DispatchState>(*rc::gen::inRange(0, 8));
            d.name = *rc::gen::element(u"Élise Dumont"_s, u"Ahmed Benali"_s);
            d.chrono = u"%1-D-2026-%2"_s.arg(*rc::gen::element(u"VILLE"_s, u"CCAS"_s)).arg(n, 6, 10, QChar(u'0'));
            d.queuedAt = {1'000 + *rc::gen::inRange(0, 12)}; // several at once
            return d;
        });
    }
    static rc::Gen<DispatchQuery> anyQuery()
    {
        return rc::gen::exec([] {
            DispatchQuery query;
            query.words = *rc::gen::element(QString(), u"elise"_s, u"d 2026"_s, u"personne"_s);
            query.channel = *rc::gen::element(std::optional<ReplyChannel>(), std::optional(ReplyChannel::Letter));
            query.isOpen = *rc::gen::arbitrary<bool>();
            if (*rc::gen::arbitrary<bool>())
                query.states = {*rc::gen::element(DispatchState::Queued, DispatchState::Printed, DispatchState::Sent),
                                DispatchState::Failed};
            query.chrono = *rc::gen::element(QString(), u"CCAS-D-2026-"_s);
            query.since = *rc::gen::element(Instant(), Instant{1'004});
            query.until = *rc::gen::element(Instant(), Instant{1'009});
            query.isOldestFirst = *rc::gen::arbitrary<bool>();
            return query;
        });
    }
};

QTEST_GUILESS_MAIN(TestDispatches)
#include "tst_dispatches.moc"
