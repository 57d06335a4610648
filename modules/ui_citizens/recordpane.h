#pragma once

#include "presentation/citizenrecordcontroller.h"
#include "presentation/referencedata.h"

#include <QtWidgets/QScrollArea>

class QAction;
class QLabel;

namespace parvis {

class CitizenFields;
class ElidedLabel;
class InlineError;
class RequestLines;

//! One citizen: the fields, all their requests, and every change of the record.
class RecordPane final : public QScrollArea
{
    Q_OBJECT
public:
    RecordPane(CitizenRecordController &controller, const ReferenceData &town, const Clock &clock, QAction *save, QAction *revert,
               QAction *newContact, QWidget *parent = nullptr);

    void editFirst();
    void focusRequests();
    void save();

Q_SIGNALS:
    void opened(const parvis::Id &request);

private:
    void refresh();
    void showRequests();
    void showHistory();
    void showDirty();
    QString valueText(const QString &field, const QJsonValue &value) const;

    CitizenRecordController &m_controller;
    const ReferenceData &m_town;
    const Clock &m_clock;
    QAction *m_save, *m_revert;
    QWidget *m_editing;
    ElidedLabel *m_name;
    CitizenFields *m_fields;
    InlineError *m_error;
    QLabel *m_requestsTitle, *m_history;
    RequestLines *m_requests;
};

} // namespace parvis
