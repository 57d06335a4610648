#include "ui_approvals/approvalsworkspace.h"

#include "ui_approvals/approvallistview.h"
#include "ui_approvals/approvalwords.h"
#include "ui_approvals/besidepane.h"
#include "ui_approvals/pagepane.h"
#include "ui_common/action.h"
#include "ui_common/filechoice.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtCore/QBuffer>
#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtGui/QImageReader>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! In the order of the tabs; the n-th is Ctrl+n.
constexpr std::array views{ApprovalView::ForMe, ApprovalView::ForAll, ApprovalView::Mine};

//! A signature as PNG, as large as it is printed, and smaller if it has to be; empty: it is no picture.
QByteArray signaturePng(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    QSize size(900, 360); // twice what a letter shows
    QByteArray png;
    while (!image.isNull() && size.width() > 100) {
        const bool isLarge = image.width() > size.width() || image.height() > size.height();
        const QImage fitted = isLarge ? image.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image;
        png.clear();
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        fitted.save(&buffer, "PNG");
        if (png.size() <= ApprovalsController::mostSignatureBytes)
            break;
        size = size * 3 / 4;
    }
    return png;
}

} // namespace

ApprovalsWorkspace::ApprovalsWorkspace(ApprovalsController &book, FileOpener &files, const ReferenceData &town,
                                       Navigator &navigator, QWidget *parent)
    : Workspace(parent), m_book(book), m_town(town), m_navigator(navigator)
{
    m_list = new ApprovalListView(m_book, m_town);
    makeActions();
    m_page = new PagePane(m_book, files, m_town, this);
    auto *split = new SplitView(u"approvals"_s, Qt::Horizontal);
    split->addWidget(m_list);
    split->addWidget(m_page);
    split->addWidget(new BesidePane(m_book, m_town));
    split->setStretchFactor(1, 1);
    split->setFirstSizes({300, 620, 320});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    whole->setSpacing(space::gap);
    whole->addWidget(makeTop());
    whole->addWidget(split, 1);
    connectAll();
    showCounts();
    showSignature();
}

QWidget *ApprovalsWorkspace::makeTop()
{
    auto *top = new QWidget;
    m_views = new QTabBar;
    m_views->setDrawBase(false);
    m_views->setExpanding(false);
    m_views->setAccessibleName(tr("Views of the signature book"));
    for (const ApprovalView view : views)
        m_views->addTab(viewTitle(view));
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_views, 1);
    row->addWidget(new ActionButton(m_sign));
    row->addWidget(new ActionButton(m_unsign));
    return top;
}

void ApprovalsWorkspace::makeActions()
{
    for (std::size_t i = 0; i < views.size(); ++i) {
        const QAction *show = makeAction(this, {u"approvals.view%1"_s.arg(i + 1),
                                                tr("View: %1").arg(viewTitle(views[i])),
                                                {QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i)))},
                                                u"list-checks"_s,
                                                {}});
        connect(show, &QAction::triggered, this, [this, i] { m_views->setCurrentIndex(int(i)); });
    }
    const QAction *next = makeAction(this, {u"approvals.next"_s, tr("Next reply"), {Qt::Key_J}, u"chevron-down"_s, {}});
    const QAction *before = makeAction(this, {u"approvals.previous"_s, tr("Previous reply"), {Qt::Key_K}, u"chevron-up"_s, {}});
    connect(next, &QAction::triggered, this, [this] { m_book.step(1); });
    connect(before, &QAction::triggered, this, [this] { m_book.step(-1); });
    // Of the list alone: a space or Enter elsewhere is that place's.
    const QAction *down = makeAction(m_list, {u"approvals.scroll"_s, tr("Scroll the page"), {Qt::Key_Space}, {}, {}});
    const QAction *up =
        makeAction(m_list, {u"approvals.scrollBack"_s, tr("Scroll the page back"), {Qt::SHIFT | Qt::Key_Space}, {}, {}});
    const QAction *open = makeAction(
        m_list, {u"approvals.open"_s, tr("Open the request"), {Qt::Key_Return, Qt::Key_Enter}, u"external-link"_s, {}});
    connect(down, &QAction::triggered, this, [this] { m_page->scroll(1); });
    connect(up, &QAction::triggered, this, [this] { m_page->scroll(-1); });
    connect(open, &QAction::triggered, this, &ApprovalsWorkspace::openRequest);
    m_sign = makeAction(this, {u"approvals.signature"_s,
                               tr("My signature…"),
                               {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
                               u"signature"_s,
                               tr("A picture of your signature, from a file. It stays at this desk, and is put only on what you "
                                  "approve in your own name.")});
    m_unsign = makeAction(this, {u"approvals.forgetSignature"_s,
                                 tr("Remove my signature"),
                                 {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete},
                                 u"trash-2"_s,
                                 tr("Letters that you approve are signed by hand.")});
    connect(m_sign, &QAction::triggered, this, [this] {
        chooseFile(this, tr("A picture of your signature"), [this](const QString &path) { takeSignature(path); });
    });
    connect(m_unsign, &QAction::triggered, this, [this] { m_book.setSignature({}); });
}

