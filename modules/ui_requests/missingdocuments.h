#pragma once

#include <QtWidgets/QWidget>

class QLineEdit;
class QListWidget;

namespace parvis {

//! Which documents the citizen still owes (CRPA L. 114-5): those of the card to be ticked with Space, and others to be typed.
class MissingDocuments final : public QWidget
{
    Q_OBJECT
public:
    explicit MissingDocuments(QWidget *parent = nullptr);

    //! \a known: of the card; \a missing is ticked, and added where the card does not name it. Tells nothing.
    void offer(const QStringList &known, const QStringList &missing);
    QStringList missing() const; //!< in the order in which they stand

Q_SIGNALS:
    void changed();

private:
    void add(const QString &document, bool isMissing);
    void addTyped();
    void setHeight();

    QListWidget *m_list;
    QLineEdit *m_other;
};

} // namespace parvis
