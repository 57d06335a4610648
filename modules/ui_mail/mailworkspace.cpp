#include "ui_mail/mailworkspace.h"

#include "ui_common/action.h"
#include "ui_common/dispatchwords.h"
#include "ui_common/filechoice.h"
#include "ui_common/flowlayout.h"
#include "ui_common/replypaper.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_mail/letterprinter.h"
#include "ui_mail/lettersjob.h"
#include "ui_mail/mailfilterline.h"
#include "ui_mail/maillistview.h"
#include "ui_mail/mailpane.h"
#include "ui_mail/mailwords.h"
#include "ui_mail/registerexport.h"

#include <QtCore/QPointer>
#include <QtCore/QSaveFile>
#include <QtCore/QSettings>
#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! In the order of the tabs; the n-th is Ctrl+n.
constexpr std::array views{MailView::Register, MailView::ToPrint, MailView::Printed,
                           MailView::ToCall,   MailView::Counter, MailView::Trouble};
const QString sidesKey = u"mail/bothSides"_s;

int countOf(MailView view, const DispatchCounts &counts)
{
    switch (view) {
    case MailView::Register: return 0;
    case MailView::ToPrint: return counts.letters;
    case MailView::Printed: return counts.printed;
    case MailView::ToCall: return counts.calls;
    case MailView::Counter: return counts.counter;
    case MailView::Trouble: return counts.troubled;
    }
    return 0;
}

} // namespace

MailWorkspace::MailWorkspace(MailController &controller, const ReferenceData &town, LetterPrinter &printer, Navigator &navigator,
                             QWidget *parent)
    : Workspace(parent),
      m_controller(controller),
      m_town(town),
      m_printer(printer),
      m_navigator(navigator),
      m_job(new LettersJob(town, this)),
      m_export(new RegisterExport(controller, this))
{
    m_controller.list().setWording(columnWords(), [this](const DispatchRow &row, MailListModel::Column column) {
        return cellText(row, column, m_town, m_controller.today());
    });
    makeActions();
    makeWorkActions();
    auto *split = new SplitView(u"mail"_s, Qt::Horizontal);
    split->addWidget(makeListColumn());
    m_pane = new MailPane(m_controller, m_town, {m_done, m_noAnswer, m_again, m_cameBack, m_open});
    split->addWidget(m_pane);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setFirstSizes({720, 540});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    whole->addWidget(split);
    connectAll();
    showCounts();
    showList();
}

void MailWorkspace::makeActions()
{
    for (std::size_t i = 0; i < views.size(); ++i) {
        const QAction *show = makeAction(this, {u"mail.view%1"_s.arg(i + 1),
                                                tr("Mail: %1").arg(tabWord(views[i])),
                                                {QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i)))},
                                                u"list"_s,
                                                {}});
        connect(show, &QAction::triggered, this, [this, i] {
            m_tabs->setCurrentIndex(int(i));
            m_list->setFocus();
        });
    }
    const auto add = [this](const ActionDefinition &definition, auto deed) {
        QAction *action = makeAction(this, definition);
        connect(action, &QAction::triggered, this, deed);
        return action;
    };
    add({u"mail.next"_s, tr("Next mail"), {Qt::Key_J}, u"chevron-down"_s, {}}, [this] { m_list->step(1); });
    add({u"mail.previous"_s, tr("Previous mail"), {Qt::Key_K}, u"chevron-up"_s, {}}, [this] { m_list->step(-1); });
    add({u"mail.pageDown"_s, tr("Read on"), {Qt::Key_Space}, u"chevron-down"_s, {}}, [this] { m_pane->paper().scroll(1); });
    add({u"mail.pageUp"_s, tr("Read back"), {Qt::SHIFT | Qt::Key_Space}, u"chevron-up"_s, {}},
        [this] { m_pane->paper().scroll(-1); });
    add({u"mail.find"_s, tr("Find in the register"), {Qt::Key_Slash, QKeySequence::Find}, u"search"_s, {}},
        [this] { m_filter->focusWords(); });
    add({u"mail.mark"_s, tr("Mark"), {Qt::Key_X}, u"square-check"_s, tr("Several marked: one key for all.")},
        [this] { m_list->toggleMark(); });
    m_markAll =
        add({u"mail.markAll"_s, tr("Mark all"), {QKeySequence::SelectAll}, u"list-checks"_s, {}}, [this] { m_list->markAll(); });
    m_open = add({u"mail.open"_s, tr("Open the request"), {Qt::Key_O}, u"external-link"_s, {}}, [this] {
        if (const auto dispatch = current())
            m_navigator.open(Kind::Request, dispatch->request);
    });
    m_csv = add({u"mail.csv"_s,
                 tr("Export as CSV"),
                 {Qt::CTRL | Qt::Key_E},
                 u"download"_s,
                 tr("All lines of this list as it is filtered, for a spreadsheet.")},
                [this] { exportCsv(); });
}

