#pragma once

#include "presentation/patrolcontroller.h"

#include <QtWidgets/QAbstractButton>

class QGridLayout;

namespace parvis {

//! One tile: what was found, and who gets it.
class KindTile final : public QAbstractButton
{
    Q_OBJECT
public:
    KindTile(const QString &title, const QString &service, const QString &key, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_service, m_key;
};

//! What patrollers report most, as tiles for a finger; each has a digit as its key.
class KindTiles final : public QWidget
{
    Q_OBJECT
public:
    //! \a scope: where the keys work.
    KindTiles(const ReferenceData &town, QWidget *scope, QWidget *parent = nullptr);

    void setKinds(const QList<PatrolKind> &kinds);
    void setChosen(const Id &card); //!< without chosen()
    void focusFirst();
    void setOffered(bool offered); //!< the keys, too

Q_SIGNALS:
    void chosen(const parvis::Id &card); //!< null: none any more

private:
    void press(qsizetype index);

    static constexpr int columns = 3;
    const ReferenceData &m_town;
    QGridLayout *m_grid;
    QList<PatrolKind> m_kinds;
    QList<KindTile *> m_tiles;
    QList<QAction *> m_keys;
    Id m_card;
};

} // namespace parvis
