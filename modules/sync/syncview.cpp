#include "sync/syncview.h"

#include <QtCore/QJsonDocument>

namespace parvis {

using namespace Qt::StringLiterals;

SyncView viewOf(const Actor &actor)
{
    SyncView view{rightsVersion(actor), true, false, false, false, {}};
    if (actor.roles.empty())
        return view;
    view.everyService = actor.may(Permission::SeeAllServices);
    view.directory = actor.may(Permission::SearchCitizens);
    view.cleared = actor.cleared;
    view.services = actor.services;
    return view;
}

SyncView unknownView(const QString &rights)
{
    SyncView view;
    view.rights = rights;
    return view;
}

QString viewText(const SyncView &view)
{
    QJsonArray services;
    for (const Id &id : view.services)
        services.append(idText(id));
    const QJsonObject json{{u"rights"_s, view.rights},       {u"known"_s, view.isKnown},   {u"every"_s, view.everyService},
                           {u"directory"_s, view.directory}, {u"cleared"_s, view.cleared}, {u"services"_s, services}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

SyncView viewFromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    SyncView view{json.value(u"rights"_s).toString(),  json.value(u"known"_s).toBool(),   json.value(u"every"_s).toBool(),
                  json.value(u"directory"_s).toBool(), json.value(u"cleared"_s).toBool(), {}};
    const QJsonArray services = json.value(u"services"_s).toArray();
    for (const QJsonValue &service : services) {
        if (const auto id = idFromText(service.toString()))
            view.services.insert(*id);
    }
    return view;
}

std::optional<QString> gainedScope(const SyncView &before, const SyncView &after)
{
    const bool gainsAll = (after.everyService && !before.everyService) || (after.directory && !before.directory);
    if (!before.isKnown || !after.isKnown || gainsAll)
        return std::nullopt;
    QStringList words;
    if (after.cleared && !before.cleared)
        words.append(u"confidential"_s);
    for (const Id &service : after.services) {
        if (!before.services.contains(service) && !before.everyService)
            words.append(idText(service));
    }
    return words.join(u',');
}

} // namespace parvis
