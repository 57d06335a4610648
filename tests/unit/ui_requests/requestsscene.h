#pragma once

#include "ui_requests/requestsworkspace.h"
#include "unit/presentation/smalldesk.h"
#include "unit/ui_requests/fakenavigator.h"

#include <QtWidgets/QApplication>

// The Requests workspace over a small desk, as an agent of the police meets it.

namespace parvis {

class RequestsScene
{
public:
    explicit RequestsScene(const QString &login = QStringLiteral("rousseau"))
    {
        fill();
        workspace = std::make_unique<RequestsWorkspace>(RequestsParts{model, counts, controller, queue, bulk, reply, incidents},
                                                        desk.town, desk.clock, navigator);
        workspace->setActor(desk.actor(login));
        workspace->resize(1270, 700);
        workspace->show();
        workspace->activate({});
        workspace->firstFocus()->setFocus();
    }

    Id vehicle = smalltown::id(QStringLiteral("Véhicule abandonné"));

private:
    void fill()
    {
        using namespace smalltown;
        Request r =
            request(QStringLiteral("Véhicule abandonné"), QStringLiteral("police"), RequestStatus::Assigned, QDate(2026, 11, 20));
        r.number = QStringLiteral("2026-014233");
        r.citizen = claire().id;
        r.card = id(QStringLiteral("vehicule"));
        r.assignee = id(QStringLiteral("nguyen"));
        r.address = QStringLiteral("12 rue des Tanneurs");
        r.district = id(QStringLiteral("valmy"));
        r.text = QStringLiteral("Une Clio grise sans roues devant le numéro 12, depuis trois semaines au moins.");
        r.form = {{QStringLiteral("plate"), QStringLiteral("AB-123-CD")}, {QStringLiteral("type"), QStringLiteral("Voiture")}};
        r.replyChannel = ReplyChannel::Email;
        r.receivedAt = {monday.ms - 14 * 86'400'000LL};
        desk.take(r);
        Contact c;
        c.id = id(QStringLiteral("call"));
        c.request = r.id;
        c.citizen = r.citizen;
        c.at = r.receivedAt;
        c.agent = id(QStringLiteral("rousseau"));
        c.seconds = 95;
        c.text = r.text;
        desk.take(c);
        Note n;
        n.id = id(QStringLiteral("note"));
        n.request = r.id;
        n.author = id(QStringLiteral("nguyen"));
        n.at = {monday.ms - 86'400'000};
        n.text = QStringLiteral("Propriétaire retrouvé par la plaque ; courrier de mise en demeure parti vendredi.");
        desk.take(n);
        desk.patch(Kind::Request, r.id, {{QStringLiteral("assignee"), idText(id(QStringLiteral("nguyen")))}},
                   {{QStringLiteral("assignee"), idText(id(QStringLiteral("leroy")))}});

        Request lamp = request(QStringLiteral("Lampadaire éteint"), QStringLiteral("eclairage"), RequestStatus::InProgress,
                               QDate(2026, 11, 23));
        lamp.number = QStringLiteral("2026-014290");
        lamp.address = QStringLiteral("avenue du Général-Leclerc");
        desk.take(lamp);
        Request birth = request(QStringLiteral("Acte de naissance"), {}, RequestStatus::Received, QDate(2026, 11, 25));
        birth.number = QStringLiteral("2026-014295");
        desk.take(birth);
        Request closed =
            request(QStringLiteral("Nid-de-poule"), QStringLiteral("eclairage"), RequestStatus::Closed, QDate(2026, 11, 18));
        closed.number = QStringLiteral("2026-014100");
        closed.reason = QStringLiteral("done");
        closed.closedAt = monday;
        desk.take(closed);
        desk.flush();
    }

public:
    smalltown::SmallDesk desk;
    QRandomGenerator random{11};
    RequestListModel model{desk.gate, desk.events, desk.town, desk.clock};
    RequestListCounts counts{desk.gate, desk.events};
    RequestDetailController controller{desk.gate, desk.events, desk.town, desk.clock, random};
    QueueController queue{desk.gate, desk.events, desk.town, desk.clock};
    BulkController bulk{desk.gate, desk.events, desk.town, desk.clock, random};
    IncidentsController incidents{desk.gate, desk.events, desk.clock};
    ReplyController reply{desk.gate, desk.events, desk.town, desk.clock, random};
    FakeNavigator navigator;
    std::unique_ptr<RequestsWorkspace> workspace;
};

} // namespace parvis
