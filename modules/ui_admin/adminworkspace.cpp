#include "ui_admin/adminworkspace.h"

#include "ui_admin/adminwords.h"
#include "ui_admin/agentsection.h"
#include "ui_admin/calendarsection.h"
#include "ui_admin/placesection.h"
#include "ui_admin/recordform.h"
#include "ui_admin/rulesection.h"
#include "ui_admin/ruletrial.h"
#include "ui_admin/templatesection.h"
#include "ui_admin/unitsection.h"
#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype historyLines = 12;

} // namespace

AdminWorkspace::AdminWorkspace(AdminController &controller, const ReferenceData &town, Navigator &navigator, QWidget *parent)
    : Workspace(parent),
      m_controller(controller),
      m_town(town),
      m_navigator(navigator),
      m_rules(new RuleSection(controller, town, this)),
      m_sections{m_rules,
                 new UnitSection(controller, town, this),
                 new AgentSection(controller, town, this),
                 new CalendarSection(controller, town, this),
                 new DistrictSection(controller, town, this),
                 new ThemeSection(controller, town, this),
                 new TemplateSection(controller, town, this)}
{
    makeActions();
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Sections"));
    for (const AdminSection *each : std::as_const(m_sections))
        m_tabs->addTab(each->title());
    auto *split = new SplitView(u"admin"_s, Qt::Horizontal);
    split->addWidget(makeListColumn());
    split->addWidget(makeFormColumn());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 4);
    split->setFirstSizes({380, 860});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    column->setSpacing(space::gap);
    column->addWidget(m_tabs);
    column->addWidget(split, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &AdminWorkspace::showSection);
    connect(&m_controller, &AdminController::opened, this, &AdminWorkspace::showRecord);
    connect(&m_controller, &AdminController::saved, this, &AdminWorkspace::tellSaved);
    connect(&m_controller, &AdminController::ordered, this, [this](const QList<qint64> &mutations) {
        tellUndoable(tr("The order of the rules is changed."), tr("order of the rules"), mutations);
    });
    connect(&m_controller, &AdminController::failed, this, [this](const Error &error) { m_error->say(error); });
    connect(&m_controller, &AdminController::actorChanged, this, &AdminWorkspace::enableActions);
    connect(&m_town, &ReferenceData::changed, this, &AdminWorkspace::showList);
    showSection();
}

void AdminWorkspace::makeActions()
{
    m_save = makeAction(this, {u"admin.save"_s, tr("Save"), {QKeySequence::Save}, u"save"_s, {}});
    connect(m_save, &QAction::triggered, this, &AdminWorkspace::save);
    m_revert = makeAction(
        this,
        {u"admin.revert"_s, tr("Leave as it was"), {Qt::CTRL | Qt::Key_Backspace}, u"rotate-ccw"_s, tr("Drops what was typed.")});
    connect(m_revert, &QAction::triggered, &m_controller, &AdminController::revert);
    m_new = makeAction(this, {u"admin.new"_s, m_rules->newTitle(), {QKeySequence::New}, u"plus"_s, {}});
    connect(m_new, &QAction::triggered, this, &AdminWorkspace::add);
    m_allHistory = makeAction(this, {u"admin.history"_s,
                                     tr("Show the whole history"),
                                     {Qt::CTRL | Qt::Key_H},
                                     u"history"_s,
                                     tr("All changes of the record, not only the latest ones.")});
    connect(m_allHistory, &QAction::triggered, this, [this] {
        m_showsAll = true;
        showHistory();
    });
    const QAction *find = makeAction(this, {u"admin.find"_s, tr("Find in the list"), {QKeySequence::Find}, u"search"_s, {}});
    connect(find, &QAction::triggered, this, [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    makeTrialAction();
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        m_sections.at(i)->makeActions(this);
        const QAction *show = makeAction(this, {u"admin.section%1"_s.arg(i + 1),
                                                tr("Administration: %1").arg(m_sections.at(i)->title()),
                                                {QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i)))},
                                                u"list"_s,
                                                {}});
        connect(show, &QAction::triggered, this, [this, i] { m_tabs->setCurrentIndex(int(i)); });
    }
}

void AdminWorkspace::makeTrialAction()
{
    const QAction *trial = makeAction(this, {u"admin.try"_s,
                                             tr("Try a request"),
                                             {Qt::CTRL | Qt::Key_T},
                                             u"route"_s,
                                             tr("Shows where a request would go, and why.")});
    connect(trial, &QAction::triggered, this, [this] {
        m_tabs->setCurrentIndex(0);
        if (m_list->count() == 0 && m_controller.id().isNull())
            add(); // without a rule, too, one may ask
        m_right->setCurrentIndex(1);
        m_rules->trial()->words()->setFocus();
        m_scroll->ensureWidgetVisible(m_rules->trial());
    });
}

