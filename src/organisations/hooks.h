#pragma once
// What accounts that come into being bring with them in organisations.

#include "people/accounts.h"

namespace primum::organisations {

people::Hooks hooks();

}  // namespace primum::organisations
