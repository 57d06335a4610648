#pragma once

#include "ui_common/completerfield.h"

#include <QtWidgets/QListWidget>

namespace parvis {

//! The rows below a CompleterField. Never takes the focus, so that typing goes on in the field.
class SuggestionList final : public QListWidget
{
    Q_OBJECT
public:
    explicit SuggestionList(QWidget *parent);

    void setSuggestions(const QList<Suggestion> &suggestions);
    const QList<Suggestion> &suggestions() const { return m_suggestions; }
    void setShownRows(int rows) { m_shownRows = rows; }
    int wantedHeight() const;

private:
    QList<Suggestion> m_suggestions;
    int m_shownRows = 7;
};

} // namespace parvis
