#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <filesystem>
#include <map>
#include <memory>

#include "access/role.h"
#include "app/output.h"
#include "app/progress.h"
#include "app/settings.h"
#include "app/verb.h"
#include "crypto/keys.h"
#include "demo/country.h"
#include "demo/fill.h"
#include "demo/names.h"
#include "demo/staff.h"
#include "language/language.h"
#include "organisations/hooks.h"
#include "people/accounts.h"
#include "store/store.h"

namespace primum::app {
namespace {

namespace fs = std::filesystem;

struct DemoOptions {
    std::string data;
    demo::Size size = demo::Size::small;
    std::uint64_t seed = 1;
    std::string today;  ///< as typed; empty for the day that it is
};

class DemoClock final : public Clock {
public:
    explicit DemoClock(Day today) : today_(today) {}
    Instant now() const override { return today_ + std::chrono::hours(9); }

private:
    Day today_;
};

/// The day on which the stories of the demonstration end.
Checked<Day> today(const DemoOptions& options) {
    if (options.today.empty()) return std::chrono::floor<std::chrono::days>(system_clock().now());
    if (const auto day = parse_iso_day(options.today)) return *day;
    return refuse("Write --today as a day: 2026-04-14.");
}

/// What a seed makes, before any of it is in a database. Each subject has a chance of its own, so
/// that one can grow without changing the others.
struct Stage {
    explicit Stage(const DemoOptions& options) {
        SeededRandom places(options.seed);
        country = demo::make_country(places, options.size);
        SeededRandom people(options.seed + 1);
        staff = demo::make_staff(people, country);
        SeededRandom words(options.seed + 2);
        password = demo::passphrase(words);
    }
    demo::Country country;
    std::vector<demo::Colleague> staff;
    std::string password;
};

Checked<void> check_empty(const std::string& folder) {
    if (!fs::exists(folder) || (fs::is_directory(folder) && fs::is_empty(folder))) return {};
    return refuse(fmt::format(
        "The folder {} is not empty: name a new one, or empty it if nothing in it is needed.",
        folder));
}

/// False where a person has stopped it.
bool fill_folder(const std::string& folder, const DemoOptions& options, Day today,
                 const Stage& stage) {
    Settings settings;
    settings.data = folder;
    const DemoClock clock(today);
    SeededRandom ids(options.seed + 3);
    const auto keys = crypto::Keys::open(settings.file("master.key"));
    const auto store =
        store::Store::open({.url = settings.database_url(), .clock = &clock, .random = &ids});
    store->migrate();
    const language::Languages languages;
    people::Accounts accounts(*store, languages, keys, {.public_url = "http://127.0.0.1"},
                              organisations::hooks());

    stop_requested();
    ProgressBar bar("Filling");
    return demo::fill(*store, stage.country, stage.staff, accounts.hash_password(stage.password),
                      today, options.seed, [&](std::size_t done, std::size_t all) {
                          bar.show(done, all);
                          return !stop_requested();
                      });
}

std::string sign_ins(const Stage& stage) {
    std::string text = fmt::format(
        "Merrowland is filled: {} organisations, {} people.\nSign in with one of these addresses "
        "and the password {}\n\n",
        stage.country.places.size(), stage.staff.size(), stage.password);
    for (const demo::Colleague& colleague : stage.staff)
        if (colleague.shown)
            text +=
                fmt::format("  {:<32}{:<20}{}\n", colleague.email, access::label(colleague.role),
                            stage.country.places[colleague.place].name);
    return text;
}

Checked<void> fill(const DemoOptions& options) {
    if (auto empty = check_empty(options.data); !empty) return empty;
    const auto day = today(options);
    if (!day) return std::unexpected(day.error());
    // Beside its place and then renamed: there is never half a demonstration.
    const std::string beside = options.data + ".filling";
    fs::remove_all(beside);
    fs::create_directories(beside);
    fs::permissions(beside, fs::perms::owner_all);
    const Stage stage(options);
    if (!fill_folder(beside, options, *day, stage)) {
        fs::remove_all(beside);
        return refuse("Stopped: nothing was kept.");
    }
    fs::remove(options.data);
    fs::rename(beside, options.data);
    return print(sign_ins(stage));
}

}  // namespace

void add_demo(CLI::App& program, Action& chosen) {
    auto* verb =
        program.add_subcommand("demo", "Fills an empty data folder with a fictional country");
    auto options = std::make_shared<DemoOptions>();
    verb->add_option("--data", options->data, "The folder to make; it must be new or empty")
        ->type_name("DIR")
        ->required();
    verb->add_option("--size", options->size,
                     "small: 140 trusts with 15 to 40 wards each; national: 20,000 wards")
        ->type_name("small|national")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, demo::Size>{{"small", demo::Size::small},
                                              {"national", demo::Size::national}},
            CLI::ignore_case));
    verb->add_option("--seed", options->seed, "Another number makes another country")
        ->type_name("N");
    verb->add_option("--today", options->today,
                     "The day on which its stories end, 2026-04-14; the day that it is otherwise")
        ->type_name("DAY");
    verb->footer(
        "Prints the addresses and the password to sign in with.\n"
        "Example:\n"
        "  primum demo --data build/demo-data && primum serve --data build/demo-data");
    verb->callback([options, &chosen] { chosen = [options] { return fill(*options); }; });
}

}  // namespace primum::app
