#include "ui_requests/replypane.h"

#include "base/text.h"
#include "documents/replyletter.h"
#include "presentation/cardpeople.h"
#include "ui_common/action.h"
#include "ui_common/completerfield.h"
#include "ui_common/replypaper.h"
#include "ui_common/spellfield.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_requests/replysummary.h"
#include "ui_requests/requestwords.h"

#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int previewMs = 120;
constexpr int shownTroubles = 4;
constexpr int fewLetters = 8;

constexpr std::array channels{ReplyChannel::None,  ReplyChannel::Email,  ReplyChannel::Sms,
                              ReplyChannel::Phone, ReplyChannel::Letter, ReplyChannel::Counter};

} // namespace

ReplyPane::ReplyPane(ReplyController &controller, const ReferenceData &town, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_town(town),
      m_title(new ElidedLabel),
      m_way(secondaryLabel({})),
      m_cost(secondaryLabel({})),
      m_trouble(new QLabel),
      m_addressee(secondaryLabel({})),
      m_beginning(new CompleterField),
      m_paragraph(new CompleterField),
      m_channel(new QComboBox),
      m_purpose(new QComboBox),
      m_subject(new QLineEdit),
      m_text(new SpellField),
      m_files(new QListWidget),
      m_filesLabel(sectionLabel(tr("Enclosed"))),
      m_paper(new ReplyPaper),
      m_error(new InlineError),
      m_later(new QTimer(this))
{
    setFocusProxy(m_text);
    makeActions();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::group, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(makeHead());
    auto *split = new SplitView(u"reply"_s, Qt::Horizontal);
    split->addWidget(makeEditor());
    split->addWidget(makeSide());
    split->setFirstSizes({520, 480});
    column->addWidget(split, 1);
    column->addWidget(m_error);

    m_later->setSingleShot(true);
    m_later->setInterval(previewMs);
    connect(m_later, &QTimer::timeout, this, &ReplyPane::showPreview);
    connect(&m_controller, &ReplyController::begun, this, &ReplyPane::showBegun);
    connect(&m_controller, &ReplyController::changed, this, &ReplyPane::showChanged);
    connect(&m_controller, &ReplyController::submitted, this, &ReplyPane::closed);
    connect(&m_controller, &ReplyController::overtaken, this, [this](ReplyState state) {
        m_error->say(state == ReplyState::Withdrawn
                         ? tr("This reply was withdrawn at another desk. What is written here stays kept.")
                         : tr("This reply was submitted at another desk. What is written here stays kept."));
    });
    connect(&m_controller, &ReplyController::rewritten, this, [this](bool isOurs) {
        showBegun();
        m_error->say(isOurs ? tr("This draft was changed at another desk, too. Your words stand here: compare before you submit.")
                            : tr("This draft was changed at another desk: its words are here now."));
    });
    connect(&m_controller, &ReplyController::withdrawn, this, &ReplyPane::closed);
    connect(&m_controller, &ReplyController::failed, this, [this](const Error &error) {
        const auto refusal = fromToken<Refusal>(error.detail);
        m_error->say(refusal ? parvis::sentence(*refusal) : parvis::sentence(error));
    });
}

ReplyPane::~ReplyPane() = default;

void ReplyPane::makeActions()
{
    m_submit = makeAction(this, {u"reply.submit"_s,
                                 tr("Submit"),
                                 {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                                 u"send"_s,
                                 tr("To whoever approves it; Ctrl+Z takes it back.")});
    connect(m_submit, &QAction::triggered, this, &ReplyPane::submit);
    m_discard = makeAction(this, {u"reply.discard"_s,
                                  tr("Discard"),
                                  {Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace},
                                  u"x"_s,
                                  tr("This reply is not written any more.")});
    connect(m_discard, &QAction::triggered, &m_controller, &ReplyController::withdraw);
    m_fault = makeAction(this, {u"reply.fault"_s,
                                tr("What is missing"),
                                {Qt::Key_F8},
                                u"triangle-alert"_s,
                                tr("Goes to what keeps it from being sent.")});
    connect(m_fault, &QAction::triggered, this, &ReplyPane::goToFault);
    m_other = makeAction(this, {u"reply.other"_s,
                                tr("The other reply"),
                                {Qt::Key_F6},
                                u"layers"_s,
                                tr("Goes on with another reply that was begun here; each keeps its words.")});
    connect(m_other, &QAction::triggered, &m_controller, &ReplyController::beginOther);
    m_nextOne = makeAction(this, {u"reply.next"_s, tr("Next addressee"), {Qt::ALT | Qt::Key_Right}, u"arrow-right"_s, {}});
    m_previousOne =
        makeAction(this, {u"reply.previous"_s, tr("Previous addressee"), {Qt::ALT | Qt::Key_Left}, u"arrow-left"_s, {}});
    connect(m_nextOne, &QAction::triggered, this, [this] { walk(1); });
    connect(m_previousOne, &QAction::triggered, this, [this] { walk(-1); });
    QAction *text = makeAction(this, {u"reply.text"_s, tr("To the text"), {Qt::ALT | Qt::Key_T}, u"pencil"_s, {}});
    connect(text, &QAction::triggered, m_text, qOverload<>(&QWidget::setFocus));
}

QWidget *ReplyPane::makeHead()
{
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::gap);
    setTextRole(m_title, TextRole::Heading);
    m_title->setObjectName(u"reply.title"_s);
    auto *submit = new ActionButton(m_submit);
    submit->setPrimary(true);
    line->addWidget(m_title, 1);
    line->addWidget(new ActionButton(m_other));
    line->addWidget(new ActionButton(m_discard));
    line->addWidget(submit);
    return head;
}

QWidget *ReplyPane::makeEditor()
{
    auto *editor = new QWidget;
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, space::gap, 0);
    column->setSpacing(space::gap);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::gap);
    grid->setVerticalSpacing(space::unit);
    m_beginning->setPlaceholderText(tr("Template, or an earlier reply"));
    addField(grid, 0, tr("&Begin with"), m_beginning);
    auto *how = new QHBoxLayout;
    how->setSpacing(space::gap);
    for (const ReplyChannel channel : channels)
        m_channel->addItem(channel == ReplyChannel::None ? tr("As each citizen wishes") : word(channel), QString(token(channel)));
    m_purpose->addItem(tr("Answer"), QString(token(ReplyPurpose::Answer)));
    //: a reply after which the request stays open
    m_purpose->addItem(tr("Interim reply"), QString(token(ReplyPurpose::Interim)));
    for (QComboBox *box : {m_channel, m_purpose}) { // the preview needs the room
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(fewLetters);
    }
    m_channel->setAccessibleName(tr("Channel"));
    m_purpose->setAccessibleName(tr("What it is"));
    m_channel->setObjectName(u"reply.channel"_s);
    how->addWidget(m_channel, 1);
    how->addWidget(m_purpose, 1);
    grid->addWidget(labelFor(m_channel, tr("B&y")), 1, 0);
    grid->addLayout(how, 1, 1);
    m_subject->setObjectName(u"reply.subject"_s);
    addField(grid, 2, tr("S&ubject"), m_subject);
    m_paragraph->setPlaceholderText(tr("Three letters of its name: appeals, data protection …"));
    addField(grid, 3, tr("&Paragraph"), m_paragraph);
    column->addLayout(grid);

    m_text->setObjectName(u"reply.text"_s);
    m_text->setAccessibleName(tr("Text of the reply"));
    column->addWidget(m_text, 1);

    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->setObjectName(u"reply.trouble"_s);
    setTextRole(m_trouble, TextRole::Strong);
    column->addWidget(m_trouble);
    column->addWidget(m_way);
    m_way->setObjectName(u"reply.way"_s);
    m_cost->setObjectName(u"reply.cost"_s);
    column->addWidget(m_cost);
    m_files->setObjectName(u"reply.files"_s);
    m_files->setAccessibleName(tr("Enclosed"));
    m_files->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_filesLabel);
    column->addWidget(m_files);

    connect(m_beginning, &CompleterField::edited, this, &ReplyPane::offerBeginnings);
    connect(m_beginning, &CompleterField::accepted, this, &ReplyPane::begin);
    connect(m_paragraph, &CompleterField::edited, this, &ReplyPane::offerParagraphs);
    connect(m_paragraph, &CompleterField::accepted, this, &ReplyPane::insertParagraph);
    connect(m_subject, &QLineEdit::textEdited, &m_controller, &ReplyController::setSubject);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isLoading)
            m_controller.setText(m_text->toPlainText());
    });
    connect(m_channel, &QComboBox::activated, this, [this] {
        m_controller.setChannel(fromToken<ReplyChannel>(m_channel->currentData().toString()).value_or(ReplyChannel::None));
    });
    connect(m_purpose, &QComboBox::activated, this, [this] {
        m_controller.setPurpose(fromToken<ReplyPurpose>(m_purpose->currentData().toString()).value_or(ReplyPurpose::Answer));
    });
    connect(m_files, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_isLoading)
            return;
        const QList<Attachment> files = m_controller.files();
        const int row = m_files->row(item);
        if (row < files.size())
            m_controller.setEnclosed(files.at(row), item->checkState() == Qt::Checked);
    });
    return editor;
}

