#pragma once
// One compiled gettext catalogue. Boost.Locale stays in catalogue.cpp.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace primum::language {

class Catalogue {
public:
    /// Reads the bytes of a .mo file; throws std::runtime_error where they are none.
    Catalogue(const std::string& code, std::string_view mo);
    ~Catalogue();

    /// The translation, or null. `context` is gettext's msgctxt, null where there is none.
    const char* find(const char* context, const char* english) const;
    /// The form for this number, or null.
    const char* find(const char* one, std::int64_t number) const;

private:
    struct Messages;
    std::unique_ptr<Messages> messages_;
};

}  // namespace primum::language
