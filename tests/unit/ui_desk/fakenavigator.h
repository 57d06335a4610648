#pragma once

#include "ui_common/navigator.h"

namespace parvis {

//! Remembers what it was asked, and can undo.
class FakeNavigator final : public Navigator
{
public:
    void open(Kind kind, const Id &id) override { opened.append({kind, id}); }
    void show(const QString &workspace, const Opening &opening) override
    {
        shown.append(workspace);
        openings.append(opening);
    }
    void tell(const QString &sentence) override
    {
        lastUndo = {}; // as the shell does: what is told is the last action
        if (!sentence.isEmpty())
            told.append(sentence);
    }
    void tellUndoable(const QString &sentence, const QString &, std::function<void()> undo) override
    {
        told.append(sentence);
        lastUndo = std::move(undo);
    }
    void tellError(const Error &error) override { errors.append(error); }

    QList<std::pair<Kind, Id>> opened;
    QStringList shown, told;
    QList<Opening> openings; //!< of shown
    QList<Error> errors;
    std::function<void()> lastUndo;
};

} // namespace parvis
