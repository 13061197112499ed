#include "csv/text.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>

namespace primum::csv {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";

class Converter {
public:
    Converter(const char* to, const char* from) : handle_(::iconv_open(to, from)) {}
    ~Converter() {
        if (works()) ::iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    /// Hands the converted text to `take` piece by piece; false when the bytes are not valid.
    template <class Take>
    bool convert(std::string_view bytes, Take take) {
        if (!works()) return false;
        constexpr std::size_t kPiece = std::size_t{1} << 16U;
        const auto buffer = std::make_unique<char[]>(kPiece);
        char* in = const_cast<char*>(bytes.data());  // iconv reads it only
        std::size_t in_left = bytes.size();
        while (in_left > 0) {
            char* out = buffer.get();
            std::size_t out_left = kPiece;
            const bool done = ::iconv(handle_, &in, &in_left, &out, &out_left) != kFailed;
            if (!done && errno != E2BIG) return false;
            take(std::string_view(buffer.get(), kPiece - out_left));
        }
        return true;
    }

private:
    static constexpr auto kFailed = static_cast<std::size_t>(-1);
    bool works() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
    iconv_t handle_;
};

std::optional<std::string> converted(std::string_view bytes, const char* from) {
    std::string utf8;
    utf8.reserve(bytes.size() + bytes.size() / 8);
    Converter converter("UTF-8", from);
    if (!converter.convert(bytes, [&](std::string_view piece) { utf8 += piece; })) return {};
    return utf8;
}

/// How many bytes at the beginning are plain ASCII, counted in steps of eight.
std::size_t leading_ascii(std::string_view bytes) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, 8);
        if ((eight & kHighBits) != 0) break;
    }
    return at;
}

bool is_utf8(std::string_view bytes) {
    bytes.remove_prefix(leading_ascii(bytes));
    if (bytes.empty()) return true;
    Converter converter("UTF-8", "UTF-8");
    return converter.convert(bytes, [](std::string_view) {});
}

Checked<Text> from_utf16(std::string_view bytes, const char* encoding) {
    auto utf8 = converted(bytes.substr(2), encoding);
    if (!utf8)
        return refuse("The file says it is UTF-16 but is damaged: save it again as 'CSV UTF-8'.");
    return Text{std::move(*utf8), Encoding::utf16};
}

Checked<Text> decoded(std::string bytes) {
    if (bytes.starts_with(kUtf16LittleMark)) return from_utf16(bytes, "UTF-16LE");
    if (bytes.starts_with(kUtf16BigMark)) return from_utf16(bytes, "UTF-16BE");
    if (bytes.starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
    if (is_utf8(bytes)) return Text{std::move(bytes), Encoding::utf8};

    auto utf8 = converted(bytes, "WINDOWS-1252");
    if (!utf8)
        return refuse("The file is neither UTF-8 nor Windows-1252 text: save it as 'CSV UTF-8'.");
    return Text{std::move(*utf8), Encoding::windows_1252};
}

}  // namespace

Checked<Text> to_text(std::string bytes) {
    auto text = decoded(std::move(bytes));
    if (!text) return text;
    const auto nul = text->utf8.find('\0');
    if (nul == std::string::npos) return text;

    const auto row = 1 + std::count(text->utf8.begin(),
                                    text->utf8.begin() + static_cast<std::ptrdiff_t>(nul), '\n');
    return refuse(fmt::format(
        "Line {} holds a NUL character, so this is not a CSV file: export the data as CSV.", row));
}

}  // namespace primum::csv
