#pragma once
// Finding documents by the words in them: FTS5 on SQLite, tsvector on PostgreSQL. Both know English
// word forms ("falling" finds "falls") and read letters without their accents. Not a table like
// others, since each engine asks in words of its own, so these functions are all that rooms use.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/db.h"

namespace primum::store {

struct TextDocument {
    std::string path;  ///< its name: another of the same path takes its place
    std::string kind;
    std::string title;  ///< weighs most
    std::string summary;
    std::string body;
};

void put_text(Writer& db, const TextDocument& document);
void remove_text(Writer& db, std::string_view path);

/// How much of a question a document must have.
enum class Breadth : std::uint8_t {
    all_words,
    all_beginnings,  ///< words that begin as those asked for
    any_beginning,
};

struct TextQuestion {
    /// Letters and digits, with one space between words and none at the ends. At least one word.
    std::string words;
    Breadth breadth = Breadth::all_words;
    std::string kind;  ///< only of this one; of any where empty
    std::size_t offset = 0;
    std::size_t limit = 10;
};

/// Around each word that was asked for in a TextMatch.
inline constexpr char kMarkBegins = '\x01';
inline constexpr char kMarkEnds = '\x02';

struct TextMatch {
    std::string path;
    std::string kind;
    std::string title;    ///< with marks
    std::string summary;  ///< with marks
    std::string excerpt;  ///< the piece of the body where most of the words are, with marks
};

/// The best first.
std::vector<TextMatch> find_texts(const Reader& db, const TextQuestion& question);

struct TextCount {
    std::string kind;
    std::size_t count;
};

/// How many there are of each kind, whatever kind is asked for; the most first.
std::vector<TextCount> count_texts(const Reader& db, const TextQuestion& question);

/// Makes the index anew from the documents, after they have been copied from elsewhere.
void rebuild_text_index(Writer& db);

}  // namespace primum::store