void MailWorkspace::makeWorkActions()
{
    const auto add = [this](const ActionDefinition &definition, auto deed) {
        QAction *action = makeAction(this, definition);
        connect(action, &QAction::triggered, this, deed);
        return action;
    };
    m_print = add({u"mail.print"_s,
                   tr("Print"),
                   {Qt::Key_P, QKeySequence::Print},
                   u"printer"_s,
                   tr("The letters that are marked, in one go; each is kept with its request.")},
                  [this] { makeLetters({}); });
    m_pdf = add({u"mail.pdf"_s,
                 tr("Letters as PDF"),
                 {Qt::CTRL | Qt::ALT | Qt::Key_P},
                 u"download"_s,
                 tr("Saves the letters that are marked as one file to be printed elsewhere.")},
                [this] {
                    const QString name = tr("letters-%1.pdf").arg(m_controller.today().toString(Qt::ISODate));
                    chooseSavePath(this, tr("Save the letters as PDF"), name, [this](const QString &path) { savePdf(path); });
                });
    m_sides = makeAction(this, {u"mail.sides"_s,
                                tr("Both sides"),
                                {Qt::Key_D},
                                u"copy"_s,
                                tr("Prints on both sides of the paper; each letter begins on a new sheet.")});
    m_sides->setCheckable(true);
    m_sides->setChecked(QSettings().value(sidesKey).toBool());
    connect(m_sides, &QAction::toggled, this, [](bool isBoth) { QSettings().setValue(sidesKey, isBoth); });
    m_done = add({u"mail.done"_s, tr("Posted"), {Qt::Key_S}, u"check"_s, {}}, [this] { done(); });
    m_noAnswer = add({u"mail.noAnswer"_s,
                      tr("Nobody answered"),
                      {Qt::Key_F},
                      u"phone-off"_s,
                      tr("Records the try; the call stays in the list.")},
                     [this] {
                         const QString said = m_pane->said();
                         //: recorded of a call; %1: what the agent adds
                         const QString text = said.isEmpty() ? tr("Nobody answered.") : tr("Nobody answered. %1").arg(said);
                         m_controller.call(MailAct::NoAnswer, m_controller.id(), text);
                     });
    m_again =
        add({u"mail.again"_s, tr("Queue again"), {Qt::Key_Q}, u"rotate-ccw"_s, tr("It is sent, printed or said once more.")},
            [this] { doToMarked(MailAct::QueueAgain); });
    m_cameBack =
        add({u"mail.cameBack"_s, tr("It came back"), {Qt::Key_B}, u"corner-up-left"_s, tr("The post brought the letter back.")},
            [this] { doToMarked(MailAct::ComeBack); });
}

QWidget *MailWorkspace::makeListColumn()
{
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Lists of outgoing mail"));
    for (const MailView view : views)
        m_tabs->addTab(tabWord(view));
    m_filter = new MailFilterLine;
    m_list = new MailListView(m_controller.list());
    m_empty = new EmptyState(u"mail"_s, {}, {});
    m_listPages = new QStackedWidget;
    m_listPages->addWidget(m_list);
    m_listPages->addWidget(m_empty);
    m_error = new InlineError;
    m_progress = secondaryLabel({});
    m_progress->hide();
    auto *buttons = new FlowLayout;
    buttons->setSpacing(space::gap);
    for (QAction *action : {m_print, m_sides, m_pdf, m_markAll, m_csv})
        buttons->addWidget(new ActionButton(action));
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, space::gap, 0);
    layout->setSpacing(space::gap);
    layout->addWidget(m_tabs);
    layout->addWidget(m_filter);
    layout->addWidget(m_error);
    layout->addWidget(m_listPages, 1);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    return column;
}

