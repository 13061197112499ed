#pragma once
// Everything behind the sockets: the database, the rooms with their routes, the front door.

#include <memory>
#include <optional>
#include <string>

#include "access/front_door.h"
#include "access/routes.h"
#include "app/settings.h"
#include "crypto/keys.h"
#include "http/message.h"
#include "language/language.h"
#include "people/services.h"
#include "store/store.h"

namespace primum::app {

class Installation {
public:
    /// Opens what is in the data folder, and makes what is missing. Throws std::runtime_error with
    /// one sentence for the operator.
    explicit Installation(const Settings& settings, const Clock& clock = system_clock(),
                          access::Complain complain = {});

    access::FrontDoor& door() { return *door_; }
    store::Store& store() { return *store_; }
    const access::Routes& routes() const { return routes_; }
    people::Services& people() { return *people_; }

private:
    crypto::Keys keys_;
    std::unique_ptr<store::Store> store_;
    language::Languages languages_;
    std::unique_ptr<people::Services> people_;
    access::Routes routes_;
    std::unique_ptr<access::FrontDoor> door_;
};

}  // namespace primum::app
