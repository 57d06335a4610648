#include "ui_patrol/placefield.h"

#include "ui_common/completerfield.h"
#include "ui_common/widgets.h"
#include "ui_patrol/touch.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype offered = 6;

} // namespace

PlaceField::PlaceField(const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_town(town), m_field(new CompleterField), m_hint(secondaryLabel({}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_field);
    column->addWidget(m_hint);
    setFocusProxy(m_field);
    makeTouchable(m_field->lineEdit());
    m_field->setPlaceholderText(tr("Street and number, or a place"));
    connect(m_field, &CompleterField::edited, this, &PlaceField::offer);
    connect(m_field, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        const QList<Place> found = m_town.placeIndex().search(suggestion.value.toString(), offered);
        const auto it = std::find_if(found.begin(), found.end(),
                                     [&suggestion](const Place &place) { return place.address == suggestion.text; });
        if (it != found.end())
            m_place = *it;
        m_field->setText(suggestion.text);
        showHint();
        Q_EMIT changed();
        Q_EMIT finished();
    });
    connect(m_field, &CompleterField::committed, this, &PlaceField::finished);
    showHint();
}

QLineEdit *PlaceField::lineEdit() const
{
    return m_field->lineEdit();
}

QString PlaceField::text() const
{
    return m_field->text();
}

void PlaceField::setPlace(const Place &place, const QString &typed)
{
    m_place = place;
    const QString text = place.address.isEmpty() ? typed : place.address;
    if (m_field->text() != text)
        m_field->setText(text);
    showHint();
}

void PlaceField::setReadOnly(bool isReadOnly)
{
    m_field->lineEdit()->setReadOnly(isReadOnly);
}

void PlaceField::offer(const QString &typed)
{
    m_place = {}; // words are not yet a place
    QList<Suggestion> list;
    for (const Place &place : m_town.placeIndex().search(typed, offered))
        list.append({place.address, m_town.areaNames(place), {}, u"map-pin"_s, typed});
    m_field->setSuggestions(typed, list);
    showHint();
    Q_EMIT changed();
}

void PlaceField::showHint()
{
    const QString district = m_town.areaNames(m_place);
    m_hint->setText(m_place.address.isEmpty() ? tr("No street of the town is chosen: the words go as they are.")
                    : district.isEmpty()      ? tr("outside the districts")
                                              : district);
    m_hint->setVisible(!m_field->text().isEmpty());
}

} // namespace parvis
