#include "ui_requests/incidentband.h"

#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_requests/requestwords.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

enum HistoryColumn { WhatColumn, WhoColumn, WhenColumn, HistoryColumns };

constexpr int mergedRole = Qt::UserRole; // of what holds
constexpr int mostRows = 8;              // beyond them the history scrolls
constexpr int mostNamed = 3;             // merged incidents in the band

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

} // namespace

IncidentBand::IncidentBand(IncidentsController &controller, const ReferenceData &town, const Clock &clock, QWidget *scope,
                           QWidget *parent)
    : QFrame(parent),
      m_controller(controller),
      m_town(town),
      m_clock(clock),
      m_title(new QLabel),
      m_state(secondaryLabel({})),
      m_keys(secondaryLabel({})),
      m_list(new QTreeWidget)
{
    m_history = makeAction(scope, {u"requests.incident-history"_s,
                                   tr("History"),
                                   {Qt::SHIFT | Qt::Key_H},
                                   u"history"_s,
                                   tr("What joined the incident and left it, by whom and when; takes a merge back.")});
    connect(m_history, &QAction::triggered, this, &IncidentBand::toggle);
    auto *sign = new IconLabel;
    sign->setIcon(u"layers"_s, Tone::Accent);
    setTextRole(m_title, TextRole::Strong);
    m_title->setWordWrap(true);
    m_list->setColumnCount(HistoryColumns);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("History of the incident"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(WhatColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(WhoColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(WhenColumn, QHeaderView::ResizeToContents);
    m_list->installEventFilter(this);
    m_list->hide();
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_state);
    words->addWidget(m_keys);
    words->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(space::gap);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(new ActionButton(m_history), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addLayout(row);
    column->addWidget(m_list);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) { takeBack(item); });
    connect(&m_controller, &IncidentsController::recordChanged, this, &IncidentBand::show);
    show();
}

void IncidentBand::show()
{
    const auto &record = m_controller.record();
    m_history->setEnabled(record.has_value());
    if (!record)
        stepBack();
    setVisible(record.has_value());
    if (!record)
        return;
    const QString title = tr("Incident: %1").arg(nameOf(record->summary.incident));
    if (title != m_title->text())
        announce(this, title);
    m_title->setText(title);
    m_state->setText(whatIsThere());
    if (!m_list->isHidden())
        showHistory();
    showKeys();
}

void IncidentBand::showKeys()
{
    const bool isOpen = !m_list->isHidden();
    const auto &record = m_controller.record();
    m_keys->setVisible(isOpen || (record && record->summary.reports > 1));
    if (isOpen)
        m_keys->setText(tr("Enter takes a merge back that still holds; Ctrl+Z restores it. Escape closes the history."));
    else
        //: the keys: of marking all, of a reply, of another service or agent, of closing
        m_keys->setText(
            tr("%1 marks all of them, then for all: %2 replies, %3 reassigns, %4 answers and closes.")
                .arg(keyText(QKeySequence::SelectAll), keyText(Qt::Key_R), keyText(Qt::Key_A), keyText(Qt::SHIFT | Qt::Key_R)));
}

QString IncidentBand::nameOf(const Incident &incident) const
{
    const QString subject = incident.subject.isEmpty() ? m_town.cardTitle(incident.card) : incident.subject;
    //: what an incident is, and where
    return incident.address.isEmpty() ? subject : tr("%1, %2").arg(subject, incident.address);
}

//! "12 reports, 5 open · received from 12/11/2026 to 03/12/2026 · merged into it: …"
QString IncidentBand::whatIsThere() const
{
    const IncidentSummary &summary = m_controller.record()->summary;
    const auto dayOf = [this](Instant at) { return shortDay(m_town.calendar().localDay(at)); };
    //: of an incident: how many reports, how many of them are open
    QStringList parts{tr("%1, %2").arg(tr("%n report(s)", nullptr, summary.reports), tr("%n open", nullptr, summary.open))};
    if (summary.reports > 0) {
        const QString first = dayOf(summary.first), last = dayOf(summary.last);
        parts.append(first == last ? tr("received on %1").arg(first) : tr("received from %1 to %2").arg(first, last));
    }
    if (!summary.merged.isEmpty()) {
        QStringList others; // the same name tells nothing
        for (const Incident &each : summary.merged) {
            if (const QString name = nameOf(each); name != nameOf(summary.incident) && !others.contains(name))
                others.append(name);
        }
        if (const auto more = int(others.size()) - mostNamed; more > 0)
            others = others.mid(0, mostNamed) << tr("%n more", nullptr, more);
        const QString count = tr("%n incident(s) merged into it", nullptr, int(summary.merged.size()));
        //: how many incidents were merged into it, and what they are called
        parts.append(others.isEmpty() ? count : tr("%1: %2").arg(count, others.join(u"; "_s)));
    }
    return parts.join(u" · "_s);
}

void IncidentBand::showHistory()
{
    const IncidentRecord &record = *m_controller.record();
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (qsizetype i = 0; i < record.events.size(); ++i) {
        if (record.isCut && i + 1 == record.events.size())
            (new QTreeWidgetItem(m_list))->setText(WhatColumn, tr("What came before is not listed."));
        add(record.events.at(i));
    }
    const int count = m_list->topLevelItemCount();
    for (int i = 0; i < count; ++i)
        m_list->topLevelItem(i)->setSizeHint(WhatColumn, {0, rowHeight(m_list)});
    m_list->setFixedHeight(std::min(count, mostRows) * rowHeight(m_list) + 2 * space::unit);
    m_list->setCurrentItem(m_list->topLevelItem(std::clamp(current, 0, count - 1)));
}

void IncidentBand::add(const IncidentEvent &event)
{
    using What = IncidentEvent::What;
    const auto text = [&]() -> QString {
        const QString number = numberText(event.number);
        switch (event.what) {
        case What::Made: return tr("The incident was made");
        //: the number of a request
        case What::Reported: return tr("%1 was taken as one of its reports").arg(number);
        //: the number of a request
        case What::Joined: return tr("%1 joined").arg(number);
        //: the number of a request
        case What::TakenOut: return tr("%1 was taken out").arg(number);
        //: another incident
        case What::Parted: return tr("Parted again: %1").arg(nameOf(event.otherAsItIs));
        case What::Merged: break;
        }
        if (!event.holds)
            //: another incident
            return tr("Merged for a time: %1").arg(nameOf(event.otherAsItIs));
        QStringList numbers;
        for (const QString &each : event.firstNumbers)
            numbers.append(numberText(each));
        if (const auto more = event.reports - int(numbers.size()); more > 0)
            numbers.append(tr("%n more", nullptr, more));
        if (numbers.isEmpty())
            numbers.append(tr("no report"));
        //: the numbers of the requests that came by another incident; what that is called
        return tr("Merged: %1 (%2)").arg(numbers.join(u", "_s), nameOf(event.otherAsItIs));
    };
    const auto who = [&]() -> QString {
        if (event.isOnItsWay)
            return tr("not sent yet");
        if (event.actor.isNull())
            return event.at.isSet() && event.what != What::Reported ? tr("by the rule of its theme") : QString();
        return m_town.userName(event.actor);
    };
    auto *item = new QTreeWidgetItem(m_list);
    item->setText(WhatColumn, text());
    item->setToolTip(WhatColumn, item->text(WhatColumn));
    item->setText(WhoColumn, who());
    if (event.at.isSet())
        item->setText(WhenColumn, momentText(event.at, m_town.calendar().zone(), m_town.calendar().localDay(m_clock.now())));
    if (event.holds)
        item->setData(WhatColumn, mergedRole, event.other);
}

void IncidentBand::takeBack(const QTreeWidgetItem *item)
{
    const Id merged = item ? item->data(WhatColumn, mergedRole).toUuid() : Id();
    if (!merged.isNull())
        Q_EMIT partWanted(merged);
}

void IncidentBand::toggle()
{
    if (!m_list->isHidden()) {
        stepBack();
        return;
    }
    showHistory();
    m_list->show();
    showKeys();
    m_list->setFocus();
}

bool IncidentBand::stepBack()
{
    if (m_list->isHidden())
        return false;
    const bool wasThere = m_list->hasFocus();
    m_list->hide();
    m_list->clear();
    showKeys();
    if (wasThere)
        Q_EMIT closed();
    return true;
}

bool IncidentBand::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        takeBack(m_list->currentItem());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace parvis
