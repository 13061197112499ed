#pragma once
// Files out of a ZIP archive that somebody sent us.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"

namespace primum::zip {

/// What an archive may ask of us; more is refused while it is unpacked, whatever its own lists say.
struct Limits {
    std::size_t entries = 100;
    std::uint64_t bytes = 100 * 1024 * 1024;  ///< of all files together, unpacked
    std::uint64_t ratio = 200;  ///< unpacked to packed bytes, of files above a megabyte
};

struct File {
    std::string name;  ///< as the archive has it: never a path of ours
    std::string bytes;
};

/// Whether these bytes begin as a ZIP archive does.
bool is_zip(std::string_view bytes);

/// Every file of an archive, in its order; folders are passed over. Refuses what is damaged,
/// encrypted, or beyond the limits.
Checked<std::vector<File>> unzip(std::string_view archive, const Limits& limits = {});

}  // namespace primum::zip
