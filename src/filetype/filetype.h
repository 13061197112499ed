#pragma once
// What a file that somebody sent us is, found from its bytes: its name and what the sender says of
// it count for nothing, but to tell a table from other text.

#include <string>
#include <string_view>

#include "base/checked.h"

namespace primum::filetype {

struct Found {
    std::string media_type;  ///< "application/pdf"
    std::string extension;   ///< "pdf"
};

/// The type of a file that may be kept and given to others: PDF, PNG, JPEG, MP4, plain text, CSV,
/// DOCX, XLSX, PPTX, ODT. Refuses all else, and documents with macros in them, with a sentence.
Checked<Found> find(std::string_view bytes, std::string_view file_name);

/// A name that is safe on any machine: no folder, no control or reserved sign, at most 100 bytes,
/// with the extension of what the file is.
std::string clean_name(std::string_view typed, const Found& found);

}  // namespace primum::filetype
