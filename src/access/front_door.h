#pragma once
// Every request comes through here: who is it, may they, did they mean it, and then the action.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/context.h"
#include "access/forgery.h"
#include "access/pace.h"
#include "access/page_cache.h"
#include "access/routes.h"
#include "http/message.h"
#include "language/language.h"
#include "store/store.h"

namespace primum::access {

/// Whose session a request belongs to. The people room answers; the door only asks.
using Recognise =
    std::function<std::optional<Session>(const store::Reader&, const http::Request&, Instant now)>;

/// Whose token this is, where it is one of ours and may still be used. The api room answers.
using RecogniseToken =
    std::function<std::optional<Token>(const store::Reader&, std::string_view given, Instant now)>;

/// Puts the doors into the menu and the footer, for whoever looks.
using Furnish = std::function<void(design::View&, const std::optional<Session>&)>;

/// What open pages end with (View::latest).
using Latest = std::function<html::Html(const store::Reader&, const design::View&, Instant now)>;

/// Told of what should not happen.
using Complain = std::function<void(const http::Request&, std::string_view what)>;

struct DoorSettings {
    std::string public_url;  ///< "https://primum.example/safety": scheme, host and base path
    std::string zone = "Europe/London";
    std::string service = "Primum";
    design::Theme theme = design::Theme::neutral;
    std::string form_key;  ///< 32 bytes that only this installation has
    const Clock* clock = &system_clock();
    Latest latest = {};
    RecogniseToken recognise_token = {};
    /// Of each token: so many requests at once, and then one every so often.
    int token_burst = 300;
    std::chrono::microseconds token_pace = std::chrono::milliseconds(100);
};

class FrontDoor {
public:
    FrontDoor(store::Store& store, const Routes& routes, const language::Languages& languages,
              Recognise recognise, Furnish furnish, Complain complain, DoorSettings settings);

    /// Fills in the parts of the path on its way. Never throws.
    http::Response answer(http::Request& request);

    /// For http::Quick: assets, and public pages that are still in memory.
    std::optional<http::Response> answer_quickly(const http::Request& request);

private:
    http::Response answer_route(const http::Request& request, const Route& route);
    http::Response check_and_act(const http::Request& request, const Route& route,
                                 Context& context);
    std::optional<http::Response> refuse_person(const http::Request& request, const Route& route,
                                                const Context& context) const;
    std::optional<http::Response> refuse_form(const http::Request& request, Context& context) const;
    http::Response answer_program(const http::Request& request, const Route& route);
    http::Response check_token_and_act(const http::Request& request, const Route& route,
                                       Context& context);
    http::Response answer_problem(http::Response problem, const http::Request& request);
    http::Response explain(http::Response response, const http::Request& request,
                           const design::View& view) const;
    design::View view_of(const http::Request& request, const std::optional<Session>& session) const;
    const language::Language& language_of(const http::Request& request,
                                          const std::optional<Session>& session) const;
    bool is_secure() const { return settings_.public_url.starts_with("https://"); }

    store::Store& store_;
    const Routes& routes_;
    const language::Languages& languages_;
    Recognise recognise_;
    Furnish furnish_;
    Complain complain_;
    DoorSettings settings_;
    FormTokens tokens_;
    PageCache cache_;
    Pace pace_;
};

}  // namespace primum::access
