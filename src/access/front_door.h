#pragma once
// Every request comes through here: who is it, may they, is it really them, and then the action.

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "access/context.h"
#include "access/routes.h"
#include "http/message.h"
#include "store/store.h"

namespace primum::access {

/// Whose session a request belongs to. The people room answers; the door only asks.
using Recognise =
    std::function<std::optional<Session>(const store::Reader&, const http::Request&, Instant now)>;

struct DoorSettings {
    std::string public_url;  ///< "https://primum.example/safety": scheme, host and base path
    std::string zone = "Europe/London";
    std::string service = "Primum";
    std::string csrf_key;  ///< 32 bytes
};

class FrontDoor {
public:
    FrontDoor(store::Store& store, const Routes& routes, const language::Languages& languages,
              Recognise recognise, DoorSettings settings);

    http::Response answer(const http::Request& request);

    /// For http::Quick: assets, and public pages that are still in memory.
    std::optional<http::Response> answer_quickly(const http::Request& request);

private:
    store::Store& store_;
    const Routes& routes_;
    const language::Languages& languages_;
    Recognise recognise_;
    DoorSettings settings_;
};

}  // namespace primum::access
