#include "people/store.h"

#include "json/writer.h"
#include "people/one_time_token.h"
#include "people/session.h"
#include "store/audit.h"

namespace primum::people {
namespace {

using store::Reader;
using store::Row;
using store::Stamp;
using store::Writer;

struct Credential;
using CredentialId = Id<Credential>;

Person read_person(const Row& row) {
    return {.id = row.get<PersonId>(0),
            .email = row.get<std::string>(1),
            .name = row.get<std::string>(2),
            .language = row.get<std::string>(3),
            .disabled = row.get<std::string>(4) == "disabled",
            .created_at = row.get<Instant>(5),
            .rev = row.get<std::int64_t>(6)};
}

std::string in_json(const Person& person) {
    json::Writer json;
    json.begin_object()
        .member("email", person.email)
        .member("name", person.name)
        .member("language", person.language)
        .end_object();
    return std::string(json.text());
}

}  // namespace

std::optional<Person> find_person(const Reader& db, PersonId id) {
    return db.one(read_person, R"sql(
        SELECT id, email, name, language, status, created_at, rev FROM people WHERE id = $1
    )sql",
                  id);
}

std::optional<Person> find_person_by_email(const Reader& db, std::string_view email) {
    return db.one(read_person, R"sql(
        SELECT id, email, name, language, status, created_at, rev FROM people WHERE email = $1
    )sql",
                  email);
}

bool is_empty(const Reader& db) {
    return !db.one([](const Row&) { return true; }, "SELECT id FROM people LIMIT 1");
}

PersonId add_person(Writer& db, const Stamp& stamp, const NewPerson& person) {
    const Person added{.id = db.new_id<Person>(),
                       .email = person.email,
                       .name = person.name,
                       .language = person.language};
    db.run(R"sql(
        INSERT INTO people (id, email, name, language, created_at) VALUES ($1, $2, $3, $4, $5)
    )sql",
           added.id, added.email, added.name, added.language, stamp.at);
    record(db, stamp, "people.add", added.id, "", in_json(added));
    return added.id;
}

bool save_person(Writer& db, const Stamp& stamp, const Person& person) {
    const auto before = find_person(db, person.id);
    const auto namesake = find_person_by_email(db, person.email);
    if (!before || (namesake && namesake->id != person.id)) return false;
    if (db.run(R"sql(
            UPDATE people SET email = $1, name = $2, language = $3, rev = rev + 1
             WHERE id = $4 AND rev = $5
        )sql",
               person.email, person.name, person.language, person.id, person.rev) == 0)
        return false;
    record(db, stamp, "people.change", person.id, in_json(*before), in_json(person));
    return true;
}

void save_disabled(Writer& db, const Stamp& stamp, PersonId person, bool disabled) {
    const std::string_view status = disabled ? "disabled" : "active";
    if (db.run("UPDATE people SET status = $1, rev = rev + 1 WHERE id = $2 AND status <> $1",
               status, person) == 0)
        return;
    end_sessions(db, person);
    record(db, stamp, disabled ? "people.disable" : "people.enable", person);
}

std::optional<std::string> find_password(const Reader& db, PersonId person) {
    return db.one([](const Row& row) { return row.get<std::string>(0); }, R"sql(
        SELECT secret FROM credentials WHERE person_id = $1 AND kind = 'password'
    )sql",
                  person);
}

void save_password(Writer& db, const Stamp& stamp, PersonId person, std::string_view hash,
                   std::string_view except) {
    db.run("DELETE FROM credentials WHERE person_id = $1 AND kind = 'password'", person);
    db.run(R"sql(
        INSERT INTO credentials (person_id, id, kind, secret, created_at)
        VALUES ($1, $2, 'password', $3, $4)
    )sql",
           person, db.new_id<Credential>(), hash, stamp.at);
    forget_tokens_of(db, Purpose::reset, person);
    end_sessions(db, person, except);
    record(db, stamp, "people.change_password", person);
}

void renew_hash(Writer& db, PersonId person, std::string_view hash) {
    db.run("UPDATE credentials SET secret = $1 WHERE person_id = $2 AND kind = 'password'", hash,
           person);
}

void record(Writer& db, const Stamp& stamp, std::string_view action, PersonId person,
            std::string_view before, std::string_view after) {
    store::record(db, stamp,
                  {.action = action, .object = person.text(), .before = before, .after = after});
}

}  // namespace primum::people
