#include "demo/towndata.h"

#include "base/text.h"
#include "demo/townfiles.h"
#include "domain/permissions.h"
#include "domain/phone.h"
#include "domain/workingcalendar.h"

#include <QtCore/QDateTime>
#include <QtCore/QSet>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

template <typename T, typename Read>
void addWeighted(Weighted<T> &into, const QJsonValue &array, Read read)
{
    const QJsonArray items = array.toArray();
    for (const QJsonValue &item : items)
        into.add(read(item), item["weight"_L1].toDouble());
}

class Loader
{
public:
    Loader(quint32 seed, Instant founded, Instant present)
        : m_chance(seed),
          m_founded(founded),
          m_present(present),
          m_reviewFrom(QDateTime::fromMSecsSinceEpoch(present.ms, Qt::UTC).date().addDays(-40))
    {}

    Result<TownData> load()
    {
        for (const auto part : {&Loader::organisation, &Loader::places, &Loader::themes, &Loader::names, &Loader::cards,
                                &Loader::agents, &Loader::cardLife, &Loader::volumes, &Loader::rules}) {
            if (const Status done = (this->*part)(); !done)
                return done.error();
        }
        calendar();
        return std::move(m_town);
    }

private:
    Id nextId() { return makeId({m_founded.ms + m_count++}, m_chance.generator()); }

    Status organisation()
    {
        const auto json = fileJson(u"organisation"_s);
        if (!json)
            return json.error();
        m_town.town = text(json->value("town"_L1), "name"_L1);
        QHash<QString, Id> byCode;
        const auto unit = [&](const QJsonValue &item, UnitLevel level, QLatin1StringView parent) {
            Unit u;
            u.id = nextId();
            u.level = level;
            u.parent = byCode.value(text(item, parent));
            u.code = text(item, "code"_L1);
            u.name = text(item, "name"_L1);
            u.shortName = text(item, "short"_L1);
            u.phone = phoneE164(text(item, "phone"_L1));
            u.email = text(item, "email"_L1);
            u.perDistrict = item["perDistrict"_L1].toBool();
            u.policy = item["policy"_L1].toObject();
            u.assignment = fromToken<Assignment>(text(item, "assignment"_L1)).value_or(Assignment::ByDistrict);
            byCode.insert(u.code, u.id);
            return u;
        };
        for (const QJsonValue &item : json->value("bodies"_L1).toArray())
            m_town.bodies.append(unit(item, UnitLevel::Body, "none"_L1));
        for (const QJsonValue &item : json->value("directorates"_L1).toArray()) {
            m_town.directorates.append(unit(item, UnitLevel::Directorate, "body"_L1));
            m_circuits.insert(text(item, "code"_L1), texts(item["circuit"_L1]));
        }
        for (const QJsonValue &item : json->value("services"_L1).toArray()) {
            m_town.services.append({unit(item, UnitLevel::Service, "directorate"_L1), {}});
            m_serviceByCode.insert(m_town.services.last().unit.code, m_town.services.size() - 1);
        }
        return success();
    }

    Status rules()
    {
        const auto json = fileJson(u"organisation"_s);
        if (!json)
            return json.error();
        for (const QJsonValue &item : json->value("rules"_L1).toArray())
            m_town.rules.append(rule(item));
        return success();
    }

    RoutingRule rule(const QJsonValue &item)
    {
        RoutingRule r;
        r.id = nextId();
        r.name = text(item, "name"_L1);
        r.position = int(m_town.rules.size()) + 1;
        r.words = wordSet(item["words"_L1]);
        r.channels = wordSet(item["channels"_L1]);
        const auto service = m_serviceByCode.constFind(text(item, "service"_L1));
        if (service != m_serviceByCode.constEnd())
            r.service = m_town.services.at(*service).unit.id;
        return r;
    }

