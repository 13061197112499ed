#include "access/context.h"

#include <utility>

namespace primum::access {
namespace {

/// Carries an answer that undoes its change out of the transaction.
struct Undone {
    http::Response answer;
};

http::Response again(const store::Earlier& earlier) {
    if (!earlier.same_request) return http::bare(http::Status::unprocessable);
    const store::Answer& answer = earlier.answer;
    http::Response response = http::bare(static_cast<http::Status>(answer.status));
    if (!answer.location.empty()) response.headers.add("Location", answer.location);
    if (!answer.content_type.empty()) response.headers.add("Content-Type", answer.content_type);
    response.body = answer.body;
    return response;
}

store::Answer to_keep(const http::Response& response) {
    return {.status = static_cast<int>(response.status),
            .location = std::string(response.headers.find("Location").value_or("")),
            .content_type = std::string(response.headers.find("Content-Type").value_or("")),
            .body = std::string(response.bytes())};
}

}  // namespace

store::Stamp Context::stamp() const {
    return {.person = session ? std::optional(session->person.id) : std::nullopt,
            .at = now,
            .request = request_};
}

store::Scope Context::scope_under(const Policy& policy) const {
    if (token && policy.audience == Audience::programs) {
        const bool reads = token->rights.has_any({Right::read, Right::write});
        return reads ? store::Scope(db, {token->organisation}, policy.reach) : store::Scope();
    }
    if (!session) return {};
    const RoleSet counting = policy.roles.empty() ? RoleSet::all() : policy.roles;
    std::vector<OrganisationId> roots;
    for (const Held& held : session->person.roles)
        if (counting.has(held.role)) roots.push_back(held.organisation);
    return store::Scope(db, std::move(roots), policy.reach);
}

http::Response Context::save(const std::function<http::Response(store::Writer&)>& change) {
    try {
        return store_.write([&](store::Writer& writer) {
            if (repeatable_)
                if (const auto earlier = store::find_answer(writer, *repeatable_))
                    return again(*earlier);
            http::Response response = change(writer);
            if (static_cast<int>(response.status) >= 400) throw Undone{std::move(response)};
            if (repeatable_) store::save_answer(writer, *repeatable_, to_keep(response));
            return response;
        });
    } catch (Undone& undone) {
        return std::move(undone.answer);
    } catch (const store::Violated&) {
        // The same request, sent twice at once, may have been faster.
        if (auto answer = earlier_answer()) return std::move(*answer);
        throw;
    } catch (const store::OutcomeUnknown&) {
        // It may have been done: its answer, which was to be kept with it, tells.
        if (auto answer = earlier_answer()) return std::move(*answer);
        throw;
    }
}

std::optional<http::Response> Context::earlier_answer() const {
    if (!repeatable_) return std::nullopt;
    const store::Lease fresh = store_.read();
    const auto earlier = store::find_answer(*fresh, *repeatable_);
    return earlier ? std::optional(again(*earlier)) : std::nullopt;
}

}  // namespace primum::access
