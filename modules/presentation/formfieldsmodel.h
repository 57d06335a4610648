#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <functional>

namespace parvis {

//! The fields of a card's form as a table that is edited in place. A field's code is made from its label once and then fixed:
//! what requests hold under it must stay readable.
class FormFieldsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Label, Type, Required, Options, Help, ShownIf, ColumnCount };
    //! How a cell reads; titles are those of an empty field.
    using Wording = std::function<QString(Column column, const QJsonObject &field)>;

    using QAbstractTableModel::QAbstractTableModel;
    void setWording(Wording wording, const QStringList &titles);

    void setForm(const QJsonArray &form); //!< does nothing if it is shown already
    const QJsonArray &form() const { return m_form; }

    int add(); //!< an empty field at the end; its row
    void remove(int row);
    void move(int row, int by);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_form.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void edited(); //!< form(), by the agent

private:
    QString freeCode(const QString &label) const;

    QJsonArray m_form;
    Wording m_wording;
    QStringList m_titles;
};

} // namespace parvis