    Status places()
    {
        const auto districts = fileJson(u"districts"_s);
        const auto streets = fileJson(u"streets"_s);
        if (!districts || !streets)
            return districts ? streets.error() : districts.error();
        QHash<QString, qsizetype> index;
        for (const QJsonValue &item : districts->value("districts"_L1).toArray()) {
            District d;
            d.id = nextId();
            d.code = text(item, "code"_L1);
            d.name = text(item, "name"_L1);
            d.latitude = item["lat"_L1].toDouble();
            d.longitude = item["lon"_L1].toDouble();
            index.insert(d.code, m_town.districts.size());
            m_town.anyDistrict.add(m_town.districts.size(), item["weight"_L1].toDouble());
            m_town.districts.append(d);
        }
        m_town.spotsByDistrict.resize(m_town.districts.size());
        const auto add = [&](const QJsonValue &item, bool publicPlace) {
            const qsizetype d = index.value(text(item, "district"_L1));
            Street s;
            s.id = nextId();
            s.name = text(item, "name"_L1);
            s.district = m_town.districts.at(d).id;
            s.latitude = item["lat"_L1].toDouble();
            s.longitude = item["lon"_L1].toDouble();
            s.lastNumber = item["numbers"_L1].toInt();
            s.publicPlace = publicPlace;
            m_town.streets.append(s);
            if (publicPlace)
                return;
            m_town.spotsByDistrict[d].add(m_town.spots.size(), std::max(5, s.lastNumber));
            m_town.spots.append({s.name, s.district, *s.latitude, *s.longitude, s.lastNumber});
        };
        for (const QJsonValue &item : streets->value("streets"_L1).toArray())
            add(item, false);
        for (const QJsonValue &item : streets->value("places"_L1).toArray()) {
            add(item, true);
            const QString phrase = text(item, "withArticle"_L1);
            m_town.placePhrases.append(phrase);
            if (phrase.startsWith(u"l'école"))
                m_town.schoolPhrases.append(phrase);
        }
        if (m_town.schoolPhrases.isEmpty())
            return Error{ErrorCode::InvalidInput, u"streets"_s};
        return success();
    }

    Status themes()
    {
        const auto json = fileJson(u"themes"_s);
        if (!json)
            return json.error();
        for (const QJsonValue &item : json->value("themes"_L1).toArray()) {
            Theme t;
            t.id = nextId();
            t.code = text(item, "code"_L1);
            t.name = text(item, "name"_L1);
            t.parent = m_themeByCode.value(text(item, "parent"_L1));
            m_themeByCode.insert(t.code, t.id);
            m_town.themes.append(t);
        }
        return success();
    }

    Status names()
    {
        const auto json = fileJson(u"names"_s);
        if (!json)
            return json.error();
        addWeighted(m_town.firstNames, json->value("firstNames"_L1),
                    [](const QJsonValue &v) { return std::pair(text(v, "name"_L1), text(v, "sex"_L1) == "F"_L1); });
        addWeighted(m_town.lastNames, json->value("lastNames"_L1), [](const QJsonValue &v) { return text(v, "name"_L1); });
        addWeighted(m_town.organisations, json->value("organisations"_L1),
                    [](const QJsonValue &v) { return text(v, "name"_L1); });
        return success();
    }

    Status cards()
    {
        for (const auto &name :
             {u"cards"_s, u"cards-civil"_s, u"cards-voirie"_s, u"cards-ville"_s, u"cards-famille"_s, u"cards-social"_s}) {
            if (const Status done = cards(name); !done)
                return done;
        }
        return success();
    }