QWidget *ReplyPane::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(space::gap, 0, 0, 0);
    column->setSpacing(space::unit);
    m_addressee->setObjectName(u"reply.addressee"_s);
    column->addWidget(m_addressee);
    column->addWidget(m_paper, 1);
    return side;
}

void ReplyPane::open(const QList<Id> &requests)
{
    m_error->clear();
    m_text->loadDictionary();
    m_controller.begin(requests);
}

void ReplyPane::openFiled(const Id &reply)
{
    m_error->clear();
    m_text->loadDictionary();
    m_controller.beginFiled(reply);
}

bool ReplyPane::stepBack()
{
    for (CompleterField *field : {m_beginning, m_paragraph}) {
        if (field->isListOpen()) {
            field->closeList();
            return true;
        }
    }
    m_controller.end();
    Q_EMIT closed();
    return true;
}

//! The keys of the list and of the request behind it don't work here: a letter in a choice is no command.
bool ReplyPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && !key->text().isEmpty() &&
            key->text().at(0).isPrint())
            event->accept();
    }
    return QWidget::event(event);
}

void ReplyPane::showBegun()
{
    m_isLoading = true;
    m_shown = 0;
    m_error->clear();
    showOther();
    const Reply &reply = m_controller.reply();
    m_subject->setText(reply.subject);
    m_text->setPlainText(reply.text);
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(QString(token(m_controller.channel())))));
    m_purpose->setCurrentIndex(std::max(0, m_purpose->findData(QString(token(reply.purpose)))));
    m_beginning->setText({});
    m_paragraph->setText({});
    m_isLoading = false;
    const QList<Addressed> &all = m_controller.addressed();
    if (all.isEmpty())
        m_title->setText(tr("Nobody to answer"));
    else if (all.size() > 1)
        m_title->setText(tr("One reply to %n citizen(s)", nullptr, int(all.size())));
    else
        m_title->setText(
            tr("Reply to %1")
                .arg(all.first().request.number.isEmpty() ? displayName(all.first().citizen) : all.first().request.number));
    showFiles();
    showPreview();
    // Where the answer goes: behind the form of address, if nothing is written yet.
    QTextCursor cursor = m_text->textCursor();
    const int gap = int(reply.text.indexOf("\n\n\n"_L1));
    cursor.setPosition(gap >= 0 ? gap + 2 : 0);
    m_text->setTextCursor(cursor);
    m_text->setFocus();
}