void MailWorkspace::connectAll()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &MailWorkspace::showView);
    connect(m_filter, &MailFilterLine::filtered, this, [this] { m_controller.setFilter(m_filter->filter()); });
    connect(m_filter, &MailFilterLine::committed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &MailListView::chosen, this, [this](const Id &id) { m_controller.show(id); });
    connect(m_list, &MailListView::opened, m_open, &QAction::trigger);
    connect(m_list, &MailListView::marksChanged, this, &MailWorkspace::showActions);
    connect(m_pane, &MailPane::leftField, m_list, qOverload<>(&QWidget::setFocus));
    MailListModel &model = m_controller.list();
    connect(&model, &MailListModel::queryShown, this, [this] {
        m_isLoaded = true;
        showList();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &MailWorkspace::showList);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &MailWorkspace::showList);
    connect(&model, &QAbstractItemModel::dataChanged, this, &MailWorkspace::showActions);
    connect(&m_controller, &MailController::countsChanged, this, &MailWorkspace::showCounts);
    connect(&m_controller, &MailController::shown, this, [this] {
        m_pane->renew();
        showActions();
    });
    connect(&m_controller, &MailController::saved, this, &MailWorkspace::tellSaved);
    connect(&m_controller, &MailController::undone, this, [this] { m_error->clear(); });
    connect(&m_controller, &MailController::failed, this, [this](MailAct, const Error &error) {
        const auto refusal = fromToken<Refusal>(error.detail);
        m_error->say(refusal ? parvis::sentence(*refusal) : parvis::sentence(error));
    });
    connect(&m_controller, &MailController::loadFailed, this, [this](const Error &error) { m_error->say(error); });
    connect(&m_town, &ReferenceData::changed, this, [this] { m_filter->setRegisters(m_controller.registers()); });
    connect(m_job, &LettersJob::progressed, this,
            [this](int made, int all) { showProgress(tr("Letter %1 of %2 · Escape stops").arg(made).arg(all)); });
    connect(m_job, &LettersJob::finished, this, &MailWorkspace::takeBatch);
    connect(m_job, &LettersJob::failed, this, [this](const Error &error) {
        m_isBusy = false;
        showProgress({});
        m_error->say(error);
        showActions();
    });
    connect(m_export, &RegisterExport::progressed, this,
            [this](int lines) { showProgress(tr("%n line(s) written · Escape stops", nullptr, lines)); });
    connect(m_export, &RegisterExport::finished, this, [this](const QString &path, int lines) {
        showProgress({});
        m_navigator.tell(tr("%n line(s) were saved as %1.", nullptr, lines).arg(path));
    });
    connect(m_export, &RegisterExport::failed, this, [this](const Error &error) {
        showProgress({});
        if (error.detail == "file"_L1)
            m_error->say(tr("The file can't be written there. Choose another place."));
        else
            m_error->say(error);
    });
}

void MailWorkspace::setActor(const Actor &actor)
{
    m_controller.setActor(actor);
    showActions();
}

void MailWorkspace::activate(const Opening &opening)
{
    m_controller.start();
    if (!opening.text.isEmpty()) {
        m_tabs->setCurrentIndex(0);
        m_filter->setWords(opening.text);
    }
    if (opening.kind == Kind::Dispatch && !opening.id.isNull())
        m_controller.show(opening.id);
}

QWidget *MailWorkspace::firstFocus()
{
    return m_list;
}

bool MailWorkspace::stepBack()
{
    if (m_job->isRunning() || m_export->isRunning()) {
        m_job->stop();
        m_export->stop();
        m_isBusy = false;
        showProgress({});
        showActions();
        m_navigator.tell(tr("Stopped: nothing was printed or saved."));
        return true;
    }
    if (m_list->hasFocus()) {
        if (m_list->marked().size() < 2)
            return false;
        m_list->clearMarks();
        return true;
    }
    m_list->setFocus();
    return true;
}

