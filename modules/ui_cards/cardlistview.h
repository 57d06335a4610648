#pragma once

#include "presentation/cardlistmodel.h"

#include <QtWidgets/QTreeView>

namespace parvis {

//! The cards on the left: themes with their cards, or lines with a second line that tells why they are listed. Enter opens.
class CardListView final : public QTreeView
{
    Q_OBJECT
public:
    explicit CardListView(CardListModel &model, QWidget *parent = nullptr);

    void step(int by); //!< another line, without taking the focus
    bool isAtTop() const;
    void select(CardItem::What what, const Id &id); //!< without telling chosen()

Q_SIGNALS:
    void chosen(const parvis::CardItem &item); //!< is current now
    void opened(const parvis::CardItem &item); //!< Enter or double click; a theme opens and closes

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void open(const QModelIndex &index);

    CardListModel &m_model;
    bool m_isQuiet = false;
};

} // namespace parvis
