#include "ui_shell/commandfield.h"

#include "ui_common/action.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_shell/fuzzy.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

constexpr qsizetype actionsWithoutWords = 12;
constexpr qsizetype actionsBesideEntities = 4;
constexpr int clearScore = 500; // a word begins so; letters in order are not enough beside a found name

QString entityIcon(Kind kind)
{
    switch (kind) {
    case Kind::Citizen: return u"user"_s;
    case Kind::Card: return u"book-open"_s;
    default: return u"file-text"_s;
    }
}

} // namespace

CommandField::CommandField(QWidget *parent) : QWidget(parent), m_field(new CompleterField(this))
{
    auto *box = new QHBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_field);
    setFocusProxy(m_field);
    m_field->setPlaceholderText(tr("Search everywhere (Ctrl+K)"));
    m_field->lineEdit()->setAccessibleName(tr("Search everywhere"));
    addLeadingIcon(m_field->lineEdit(), u"search"_s, tr("Search everywhere"));
    m_field->lineEdit()->installEventFilter(this);
    m_field->setShownRows(12);

    connect(m_field, &CompleterField::edited, this, &CommandField::ask);
    connect(m_field, &CompleterField::committed, this, &CommandField::leave);
    connect(m_field, &CompleterField::accepted, this, [this](const Suggestion &chosen) {
        leave();
        if (auto *action = chosen.value.value<QAction *>()) {
            Q_EMIT actionChosen(action);
        } else {
            const auto place = chosen.value.value<std::pair<Kind, Id>>();
            Q_EMIT entityChosen(place.first, place.second);
        }
    });
}

void CommandField::begin()
{
    if (!m_field->lineEdit()->hasFocus())
        m_before = QApplication::focusWidget();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->lineEdit()->selectAll();
    ask(m_field->text());
}

bool CommandField::isOpen() const
{
    return m_field->lineEdit()->hasFocus();
}

bool CommandField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && isOpen()) {
        leave();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CommandField::leave()
{
    m_field->setText({});
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    else
        m_field->lineEdit()->clearFocus();
}

QList<Suggestion> CommandField::actionSuggestions(const QString &text, int minimum, qsizetype most) const
{
    struct Hit
    {
        int score = 0;
        QAction *action = nullptr;
    };
    QList<Hit> hits;
    if (m_actions) {
        for (QAction *action : m_actions()) {
            const int score = action->isEnabled() && action->isVisible() ? fuzzyScore(action->text(), text) : 0;
            if (score >= minimum)
                hits.append({score, action});
        }
    }
    if (!text.isEmpty())
        std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
    QList<Suggestion> suggestions;
    hits.resize(std::min(most, hits.size()));
    for (const Hit &hit : std::as_const(hits))
        suggestions.append({hit.action->text().remove(u'&'),
                            {},
                            shortcutText(hit.action),
                            hit.action->icon().name(),
                            QVariant::fromValue(hit.action)});
    return suggestions;
}

void CommandField::ask(const QString &text)
{
    if (text.trimmed().size() < 2 || !m_search) {
        m_field->setSuggestions(text, actionSuggestions(text, 1, actionsWithoutWords));
        return;
    }
    m_search(text, [self = QPointer(this), text](const QList<FoundEntity> &found) {
        if (!self)
            return;
        QList<Suggestion> all = found.isEmpty() ? self->actionSuggestions(text, 1, actionsWithoutWords)
                                                : self->actionSuggestions(text, clearScore, actionsBesideEntities);
        for (const FoundEntity &e : found)
            all.append({e.text, e.detail, word(e.kind), entityIcon(e.kind), QVariant::fromValue(std::pair(e.kind, e.id))});
        self->m_field->setSuggestions(text, all);
    });
}

} // namespace parvis
