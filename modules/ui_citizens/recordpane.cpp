#include "ui_citizens/recordpane.h"

#include "domain/phone.h"
#include "ui_citizens/citizenfields.h"
#include "ui_common/action.h"
#include "ui_common/requestlines.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int mostRequestRows = 8;

RecordPane::RecordPane(CitizenRecordController &controller, const ReferenceData &town, const Clock &clock, QAction *save,
                       QAction *revert, QAction *newContact, QWidget *parent)
    : QScrollArea(parent),
      m_controller(controller),
      m_town(town),
      m_clock(clock),
      m_save(save),
      m_revert(revert),
      m_editing(new QWidget),
      m_name(new ElidedLabel),
      m_fields(new CitizenFields(town)),
      m_error(new InlineError),
      m_requestsTitle(sectionLabel({})),
      m_history(secondaryLabel({})),
      m_requests(new RequestLines(mostRequestRows))
{
    setTextRole(m_name, TextRole::Heading);
    m_requests->setAccessibleName(tr("Requests of this citizen"));
    m_requests->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // the page scrolls instead
    m_history->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *heading = new QHBoxLayout;
    heading->addWidget(m_name, 1);
    heading->addWidget(new ActionButton(newContact));
    auto *buttons = new QHBoxLayout(m_editing);
    buttons->setContentsMargins(0, 0, 0, 0);
    auto *saveButton = new ActionButton(save);
    saveButton->setPrimary(true);
    buttons->addWidget(saveButton);
    buttons->addWidget(new ActionButton(revert));
    buttons->addStretch();

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::gap, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addLayout(heading);
    column->addWidget(m_fields);
    column->addWidget(m_error);
    column->addWidget(m_editing);
    column->addWidget(horizontalLine());
    column->addWidget(m_requestsTitle);
    column->addWidget(m_requests);
    column->addWidget(horizontalLine());
    column->addWidget(sectionLabel(tr("History of the record")));
    column->addWidget(m_history);
    column->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);

    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isAncestorOf(now))
            ensureWidgetVisible(now, 0, space::group);
    });
    connect(m_fields, &CitizenFields::edited, this, [this] {
        m_error->clear();
        m_controller.edit(m_fields->citizen());
    });
    connect(&m_controller, &CitizenRecordController::recordChanged, this, &RecordPane::refresh);
    connect(&m_controller, &CitizenRecordController::dirtyChanged, this, &RecordPane::showDirty);
    connect(&m_controller, &CitizenRecordController::failed, this, [this](const Error &error) { m_error->say(error); });
    connect(m_requests, &RequestLines::opened, this, &RecordPane::opened);
    refresh();
}

void RecordPane::refresh()
{
    m_error->clear();
    const std::optional<CitizenRecord> &record = m_controller.record();
    widget()->setVisible(record.has_value());
    if (!record)
        return;
    m_name->setText(displayName(record->citizen));
    m_fields->setCitizen(m_controller.edited());
    showRequests();
    showHistory();
    showDirty();
}

void RecordPane::showDirty()
{
    const bool isDirty = m_controller.isDirty();
    m_editing->setVisible(isDirty);
    m_save->setEnabled(isDirty);
    m_revert->setEnabled(isDirty);
}

void RecordPane::showRequests()
{
    const QList<RequestRow> &rows = m_controller.record()->requests;
    const WorkingCalendar &calendar = m_town.calendar();
    const QDate today = calendar.localDay(m_clock.now());
    QList<RequestLine> lines;
    for (const RequestRow &row : rows) {
        RequestLine line = requestLine(row, calendar, today);
        line.detail.prepend(momentText(row.receivedAt, calendar.zone(), today) + u" · "_s);
        lines.append(line);
    }
    m_requests->setLines(lines);
    m_requests->setVisible(!lines.isEmpty());
    m_requestsTitle->setText(requestCount(rows));
}

QString RecordPane::valueText(const QString &field, const QJsonValue &value) const
{
    const QString text = value.toString();
    if (text.isEmpty())
        return tr("(empty)");
    if (field.startsWith("phone"_L1))
        return spokenPhone(text);
    return field == "district"_L1 ? m_town.districtName(idFromText(text).value_or(Id())) : text;
}

//! Newest first: who, when, and each field with its old and new value.
void RecordPane::showHistory()
{
    const QDate today = m_town.calendar().localDay(m_clock.now());
    QStringList lines;
    for (const Change &change : m_controller.record()->history) {
        const QString when = momentText(change.at, m_town.calendar().zone(), today);
        const QString who = m_town.userName(change.actor);
        const QString head = who.isEmpty() ? when : when + u" · "_s + who;
        if (change.op != ChangeOp::Patch) {
            lines.append(tr("%1: record made").arg(head));
            continue;
        }
        for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
            const QString before = valueText(it.key(), change.was.value(it.key()));
            lines.append(
                u"%1 : %2 : %3 → %4"_s.arg(head, fieldWord(Kind::Citizen, it.key()), before, valueText(it.key(), it.value())));
        }
    }
    m_history->setText(lines.isEmpty() ? tr("No change since the record was made.") : lines.join(u'\n'));
}

void RecordPane::editFirst()
{
    m_fields->focusFirst();
}

void RecordPane::focusRequests()
{
    m_requests->setFocus(Qt::ShortcutFocusReason);
}

void RecordPane::save()
{
    if (!m_controller.isDirty())
        return;
    if (!m_fields->isPhoneReadable())
        m_error->say(tr("A phone number can't be read as a number: correct or empty it."));
    else if (!m_controller.isSavable())
        m_error->say(tr("A citizen needs a last name or an organisation."));
    else
        m_controller.save();
}

} // namespace parvis
