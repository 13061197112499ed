#include "xlsx/writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace primum::xlsx {
namespace {

constexpr std::size_t kLongestText = 32'767;
constexpr std::size_t kLongestName = 31;
constexpr std::size_t kFormats = 5;

constexpr std::array<const char*, kFormats> kCodes = {"@", "General", "#,##0.0##", "0.0%",
                                                      "dd mmm yyyy"};

/// Well-formed UTF-8 of at most so many characters: XML takes nothing else.
std::string cut(std::string_view text, std::size_t characters) {
    std::string result;
    for (std::size_t at = 0; at < text.size() && characters > 0; --characters) {
        const auto c = static_cast<unsigned char>(text[at]);
        const std::size_t length = c < 0x80 ? 1 : utf8_length(text.substr(at));
        result += length == 0 ? std::string_view("?") : text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return result;
}

std::string sheet_name(std::string_view text) {
    std::string name = cut(text, kLongestName);
    for (char& c : name)
        if (std::string_view("[]:*?/\\").contains(c)) c = ' ';
    while (name.starts_with('\''))
        name.erase(0, 1);
    while (name.ends_with('\''))
        name.pop_back();
    return name;
}

/// A folder of its own, gone with the object.
class Folder {
public:
    Folder() {
        std::string path = std::filesystem::temp_directory_path() / "primum-XXXXXX";
        if (::mkdtemp(path.data()) != nullptr) path_ = path;
    }
    ~Folder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    bool works() const { return !path_.empty(); }
    std::string file() const { return path_ + "/workbook.xlsx"; }
    std::string& path() { return path_; }

private:
    std::string path_;
};

std::unexpected<Refused> not_written() {
    return refuse(
        "The Excel file could not be written: make room in the folder for temporary files, or "
        "choose CSV.");
}

}  // namespace

struct Writer::State {
    Folder folder;
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    std::array<lxw_format*, kFormats> formats{};
    lxw_format* heading = nullptr;
    std::vector<Column> columns;
    lxw_row_t row = 0;
    lxw_col_t column = 0;
    bool whole = true;

    ~State() {
        if (book != nullptr) ::lxw_workbook_free(book);
    }

    void make_formats() {
        for (std::size_t i = 0; i < kFormats; ++i) {
            formats[i] = ::workbook_add_format(book);
            ::format_set_num_format(formats[i], kCodes[i]);
        }
        heading = ::workbook_add_format(book);
        ::format_set_bold(heading);
        ::format_set_text_wrap(heading);
        ::format_set_bg_color(heading, 0xE8EDEE);
    }

    lxw_format* format(Format wanted) const { return formats[static_cast<std::size_t>(wanted)]; }
    lxw_format* format() const {
        return column < columns.size() ? format(columns[column].format) : nullptr;
    }

    void took(lxw_error error) {
        if (error != LXW_NO_ERROR) whole = false;
        ++column;
    }

    void end_sheet() {
        if (sheet == nullptr || columns.empty() || row < 2) return;
        ::worksheet_autofilter(sheet, 0, 0, row - 1, static_cast<lxw_col_t>(columns.size() - 1));
    }
};

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Checked<Writer> Writer::begin(std::string_view title, Instant made) {
    auto state = std::make_unique<State>();
    if (!state->folder.works()) return not_written();
    lxw_workbook_options options{
        .constant_memory = LXW_TRUE, .tmpdir = state->folder.path().data(), .use_zip64 = LXW_FALSE};
    state->book = ::workbook_new_opt(state->folder.file().c_str(), &options);
    if (state->book == nullptr) return not_written();
    state->make_formats();
    std::string name = cut(title, 255);
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.created = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::system_clock::duration>(made));
    ::workbook_set_properties(state->book, &properties);
    return Writer(std::move(state));
}

void Writer::sheet(std::string_view name, std::span<const Column> columns) {
    State& state = *state_;
    state.end_sheet();
    state.sheet = ::workbook_add_worksheet(state.book, sheet_name(name).c_str());
    state.whole = state.whole && state.sheet != nullptr;
    if (state.sheet == nullptr) return;
    state.columns.assign(columns.begin(), columns.end());
    state.row = 0;
    state.column = 0;
    for (const Column& column : columns) {
        ::worksheet_set_column(state.sheet, state.column, state.column, column.width, nullptr);
        const auto heading = cut(column.heading, kLongestText);
        state.took(
            ::worksheet_write_string(state.sheet, 0, state.column, heading.c_str(), state.heading));
    }
    ::worksheet_freeze_panes(state.sheet, 1, 0);
    end_row();
}

void Writer::text(std::string_view cell) {
    if (cell.empty() || state_->sheet == nullptr) return empty();
    const std::string text = cut(cell, kLongestText);
    state_->took(::worksheet_write_string(state_->sheet, state_->row, state_->column, text.c_str(),
                                          state_->format(Format::text)));
}

void Writer::number(double value) {
    if (!std::isfinite(value) || state_->sheet == nullptr) return empty();
    lxw_format* format = state_->format();
    if (format == state_->format(Format::text)) format = state_->format(Format::number);
    state_->took(
        ::worksheet_write_number(state_->sheet, state_->row, state_->column, value, format));
}

void Writer::date(Day day) {
    if (state_->sheet == nullptr) return empty();
    const std::chrono::year_month_day date{day};
    lxw_datetime when{};
    when.year = static_cast<int>(date.year());
    when.month = static_cast<int>(static_cast<unsigned>(date.month()));
    when.day = static_cast<int>(static_cast<unsigned>(date.day()));
    state_->took(::worksheet_write_datetime(state_->sheet, state_->row, state_->column, &when,
                                            state_->format(Format::date)));
}

void Writer::empty() {
    ++state_->column;
}

void Writer::end_row() {
    ++state_->row;
    state_->column = 0;
}

Checked<std::string> Writer::finish() {
    state_->end_sheet();
    lxw_workbook* book = std::exchange(state_->book, nullptr);
    if (::workbook_close(book) != LXW_NO_ERROR || !state_->whole) return not_written();
    std::ifstream file(state_->folder.file(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file || bytes.empty()) return not_written();
    return bytes;
}

}  // namespace primum::xlsx
