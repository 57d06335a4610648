#pragma once

#include "presentation/requestfilter.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace parvis {

class CompleterField;
class InlineError;

//! The filter line with its completion and, below it, what is wrong with it.
class FilterField final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterField(const ReferenceData &town, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text); //!< filtered() follows
    void setToolTipText(const QString &text);
    bool isListOpen() const;
    void closeList();

    //! \a base narrowed by the line. What is wrong is left out, and shown once the agent pauses or leaves.
    RequestQuery query(const RequestQuery &base, const QDate &today);

Q_SIGNALS:
    void filtered();  //!< the line changed
    void committed(); //!< Enter: the agent goes to the list

private:
    void changed();
    void showProblems();

    FilterReader m_reader;
    CompleterField *m_field;
    InlineError *m_error;
    QTimer m_pause;
    QDate m_today;
};

} // namespace parvis
