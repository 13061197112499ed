#include "people/accounts.h"

#include <utility>

namespace primum::people {
namespace {

constexpr unsigned kPasswordsAtOnce = 2;  // each takes 46 MB and a core

template <class Work>
auto or_busy(Work&& work) {
    try {
        return work();
    } catch (const crypto::Busy& busy) {
        throw store::Busy(busy.what());
    }
}

}  // namespace

Accounts::Accounts(store::Store& the_store, const language::Languages& the_languages,
                   const crypto::Keys& keys, Settings the_settings, Hooks the_hooks)
    : store(the_store),
      languages(the_languages),
      settings(std::move(the_settings)),
      hooks(std::move(the_hooks)),
      seal(keys, "authenticator apps"),
      outbox(keys),
      passwords_(keys.derive("pepper of passwords"), settings.password_cost, kPasswordsAtOnce,
                 settings.passwords_waiting) {}

std::string Accounts::hash_password(std::string_view password) {
    return or_busy([&] { return passwords_.hash(password); });
}

crypto::Passwords::Answer Accounts::check_password(std::string_view password,
                                                   std::string_view hash) {
    return or_busy([&] { return passwords_.check(password, hash); });
}

void Accounts::check_nobody(std::string_view password) {
    or_busy([&] { passwords_.check_nobody(password); });
}

}  // namespace primum::people