void ReplyPane::showOther()
{
    const auto other = m_controller.otherStart();
    m_other->setVisible(other.has_value());
    m_other->setEnabled(other.has_value());
    if (!other)
        return;
    //: goes on with another reply that was begun to the same request
    m_other->setText(other->isToMany()         ? tr("To all %n citizens", nullptr, int(other->requests.size()))
                     : m_controller.isToMany() ? tr("To this citizen alone")
                                               : tr("The other reply"));
}

void ReplyPane::showFiles()
{
    m_isLoading = true;
    m_files->clear();
    const QList<Attachment> files = m_controller.files();
    QHash<Id, QString> numbers;
    for (const Addressed &a : m_controller.addressed())
        numbers.insert(a.request.id, numberText(a.request.number));
    const QList<Enclosure> enclosed = enclosuresOf(m_controller.reply().attachments);
    for (const Attachment &file : files) {
        const QString number = numbers.value(file.request);
        auto *item = new QListWidgetItem(m_controller.isToMany() ? u"%1 (%2)"_s.arg(file.name, number) : file.name, m_files);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool is =
            std::any_of(enclosed.begin(), enclosed.end(), [&file](const Enclosure &e) { return e.attachment == file.id; });
        item->setCheckState(is ? Qt::Checked : Qt::Unchecked);
    }
    constexpr int mostLines = 4;
    const int lines = std::min(int(files.size()), mostLines);
    m_files->setFixedHeight(lines * (fontMetrics().height() + space::unit) + space::gap);
    m_files->setVisible(!files.isEmpty());
    m_filesLabel->setVisible(!files.isEmpty());
    m_isLoading = false;
}

