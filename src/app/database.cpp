#include "app/database.h"

#include <filesystem>
#include <stdexcept>

namespace primum::app {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<store::Store> open(const Settings& settings) {
    return store::Store::open(
        {.url = settings.database_url(), .longest_read = std::chrono::seconds(0)});
}

// The store's exceptions are sentences for the operator, who is the one that reads them here.
template <class Action>
Checked<void> refusing(const Action& action) {
    try {
        return action();
    } catch (const std::runtime_error& error) {
        return refuse(error.what());
    }
}

}  // namespace

Checked<void> with_database(const Settings& settings, const UseStore& use) {
    if (settings.database.empty() && !fs::exists(settings.database_url()))
        return refuse("There is no database in " + settings.data +
                      ": make one with primum migrate, or name another folder.");
    return refusing([&]() -> Checked<void> {
        const auto store = open(settings);
        if (store->steps_to_migrate() > 0)
            return refuse("The database is of an older schema: run primum migrate first.");
        return use(*store);
    });
}

Checked<void> with_any_database(const Settings& settings, const UseStore& use) {
    return refusing([&] {
        fs::create_directories(settings.data);
        return use(*open(settings));
    });
}

}  // namespace primum::app