    Status cards(const QString &file)
    {
        const auto json = fileJson(file);
        if (!json)
            return json.error();
        for (const QJsonValue &item : json->value("cards"_L1).toArray()) {
            CardHabits h;
            Card &c = h.card;
            c.id = nextId();
            c.revision = 1;
            c.code = text(item, "code"_L1);
            c.title = text(item, "title"_L1);
            c.summary = text(item, "summary"_L1);
            c.theme = m_themeByCode.value(text(item, "theme"_L1));
            c.keywords = wordSet(item["keywords"_L1]);
            c.citizenWords = wordSet(item["citizenWords"_L1]);
            c.audience = text(item, "audience"_L1);
            c.ask = script(item["ask"_L1]);
            c.say = script(item["say"_L1]);
            c.steps = script(item["do"_L1]);
            c.documents = item["documents"_L1].toArray();
            c.price = text(item, "price"_L1);
            c.location = text(item, "where"_L1);
            c.law = item["law"_L1].toArray();
            c.complexity = fromToken<CardKind>(text(item, "kind"_L1)).value_or(CardKind::Simple);
            c.delayDays = item["delayDays"_L1].toInt();
            c.acknowledgement = text(item, "acknowledgement"_L1);
            c.needsPlace = item["place"_L1].toBool();
            c.confidential = item["confidential"_L1].toBool();
            c.form = item["fields"_L1].toArray();
            c.silence = fromToken<Silence>(text(item, "implicit"_L1)).value_or(Silence::Unsaid);
            c.replyTemplates = item["replyTemplates"_L1].toArray();
            c.retentionMonths = item["retention"_L1].toInt();
            c.reviewMonths = item["reviewMonths"_L1].toInt(12);
            c.publishedAt = m_founded;
            c.reviewOn = m_reviewFrom.addDays(qHash(c.code, 11) % 400); // a calendar with some behind and most ahead
            m_seeAlso.insert(c.code, texts(item["seeAlso"_L1]));
            const auto service = m_serviceByCode.constFind(text(item, "service"_L1));
            if (service == m_serviceByCode.constEnd() || c.theme.isNull())
                return Error{ErrorCode::InvalidInput, u"cards: "_s + c.code};
            c.service = m_town.services.at(*service).unit.id;
            h.onTheSpot = item["onTheSpot"_L1].toDouble();
            h.weight = item["weight"_L1].toDouble(1);
            for (const QJsonValue &month : item["season"_L1].toArray())
                h.season.append(month.toDouble(1));
            h.season.resize(12);
            h.subjects = texts(item["subjects"_L1]);
            h.descriptions = texts(item["descriptions"_L1]);
            h.notes = texts(item["notes"_L1]);
            h.replies = texts(item["replies"_L1]);
            m_town.cards.append(h);
        }
        return success();
    }

    Status agents()
    {
        const auto json = fileJson(u"agents"_s);
        if (!json)
            return json.error();
        for (const QJsonValue &item : json->value("named"_L1).toArray()) {
            m_titles.insert(text(item, "login"_L1), text(item, "title"_L1));
            const User user =
                agent(text(item, "login"_L1), text(item, "name"_L1), wordSet(item["roles"_L1]), text(item, "service"_L1));
            m_town.named.append(user.login);
            if (user.roles.contains(u"ambassador"_s))
                m_town.ambassadors.append(user.id);
            if (user.roles.contains(u"patroller"_s))
                patrols(user.id, texts(item["patrols"_L1]));
        }
        for (const QJsonValue &item : json->value("named"_L1).toArray()) {
            const auto at = [this](const QString &login) {
                return std::find_if(m_town.users.begin(), m_town.users.end(), [&](const User &u) { return u.login == login; });
            };
            User &user = *at(text(item, "login"_L1));
            user.capacity = text(item, "title"_L1);
            user.absent = item["absent"_L1].toBool();
            for (const QString &login : texts(item["standsFor"_L1]))
                user.standsFor.insert(at(login)->id);
        }
        for (const QJsonValue &item : json->value("referents"_L1).toArray()) {
            const QString code = text(item, "service"_L1);
            for (int i = 0; i < item["count"_L1].toInt(); ++i)
                referent(code);
        }
        setHeads();
        for (Service &service : m_town.services) {
            if (service.referents.isEmpty())
                continue;
            service.unit.referents.insert(u"*"_s, idText(service.referents.first()));
            if (!service.unit.perDistrict)
                continue;
            for (qsizetype i = 0; i < m_town.districts.size(); ++i)
                service.unit.referents.insert(m_town.districts.at(i).code,
                                              idText(service.referents.at(i % service.referents.size())));
        }
        return success();
    }

    //! The services for which a patroller goes.
    void patrols(const Id &id, const QStringList &codes)
    {
        m_town.patrollers.append(id);
        const auto user = std::find_if(m_town.users.begin(), m_town.users.end(), [&id](const User &u) { return u.id == id; });
        for (const QString &code : codes) {
            user->services.insert(m_town.services.at(m_serviceByCode.value(code)).unit.id);
            m_town.patrolled.insert(m_town.services.at(m_serviceByCode.value(code)).unit.id);
        }
    }

