#include "datasets/output_folder.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <utility>

#include "csv/file.h"
#include "csv/in_quotes.h"

namespace primum::datasets {
namespace {

namespace fs = std::filesystem;

constexpr const char* kListName = ".primum";

std::unexpected<Refused> cannot_write(const std::string& path, const std::string& reason) {
    return refuse(fmt::format("The folder {} cannot be written ({}): choose another with --out.",
                              csv::in_quotes(path), reason));
}

/// "build/ae/" is build/ae.
std::string without_slash(std::string path) {
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path;
}

std::vector<std::string> list_of_files(const fs::path& folder) {
    std::vector<std::string> names = {kListName};
    const auto list = csv::read_file((folder / kListName).string());
    if (!list) return {};
    std::istringstream lines(*list);
    for (std::string line; std::getline(lines, line);)
        names.push_back(line);
    std::sort(names.begin(), names.end());
    return names;
}

/// The first file in a folder that is not part of an earlier output; empty where there is none.
std::string foreign_file(const fs::path& folder) {
    const auto ours = list_of_files(folder);
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (!std::binary_search(ours.begin(), ours.end(), name)) return name;
    }
    return {};
}

Checked<void> check_place(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) return {};
    if (!fs::is_directory(status))
        return refuse(fmt::format("{} is a file: give the name of a folder with --out.",
                                  csv::in_quotes(path)));
    try {
        const std::string foreign = foreign_file(path);
        if (foreign.empty()) return {};
        return refuse(
            fmt::format("The folder {} holds {}, which is not part of an earlier output: choose "
                        "another with --out.",
                        csv::in_quotes(path), csv::in_quotes(foreign)));
    } catch (const fs::filesystem_error& failure) {
        return cannot_write(path, failure.code().message());
    }
}

}  // namespace

OutputFolder::OutputFolder(std::string path, std::string draft)
    : path_(std::move(path)), draft_(std::move(draft)) {}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : path_(std::move(other.path_)), draft_(std::exchange(other.draft_, {})) {}

OutputFolder::~OutputFolder() {
    std::error_code ignored;
    if (!draft_.empty()) fs::remove_all(draft_, ignored);
}

Checked<OutputFolder> OutputFolder::at(const std::string& given) {
    const std::string path = without_slash(given);
    if (auto free = check_place(path); !free) return std::unexpected(free.error());

    std::error_code error;
    const auto parent = fs::path(path).parent_path();
    if (!parent.empty()) fs::create_directories(parent, error);
    if (error) return cannot_write(path, error.message());

    std::string draft = path + ".draft-XXXXXX";
    if (::mkdtemp(draft.data()) == nullptr)
        return cannot_write(path, std::generic_category().message(errno));
    ::chmod(draft.c_str(), 0755);  // mkdtemp's is for its owner only
    return OutputFolder(path, std::move(draft));
}

Checked<void> OutputFolder::write(const std::string& name, std::string_view bytes) {
    return csv::write_file(draft_ + "/" + name, bytes);
}

Checked<void> OutputFolder::keep(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names)
        list += name + "\n";
    if (auto written = write(kListName, list); !written) return written;

    // rename() replaces an empty folder only, so an earlier output steps aside first.
    const std::string old = draft_ + "-old";
    std::error_code error;
    const bool replaces = fs::exists(path_, error);
    if (replaces) fs::rename(path_, old, error);
    if (error) return cannot_write(path_, error.message());
    fs::rename(draft_, path_, error);
    if (error) {
        std::error_code ignored;
        if (replaces) fs::rename(old, path_, ignored);
        return cannot_write(path_, error.message());
    }
    draft_.clear();
    if (replaces) fs::remove_all(old, error);
    return {};
}

}  // namespace primum::datasets
