#include "app/installation.h"

#include <cstdlib>
#include <filesystem>

#include "organisations/hooks.h"
#include "organisations/routes.h"
#include "people/routes.h"
#include "people/session.h"
#include "site/menu.h"
#include "site/routes.h"

namespace primum::app {
namespace {

namespace fs = std::filesystem;

/// Where systemd puts the key if the unit asks for it; otherwise beside the data.
std::string master_key_file(const Settings& settings) {
    if (!settings.master_key_file.empty()) return settings.master_key_file;
    if (const char* credentials = std::getenv("CREDENTIALS_DIRECTORY")) {
        const fs::path file = fs::path(credentials) / "master.key";
        if (fs::exists(file)) return file;
    }
    return settings.file("master.key");
}

const std::string& made(const std::string& folder) {
    fs::create_directories(folder);
    return folder;
}

std::unique_ptr<store::Store> opened(const Settings& settings, const Clock& clock) {
    auto store = store::Store::open(
        {.url = settings.database_url(), .readers = settings.worker_count() + 1, .clock = &clock});
    store->migrate();
    return store;
}

std::string languages_folder(const Settings& settings) {
    if (!settings.languages.empty()) return settings.languages;
    const std::string beside = settings.file("languages");
    return fs::is_directory(beside) ? beside : std::string();
}

access::DoorSettings door_settings(const Settings& settings, const crypto::Keys& keys,
                                   const Clock& clock) {
    return {.public_url = settings.public_url,
            .zone = settings.time_zone,
            .service = settings.service,
            .theme = settings.theme == "nhs" ? design::Theme::nhs : design::Theme::neutral,
            .form_key = keys.derive("forms"),
            .clock = &clock};
}

}  // namespace

access::Routes all_routes(people::Accounts& accounts) {
    access::Routes routes;
    site::add_routes(routes);
    people::add_routes(routes, accounts);
    organisations::add_routes(routes, accounts);
    return routes;
}

Installation::Installation(const Settings& settings, access::Complain complain, const Clock& clock)
    : folder_(made(settings.data)),
      keys_(crypto::Keys::open(master_key_file(settings))),
      store_(opened(settings, clock)),
      languages_(languages_folder(settings)),
      accounts_(*store_, languages_, keys_,
                {.public_url = settings.public_url,
                 .service = settings.service,
                 .sends_mail = !settings.smtp.empty()},
                organisations::hooks()),
      routes_(all_routes(accounts_)),
      door_(*store_, routes_, languages_, people::recogniser(accounts_), site::menu,
            std::move(complain), door_settings(settings, keys_, clock)) {}

}  // namespace primum::app
