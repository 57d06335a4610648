#include "ui_admin/placesection.h"

#include "ui_admin/recordform.h"

#include <QtWidgets/QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

void sortByName(QList<AdminSection::Item> &list)
{
    std::sort(list.begin(), list.end(),
              [](const AdminSection::Item &a, const AdminSection::Item &b) { return a.name.localeAwareCompare(b.name) < 0; });
}

template <typename T>
QString codeHolder(const QList<T> &all, const QString &code, const Id &self)
{
    QList<Holder> codes;
    for (const T &one : all)
        codes.append({one.id, one.code, one.name});
    return holderOf(code, codes, self);
}

} // namespace

DistrictSection::DistrictSection(AdminController &controller, const ReferenceData &town, QObject *parent)
    : AdminSection(Kind::District, controller, town, parent)
{
    m_form->addText(u"name"_s, tr("&Name:"));
    m_form->addText(u"code"_s, tr("C&ode:"), tr("short, of its own: VALMY"));
    m_form->addText(u"layer"_s, tr("&Division:"), tr("empty: the district councils; else a name: Voirie"));
}

QList<AdminSection::Item> DistrictSection::items() const
{
    QList<Item> list;
    for (const District &district : m_town.districts())
        list.append({district.id, district.name, district.code});
    sortByName(list);
    QList<Item> sectors;
    for (const District &district : m_town.sectors())
        sectors.append({district.id, district.name, district.layer + u" · "_s + district.code});
    sortByName(sectors);
    return list + sectors;
}

//! The referents of services stand by the code: once given, it stays.
void DistrictSection::prepare(const QJsonObject &document, bool isNew)
{
    m_form->setFieldEnabled(u"code"_s, m_controller.mayEdit() && (isNew || document.value("code"_L1).toString().isEmpty()));
}

AdminSection::Fault DistrictSection::fault(const QJsonObject &edited) const
{
    if (const Fault general = AdminSection::fault(edited); general.what != Fault::What::None)
        return general;
    const QString code = edited.value("code"_L1).toString();
    if (code.isEmpty())
        return Fault::missing(tr("The code is still missing."));
    if (code == u"*"_s)
        return Fault::mistake(tr("The star stands for all districts: choose another code."));
    const QString layer = edited.value("layer"_L1).toString();
    QList<District> beside = m_town.districts() + m_town.sectors();
    beside.removeIf([&layer](const District &district) { return district.layer != layer; });
    const QString holder = codeHolder(beside, code, m_controller.id());
    return holder.isEmpty() ? Fault() : Fault::mistake(tr("The code %1 is taken by %2: choose another one.").arg(code, holder));
}

ThemeSection::ThemeSection(AdminController &controller, const ReferenceData &town, QObject *parent)
    : AdminSection(Kind::Theme, controller, town, parent)
{
    m_form->addText(u"name"_s, tr("&Name:"));
    m_form->addText(u"code"_s, tr("C&ode:"), tr("short, of its own: PROPRETE"));
    m_form->addOne(u"parent"_s, tr("&Part of:"), Target::Theme);
    // Reports of one cause
    addCount(u"incident_metres"_s, tr("&Incident within:"), {5, widestIncident, tr(" m")});
    addCount(u"incident_days"_s, tr("&Days between reports:"), {1, 365, {}});
    addCount(u"incident_confidence"_s, tr("&Gather by itself from:"), {50, 100, tr(" %")});
    connect(&m_controller, &AdminController::incidentsKnown, this,
            [this](const IncidentRule &rule, const IncidentMeasure &measure) { showEffect(rule, measure); });
}

//! A number of which the least but one stands for "as the theme above".
void ThemeSection::addCount(const QString &field, const QString &label, const Range &range)
{
    auto *box = new QSpinBox;
    box->setRange(range.least - 1, range.most);
    box->setSuffix(range.suffix);
    box->setSpecialValueText(tr("as the theme above"));
    box->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    m_form->addCustom(
        field, label, box, [box, range](const QJsonValue &value) { box->setValue(value.toInt(range.least - 1)); },
        [box, range] { return box->value() < range.least ? QJsonValue() : QJsonValue(box->value()); });
    connect(box, &QSpinBox::valueChanged, m_form, &RecordForm::touch);
}

QList<AdminSection::Item> ThemeSection::items() const
{
    QList<Item> list;
    for (const Theme &theme : m_town.themes()) {
        const Theme *above = m_town.theme(theme.parent);
        list.append({theme.id, theme.name, above ? above->name : QString()});
    }
    sortByName(list);
    return list;
}

AdminSection::Fault ThemeSection::fault(const QJsonObject &edited) const
{
    if (const Fault general = AdminSection::fault(edited); general.what != Fault::What::None)
        return general;
    const QString code = edited.value("code"_L1).toString();
    if (code.isEmpty())
        return Fault::missing(tr("The code is still missing."));
    if (const QString holder = codeHolder(m_town.themes(), code, m_controller.id()); !holder.isEmpty())
        return Fault::mistake(tr("The code %1 is taken by %2: choose another one.").arg(code, holder));
    constexpr int deepest = 16;
    Id above = idFromText(edited.value("parent"_L1).toString()).value_or(Id());
    for (int i = 0; i < deepest && !above.isNull(); ++i) {
        if (above == m_controller.id())
            return Fault::mistake(tr("A theme can't be a part of itself: choose another one."));
        const Theme *theme = m_town.theme(above);
        above = theme ? theme->parent : Id();
    }
    return {};
}

void ThemeSection::askEffect(const QJsonObject &edited)
{
    m_controller.askIncidentEffect(fromDocument<Theme>(m_controller.id(), edited));
}

void ThemeSection::showEffect(const IncidentRule &rule, const IncidentMeasure &measure)
{
    const Id id = m_controller.id();
    const auto cards = std::count_if(m_town.cards().begin(), m_town.cards().end(),
                                     [&id](const Card &card) { return card.theme == id && !card.archived; });
    QStringList lines;
    if (cards > 0)
        lines.append(tr("%n procedure card(s) are of this theme.", nullptr, int(cards)));
    lines.append(tr("Reports within %1 m and %2 days of one another are proposed as one incident.")
                     .arg(qRound(rule.metres))
                     .arg(rule.days));
    if (rule.byItself == 0) {
        lines.append(tr("The server gathers none of them by itself."));
    } else if (measure.right + measure.wrong + measure.missed == 0) {
        lines.append(tr("From %1 % on, the server gathers them by itself. None were gathered in the last three months: how "
                        "often that is right can't be said yet.")
                         .arg(rule.byItself));
    } else {
        lines.append(tr("From %1 % on, the server gathers them by itself. In the last three months %2 % of that would have been "
                        "right, and %3 % of what agents gathered would have been found.")
                         .arg(rule.byItself)
                         .arg(qRound(100 * measure.precision()))
                         .arg(qRound(100 * measure.recall())));
    }
    Q_EMIT effectChanged(lines.join(u' '));
}

} // namespace parvis
