// import_writer URL FILE ORGANISATION: imports a file a few points at a time, as `primum import
// --resume` does, and prints a line once a piece is durable.

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>

#include "csv/file.h"
#include "imports/carrying.h"
#include "imports/file.h"
#include "imports/mapping.h"
#include "organisations/tree.h"
#include "store/store.h"

namespace primum::imports {
namespace {

Import begun(store::Store& store, const store::Scope& scope, OrganisationId top) {
    if (auto import = latest_of_file(*store.read(), scope.may_read(top), "digest", State::running))
        return *import;
    Import import{.organisation = top, .digest = "digest", .state = State::running};
    import.id = store.write([&](store::Writer& db) {
        const store::Stamp stamp{.person = {}, .at = db.now(), .request = "test"};
        return add_import(db, scope.may_write(top), stamp, import);
    });
    return import;
}

void run(store::Store& store, const std::string& path, const std::string& code) {
    const auto scope = store::Scope::system("a test");
    const OrganisationId top = organisations::find_by_code(*store.read(), code)->id;
    const Day today = std::chrono::floor<std::chrono::days>(store.read()->now());
    const auto file = open_file(*csv::read_file(path));
    const auto reading = read_file(*file, "", guess_mapping(*table_of(*file, "")));
    const Directory directory(*store.read(), scope, top, today);
    const Plan plan =
        plan_import(*store.read(), scope, directory, *reading, {.organisation = top}, today);
    const bool all_in =
        plan.count(Saved::added) == 0 &&
        !latest_of_file(*store.read(), scope.may_read(top), "digest", State::running);
    if (all_in) return;
    Import import = begun(store, scope, top);
    while (import.state == State::running) {
        import = store.write([&](store::Writer& db) {
            Import next = import;
            const store::Stamp stamp{.person = {}, .at = db.now(), .request = "test"};
            carry_on(db, scope, stamp, plan, *reading, next, 30, today);
            return next;
        });
        if (::write(STDOUT_FILENO, "in\n", 3) < 0) std::_Exit(2);
    }
}

}  // namespace
}  // namespace primum::imports

int main(int, char** argv) {
    primum::store::Options options;
    options.url = argv[1];
    const auto store = primum::store::Store::open(options);
    primum::imports::run(*store, argv[2], argv[3]);
}
