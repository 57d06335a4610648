#pragma once

#include "presentation/mailcontroller.h"
#include "ui_common/navigator.h"
#include "ui_common/workspace.h"

class QLabel;
class QStackedWidget;
class QTabBar;

namespace parvis {

class ActionButton;
class EmptyState;
class InlineError;
class LetterPrinter;
class LettersJob;
class MailFilterLine;
class MailListView;
class MailPane;
class RegisterExport;

//! Mail: the register of what went out or is on its way, and the lists of what people have to do for it. By keys alone.
class MailWorkspace final : public Workspace
{
    Q_OBJECT
public:
    MailWorkspace(MailController &controller, const ReferenceData &town, LetterPrinter &printer, Navigator &navigator,
                  QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("mail"); }
    QString title() const override { return tr("Mail"); }
    QString iconName() const override { return QStringLiteral("mail"); }
    void activate(const Opening &opening) override;
    bool isReady() const override { return m_isLoaded; }
    QWidget *firstFocus() override;
    bool stepBack() override;

    void setActor(const Actor &actor);
    //! Makes the letters that are marked, and writes them into \a path instead of printing them.
    void savePdf(const QString &path);

private:
    void makeActions();
    void makeWorkActions();
    QWidget *makeListColumn();
    void connectAll();

    MailView view() const { return m_controller.view(); }
    void showView(int tab);
    void showCounts();
    void showList();
    void showActions();
    std::optional<Dispatch> current() const; //!< without waiting for all that is read with it
    std::optional<MailAct> doneAct() const;  //!< what S does here
    QList<Id> marked(MailAct act) const;     //!< that \a act may be done to
    void done();
    void doToMarked(MailAct act);
    void makeLetters(const QString &path);
    void takeBatch(const QByteArray &batch, const QList<PrintedLetter> &letters);
    void keep(const QList<PrintedLetter> &letters);
    void tellSaved(const SavedMail &act);
    void showProgress(const QString &text);
    void exportCsv();

    MailController &m_controller;
    const ReferenceData &m_town;
    LetterPrinter &m_printer;
    Navigator &m_navigator;
    LettersJob *m_job = nullptr;
    RegisterExport *m_export = nullptr;
    QAction *m_print = nullptr, *m_pdf = nullptr, *m_sides = nullptr, *m_done = nullptr, *m_noAnswer = nullptr;
    QAction *m_again = nullptr, *m_cameBack = nullptr, *m_open = nullptr, *m_csv = nullptr, *m_markAll = nullptr;
    QTabBar *m_tabs = nullptr;
    MailFilterLine *m_filter = nullptr;
    MailListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_listPages = nullptr;
    InlineError *m_error = nullptr;
    QLabel *m_progress = nullptr;
    MailPane *m_pane = nullptr;
    QString m_path; //!< where the batch in the making goes; empty: to the printer
    bool m_isLoaded = false;
    bool m_isBusy = false; //!< letters are being made or printed
};

} // namespace parvis
