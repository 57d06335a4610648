#pragma once

#include "ui_common/valueeditor.h"

class QGridLayout;
class QLabel;

namespace parvis {

class InlineError;

//! The fields that a procedure card asks for, in two columns; those whose condition isn't met are hidden, with what they hold.
class CardFields final : public QWidget
{
    Q_OBJECT
public:
    explicit CardFields(QWidget *parent = nullptr);
    ~CardFields() override { clear(); }

    void setTown(const ReferenceData &town) { m_town = &town; }           //!< before setForm(): where places are looked up
    void setFileKeeper(const FileKeeper &keeper) { m_keepFile = keeper; } //!< before setForm()
    void setTabPlace(QWidget *before) { m_before = before; }              //!< the fields follow \a before

    //! \a form as in Card::form; \a today is what "yesterday" is counted from.
    void setForm(const QJsonArray &form, const QDate &today);
    const QJsonArray &form() const { return m_form; }
    void setValues(const QJsonObject &values);
    void focusField(const QString &code);
    void showFaults(const QList<FormFault> &faults); //!< each where it is; the focus goes to the first
    bool closeLists();                               //!< false: none was open

Q_SIGNALS:
    void edited(const QString &code, const QJsonValue &value); //!< null: emptied
    void done();                                               //!< Enter in a field, where the next needed one is asked for

private:
    struct Field
    {
        ValueEditor editor;
        QLabel *name = nullptr;
        QWidget *notes = nullptr; //!< below the editor
        QLabel *help = nullptr;
        InlineError *error = nullptr;
    };
    void clear();
    Field makeField(const FormField &field);
    void setOrder();
    void take(const QString &code, const QJsonValue &value);
    void lay();
    void showHelp(const QWidget *focus);
    static void showNotes(const Field &field);

    QGridLayout *m_grid;
    QJsonArray m_form;
    FormFields m_definition;
    QList<Field> m_fields; //!< in the order of m_definition
    QJsonObject m_values;
    QStringList m_shown; //!< codes, as laid out
    QDate m_today;
    FileKeeper m_keepFile;
    const ReferenceData *m_town = nullptr;
    QWidget *m_before = nullptr;
};

} // namespace parvis
