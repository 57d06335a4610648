#pragma once

#include "geo/addressbuilder.h"
#include "geo/addressfile.h"

namespace parvis {

//! Lays what a builder has gathered out as the sections of an address file, each sorted by what it says and not by when it came.
class AddressLayout
{
public:
    explicit AddressLayout(const AddressBuilder &from);

    QByteArray bytes() const;

private:
    using Text = addressfile::Text;
    Text pooled(const QByteArray &utf8);
    Text pooled(AddressBuilder::Text text) { return pooled(m_from.m_texts.at(text).toUtf8()); }
    quint8 label(AddressBuilder::Text text);
    void layCommunes();
    void layWays();
    void layWay(quint32 source, const QList<qsizetype> &houses);
    void layLocalities(const QList<QList<qsizetype>> &housesOfWay, const QList<quint32> &order);
    addressfile::House laid(const AddressBuilder::House &house);
    void addName(const QString &text, quint32 way);
    void layWords();
    void layTree();
    QList<quint32> wordsOf(const QString &text);

    const AddressBuilder &m_from;
    QByteArray m_pool = QByteArray(2, '\0');
    QHash<QByteArray, Text> m_pooled;
    QList<quint32> m_communeOrder; //!< of the builder's commune, its place here
    QList<addressfile::Commune> m_communes;
    QList<addressfile::Way> m_ways;
    QList<addressfile::Name> m_names;
    QList<addressfile::House> m_houses;
    QList<addressfile::Word> m_words;
    QList<quint32> m_communeWords, m_nameWords, m_wordNames, m_tree;
    QList<Text> m_labels;
    QHash<QByteArray, quint32> m_wordPlaces; //!< until layWords() sorts them, in the order in which they came
    QList<QByteArray> m_wordTexts;
};

} // namespace parvis
