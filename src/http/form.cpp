#include "http/form.h"

#include <algorithm>
#include <cstddef>

#include "http/decoding.h"
#include "http/multipart.h"

namespace primum::http {
namespace {

constexpr std::size_t kMostFields = 1000;
constexpr std::size_t kMostFiles = 20;
constexpr std::size_t kLongestFileName = 1024;  // bytes; 255 characters of any script fit

std::unexpected<Refused> refuse_encoding() {
    return refuse("The form did not arrive as a browser sends it. Go back and send it again.");
}
std::unexpected<Refused> refuse_text() {
    return refuse("The form holds characters that are not text. Type them again and send it.");
}

// A browser ends lines with CR LF; everything after us means LF.
std::string with_plain_line_ends(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            plain += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            plain += '\n';
        }
    }
    return plain;
}

std::string without_folder(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    return std::string(slash == name.npos ? name : name.substr(slash + 1));
}

bool is_utf8_or_unsaid(const HeaderValue& type) {
    const auto charset = type.parameter("charset");
    return !charset || equal_names(*charset, "utf-8");
}

Checked<Form> read_urlencoded(std::string_view body) {
    if (static_cast<std::size_t>(std::ranges::count(body, '&')) >= kMostFields)
        return refuse("The form has too many fields. Send fewer at a time.");
    auto pairs = decoded_pairs(body, kMostFields, LineEnds::allowed);
    if (!pairs) return refuse_text();
    Form form;
    for (auto& [name, value] : *pairs)
        form.fields.emplace_back(std::move(name), with_plain_line_ends(value));
    return form;
}

// RFC 2046 section 5.1.1.
bool is_boundary(std::string_view boundary) {
    constexpr std::string_view kOthers = "'()+_,-./:=? ";
    const auto belongs = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               kOthers.find(c) != kOthers.npos;
    };
    return !boundary.empty() && boundary.size() <= 70 && boundary.back() != ' ' &&
           std::ranges::all_of(boundary, belongs);
}

Checked<void> add_part(Form& form, Part part) {
    if (!is_text(part.name)) return refuse_text();
    if (!part.file_name) {
        if (!is_text(part.bytes, LineEnds::allowed)) return refuse_text();
        form.fields.emplace_back(std::move(part.name), with_plain_line_ends(part.bytes));
        return {};
    }
    // So a browser sends a field in which no file was chosen.
    if (part.file_name->empty() && part.bytes.empty()) return {};
    if (!is_text(*part.file_name) || part.file_name->size() > kLongestFileName)
        return refuse("The name of the file cannot be read. Rename it and choose it again.");
    if (form.files.size() == kMostFiles)
        return refuse("These are too many files. Send at most 20 at a time.");
    form.files.push_back({std::move(part.name), without_folder(*part.file_name),
                          std::move(part.type), std::string(part.bytes)});
    return {};
}

Checked<Form> read_multipart(std::string_view body, std::string_view boundary) {
    auto parts = parse_multipart(body, boundary, kMostFields);
    if (!parts) return std::unexpected(std::move(parts).error());
    Form form;
    for (Part& part : *parts) {
        auto added = add_part(form, std::move(part));
        if (!added) return std::unexpected(std::move(added).error());
    }
    return form;
}

}  // namespace

std::string_view Form::text(std::string_view field) const {
    return trimmed(as_typed(field));
}

std::string_view Form::as_typed(std::string_view field) const {
    for (const auto& [name, value] : fields)
        if (name == field) return value;
    return {};
}

bool Form::has(std::string_view field) const {
    return std::ranges::any_of(fields, [&](const auto& pair) { return pair.first == field; });
}

std::vector<std::string_view> Form::all(std::string_view field) const {
    std::vector<std::string_view> values;
    for (const auto& [name, value] : fields)
        if (name == field) values.push_back(trimmed(value));
    return values;
}

const Upload* Form::file(std::string_view field) const {
    const auto found = std::ranges::find(files, field, &Upload::name);
    return found == files.end() ? nullptr : &*found;
}

Checked<Form> read_form(const Request& request) {
    const auto header = request.headers.find("content-type");
    if (!header && request.body.empty()) return Form();
    const auto type = header ? parse_header_value(*header) : std::nullopt;
    if (!type || !is_utf8_or_unsaid(*type)) return refuse_encoding();

    if (type->value == "application/x-www-form-urlencoded") return read_urlencoded(request.body);
    const auto boundary = type->parameter("boundary");
    if (type->value == "multipart/form-data" && boundary && is_boundary(*boundary))
        return read_multipart(request.body, *boundary);
    return refuse_encoding();
}

}  // namespace primum::http
