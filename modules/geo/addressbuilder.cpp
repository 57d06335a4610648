#include "geo/addressbuilder.h"

#include "base/gzip.h"
#include "base/text.h"
#include "geo/addresslayout.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 rowsBetweenReports = 5000;
constexpr qsizetype rejectedKept = 20;

//! What an address says, so that two files can be compared.
size_t contentOf(const addressfile::AddressFile &file, quint32 index)
{
    const addressfile::House &house = file.houses()[index];
    const addressfile::Way &way = file.ways()[file.wayOf(index)];
    const addressfile::Commune &commune = file.communes()[way.commune];
    return qHashMulti(0, house.latitude, house.longitude, house.number, house.certified, file.text(house.suffix),
                      file.text(house.locality), file.label(house.positionKind), file.text(way.name), file.text(commune.name),
                      file.text(commune.postcode), file.text(commune.insee));
}

//! Its id in the base; without one, what it is called.
QByteArray nameOf(const addressfile::AddressFile &file, quint32 index)
{
    const addressfile::House &house = file.houses()[index];
    if (const QByteArrayView id = file.text(house.id); !id.isEmpty())
        return id.toByteArray();
    const addressfile::Way &way = file.ways()[file.wayOf(index)];
    const addressfile::Commune &commune = file.communes()[way.commune];
    QByteArray name;
    for (const addressfile::Text text : {commune.name, commune.postcode, way.name, house.suffix})
        name += file.text(text).toByteArray() + '\0';
    return name + QByteArray::number(house.number);
}

void compare(const addressfile::AddressFile *before, const addressfile::AddressFile &after, AddressImport &report)
{
    QHash<QByteArray, size_t> old;
    for (quint32 i = 0; before && i < before->houses().size(); ++i)
        old.insert(nameOf(*before, i), contentOf(*before, i));
    const qint64 all = qint64(before ? before->houses().size() : 0);
    qint64 kept = 0;
    for (quint32 i = 0; i < after.houses().size(); ++i) {
        const auto it = old.constFind(nameOf(after, i));
        if (it == old.cend()) {
            ++report.added;
            continue;
        }
        ++kept;
        report.changed += *it != contentOf(after, i) ? 1 : 0;
    }
    report.removed = std::max<qint64>(0, all - kept);
}

} // namespace

AddressBuilder::Text AddressBuilder::text(const QString &words)
{
    if (words.isEmpty())
        return 0;
    const auto it = m_textPlaces.constFind(words);
    if (it != m_textPlaces.cend())
        return *it;
    const auto place = Text(m_texts.size());
    m_texts.append(words);
    m_textPlaces.insert(words, place);
    return place;
}

quint32 AddressBuilder::wayOf(const AddressRow &row, quint32 commune)
{
    const std::pair spelling(commune, text(row.way));
    const auto known = m_spellings.constFind(spelling);
    if (known != m_spellings.cend())
        return *known;
    QString name = folded(row.way);
    if (name.isEmpty())
        name = row.way; // only signs: a way of its own
    const std::pair key(commune, name);
    auto it = m_wayPlaces.find(key);
    if (it == m_wayPlaces.end()) {
        it = m_wayPlaces.insert(key, quint32(m_ways.size()));
        m_ways.append({name, commune, row.isPlace});
    }
    m_spellings.insert(spelling, *it);
    return *it;
}

void AddressBuilder::add(const AddressRow &row)
{
    const Commune commune{text(row.commune),     text(row.insee),         text(row.postcode),
                          text(row.postalLabel), text(row.formerCommune), text(row.formerInsee)};
    auto it = m_communePlaces.find(commune);
    if (it == m_communePlaces.end()) {
        it = m_communePlaces.insert(commune, quint32(m_communes.size()));
        m_communes.append(commune);
    }
    const House house{text(row.id),
                      text(row.locality),
                      text(row.suffix),
                      text(row.positionKind),
                      text(row.positionSource),
                      text(row.fantoir),
                      text(row.postalName),
                      text(row.nameSource),
                      text(row.way),
                      text(row.alias),
                      qint32(std::lround(row.position.latitude / addressfile::unit)),
                      qint32(std::lround(row.position.longitude / addressfile::unit)),
                      wayOf(row, *it),
                      quint32(row.number),
                      row.certified};
    if (house.id != 0) {
        const auto earlier = m_ids.constFind(house.id);
        if (earlier != m_ids.cend()) {
            m_houses[*earlier] = house;
            return;
        }
        m_ids.insert(house.id, m_houses.size());
    }
    m_houses.append(house);
}

Status AddressBuilder::write(const QString &path) const
{
    const QByteArray bytes = AddressLayout(*this).bytes();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        const ErrorCode code = file.error() == QFileDevice::ResourceError ? ErrorCode::StorageFull : ErrorCode::Storage;
        return Error{code, u"writing %1: %2"_s.arg(path, file.errorString())};
    }
    return success();
}

Result<AddressImport> importAddresses(const QStringList &csvPaths, const QString &addressPath,
                                      const std::function<bool(qint64, qint64)> &progress)
{
    qint64 all = 0, before = 0;
    for (const QString &path : csvPaths) {
        if (!QFileInfo::exists(path))
            return Error{ErrorCode::NotFound, u"there is no file "_s + path};
        all += QFileInfo(path).size();
    }
    AddressImport report;
    AddressBuilder builder;
    for (const QString &path : csvPaths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Storage, u"opening %1: %2"_s.arg(path, file.errorString())};
        std::unique_ptr<GunzipDevice> unpacked;
        if (isGzip(file.peek(2))) // as the base is published
            unpacked = std::make_unique<GunzipDevice>(file);
        BanReader reader(unpacked ? static_cast<QIODevice &>(*unpacked) : file);
        for (;;) {
            const qint64 position = unpacked ? unpacked->packedRead() : reader.bytesRead();
            if (report.rows % rowsBetweenReports == 0 && progress && !progress(before + position, all))
                return Error{ErrorCode::Aborted, {}};
            const auto row = reader.next();
            if (!row && unpacked && unpacked->isDamaged())
                return Error{ErrorCode::InvalidInput, u"a packed file that is damaged or cut short: "_s + path};
            if (!row)
                return Error{row.error().code, row.error().detail + u": "_s + path};
            if (!*row)
                break;
            ++report.rows;
            const BanRow &read = **row;
            if (read.fault == AddressFault::None) {
                builder.add(read.address);
                continue;
            }
            ++report.rejected[read.fault];
            if (report.firstRejected.size() < rejectedKept)
                report.firstRejected.append({read.line, read.fault});
        }
        before += file.size();
    }
    report.addresses = builder.count();
    if (report.addresses == 0)
        return Error{ErrorCode::InvalidInput, u"no address in the files"_s};
    // A file that can't be read any more is replaced as if there were none.
    const auto old = addressfile::AddressFile::open(addressPath);
    if (const Status written = builder.write(addressPath); !written)
        return written.error();
    const auto now = addressfile::AddressFile::open(addressPath);
    if (!now)
        return now.error();
    compare(old ? old->get() : nullptr, **now, report);
    if (progress)
        progress(all, all);
    return report;
}

} // namespace parvis
