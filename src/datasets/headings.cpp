#include "datasets/headings.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "csv/in_quotes.h"

namespace primum::datasets {
namespace {

/// How many letters must be added, dropped or changed to make one word the other (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// Smaller is nearer; a heading that contains the word, or is contained in it, is near.
std::size_t strangeness(const std::string& heading, const std::string& word) {
    const bool contains = heading.find(word) != std::string::npos;
    const bool contained = word.find(heading) != std::string::npos;
    return contains || contained ? 1 : distance(heading, word);
}

}  // namespace

std::string plain_heading(std::string_view heading) {
    std::string plain;
    for (const char c : heading) {
        const bool gap = c == ' ' || c == '.' || c == '-' || c == '_';
        if (gap && (plain.empty() || plain.back() == '_')) continue;
        plain += gap ? '_' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    while (plain.ends_with('_'))
        plain.pop_back();
    return plain;
}

std::string spoken_heading(std::string heading) {
    std::replace(heading.begin(), heading.end(), '_', ' ');
    return heading;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

bool is_between_events(std::string_view heading) {
    const std::string plain = plain_heading(heading);
    return plain.contains("between") || plain.contains("since_last");
}

std::string nearest_heading(const csv::Table& table, std::string_view heading) {
    constexpr std::size_t kLongestWord = 100;
    const std::string word = plain_heading(heading.substr(0, kLongestWord));
    std::size_t nearest = 0;
    std::size_t least = word.size() / 2 + 1;  // anything further is no likeness
    bool found = false;
    for (std::size_t i = 0; i < table.columns(); ++i) {
        const auto candidate =
            plain_heading(std::string_view(table.heading(i)).substr(0, kLongestWord));
        const std::size_t strange = strangeness(candidate, word);
        if (strange >= least) continue;
        nearest = i;
        least = strange;
        found = true;
    }
    const std::string guess =
        found ? fmt::format(": did you mean {}?", csv::in_quotes(table.heading(nearest))) : ".";
    return fmt::format("{} The columns are {}.", guess, list_of_headings(table));
}

std::string list_of_headings(const csv::Table& table) {
    constexpr std::size_t kMost = 12;
    std::string list;
    const std::size_t shown = std::min(table.columns(), kMost);
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == shown && shown == table.columns();
        if (i > 0) list += last ? " and " : ", ";
        list += csv::in_quotes(table.heading(i));
    }
    if (shown < table.columns()) list += fmt::format(" and {} more", table.columns() - shown);
    return list;
}

}  // namespace primum::datasets
