#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "app/database.h"
#include "app/operation.h"
#include "app/output.h"
#include "app/progress.h"
#include "app/verb.h"
#include "partners/links.h"
#include "web/look.h"

namespace primum::app {
namespace {

using Answers = std::map<std::string, web::Seen>;

/// One address after the other: an operator waits for it, and nobody's server is asked in a rush.
/// Stops where a person has asked for it; what was asked by then counts.
Answers ask_all(const std::set<std::string>& addresses, const web::Limits& limits) {
    Answers answers;
    stop_requested();
    ProgressBar bar("Links");
    for (const std::string& address : addresses) {
        if (stop_requested()) break;
        answers.emplace(address, web::look(address, limits));
        bar.show(answers.size(), addresses.size());
    }
    return answers;
}

bool unanswered(const Answers::value_type& answer) {
    return answer.second.status == 0;
}

std::string table(const std::vector<partners::Link>& links, const Answers& answers) {
    std::string text;
    for (const partners::Link& link : links) {
        const auto answer = answers.find(link.address);
        if (answer == answers.end()) continue;
        const web::Seen& seen = answer->second;
        text +=
            fmt::format("{}  {:>3}  {}  ({}){}{}\n", seen.problem.empty() ? "ok  " : "dead",
                        seen.status == 0 ? std::string("-") : std::to_string(seen.status),
                        link.address, link.what, seen.problem.empty() ? "" : ": ", seen.problem);
    }
    return text;
}

Checked<void> check(store::Store& store, const web::Limits& limits) {
    const auto links = partners::links(*store.read());
    if (links.empty()) return print("There are no links to check.\n");
    std::set<std::string> addresses;
    for (const partners::Link& link : links)
        addresses.insert(link.address);
    const Answers answers = ask_all(addresses, limits);
    // Then the fault is more likely ours than all of theirs.
    if (answers.size() > 1 && std::ranges::all_of(answers, unanswered)) {
        if (const auto printed = print(table(links, answers)); !printed) return printed;
        return refuse(
            "Nothing answered at all: connect this machine to the internet and check "
            "again. Nothing was kept.");
    }
    std::size_t dead = 0;
    store.write([&](store::Writer& db) {
        dead = 0;
        for (const auto& [address, seen] : answers) {
            partners::save_check(db, address, db.now(), seen.status, seen.problem);
            if (!seen.problem.empty()) ++dead;
        }
        partners::forget_checks(db);
    });
    if (const auto printed = print(table(links, answers)); !printed) return printed;
    if (answers.size() < addresses.size())
        return refuse(fmt::format("Stopped after {} of {} links: what was asked is kept.",
                                  answers.size(), addresses.size()));
    if (dead == 0) return {};
    return refuse(
        fmt::format("{} of {} links {} not work: put a link right, or name a successor, on"
                    " the page of what has it.",
                    dead, addresses.size(), dead == 1 ? "does" : "do"));
}

}  // namespace

void add_links(CLI::App& program, Action& chosen) {
    auto* links = program.add_subcommand("links", "Links to other people's pages");
    links->require_subcommand(1);
    auto* verb = links->add_subcommand(
        "check", "Asks every link of a partner or a resource whether it still works");
    verb->footer(
        "The server may run. Pages then say which link did not work, and when. Only addresses on\n"
        "the open internet are asked. One line a link; fails where one does not work.\n"
        "Example:\n"
        "  primum links check --data /var/lib/primum");
    auto limits = std::make_shared<web::Limits>();
    verb->add_flag("--allow-private", limits->private_too,
                   "Ask addresses of this machine and of your own network too");
    add_operation(*verb, chosen, [limits](const Settings& settings) {
        return with_database(settings, [&](store::Store& store) { return check(store, *limits); });
    });
}

}  // namespace primum::app
