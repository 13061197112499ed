#pragma once
// A language whose sentences come from a gettext catalogue; English, where there is none.

#include <optional>
#include <string>
#include <string_view>

#include "language/catalogue.h"
#include "language/language.h"

namespace primum::language {

class GettextLanguage final : public Language {
public:
    GettextLanguage();  ///< English
    GettextLanguage(const std::string& code, std::string_view mo);

    using Language::say;
    std::string_view say(const char* english) const override;
    std::string count(std::int64_t number, const char* one, const char* many) const override;
    std::string_view form(std::int64_t number, const char* one, const char* many) const override;
    std::string day(Day day) const override;
    std::string month(Day day) const override;
    std::string moment(Instant at, std::string_view zone) const override;
    std::string time(Instant at, std::string_view zone) const override;

protected:
    std::string fill(const char* english, fmt::format_args args) const override;

private:
    std::string clock(int hour, int minute) const;
    std::optional<Catalogue> catalogue_;
};

}  // namespace primum::language
