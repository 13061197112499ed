#pragma once
// The literal of a statement, read while compiling. At run time only its text is left.
//
// A statement that names a table of organisation data takes a key from a Scope and compares it:
//
//     organisation_id = $n          with a Readable or a Writable
//     ancestor_id = $n              with a ReadableTree, in a join with organisation_closure
//     INSERT INTO t (organisation_id, …) VALUES ($n, …)    with a Writable
//
// or an Everywhere, which stands last, fills no placeholder and reaches every row.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "store/organisation_tables.h"
#include "store/scope.h"

namespace primum::store {

enum class Statement : std::uint8_t {
    read,    ///< SELECT, or WITH … SELECT
    change,  ///< INSERT, UPDATE or DELETE, with RETURNING or without
};

// Named, and never defined: the compiler's complaint about a call to one of them says what is
// wrong.
namespace mistake {
void a_reading_statement_begins_with_select_or_with();
void a_changing_statement_begins_with_insert_update_or_delete();
void a_reading_statement_changes_nothing();
void this_is_not_for_a_room_to_do();
void write_names_without_quotes();
void a_quoted_text_does_not_end();
void one_statement_has_no_semicolon();
void a_comment_belongs_in_the_code();
void placeholders_are_numbered_from_1();
void a_cast_is_written_as_cast();
void the_tree_is_asked_through_organisation_closure();
void a_placeholder_has_no_value();
void a_value_has_no_placeholder();
void organisation_data_needs_a_key_from_a_scope();
void changing_organisation_data_needs_a_writable_key();
void the_key_is_not_compared_with_organisation_id();
void a_tree_key_is_not_compared_with_ancestor_id();
}  // namespace mistake

/// What a key from a Scope lets a statement do.
enum class Key : std::uint8_t { none, readable, readable_tree, writable, everywhere };

template <class T>
consteval Key key_of() {
    using Plain = std::remove_cvref_t<T>;
    if (std::is_same_v<Plain, Readable>) return Key::readable;
    if (std::is_same_v<Plain, ReadableTree>) return Key::readable_tree;
    if (std::is_same_v<Plain, Writable>) return Key::writable;
    return std::is_same_v<Plain, Everywhere> ? Key::everywhere : Key::none;
}

/// Reads one statement word by word.
class SqlParser {
public:
    struct Token {
        std::string_view text;   ///< empty at the end
        std::size_t number = 0;  ///< of a placeholder
    };

    consteval explicit SqlParser(std::string_view text) : text_(text) {}

    constexpr Token next() {
        skip_space();
        if (i_ == text_.size()) return {};
        const char c = text_[i_];
        if (c == '\'') return quoted();
        if (c == '$') return placeholder();
        if (is_letter(c)) return {take_while(is_word)};
        if (is_digit(c)) return {take_while(is_word)};
        refuse_sign();
        return {text_.substr(i_++, 1)};
    }

    /// Whether two words are the same but for capitals; `lower` is written without.
    static constexpr bool same(std::string_view word, std::string_view lower) {
        return std::ranges::equal(word, lower, {}, [](char c) { return to_lower(c); });
    }

    static constexpr bool one_of(std::string_view word, std::string_view words) {
        while (!words.empty()) {
            const std::size_t space = words.find(' ');
            if (same(word, words.substr(0, space))) return true;
            words = space == words.npos ? std::string_view() : words.substr(space + 1);
        }
        return false;
    }

private:
    static constexpr char to_lower(char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    static constexpr bool is_letter(char c) {
        return (to_lower(c) >= 'a' && to_lower(c) <= 'z') || c == '_';
    }
    static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static constexpr bool is_word(char c) { return is_letter(c) || is_digit(c); }

    constexpr std::string_view take_while(bool (*belongs)(char)) {
        const std::size_t begin = i_;
        while (i_ < text_.size() && belongs(text_[i_]))
            ++i_;
        return text_.substr(begin, i_ - begin);
    }

    constexpr void skip_space() {
        while (i_ < text_.size() && (text_[i_] == ' ' || text_[i_] == '\n' || text_[i_] == '\t'))
            ++i_;
    }

    // A doubled quote inside is read as two texts, one after the other: good enough to skip them.
    constexpr Token quoted() {
        const std::size_t begin = i_++;
        const std::size_t end = text_.find('\'', i_);
        if (end == text_.npos) {
            mistake::a_quoted_text_does_not_end();
            return {};
        }
        i_ = end + 1;
        return {text_.substr(begin, i_ - begin)};
    }

    constexpr Token placeholder() {
        const std::size_t begin = i_++;
        std::size_t number = 0;
        while (i_ < text_.size() && is_digit(text_[i_]))
            number = number * 10 + static_cast<std::size_t>(text_[i_++] - '0');
        if (number == 0) mistake::placeholders_are_numbered_from_1();
        return {text_.substr(begin, i_ - begin), number};
    }

    constexpr void refuse_sign() const {
        const std::string_view rest = text_.substr(i_);
        if (rest[0] == '"' || rest[0] == '`' || rest[0] == '[')
            mistake::write_names_without_quotes();
        if (rest[0] == ';') mistake::one_statement_has_no_semicolon();
        if (rest[0] == '?') mistake::placeholders_are_numbered_from_1();
        if (rest[0] == ':') mistake::a_cast_is_written_as_cast();
        if (rest.starts_with("--") || rest.starts_with("/*"))
            mistake::a_comment_belongs_in_the_code();
    }

    std::string_view text_;
    std::size_t i_ = 0;
};

/// What is checked of a statement, and of the keys that it is given.
template <std::size_t ArgumentCount>
class SqlCheck {
public:
    consteval SqlCheck(Statement statement, std::string_view text,
                       const std::array<Key, ArgumentCount>& keys)
        : statement_(statement), parser_(text), keys_(keys) {}

