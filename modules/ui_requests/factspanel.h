#pragma once

#include "presentation/requestdetailcontroller.h"
#include "ui_requests/fact.h"

#include <QtWidgets/QWidget>

class QAction;
class QGridLayout;
class QLabel;

namespace parvis {

class InlineError;
class TextFact;

//! What is known of a request: each fact is read in a line and edited where it stands.
class FactsPanel final : public QWidget
{
    Q_OBJECT
public:
    FactsPanel(RequestDetailController &controller, const ReferenceData &town, QWidget *parent = nullptr);

    Fact *subject() const { return m_subject; } //!< for the heading; owned by whoever lays it out
    void editFirst();                           //!< opens the editor of the subject
    bool stepBack();
    void setPlaceAction(QAction *action); //!< offered in the editor of the place
    void takePlace(const Place &place);   //!< as if chosen there

Q_SIGNALS:
    void assignWanted();
    void steppedBack(); //!< an editor was closed

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Line
    {
        Fact *fact = nullptr;
        QLabel *label = nullptr;
    };
    Fact *makeFact(const QString &field, const QString &label);
    void addLine(Fact *fact, const QString &label);
    void makeFacts();
    void showRequest();
    void showDrafts();
    void showFormFields(const Request &request);
    Line makeFormLine(const FormField &field);
    void chooseFormFile(const QString &code, const QString &label);
    void lay();
    void layIn(QGridLayout *grid, const QList<Line> &lines, int columns);
    void commit(const Fact *fact, const QJsonObject &set);

    RequestDetailController &m_controller;
    const ReferenceData &m_town;
    QGridLayout *m_grid, *m_formGrid; //!< apart: the names of a card's own fields may be long
    InlineError *m_error;
    Fact *m_subject = nullptr, *m_citizen = nullptr, *m_card = nullptr, *m_place = nullptr, *m_service = nullptr,
         *m_assignee = nullptr, *m_reply = nullptr, *m_channel = nullptr, *m_due = nullptr, *m_tags = nullptr;
    TextFact *m_text = nullptr;
    QList<Line> m_lines;
    QList<Line> m_formLines; //!< the card's own fields, after the others
    FormFields m_form;       //!< as in m_formLines
    int m_columns = 0, m_formColumns = 0;
};

} // namespace parvis
