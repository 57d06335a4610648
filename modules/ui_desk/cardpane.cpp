#include "ui_desk/cardpane.h"

#include "ui_common/action.h"
#include "ui_common/richtextview.h"
#include "ui_common/routewords.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QLabel *wrapping(TextRole role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextRole(label, role);
    return label;
}

QStringList lines(const QJsonArray &array)
{
    QStringList list;
    for (const QJsonValue &line : array)
        list.append(line.toString());
    return list;
}

} // namespace

CardPane::CardPane(const ContactController &controller, const ReferenceData &town, QAction *explain, QWidget *parent)
    : QStackedWidget(parent),
      m_controller(controller),
      m_town(town),
      m_explain(explain),
      m_empty(new EmptyState(u"book-open"_s, tr("No procedure yet"),
                             tr("Three letters of what the citizen says find its card: what to ask, what to answer, who takes "
                                "over and until when."))),
      m_card(new QWidget),
      m_title(wrapping(TextRole::Strong)),
      m_delay(wrapping(TextRole::Secondary)),
      m_due(wrapping(TextRole::Body)),
      m_steps(wrapping(TextRole::Secondary)),
      m_route(wrapping(TextRole::Body)),
      m_explainButton(new ActionButton(explain)),
      m_text(new RichTextView)
{
    setAccessibleName(tr("Procedure card"));
    m_delay->setWordWrap(false);
    m_text->setAccessibleName(tr("What the card says"));

    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title, 1);
    heading->addWidget(m_delay, 0, Qt::AlignTop | Qt::AlignRight);
    auto *promise = new QHBoxLayout;
    promise->addWidget(m_due, 1);
    promise->addWidget(m_explainButton, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(heading);
    column->addLayout(promise);
    column->addWidget(m_steps);
    column->addWidget(m_route);
    column->addWidget(m_text, 1);

    addWidget(m_empty);
    addWidget(m_card);
    connect(&m_controller, &ContactController::adviceChanged, this, &CardPane::refresh);
    connect(&m_controller, &ContactController::draftReplaced, this, &CardPane::refresh);
    connect(m_explain, &QAction::toggled, this, &CardPane::showPromise);
    refresh();
}

QSize CardPane::minimumSizeHint() const
{
    return {space::margin * 12, fontMetrics().lineSpacing() * 4};
}

//! One text instead of a label a paragraph: it is laid out once, within the key stroke that chose the card, and not again for
//! the place.
QString CardPane::markdown(const Card &card) const
{
    QString text;
    const auto block = [&text](const QString &title, const QString &content) {
        if (!content.isEmpty())
            text += u"## "_s + title + u"\n\n"_s + content + u"\n\n"_s;
    };
    block(tr("Ask"), card.ask);
    block(tr("Say"), card.say);
    block(tr("Do"), card.steps);
    block(tr("Documents needed"), markdownList(lines(card.documents)));
    QStringList practical{card.price, card.location, card.summary}; // what is said comes before what is known
    practical.removeAll(QString());
    for (const QString &line : std::as_const(practical))
        text += escapedMarkdown(line) + u"\n\n"_s;
    return text;
}

void CardPane::refresh()
{
    const Card *card = m_controller.card();
    setCurrentWidget(card ? m_card : static_cast<QWidget *>(m_empty));
    m_explain->setEnabled(card);
    if (!card)
        return;
    m_title->setText(card->title);
    m_route->setText(routeSentence());
    m_text->show(markdown(*card));
    showPromise();
}

void CardPane::showPromise()
{
    if (!m_controller.card())
        return;
    const Promise promise = m_controller.promise();
    m_delay->setText(tr("%n working day(s)", nullptr, promise.workingDays));
    m_due->setText(tr("Answer before %1").arg(longDay(promise.due.day)));
    QStringList lines;
    for (const CalendarStep &step : promise.due.steps)
        lines.append(explained(step));
    m_steps->setText(lines.join(u'\n'));
    m_steps->setVisible(m_explain->isChecked());
}

//! Who takes over, and why it is them.
QString CardPane::routeSentence() const
{
    const Route route = m_controller.route();
    const QString service = m_town.unitName(route.service);
    if (service.isEmpty())
        return tr("No service takes this over yet: it will be qualified.");
    QStringList parts{service};
    const Id district = m_controller.draft().place.district;
    for (const RouteStep &step : route.steps)
        parts.append(explained(step, district, m_town));
    const QString referent = m_town.userName(route.referent);
    if (!referent.isEmpty())
        parts.insert(1, referent);
    return u"→ "_s + parts.join(u" · "_s);
}

} // namespace parvis
