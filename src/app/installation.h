#pragma once
// Everything behind the sockets: the database, the rooms with their routes, the front door.

#include <memory>
#include <string>

#include "access/front_door.h"
#include "access/routes.h"
#include "announcements/letters.h"
#include "app/settings.h"
#include "collection/burden.h"
#include "crypto/keys.h"
#include "language/language.h"
#include "measures/chart_cache.h"
#include "momentum/sightings.h"
#include "people/accounts.h"
#include "people/openid_providers.h"
#include "resources/uses.h"
#include "store/store.h"

namespace primum::app {

/// The table of contents of the whole house; what it is given must outlive it. `outside` is what is
/// done to numbers of people that leave the organisation that counted them.
access::Routes all_routes(people::Accounts& accounts, const people::OpenId& openid,
                          resources::Uses& uses, momentum::Sightings& sightings,
                          measures::ChartCache& charts, collection::Views& views,
                          const announcements::Unsubscribing& unsubscribing,
                          disclosure::Mode outside);

class Installation {
public:
    /// Opens what is in the data folder, makes what is missing, and brings the schema up to date.
    /// Throws std::runtime_error with one sentence for the operator.
    /// `tell` hears why somebody could not sign in with a provider.
    Installation(const Settings& settings, access::Complain complain,
                 const Clock& clock = system_clock(), people::OpenId::Tell tell = {});

    access::FrontDoor& door() { return door_; }
    store::Store& store() { return *store_; }
    people::Accounts& accounts() { return accounts_; }
    momentum::Sightings& sightings() { return sightings_; }
    const announcements::Unsubscribing& unsubscribing() const { return unsubscribing_; }
    const access::Routes& routes() const { return routes_; }
    resources::Uses& uses() { return uses_; }
    collection::Views& views() { return views_; }

private:
    std::string folder_;
    crypto::Keys keys_;
    std::unique_ptr<store::Store> store_;
    language::Languages languages_;
    people::OpenId openid_;
    people::Accounts accounts_;
    momentum::Sightings sightings_;
    announcements::Unsubscribing unsubscribing_{keys_};
    resources::Uses uses_;
    measures::ChartCache charts_;
    collection::Views views_;
    access::Routes routes_;
    access::FrontDoor door_;
};

}  // namespace primum::app
