#pragma once
// Files, in and out, with a sentence when the system says no.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/checked.h"

namespace primum::csv {

/// Larger files are refused before they are read: 1 GiB.
inline constexpr std::size_t kLargestFile = std::size_t{1} << 30U;

/// All bytes of a file, pipe or device.
Checked<std::string> read_file(const std::string& path);

/// Writes a new file and flushes it to the disk's queue; an existing one is replaced.
Checked<void> write_file(const std::string& path, std::string_view bytes);

}  // namespace primum::csv
