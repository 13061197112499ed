#include "filetype/filetype.h"

#include <magic.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "zip/unzip.h"

namespace primum::filetype {
namespace {

constexpr const char* kRefused =
    "Choose a PDF, PNG, JPEG, MP4, text, CSV, Word (docx), Excel (xlsx), PowerPoint (pptx) or "
    "OpenDocument text (odt) file.";
constexpr const char* kMacros =
    "Save the document without macros and choose it again: macros can do harm to whoever opens it.";

struct Close {
    void operator()(magic_set* cookie) const { magic_close(cookie); }
};

/// As libmagic names it.
std::string magic_type(std::string_view bytes) {
    const std::unique_ptr<magic_set, Close> cookie(
        magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS));
    if (!cookie || magic_load(cookie.get(), nullptr) != 0)
        throw std::runtime_error("The table of file types is missing: install libmagic-mgc.");
    const char* type = magic_buffer(cookie.get(), bytes.data(), bytes.size());
    return type ? type : "";
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return result;
}

/// Office documents are archives: what lies in them says what they are.
Checked<Found> in_archive(std::string_view bytes) {
    constexpr std::size_t kMostParts = 5000;
    constexpr std::uint64_t kMostBytes = 400ULL * 1024 * 1024;
    const auto files = zip::unzip(bytes, {.entries = kMostParts, .bytes = kMostBytes});
    if (!files) return refuse(kRefused);
    bool word = false;
    bool excel = false;
    bool slides = false;
    std::string declared;
    for (const zip::File& file : *files) {
        const std::string name = lower(file.name);
        if (name.find("vbaproject") != name.npos || name.find("/basic/") != name.npos ||
            name.starts_with("basic/") || name.starts_with("scripts/"))
            return refuse(kMacros);
        if (name == "[content_types].xml" &&
            lower(file.bytes).find("macroenabled") != std::string::npos)
            return refuse(kMacros);
        if (name == "mimetype") declared = file.bytes;
        word = word || name == "word/document.xml";
        excel = excel || name == "xl/workbook.xml";
        slides = slides || name == "ppt/presentation.xml";
    }
    constexpr const char* kOffice = "application/vnd.openxmlformats-officedocument.";
    if (declared == "application/vnd.oasis.opendocument.text")
        return Found{"application/vnd.oasis.opendocument.text", "odt"};
    if (word + excel + slides != 1) return refuse(kRefused);
    if (word) return Found{std::string(kOffice) + "wordprocessingml.document", "docx"};
    if (excel) return Found{std::string(kOffice) + "spreadsheetml.sheet", "xlsx"};
    return Found{std::string(kOffice) + "presentationml.presentation", "pptx"};
}

bool looks_like_markup(std::string_view bytes) {
    constexpr std::size_t kLook = 4096;
    const std::string head = lower(bytes.substr(0, kLook));
    return std::ranges::any_of(std::array{"<html", "<!doctype", "<script", "<svg", "<?xml"},
                               [&](const char* sign) { return head.find(sign) != head.npos; });
}

}  // namespace

Checked<Found> find(std::string_view bytes, std::string_view file_name) {
    if (bytes.empty()) return refuse("The file is empty: choose another.");
    if (zip::is_zip(bytes)) return in_archive(bytes);
    const std::string type = magic_type(bytes);
    if (type == "application/pdf") return Found{type, "pdf"};
    if (type == "image/png") return Found{type, "png"};
    if (type == "image/jpeg") return Found{type, "jpg"};
    if (type == "video/mp4") return Found{type, "mp4"};
    const std::string name = lower(file_name);
    const bool says_text = name.ends_with(".txt") || name.ends_with(".csv");
    const bool is_text = type == "text/plain" || type == "text/csv" || type == "application/csv" ||
                         (says_text && type.starts_with("text/"));
    if (!is_text || looks_like_markup(bytes) || bytes.find('\0') != bytes.npos)
        return refuse(kRefused);
    if (name.ends_with(".csv") || type == "text/csv" || type == "application/csv")
        return Found{"text/csv", "csv"};
    return Found{"text/plain", "txt"};
}

std::string clean_name(std::string_view typed, const Found& found) {
    constexpr std::size_t kLongest = 95;
    const std::size_t folder = typed.find_last_of("/\\");
    if (folder != typed.npos) typed.remove_prefix(folder + 1);
    const std::size_t dot = typed.rfind('.');
    std::string name;
    for (const char c : typed.substr(0, dot)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || byte > 127;
        if (plain)
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && (name.front() == '.' || name.front() == '-'))
        name.erase(0, 1);
    while (!name.empty() && (name.back() == '.' || name.back() == '-'))
        name.pop_back();
    if (name.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80)
            --end;
        name.resize(end);
    }
    if (name.empty()) name = "file";
    return name + '.' + found.extension;
}

}  // namespace primum::filetype
