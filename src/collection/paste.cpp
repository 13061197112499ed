#include "collection/paste.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "language/language.h"
#include "measures/typed_number.h"

namespace primum::collection {
namespace {

using language::sentence;

std::string lower(std::string_view text) {
    std::string small;
    for (const char c : text)
        small += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return small;
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view kWhite = " \r\n\t";
    const std::size_t first = text.find_first_not_of(kWhite);
    if (first == text.npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kWhite) - first + 1));
}

class BlockReader {
public:
    explicit BlockReader(std::string_view text) : text_(text) {}

    Block read() {
        while (at_ < text_.size())
            read_row();
        return std::move(block_);
    }

private:
    void read_row() {
        std::vector<std::string> row;
        do
            row.push_back(trimmed(cell()));
        while (take('\t'));
        take('\r');
        take('\n');
        while (!row.empty() && row.back().empty())
            row.pop_back();
        if (!row.empty()) block_.push_back(std::move(row));
    }

    std::string cell() {
        if (text_.substr(at_).starts_with('"')) return quoted();
        const std::size_t end = std::min(text_.find_first_of("\t\n", at_), text_.size());
        const std::string_view found = text_.substr(at_, end - at_);
        at_ = end;
        return std::string(found);
    }

    /// What is behind a closing quote belongs to the cell as well: a quote in the middle is a
    /// quote.
    std::string quoted() {
        std::string found;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                found += text_[at_];
            } else if (text_.substr(at_ + 1).starts_with('"')) {
                found += text_[at_++];
            } else {
                ++at_;
                break;
            }
        }
        const std::size_t end = std::min(text_.find_first_of("\t\n", at_), text_.size());
        found += text_.substr(at_, end - at_);
        at_ = end;
        return found;
    }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Block block_;
};

bool is_value(const std::string& cell) {
    return cell.empty() || measures::says_none(cell) || measures::typed_number(cell).has_value();
}

/// A row or a column whose cells are words.
bool are_headings(const std::vector<std::string>& cells) {
    const bool words = std::ranges::any_of(
        cells, [](const std::string& cell) { return !cell.empty() && !is_value(cell); });
    return words;
}

std::optional<std::size_t> find(const std::vector<std::vector<std::string>>& names,
                                const std::string& wanted) {
    const std::string small = lower(wanted);
    for (std::size_t i = 0; i < names.size(); ++i)
        for (const std::string& name : names[i])
            if (lower(name) == small) return i;
    return {};
}

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Where each column of the block goes.
std::vector<std::size_t> cells_of(const std::vector<std::string>& headings, std::size_t first,
                                  const Target& target, Placed& placed) {
    std::vector<std::size_t> where(headings.size(), kNowhere);
    std::optional<std::size_t> column;
    std::size_t next = 0;  // field of that column
    std::string before;
    for (std::size_t i = first; i < headings.size(); ++i) {
        const bool again = column && (headings[i].empty() || headings[i] == before);
        if (!again) {
            column = find(target.columns, headings[i]);
            next = 0;
            before = headings[i];
            if (!column && !headings[i].empty()) placed.lost.push_back(headings[i]);
        }
        if (column && next < target.fields) where[i] = *column * target.fields + next++;
    }
    return where;
}

}  // namespace

Checked<Block> read_block(std::string_view text) {
    Block block = BlockReader(text).read();
    const bool wide =
        std::ranges::any_of(block, [](const auto& row) { return row.size() > kMostBlockColumns; });
    if (wide || block.size() > kMostBlockRows)
        return refuse(sentence("Copy at most 500 rows and 100 columns at once."));
    return block;
}

Placed placed(const Block& block, const Target& target) {
    Placed placed;
    if (block.empty()) return placed;
    std::vector<std::string> left;  // without the corner, which says nothing
    for (std::size_t i = 1; i < block.size(); ++i)
        left.push_back(block[i].empty() ? "" : block[i][0]);
    if (block.size() == 1 && block[0].size() > 1) left.push_back(block[0][0]);
    const bool named = are_headings(left);
    const std::size_t first = named ? 1 : 0;
    const std::vector<std::string> top(
        block[0].begin() + static_cast<std::ptrdiff_t>(std::min(first, block[0].size())),
        block[0].end());
    const bool headed = are_headings(top);
    // The last heading may be a merged one, whose empty cells behind it are not copied.
    std::vector<std::string> headings = block[0];
    for (const auto& row : block)
        headings.resize(std::max(headings.size(), row.size()));
    const auto where =
        headed ? cells_of(headings, first, target, placed) : std::vector<std::size_t>();
    const std::size_t width = target.columns.size() * target.fields;
    for (std::size_t r = headed ? 1 : 0; r < block.size(); ++r) {
        std::optional<std::size_t> row = r - (headed ? 1 : 0);
        if (named && !block[r].empty()) {
            row = find(target.rows, block[r][0]);
            if (!row) placed.lost.push_back(block[r][0]);
        } else if (*row >= target.rows.size()) {
            placed.outside += block[r].size();
            continue;
        }
        if (!row) continue;
        for (std::size_t c = first; c < block[r].size(); ++c) {
            const std::size_t cell = !headed ? c - first : (c < where.size() ? where[c] : kNowhere);
            if (block[r][c].empty() || cell == kNowhere) continue;
            if (cell >= width)
                ++placed.outside;
            else
                placed.cells[{*row, cell}] = block[r][c];
        }
    }
    return placed;
}

}  // namespace primum::collection
