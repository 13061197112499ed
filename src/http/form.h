#pragma once
// What a person filled in: application/x-www-form-urlencoded and multipart/form-data.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "http/message.h"

namespace primum::http {

struct Upload {
    std::string name;       ///< of the field
    std::string file_name;  ///< as the browser gave it, without any folder; never a path of ours
    std::string type;       ///< as the browser claims
    std::string bytes;
};

class Form {
public:
    /// The first value of a field, without white space at its ends; empty where there is none.
    std::string_view text(std::string_view field) const;
    /// The same as it was typed: for passwords.
    std::string_view as_typed(std::string_view field) const;
    bool has(std::string_view field) const;
    /// Every value of a field that may be ticked several times.
    std::vector<std::string_view> all(std::string_view field) const;
    /// A file that was chosen; absent where the field was left empty.
    const Upload* file(std::string_view field) const;

    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<Upload> files;
};

/// What the body holds, by its Content-Type; lines of text end with LF. Nothing at all is an empty
/// form. Refused: another type, broken encoding, text that is not UTF-8 or has control characters,
/// more than 1,000 fields or 20 files.
Checked<Form> read_form(const Request& request);

}  // namespace primum::http
