#include "boards/claim.h"

#include <algorithm>
#include <array>
#include <vector>

namespace primum::boards {
namespace {

using enum Claims;

constexpr auto kWords = std::to_array<ClaimWord>({
    {"improved", better},      {"improving", better},     {"improvement", better},
    {"improvements", better},  {"better", better},        {"best", better},
    {"safer", better},         {"progress", better},      {"success", better},
    {"successful", better},    {"succeeded", better},     {"fell", fewer},
    {"fallen", fewer},         {"reduced", fewer},        {"reducing", fewer},
    {"reduction", fewer},      {"reductions", fewer},     {"decreased", fewer},
    {"decreasing", fewer},     {"decrease", fewer},       {"declined", fewer},
    {"declining", fewer},      {"decline", fewer},        {"dropped", fewer},
    {"dropping", fewer},       {"halved", fewer},         {"lower", fewer},
    {"lowest", fewer},         {"lowered", fewer},        {"fewer", fewer},
    {"fewest", fewer},         {"less", fewer},           {"is down", fewer},
    {"are down", fewer},       {"went down", fewer},      {"gone down", fewer},
    {"came down", fewer},      {"come down", fewer},      {"rose", more},
    {"risen", more},           {"rising", more},          {"increased", more},
    {"increasing", more},      {"increase", more},        {"increases", more},
    {"higher", more},          {"highest", more},         {"grew", more},
    {"grown", more},           {"doubled", more},         {"is up", more},
    {"are up", more},          {"went up", more},         {"gone up", more},
    {"wedi gwella", better},   {"yn gwella", better},     {"wedi'i wella", better},
    {"wedi'u gwella", better}, {"gwellodd", better},      {"gwelliant", better},
    {"gwelliannau", better},   {"gwell", better},         {"yn well", better},
    {"diogelach", better},     {"llwyddiant", better},    {"wedi llwyddo", better},
    {"wedi gostwng", fewer},   {"yn gostwng", fewer},     {"gostyngodd", fewer},
    {"gostyngiad", fewer},     {"wedi lleihau", fewer},   {"yn lleihau", fewer},
    {"wedi'i leihau", fewer},  {"wedi'u lleihau", fewer}, {"lleihaodd", fewer},
    {"lleihad", fewer},        {"wedi disgyn", fewer},    {"disgynnodd", fewer},
    {"wedi haneru", fewer},    {"hanerodd", fewer},       {"yn is", fewer},
    {"llai", fewer},           {"i lawr", fewer},         {"wedi cynyddu", more},
    {"yn cynyddu", more},      {"cynyddodd", more},       {"cynnydd", more},
    {"wedi codi", more},       {"cododd", more},          {"yn uwch", more},
    {"wedi dyblu", more},      {"dyblodd", more},
});

// Up to three words before a claim make none of it.
constexpr auto kDenies = std::to_array<std::string_view>({
    "not",
    "no",
    "never",
    "without",
    "neither",
    "nor",
    "none",
    "nothing",
    "cannot",
    "failed",
    "ddim",
    "nid",
    "ni",
    "heb",
    "nad",
    "nac",
    "dim",
    "na",
});
constexpr auto kWishes = std::to_array<std::string_view>({
    "will",   "should", "would",   "could",  "can",    "may",       "might",      "must",
    "aim",    "aims",   "aiming",  "plan",   "plans",  "planning",  "hope",       "hopes",
    "hoping", "want",   "wants",   "need",   "needs",  "expect",    "expects",    "expected",
    "if",     "until",  "unless",  "bydd",   "byddwn", "gobeithio", "gobeithiwn", "dylai",
    "dylem",  "anelu",  "bwriadu", "eisiau", "os",
});
constexpr std::size_t kReach = 3;

// "to increase" is a plan; "due to improved handovers" is a claim.
constexpr auto kBase = std::to_array<std::string_view>({
    "decrease",
    "decline",
    "increase",
    "progress",
    "better",
    "lower",
});
// "Quality improvement", "improvement team".
constexpr auto kNounBefore = std::to_array<std::string_view>({"quality", "continuous", "for"});
constexpr auto kNounAfter = std::to_array<std::string_view>({
    "team",       "teams",       "plan",          "plans",    "project", "projects", "programme",
    "programmes", "lead",        "leads",         "work",     "group",   "board",    "science",
    "needed",     "required",    "cycle",         "cycles",   "adviser", "advisers", "method",
    "methods",    "methodology", "collaborative", "director",
});
// Whoever falls.
constexpr auto kFallers = std::to_array<std::string_view>({
    "patient",
    "patients",
    "who",
    "resident",
    "residents",
    "he",
    "she",
    "they",
    "man",
    "woman",
    "visitor",
    "person",
});

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

struct Word {
    std::string text;  // in small letters
    std::string_view written;
    std::size_t sentence;
};

bool is_letter(char c) {
    constexpr unsigned char kNotAscii = 0x80;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
           static_cast<unsigned char>(c) >= kNotAscii;
}

/// Typed apostrophes are one of two; both count.
std::string small(std::string_view written) {
    constexpr std::string_view kCurly = "’";
    std::string text;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written.substr(i).starts_with(kCurly)) {
            text += '\'';
            i += kCurly.size() - 1;
        } else {
            const char c = written[i];
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return text;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i])) {
            if (std::string_view(".;:!?\n").find(text[i]) != std::string_view::npos) ++sentence;
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && is_letter(text[end]))
            ++end;
        const auto written = text.substr(i, end - i);
        words.push_back({small(written), written, sentence});
        // What was denied before it is not denied after it.
        if (words.back().text == "but" || words.back().text == "ond") ++sentence;
        i = end;
    }
    return words;
}

