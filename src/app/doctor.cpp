#include <fmt/format.h>

#include <CLI/App.hpp>
#include <filesystem>
#include <stdexcept>

#include "app/database.h"
#include "app/operation.h"
#include "app/output.h"
#include "app/verb.h"
#include "measures/health.h"
#include "store/health.h"

namespace primum::app {
namespace {

namespace fs = std::filesystem;
using store::Finding;

constexpr std::uintmax_t kMegabyte = 1024 * 1024;
constexpr std::uintmax_t kLeastFree = 256 * kMegabyte;
constexpr std::uintmax_t kLargestLog = 256 * kMegabyte;

Finding free_space(const Settings& settings) {
    const std::uintmax_t free = fs::space(settings.data).available;
    if (free >= kLeastFree) return {"disk space", ""};
    return {"disk space", fmt::format("only {} MB are free in {}: make room for at least {} MB.",
                                      free / kMegabyte, settings.data, kLeastFree / kMegabyte)};
}

// A reader that never ends keeps the log from being moved into the file.
Finding log_size(const Settings& settings) {
    const std::string log = settings.file("primum.db-wal");
    if (!fs::exists(log) || fs::file_size(log) <= kLargestLog) return {"size of the log", ""};
    return {"size of the log",
            fmt::format("{} has {} MB: restart the server, and look for requests that do not end.",
                        log, fs::file_size(log) / kMegabyte)};
}

// The database and the master key are nobody's business but the service's own.
Finding permissions(const Settings& settings) {
    constexpr auto kOthers = fs::perms::group_all | fs::perms::others_all;
    for (const char* name : {"primum.db", "primum.db-wal", "primum.db-shm", "master.key"}) {
        const std::string file = settings.file(name);
        if (fs::exists(file) && (fs::status(file).permissions() & kOthers) != fs::perms::none)
            return {"permissions",
                    fmt::format("other accounts may use {}: run chmod 600 on it.", file)};
    }
    if ((fs::status(settings.data).permissions() & fs::perms::others_write) != fs::perms::none)
        return {"permissions",
                fmt::format("every account may write to {}: run chmod 700 on it.", settings.data)};
    return {"permissions", ""};
}

Checked<void> tell(const std::vector<Finding>& findings) {
    std::string report;
    std::size_t wrong = 0;
    for (const Finding& finding : findings) {
        const bool good = finding.advice.empty();
        report += fmt::format("{}  {}{}{}\n", good ? "ok   " : "wrong", finding.what,
                              good ? "" : ": ", finding.advice);
        if (!good) ++wrong;
    }
    if (const auto printed = print(report); !printed) return printed;
    if (wrong == 0) return {};
    return refuse(fmt::format("{} of {} are wrong: see what to do above.", wrong, findings.size()));
}

Checked<void> examine(const Settings& settings) {
    if (!fs::is_directory(settings.data))
        return refuse("There is no folder " + settings.data + ": name the data folder.");
    std::vector<Finding> findings = {free_space(settings), permissions(settings),
                                     log_size(settings)};
    const bool exists = !settings.database.empty() || fs::exists(settings.database_url());
    if (!exists) findings.push_back({"database", "there is none: make one with primum migrate."});
    const auto read = [&](store::Store& store) -> Checked<void> {
        const auto more = store::examine(store);
        findings.insert(findings.end(), more.begin(), more.end());
        const Day today = std::chrono::floor<std::chrono::days>(system_clock().now());
        if (store.steps_to_migrate() == 0)
            for (store::Finding& one : measures::examine(*store.read(), today))
                findings.push_back(std::move(one));
        return {};
    };
    if (exists)
        if (const auto done = with_any_database(settings, read); !done)
            findings.push_back({"database", done.error().sentence});
    return tell(findings);
}

}  // namespace

void add_doctor(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("doctor", "Looks for what is wrong, and says what to do");
    verb->footer(
        "Nothing is changed, and the server may run. One line for each thing looked at.\n"
        "Example:\n"
        "  primum doctor --data /var/lib/primum");
    add_operation(*verb, chosen, examine);
}

}  // namespace primum::app
