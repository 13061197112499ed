#pragma once
// A code from an app on a phone, asked for after the password; and ten codes on paper for the day
// on which the phone is lost.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "crypto/seal.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::people {

/// Whether codes are asked for when this person signs in.
bool has_second_factor(const store::Reader& db, PersonId person);

/// The app of the person, which has been shown a secret and has perhaps not yet proved it.
struct App {
    std::string secret;  ///< bytes
    bool confirmed = false;
    Instant created_at;
};
std::optional<App> find_app(const store::Reader& db, const crypto::Seal& seal, PersonId person);

/// Makes a secret that an app has yet to confirm, in place of an earlier one like it. False, and
/// nothing done, where there is a confirmed one.
bool begin_enrolment(store::Writer& db, const crypto::Seal& seal, PersonId person, Instant now);

/// The app shows the right code: from now on codes are asked for. Ends every session but `except`.
/// Gives the recovery codes, of which there is no other copy; absent where the code is wrong.
std::optional<std::vector<std::string>> confirm_enrolment(store::Writer& db,
                                                          const crypto::Seal& seal,
                                                          const store::Stamp& stamp,
                                                          PersonId person, std::string_view code,
                                                          std::string_view except);

/// True for whoever comes first with the code that the app shows: each is taken once only.
bool take_app_code(store::Writer& db, const crypto::Seal& seal, PersonId person,
                   std::string_view code, Instant now);

/// The same for a recovery code, whatever its spaces, dashes and capitals.
bool take_recovery_code(store::Writer& db, PersonId person, std::string_view code, Instant now);

/// Ten others, "ABCD-EFGH-JKLM-NPQR", in place of those there were.
std::vector<std::string> renew_recovery_codes(store::Writer& db, const store::Stamp& stamp,
                                              PersonId person);
std::int64_t recovery_codes_left(const store::Reader& db, PersonId person);

/// Asks for codes no longer. Ends every session but `except`. False where there was no app.
bool remove_second_factor(store::Writer& db, const store::Stamp& stamp, PersonId person,
                          std::string_view except = "");

}  // namespace primum::people