/// How many words of the text, from one on, are those of the list; 0 where they are not.
std::size_t match(const std::vector<Word>& text, std::size_t at, std::string_view listed) {
    std::size_t count = 0;
    while (!listed.empty()) {
        const auto space = std::min(listed.find(' '), listed.size());
        if (at + count >= text.size() || text[at + count].text != listed.substr(0, space)) return 0;
        ++count;
        listed.remove_prefix(std::min(space + 1, listed.size()));
    }
    return count;
}

bool is_taken_back(const std::vector<Word>& words, std::size_t at, std::size_t count) {
    const std::string& claim = words[at].text;
    const auto before = [&](std::size_t steps) -> std::string_view {
        if (at < steps || words[at - steps].sentence != words[at].sentence) return {};
        return words[at - steps].text;
    };
    for (std::size_t steps = 1; steps <= kReach; ++steps) {
        const auto word = before(steps);
        if (word.empty()) break;
        if (has(kDenies, word) || has(kWishes, word) || word.ends_with("n't")) return true;
    }
    // Welsh denies behind its verb: "Nid yw wedi gwella", "Wellodd hi ddim".
    const std::size_t after = at + count;
    const auto next = after < words.size() && words[after].sentence == words[at].sentence
                          ? std::string_view(words[after].text)
                          : std::string_view();
    if (next == "ddim") return true;
    if (has(kBase, claim) && before(1) == "to") return true;
    if (claim.starts_with("improvement"))
        return has(kNounBefore, before(1)) || has(kNounAfter, next);
    if (claim == "fell" || claim == "fallen")
        return has(kFallers, before(1)) || (before(1) == "had" && has(kFallers, before(2))) ||
               (before(1) == "has" && has(kFallers, before(2)));
    return false;
}

bool is_improvement(Claims claims, spc::Better direction) {
    if (claims == Claims::better) return true;
    if (claims == Claims::fewer) return direction == spc::Better::lower;
    return direction == spc::Better::higher;
}

}  // namespace

std::span<const ClaimWord> claim_words() {
    return kWords;
}

std::optional<std::string> improvement_claimed(std::string_view narrative, spc::Better better) {
    const auto words = words_of(narrative);
    for (std::size_t at = 0; at < words.size(); ++at)
        for (const ClaimWord& listed : kWords) {
            if (!is_improvement(listed.claims, better)) continue;
            const std::size_t count = match(words, at, listed.words);
            if (count == 0 || is_taken_back(words, at, count)) continue;
            std::string written;
            for (std::size_t i = at; i < at + count; ++i)
                written.append(i == at ? "" : " ").append(words[i].written);
            return written;
        }
    return {};
}

}  // namespace primum::boards
