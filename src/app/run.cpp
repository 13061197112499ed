#include "app/run.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>

#include "app/verb.h"

namespace primum::app {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

int say(int status, const std::string& sentence) {
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return status;
}

/// Help and version are answers; everything else that the parser throws is a mistake.
int answer(const CLI::App& program, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return program.exit(error);
    const auto extras = program.remaining();
    if (program.get_subcommands().empty())
        return say(kWrongUsage,
                   extras.empty() || extras.front().starts_with('-')
                       ? "Say what to do with a verb: see primum --help."
                       : "There is no verb '" + extras.front() + "': see primum --help.");
    std::string verb;
    for (const auto* chosen : program.get_subcommands())
        verb = chosen->get_name() + " ";
    std::string mistake = error.what();
    while (mistake.ends_with('.') || mistake.ends_with('\n'))
        mistake.pop_back();
    return say(kWrongUsage, mistake + ": see primum " + verb + "--help.");
}

}  // namespace

int run(int argc, const char* const* argv) {
    CLI::App program("Primum: charts and numbers for patient-safety campaigns.", "primum");
    program.set_version_flag("--version", "primum " PRIMUM_VERSION);
    program.require_subcommand(1);
    program.set_help_all_flag("--help-all", "The help of every verb");
    Action chosen;
    add_analyse(program, chosen);
    add_chart(program, chosen);
    add_demo(program, chosen);
    add_detect(program, chosen);
    add_serve(program, chosen);
    add_routes(program, chosen);
    add_admin(program, chosen);
    add_migrate(program, chosen);
    add_doctor(program, chosen);
    add_backup(program, chosen);
    add_restore(program, chosen);
    add_export(program, chosen);
    add_import(program, chosen);
    add_report(program, chosen);
    add_audit(program, chosen);
    add_links(program, chosen);

    try {
        program.parse(argc, argv);
        const auto done = chosen();
        return done ? kDone : say(kFailed, done.error().sentence);
    } catch (const CLI::ParseError& error) {
        return answer(program, error);
    } catch (const std::bad_alloc&) {
        return say(kFailed,
                   "There is not enough memory: close other programs or use a smaller file.");
    } catch (const std::runtime_error& error) {
        // What the machine would not do; rooms say it in a sentence for the operator.
        return say(kFailed, error.what());
    } catch (const std::exception& error) {
        return say(kFailed,
                   std::string("This should not happen, please report it: ") + error.what());
    }
}

}  // namespace primum::app
