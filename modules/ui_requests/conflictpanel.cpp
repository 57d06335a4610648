#include "ui_requests/conflictpanel.h"

#include "ui_common/action.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_requests/requestwords.h"

#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QPushButton *plainButton(const QString &text, const QObject *receiver, const std::function<void()> &act)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    QObject::connect(button, &QPushButton::clicked, receiver, act);
    return button;
}

} // namespace

ConflictPanel::ConflictPanel(RequestDetailController &controller, const ReferenceData &town, QWidget *scope, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_town(town), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::gap);
    m_take = makeAction(scope, {u"requests.takeMine"_s,
                                tr("Take mine"),
                                {Qt::ALT | Qt::Key_M},
                                u"check"_s,
                                tr("Puts the value that lost in place of the one that stands.")});
    m_keep = makeAction(scope, {u"requests.keepTheirs"_s,
                                tr("Keep theirs"),
                                {Qt::ALT | Qt::Key_K},
                                u"x"_s,
                                tr("Leaves what stands and closes the conflict.")});
    connect(m_take, &QAction::triggered, this, [this] {
        if (!m_shown.isEmpty())
            m_controller.take(m_shown.first());
    });
    connect(m_keep, &QAction::triggered, this, [this] {
        if (!m_shown.isEmpty())
            m_controller.dismiss(m_shown.first());
    });
    connect(&m_controller, &RequestDetailController::changed, this, &ConflictPanel::showRequest);
    showRequest();
}

void ConflictPanel::showRequest()
{
    QList<Proposal> open;
    const auto &detail = m_controller.detail();
    if (detail) {
        for (const Proposal &proposal : detail->proposals) {
            if (proposal.state == ProposalState::Open)
                open.append(proposal);
        }
    }
    const QList<Change> history = detail ? detail->history : QList<Change>();
    const bool maySettle = !open.isEmpty() && m_controller.maySettle(open.first());
    m_take->setEnabled(maySettle);
    m_keep->setEnabled(maySettle);
    if (!open.isEmpty()) {
        m_take->setText(isMine(open.first()) ? tr("Take mine") : tr("Take this value"));
        m_keep->setText(isMine(open.first()) ? tr("Keep theirs") : tr("Keep what stands"));
    }
    setVisible(!open.isEmpty());
    if (open == m_shown && history == m_history)
        return;
    m_shown = open;
    m_history = history;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->deleteLater(); // one of its buttons may have brought us here
        item->widget()->hide();
        delete item;
    }
    for (qsizetype i = 0; i < m_shown.size(); ++i)
        m_column->addWidget(makeCard(m_shown.at(i), i == 0));
}

QWidget *ConflictPanel::makeCard(const Proposal &proposal, bool isFirst)
{
    auto *card = new QFrame;
    card->setObjectName(u"conflict"_s);
    card->setAutoFillBackground(true);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, toneGround(Tone::Held, palette()));
    card->setPalette(colours);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    column->setSpacing(space::unit);

    auto *head = new QHBoxLayout;
    auto *picture = new QLabel;
    picture->setPixmap(icon(u"git-compare"_s, Tone::Held).pixmap(iconSide(this), iconSide(this)));
    head->addWidget(picture);
    const auto refusal = fromToken<Refusal>(proposal.reason).value_or(Refusal::LostRace);
    auto *title = sectionLabel(isMine(proposal) ? tr("Your change did not take effect") : tr("A change did not take effect"));
    head->addWidget(title, 1);
    column->addLayout(head);
    for (auto it = proposal.wanted.begin(); it != proposal.wanted.end(); ++it) {
        if (followsFromOthers(it.key()))
            continue;
        auto *line = new QLabel(stepSentence(it.key(), proposal));
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        column->addWidget(line);
    }
    column->addWidget(secondaryLabel(sentence(refusal)));
    if (!m_controller.maySettle(proposal))
        return card;
    auto *buttons = new QHBoxLayout;
    if (isFirst) {
        buttons->addWidget(new ActionButton(m_take));
        buttons->addWidget(new ActionButton(m_keep));
    } else {
        buttons->addWidget(plainButton(m_take->text(), this, [this, proposal] { m_controller.take(proposal); }));
        buttons->addWidget(plainButton(m_keep->text(), this, [this, proposal] { m_controller.dismiss(proposal); }));
    }
    buttons->addStretch();
    column->addLayout(buttons);
    return card;
}

QString ConflictPanel::standingAuthor(const QString &field) const
{
    for (const Change &change : m_history) {
        if (change.fields.contains(field))
            return m_town.userName(change.actor);
    }
    return {};
}

QString ConflictPanel::stepSentence(const QString &field, const Proposal &proposal) const
{
    const QString name = fieldWord(Kind::Request, field);
    const QString wanted = valueText(field, proposal.wanted.value(field), m_town);
    const QString when = momentText(proposal.at, m_town.calendar().zone(), m_controller.today());
    const QString found = valueText(field, toDocument(m_controller.detail()->request).value(field), m_town);
    const QString theirs = standingAuthor(field);
    const QString author = m_town.userName(proposal.author);
    //: a conflict: name of the field, my value, when
    QString text = isMine(proposal) ? tr("%1: you wanted “%2” (%3)").arg(name, wanted, when)
                                    //: a conflict: name of the field, author, value, when
                                    : tr("%1: %2 wanted “%3” (%4)").arg(name, author, wanted, when);
    text.replace(0, 1, text.at(0).toUpper());
    //: goes on from a sentence about a conflict: the value that stands, and who set it
    text += theirs.isEmpty() ? tr("; “%1” stands.").arg(found) : tr("; “%1” stands, set by %2.").arg(found, theirs);
    return text;
}

} // namespace parvis
