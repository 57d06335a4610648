#include "ui_citizens/citizensworkspace.h"

#include "ui_citizens/recordpane.h"
#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

CitizensWorkspace::CitizensWorkspace(CitizenSearchModel &model, CitizenRecordController &record, StoreEvents &events,
                                     const ReferenceData &town, const Clock &clock, Navigator &navigator, QWidget *parent)
    : Workspace(parent), m_model(model), m_record(record), m_navigator(navigator)
{
    makeActions();
    m_pane = new RecordPane(m_record, town, clock, m_save, m_revert, m_newContact);
    auto *split = new SplitView(u"citizens"_s, Qt::Horizontal);
    split->addWidget(makeSearchColumn());
    m_right = new QStackedWidget;
    m_right->addWidget(m_pane);
    m_right->addWidget(
        new EmptyState(u"users"_s, tr("Nobody chosen"), tr("Enter or ↓ goes to those found; the record of each shows here.")));
    split->addWidget(m_right);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setFirstSizes({500, 740});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    column->addWidget(split);

    connect(m_search, &QLineEdit::textChanged, &m_model, &CitizenSearchModel::search);
    connect(&m_model, &CitizenSearchModel::found, this, &CitizensWorkspace::showFound);
    connect(&m_model, &CitizenSearchModel::searchFailed, this, [this](const Error &error) { m_navigator.tellError(error); });
    connect(&events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (concerns(touched, Kind::Citizen) || concerns(touched, Kind::Request))
            m_model.refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { openRow(current.isValid() ? current.row() : -1); });
    connect(m_pane, &RecordPane::opened, this, [this](const Id &request) { m_navigator.open(Kind::Request, request); });
    connect(&m_record, &CitizenRecordController::saved, this, [this](const QList<qint64> &mutations) {
        m_navigator.tellUndoable(tr("The record was corrected."), tr("correcting the record"),
                                 [this, mutations] { m_record.undo(mutations); });
    });
    connect(&m_record, &CitizenRecordController::recordChanged, this, [this] {
        m_newContact->setEnabled(m_record.record().has_value());
        showRight();
    });
    m_newContact->setEnabled(false);
    showFound();
}

void CitizensWorkspace::makeActions()
{
    m_save =
        makeAction(this, {u"citizens.save"_s, tr("Save"), {QKeySequence::Save}, u"save"_s, tr("Saves the corrected record.")});
    m_revert = makeAction(this, {u"citizens.revert"_s,
                                 tr("Leave as it was"),
                                 {Qt::CTRL | Qt::Key_Backspace},
                                 u"rotate-ccw"_s,
                                 tr("Drops what was typed into the record.")});
    m_newContact = makeAction(this, {u"citizens.newContact"_s,
                                     tr("New contact"),
                                     {Qt::CTRL | Qt::Key_N},
                                     u"plus"_s,
                                     tr("Takes a contact of this citizen at the desk.")});
    QAction *find = makeAction(this, {u"citizens.find"_s, tr("Find a citizen"), {QKeySequence::Find}, u"user-search"_s, {}});
    QAction *edit = makeAction(this, {u"citizens.edit"_s, tr("Correct the record"), {Qt::Key_F2}, u"pencil"_s, {}});
    QAction *requests =
        makeAction(this, {u"citizens.requests"_s, tr("To the citizen's requests"), {Qt::CTRL | Qt::Key_L}, u"file-text"_s, {}});
    m_save->setEnabled(false);
    m_revert->setEnabled(false);
    connect(m_save, &QAction::triggered, this, [this] { m_pane->save(); });
    connect(m_revert, &QAction::triggered, &m_record, &CitizenRecordController::revert);
    connect(m_newContact, &QAction::triggered, this, [this] { m_navigator.show(u"desk"_s, {Kind::Citizen, m_record.id(), {}}); });
    connect(find, &QAction::triggered, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    connect(edit, &QAction::triggered, this, [this] { m_pane->editFirst(); });
    connect(requests, &QAction::triggered, this, [this] { m_pane->focusRequests(); });
}

QWidget *CitizensWorkspace::makeSearchColumn()
{
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Phone number, name or e-mail"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_table = new QTableView;
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Citizens found"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(m_table));
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(CitizenSearchModel::Phone, QHeaderView::ResizeToContents);
    m_table->setColumnHidden(CitizenSearchModel::Email, true);
    m_table->setColumnHidden(CitizenSearchModel::OpenRequests, true);
    m_table->installEventFilter(this);
    m_empty = new EmptyState(u"user-search"_s, {}, {});

    auto *whole = new QWidget;
    auto *line = new QHBoxLayout;
    line->addWidget(labelFor(m_search, tr("&Find")));
    line->addWidget(m_search, 1);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addLayout(line);
    column->addWidget(m_empty, 1);
    column->addWidget(m_table, 1);
    return whole;
}

void CitizensWorkspace::showFound()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (m_model.isTooShort())
        m_empty->setTexts(tr("Find a citizen"), tr("Three characters of a name, a phone number or an e-mail address. "
                                                   "The directory can't be browsed."));
    else
        m_empty->setTexts(tr("Nobody found"),
                          tr("Check the spelling. A new citizen is made at the desk, with their first contact."));
    const int row = m_model.rowOf(m_record.id());
    if (isEmpty && !m_model.isTooShort() && !m_record.isDirty()) // nobody's record must not stand for who was looked for
        m_record.open({});
    if (row >= 0 && row != m_table->currentIndex().row())
        m_table->selectRow(row);
    else if (m_record.id().isNull() && m_model.rowCount() == 1) // who else can be meant?
        m_table->selectRow(0);
    showRight();
}

void CitizensWorkspace::showRight()
{
    const bool isAsked = m_record.id().isNull() && m_model.rowCount() > 0;
    m_right->setCurrentIndex(isAsked ? 1 : 0);
}

void CitizensWorkspace::openRow(int row)
{
    if (row >= 0)
        m_record.open(m_model.index(row, 0).data(CitizenSearchModel::IdRole).toUuid());
}

bool CitizensWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Workspace::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_search && (isEnter || key->key() == Qt::Key_Down) && m_model.rowCount() > 0) {
        if (!m_table->currentIndex().isValid())
            m_table->selectRow(0);
        m_table->setFocus();
        return true;
    }
    if (watched == m_table && isEnter) {
        m_pane->focusRequests();
        return true;
    }
    if (watched == m_table && key->key() == Qt::Key_Up && m_table->currentIndex().row() <= 0) {
        m_search->setFocus();
        return true;
    }
    return false;
}

void CitizensWorkspace::activate(const Opening &opening)
{
    if (opening.kind == Kind::Citizen && !opening.id.isNull())
        m_record.open(opening.id);
    if (!opening.text.isEmpty())
        m_search->setText(opening.text);
}

QWidget *CitizensWorkspace::firstFocus()
{
    return m_search;
}

bool CitizensWorkspace::stepBack()
{
    if (m_pane->isAncestorOf(focusWidget())) {
        m_record.flush(); // what was typed stays
        m_table->isVisible() ? m_table->setFocus() : m_search->setFocus();
        return true;
    }
    if (m_table->hasFocus()) {
        m_search->setFocus();
        return true;
    }
    return false;
}

} // namespace parvis
