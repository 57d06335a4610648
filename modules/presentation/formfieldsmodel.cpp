#include "presentation/formfieldsmodel.h"

#include "domain/cardlife.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

const QString optionMark = u" / "_s;

QJsonArray optionsOf(const QString &typed)
{
    QJsonArray options;
    const QStringList parts = typed.split(u'/');
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            options.append(part.trimmed());
    }
    return options;
}

QString optionsText(const QJsonObject &field)
{
    QStringList options;
    const QJsonArray all = field.value("options"_L1).toArray();
    for (const QJsonValue &option : all)
        options.append(option.toString());
    return options.join(optionMark);
}

//! An empty value is left out.
void put(QJsonObject &field, const QString &name, const QJsonValue &value)
{
    const bool isEmpty = value.isNull() || (value.isString() && value.toString().isEmpty()) ||
                         (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
    if (isEmpty)
        field.remove(name);
    else
        field.insert(name, value);
}

} // namespace

void FormFieldsModel::setWording(Wording wording, const QStringList &titles)
{
    m_wording = std::move(wording);
    m_titles = titles;
}

void FormFieldsModel::setForm(const QJsonArray &form)
{
    if (form == m_form)
        return;
    beginResetModel();
    m_form = form;
    endResetModel();
}

int FormFieldsModel::add()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_form.append(QJsonObject{{u"type"_s, u"text"_s}});
    endInsertRows();
    Q_EMIT edited();
    return row;
}

void FormFieldsModel::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_form.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

void FormFieldsModel::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount() || by == 0)
        return;
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    const QJsonValue field = m_form.takeAt(row);
    m_form.insert(to, field);
    endMoveRows();
    Q_EMIT edited();
}

QVariant FormFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QJsonObject field = m_form.at(index.row()).toObject();
    const auto column = Column(index.column());
    if (column == Required && role == Qt::CheckStateRole)
        return field.value("required"_L1).toBool() ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::DisplayRole && m_wording && (column == Type || column == ShownIf))
        return m_wording(column, field);
    if (role == Qt::ToolTipRole && column == Label)
        return field.value("code"_L1).toString();
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (column) {
    case Label: return field.value("label"_L1).toString();
    case Type: return field.value("type"_L1).toString();
    case Options: return optionsText(field);
    case Help: return field.value("help"_L1).toString();
    case ShownIf: return field.value("shownIf"_L1).toObject();
    case Required:
    case ColumnCount: break;
    }
    return {};
}

bool FormFieldsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool isCheck = index.column() == Required && role == Qt::CheckStateRole;
    if (!index.isValid() || (role != Qt::EditRole && !isCheck))
        return false;
    QJsonObject field = m_form.at(index.row()).toObject();
    const QString text = value.toString().trimmed();
    switch (Column(index.column())) {
    case Label:
        put(field, u"label"_s, text);
        if (field.value("code"_L1).toString().isEmpty())
            put(field, u"code"_s, freeCode(text));
        break;
    case Type: put(field, u"type"_s, text); break;
    case Required: put(field, u"required"_s, value.toInt() == Qt::Checked ? QJsonValue(true) : QJsonValue()); break;
    case Options: put(field, u"options"_s, optionsOf(text)); break;
    case Help: put(field, u"help"_s, text); break;
    case ShownIf: put(field, u"shownIf"_s, value.toJsonObject()); break;
    case ColumnCount: return false;
    }
    if (m_form.at(index.row()).toObject() == field)
        return false;
    m_form.replace(index.row(), field);
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags FormFieldsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return flags | (index.column() == Required ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

QVariant FormFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_titles.value(section);
    return QAbstractTableModel::headerData(section, orientation, role);
}

QString FormFieldsModel::freeCode(const QString &label) const
{
    const QString wanted = codeFor(label).replace(u'-', u'_');
    QString code = wanted;
    const auto isTaken = [this](const QString &candidate) {
        return std::any_of(m_form.begin(), m_form.end(),
                           [&](const QJsonValue &field) { return field["code"_L1].toString() == candidate; });
    };
    for (int n = 2; !code.isEmpty() && isTaken(code); ++n)
        code = wanted + u'_' + QString::number(n);
    return code;
}

} // namespace parvis
