#pragma once
// The literal of html(R"(…{}…)", …), read while compiling. At run time only its pieces are left.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace primum::html {

/// Where a {} stands, which decides how its value is escaped and of which type it may be.
enum class Place : std::uint8_t {
    text,       ///< between tags
    attribute,  ///< inside the quotes of an attribute
    link,       ///< the same, of an attribute that leads somewhere
};

struct Hole {
    Place place = Place::text;

    /// ` name` where the whole attribute is left out for a value that is absent; otherwise empty.
    std::string_view omittable;
};

// Named, and never defined: the compiler's complaint about a call to one of them says what is
// wrong.
namespace mistake {
void a_tag_is_never_closed();
void a_tag_is_closed_that_is_not_open();
void tags_do_not_nest();
void this_element_is_never_empty();
void a_tag_needs_a_name();
void a_tag_does_not_end();
void an_attribute_needs_a_name();
void an_attribute_needs_double_quotes();
void attributes_need_space_between_them();
void a_hole_stands_in_text_or_in_quotes_only();
void a_brace_that_is_not_a_hole();
void write_lt_gt_or_amp_as_an_entity();
void write_the_character_rather_than_its_name();
void styles_and_scripts_live_in_files();
void this_attribute_is_refused_by_our_content_security_policy();
void a_link_is_one_whole_url();
void a_path_is_a_url_and_fills_a_hole();
void an_optional_attribute_holds_nothing_else();
void a_comment_belongs_in_the_code();
void tags_are_nested_too_deeply();
void there_are_more_holes_than_values();
void there_are_more_values_than_holes();
}  // namespace mistake

/// What the parser is told of the value that fills a hole.
enum class Absence : std::uint8_t { never, possible };

template <std::size_t HoleCount>
struct Parsed {
    std::array<std::string_view, HoleCount + 1> pieces;  ///< holes stand between them
    std::array<Hole, HoleCount> holes;
};

/// Reads one literal. Each member function reads one thing and stops behind it.
template <std::size_t HoleCount>
class LiteralParser {
public:
    consteval LiteralParser(std::string_view text, const std::array<Absence, HoleCount>& absences)
        : text_(text), absences_(absences) {}

    consteval Parsed<HoleCount> parse() {
        skip_margin();
        if (next_is("<!doctype html>")) i_ += 15;
        while (!at_end())
            read_content();
        if (depth_ > 0) mistake::a_tag_is_never_closed();
        if (holes_ < HoleCount) mistake::there_are_more_values_than_holes();
        parsed_.pieces[holes_] = without_margin(text_.substr(piece_));
        return parsed_;
    }

private:
    static constexpr std::size_t kDeepest = 64;

    constexpr bool at_end() const { return i_ >= text_.size(); }
    constexpr char peek() const { return at_end() ? '\0' : text_[i_]; }
    constexpr bool next_is(std::string_view what) const {
        return text_.substr(i_).starts_with(what);
    }

    static constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
    static constexpr bool is_name(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == ':' || c == '_' || c == '.';
    }

    // The indentation of a raw string is our layout and not the reader's.
    constexpr void skip_margin() {
        std::size_t end = 0;
        while (end < text_.size() && is_space(text_[end]))
            ++end;
        if (text_.substr(0, end).find('\n') != text_.npos) i_ = piece_ = end;
    }
    static constexpr std::string_view without_margin(std::string_view text) {
        std::size_t end = text.size();
        while (end > 0 && is_space(text[end - 1]))
            --end;
        return text.find('\n', end) == text.npos ? text : text.substr(0, end);
    }

    constexpr void read_content() {
        if (next_is("{}")) {
            add_hole({.place = Place::text, .omittable = {}}, i_, i_ + 2);
        } else if (next_is("</")) {
            read_closing_tag();
        } else if (peek() == '<') {
            read_tag();
        } else {
            read_character();
        }
    }

    constexpr void read_character() {
        const char c = peek();
        if (c == '{' || c == '}') mistake::a_brace_that_is_not_a_hole();
        if (c == '<' || c == '>') mistake::write_lt_gt_or_amp_as_an_entity();
        if (c == '&') check_entity();
        ++i_;
    }

    // Pictures are XML, which knows these five only.
    constexpr void check_entity() const {
        const std::size_t end = text_.find(';', i_);
        if (end == text_.npos) return mistake::write_lt_gt_or_amp_as_an_entity();
        const std::string_view name = text_.substr(i_ + 1, end - i_ - 1);
        for (char c : name) {
            if (c != '#' && !is_name(c)) mistake::write_lt_gt_or_amp_as_an_entity();
        }
        const bool known = name == "amp" || name == "lt" || name == "gt" || name == "quot" ||
                           name == "apos" || name.starts_with("#");
        if (!known) mistake::write_the_character_rather_than_its_name();
    }

    constexpr std::string_view read_name() {
        const std::size_t begin = i_;
        while (is_name(peek()))
            ++i_;
        return text_.substr(begin, i_ - begin);
    }

    constexpr void skip_space() {
        while (is_space(peek()))
            ++i_;
    }

