#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "language/accept_language.h"
#include "language/built_in.h"
#include "language/gettext_language.h"
#include "language/language.h"

namespace primum::language {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// One a file, in the order of their names, so that menus are the same on every start.
std::vector<std::filesystem::path> catalogues_in(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".mo") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace

Languages::Languages(const std::string& folder) {
    owned_.push_back(std::make_unique<GettextLanguage>());
    for (const BuiltIn& language : built_in())
        owned_.push_back(
            std::make_unique<GettextLanguage>(std::string(language.code), language.mo));

    if (!folder.empty()) {
        for (const auto& file : catalogues_in(folder)) {
            const std::string code = file.stem().string();
            try {
                auto language = std::make_unique<GettextLanguage>(code, bytes_of(file));
                const auto old = std::ranges::find(owned_, code, &Language::code);
                if (old == owned_.end()) {
                    owned_.push_back(std::move(language));
                } else {
                    *old = std::move(language);
                }
            } catch (const std::exception& e) {
                throw std::runtime_error(file.string() + " cannot be read as a catalogue of " +
                                         "messages. Make it again with msgfmt. " + e.what());
            }
        }
    }
    for (const auto& language : owned_)
        all_.push_back(language.get());
}

Languages::~Languages() = default;

const Language& Languages::english() const {
    return *find("en");
}

const Language* Languages::find(std::string_view code) const {
    const auto found =
        std::ranges::find_if(all_, [&](const Language* each) { return each->code() == code; });
    return found == all_.end() ? nullptr : *found;
}

const Language& Languages::choose(std::string_view accept_language) const {
    for (std::string_view tag : wanted_languages(accept_language)) {
        if (tag == "*") break;
        // Lookup of RFC 4647: "cy-GB" is satisfied by "cy".
        while (!tag.empty()) {
            if (const Language* language = find(tag)) return *language;
            const std::size_t end = tag.rfind('-');
            tag = end == tag.npos ? std::string_view() : tag.substr(0, end);
        }
    }
    return english();
}

}  // namespace primum::language
