#pragma once

#include "domain/description.h"

#include <QtWidgets/QWidget>

namespace parvis {

//! What a workspace is asked to show. Nothing set: as it was left.
struct Opening
{
    Kind kind = Kind::Request;
    Id id;        //!< of an entity of \c kind
    QString text; //!< words to search for

    bool isEmpty() const { return id.isNull() && text.isEmpty(); }
    bool operator==(const Opening &) const = default;
};

//! One place of the left rail. Workspaces don't see one another: they speak through Navigator. Their actions are found by
//! actionsWithin(). The shell owns the workspace.
class Workspace : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString id() const = 0;       //!< stable: "desk", "requests", "cards", "citizens", "sync"
    virtual QString title() const = 0;    //!< translated, one word
    virtual QString iconName() const = 0; //!< see icons.h

    //! Called each time it comes to the front.
    virtual void activate(const Opening &opening) = 0;

    //! What it shows first has been read: an agent can begin. Before that it is on the screen, but empty.
    virtual bool isReady() const { return true; }

    //! Where typing goes after activate(); null: nowhere in particular.
    virtual QWidget *firstFocus() = 0;

    //! Escape: closes the innermost thing that is open (editor, list, filter) without losing text. False: there was nothing.
    virtual bool stepBack() { return false; }

Q_SIGNALS:
    //! A number to show on the rail; 0 hides it.
    void badgeChanged(int count);
};

} // namespace parvis
