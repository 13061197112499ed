#include <algorithm>
#include <utility>

#include "csv/text.h"
#include "organisations/incoming.h"
#include "zip/unzip.h"

namespace primum::organisations {
namespace {

constexpr std::size_t kOdsCommas = 26;

struct Named {
    std::string name;  ///< in small letters, without folders
    std::string bytes;
};

std::string small_name(std::string_view path) {
    std::string name(path.substr(path.find_last_of("/\\") + 1));
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return name;
}

/// The only CSV file of an archive; registers are published with a read-me beside them.
Checked<Named> only_csv(std::string_view archive) {
    auto files = zip::unzip(archive);
    if (!files) return std::unexpected(files.error());
    std::optional<Named> found;
    for (zip::File& file : *files) {
        std::string name = small_name(file.name);
        if (!name.ends_with(".csv")) continue;
        if (found)
            return refuse("The ZIP file holds more than one CSV file: send them one by one.");
        found = Named{std::move(name), std::move(file.bytes)};
    }
    if (!found) return refuse("The ZIP file holds no CSV file: send one that does.");
    return std::move(*found);
}

/// A register begins with data; its first line has exactly 26 commas outside quotation marks.
bool looks_like_ods(std::string_view utf8) {
    std::size_t commas = 0;
    bool quoted = false;
    for (const char c : utf8.substr(0, utf8.find('\n'))) {
        if (c == '"') quoted = !quoted;
        if (c == ',' && !quoted) ++commas;
    }
    return commas == kOdsCommas;
}

std::string_view kind_by_name(std::string_view file_name) {
    if (file_name.starts_with("etr")) return "trust";
    if (file_name.starts_with("ets")) return "site";
    return {};
}

}  // namespace

Checked<Reading> read_incoming(std::string bytes, std::string_view file_name, std::string_view kind,
                               const Kinds& kinds) {
    Named file{small_name(file_name), {}};
    if (zip::is_zip(bytes)) {
        auto inside = only_csv(bytes);
        if (!inside) return std::unexpected(inside.error());
        file = std::move(*inside);
    } else {
        file.bytes = std::move(bytes);
    }
    const auto text = csv::to_text(std::move(file.bytes));
    if (!text) return std::unexpected(text.error());
    if (!looks_like_ods(text->utf8)) return read_plain(text->utf8, kinds);

    const std::string_view listed = kind.empty() ? kind_by_name(file.name) : kind;
    if (kinds.find(listed) == nullptr)
        return refuse("Say what this register lists: trusts or sites.");
    return read_ods(text->utf8, listed);
}

}  // namespace primum::organisations
