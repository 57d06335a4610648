#pragma once

#include "demo/demotown.h"
#include "demo/towndata.h"
#include "ui_map/mapdrawer.h"
#include "ui_map/mapworkspace.h"
#include "unit/presentation/smalldesk.h"
#include "unit/ui_requests/fakenavigator.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QTableView>

// The invented town with some thousand requests, and the map over it.

namespace parvis {

//! A desk that knows Ingeville.
class MapDesk
{
public:
    explicit MapDesk(qint64 requests = 3000)
    {
        const DemoOptions options{.requests = requests, .seed = 1, .until = smalltown::monday, .years = 2};
        auto made = DemoTown::create(options);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        const TownData *data = &made->data();
        ReferenceRecords records;
        records.units = data->bodies + data->directorates;
        for (const Service &service : data->services)
            records.units.append(service.unit);
        records.districts = data->districts;
        records.themes = data->themes;
        records.streets = data->streets;
        for (const CardHabits &card : data->cards)
            records.cards.append(card.card);
        records.calendar = data->calendar;
        desk.takeAll(records.units);
        const Status done = made->generate([this](const QList<IntakeRecord> &batch, qint64) {
            for (const IntakeRecord &record : batch) {
                if (record.kind == Kind::Request && record.verb == Verb::Create)
                    desk.take(fromDocument<Request>(record.id, record.fields));
                else if (record.kind == Kind::Request && record.verb == Verb::Patch)
                    desk.patch(record.kind, record.id, record.fields);
            }
            desk.flush();
            return success();
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        desk.town.set(records);
    }

    smalltown::SmallDesk desk;
};

} // namespace parvis
