#pragma once
// People and their passwords in the database. Every change is recorded in the same transaction.

#include <optional>
#include <string>
#include <string_view>

#include "people/person.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::people {

std::optional<Person> find_person(const store::Reader& db, PersonId id);

/// By the address as normal_email() gives it.
std::optional<Person> find_person_by_email(const store::Reader& db, std::string_view email);

/// Whether nobody has an account yet: the installation waits to be set up.
bool is_empty(const store::Reader& db);

struct NewPerson {
    std::string email;
    std::string name;
    std::string language = {};
};
/// Throws where the address is taken: ask find_person_by_email in the same transaction first.
PersonId add_person(store::Writer& db, const store::Stamp& stamp, const NewPerson& person);

/// False where somebody else has changed the row since `person` was read, or has the address: ask
/// again.
bool save_person(store::Writer& db, const store::Stamp& stamp, const Person& person);

/// Lets somebody sign in no longer, or again; ends their sessions.
void save_disabled(store::Writer& db, const store::Stamp& stamp, PersonId person, bool disabled);

/// The Argon2id string; absent for people who sign in elsewhere.
std::optional<std::string> find_password(const store::Reader& db, PersonId person);

/// Replaces the one there is. Ends every session but `except`, and makes reset links useless.
void save_password(store::Writer& db, const store::Stamp& stamp, PersonId person,
                   std::string_view hash, std::string_view except = "");

/// The same password under a better hash: nothing that anybody needs to know.
void renew_hash(store::Writer& db, PersonId person, std::string_view hash);

/// An entry in the installation's audit chain, about this person; `after` is JSON or empty.
void record(store::Writer& db, const store::Stamp& stamp, std::string_view action, PersonId person,
            std::string_view before = "", std::string_view after = "");

}  // namespace primum::people