QWidget *AdminWorkspace::makeListColumn()
{
    m_find = new QLineEdit;
    m_find->setClearButtonEnabled(true);
    m_find->setPlaceholderText(tr("Name"));
    m_find->setAccessibleName(tr("Find in the list"));
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Records"));
    m_list->setObjectName(u"records"_s);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_find);
    column->addWidget(m_list, 1);
    auto *line = new QHBoxLayout;
    line->addWidget(new ActionButton(m_new));
    line->addStretch();
    column->addLayout(line);
    connect(m_find, &QLineEdit::textChanged, this, &AdminWorkspace::showList);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
    connect(m_list, &QListWidget::currentItemChanged, this, &AdminWorkspace::choose);
    connect(m_list, &QListWidget::itemActivated, this, [this] { form()->focusFirst(); });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &AdminWorkspace::dropped, Qt::QueuedConnection);
    return whole;
}

QWidget *AdminWorkspace::makeFormColumn()
{
    m_heading = headingLabel({});
    m_heading->setWordWrap(true);
    m_forms = new QStackedWidget;
    for (AdminSection *each : std::as_const(m_sections)) {
        m_forms->addWidget(each->form());
        connect(each->form(), &RecordForm::edited, this, &AdminWorkspace::formEdited);
        connect(each, &AdminSection::effectChanged, this, [this, each](const QString &text) {
            if (each == &section())
                m_effect->setText(text);
        });
        connect(
            each, &AdminSection::shown, this, [this](QWidget *part) { m_scroll->ensureWidgetVisible(part); },
            Qt::QueuedConnection); // once it has its height
    }
    m_effect = new QLabel;
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setWordWrap(true);
    m_effect->setObjectName(u"effect"_s);
    setTextRole(m_effect, TextRole::Strong);
    m_history = secondaryLabel({});
    m_history->setObjectName(u"history"_s);
    m_error = new InlineError;

    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, space::gap, 0);
    inner->setSpacing(space::group);
    inner->addWidget(m_heading);
    inner->addWidget(m_forms);
    for (const AdminSection *each : std::as_const(m_sections)) {
        if (QWidget *below = each->below())
            inner->addWidget(below);
    }
    inner->addWidget(horizontalLine());
    inner->addWidget(m_history);
    m_more = new ActionButton(m_allHistory);
    inner->addWidget(m_more, 0, Qt::AlignLeft);
    inner->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    // A hidden part may be wider than the place: what comes into sight moves up and down alone.
    connect(m_scroll->horizontalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { m_scroll->horizontalScrollBar()->setValue(0); });
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::group, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_effect);
    column->addWidget(m_error);
    auto *line = new QHBoxLayout;
    auto *saving = new ActionButton(m_save);
    saving->setPrimary(true);
    line->addWidget(saving);
    line->addWidget(new ActionButton(m_revert));
    line->addStretch();
    column->addLayout(line);
    m_right = new QStackedWidget;
    m_right->addWidget(
        new EmptyState(u"settings"_s, tr("Nothing chosen"), tr("Choose a record in the list with the arrow keys.")));
    m_right->addWidget(page);
    return m_right;
}

AdminSection &AdminWorkspace::section() const
{
    return *m_sections.at(std::clamp(qsizetype(m_tabs->currentIndex()), qsizetype(0), m_sections.size() - 1));
}

RecordForm *AdminWorkspace::form() const
{
    return section().form();
}

void AdminWorkspace::showSection()
{
    m_forms->setCurrentIndex(m_tabs->currentIndex());
    // A stack is as tall as its tallest page: the others must not count.
    for (int i = 0; i < m_forms->count(); ++i)
        m_forms->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          i == m_forms->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    for (const AdminSection *each : std::as_const(m_sections)) {
        if (QWidget *below = each->below())
            below->setVisible(each == &section());
    }
    enableActions();
    m_isNew = false;
    m_controller.open(section().kind(), {});
    m_right->setCurrentIndex(0);
    const QSignalBlocker quiet(m_find);
    m_find->clear();
    showList();
    if (isVisible())
        m_list->setFocus();
}

void AdminWorkspace::enableActions()
{
    for (AdminSection *each : std::as_const(m_sections))
        each->setInFront(each == &section());
    const QString toMake = section().newTitle();
    m_new->setVisible(!toMake.isEmpty());
    m_new->setEnabled(!toMake.isEmpty() && m_controller.mayEdit());
    if (!toMake.isEmpty())
        m_new->setText(toMake);
}

void AdminWorkspace::showList()
{
    const Id chosen = m_controller.kind() == section().kind() ? m_controller.id() : Id();
    const QString wanted = m_find->text().trimmed();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        const QList<AdminSection::Item> all = section().items();
        for (const AdminSection::Item &item : all) {
            if (!item.name.contains(wanted, Qt::CaseInsensitive))
                continue;
            auto *row = new QListWidgetItem(item.detail.isEmpty() ? item.name : item.name + u" · "_s + item.detail, m_list);
            row->setData(Qt::UserRole, idText(item.id));
            row->setToolTip(row->text());
            if (item.id == chosen)
                m_list->setCurrentItem(row);
        }
    }
    const bool mayDrag = section().isOrdered() && wanted.isEmpty() && m_controller.mayEdit();
    m_list->setDragDropMode(mayDrag ? QAbstractItemView::InternalMove : QAbstractItemView::NoDragDrop);
    if (chosen.isNull() && m_list->count() > 0)
        m_list->setCurrentRow(0);
}

