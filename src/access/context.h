#pragma once
// What a handler gets beside the request: everything that depends on who asks, and when.

#include <functional>
#include <optional>
#include <string>

#include "access/person.h"
#include "access/policy.h"
#include "access/token.h"
#include "base/instant.h"
#include "design/view.h"
#include "http/form.h"
#include "http/message.h"
#include "store/idempotency.h"
#include "store/scope.h"
#include "store/stamp.h"
#include "store/store.h"

namespace primum::access {

/// A session as the front door sees it.
struct Session {
    Person person;
    std::string id;        ///< SHA-256 of the cookie's token, in hexadecimal: what the database has
    Instant signed_in_at;  ///< when the password (or the provider) was last asked
    std::string language;  ///< chosen by the person; empty where the browser decides
};

class Context {
public:
    const store::Reader& db;
    http::Form form;                 ///< what was filled in; empty where the request has no body
    store::Scope scope;              ///< where the route's policy lets this person in
    std::optional<Session> session;  ///< absent for a visitor, and for programs
    std::optional<Token> token;      ///< of a program
    std::string visit;               ///< names this browser before anybody signs in; never a secret
    Instant now;
    Day today;
    bool secure = false;  ///< people reach us over TLS
    design::View view;

    const Person& person() const { return session->person; }  ///< of a route for signed-in people
    store::Stamp stamp() const;

    /// Where this person may go under a policy: under that of the route, which `scope` is; under
    /// another, to show what they might do next. A visitor's reaches nothing.
    store::Scope scope_under(const Policy& policy) const;

    /// Runs a change and its answer as one transaction, at most once: when the same form, or the
    /// same Idempotency-Key, comes again, the first answer is given and nothing is changed. An
    /// answer of 400 or above undoes the change. As of Store::write, `change` may run more than
    /// once.
    http::Response save(const std::function<http::Response(store::Writer&)>& change);

    Context(const store::Reader& reader, store::Store& store) : db(reader), store_(store) {}
    Context(const Context&) = delete;

private:
    friend class FrontDoor;
    std::optional<http::Response> earlier_answer() const;

    store::Store& store_;
    std::optional<store::Repeatable> repeatable_;  // absent where the request has no key
    std::string request_;
};

}  // namespace primum::access
