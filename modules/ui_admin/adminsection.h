#pragma once

#include "presentation/admincontroller.h"

#include <QtCore/QObject>

class QWidget;

namespace parvis {

class RecordForm;

//! One kind of record of the organisation: its list, its form, what stands against saving a record, and what saving it would do.
//! Belongs to the workspace, which owns the widgets.
class AdminSection : public QObject
{
    Q_OBJECT
public:
    struct Item
    {
        Id id;
        QString name, detail;
    };
    //! Why a record can't be saved.
    struct Fault
    {
        enum class What {
            None,
            Missing, //!< \c text says what is still to be filled in
            Mistake, //!< \c text says what is wrong
            Shown    //!< beside the field
        };
        What what = What::None;
        QString text;

        static Fault missing(const QString &text) { return {What::Missing, text}; }
        static Fault mistake(const QString &text) { return {What::Mistake, text}; }
        static Fault shown() { return {What::Shown, {}}; }
    };

    AdminSection(Kind kind, AdminController &controller, const ReferenceData &town, QObject *parent);

    Kind kind() const { return m_kind; }
    RecordForm *form() const { return m_form; }

    virtual QString title() const = 0;
    virtual QString newTitle() const { return {}; }    //!< of a record to be made; empty: none can be made
    virtual QWidget *below() const { return nullptr; } //!< the form
    virtual void makeActions(QWidget *scope);          //!< beside those of every section
    virtual void setInFront(bool isInFront);           //!< its actions work

    virtual QList<Item> items() const = 0;                   //!< in the order of the list
    virtual bool isOrdered() const { return false; }         //!< the agent may change that order
    virtual void place(const QList<Id> &order);              //!< as they changed it
    virtual QString nameOf(const QJsonObject &edited) const; //!< empty: none yet

    virtual void prepare(const QJsonObject &document, bool isNew); //!< before the form shows the record
    virtual Fault fault(const QJsonObject &edited) const;
    virtual void completeNew(QJsonObject &edited) const; //!< what a new record has beside what the form says
    virtual void askEffect(const QJsonObject &edited);   //!< effectChanged() follows, of the newest question

Q_SIGNALS:
    void effectChanged(const QString &text);
    void shown(QWidget *part); //!< something below the form has come up and is to be seen

protected:
    AdminController &m_controller;
    const ReferenceData &m_town;
    RecordForm *m_form;

private:
    Kind m_kind;
};

//! Who has a text that only one may have: a code, a login.
struct Holder
{
    Id id;
    QString text, name;
};
//! The name of who of \a all has \a text, beside \a self; empty: it is free. Accents and case don't count.
QString holderOf(const QString &text, const QList<Holder> &all, const Id &self);

} // namespace parvis
