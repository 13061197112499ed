#pragma once
// Sentences in the reader's language. The English sentence is its own key, as gettext has it;
// bin/words collects them from the code into content/languages/primum.pot.

#include <fmt/core.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace primum::language {

/// Marks a sentence that stands in a table and is said later; bin/words finds it here.
constexpr const char* sentence(const char* english) {
    return english;
}

enum class Direction : std::uint8_t { left_to_right, right_to_left };

/// One language with its catalogue. Immutable, shared by all threads.
class Language {
public:
    virtual ~Language() = default;

    std::string_view code() const { return code_; }          ///< BCP 47: "en", "cy"
    std::string_view own_name() const { return own_name_; }  ///< "English", "Cymraeg"
    Direction direction() const { return direction_; }

    /// The sentence in this language, or itself where the catalogue has none.
    virtual std::string_view say(const char* english) const = 0;

    /// The same with {} filled in. A translation that fmt cannot format counts as absent.
    template <class... Args>
    std::string say(const char* english, const Args&... args) const
        requires(sizeof...(Args) > 0)
    {
        return fill(english, fmt::make_format_args(args...));
    }

    /// By number, with the language's own plural forms: count(n, "{} ward", "{} wards").
    virtual std::string count(std::int64_t number, const char* one, const char* many) const = 0;

    /// The same with its {} still empty, for who fills it later: a script in the browser.
    virtual std::string_view form(std::int64_t number, const char* one, const char* many) const = 0;

    /// "12,345", with this language's mark between thousands.
    std::string whole(std::int64_t number) const;

    /// "23 April 2009", "April 2009", "23 April 2009 at 9:30am", in the given zone
    /// ("Europe/London").
    virtual std::string day(Day day) const = 0;
    virtual std::string month(Day day) const = 0;
    virtual std::string moment(Instant at, std::string_view zone) const = 0;
    /// "9:30am" of the same.
    virtual std::string time(Instant at, std::string_view zone) const = 0;

protected:
    virtual std::string fill(const char* english, fmt::format_args args) const = 0;
    std::string code_;
    std::string own_name_;
    Direction direction_ = Direction::left_to_right;
};

/// Every language this installation offers, English first.
class Languages {
public:
    /// Those built in, and each LANG.mo in `folder` where it is not empty.
    explicit Languages(const std::string& folder = {});
    ~Languages();

    const Language& english() const;
    const std::vector<const Language*>& all() const { return all_; }
    const Language* find(std::string_view code) const;
    /// The best for an Accept-Language header (RFC 9110, section 12.5.4); English where none fits.
    const Language& choose(std::string_view accept_language) const;

private:
    std::vector<std::unique_ptr<Language>> owned_;
    std::vector<const Language*> all_;
};

}  // namespace primum::language
