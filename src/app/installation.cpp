#include "app/installation.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "announcements/routes.h"
#include "api/routes.h"
#include "api/tokens.h"
#include "app/content.h"
#include "boards/panels.h"
#include "boards/routes.h"
#include "campaigns/membership.h"
#include "campaigns/routes.h"
#include "claims/routes.h"
#include "collection/panels.h"
#include "collection/routes.h"
#include "events/latest.h"
#include "events/panels.h"
#include "events/routes.h"
#include "imports/routes.h"
#include "library/routes.h"
#include "measures/dictionary_routes.h"
#include "measures/routes.h"
#include "measures/setting_up.h"
#include "momentum/routes.h"
#include "momentum/signposts.h"
#include "organisations/hooks.h"
#include "organisations/provider_roles.h"
#include "organisations/routes.h"
#include "partners/routes.h"
#include "people/openid_routes.h"
#include "people/openid_sign_in.h"
#include "people/routes.h"
#include "people/session.h"
#include "programmes/panels.h"
#include "programmes/routes.h"
#include "reports/routes.h"
#include "resources/routes.h"
#include "search/routes.h"
#include "signals/routes.h"
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
    bring_content(*store, std::chrono::floor<std::chrono::days>(clock.now()));
    return store;
}

std::string languages_folder(const Settings& settings) {
    if (!settings.languages.empty()) return settings.languages;
    const std::string beside = settings.file("languages");
    return fs::is_directory(beside) ? beside : std::string();
}

access::DoorSettings door_settings(const Settings& settings, const crypto::Keys& keys,
                                   store::Store& store, const Clock& clock) {
    return {
        .public_url = settings.public_url,
        .zone = settings.time_zone,
        .service = settings.service,
        .theme = settings.theme == "nhs" ? design::Theme::nhs : design::Theme::neutral,
        .form_key = keys.derive("forms"),
        .clock = &clock,
        .latest = events::latest_band,
        .recognise_token = [&store](const store::Reader& db, std::string_view given, Instant now) {
            return api::recognise(store, db, given, now);
        }};
}

people::Hooks hooks(const people::OpenId& openid) {
    people::Hooks hooks = organisations::hooks();
    hooks.provider_sign_out = [&openid](const store::Reader& db, std::string_view session,
                                        const std::string& back) {
        return people::provider_sign_out(openid, db, session, back);
    };
    return hooks;
}

/// What the rooms say on each other's pages.
organisations::Neighbours neighbours(momentum::Sightings& sightings) {
    organisations::Neighbours neighbours;
    collection::add_neighbours(neighbours);
    measures::add_neighbours(neighbours);
    imports::add_neighbours(neighbours);
    campaigns::add_neighbours(neighbours);
    momentum::add_neighbours(neighbours, sightings);
    claims::add_neighbours(neighbours);
    events::add_neighbours(neighbours);
    programmes::add_neighbours(neighbours);
    announcements::add_neighbours(neighbours);
    boards::add_neighbours(neighbours);
    api::add_neighbours(neighbours);
    signals::add_neighbours(neighbours);
    return neighbours;
}

/// What other rooms say on the pages of series.
measures::Neighbours measures_neighbours(collection::Views& views) {
    measures::Neighbours neighbours;
    collection::add_neighbours(neighbours, views);
    imports::add_neighbours(neighbours);
    boards::add_neighbours(neighbours);
    api::add_neighbours(neighbours);
    neighbours.panels.emplace_back(signals::series_panel);
    measures::add_setting_up(neighbours);
    return neighbours;
}

library::Neighbours library_neighbours() {
    library::Neighbours neighbours;
    measures::add_neighbours(neighbours);
    return neighbours;
}

measures::DictionaryPanels dictionary_panels() {
    measures::DictionaryPanels panels;
    campaigns::add_dictionary_panels(panels);
    return panels;
}

/// Whoever guesses passwords may keep three workers in four busy; the others stay free for people
/// who are in. Two passwords are checked at once.
unsigned passwords_waiting(unsigned workers) {
    return std::clamp(workers * 3 / 4, 3U, 34U) - 2;
}

}  // namespace

access::Routes all_routes(people::Accounts& accounts, const people::OpenId& openid,
                          resources::Uses& uses, momentum::Sightings& sightings,
                          measures::ChartCache& charts, collection::Views& views,
                          const announcements::Unsubscribing& unsubscribing,
                          disclosure::Mode outside) {
    access::Routes routes;
    site::add_routes(routes);
    people::add_routes(routes, accounts);
    people::add_openid_routes(routes, accounts, openid);
    organisations::add_routes(routes, accounts, neighbours(sightings));
    search::add_routes(routes);
    library::add_routes(routes, library_neighbours());
    partners::add_routes(routes);
    resources::add_routes(routes, uses);
    events::add_routes(routes, accounts);
    measures::add_routes(routes, charts, outside, measures_neighbours(views));
    imports::add_routes(routes);
    measures::add_dictionary_routes(routes, dictionary_panels());
    measures::add_setting_up_routes(routes, charts, campaigns::chosen_interventions);
    campaigns::add_routes(routes, accounts);
    programmes::add_routes(routes, accounts);
    momentum::add_routes(routes);
    claims::add_routes(routes);
    announcements::add_routes(routes, unsubscribing);
    boards::add_routes(routes, outside);
    reports::add_routes(routes, outside);
    api::add_routes(routes, outside);
    signals::add_routes(routes);
    collection::add_routes(routes);
    return routes;
}

Installation::Installation(const Settings& settings, access::Complain complain, const Clock& clock,
                           people::OpenId::Tell tell)
    : folder_(made(settings.data)),
      keys_(crypto::Keys::open(master_key_file(settings))),
      store_(opened(settings, clock)),
      languages_(languages_folder(settings)),
      openid_(
          settings.providers, keys_, organisations::take_provider_roles,
          tell ? std::move(tell) : [](auto&&...) {}, clock),
      accounts_(*store_, languages_, keys_,
                {.public_url = settings.public_url,
                 .service = settings.service,
                 .sends_mail = !settings.smtp.empty(),
                 .providers = openid_.doors(),
                 .passwords_waiting = passwords_waiting(settings.worker_count())},
                hooks(openid_)),
      routes_(all_routes(accounts_, openid_, uses_, sightings_, charts_, views_, unsubscribing_,
                         settings.outside())),
      door_(*store_, routes_, languages_, people::recogniser(accounts_), site::furnish,
            std::move(complain), door_settings(settings, keys_, *store_, clock)) {}

}  // namespace primum::app