void ApprovalsWorkspace::connectAll()
{
    connect(m_views, &QTabBar::currentChanged, this, [this](int tab) { m_book.setView(views[std::size_t(std::max(0, tab))]); });
    connect(m_list, &ApprovalListView::chosen, &m_book, &ApprovalsController::show);
    connect(m_list, &ApprovalListView::opened, this, &ApprovalsWorkspace::openRequest);
    connect(m_page, &PagePane::focusWanted, this, [this] { m_list->setFocus(); });
    connect(&m_book, &ApprovalsController::listed, this, &ApprovalsWorkspace::showListed);
    connect(&m_book, &ApprovalsController::countsChanged, this, &ApprovalsWorkspace::showCounts);
    connect(&m_book, &ApprovalsController::caseChanged, this, [this] { m_list->select(m_book.shown()); });
    connect(&m_book, &ApprovalsController::signatureChanged, this, &ApprovalsWorkspace::showSignature);
    connect(&m_book, &ApprovalsController::saved, this, &ApprovalsWorkspace::tellSaved);
    connect(&m_book, &ApprovalsController::writingWanted, this, [this](const Id &reply) {
        m_navigator.show(u"requests"_s, {Kind::Reply, reply, {}});
    });
    connect(&m_book, &ApprovalsController::failed, this, [this](ApprovalAct act, const Error &error) {
        if (m_isInFront && isVisible())
            m_page->say(act, error);
        else
            m_navigator.tellError(error);
    });
}

void ApprovalsWorkspace::setActor(const Actor &actor)
{
    m_book.setActor(actor);
    m_sign->setEnabled(!actor.roles.empty());
}

void ApprovalsWorkspace::activate(const Opening &opening)
{
    m_isInFront = true;
    if (opening.kind == Kind::Reply && !opening.id.isNull()) {
        m_book.show(opening.id);
        if (!m_book.list().indexOf(opening.id).isValid())
            m_views->setCurrentIndex(m_book.view() == ApprovalView::ForMe ? 1 : 0);
    }
    showListed();
}

QWidget *ApprovalsWorkspace::firstFocus()
{
    return m_list;
}

bool ApprovalsWorkspace::stepBack()
{
    if (m_page->stepBack())
        return true;
    QWidget *focus = QApplication::focusWidget();
    if (focus && focus != m_list && isAncestorOf(focus)) {
        m_list->setFocus();
        return true;
    }
    return false;
}

void ApprovalsWorkspace::showListed()
{
    if (m_isInFront && m_book.shown().isNull() && m_book.list().rowCount() > 0)
        m_book.show(m_book.list().items().first().id());
    m_list->select(m_book.shown());
}

void ApprovalsWorkspace::showCounts()
{
    const auto titled = [](ApprovalView view, int count) {
        return count > 0 ? u"%1 (%2)"_s.arg(viewTitle(view)).arg(count) : viewTitle(view);
    };
    m_views->setTabText(0, titled(ApprovalView::ForMe, m_book.waiting()));
    m_views->setTabText(1, titled(ApprovalView::ForAll, m_book.openCount()));
    Q_EMIT badgeChanged(m_book.waiting());
}

void ApprovalsWorkspace::showSignature()
{
    m_unsign->setVisible(!m_book.signature().isEmpty());
    m_sign->setText(m_book.signature().isEmpty() ? tr("My signature…") : tr("Another signature…"));
}

void ApprovalsWorkspace::takeSignature(const QString &path)
{
    const QByteArray png = signaturePng(path);
    if (png.isEmpty())
        m_page->say(ApprovalAct::KeepSignature, {ErrorCode::InvalidInput, {}});
    else
        m_book.setSignature(png);
}

void ApprovalsWorkspace::openRequest()
{
    const auto &shown = m_book.shownCase();
    if (!shown)
        return;
    const Recipient r = recipientFrom(shown->reply().recipients.at(m_book.recipient()));
    m_navigator.open(Kind::Request, r.request.isNull() ? shown->reply().request : r.request);
}

void ApprovalsWorkspace::tellSaved(const SavedApproval &act)
{
    const auto undoable = [&](const QString &done, const QString &what) {
        m_navigator.tellUndoable(done, what, [book = QPointer(&m_book), act] {
            if (book)
                book->undo(act);
        });
    };
    const QString name = act.number.isEmpty() ? act.subject : act.number + u' ' + act.subject;
    switch (act.act) {
    case ApprovalAct::Approve: undoable(tr("Approved: %1.").arg(name), tr("approval of %1").arg(name)); break;
    case ApprovalAct::ApproveChanged:
        undoable(tr("Approved with your changes: %1.").arg(name), tr("approval of %1").arg(name));
        break;
    case ApprovalAct::ApproveAlike:
        undoable(tr("%n reply(ies) approved, each with its own seal.", nullptr, int(act.parts.size())),
                 tr("approval of %n reply(ies)", nullptr, int(act.parts.size())));
        break;
    case ApprovalAct::Return: m_navigator.tell(tr("Returned to its author: %1.").arg(name)); break;
    case ApprovalAct::Refuse: m_navigator.tell(tr("Refused: %1. Its author sees the reason.").arg(name)); break;
    case ApprovalAct::Annotate: m_navigator.tell(tr("The remark was added.")); break;
    case ApprovalAct::TakeBack: m_navigator.tell(tr("The approval is taken back: %1.").arg(name)); break;
    case ApprovalAct::Withdraw: undoable(tr("Withdrawn: %1.").arg(name), tr("withdrawal of %1").arg(name)); break;
    case ApprovalAct::Restore: m_navigator.tell(tr("It is no longer withdrawn: %1.").arg(name)); break;
    case ApprovalAct::TakeUp: m_navigator.tell(tr("It is a draft again: %1.").arg(name)); break;
    case ApprovalAct::KeepSignature: break;
    }
}

} // namespace parvis
