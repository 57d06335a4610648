#pragma once

#include "domain/cardlife.h"
#include "presentation/referencedata.h"

#include <QtCore/QObject>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace parvis {

//! Ties fields of a form to members of a card's content: what is shown is taken back as it is read, and a field that shows its
//! value already keeps its cursor. The labels of what a draft still needs say so.
class ContentForm final : public QObject
{
    Q_OBJECT
public:
    explicit ContentForm(const ReferenceData &town, QObject *parent = nullptr);

    void fill(const CardContent &content); //!< without edited()
    CardContent content() const;           //!< what was filled in, with what the agent changed
    void setGaps(const QList<CardGap> &gaps);

    // Each adds a labelled field to \a layout.
    QLineEdit *line(QFormLayout *layout, const QString &label, QString CardContent::*member, std::optional<CardGap> gap = {});
    QPlainTextEdit *text(QFormLayout *layout, const QString &label, QString CardContent::*member, int rows,
                         std::optional<CardGap> gap = {});
    QPlainTextEdit *lines(QFormLayout *layout, const QString &label, QJsonArray CardContent::*member, int rows);
    QPlainTextEdit *words(QFormLayout *layout, const QString &label, TokenSet CardContent::*member, int rows);
    QSpinBox *number(QFormLayout *layout, const QString &label, int CardContent::*member, int most, const QString &zero);
    QCheckBox *check(QFormLayout *layout, const QString &label, bool CardContent::*member);
    QLineEdit *day(QFormLayout *layout, const QString &label, QDate CardContent::*member, const QDate &today,
                   std::optional<CardGap> gap = {});
    //! \a items: id and name, refilled by fill().
    using Items = std::function<QList<std::pair<Id, QString>>()>;
    QComboBox *choice(QFormLayout *layout, const QString &label, Id CardContent::*member, Items items,
                      std::optional<CardGap> gap = {});
    template <typename E>
    QComboBox *tokens(QFormLayout *layout, const QString &label, E CardContent::*member, const QStringList &names)
    {
        return indexed(
            layout, label, names, [member](const CardContent &content) { return int(content.*member); },
            [member](CardContent &content, int index) { content.*member = E(index); });
    }

    //! For a part with widgets of its own: \a fill shows a content, \a take puts what is shown into one.
    void tie(std::function<void(const CardContent &)> fill, std::function<void(CardContent &)> take);
    void tellEdited(); //!< by such a part
    void markGap(CardGap gap, QLabel *label);

Q_SIGNALS:
    void edited();

private:
    struct Tie
    {
        std::function<void(const CardContent &)> fill;
        std::function<void(CardContent &)> take;
    };
    struct Gap
    {
        CardGap gap;
        QLabel *label;
        QString text;
    };
    QComboBox *indexed(QFormLayout *layout, const QString &label, const QStringList &names,
                       std::function<int(const CardContent &)> read, std::function<void(CardContent &, int)> write);
    QPlainTextEdit *plain(QFormLayout *layout, const QString &label, int rows, std::optional<CardGap> gap);
    void add(QFormLayout *layout, const QString &label, QWidget *field, std::optional<CardGap> gap);

    const ReferenceData &m_town;
    CardContent m_content;
    QList<Tie> m_ties;
    QList<Gap> m_gaps;
    bool m_isFilling = false;
};

//! What is typed, a line each; blank lines are left out.
QStringList typedLines(const QString &text);

} // namespace parvis