void ReplyPane::showChanged()
{
    if (!m_later->isActive())
        m_later->start();
}

void ReplyPane::showPreview()
{
    m_later->stop();
    if (!m_controller.isBegun())
        return;
    const QList<Addressed> &all = m_controller.addressed();
    m_shown = std::clamp(m_shown, 0, std::max(0, int(all.size()) - 1));
    showFaults();
    showWay();
    if (all.isEmpty()) {
        m_paper->clear();
        return;
    }
    const Addressed &to = all.at(m_shown);
    const Dispatch dispatch = m_controller.preview(m_shown);
    const bool isLetter = dispatch.channel == ReplyChannel::Letter;
    m_paper->show(dispatch, isLetter ? letterOf(dispatch, to.request, m_controller.today(), m_town.calendar(), lookupIn(m_town))
                                     : Letter());
    m_text->setUserWords({to.citizen.firstName, to.citizen.lastName, to.request.address});
    for (QAction *action : {m_nextOne, m_previousOne})
        action->setEnabled(all.size() > 1);
    const QString who = dispatch.name.isEmpty() ? tr("anonymous") : dispatch.name;
    m_addressee->setText(
        all.size() > 1
            //: which of several who get the reply, and how; Alt+arrows go through them
            ? tr("%1 of %2: %3, %4 (Alt+Left, Alt+Right)").arg(m_shown + 1).arg(all.size()).arg(who, word(dispatch.channel))
            : u"%1, %2"_s.arg(who, word(dispatch.channel)));
}

//! Who approves it, and what it costs.
void ReplyPane::showWay()
{
    m_way->setText(replyWay(m_controller, m_town));
    m_cost->setText(replyCost(m_controller, m_shown));
}

QString ReplyPane::sentence(const FoundFault &fault) const
{
    const QString what = fault.label.isEmpty() ? fault.name : fault.label;
    switch (fault.fault) {
    case TemplateFault::EmptyField: return tr("“%1” is not known here: fill it in, or write it otherwise.").arg(what);
    case TemplateFault::UnknownField: return tr("There is no field “%1”.").arg(what);
    case TemplateFault::UnknownParagraph: return tr("There is no paragraph “%1”.").arg(what);
    default: return tr("Braces that are not closed, or not in the right place.");
    }
}

QString ReplyPane::sentence(ReplyGap gap) const
{
    switch (gap) {
    case ReplyGap::Recipient: return tr("Choose a channel by which the citizen can be reached.");
    case ReplyGap::Text: return tr("The text is empty.");
    case ReplyGap::Address:
        return tr("The citizen's e-mail address or telephone number is not known: ask for it, or choose another channel.");
    case ReplyGap::LetterAddress: return tr("The citizen's postal address is not known: ask for it, or choose another channel.");
    case ReplyGap::TooLong: return tr("Too long for an SMS.");
    }
    return {};
}

QStringList ReplyPane::troubles() const
{
    QStringList all;
    const Rendered shown = m_controller.rendered(m_shown);
    for (const FoundFault &fault : shown.faults)
        all.append(sentence(fault));
    for (const ReplyGap gap : shown.gaps)
        all.append(sentence(gap));
    all.removeDuplicates();
    return all;
}

void ReplyPane::showFaults()
{
    QStringList all =
        m_controller.addressed().isEmpty() ? QStringList{tr("No citizen is named: there is nobody to answer.")} : troubles();
    m_fault->setEnabled(!all.isEmpty());
    if (const QList<ReplyRow> &underWay = m_controller.underWay(); !underWay.isEmpty())
        all.prepend(underWayText(underWay, m_town));
    if (const int lost = m_controller.lostCount(); lost > 0)
        all.prepend(tr("%n citizen(s) to whom it was written can't be reached any more, and will get nothing.", nullptr, lost));
    const qsizetype more = all.size() - shownTroubles;
    all = all.mid(0, shownTroubles);
    if (more > 0)
        all.append(tr("and %n more", nullptr, int(more)));
    m_trouble->setText(all.join(u'\n'));
    m_trouble->setVisible(!all.isEmpty());
}

