#pragma once
// A folder that appears whole or not at all.

#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"

namespace primum::datasets {

/// Files are written into a new folder beside the place where they are to be; keep() then puts that
/// folder in place in one step. Without keep() nothing is left behind.
///
/// A folder that is already there is replaced only when it is empty or holds nothing but the files
/// of an earlier output, which are listed in its file .primum.
class OutputFolder {
public:
    /// Refuses a place that is in use, or may not be written to.
    static Checked<OutputFolder> at(const std::string& path);

    OutputFolder(OutputFolder&&) noexcept;
    OutputFolder& operator=(OutputFolder&&) = delete;
    ~OutputFolder();

    /// Safe to call for different files at once, once begin() has named them.
    Checked<void> write(const std::string& name, std::string_view bytes);

    /// `names`: every file that was written.
    Checked<void> keep(const std::vector<std::string>& names);

private:
    OutputFolder(std::string path, std::string draft);
    std::string path_;
    std::string draft_;  // empty once it is kept
};

}  // namespace primum::datasets
