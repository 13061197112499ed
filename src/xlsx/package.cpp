#include "xlsx/package.h"

#include <algorithm>

#include "xlsx/sentences.h"
#include "zip/unzip.h"

namespace primum::xlsx {
namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// As parts are called here: in lower case, with slashes, without one in front.
std::string part_name(std::string_view text) {
    std::string name = lower(text);
    std::ranges::replace(name, '\\', '/');
    return name.starts_with('/') ? name.substr(1) : name;
}

std::string_view folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

/// "xl/worksheets/sheet1.xml" for "worksheets/sheet1.xml", "./…", "../xl/…" or "/xl/…".
std::string resolved(std::string_view from, std::string_view target) {
    if (target.starts_with('/')) return part_name(target);
    std::string path = std::string(folder_of(from)) + part_name(target);
    for (auto at = path.find("./"); at != std::string::npos; at = path.find("./")) {
        if (at > 0 && path[at - 1] == '.') {
            const auto above = at < 2 ? std::string::npos : path.rfind('/', at - 3);
            const std::size_t begin = above == std::string::npos || at < 3 ? 0 : above + 1;
            path.erase(begin, at + 2 - begin);
        } else {
            path.erase(at, 2);
        }
    }
    return path;
}

}  // namespace

Checked<Package> Package::open(std::string_view bytes, const Limits& limits) {
    auto files = zip::unzip(
        bytes, {.entries = limits.entries, .bytes = limits.unpacked_bytes, .ratio = limits.ratio});
    if (!files) return std::unexpected(files.error());
    Package package(limits);
    for (zip::File& file : *files) {
        const auto [at, is_new] =
            package.parts_.emplace(part_name(file.name), std::move(file.bytes));
        if (!is_new) return refuse(std::string(kDamaged));
    }
    if (auto checked = package.check_kind(); !checked) return std::unexpected(checked.error());
    return package;
}

bool Package::has(std::string_view name) const {
    return parts_.contains(name);
}

Checked<void> Package::check_kind() {
    for (const auto& [name, bytes] : parts_) {
        if (name.ends_with("vbaproject.bin") || name.contains("/macrosheets/"))
            return refuse(std::string(kMacros));
        if (name.starts_with("xl/externallinks/")) return refuse(std::string(kLinks));
        if (name == "xl/workbook.bin") return refuse(std::string(kBinaryKind));
        if (name == "encryptedpackage") return refuse(std::string(kPassword));
        if (name == "mimetype" && bytes.contains("opendocument"))
            return refuse(std::string(kOtherProgram));
    }
    const auto types = parts_.find("[content_types].xml");
    if (types == parts_.end()) return refuse(std::string(kNoWorkbook));
    if (lower(types->second).contains("macroenabled")) return refuse(std::string(kMacros));
    return {};
}

Checked<Part> Package::take(std::string_view name) {
    const auto found = parts_.find(name);
    if (found == parts_.end()) return refuse(std::string(kDamaged));
    return parse_part(std::move(found->second), limits_.marks);
}

Checked<std::vector<Relationship>> Package::relationships_of(std::string_view part) {
    const auto folder = folder_of(part);
    const std::string name =
        std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
    if (!has(name)) return std::vector<Relationship>();
    const auto rels = take(name);
    if (!rels) return std::unexpected(rels.error());
    std::vector<Relationship> result;
    for (const pugi::xml_node& one : rels->root().children()) {
        const auto type = attribute_of(one, "Type");
        const bool outside = lower(attribute_of(one, "TargetMode")) == "external";
        result.push_back(
            {.id = std::string(attribute_of(one, "Id")),
             .type = std::string(type.substr(std::min(type.rfind('/') + 1, type.size()))),
             .target = outside ? "" : resolved(part, attribute_of(one, "Target"))});
        if (result.back().type == "externalLink") return refuse(std::string(kLinks));
    }
    return result;
}

const Relationship* find_type(const std::vector<Relationship>& all, std::string_view type) {
    const auto found =
        std::ranges::find_if(all, [&](const Relationship& one) { return one.type == type; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace primum::xlsx
