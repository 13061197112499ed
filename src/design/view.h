#pragma once
// What every page needs to know of the person who looks at it, and nothing of what it shows.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/text.h"
#include "html/html.h"
#include "language/language.h"

namespace primum::design {

/// A door in the menu of every page.
struct MenuItem {
    Text label;
    html::Url where;
    bool current = false;
};

/// How an installation looks: our own calm blue, or the NHS's colours.
enum class Theme : std::uint8_t { neutral, nhs };

struct View {
    const language::Language* words = nullptr;
    const std::vector<const language::Language*>* languages = nullptr;
    std::string zone = "Europe/London";
    std::string path = "/";  ///< of this page, for the language links and "return here"
    std::string service = "Primum";
    Theme theme = Theme::neutral;
    std::string who;  ///< name of the person signed in; empty for a visitor
    std::vector<MenuItem> menu;
    std::optional<html::Url> search =
        {};                        ///< what the box in the header asks, as q; no box without
    std::vector<MenuItem> footer;  ///< what a service owes its visitors: statements, help
    std::string token;             ///< against forged requests; goes into every form
    std::string once;              ///< idempotency key; goes into every form
    std::string request;           ///< id of the request, for problem pages
    /// What every open page ends with: the next events. Asked only where a page shows it.
    std::function<html::Html(const View&)> latest;
    bool signed_in() const { return !who.empty(); }

    /// Short for words->say(…): every sentence that a person sees goes through here.
    template <class... Args>
    auto say(const char* english, const Args&... args) const {
        return words->say(english, args...);
    }
    /// The same for a sentence that was handed on, as those of Problems are.
    std::string said(const std::string& english) const {
        return std::string(words->say(english.c_str()));
    }
};

}  // namespace primum::design
