#include "ui_common/filterfield.h"

#include "ui_common/completerfield.h"
#include "ui_common/filterwords.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace parvis {

namespace {

//! A term that is still being typed is not an error yet.
constexpr int patienceMs = 900;

} // namespace

FilterField::FilterField(const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_reader(town, filterWords()), m_field(new CompleterField(this)), m_error(new InlineError(this))
{
    m_field->setHighlightsFirst(false);
    m_field->lineEdit()->setObjectName(QStringLiteral("filter"));
    m_field->setPlaceholderText(tr("Filter: words, service:, channel:, district:, status:, since:, late"));
    m_field->lineEdit()->setAccessibleName(tr("Filter"));
    addLeadingIcon(m_field->lineEdit(), QStringLiteral("filter"), tr("Filter"));
    m_field->lineEdit()->setClearButtonEnabled(true);
    setFocusProxy(m_field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_field);
    column->addWidget(m_error);
    m_pause.setSingleShot(true);
    m_pause.setInterval(patienceMs);
    connect(&m_pause, &QTimer::timeout, this, &FilterField::showProblems);
    connect(m_field, &CompleterField::edited, this, [this](const QString &text) {
        QList<Suggestion> suggestions;
        const auto found = m_reader.complete(text, m_field->lineEdit()->cursorPosition());
        for (const FilterCompletion &completion : found)
            suggestions.append({completion.text, completion.detail, {}, {}, completion.line});
        m_field->setSuggestions(text, suggestions);
        changed();
    });
    connect(m_field, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        m_field->setText(suggestion.value.toString());
        changed();
        if (m_field->text().endsWith(u':')) // a key: go on with its values
            Q_EMIT m_field->edited(m_field->text());
    });
    connect(m_field, &CompleterField::committed, this, [this] {
        m_pause.stop();
        showProblems();
        Q_EMIT committed();
    });
}

QString FilterField::text() const
{
    return m_field->text();
}

void FilterField::setText(const QString &text)
{
    if (text == m_field->text())
        return;
    m_field->setText(text);
    changed();
}

void FilterField::setToolTipText(const QString &text)
{
    m_field->lineEdit()->setToolTip(text);
}

bool FilterField::isListOpen() const
{
    return m_field->isListOpen();
}

void FilterField::closeList()
{
    m_field->closeList();
}

RequestQuery FilterField::query(const RequestQuery &base, const QDate &today)
{
    m_today = today;
    return m_reader.read(m_field->text(), base, today).query;
}

void FilterField::changed()
{
    m_error->clear();
    m_pause.start();
    Q_EMIT filtered();
}

void FilterField::showProblems()
{
    const auto problems = m_reader.read(m_field->text(), {}, m_today).problems;
    if (problems.isEmpty())
        m_error->clear();
    else
        m_error->say(sentence(problems.first()));
}

} // namespace parvis
