#include "ui_admin/referentsfield.h"

#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int pairsInARow = 2;

} // namespace

ReferentsField::ReferentsField(const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_town(town), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::gap);
    m_grid->setVerticalSpacing(space::unit);
    for (int i = 0; i < pairsInARow; ++i)
        m_grid->setColumnStretch(2 * i + 1, 1);
}

//! Anew only when there is another district: who is in a line keeps the focus.
void ReferentsField::makeLines()
{
    QList<std::pair<QString, QString>> lines;
    for (const District &district : m_town.districts())
        lines.append({district.name, district.code});
    std::sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    lines.append({tr("All others"), u"*"_s});
    QStringList codes;
    for (const auto &[name, code] : std::as_const(lines))
        codes.append(code + u'=' + name);
    if (codes == m_codes)
        return;
    m_codes = codes;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines.clear();
    for (const auto &[name, code] : std::as_const(lines)) {
        auto *person = new QComboBox;
        person->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        person->setMinimumContentsLength(12);
        const int place = int(m_lines.size());
        const int row = place / pairsInARow, column = place % pairsInARow * 2;
        QLabel *label = labelFor(person, name);
        label->setWordWrap(true);
        person->setAccessibleName(tr("Referent: %1").arg(name));
        m_grid->addWidget(label, row, column);
        m_grid->addWidget(person, row, column + 1);
        connect(person, &QComboBox::currentIndexChanged, this, &ReferentsField::edited);
        m_lines.append({code, person});
    }
    setFocusProxy(m_lines.first().person);
}

//! Those who work in the service, and whoever stands in a line.
QList<std::pair<QString, Id>> ReferentsField::people(const QJsonObject &referents) const
{
    QList<std::pair<QString, Id>> list;
    for (const User &user : m_town.users()) {
        const bool isChosen =
            std::any_of(referents.begin(), referents.end(), [&user](const QJsonValue &id) { return id == idText(user.id); });
        if (isChosen || (user.services.contains(m_service) && !user.disabled))
            list.append({user.name, user.id});
    }
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    return list;
}

void ReferentsField::setReferents(const QJsonObject &referents)
{
    m_known = referents;
    makeLines();
    const auto offered = people(referents);
    for (const Line &line : std::as_const(m_lines)) {
        const QSignalBlocker quiet(line.person);
        line.person->clear();
        line.person->addItem(u"–"_s);
        for (const auto &[name, id] : offered)
            line.person->addItem(name, idText(id));
        const QString chosen = referents.value(line.code).toString();
        line.person->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, line.person->findData(chosen)));
    }
}

QJsonObject ReferentsField::referents() const
{
    QJsonObject referents = m_known;
    for (const Line &line : m_lines) {
        const QString chosen = line.person->currentData().toString();
        const bool isUnknown = line.person->currentIndex() == 0 && !m_known.value(line.code).toString().isEmpty() &&
                               line.person->findData(m_known.value(line.code).toString()) < 0; // of nobody we know
        if (!chosen.isEmpty())
            referents.insert(line.code, chosen);
        else if (!isUnknown)
            referents.remove(line.code);
    }
    return referents;
}

} // namespace parvis
