#pragma once
// Letters with what is new for one person, how often they come, and how they end.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/keys.h"
#include "language/language.h"
#include "mail/outbox.h"
#include "people/accounts.h"
#include "store/audit.h"
#include "store/db.h"

namespace primum::announcements {

enum class Rhythm : std::uint8_t { daily, weekly, never };
std::string_view name(Rhythm rhythm);
std::optional<Rhythm> parse_rhythm(std::string_view name);

/// How often somebody gets a digest, and what the last one told of.
struct LetterChoice {
    Rhythm rhythm = Rhythm::weekly;  ///< for those who have never chosen
    Instant sent_until{};
    std::int64_t rev = 0;  ///< 0 where nothing is written down yet
};
LetterChoice choice_of(const store::Reader& db, PersonId person);
/// False where it has changed since `before` was read.
bool save_choice(store::Writer& db, const store::Stamp& stamp, PersonId person,
                 const LetterChoice& before, Rhythm rhythm);
/// Whatever it was: no more digests.
void end_letters(store::Writer& db, const store::Stamp& stamp, PersonId person);

/// Links that end digests without signing in. Each is signed for its person, and stays good: a
/// letter may be read after years. It can end digests and nothing else.
class Unsubscribing {
public:
    explicit Unsubscribing(const crypto::Keys& keys);

    /// "/letters/unsubscribe?p=…&t=…"
    std::string path_for(PersonId person) const;
    /// Who is meant, if the link is ours.
    std::optional<PersonId> person(std::string_view id, std::string_view token) const;

private:
    std::vector<std::string> keys_;  // the one in use first
};

/// One thing that is new.
struct DigestItem {
    std::string words;
    std::string path;  ///< where to read on; may be empty
};
struct DigestPart {
    std::string heading;
    std::vector<DigestItem> items;
};
/// In the reader's words; empty where nothing is new.
using Digest = std::vector<DigestPart>;

/// What became new for a person in (since, now]: announcements for them, signposts of organisations
/// they lead, tasks of their team and events they have booked that are now less than a week away,
/// promises that were asked after, and chases of theirs without a result for a fortnight. Each
/// thing is in one digest only.
Digest digest_for(const store::Reader& db, const language::Language& words, std::string_view zone,
                  PersonId person, Instant since, Instant now);

mail::Letter digest_letter(const people::Accounts& accounts, const language::Language& words,
                           const std::string& to, const Digest& digest,
                           const std::string& unsubscribe_path, Instant now);

}  // namespace primum::announcements