    //! The first head of each service; of a directorate, who comes after the heads of service in its circuit.
    void setHeads()
    {
        for (Service &service : m_town.services) {
            const auto head = std::find_if(m_town.users.begin(), m_town.users.end(), [&service](const User &user) {
                return user.roles.contains(u"head"_s) && user.services.contains(service.unit.id);
            });
            service.unit.head = head == m_town.users.end() ? Id() : head->id;
        }
        for (Unit &directorate : m_town.directorates) {
            const QString login = m_circuits.value(directorate.code).value(1);
            const auto head = std::find_if(m_town.users.begin(), m_town.users.end(),
                                           [&login](const User &user) { return user.login == login; });
            directorate.head = head == m_town.users.end() ? Id() : head->id;
        }
    }

    //! What needs the names of cards and agents: links, circuits, drafts on their way, flags of the desk.
    Status cardLife()
    {
        QHash<QString, qsizetype> cards;
        QHash<QString, Id> agents;
        for (qsizetype i = 0; i < m_town.cards.size(); ++i)
            cards.insert(m_town.cards.at(i).card.code, i);
        for (const User &user : m_town.users)
            agents.insert(user.login, user.id);
        for (CardHabits &habits : m_town.cards) {
            for (const QString &code : m_seeAlso.value(habits.card.code)) {
                if (cards.contains(code))
                    habits.card.seeAlso.insert(m_town.cards.at(cards.value(code)).card.id);
            }
        }
        for (Unit &directorate : m_town.directorates)
            directorate.cardCircuit = circuit(m_circuits.value(directorate.code), agents);
        const auto json = fileJson(u"cardwork"_s);
        if (!json)
            return json.error();
        publish(json->value("history"_L1).toArray(), cards);
        for (const QJsonValue &item : json->value("work"_L1).toArray()) {
            const CardDraft d = draft(item, cards, agents);
            m_town.drafts.append(d);
            for (const QJsonValue &said : item["remarks"_L1].toArray())
                m_town.remarks.append(remark(said, d.card, d.id, agents));
        }
        for (const QJsonValue &item : json->value("flags"_L1).toArray()) {
            const Id card = m_town.cards.at(cards.value(text(item, "card"_L1))).card.id;
            m_town.remarks.append(remark(item, card, {}, agents));
        }
        return success();
    }

    QJsonArray circuit(const QStringList &steps, const QHash<QString, Id> &agents) const
    {
        QJsonArray list;
        for (const QString &step : steps) {
            if (step == "role:head"_L1)
                list.append(QJsonObject{{"title"_L1, u"Chef de service"_s}, {"role"_L1, u"head"_s}});
            else
                list.append(QJsonObject{{"title"_L1, m_titles.value(step)}, {"user"_L1, idText(agents.value(step))}});
        }
        return list;
    }

    //! Every card as its first revision; those with a history were something else before.
    void publish(const QJsonArray &history, const QHash<QString, qsizetype> &cards)
    {
        QHash<QString, QJsonObject> before;
        for (const QJsonValue &item : history)
            before.insert(text(item, "card"_L1), item["before"_L1].toObject());
        for (const auto &[code, fields] : before.asKeyValueRange()) {
            if (cards.contains(code))
                m_town.cards[cards.value(code)].card.revision = 2;
        }
        for (const CardHabits &habits : std::as_const(m_town.cards)) {
            const QJsonObject document = toDocument(habits.card);
            for (int number = 1; number <= habits.card.revision; ++number) {
                CardRevision r;
                r.id = QUuid::createUuidV5(habits.card.id, QByteArray::number(number));
                r.card = habits.card.id;
                r.number = number;
                r.content = contentOf(document);
                if (number < habits.card.revision)
                    r.content = overlaid(describe(Kind::CardDraft), r.content, before.value(habits.card.code));
                r.publishedAt = m_founded;
                m_town.revisions.append(r);
            }
        }
    }

