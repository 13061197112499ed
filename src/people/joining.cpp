#include "people/joining.h"

#include "people/second_factor.h"
#include "people/store.h"

namespace primum::people {
namespace {

using store::Reader;
using store::Stamp;
using store::Writer;

/// Absent where the address is taken. From here on it is the new person who acts.
std::optional<PersonId> add_with_password(Writer& db, const std::string& email,
                                          const Joining& joining, Stamp& stamp) {
    if (find_person_by_email(db, email)) return std::nullopt;
    const PersonId person =
        add_person(db, stamp, {.email = email, .name = joining.name, .language = joining.language});
    stamp.person = person;
    save_password(db, stamp, person, joining.password_hash);
    return person;
}

void take_part(const Accounts& accounts, Writer& db, const OneTime& link, PersonId person,
               const Stamp& stamp) {
    if (link.organisation)
        accounts.hooks.accept_invitation(db, stamp, person, *link.organisation, link.object);
    record(db, stamp, "people.accept_invitation", person);
}

}  // namespace

std::string invite(const Accounts& accounts, Writer& db, const language::Language& words,
                   const Invited& invited, OrganisationId organisation, std::string_view invitation,
                   Instant now) {
    const std::string token = make_token(db,
                                         {.purpose = Purpose::invitation,
                                          .organisation = organisation,
                                          .object = std::string(invitation),
                                          .email = normal_email(invited.email)},
                                         now);
    accounts.outbox.queue(db, invitation_letter(accounts, words, invited, token, now));
    return accounts.link("/invitation?t=" + token);
}

void withdraw_invitation(Writer& db, std::string_view invitation) {
    forget_tokens_about(db, Purpose::invitation, invitation);
}

Joined accept_invitation(const Accounts& accounts, Writer& db, std::string_view token,
                         const Joining& joining, Stamp stamp) {
    const auto link = find_token(db, Purpose::invitation, token, stamp.at);
    if (!link) return Joined::link_is_used;
    const auto person = add_with_password(db, link->email, joining, stamp);
    if (!person) return Joined::email_is_taken;
    if (!use_token(db, Purpose::invitation, token, stamp.at)) return Joined::link_is_used;
    take_part(accounts, db, *link, *person, stamp);
    return Joined::done;
}

Joined accept_invitation(const Accounts& accounts, Writer& db, std::string_view token,
                         const Person& person, const Stamp& stamp) {
    const auto link = find_token(db, Purpose::invitation, token, stamp.at);
    if (!link || link->email != person.email ||
        !use_token(db, Purpose::invitation, token, stamp.at))
        return Joined::link_is_used;
    take_part(accounts, db, *link, person.id, stamp);
    return Joined::done;
}

std::optional<std::string> setup_link(Accounts& accounts) {
    if (!is_empty(*accounts.store.read())) return std::nullopt;
    return accounts.store.write([&](Writer& db) {
        forget_tokens_for(db, Purpose::setup, "");
        return accounts.link("/setup?t=" + make_token(db, {.purpose = Purpose::setup}, db.now()));
    });
}

Checked<std::string> administrator_link(Accounts& accounts, std::string_view typed_email) {
    const std::string email = normal_email(typed_email);
    if (email_fault(email))
        return refuse("'" + std::string(typed_email) +
                      "' is not an email address: write one like name@example.com.");
    return accounts.store.write([&](Writer& db) {
        const auto person = find_person_by_email(db, email);
        if (!person) {
            forget_tokens_for(db, Purpose::setup, email);
            return accounts.link(
                "/setup?t=" +
                make_token(db, {.purpose = Purpose::setup, .email = email}, db.now()));
        }
        const Stamp stamp{.at = db.now(), .request = "admin create"};
        accounts.hooks.make_administrator(db, stamp, person->id, "");
        record(db, stamp, "people.ask_for_reset", person->id);
        forget_tokens_of(db, Purpose::reset, person->id);
        return accounts.link(
            "/password-reset/new?t=" +
            make_token(db, {.purpose = Purpose::reset, .person = person->id}, db.now()));
    });
}

Checked<void> remove_app_of(Accounts& accounts, std::string_view typed_email) {
    const std::string email = normal_email(typed_email);
    return accounts.store.write([&](Writer& db) -> Checked<void> {
        const auto person = find_person_by_email(db, email);
        if (!person) return refuse("Nobody has an account with " + email + ": check the address.");
        const Stamp stamp{.at = db.now(), .request = "admin remove-app"};
        if (!remove_second_factor(db, stamp, person->id))
            return refuse(email + " signs in without an authenticator app: nothing was changed.");
        accounts.outbox.queue(
            db, changed_letter(accounts, words_for(accounts, *person, accounts.languages.english()),
                               person->email, Changed::second_factor_removed, stamp.at));
        return {};
    });
}

bool needs_organisation(const Reader& db) {
    return !db.one([](const store::Row&) { return true; }, "SELECT id FROM organisations LIMIT 1");
}

std::optional<OneTime> find_setup(const Reader& db, std::string_view token, Instant now) {
    auto link = find_token(db, Purpose::setup, token, now);
    if (link && link->email.empty() && !is_empty(db)) return std::nullopt;
    return link;
}

Joined set_up(const Accounts& accounts, Writer& db, std::string_view token, const Joining& joining,
              Stamp stamp) {
    const auto link = find_setup(db, token, stamp.at);
    if (!link || !use_token(db, Purpose::setup, token, stamp.at)) return Joined::link_is_used;
    const std::string& email = link->email.empty() ? joining.email : link->email;
    const auto person = add_with_password(db, email, joining, stamp);
    if (!person) return Joined::email_is_taken;
    accounts.hooks.make_administrator(db, stamp, *person, joining.organisation);
    return Joined::done;
}

}  // namespace primum::people
