#pragma once
// Markup that is safe because of how it is made.
//
//     html(R"(<a href="{}" title="{}">{}</a>)", url("/measures/{}", id), unit, name)
//
// The literal is checked while compiling: tags balance, a {} stands in text or inside a quoted
// attribute, links are Urls, and there is no inline style or script. What fills a {} is escaped for
// its place, unless it is Html already. So markup cannot be injected; only raw() trusts.
//
//     in text           Html, text, numbers, Url, ranges and optionals of these
//     in an attribute   text, numbers, Url; bool and optionals leave the attribute out when absent
//     in a link         Url, or an optional one; a path in the literal itself does not compile,
//                       because it would lack the base path

#include <array>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "html/escape.h"
#include "html/literal.h"
#include "html/number.h"
#include "html/url.h"

namespace primum::html {

template <class... Args>
class Literal;

/// A piece of markup, complete in itself: every tag it opens it closes.
class Html {
public:
    Html() = default;

    std::string_view markup() const& { return markup_; }
    std::string markup() && { return std::move(markup_); }
    bool empty() const { return markup_.empty(); }
    void reserve(std::size_t bytes) { markup_.reserve(bytes); }

    Html& operator+=(const Html& more) {
        markup_ += more.markup_;
        return *this;
    }

    /// The same as `*this += html(literal, args...)`, without the string between.
    template <class... Args>
    Html& append(Literal<std::type_identity_t<Args>...> literal, const Args&... args) {
        literal.append_to(markup_, args...);
        return *this;
    }

private:
    friend Html raw(std::string markup);
    std::string markup_;
};

/// Markup from a literal and what fills it.
template <class... Args>
Html html(Literal<std::type_identity_t<Args>...> literal, const Args&... args) {
    Html result;
    result.reserve(literal.expected_size(args...));
    result.append<Args...>(literal, args...);
    return result;
}

/// Trusts its argument to be whole and safe markup. Everything else in this room does not.
inline Html raw(std::string markup) {
    Html result;
    result.markup_ = std::move(markup);
    return result;
}

namespace mistake {
void text_cannot_hold_a_value_of_this_type();
void an_attribute_cannot_hold_a_value_of_this_type();
void a_link_takes_a_url();
}  // namespace mistake

template <class T>
inline constexpr bool is_text = std::is_convertible_v<const T&, std::string_view>;

template <class T>
inline constexpr bool is_one_value =
    is_text<T> || Number<T> || std::is_same_v<T, Tenths> || std::is_same_v<T, Url>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
consteval bool fits_text() {
    if constexpr (std::derived_from<T, Html> || is_one_value<T>) {
        return true;
    } else if constexpr (is_optional<T>) {
        return fits_text<typename T::value_type>();
    } else if constexpr (requires(const T& list) { std::begin(list), std::end(list); }) {
        return fits_text<std::remove_cvref_t<decltype(*std::begin(std::declval<const T&>()))>>();
    } else {
        return false;
    }
}

template <class T>
consteval bool fits_attribute() {
    if constexpr (is_optional<T>) return is_one_value<typename T::value_type>;
    return is_one_value<T> || std::is_same_v<T, bool>;
}

template <class T>
consteval bool fits_link() {
    return std::is_same_v<T, Url> || std::is_same_v<T, std::optional<Url>>;
}

template <class T>
void append_one(std::string& markup, const T& value, bool quoted) {
    if constexpr (Number<T> || std::is_same_v<T, Tenths>) {
        append_number(markup, value);
    } else {
        std::string_view text;
        if constexpr (std::is_same_v<T, Url>) {
            text = value.text();
            // Every path of ours carries the base path, so that no page can forget it.
            if (text.starts_with('/')) append_attribute(markup, base_path());
        } else {
            text = value;
        }
        quoted ? append_attribute(markup, text) : append_text(markup, text);
    }
}

template <class T>
void fill_text(std::string& markup, const T& value) {
    if constexpr (std::derived_from<T, Html>) {
        markup += value.markup();
    } else if constexpr (is_one_value<T>) {
        append_one(markup, value, false);
    } else if constexpr (is_optional<T>) {
        if (value) fill_text(markup, *value);
    } else {
        for (const auto& item : value)
            fill_text(markup, item);
    }
}

template <class T>
void fill_attribute(std::string& markup, const Hole& hole, const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        if (value) (markup += hole.omittable) += "=\"\"";
    } else if constexpr (is_optional<T>) {
        if (!value) return;
        (markup += hole.omittable) += "=\"";
        append_one(markup, *value, true);
        markup += '"';
    } else {
        append_one(markup, value, true);
    }
}

template <class T>
void fill(std::string& markup, const Hole& hole, const T& value) {
    if constexpr (fits_text<T>()) {
        if (hole.place == Place::text) return fill_text(markup, value);
    }
    if constexpr (fits_attribute<T>()) fill_attribute(markup, hole, value);
}

// About as many bytes as a value will need: enough to make room once.
template <class T>
std::size_t expected_size(const T& value) {
    constexpr std::size_t kNumber = 8;
    if constexpr (std::derived_from<T, Html>) {
        return value.markup().size();
    } else if constexpr (std::is_same_v<T, Url>) {
        return base_path().size() + value.text().size();
    } else if constexpr (is_text<T>) {
        return std::string_view(value).size();
    } else if constexpr (is_optional<T>) {
        return value ? expected_size(*value) : 0;
    } else if constexpr (is_one_value<T> || std::is_same_v<T, bool>) {
        return kNumber;
    } else {
        std::size_t all = 0;
        for (const auto& item : value)
            all += expected_size(item);
        return all;
    }
}

/// A checked literal for values of these types. It comes into being in calls of html() only.
template <class... Args>
class Literal {
public:
    template <std::size_t N>
    consteval Literal(const char (&text)[N])
        : parsed_(LiteralParser<kHoles>(std::string_view(text, N - 1), kAbsences).parse()) {
        std::size_t i = 0;
        (check<Args>(parsed_.holes[i++].place), ...);
    }

    void append_to(std::string& markup, const Args&... args) const {
        std::size_t i = 0;
        (((markup += parsed_.pieces[i]), fill(markup, parsed_.holes[i], args), ++i), ...);
        markup += parsed_.pieces[kHoles];
    }

    std::size_t expected_size(const Args&... args) const {
        std::size_t bytes = 0;
        for (const std::string_view piece : parsed_.pieces)
            bytes += piece.size();
        for (const Hole& hole : parsed_.holes)
            bytes += hole.omittable.size() + 3;
        return (bytes + ... + html::expected_size(args));
    }

private:
    static constexpr std::size_t kHoles = sizeof...(Args);
    static constexpr std::array<Absence, kHoles> kAbsences = {
        (is_optional<Args> || std::is_same_v<Args, bool> ? Absence::possible : Absence::never)...};

    template <class T>
    static consteval void check(Place place) {
        if (place == Place::text && !fits_text<T>())
            mistake::text_cannot_hold_a_value_of_this_type();
        if (place == Place::attribute && !fits_attribute<T>())
            mistake::an_attribute_cannot_hold_a_value_of_this_type();
        if (place == Place::link && !fits_link<T>()) mistake::a_link_takes_a_url();
    }

    Parsed<kHoles> parsed_;
};

}  // namespace primum::html
