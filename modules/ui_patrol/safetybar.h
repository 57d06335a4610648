#pragma once

#include "domain/mission.h"

#include <QtWidgets/QWidget>

#include <array>

class QAction;

namespace parvis {

//! Is the place safe? Three big buttons with an icon and a word; the one that is chosen, once more, is unsaid again.
class SafetyBar final : public QWidget
{
    Q_OBJECT
public:
    //! \a scope: where the keys work.
    explicit SafetyBar(QWidget *scope, QWidget *parent = nullptr);

    Safety safety() const { return m_safety; }
    void setSafety(Safety safety); //!< without changed()
    void setReadOnly(bool isReadOnly);

Q_SIGNALS:
    void changed();

private:
    void choose(Safety safety);

    std::array<QAction *, 3> m_actions{};
    Safety m_safety = Safety::Unsaid;
};

} // namespace parvis
