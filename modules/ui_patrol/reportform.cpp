#include "ui_patrol/reportform.h"

#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_patrol/kindtiles.h"
#include "ui_patrol/minutesfield.h"
#include "ui_patrol/photostrip.h"
#include "ui_patrol/placefield.h"
#include "ui_patrol/safetybar.h"
#include "ui_patrol/servicefield.h"
#include "ui_patrol/touch.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! A label above its field.
QVBoxLayout *stacked(const QString &label, QWidget *field, QWidget *buddy)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(space::unit);
    column->addWidget(labelFor(buddy, label));
    column->addWidget(field);
    return column;
}

void setText(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() == text)
        return;
    const QSignalBlocker quiet(edit);
    edit->setPlainText(text);
}

} // namespace

ReportForm::ReportForm(PatrolController &controller, const ReferenceData &town, Camera &camera, QAction *locate, QWidget *scope,
                       QWidget *parent)
    : QWidget(parent),
      m_town(town),
      m_tilesLabel(new QLabel(tr("What it is"))),
      m_tiles(new KindTiles(town, scope)),
      m_place(new PlaceField(town)),
      m_findings(makeText(u"patrol.findings"_s)),
      m_measures(makeText(u"patrol.measures"_s)),
      m_materials(makeText(u"patrol.materials"_s)),
      m_safety(new SafetyBar(scope)),
      m_minutes(new MinutesField),
      m_target(new ServiceField(town)),
      m_photos(new PhotoStrip(controller, camera, scope))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, space::gap, 0);
    whole->setSpacing(space::gap + space::unit);
    whole->addWidget(m_tilesLabel);
    whole->addWidget(m_tiles);
    auto *where = new QHBoxLayout;
    where->setSpacing(space::gap);
    where->addWidget(m_place, 1);
    auto *position = new ActionButton(locate);
    position->setShowsKey(false);
    makeTouchable(position);
    where->addWidget(position, 0, Qt::AlignTop);
    auto *place = new QWidget;
    place->setLayout(where);
    where->setContentsMargins(0, 0, 0, 0);
    whole->addLayout(stacked(tr("&Place:"), place, m_place->lineEdit()));
    whole->addLayout(stacked(tr("&Findings:"), m_findings, m_findings));
    whole->addWidget(m_safety);
    whole->addWidget(m_photos);
    auto *todo = new QHBoxLayout;
    todo->setSpacing(space::group);
    todo->addLayout(stacked(tr("&Measures, done or to do:"), m_measures, m_measures), 1);
    todo->addLayout(stacked(tr("M&aterials to bring:"), m_materials, m_materials), 1);
    whole->addLayout(todo);
    auto *after = new QHBoxLayout;
    after->setSpacing(space::group);
    after->addLayout(stacked(tr("&Time estimate:"), m_minutes, m_minutes->box()), 1);
    after->addLayout(stacked(tr("&Goes to the service:"), m_target, m_target->lineEdit()), 1);
    whole->addLayout(after);
    whole->addStretch(1);

    connect(m_tiles, &KindTiles::chosen, this, [this](const Id &card) {
        m_card = card;
        Q_EMIT edited();
    });
    connect(m_place, &PlaceField::changed, this, &ReportForm::edited);
    connect(m_place, &PlaceField::finished, this, &ReportForm::moveOn);
    for (QPlainTextEdit *edit : {m_findings, m_measures, m_materials})
        connect(edit, &QPlainTextEdit::textChanged, this, &ReportForm::edited);
    connect(m_safety, &SafetyBar::changed, this, &ReportForm::edited);
    connect(m_minutes, &MinutesField::changed, this, &ReportForm::edited);
    connect(m_target, &ServiceField::changed, this, &ReportForm::edited);
    connect(m_photos, &PhotoStrip::changed, this, &ReportForm::edited);
    setOwn(false);
}

QPlainTextEdit *ReportForm::makeText(const QString &name)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(3 * edit->fontMetrics().lineSpacing() + 2 * space::gap);
    return edit;
}

void ReportForm::moveOn()
{
    if (m_isOwn && m_card.isNull())
        m_tiles->focusFirst();
    else
        m_findings->setFocus();
}

MissionReport ReportForm::report() const
{
    MissionReport report;
    report.where = m_place->text();
    report.place = m_place->place();
    report.card = m_isOwn ? m_card : Id();
    report.findings = m_findings->toPlainText();
    report.safety = m_safety->safety();
    report.measures = m_measures->toPlainText();
    report.materials = m_materials->toPlainText();
    report.minutes = m_minutes->minutes();
    report.target = m_target->service();
    report.photos = m_photos->photos();
    return report;
}

void ReportForm::setReport(const MissionReport &report)
{
    m_place->setPlace(report.place, report.where);
    m_card = report.card;
    m_tiles->setChosen(report.card);
    setText(m_findings, report.findings);
    m_safety->setSafety(report.safety);
    setText(m_measures, report.measures);
    setText(m_materials, report.materials);
    m_minutes->setMinutes(report.minutes);
    m_target->setService(report.target);
    m_photos->setPhotos(report.photos);
}

void ReportForm::setOwn(bool isOwn)
{
    m_isOwn = isOwn;
    m_tilesLabel->setVisible(isOwn);
    m_tiles->setOffered(isOwn);
}

void ReportForm::setReadOnly(bool isReadOnly)
{
    m_place->setReadOnly(isReadOnly);
    for (QPlainTextEdit *edit : {m_findings, m_measures, m_materials})
        edit->setReadOnly(isReadOnly);
    m_safety->setReadOnly(isReadOnly);
    m_minutes->setReadOnly(isReadOnly);
    m_target->setReadOnly(isReadOnly);
    m_photos->setReadOnly(isReadOnly);
}

void ReportForm::setKinds(const QList<PatrolKind> &kinds)
{
    m_tiles->setKinds(kinds);
    m_tiles->setOffered(m_isOwn);
}

void ReportForm::setPlaceAction(QAction *action)
{
    m_place->lineEdit()->addAction(action, QLineEdit::TrailingPosition);
}

void ReportForm::setPlace(const Place &place)
{
    m_place->setPlace(place, {});
    Q_EMIT edited();
}

void ReportForm::focusFirst()
{
    if (m_isOwn && m_card.isNull())
        m_tiles->focusFirst();
    else
        m_findings->setFocus();
}

bool ReportForm::isTyping() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus) && !m_tiles->isAncestorOf(focus);
}

void ReportForm::focusOn(ReportGap gap)
{
    switch (gap) {
    case ReportGap::Findings: return focusFirst();
    case ReportGap::Place: return m_place->lineEdit()->setFocus();
    case ReportGap::PhotosNeedCase: return m_target->lineEdit()->setFocus();
    case ReportGap::None: break;
    }
}

} // namespace parvis