    CardDraft draft(const QJsonValue &item, const QHash<QString, qsizetype> &cards, const QHash<QString, Id> &agents)
    {
        const auto known = cards.constFind(text(item, "card"_L1));
        const Card card = known == cards.constEnd() ? Card() : m_town.cards.at(*known).card;
        const QJsonObject document =
            overlaid(describe(Kind::CardDraft), contentOf(toDocument(card)), item["changes"_L1].toObject());
        auto d = fromDocument<CardDraft>(nextId(), document);
        d.card = card.id.isNull() ? nextId() : card.id;
        d.base = card.revision;
        d.at = m_present;
        d.author = agents.value(text(item, "author"_L1));
        if (card.id.isNull()) {
            d.title = text(item, "title"_L1);
            d.theme = m_themeByCode.value(text(item, "theme"_L1));
            d.service = m_town.services.at(m_serviceByCode.value(text(item, "service"_L1))).unit.id;
        }
        d.state = fromToken<DraftState>(text(item, "state"_L1)).value_or(DraftState::Draft);
        d.step = item["step"_L1].toInt();
        d.reason = text(item, "reason"_L1);
        if (d.state == DraftState::InValidation) {
            const Id above = m_town.service(d.service)->unit.parent;
            for (const Unit &directorate : std::as_const(m_town.directorates)) {
                if (directorate.id == above)
                    d.circuit = directorate.cardCircuit;
            }
        }
        return d;
    }

    CardRemark remark(const QJsonValue &item, const Id &card, const Id &draft, const QHash<QString, Id> &agents)
    {
        CardRemark r;
        r.id = nextId();
        r.card = card;
        r.draft = draft;
        r.type = fromToken<RemarkType>(text(item, "type"_L1)).value_or(RemarkType::Comment);
        r.step = item["step"_L1].toInt();
        r.author = agents.value(text(item, "by"_L1));
        r.at = m_present;
        r.text = text(item, "text"_L1);
        return r;
    }

    void referent(const QString &code)
    {
        const auto service = m_serviceByCode.constFind(code);
        if (service == m_serviceByCode.constEnd())
            return;
        const QString first = m_town.firstNames.draw(m_chance).first;
        const QString last = m_town.lastNames.draw(m_chance);
        const QString tail = u'.' + folded(last).remove(u' ');
        QString login = folded(first).left(1) + tail;
        for (int n = 2; m_logins.contains(login); ++n)
            login = folded(first).left(1) + QString::number(n) + tail;
        m_town.services[*service].referents.append(agent(login, first + u' ' + last, {u"referent"_s}, code).id);
    }

    User agent(const QString &login, const QString &name, const TokenSet &roles, const QString &service)
    {
        User u;
        u.id = nextId();
        u.login = login;
        u.name = name;
        u.roles = roles;
        const auto own = m_serviceByCode.constFind(service);
        if (own != m_serviceByCode.constEnd()) {
            u.services.insert(m_town.services.at(*own).unit.id);
            for (const CardHabits &h : m_town.cards)
                u.cleared = u.cleared || (h.card.confidential && h.card.service == m_town.services.at(*own).unit.id);
        }
        u.cleared = u.cleared || roles.contains(u"ambassador"_s) || roles.contains(u"supervisor"_s) || roles.contains(u"dpo"_s);
        m_logins.insert(login);
        m_town.users.append(u);
        return u;
    }

