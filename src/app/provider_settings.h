#pragma once
// [[provider]] tables of primum.toml: whose accounts people may sign in with. docs/openid.md has an
// example of each kind.

#include <string>
#include <vector>

#include "base/checked.h"
#include "openid/provider.h"

namespace primum::app {

/// Those of a settings file, complete and checked, in its order; none where it names none. Refused
/// with one sentence for the operator: a file that cannot be read, a setting that does not exist or
/// has another kind of value, two providers of one key, a role that does not exist, and whatever
/// openid::complete() refuses.
Checked<std::vector<openid::Provider>> read_providers(const std::string& file);

}  // namespace primum::app
