#include "people/recovery.h"

#include "people/letters.h"
#include "people/one_time_token.h"
#include "people/store.h"
#include "people/throttle.h"

namespace primum::people {

using store::Reader;
using store::Stamp;
using store::Writer;

void ask_for_reset(const Accounts& accounts, Writer& db, const language::Language& words,
                   std::string_view typed_email, const Stamp& stamp) {
    const std::string email = normal_email(typed_email);
    if (blocked_until(db, "reset:" + account_subject(email), stamp.at)) return;
    const auto person = find_person_by_email(db, email);
    if (!person || person->disabled || !find_password(db, person->id)) return;

    forget_tokens_of(db, Purpose::reset, person->id);
    const std::string token =
        make_token(db, {.purpose = Purpose::reset, .person = person->id}, stamp.at);
    accounts.outbox.queue(db, reset_letter(accounts, words_for(accounts, *person, words),
                                           person->email, token, stamp.at));
    record(db, stamp, "people.ask_for_reset", person->id);
}

std::optional<Person> find_by_reset_link(const Reader& db, std::string_view token, Instant now) {
    const auto link = find_token(db, Purpose::reset, token, now);
    if (!link || !link->person) return std::nullopt;
    auto person = find_person(db, *link->person);
    if (!person || person->disabled) return std::nullopt;
    return person;
}

bool reset_password(const Accounts& accounts, Writer& db, const language::Language& words,
                    std::string_view token, std::string_view hash, const Stamp& stamp) {
    const auto person = find_by_reset_link(db, token, stamp.at);
    if (!person || !use_token(db, Purpose::reset, token, stamp.at)) return false;
    save_password(db, stamp, person->id, hash);
    forgive(db, account_subject(person->email));
    accounts.outbox.queue(db, changed_letter(accounts, words_for(accounts, *person, words),
                                             person->email, Changed::password, stamp.at));
    return true;
}

}  // namespace primum::people
