#pragma once

#include "presentation/contactcontroller.h"

#include <QtWidgets/QFrame>

class QLabel;

namespace parvis {

//! What the agent tells the caller after saving: the number and the promised day.
class SavedBar final : public QFrame
{
    Q_OBJECT
public:
    explicit SavedBar(QWidget *parent = nullptr);

    void showSaved(const SavedContact &saved);
    void showNumber(const Id &request, const QString &number);
    void clear();
    const Id &request() const { return m_saved.request; }
    QString text() const;

    //! "No. 2026-014301 · answer before Tuesday 8 December".
    static QString sentence(const SavedContact &saved);

private:
    void render();

    SavedContact m_saved;
    QLabel *m_icon, *m_text, *m_undo;
};

} // namespace parvis