//! The order in which the list stands now is the one that is wanted.
void AdminWorkspace::dropped()
{
    QList<Id> order;
    for (int row = 0; row < m_list->count(); ++row)
        order.append(idFromText(m_list->item(row)->data(Qt::UserRole).toString()).value_or(Id()));
    if (section().isOrdered() && m_find->text().trimmed().isEmpty())
        section().place(order);
}

void AdminWorkspace::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    const Id id = item ? idFromText(item->data(Qt::UserRole).toString()).value_or(Id()) : Id();
    if (id.isNull() || (id == m_controller.id() && m_controller.kind() == section().kind()))
        return;
    m_isNew = false;
    m_controller.open(section().kind(), id);
}

void AdminWorkspace::add()
{
    if (section().newTitle().isEmpty() || !m_controller.mayEdit())
        return;
    m_isNew = true;
    m_list->setCurrentRow(-1);
    m_controller.open(section().kind(), m_controller.newId());
}

void AdminWorkspace::showRecord(const QJsonObject &document, const QJsonObject &edited, const QList<Change> &history)
{
    const bool wasThere = !m_document.isEmpty() && form()->property("record").toString() == idText(m_controller.id());
    const bool isGone = document.isEmpty() && (wasThere || m_saved == m_controller.id());
    const bool isOther = m_right->currentIndex() == 0 || form()->property("record").toString() != idText(m_controller.id());
    form()->setProperty("record", idText(m_controller.id()));
    m_document = document;
    m_isNew = document.isEmpty();
    m_error->clear();
    m_right->setCurrentIndex(1);
    form()->setEditable(m_controller.mayEdit());
    section().prepare(document, m_isNew);
    // A new document keeps the focus; the same one, changed elsewhere, must not take away what is being typed.
    if (isOther || form()->document() != edited)
        form()->setDocument(edited);
    m_changes = history;
    m_showsAll = m_showsAll && !isOther;
    showHistory();
    m_effect->clear();
    formEdited();
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
    if (m_isNew && isOther)
        form()->focusFirst();
    if (isGone)
        m_error->say(tr("The hub did not take this record as it was saved: see Sync for what it refused, and why."));
}

void AdminWorkspace::showHistory()
{
    QStringList lines;
    for (const Change &change : m_changes.mid(0, m_showsAll ? -1 : historyLines))
        lines.append(historyLine(m_controller.kind(), change, m_town, m_controller.today()));
    m_history->setText(lines.isEmpty() ? tr("No change yet.") : tr("History:") + u'\n' + lines.join(u'\n'));
    const bool isCut = lines.size() < m_changes.size();
    m_allHistory->setEnabled(isCut);
    m_more->setVisible(isCut);
}

QString AdminWorkspace::nameShown() const
{
    const QString name = section().nameOf(form()->document());
    return name.isEmpty() ? section().newTitle() : name;
}

void AdminWorkspace::formEdited()
{
    if (m_controller.id().isNull())
        return;
    const QJsonObject edited = form()->document();
    const bool isChanged = edited != m_document;
    const AdminSection::Fault fault = section().fault(edited);
    using What = AdminSection::Fault::What;
    m_heading->setText(nameShown());
    m_save->setEnabled(isChanged && m_controller.mayEdit() && fault.what == What::None);
    m_revert->setEnabled(isChanged);
    m_controller.keep(edited);
    if (fault.what == What::Mistake)
        m_error->say(fault.text);
    else
        m_error->clear();
    if (fault.what == What::Missing && (isChanged || m_isNew))
        m_effect->setText(fault.text);
    else
        section().askEffect(edited);
}

void AdminWorkspace::save()
{
    QJsonObject edited = form()->document();
    if (section().fault(edited).what != AdminSection::Fault::What::None || !m_controller.mayEdit())
        return;
    if (m_isNew)
        section().completeNew(edited);
    m_savedName = nameShown();
    m_controller.save(edited);
}

//! Another record may be in sight by now.
void AdminWorkspace::tellSaved(const QList<qint64> &mutations, const Id &record)
{
    m_saved = record;
    tellUndoable(tr("Saved: %1.").arg(m_savedName), tr("change of %1").arg(m_savedName), mutations);
}

void AdminWorkspace::tellUndoable(const QString &sentence, const QString &what, const QList<qint64> &mutations)
{
    if (mutations.isEmpty())
        return;
    m_navigator.tellUndoable(sentence, what, [controller = QPointer(&m_controller), mutations] {
        if (controller)
            controller->undo(mutations);
    });
}

void AdminWorkspace::activate(const Opening &)
{
    showList();
}

QWidget *AdminWorkspace::firstFocus()
{
    return m_list;
}

bool AdminWorkspace::stepBack()
{
    if (m_list->hasFocus())
        return false;
    m_list->setFocus();
    return true;
}

} // namespace parvis
