#pragma once

#include <QtCore/QJsonArray>
#include <QtWidgets/QWidget>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace parvis {

//! Named texts that a reply may begin with.
class TemplatesEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatesEditor(QWidget *parent = nullptr);
    void setTemplates(const QJsonArray &templates);
    const QJsonArray &templates() const { return m_templates; }

Q_SIGNALS:
    void edited();

private:
    void showCurrent();
    void takeCurrent();

    QJsonArray m_templates;
    QListWidget *m_names;
    QLineEdit *m_name;
    QPlainTextEdit *m_text;
    bool m_isFilling = false;
};

} // namespace parvis
