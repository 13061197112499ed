#include "store/audit.h"

#include <fmt/format.h>

#include <CLI/App.hpp>

#include "app/database.h"
#include "app/operation.h"
#include "app/output.h"
#include "app/verb.h"

namespace primum::app {
namespace {

std::string name_of(OrganisationId owner) {
    return owner == store::installation() ? "the installation"
                                          : fmt::format("organisation {}", owner.text());
}

Checked<void> verify(store::Store& store) {
    const auto db = store.read();
    const store::Scope system = store::Scope::system("primum audit verify");
    if (const auto bad = store::verify_audit(*db, system))
        return refuse(
            fmt::format("The first entry that cannot be right is {} of {}: {}. Find out who"
                        " could change the database, and compare with a backup.",
                        bad->number, name_of(bad->owner), bad->why));
    const auto entries = db->one([](const store::Row& row) { return row.get<std::int64_t>(0); },
                                 "SELECT count(*) FROM audit_entries", system.everywhere());
    return print(fmt::format("Every chain is whole, {} entries.\n", entries.value_or(0)));
}

}  // namespace

void add_audit(CLI::App& program, Action& chosen) {
    auto* audit = program.add_subcommand("audit", "Who changed what");
    audit->require_subcommand(1);
    auto* verb =
        audit->add_subcommand("verify", "Reads every entry and says which was changed first");
    verb->footer("Example:\n  primum audit verify --data /var/lib/primum");
    add_operation(*verb, chosen,
                  [](const Settings& settings) { return with_database(settings, verify); });
}

}  // namespace primum::app
