#pragma once
// Why somebody could not be signed in: in one way for the person, in another for the log.

#include <expected>
#include <string>
#include <utility>

#include "base/checked.h"
#include "language/language.h"

namespace primum::openid {

/// `sentence` is one of those below, for the person. `reason` is for the operator's log only: what
/// exactly was wrong; it may quote what a provider sent, never a secret or a token.
struct Refusal : Refused {
    std::string reason;
};

/// A Checked that also knows the reason; converts to one.
template <class T>
using Answer = std::expected<T, Refusal>;

inline constexpr const char* kUnreachable = language::sentence(
    "We could not reach the service that you sign in with. Try again in a few minutes, or sign in "
    "with a password if you have one.");
inline constexpr const char* kUnproven = language::sentence(
    "We could not confirm who you are. Sign in again; if this keeps happening, tell the people who "
    "run this service.");
inline constexpr const char* kStale = language::sentence(
    "That sign-in was not finished in time, or was started in another window. Start again from the "
    "sign-in page.");
inline constexpr const char* kStopped = language::sentence(
    "The sign-in was stopped before it was finished. Start again, or choose another way to sign "
    "in.");
inline constexpr const char* kForeign = language::sentence(
    "Your account belongs to an organisation that may not sign in here. Sign in with another "
    "account, or ask the people who run this service to let your organisation in.");
inline constexpr const char* kBusy =
    language::sentence("Many people are signing in at the moment. Wait a minute, then try again.");

inline std::unexpected<Refusal> refuse(const char* sentence, std::string reason) {
    return std::unexpected(Refusal{{sentence}, std::move(reason)});
}

inline std::unexpected<Refusal> unreachable(std::string reason) {
    return refuse(kUnreachable, std::move(reason));
}

inline std::unexpected<Refusal> unproven(std::string reason) {
    return refuse(kUnproven, std::move(reason));
}

}  // namespace primum::openid
