#include "ui_common/incidentwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct IncidentWords
{
    Q_DECLARE_TR_FUNCTIONS(IncidentWords)
};

} // namespace

QString reasonsOf(const IncidentLikeness &likeness, int reports)
{
    QStringList parts;
    if (reports > 1)
        parts.append(IncidentWords::tr("%n report(s)", nullptr, reports));
    //: a distance
    parts.append(likeness.metres ? IncidentWords::tr("%n m", nullptr, int(*likeness.metres)) : IncidentWords::tr("same address"));
    if (likeness.isSameCard)
        parts.append(IncidentWords::tr("same procedure"));
    else if (likeness.isSameTheme)
        parts.append(IncidentWords::tr("same theme"));
    if (likeness.commonWords > 0)
        parts.append(IncidentWords::tr("same words"));
    return parts.join(u" · "_s);
}

} // namespace parvis