    Status volumes()
    {
        const auto json = fileJson(u"volumes"_s);
        if (!json)
            return json.error();
        const QJsonObject &v = *json;
        addWeighted(m_town.channels, v["channels"_L1],
                    [](const QJsonValue &i) { return fromToken<Channel>(text(i, "code"_L1)).value_or(Channel::Phone); });
        const QJsonObject replies = v["replyByChannel"_L1].toObject();
        for (auto it = replies.begin(); it != replies.end(); ++it) {
            const auto channel = fromToken<Channel>(it.key());
            const QJsonObject weights = it.value().toObject();
            for (auto w = weights.begin(); channel && w != weights.end(); ++w)
                m_town.replies[*channel].add(fromToken<ReplyChannel>(w.key()).value_or(ReplyChannel::None), w.value().toDouble());
        }
        const auto hour = [](const QJsonValue &i) { return i["hour"_L1].toInt(); };
        addWeighted(m_town.openingHours, v["hours"_L1]["opening"_L1], hour);
        addWeighted(m_town.anyHours, v["hours"_L1]["anyTime"_L1], hour);
        for (const QJsonValue &day : v["weekdays"_L1].toArray()) {
            m_town.weekday.append(day["weight"_L1].toDouble());
            m_town.weekdayOffHours.append(day["offHoursWeight"_L1].toDouble());
        }
        for (const QJsonValue &month : v["months"_L1].toArray())
            m_town.months.append(month["weight"_L1].toDouble(1));
        m_town.yearGrowth = v["yearGrowth"_L1].toDouble(1);
        addWeighted(m_town.contactsPerRequest, v["contactsPerRequest"_L1],
                    [](const QJsonValue &i) { return i["count"_L1].toInt(); });
        for (const QJsonValue &i : v["handledByMinutes"_L1].toArray())
            m_town.minutes.insert(fromToken<Channel>(text(i, "channel"_L1)).value_or(Channel::Phone), i["median"_L1].toDouble());
        addWeighted(m_town.waiting, v["waitingReasons"_L1], [](const QJsonValue &i) { return text(i, "code"_L1); });
        addWeighted(m_town.closing, v["closingReasons"_L1], [](const QJsonValue &i) { return text(i, "code"_L1); });
        addWeighted(m_town.emailDomains, v["emailDomains"_L1], [](const QJsonValue &i) { return text(i, "domain"_L1); });
        m_town.waitingSimple = v["waitingShare"_L1]["simple"_L1].toDouble();
        m_town.waitingComplex = v["waitingShare"_L1]["complex"_L1].toDouble();
        m_town.uncarded = v["uncarded"_L1]["share"_L1].toDouble();
        m_town.anonymous = v["anonymousShare"_L1].toDouble();
        m_town.onTime = v["onTimeTarget"_L1].toDouble();
        const QJsonObject words = v["slots"_L1].toObject();
        for (auto it = words.begin(); it != words.end(); ++it)
            m_town.phrases.insert(it.key(), texts(it.value()));
        m_town.mobilePrefixes = texts(v["phoneRanges"_L1]["mobile"_L1]);
        m_town.landlinePrefixes = texts(v["phoneRanges"_L1]["landline"_L1]);
        m_town.mobileShare = v["phoneRanges"_L1]["mobileShare"_L1].toDouble();
        const bool complete = m_town.weekday.size() == 7 && m_town.months.size() == 12 && !m_town.channels.isEmpty() &&
                              !m_town.openingHours.isEmpty() && !m_town.mobilePrefixes.isEmpty() &&
                              !m_town.landlinePrefixes.isEmpty();
        if (!complete)
            return Error{ErrorCode::InvalidInput, u"volumes"_s};
        return success();
    }

    void calendar()
    {
        Calendar &c = m_town.calendar;
        c.id = nextId();
        c.zone = u"Europe/Paris"_s;
        const int year = QDateTime::fromMSecsSinceEpoch(m_founded.ms, Qt::UTC).date().year();
        for (int y = year; y <= year + 16; ++y) {
            const QDate bridge = easterSunday(y).addDays(40); // the Friday after Ascension
            c.closures.append(QJsonObject{{"from"_L1, bridge.toString(Qt::ISODate)},
                                          {"to"_L1, bridge.toString(Qt::ISODate)},
                                          {"name"_L1, u"Pont de l'Ascension"_s}});
            const QString eve = u"%1-12-24"_s.arg(y);
            c.closures.append(
                QJsonObject{{"from"_L1, eve}, {"to"_L1, eve}, {"name"_L1, u"Fermeture de la mairie, veille de Noël"_s}});
        }
    }

    Chance m_chance;
    Instant m_founded, m_present;
    QDate m_reviewFrom;
    QHash<QString, QStringList> m_seeAlso, m_circuits;
    QHash<QString, QString> m_titles;
    qint64 m_count = 0;
    TownData m_town;
    QHash<QString, qsizetype> m_serviceByCode;
    QHash<QString, Id> m_themeByCode;
    QSet<QString> m_logins;
};

} // namespace

Result<TownData> loadTown(quint32 seed, Instant founded, Instant present)
{
    return Loader(seed, founded, present).load();
}

} // namespace parvis
