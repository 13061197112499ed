#include "people/sign_in.h"

#include <algorithm>
#include <optional>

#include "crypto/hash.h"
#include "people/one_time_token.h"
#include "people/second_factor.h"
#include "people/store.h"
#include "people/throttle.h"

namespace primum::people {
namespace {

using store::Reader;
using store::Stamp;
using store::Writer;
using Answer = crypto::Passwords::Answer;

/// Whose attempts are counted: those of a device on which this person has signed in before are
/// counted apart, so that a stranger who guesses does not keep the person out.
std::string subject_of(const Reader& db, const Visitor& visitor, const std::string& email,
                       const std::optional<Person>& person, Instant now) {
    if (person && !visitor.device.empty()) {
        const auto device = find_token(db, Purpose::device, visitor.device, now);
        if (device && device->person == person->id)
            return device_subject(crypto::sha256_hex(visitor.device));
    }
    return account_subject(email);
}

/// Until when this attempt must wait, once it has been counted.
std::optional<Instant> count_attempt(Accounts& accounts, const Visitor& visitor,
                                     const std::string& subject, Instant now) {
    return accounts.store.write([&](Writer& db) -> std::optional<Instant> {
        if (const auto until = network_blocked_until(db, visitor.network, now)) return until;
        return blocked_until(db, subject, now);
    });
}

std::string again_subject(PersonId person) {
    return "again:" + std::string(person.text());
}

SignIn wait(Instant until) {
    return {.outcome = Outcome::wait, .wait_until = until};
}

/// Whether it is the person's password; takes the same time whoever it is.
Answer check(Accounts& accounts, const std::optional<Person>& person,
             const std::optional<std::string>& hash, std::string_view password) {
    if (!hash) {
        accounts.check_nobody(password);
        return Answer::wrong;
    }
    const Answer answer = accounts.check_password(password, *hash);
    return person->disabled ? Answer::wrong : answer;
}

SignIn finish(Writer& db, PersonId person, std::string_view methods, const Visitor& visitor,
              Stamp stamp) {
    stamp.person = person;
    SignIn done{.outcome = Outcome::signed_in};
    done.token = open_session(db, person, methods, visitor, stamp.at);
    const auto device = find_token(db, Purpose::device, visitor.device, stamp.at);
    if (!device || device->person != person)
        done.device = make_token(db, {.purpose = Purpose::device, .person = person}, stamp.at);
    record(db, stamp, "people.sign_in", person);
    return done;
}

}  // namespace

SignIn sign_in(Accounts& accounts, const Visitor& visitor, std::string_view typed_email,
               std::string_view password, const Stamp& stamp) {
    const std::string email = normal_email(typed_email);
    std::optional<Person> person;
    std::optional<std::string> hash;
    std::string subject;
    {
        const store::Lease db = accounts.store.read();
        person = find_person_by_email(*db, email);
        if (person) hash = find_password(*db, person->id);
        subject = subject_of(*db, visitor, email, person, stamp.at);
    }
    if (const auto until = count_attempt(accounts, visitor, subject, stamp.at)) return wait(*until);

    const Answer answer = check(accounts, person, hash, password);
    if (answer == Answer::wrong) return {};
    std::string renewed;
    if (answer == Answer::right_and_outdated) renewed = accounts.hash_password(password);

    return accounts.store.write([&](Writer& db) -> SignIn {
        // Somebody may have changed the password, or disabled the account, in between.
        const auto now = find_person(db, person->id);
        if (!now || now->disabled || find_password(db, person->id) != hash) return {};
        forgive(db, subject);
        if (!renewed.empty()) renew_hash(db, person->id, renewed);
        if (!has_second_factor(db, person->id))
            return finish(db, person->id, "pwd", visitor, stamp);
        return {.outcome = Outcome::asks_code,
                .token = make_token(db, {.purpose = Purpose::second_factor, .person = person->id},
                                    stamp.at)};
    });
}

SignIn give_code(Accounts& accounts, const Visitor& visitor, std::string_view token,
                 std::string_view code, const Stamp& stamp) {
    const auto asked = find_token(*accounts.store.read(), Purpose::second_factor, token, stamp.at);
    if (!asked || !asked->person) return {.outcome = Outcome::too_late};
    const PersonId person = *asked->person;
    const std::string subject = "code:" + std::string(person.text());
    if (const auto until = count_attempt(accounts, visitor, subject, stamp.at)) return wait(*until);

    return accounts.store.write([&](Writer& db) -> SignIn {
        const auto now = find_person(db, person);
        if (!now || now->disabled || !find_token(db, Purpose::second_factor, token, stamp.at))
            return {.outcome = Outcome::too_late};
        if (!take_app_code(db, accounts.seal, person, code, stamp.at) &&
            !take_recovery_code(db, person, code, stamp.at))
            return {};
        use_token(db, Purpose::second_factor, token, stamp.at);
        forgive(db, subject);
        return finish(db, person, "pwd otp", visitor, stamp);
    });
}

Guess check_own_password(Accounts& accounts, PersonId person, const Visitor& visitor,
                         std::string_view password, Instant now) {
    const std::string subject = again_subject(person);
    if (const auto until = count_attempt(accounts, visitor, subject, now))
        return {.wait_until = until};
    const auto hash = find_password(*accounts.store.read(), person);
    if (!hash || accounts.check_password(password, *hash) == Answer::wrong) return {};
    accounts.store.write([&](Writer& db) { forgive(db, subject); });
    return {.right = true};
}

SignIn sign_in_again(Accounts& accounts, const access::Session& session, const Visitor& visitor,
                     std::string_view password, std::string_view code, const Stamp& stamp) {
    const PersonId person = session.person.id;
    const std::string subject = again_subject(person);
    if (const auto until = count_attempt(accounts, visitor, subject, stamp.at)) return wait(*until);

    const auto hash = find_password(*accounts.store.read(), person);
    if (!hash || accounts.check_password(password, *hash) == Answer::wrong) return {};
    return accounts.store.write([&](Writer& db) -> SignIn {
        if (find_password(db, person) != hash) return {};
        if (has_second_factor(db, person) &&
            !take_app_code(db, accounts.seal, person, code, stamp.at) &&
            !take_recovery_code(db, person, code, stamp.at))
            return {};
        forgive(db, subject);
        return {.outcome = Outcome::signed_in, .token = refresh_session(db, session.id, stamp.at)};
    });
}

}  // namespace primum::people
