#include "ui_admin/ruletrial.h"

#include "ui_admin/adminwords.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

RuleTrial::RuleTrial(AdminController &controller, const ReferenceData &town, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_town(town),
      m_words(new QLineEdit),
      m_card(new QComboBox),
      m_district(new QComboBox),
      m_channel(new QComboBox),
      m_path(new QLabel)
{
    m_words->setPlaceholderText(tr("What the citizen says"));
    m_card->setEditable(true);
    m_card->setInsertPolicy(QComboBox::NoInsert);
    m_card->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_card->completer()->setFilterMode(Qt::MatchContains);
    m_path->setTextFormat(Qt::PlainText);
    m_path->setWordWrap(true);
    m_path->setObjectName(u"path"_s);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, space::gap, 0);
    form->setVerticalSpacing(space::unit);
    form->addRow(sectionLabel(tr("What would happen to this request?")));
    addField(form, tr("Words:"), m_words);
    addField(form, tr("Card:"), m_card);
    m_card->lineEdit()->setAccessibleName(m_card->accessibleName());
    addField(form, tr("District:"), m_district);
    addField(form, tr("Channel:"), m_channel);
    form->addRow(m_path);
    fill();
    connect(&m_town, &ReferenceData::changed, this, &RuleTrial::fill);
    connect(m_words, &QLineEdit::textChanged, this, &RuleTrial::show);
    for (const QComboBox *combo : {m_card, m_district, m_channel})
        connect(combo, &QComboBox::currentIndexChanged, this, &RuleTrial::show);
}

void RuleTrial::fill()
{
    const auto refill = [](QComboBox *combo, QList<std::pair<QString, QString>> entries) {
        const QSignalBlocker quiet(combo);
        const QVariant chosen = combo->currentData();
        std::sort(entries.begin(), entries.end(),
                  [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
        combo->clear();
        combo->addItem(u"–"_s);
        for (const auto &[name, id] : std::as_const(entries))
            combo->addItem(name, id);
        combo->setCurrentIndex(std::max(0, combo->findData(chosen)));
    };
    QList<std::pair<QString, QString>> cards, districts;
    for (const Card &card : m_town.cards()) {
        if (!card.archived)
            cards.append({card.title, idText(card.id)});
    }
    for (const District &district : m_town.districts())
        districts.append({district.name, idText(district.id)});
    refill(m_card, cards);
    refill(m_district, districts);
    if (m_channel->count() == 0) {
        for (std::size_t i = 0; i < Tokens<Channel>::words.size(); ++i)
            m_channel->addItem(word(Channel(i)));
    }
    show();
}

void RuleTrial::setRule(const RoutingRule &rule)
{
    m_rule = rule;
    show();
}

void RuleTrial::show()
{
    const auto idIn = [](const QComboBox *combo) { return idFromText(combo->currentData().toString()).value_or(Id()); };
    const bool isAsked = !m_words->text().trimmed().isEmpty() || m_card->currentIndex() > 0 || m_channel->currentIndex() > 0;
    if (!isAsked) {
        m_path->setText(tr("Type words or choose a card: the path and its reasons show here."));
        return;
    }
    RouteQuery query;
    query.card = m_town.card(idIn(m_card));
    query.district = idIn(m_district);
    query.channel = Channel(m_channel->currentIndex());
    query.text = m_words->text();
    query.confidential = query.card && query.card->confidential;
    query.day = m_controller.today();
    query.openCases = &m_town.openCases();
    m_path->setText(routeLines(m_controller.tried(m_rule, query), query.district, m_town, m_rule).join(u'\n'));
    Q_EMIT shown();
}

} // namespace parvis
