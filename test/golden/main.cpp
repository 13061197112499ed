// golden DIR [--every-difference]: runs every case folder below DIR.

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <vector>

#include "compare.h"
#include "differs_on_purpose.h"
#include "headings.h"
#include "report.h"
#include "runner.h"

namespace primum::golden {

namespace {

std::vector<std::filesystem::path> case_folders(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().filename() == "case.json") folders.push_back(entry.path().parent_path());
    std::ranges::sort(folders);
    return folders;
}

void judge(const Case& golden, Report& report) {
    const auto* const runner = runner_for(golden);
    if (runner == nullptr) return report.not_supported(golden, "no such chart");
    const auto answer = runner->run(golden);
    if (!answer) return report.not_supported(golden, answer.error().reason);
    const auto found = differences(golden, *answer);
    if (found.empty()) return report.passed(golden);
    const auto reasons = reasons_for(golden, found);
    if (reasons.empty()) return report.differs(golden, found);
    report.differs_on_purpose(golden, reasons);
}

void run(const std::filesystem::path& folder, Report& report) {
    try {
        judge(read_case(folder), report);
    } catch (const std::exception& error) {
        report.broken(folder.filename(), error.what());
    }
}

}  // namespace

}  // namespace primum::golden

constexpr const char* kDocument = PRIMUM_SOURCE_DIR "/docs/statistics.md";

int main(int count, char** words) {
    const std::vector<std::string_view> arguments(words + 1, words + count);
    const bool every = std::ranges::find(arguments, "--every-difference") != arguments.end();
    if (arguments.empty() || !std::filesystem::is_directory(arguments.front())) {
        std::cerr << "Name the folder that holds the cases: golden DIR [--every-difference]\n";
        return 2;
    }

    const auto folders = primum::golden::case_folders(arguments.front());
    primum::golden::Report report(std::cout, every);
    for (const auto& folder : folders)
        primum::golden::run(folder, report);
    report.print_table();
    const auto untold = primum::golden::headings_missing_in(kDocument);
    for (const auto heading : untold)
        std::cout << "docs/statistics.md has no heading '" << heading << "'\n";
    return report.all_explained() && untold.empty() ? 0 : 1;
}
