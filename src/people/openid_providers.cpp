#include "people/openid_providers.h"

namespace primum::people {

OpenId::OpenId(std::vector<openid::Provider> providers, const crypto::Keys& keys, TakeRoles roles,
               Tell teller, const Clock& clock)
    : take_roles(std::move(roles)), tell(std::move(teller)), seal(keys, "openid") {
    for (openid::Provider& provider : providers)
        parties_.push_back(std::make_unique<openid::RelyingParty>(std::move(provider), clock));
}

openid::RelyingParty* OpenId::find(std::string_view key) const {
    for (const auto& party : parties_)
        if (party->provider().key == key) return party.get();
    return nullptr;
}

std::vector<Provider> OpenId::doors() const {
    std::vector<Provider> doors;
    for (const auto& party : parties_)
        doors.push_back({.label = party->provider().label,
                         .where = html::url("/sign-in/with/{}", party->provider().key)});
    return doors;
}

}  // namespace primum::people
