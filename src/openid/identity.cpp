#include "openid/identity.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

namespace primum::openid {
namespace {

constexpr std::size_t kLongestName = 200;     // bytes
constexpr std::size_t kLongestEmail = 254;    // RFC 5321, section 4.5.3.1.3, less the brackets
constexpr std::size_t kLongestSubject = 255;  // OpenID Connect Core, section 2

struct Claims {
    const Json& id_token;
    const Json* userinfo;

    const Json* find(std::string_view name) const {
        if (const Json* claim = within(id_token, name)) return claim;
        return userinfo ? within(*userinfo, name) : nullptr;
    }

    const std::string* text(std::string_view name) const {
        const Json* claim = find(name);
        return claim ? claim->as_text() : nullptr;
    }

private:
    // Names may have dots in them (web addresses do), so the whole name comes first.
    static const Json* within(const Json& object, std::string_view name) {
        if (const Json* claim = object.find(name)) return claim;
        const std::size_t dot = name.find('.');
        if (dot == name.npos) return nullptr;
        const Json* inner = object.find(name.substr(0, dot));
        return inner ? within(*inner, name.substr(dot + 1)) : nullptr;
    }
};

// Bytes of valid UTF-8 that change how the text around them is read: C0, C1, and marks that turn
// the direction of writing (U+200E, U+200F, U+202A-202E, U+2066-2069).
std::size_t misleading(std::string_view rest) {
    const auto byte = [&](std::size_t at) {
        return at < rest.size() ? static_cast<unsigned char>(rest[at]) : 0u;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
    if (byte(0) == 0xc2 && byte(1) < 0xa0) return 2;
    if (byte(0) != 0xe2) return 0;
    const unsigned last = byte(2);
    const bool turns =
        (byte(1) == 0x80 && (last == 0x8e || last == 0x8f || (0xaa <= last && last <= 0xae))) ||
        (byte(1) == 0x81 && 0xa6 <= last && last <= 0xa9);
    return turns ? 3 : 0;
}

std::string cleaned(std::string_view text) {
    std::string clean;
    while (!text.empty()) {
        if (const std::size_t bytes = misleading(text)) {
            text.remove_prefix(bytes);
            continue;
        }
        clean += text.front();
        text.remove_prefix(1);
    }
    if (clean.size() > kLongestName) {
        std::size_t end = kLongestName;
        while (end > 0 && (static_cast<unsigned char>(clean[end]) & 0xc0) == 0x80)
            --end;
        clean.resize(end);
    }
    const std::size_t first = clean.find_first_not_of(' ');
    if (first == clean.npos) return {};
    return clean.substr(first, clean.find_last_not_of(' ') - first + 1);
}

std::string lower(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](char c) {
        return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return small;
}

// One "@" with something on both sides, and only what can be printed in ASCII.
std::string email_of(const Claims& claims, const Provider& provider) {
    const std::string* text = claims.text(provider.email_claim);
    if (!text || text->size() > kLongestEmail) return {};
    const std::size_t at = text->find('@');
    if (at == text->npos || at == 0 || at + 1 == text->size() || text->rfind('@') != at) return {};
    if (std::ranges::any_of(*text, [](unsigned char c) { return c <= ' ' || c > '~'; })) return {};
    return *text;
}

// Some providers write the truth as text or as a number.
bool is_true(const Json* claim) {
    if (!claim) return false;
    if (const auto* truth = std::get_if<bool>(&claim->value)) return *truth;
    if (const auto* number = std::get_if<std::int64_t>(&claim->value)) return *number == 1;
    return claim->as_text() && (*claim->as_text() == "true" || *claim->as_text() == "1");
}

bool may_vouch(const Provider& provider, std::string_view email) {
    const std::string domain = lower(email.substr(email.find('@') + 1));
    return std::ranges::any_of(provider.domains,
                               [&](const std::string& one) { return lower(one) == domain; });
}

bool is_text(const Json* json, std::string_view text) {
    return json && json->as_text() && *json->as_text() == text;
}

bool fits(const RoleRule& rule, const Json& one, const Claims& claims) {
    if (!is_text(rule.field.empty() ? &one : one.find(rule.field), rule.value)) return false;
    if (rule.chosen_claim.empty()) return true;
    const std::string* chosen = claims.text(rule.chosen_claim);
    return chosen && is_text(one.find(rule.chosen_field), *chosen);
}

void add_role(const RoleRule& rule, const Json& one, const Claims& claims,
              std::vector<Given>& roles) {
    if (!fits(rule, one, claims)) return;
    if (rule.organisation_field.empty()) {
        roles.push_back({rule.role, rule.organisation});
    } else if (const std::string* code = one.text(rule.organisation_field)) {
        roles.push_back({rule.role, *code});
    }
}

std::vector<Given> roles_of(const Provider& provider, const Claims& claims) {
    std::vector<Given> roles;
    for (const RoleRule& rule : provider.roles) {
        const Json* claim = claims.find(rule.claim);
        if (!claim) continue;
        if (const Json::List* list = claim->as_list()) {
            for (const Json& one : *list)
                add_role(rule, one, claims, roles);
        } else {
            add_role(rule, *claim, claims, roles);
        }
    }
    std::ranges::sort(roles);
    const auto twice = std::ranges::unique(roles);
    roles.erase(twice.begin(), twice.end());
    return roles;
}

}  // namespace

Answer<Identity> identify(const Provider& provider, const Json& id_token, const Json* userinfo) {
    const Claims claims{id_token, userinfo};
    Identity identity;
    identity.provider = provider.key;
    identity.issuer = provider.issuer;

    if (!provider.tenants.empty()) {
        const std::string* tenant = claims.text("tid");
        if (!tenant || std::ranges::find(provider.tenants, *tenant) == provider.tenants.end())
            return refuse(kForeign, fmt::format("tid is {}, none of the tenants in the settings",
                                                tenant ? '"' + *tenant + '"' : "absent"));
    }
    for (const std::string& name : provider.person) {
        const std::string* part = claims.text(name);
        if (!part || part->empty())
            return unproven(fmt::format("the claim \"{}\" that names the person is absent", name));
        if (!identity.subject.empty()) identity.subject += '/';
        identity.subject += *part;
    }
    if (identity.subject.size() > kLongestSubject || cleaned(identity.subject) != identity.subject)
        return unproven("what names the person is too long or has characters that cannot be seen");

    if (const std::string* name = claims.text(provider.name_claim)) identity.name = cleaned(*name);
    identity.email = email_of(claims, provider);
    identity.email_trusted = !identity.email.empty() &&
                             is_true(claims.find(provider.email_verified_claim)) &&
                             may_vouch(provider, identity.email);
    identity.roles = roles_of(provider, claims);
    return identity;
}

}  // namespace primum::openid
