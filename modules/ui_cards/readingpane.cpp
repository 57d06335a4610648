#include "ui_cards/readingpane.h"

#include "ui_cards/cardpaper.h"
#include "ui_cards/cardwords.h"
#include "ui_cards/fittedtext.h"
#include "ui_cards/flagbar.h"
#include "ui_cards/remarklist.h"
#include "ui_cards/scriptblocks.h"
#include "ui_common/action.h"
#include "ui_common/chip.h"
#include "ui_common/flowlayout.h"
#include "ui_common/printing.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtCore/QStandardPaths>
#include <QtGui/QAction>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

ReadingPane::ReadingPane(CardsController &controller, const ReferenceData &town, Navigator &navigator, QAction *edit,
                         QWidget *scope, QWidget *parent)
    : PageArea(parent), m_controller(controller), m_town(town), m_navigator(navigator)
{
    makeActions(scope);
    m_flagBar = new FlagBar(m_controller, scope);
    m_error = new InlineError;
    m_summary = secondaryLabel({});
    m_blocks = new ScriptBlocks;
    m_rest = new FittedText(tr("Everything else on the card"));
    m_useText = secondaryLabel({});
    m_remarksTitle = sectionLabel(tr("Remarks and flags"));
    m_remarks = new RemarkList(m_town, tr("Remarks and flags"));
    m_revisionsTitle = sectionLabel(tr("Revisions: Enter compares one with the one before"));
    m_revisions = new ShortList(tr("Revisions"));

    column()->addWidget(makeHeading(edit));
    column()->addWidget(m_error);
    column()->addWidget(m_blocks);
    column()->addWidget(m_summary); // below: of any length, it must not move the blocks
    column()->addWidget(m_rest);
    column()->addWidget(m_useText);
    column()->addWidget(m_remarksTitle);
    column()->addWidget(m_remarks);
    column()->addWidget(m_revisionsTitle);
    column()->addWidget(m_revisions);
    column()->addStretch();

    connect(m_rest, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.scheme() == "card"_L1)
            Q_EMIT cardWanted(idFromText(link.path()).value_or(Id()));
    });
    connect(m_revisions, &QListWidget::itemActivated, this, &ReadingPane::compareRevision);
    connect(m_flagBar, &FlagBar::closed, this, [this](bool hadFocus) {
        m_top->setCurrentIndex(0);
        if (hadFocus)
            focusText();
    });
    connect(&m_controller, &CardsController::recordChanged, this, &ReadingPane::refresh);
    refresh();
}

