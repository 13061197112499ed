#include "people/email_change.h"

#include <utility>

#include "people/letters.h"
#include "people/one_time_token.h"
#include "people/store.h"

namespace primum::people {

using store::Reader;
using store::Stamp;
using store::Writer;

void ask_for_email(const Accounts& accounts, Writer& db, const language::Language& words,
                   PersonId person, const std::string& email, const Stamp& stamp) {
    forget_tokens_of(db, Purpose::email, person);
    record(db, stamp, "people.ask_for_email", person);
    if (find_person_by_email(db, email)) return;
    const std::string token =
        make_token(db, {.purpose = Purpose::email, .person = person, .email = email}, stamp.at);
    accounts.outbox.queue(db, confirm_email_letter(accounts, words, email, token, stamp.at));
}

std::optional<std::string> find_email_to_confirm(const Reader& db, PersonId person,
                                                 std::string_view token, Instant now) {
    const auto link = find_token(db, Purpose::email, token, now);
    if (!link || link->person != person) return std::nullopt;
    return link->email;
}

bool confirm_email(const Accounts& accounts, Writer& db, const language::Language& words,
                   PersonId person, std::string_view token, const Stamp& stamp) {
    const auto email = find_email_to_confirm(db, person, token, stamp.at);
    return email && use_token(db, Purpose::email, token, stamp.at) &&
           change_email(accounts, db, words, person, *email, stamp);
}

bool change_email(const Accounts& accounts, Writer& db, const language::Language& words,
                  PersonId person, const std::string& email, const Stamp& stamp) {
    auto changed = find_person(db, person);
    if (!changed) return false;
    const std::string former = std::exchange(changed->email, email);
    if (!save_person(db, stamp, *changed)) return false;
    forget_tokens_of(db, Purpose::reset, person);
    accounts.outbox.queue(db, changed_letter(accounts, words, former, Changed::email, stamp.at));
    return true;
}

}  // namespace primum::people
