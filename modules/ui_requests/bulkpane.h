#pragma once

#include "presentation/bulkcontroller.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QPlainTextEdit;

namespace parvis {

class AssignFields;
class CompleterField;
class InlineError;

//! What can be done to several chosen requests at once, in the place of the one in sight. The keys are those of one request; what
//! is being written is kept.
class BulkPane final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Note, Assign, Close };

    //! \a scope: where its keys work while it is active.
    BulkPane(BulkController &controller, const ReferenceData &town, QWidget *scope, QWidget *parent = nullptr);

    //! None: the keys are those of one request.
    void setChosen(const QList<Id> &requests, const Id &service); //!< \a service: of all of them, to begin with; null: several
    void open(Mode mode);
    bool stepBack();

Q_SIGNALS:
    void replyWanted(const QList<parvis::Id> &requests);
    void letGo(); //!< the agent wants one request again

private:
    static constexpr std::size_t modes = 3;
    QWidget *makeForm();
    void makeActions(QWidget *scope);
    void showMode();
    void submit();
    void tell(const BulkDone &done);
    void offerReasons(const QString &typed);

    BulkController &m_controller;
    const ReferenceData &m_town;
    QList<Id> m_chosen;
    Id m_service;
    std::array<QAction *, modes> m_modes{};
    QAction *m_submit = nullptr, *m_reply = nullptr, *m_gather = nullptr, *m_takeOut = nullptr;
    QLabel *m_title, *m_hint;
    QWidget *m_form = nullptr, *m_reasonRow = nullptr;
    AssignFields *m_assign = nullptr;
    CompleterField *m_reason = nullptr;
    QPlainTextEdit *m_text = nullptr;
    InlineError *m_error;
    QString m_reasonToken;
    Mode m_mode = Mode::Note;
    QTimer m_keep;
};

//! What became of an act on several requests, in a sentence; and what it is called where it can be taken back.
QString sentence(const BulkDone &done);
QString undoName(const BulkDone &done);

} // namespace parvis
