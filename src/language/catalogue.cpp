#include "language/catalogue.h"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <climits>
#include <cstdlib>
#include <locale>
#include <stdexcept>
#include <vector>

namespace primum::language {

namespace gettext = boost::locale::gnu_gettext;

struct Catalogue::Messages {
    std::locale owner;
    const boost::locale::message_format<char>* facet;
};

Catalogue::Catalogue(const std::string& code, std::string_view mo)
    : messages_(std::make_unique<Messages>()) {
    gettext::messages_info info;
    info.language = code;
    info.encoding = "UTF-8";
    info.domains.emplace_back("primum");
    info.paths.emplace_back("");
    // It asks by file name, most particular first; the first that is not empty is taken.
    info.callback = [mo](const std::string&, const std::string&) {
        return std::vector<char>(mo.begin(), mo.end());
    };
    auto* facet = gettext::create_messages_facet<char>(info);
    messages_->facet = facet;
    messages_->owner = std::locale(std::locale::classic(), facet);
    if (!find(nullptr, "")) throw std::runtime_error("This is not a catalogue of messages.");
}

Catalogue::~Catalogue() = default;

const char* Catalogue::find(const char* context, const char* english) const {
    return messages_->facet->get(0, context, english);
}

const char* Catalogue::find(const char* one, std::int64_t number) const {
    // The library counts in int. Rules look at the last digits of a number and at whether it is
    // large, so both stay as they are.
    constexpr std::int64_t kLarge = 1'000'000;
    const std::int64_t size = std::abs(number);
    const auto n = static_cast<int>(size < INT_MAX ? size : kLarge + size % kLarge);
    return messages_->facet->get(0, nullptr, one, n);
}

}  // namespace primum::language