    consteval void run() {
        first_word();
        while (!token_.text.empty()) {
            word();
            advance();
        }
        check_placeholders();
        if (organisation_data_) check_keys();
    }

private:
    static constexpr std::size_t kBefore = 3;  // "organisation_id", "=", then the placeholder

    constexpr bool is(std::string_view word) const { return SqlParser::same(token_.text, word); }

    constexpr void advance() {
        for (std::size_t i = kBefore; i > 1; --i)
            before_[i - 1] = before_[i - 2];
        before_[0] = token_.text;
        token_ = parser_.next();
    }

    constexpr void first_word() {
        advance();
        if (statement_ == Statement::read && !SqlParser::one_of(token_.text, "select with"))
            mistake::a_reading_statement_begins_with_select_or_with();
        if (statement_ == Statement::change &&
            !SqlParser::one_of(token_.text, "insert update delete"))
            mistake::a_changing_statement_begins_with_insert_update_or_delete();
        insert_ = is("insert");
        advance();
    }

    constexpr void word() {
        if (statement_ == Statement::read &&
            (SqlParser::one_of(token_.text, "insert update delete into")))
            mistake::a_reading_statement_changes_nothing();
        if (SqlParser::one_of(token_.text,
                              "create drop alter truncate pragma attach detach vacuum "
                              "begin commit rollback savepoint"))
            mistake::this_is_not_for_a_room_to_do();
        if (is("recursive")) mistake::the_tree_is_asked_through_organisation_closure();
        for (const std::string_view table : kOrganisationTables)
            if (is(table)) organisation_data_ = true;
        // INSERT INTO t (organisation_id, … VALUES ($n, or … SELECT $n,
        if (insert_ && is("organisation_id") && before_[0] == "(" && !values_seen_)
            owner_first_ = true;
        if (insert_ && SqlParser::one_of(token_.text, "values select")) values_seen_ = true;
        if (token_.number > 0) placeholder();
    }

    constexpr void placeholder() {
        if (token_.number > bound()) return mistake::a_placeholder_has_no_value();
        used_[token_.number - 1] = true;
        const bool equal = before_[0] == "=";
        const bool inserted = insert_ && owner_first_ &&
                              ((before_[0] == "(" && SqlParser::same(before_[1], "values")) ||
                               SqlParser::same(before_[0], "select"));
        if ((equal && SqlParser::same(before_[1], "organisation_id")) || inserted)
            owner_[token_.number - 1] = true;
        if (equal && SqlParser::same(before_[1], "ancestor_id"))
            ancestor_[token_.number - 1] = true;
    }

    /// How many values fill a placeholder.
    constexpr std::size_t bound() const {
        return ArgumentCount - static_cast<std::size_t>(std::ranges::count(keys_, Key::everywhere));
    }

    constexpr void check_placeholders() const {
        for (std::size_t i = 0; i < bound(); ++i)
            if (!used_[i]) mistake::a_value_has_no_placeholder();
    }

    constexpr void check_keys() const {
        bool any = false;
        bool may_change = false;
        std::size_t place = 0;
        for (const Key key : keys_) {
            any = any || key != Key::none;
            may_change = may_change || key == Key::writable || key == Key::everywhere;
            if ((key == Key::readable || key == Key::writable) && !owner_[place])
                mistake::the_key_is_not_compared_with_organisation_id();
            if (key == Key::readable_tree && !ancestor_[place])
                mistake::a_tree_key_is_not_compared_with_ancestor_id();
            if (key != Key::everywhere) ++place;
        }
        if (!any) mistake::organisation_data_needs_a_key_from_a_scope();
        if (statement_ == Statement::change && any && !may_change)
            mistake::changing_organisation_data_needs_a_writable_key();
    }

    Statement statement_;
    SqlParser parser_;
    std::array<Key, ArgumentCount> keys_;
    SqlParser::Token token_{};
    std::array<std::string_view, kBefore> before_{};
    std::array<bool, ArgumentCount + 1> used_{};
    std::array<bool, ArgumentCount + 1> owner_{};
    std::array<bool, ArgumentCount + 1> ancestor_{};
    bool organisation_data_ = false;
    bool insert_ = false;
    bool owner_first_ = false;
    bool values_seen_ = false;
};

/// A statement whose placeholders are filled by values of these types, in their order.
template <Statement statement, class... Args>
class Sql {
public:
    template <std::size_t Size>
    consteval Sql(const char (&literal)[Size]) : text_(literal, Size - 1) {  // NOLINT: a literal is
        SqlCheck<sizeof...(Args)>(statement, text_, {key_of<Args>()...}).run();  // the statement
    }

    /// Lives as long as the program.
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

}  // namespace primum::store
