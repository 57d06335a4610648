#pragma once

#include "presentation/referencedata.h"

#include <QtWidgets/QWidget>

#include <functional>

class QFormLayout;

namespace parvis {

//! What a field of a form can point to.
enum class Target {
    Service,
    Above, //!< what a service or a directorate may stand under
    User,
    District,
    Theme,
    Card
};

//! A form over a document: one editor for each field that was added, by the field's name; fields without an editor pass through.
class RecordForm final : public QWidget
{
    Q_OBJECT
public:
    explicit RecordForm(const ReferenceData &town, QWidget *parent = nullptr);

    void addText(const QString &field, const QString &label, const QString &hint = {});
    void addWords(const QString &field, const QString &label, const QString &hint = {}); //!< a set, between commas
    void addFlag(const QString &field, const QString &text);
    //! The first option is the default.
    void addChoice(const QString &field, const QString &label,
                   const QList<std::pair<QString, QString>> &options); //!< token, word
    void addChoices(const QString &field, const QString &label, const QList<std::pair<QString, QString>> &options);
    void addOne(const QString &field, const QString &label, Target target);
    void addMany(const QString &field, const QString &label, Target target);
    //! Any other editor: \a show fills it, \a read gives its value; it calls touch().
    void addCustom(const QString &field, const QString &label, QWidget *editor, std::function<void(const QJsonValue &)> show,
                   std::function<QJsonValue()> read);

    void setDocument(const QJsonObject &document); //!< without edited()
    QJsonObject document() const;                  //!< with what was typed
    void touch() { changed(); }                    //!< an editor of addCustom() was changed
    void focusFirst();
    void setEditable(bool editable);
    void setFieldEnabled(const QString &field, bool enabled); //!< until the next setEditable()

Q_SIGNALS:
    void edited();

private:
    struct Field
    {
        QString name;
        QWidget *editor = nullptr;
        std::function<void(const QJsonValue &)> show;
        std::function<QJsonValue()> read;
        QString usual{}; //!< what a document without the field means
    };
    QList<std::pair<Id, QString>> options(Target target) const; //!< by name
    void add(const QString &label, const Field &field);
    void changed();

    const ReferenceData &m_town;
    QFormLayout *m_layout;
    QList<Field> m_fields;
    QJsonObject m_document;
    bool m_isFilling = false;
};

} // namespace parvis
