#pragma once

#include <cstdint>

namespace primum::store {

enum class Engine : std::uint8_t { sqlite, postgres };

}  // namespace primum::store
