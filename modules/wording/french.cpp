#include "wording/french.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {

QString frenchDay(const QDate &day)
{
    static const QLocale french(QLocale::French, QLocale::France);
    return french.toString(day, day.day() == 1 ? u"'1er' MMMM yyyy"_s : u"d MMMM yyyy"_s);
}

QString formOfAddress(const Citizen &citizen)
{
    const QString civility = citizen.civility.trimmed();
    if (civility == "M."_L1 || civility == "M"_L1)
        return u"Monsieur"_s;
    return civility == "Mme"_L1 ? u"Madame"_s : u"Madame, Monsieur"_s;
}

QString politeness(const Citizen &citizen)
{
    return u"Veuillez agréer, "_s + formOfAddress(citizen) + u", l'expression de notre considération distinguée."_s;
}

QStringList addressLines(const Citizen &citizen)
{
    QStringList lines{displayName(citizen).simplified()};
    QString address = citizen.address;
    for (const QString &line : address.replace(u'\n', u',').split(u',', Qt::SkipEmptyParts))
        lines.append(line.simplified());
    lines.removeAll({});
    return lines;
}

} // namespace parvis