void ReadingPane::makeActions(QWidget *scope)
{
    m_flag = makeAction(scope, {u"cards.flag"_s,
                                tr("Flag"),
                                {Qt::Key_F},
                                u"triangle-alert"_s,
                                tr("Says that the card is wrong (W) or incomplete (I): two keys, and its author sees it.")});
    m_handle = makeAction(scope, {u"cards.handleFlag"_s,
                                  tr("Flag answered"),
                                  {Qt::Key_D},
                                  u"check"_s,
                                  tr("The chosen flag, or the newest, needs no more attention.")});
    m_archive = makeAction(
        scope, {u"cards.archive"_s, tr("Archive"), {Qt::Key_A}, u"inbox"_s, tr("Takes the card out of use, or brings it back.")});
    m_review = makeAction(scope, {u"cards.review"_s,
                                  tr("Reviewed, still right"),
                                  {Qt::Key_V},
                                  u"circle-check"_s,
                                  tr("Read again: nothing to change until the next review.")});
    m_use = makeAction(scope, {u"cards.use"_s,
                               tr("Use at the Desk"),
                               {Qt::Key_U},
                               u"headset"_s,
                               tr("Takes the card for the contact that is being recorded.")});
    m_print = makeAction(scope, {u"cards.print"_s, tr("Print"), {QKeySequence::Print}, u"printer"_s, {}});
    m_pdf = makeAction(scope, {u"cards.pdf"_s,
                               tr("PDF"),
                               {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                               u"download"_s,
                               tr("Saves the card as a file to send or print.")});
    m_compareAction = makeAction(scope, {u"cards.compare"_s,
                                         tr("Compare revisions"),
                                         {Qt::Key_H},
                                         u"git-compare"_s,
                                         tr("The chosen revision beside the one before.")});
    connect(m_compareAction, &QAction::triggered, this, &ReadingPane::compareRevision);
    connect(m_flag, &QAction::triggered, this, [this] {
        m_flagBar->open();
        m_top->setCurrentWidget(m_flagBar);
        verticalScrollBar()->setValue(0);
    });
    connect(m_handle, &QAction::triggered, this, &ReadingPane::handleFlag);
    connect(m_archive, &QAction::triggered, this, [this] { m_controller.setArchived(!card()->archived); });
    connect(m_review, &QAction::triggered, &m_controller, &CardsController::setReviewed);
    connect(m_use, &QAction::triggered, this, [this] { m_navigator.show(u"desk"_s, {Kind::Card, m_controller.shown(), {}}); });
    connect(m_print, &QAction::triggered, this, &ReadingPane::printCard);
    connect(m_pdf, &QAction::triggered, this, &ReadingPane::askForPdf);
}

QWidget *ReadingPane::makeHeading(QAction *edit)
{
    auto *heading = new QWidget;
    m_title = new ElidedLabel;
    setTextRole(m_title, TextRole::Heading);
    m_kind = new Chip;
    m_revision = new Chip;
    m_state = new Chip;
    m_route = new ElidedLabel;
    auto *facts = new QHBoxLayout;
    facts->addWidget(m_kind);
    facts->addWidget(m_revision);
    facts->addWidget(m_state);
    facts->addWidget(m_route, 1);
    m_top = new QStackedWidget;
    auto *row = new QWidget;
    auto *buttons = new FlowLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    m_top->addWidget(row);
    m_top->addWidget(m_flagBar);
    for (QAction *action : {edit, m_use, m_flag, m_review, m_archive, m_print, m_pdf})
        buttons->addWidget(new ActionButton(action));
    auto *column = new QVBoxLayout(heading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_title);
    column->addLayout(facts);
    column->addWidget(m_top);
    return heading;
}

const Card *ReadingPane::card() const
{
    const auto &record = m_controller.record();
    return record && record->card ? &*record->card : nullptr;
}

void ReadingPane::setInSight(bool isInSight)
{
    m_isInSight = isInSight;
    if (!isInSight)
        m_flagBar->close();
    enableActions();
}

void ReadingPane::enableActions()
{
    const Card *shown = m_isInSight ? card() : nullptr;
    const bool mayArchive = shown && m_controller.mayArchive(*shown);
    m_flag->setEnabled(shown && !m_controller.actor().roles.empty());
    m_use->setEnabled(shown && !shown->archived && m_controller.actor().may(Permission::LogContact));
    m_print->setEnabled(shown);
    m_pdf->setEnabled(shown);
    m_compareAction->setEnabled(shown && !m_controller.record()->revisions.isEmpty());
    m_archive->setEnabled(mayArchive);
    m_archive->setVisible(m_controller.actor().may(Permission::EditCards));
    m_review->setVisible(m_controller.actor().may(Permission::EditCards));
    m_archive->setText(shown && shown->archived ? tr("Bring back") : tr("Archive"));
    m_review->setEnabled(mayArchive && shown->reviewMonths > 0);
    const QList<CardRemark> remarks = shown ? m_controller.record()->remarks : QList<CardRemark>();
    const bool hasFlag = std::any_of(remarks.begin(), remarks.end(), isOpenFlag);
    m_handle->setEnabled(hasFlag && shown && m_controller.mayWrite(*shown));
}

void ReadingPane::refresh()
{
    const Card *shown = card();
    widget()->setVisible(shown);
    enableActions();
    if (!shown)
        return;
    if (std::exchange(m_last, shown->id) != shown->id) {
        m_error->clear();
        m_flagBar->close();
        verticalScrollBar()->setValue(0);
    }
    showCard(*shown);
    showUse(*shown);
    showRemarks();
    showRevisions();
}

void ReadingPane::showCard(const Card &shown)
{
    m_title->setText(shown.title);
    //: on a chip: "complex question · 10 working days"
    m_kind->setLook({u"clock"_s, tr("%1 · %2").arg(word(shown.complexity), delayText(shown)), Tone::Neutral});
    const QString day = shown.publishedAt.isSet() ? shortDay(m_town.calendar().localDay(shown.publishedAt)) : QString();
    m_revision->setLook(
        {u"history"_s,
         day.isEmpty() ? tr("revision %1").arg(shown.revision) : tr("revision %1 of %2").arg(shown.revision).arg(day),
         Tone::Neutral});
    const bool isOverdue = shown.reviewOn.isValid() && shown.reviewOn < m_controller.today();
    ChipLook state;
    if (shown.archived)
        state = {u"inbox"_s, tr("archived"), Tone::Held};
    else if (shown.validUntil.isValid() && shown.validUntil < m_controller.today())
        state = {u"calendar"_s, tr("no longer valid"), Tone::Late};
    else if (!isInForce(shown, m_controller.today()))
        state = {u"calendar"_s, tr("valid from %1").arg(shortDay(shown.validFrom)), Tone::Held};
    else if (isOverdue)
        state = {u"calendar"_s, tr("to review"), Tone::DueToday};
    m_state->setLook(state);
    const QString referent = m_town.userName(referentOf(shown, m_town));
    const QString service = m_town.unitName(shown.service);
    m_route->setText(referent.isEmpty() ? u"→ "_s + service : u"→ %1 → %2"_s.arg(service, referent));
    m_summary->setText(shown.summary);
    m_summary->setVisible(!shown.summary.isEmpty());
    m_blocks->show(shown);
    m_rest->show(restOfCard(shown, m_town));
}

void ReadingPane::showUse(const Card &shown)
{
    const CardStatistics use = m_controller.use(shown.id);
    if (use.requests == 0) {
        m_useText->setText(tr("No request of this card in the last twelve months."));
        return;
    }
    QStringList facts{tr("%n request(s) in the last twelve months", nullptr, use.requests),
                      tr("last on %1").arg(shortDay(m_town.calendar().localDay(use.lastAt))),
                      tr("%1 % late").arg(use.late * 100 / use.requests)};
    if (use.escalated > 0)
        facts.append(tr("%n escalated", nullptr, use.escalated));
    if (use.reopened > 0)
        facts.append(tr("%n reopened", nullptr, use.reopened));
    m_useText->setText(facts.join(u" · "_s));
}

void ReadingPane::showRemarks()
{
    const QList<CardRemark> &remarks = m_controller.record()->remarks;
    m_remarks->setRemarks(remarks, m_controller.today());
    m_remarks->setVisible(!remarks.isEmpty());
    m_remarksTitle->setVisible(!remarks.isEmpty());
}

void ReadingPane::showRevisions()
{
    const QList<CardRevision> &revisions = m_controller.record()->revisions;
    m_revisions->clear();
    for (const CardRevision &revision : revisions) {
        QStringList parts{tr("Revision %1").arg(revision.number)};
        if (revision.publishedAt.isSet())
            parts.append(shortDay(m_town.calendar().localDay(revision.publishedAt)));
        if (!revision.author.isNull())
            parts.append(tr("written by %1").arg(m_town.userName(revision.author)));
        if (!revision.publishedBy.isNull())
            parts.append(tr("approved by %1").arg(m_town.userName(revision.publishedBy)));
        m_revisions->addItem(parts.join(u" · "_s));
    }
    m_revisions->setCurrentRow(revisions.isEmpty() ? -1 : 0);
    m_revisions->setVisible(!revisions.isEmpty());
    m_revisionsTitle->setVisible(!revisions.isEmpty());
    m_revisions->fit();
}

void ReadingPane::compareRevision()
{
    const QList<CardRevision> revisions = m_controller.record() ? m_controller.record()->revisions : QList<CardRevision>();
    const int row = m_revisions->currentRow();
    if (row < 0 || row >= revisions.size())
        return;
    const CardRevision &after = revisions.at(row);
    const bool isFirst = row + 1 == revisions.size();
    const QJsonObject before = isFirst ? QJsonObject() : revisions.at(row + 1).content;
    const QString title = isFirst ? tr("Revision %1 is the first").arg(after.number)
                                  : tr("Revision %1 beside revision %2").arg(after.number).arg(revisions.at(row + 1).number);
    Q_EMIT compareWanted(before, after.content, title);
}

void ReadingPane::handleFlag()
{
    const QList<CardRemark> &remarks = m_controller.record()->remarks;
    const Id chosen = m_remarks->current();
    auto it = std::find_if(remarks.begin(), remarks.end(), [&](const CardRemark &r) { return r.id == chosen && isOpenFlag(r); });
    if (it == remarks.end())
        it = std::find_if(remarks.begin(), remarks.end(), isOpenFlag);
    if (it != remarks.end())
        m_controller.handleFlag(it->id);
}

void ReadingPane::printCard()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(card()->title);
    const auto paint = [paper = paperOf(*card(), m_town, m_controller.today())](QPrinter &chosen) {
        return paintPages(chosen, paper);
    };
    choosePrinter(this, printer, paint, [this](const Result<bool> &isPrinted) {
        if (!isPrinted)
            m_error->say(tr("The printer can't be reached. Nothing was printed."));
    });
}

void ReadingPane::askForPdf()
{
    auto *dialog = new QFileDialog(this, tr("Save the card as PDF"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(card()->code.isEmpty() ? codeFor(card()->title) : card()->code);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, paper = paperOf(*card(), m_town, m_controller.today())](const QString &path) {
                if (const Status written = writePdf(path, paper); written)
                    m_navigator.tell(tr("The card was saved as %1.").arg(path));
                else
                    m_error->say(tr("The PDF can't be written there. Choose another place."));
            });
    dialog->open();
}

void ReadingPane::focusText()
{
    m_rest->setFocus(Qt::OtherFocusReason);
    verticalScrollBar()->setValue(0);
}

bool ReadingPane::stepBack()
{
    if (!m_flagBar->isOpen())
        return false;
    m_flagBar->close();
    return true;
}

void ReadingPane::say(const Error &error)
{
    m_error->say(error);
}

} // namespace parvis