void ReplyPane::goToFault()
{
    const Rendered shown = m_controller.rendered(m_shown);
    for (const FoundFault &fault : shown.faults) {
        if (!fault.paragraph.isEmpty())
            continue;
        const int at = int(m_text->toPlainText().indexOf(fault.name));
        if (at < 0)
            continue;
        QTextCursor cursor = m_text->textCursor();
        cursor.setPosition(at);
        cursor.setPosition(at + int(fault.name.size()), QTextCursor::KeepAnchor);
        m_text->setTextCursor(cursor);
        m_text->setFocus();
        return;
    }
    if (!shown.gaps.isEmpty() && shown.gaps.first() != ReplyGap::Text)
        m_channel->setFocus();
    else
        m_text->setFocus();
}

void ReplyPane::offerBeginnings(const QString &typed)
{
    QList<Suggestion> suggestions;
    const QList<Beginning> all = m_controller.beginnings();
    for (qsizetype i = 0; i < all.size(); ++i) {
        QStringList about;
        if (all.at(i).tone != ReplyTone::Neutral)
            about.append(word(all.at(i).tone));
        if (all.at(i).isOfCard)
            about.append(tr("of this procedure card"));
        if (typed.trimmed().isEmpty() || wordsMatch(all.at(i).name + u' ' + about.join(u' '), typed))
            suggestions.append({all.at(i).name, about.join(u" · "_s), {}, u"file-text"_s, int(i)});
    }
    const QList<ReplyRow> &like = m_controller.likeReplies();
    for (qsizetype i = 0; i < like.size(); ++i) {
        const ReplyRow &row = like.at(i);
        if (typed.trimmed().isEmpty() || wordsMatch(row.subject + u' ' + row.reply.subject, typed))
            suggestions.append({row.subject, tr("reply to %1").arg(row.number), {}, u"history"_s, int(-1 - i)});
    }
    m_beginning->setSuggestions(typed, suggestions);
}

void ReplyPane::begin(const Suggestion &chosen)
{
    const int index = chosen.value.toInt();
    if (index >= 0) {
        m_controller.use(m_controller.beginnings().value(index));
    } else if (const ReplyRow row = m_controller.likeReplies().value(-1 - index); !row.reply.text.isEmpty()) {
        m_controller.use({row.subject, row.reply.subject, row.reply.text, row.reply.replyTemplate, false});
    }
    m_isLoading = true;
    m_subject->setText(m_controller.reply().subject);
    QTextCursor all(m_text->document()); // Ctrl+Z in the text brings back what stood there
    all.select(QTextCursor::Document);
    all.insertText(m_controller.reply().text);
    m_isLoading = false;
    m_beginning->setText({});
    m_text->setFocus();
}

void ReplyPane::offerParagraphs(const QString &typed)
{
    QList<Suggestion> suggestions;
    const auto found = m_controller.paragraphs(typed);
    for (const auto &[code, name] : found)
        suggestions.append({name, {}, {}, u"list"_s, code});
    m_paragraph->setSuggestions(typed, suggestions);
}

void ReplyPane::insertParagraph(const Suggestion &chosen)
{
    QTextCursor cursor = m_text->textCursor();
    const bool isInLine = !cursor.block().text().trimmed().isEmpty();
    cursor.beginEditBlock();
    if (isInLine) {
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertText(u"\n\n"_s);
    }
    cursor.insertText(u"{{> %1}}\n"_s.arg(chosen.value.toString()));
    cursor.endEditBlock();
    m_text->setTextCursor(cursor);
    m_paragraph->setText({});
    m_text->setFocus();
}

void ReplyPane::walk(int by)
{
    const int count = int(m_controller.addressed().size());
    if (count > 0)
        m_shown = (m_shown + by + count) % count;
    showPreview();
}

void ReplyPane::submit()
{
    m_error->clear();
    const QList<Addressed> &all = m_controller.addressed();
    if (all.isEmpty()) {
        m_error->say(tr("No citizen is named: there is nobody to answer."));
        return;
    }
    // The first for whom something is missing comes into sight.
    for (int i = 0; i < all.size(); ++i) {
        const Rendered one = m_controller.rendered(i);
        if (one.faults.isEmpty() && one.gaps.isEmpty())
            continue;
        m_shown = i;
        showPreview();
        const QStringList why = troubles();
        m_error->say(all.size() > 1 ? u"%1: %2"_s.arg(one.recipient.name, why.value(0)) : why.value(0));
        goToFault();
        return;
    }
    if (!m_controller.gaps().isEmpty()) {
        m_error->say(tr("At most %n citizen(s) can be answered with one reply.", nullptr, mostRecipients));
        return;
    }
    m_controller.submit();
}

} // namespace parvis