    constexpr void read_tag() {
        ++i_;
        if (peek() == '!') mistake::a_comment_belongs_in_the_code();
        if (peek() == '{') mistake::a_hole_stands_in_text_or_in_quotes_only();
        const std::string_view name = read_name();
        if (name.empty()) mistake::a_tag_needs_a_name();
        if (one_of(name, "style xmp plaintext noembed noframes iframe"))
            mistake::styles_and_scripts_live_in_files();

        while (peek() != '>' && peek() != '/')
            read_attribute();
        const bool closes_itself = peek() == '/';
        if (closes_itself) ++i_;
        if (peek() != '>') mistake::a_tag_does_not_end();
        ++i_;

        const bool is_void = one_of(name, kVoid);
        if (closes_itself && !is_void && !one_of(name, kShapes))
            mistake::this_element_is_never_empty();
        if (!closes_itself && !is_void) open(name);
        if (name == "script" && !next_is("</")) mistake::styles_and_scripts_live_in_files();
    }

    constexpr void read_closing_tag() {
        i_ += 2;
        const std::string_view name = read_name();
        if (peek() != '>') mistake::a_tag_does_not_end();
        ++i_;
        if (depth_ == 0) return mistake::a_tag_is_closed_that_is_not_open();
        if (open_[--depth_] != name) mistake::tags_do_not_nest();
    }

    constexpr void open(std::string_view name) {
        if (depth_ == kDeepest) mistake::tags_are_nested_too_deeply();
        open_[depth_++] = name;
    }

    constexpr void read_attribute() {
        const std::size_t begin = i_;
        skip_space();
        if (peek() == '>' || peek() == '/') return;
        if (at_end()) mistake::a_tag_does_not_end();
        if (i_ == begin) mistake::attributes_need_space_between_them();
        if (peek() == '{') mistake::a_hole_stands_in_text_or_in_quotes_only();
        const std::string_view name = read_name();
        if (name.empty()) mistake::an_attribute_needs_a_name();
        if (name.starts_with("on") || one_of(name, "style srcdoc http-equiv"))
            mistake::this_attribute_is_refused_by_our_content_security_policy();
        if (peek() == '=') read_value(name, begin);
    }

    constexpr void read_value(std::string_view name, std::size_t attribute_begin) {
        const std::string_view attribute = text_.substr(attribute_begin, i_ - attribute_begin);
        ++i_;
        if (peek() == '{') mistake::a_hole_stands_in_text_or_in_quotes_only();
        if (peek() != '"') mistake::an_attribute_needs_double_quotes();
        const std::size_t value_begin = ++i_;
        if (peek() == '/' && one_of(name, kLinks)) mistake::a_path_is_a_url_and_fills_a_hole();
        while (peek() != '"') {
            if (at_end()) mistake::a_tag_does_not_end();
            if (next_is("{}")) {
                const bool whole = i_ == value_begin && text_.substr(i_ + 2).starts_with('"');
                add_attribute_hole(name, attribute, whole);
                if (whole) break;
            } else {
                read_character();
            }
        }
        if (peek() == '"') ++i_;
    }

    constexpr void add_attribute_hole(std::string_view name, std::string_view attribute,
                                      bool whole) {
        const bool link = one_of(name, kLinks);
        if ((link && !whole) || name == "srcset") mistake::a_link_is_one_whole_url();
        Hole hole{.place = link ? Place::link : Place::attribute, .omittable = {}};
        if (holes_ < HoleCount && absences_[holes_] == Absence::possible) {
            if (!whole) mistake::an_optional_attribute_holds_nothing_else();
            hole.omittable = attribute;
            // From before the name to behind the closing quote.
            add_hole(hole, i_ - attribute.size() - 2, i_ + 3);
        } else {
            add_hole(hole, i_, i_ + 2);
        }
    }

    constexpr void add_hole(Hole hole, std::size_t begin, std::size_t end) {
        if (holes_ == HoleCount) return mistake::there_are_more_holes_than_values();
        parsed_.pieces[holes_] = text_.substr(piece_, begin - piece_);
        parsed_.holes[holes_] = hole;
        ++holes_;
        i_ = piece_ = end;
    }

    static constexpr std::string_view kVoid =
        "area base br col embed hr img input link meta source track wbr";
    // SVG elements that may end in "/>", which HTML's own elements must not.
    static constexpr std::string_view kShapes =
        "circle ellipse image line path polygon polyline rect stop use";
    static constexpr std::string_view kLinks =
        "href src action formaction xlink:href poster cite data background manifest ping";

    static constexpr bool one_of(std::string_view name, std::string_view names) {
        while (!names.empty()) {
            const std::size_t space = names.find(' ');
            if (names.substr(0, space) == name) return true;
            names = space == names.npos ? std::string_view() : names.substr(space + 1);
        }
        return false;
    }

    std::string_view text_;
    std::array<Absence, HoleCount> absences_;
    Parsed<HoleCount> parsed_{};
    std::array<std::string_view, kDeepest> open_{};
    std::size_t depth_ = 0;
    std::size_t holes_ = 0;
    std::size_t piece_ = 0;  // where the piece being read begins
    std::size_t i_ = 0;
};

}  // namespace primum::html
