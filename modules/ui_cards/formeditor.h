#pragma once

#include "presentation/formfieldsmodel.h"

#include <QtCore/QDate>
#include <QtWidgets/QWidget>

class QAction;
class QTableView;

namespace parvis {

class CardFields;

//! The form of a card: a table of its fields, and the form as the desk will show it.
class FormEditor final : public QWidget
{
    Q_OBJECT
public:
    FormEditor(const QDate &today, QWidget *parent = nullptr);

    void setForm(const QJsonArray &form);
    const QJsonArray &form() const { return m_model->form(); }

Q_SIGNALS:
    void edited();

private:
    void makeActions();
    void showPreview();
    void addField();
    int row() const;

    FormFieldsModel *m_model;
    QTableView *m_table;
    CardFields *m_preview;
    QDate m_today;
    QAction *m_add = nullptr, *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr;
};

} // namespace parvis
