#pragma once
// What every page needs to know of the person who looks at it, and nothing of what it shows.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"
#include "language/language.h"

namespace primum::design {

/// A door in the menu of every page.
struct MenuItem {
    std::string label;
    html::Url where;
    bool current = false;
};

struct View {
    const language::Language* words = nullptr;
    const std::vector<const language::Language*>* languages = nullptr;
    std::string zone = "Europe/London";
    std::string path = "/";  ///< of this page, for the language links and "return here"
    std::string service = "Primum";
    std::string who;  ///< name of the person signed in; empty for a visitor
    std::vector<MenuItem> menu;
    std::string token;    ///< against forged requests; goes into every form
    std::string once;     ///< idempotency key; goes into every form
    std::string request;  ///< id of the request, for problem pages
    bool signed_in() const { return !who.empty(); }

    /// Short for words->say(…): every sentence that a person sees goes through here.
    template <class... Args>
    auto say(const char* english, const Args&... args) const {
        return words->say(english, args...);
    }
};

}  // namespace primum::design
