#pragma once

#include "base/result.h"
#include "ui_common/workspace.h"

#include <functional>

namespace parvis {

//! How workspaces move about and speak to the agent without knowing one another. Implemented by the shell; GUI thread.
class Navigator
{
public:
    virtual ~Navigator() = default;

    //! Shows the entity where it is at home: a request in Requests, a citizen in Citizens, a card in Cards.
    virtual void open(Kind kind, const Id &id) = 0;

    //! Brings a workspace to the front; an unknown id does nothing.
    virtual void show(const QString &workspace, const Opening &opening = {}) = 0;

    //! A sentence in the status bar about what has just been done.
    virtual void tell(const QString &sentence) = 0;

    //! The same for something that Ctrl+Z takes back. \a undo is called at most once, and only while it is the last action.
    //! \a what names it: "undo: closed 2026-014233".
    virtual void tellUndoable(const QString &sentence, const QString &what, std::function<void()> undo) = 0;

    //! A failure that belongs to no place on the screen; otherwise use InlineError.
    virtual void tellError(const Error &error) = 0;
};

} // namespace parvis
