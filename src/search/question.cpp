#include "search/question.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace primum::search {
namespace {

constexpr std::size_t kLongestWord = 40;  // bytes; longer ones are cut at a character

// PostgreSQL's own list of English words that it does not keep, so that both engines are asked
// alike.
constexpr auto kSmallWords = std::to_array<std::string_view>(
    {"a",      "about",  "above", "after", "again",   "against",   "all",       "am",
     "an",     "and",    "any",   "are",   "as",      "at",        "be",        "because",
     "been",   "before", "being", "below", "between", "both",      "but",       "by",
     "can",    "did",    "do",    "does",  "doing",   "don",       "down",      "during",
     "each",   "few",    "for",   "from",  "further", "had",       "has",       "have",
     "having", "he",     "her",   "here",  "hers",    "herself",   "him",       "himself",
     "his",    "how",    "i",     "if",    "in",      "into",      "is",        "it",
     "its",    "itself", "just",  "me",    "more",    "most",      "my",        "myself",
     "no",     "nor",    "not",   "now",   "of",      "off",       "on",        "once",
     "only",   "or",     "other", "our",   "ours",    "ourselves", "out",       "over",
     "own",    "s",      "same",  "she",   "should",  "so",        "some",      "such",
     "t",      "than",   "that",  "the",   "their",   "theirs",    "them",      "themselves",
     "then",   "there",  "these", "they",  "this",    "those",     "through",   "to",
     "too",    "under",  "until", "up",    "very",    "was",       "we",        "were",
     "what",   "when",   "where", "which", "while",   "who",       "whom",      "why",
     "will",   "with",   "you",   "your",  "yours",   "yourself",  "yourselves"});

std::uint32_t code_point(std::string_view character) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(character[i]));
    };
    switch (character.size()) {
        case 2:
            return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
        case 3:
            return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        default:
            return (byte(0) & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U |
                   (byte(3) & 0x3FU);
    }
}

/// Beyond ASCII: what is a sign, a space, a mark of direction or a picture is no letter.
bool is_letter(std::uint32_t c) {
    const auto within = [c](std::uint32_t first, std::uint32_t last) {
        return first <= c && c <= last;
    };
    return !(within(0x80, 0xBF) || c == 0xD7 || c == 0xF7 || within(0x2000, 0x2BFF) ||
             within(0x3000, 0x303F) || within(0xD800, 0xF8FF) || within(0xFD3E, 0xFD3F) ||
             within(0xFE00, 0xFE6F) || within(0xFF00, 0xFF0F) || within(0xFFF0, 0xFFFF) ||
             c >= 0x1F000);
}

bool is_ascii_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Collects words, and knows when there are enough.
class Collector {
public:
    bool full() const { return question_.shortened; }

    void add(std::string_view character) {
        if (word_.size() + character.size() <= kLongestWord) word_ += character;
    }

    void end_word() {
        if (word_.empty()) return;
        if (std::ranges::find(kSmallWords, std::string_view(word_)) != kSmallWords.end()) {
            small_ = true;
        } else if (count_ == kMostWords) {
            question_.shortened = true;
        } else {
            if (count_++ > 0) question_.words += ' ';
            question_.words += word_;
        }
        word_.clear();
    }

    Question done() {
        end_word();
        question_.only_small_words = small_ && count_ == 0;
        return question_;
    }

private:
    Question question_;
    std::string word_;
    std::size_t count_ = 0;
    bool small_ = false;
};

}  // namespace

Question read_question(std::string_view typed) {
    Collector collector;
    while (!typed.empty() && !collector.full()) {
        const char c = typed.front();
        std::size_t size = 1;
        if (is_ascii_letter_or_digit(c)) {
            const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            collector.add({&small, 1});
        } else if (const std::size_t length = utf8_length(typed);
                   length > 1 && is_letter(code_point(typed.substr(0, length)))) {
            collector.add(typed.substr(0, length));
            size = length;
        } else {
            collector.end_word();
            size = std::max<std::size_t>(length, 1);
        }
        typed.remove_prefix(size);
    }
    return collector.done();
}

}  // namespace primum::search
