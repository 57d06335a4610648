#pragma once

#include "ui_common/completerfield.h"
#include "ui_common/workspace.h"

#include <QtCore/QPointer>

#include <functional>

class QAction;

namespace parvis {

//! An entity that the search everywhere found.
struct FoundEntity
{
    Kind kind = Kind::Request;
    Id id;
    QString text;   //!< "2026-014233 Lampadaire éteint"
    QString detail; //!< what tells it from others
};

//! Searches requests, citizens and cards; answers later, at most once, in the GUI thread. An answer to an older question is
//! dropped by the field.
using EntitySearch = std::function<void(const QString &query, std::function<void(const QList<FoundEntity> &)> answer)>;

//! The field of Ctrl+K: any action, request, citizen or card, by keyboard alone. Escape gives the focus back.
class CommandField final : public QWidget
{
    Q_OBJECT
public:
    explicit CommandField(QWidget *parent = nullptr);

    void setSearch(EntitySearch search) { m_search = std::move(search); }
    //! What can be done, best first when nothing is typed; asked at each key.
    void setActions(std::function<QList<QAction *>()> actions) { m_actions = std::move(actions); }

    void begin(); //!< takes the focus and offers the actions
    bool isOpen() const;

Q_SIGNALS:
    void actionChosen(QAction *action);
    void entityChosen(parvis::Kind kind, const parvis::Id &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask(const QString &text);
    QList<Suggestion> actionSuggestions(const QString &text, int minimum, qsizetype most) const;
    void leave();

    CompleterField *m_field;
    EntitySearch m_search;
    std::function<QList<QAction *>()> m_actions;
    QPointer<QWidget> m_before; //!< had the focus
};

} // namespace parvis
