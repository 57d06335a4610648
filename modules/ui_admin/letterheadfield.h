#pragma once

#include <QtCore/QJsonObject>
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace parvis {

class InlineError;

//! How letters are headed (see Unit::letterhead); what is empty is as the unit above has it only if all is empty.
class LetterheadField final : public QWidget
{
    Q_OBJECT
public:
    explicit LetterheadField(QWidget *parent = nullptr);

    void setLetterhead(const QJsonObject &head);
    QJsonObject letterhead() const;

Q_SIGNALS:
    void edited();

private:
    void chooseLogo();
    void takeLogo(const QString &path);
    void showLogo();

    QPlainTextEdit *m_lines;
    QLineEdit *m_place, *m_court, *m_superior, *m_protection;
    QLabel *m_picture;
    QAction *m_choose, *m_drop;
    InlineError *m_error;
    QString m_logo; //!< PNG, base64
};

} // namespace parvis