void MailWorkspace::showView(int tab)
{
    m_error->clear();
    m_controller.setView(views[std::size_t(std::max(0, tab))]);
    m_filter->setView(view());
    m_controller.setFilter(m_filter->filter());
    showList();
}

void MailWorkspace::showCounts()
{
    const DispatchCounts &counts = m_controller.counts();
    for (std::size_t i = 0; i < views.size(); ++i) {
        const int count = countOf(views[i], counts);
        const QString name = tabWord(views[i]);
        //: name of a list and how many wait in it
        m_tabs->setTabText(int(i), count > 0 ? tr("%1 (%2)").arg(name).arg(count) : name);
        m_tabs->setTabToolTip(
            int(i),
            u"%1 (%2)"_s.arg(name, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i))).toString(QKeySequence::NativeText)));
    }
    m_filter->setRegisters(m_controller.registers());
    const bool isClerk = m_controller.actor().roles.contains(Role::MailClerk);
    Q_EMIT badgeChanged(isClerk ? counts.letters + counts.troubled : 0);
}

void MailWorkspace::showList()
{
    const bool isEmpty = m_isLoaded && m_controller.list().rowCount() == 0;
    QString title, hint = tr("Ctrl+1 shows all that went out.");
    if (!m_filter->words().isEmpty()) {
        title = tr("Nothing that goes out says this");
        hint = tr("Shorten the words of the filter.");
    } else {
        switch (view()) {
        case MailView::Register:
            title = tr("Nothing has gone out");
            hint = tr("Replies come here when they are approved, acknowledgements when a request is recorded.");
            break;
        case MailView::ToPrint: title = tr("No letter is to be printed"); break;
        case MailView::Printed: title = tr("No letter waits for the post"); break;
        case MailView::ToCall: title = tr("Nobody is to be called"); break;
        case MailView::Counter: title = tr("Nothing waits at the counter"); break;
        case MailView::Trouble: title = tr("All that went out has arrived, as far as the town knows"); break;
        }
    }
    m_empty->setTexts(title, hint);
    m_listPages->setCurrentIndex(isEmpty ? 1 : 0);
    m_pane->setEmptyTexts(tr("No mail is chosen"), tr("Choose one with J and K."));
    showActions();
}

std::optional<Dispatch> MailWorkspace::current() const
{
    if (const int row = m_controller.list().indexOf(m_controller.id()); row >= 0)
        return m_controller.list().row(row).dispatch;
    return m_controller.item() ? std::optional(m_controller.item()->row.dispatch) : std::nullopt;
}

std::optional<MailAct> MailWorkspace::doneAct() const
{
    const auto dispatch = current();
    if (!dispatch)
        return std::nullopt;
    for (const MailAct act : {MailAct::Post, MailAct::Say, MailAct::HandOver, MailAct::Receive}) {
        if (m_controller.mayDo(act, *dispatch))
            return act;
    }
    return std::nullopt;
}

QList<Id> MailWorkspace::marked(MailAct act) const
{
    QList<Id> ids = m_list->marked();
    if (ids.isEmpty() && !m_controller.id().isNull())
        ids.append(m_controller.id());
    ids.removeIf([this, act](const Id &id) {
        const int row = m_controller.list().indexOf(id);
        return row < 0 || !m_controller.mayDo(act, m_controller.list().row(row).dispatch);
    });
    return ids;
}

void MailWorkspace::showActions()
{
    const auto offer = [](QAction *action, bool isOffered) {
        action->setVisible(isOffered);
        action->setEnabled(isOffered);
    };
    const bool isPrinting = view() == MailView::ToPrint;
    const int letters = isPrinting ? int(marked(MailAct::Print).size()) : 0;
    offer(m_print, isPrinting && m_controller.mayWork());
    offer(m_pdf, isPrinting && m_controller.mayWork());
    offer(m_sides, isPrinting && m_controller.mayWork());
    m_print->setEnabled(letters > 0 && !m_isBusy);
    m_pdf->setEnabled(letters > 0 && !m_isBusy);
    m_print->setText(letters > 1 ? tr("Print %n letter(s)", nullptr, letters) : tr("Print"));
    offer(m_markAll, view() != MailView::Register && m_controller.list().rowCount() > 1);
    m_csv->setEnabled(m_controller.list().rowCount() > 0);
    const auto act = doneAct();
    offer(m_done, act.has_value());
    if (act) {
        m_done->setText(*act == MailAct::Post       ? tr("Posted")
                        : *act == MailAct::Say      ? tr("Said")
                        : *act == MailAct::HandOver ? tr("Handed over")
                                                    : tr("It was received"));
    }
    offer(m_noAnswer, act == MailAct::Say);
    const auto dispatch = current();
    offer(m_again, dispatch && m_controller.mayDo(MailAct::QueueAgain, *dispatch));
    offer(m_cameBack, dispatch && m_controller.mayDo(MailAct::ComeBack, *dispatch));
    offer(m_open, dispatch && !dispatch->request.isNull());
}

