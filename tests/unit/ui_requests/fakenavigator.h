#pragma once

#include "ui_common/navigator.h"

#include <QtCore/QStringList>

namespace parvis {

//! A shell that remembers what it was told.
class FakeNavigator final : public Navigator
{
public:
    void open(Kind kind, const Id &id) override { opened.append({kind, id}); }
    void show(const QString &workspace, const Opening &) override { shown.append(workspace); }
    void tell(const QString &sentence) override { told.append(sentence); }
    void tellUndoable(const QString &sentence, const QString &what, std::function<void()> undo) override
    {
        told.append(sentence);
        undoWhat = what;
        undos.append(undo);
        this->undo = std::move(undo);
    }
    void tellError(const Error &error) override { errors.append(error); }

    QList<std::pair<Kind, Id>> opened;
    QStringList shown, told;
    QString undoWhat;
    std::function<void()> undo;
    QList<std::function<void()>> undos;
    QList<Error> errors;
};

} // namespace parvis