void MailWorkspace::done()
{
    const auto act = doneAct();
    if (!act)
        return;
    if (*act != MailAct::Say)
        return doToMarked(*act);
    const QString said = m_pane->said();
    m_controller.call(MailAct::Say, m_controller.id(), said.isEmpty() ? current()->text : said);
}

void MailWorkspace::doToMarked(MailAct act)
{
    m_error->clear();
    m_controller.act(act, marked(act));
}

void MailWorkspace::savePdf(const QString &path)
{
    makeLetters(path);
}

void MailWorkspace::makeLetters(const QString &path)
{
    const QList<Id> ids = marked(MailAct::Print);
    if (ids.isEmpty() || m_isBusy)
        return;
    m_isBusy = true;
    m_path = path;
    m_error->clear();
    showActions();
    whenReady(m_controller.lettersDue(ids), this, [this](const Result<QList<LetterDue>> &letters) {
        if (letters && !letters->isEmpty()) {
            m_job->start(letters.value(), m_controller.today(), m_sides->isChecked() ? Sides::Both : Sides::One);
            return;
        }
        m_isBusy = false;
        showActions();
        if (letters)
            m_error->say(tr("These letters were printed already."));
        else
            m_error->say(letters.error());
    });
}

//! Only what came out is printed: the letters are kept afterwards.
void MailWorkspace::takeBatch(const QByteArray &batch, const QList<PrintedLetter> &letters)
{
    showProgress({});
    if (!m_path.isEmpty()) {
        m_isBusy = false;
        QSaveFile file(m_path);
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(batch) == batch.size() && file.commit();
        if (isWritten)
            keep(letters);
        else
            m_error->say(tr("The PDF can't be written there. Choose another place."));
        showActions();
        return;
    }
    m_printer.print(this, batch, m_sides->isChecked() ? Sides::Both : Sides::One, [this, letters](const Result<bool> &isPrinted) {
        m_isBusy = false;
        if (!isPrinted)
            m_error->say(tr("The printer can't be reached: the letters are still to be printed. Look what came out of it."));
        else if (*isPrinted)
            keep(letters);
        showActions();
    });
}

void MailWorkspace::keep(const QList<PrintedLetter> &letters)
{
    m_controller.keepPrinted(letters, [](const QString &chrono) {
        //: name of a file; %1: number of the letter
        return tr("Letter %1.pdf").arg(chrono);
    });
}

void MailWorkspace::tellSaved(const SavedMail &act)
{
    m_error->clear();
    if (act.mutations.isEmpty())
        return m_navigator.tell(parvis::sentence(act));
    m_navigator.tellUndoable(parvis::sentence(act), undoWord(act), [controller = QPointer(&m_controller), act] {
        if (controller)
            controller->undo(act);
    });
    if (act.act == MailAct::Say || act.act == MailAct::NoAnswer) {
        m_pane->saidField().clear();
        m_list->setFocus();
    }
}

void MailWorkspace::showProgress(const QString &text)
{
    m_progress->setText(text);
    m_progress->setVisible(!text.isEmpty());
}

void MailWorkspace::exportCsv()
{
    const QString name = tr("outgoing-mail-%1.csv").arg(m_controller.today().toString(Qt::ISODate));
    chooseSavePath(this, tr("Save the list as CSV"), name, [this, query = m_controller.list().query()](const QString &path) {
        m_error->clear();
        m_export->start(path, query, exportHeaders(), [this](const DispatchRow &row) { return exportCells(row, m_town); });
    });
}

} // namespace parvis
