// The partners that every installation begins with: rows of content/library/partners.csv, with
// their addresses and those that followed them.

#include <array>

#include "library/item.h"
#include "organisations/tree.h"
#include "partners/partner.h"
#include "store/audit.h"

namespace primum::partners {
namespace {

struct Address {
    std::string_view code;
    std::string_view link;
};
constexpr auto kAddresses = std::to_array<Address>({{"NHSI", "https://www.institute.nhs.uk/"},
                                                    {"NPSA", "https://www.npsa.nhs.uk/"},
                                                    {"THF", "https://www.health.org.uk/"},
                                                    {"IHI", "https://www.ihi.org/"}});

/// Bodies that the notes of the four name.
std::vector<Partner> bodies_beside() {
    return {{.code = "NHSE",
             .name = "NHS England",
             .country = "England",
             .role = "Has the functions of the National Patient Safety Agency",
             .link = "https://www.england.nhs.uk/"},
            {.code = "NPSF",
             .name = "National Patient Safety Foundation",
             .country = "United States",
             .role = "Became part of the Institute for Healthcare Improvement",
             .closed = true,
             .closed_on = "2017"}};
}

struct Follows {
    std::string_view predecessor;
    std::string_view successor;
    std::string_view what;
};
constexpr auto kFollows =
    std::to_array<Follows>({{"NPSA", "NHSE", "its functions"}, {"NPSF", "IHI", ""}});

/// "closed 2012, functions passed to …": closed in 2012.
std::string year_of_closing(std::string_view status) {
    constexpr std::string_view kClosed = "closed ";
    constexpr std::size_t kYear = 4;
    return status.starts_with(kClosed) ? std::string(status.substr(kClosed.size(), kYear)) : "";
}

Partner partner_from(const library::Item& item) {
    Partner partner{.code = item.code,
                    .name = std::string(item["name"]),
                    .country = std::string(item["country"]),
                    .role = std::string(item["role_in_seed"]),
                    .closed = item["status_2026"].starts_with("closed"),
                    .closed_on = year_of_closing(item["status_2026"]),
                    .note = std::string(item["note"])};
    for (const auto& [code, link] : kAddresses)
        if (code == item.code) partner.link = link;
    return partner;
}

std::vector<Partner> first_partners(const store::Reader& db, Day today) {
    std::vector<Partner> partners;
    for (const library::Item& item : library::items_of(db, "partners", today))
        partners.push_back(partner_from(item));
    for (Partner& body : bodies_beside())
        partners.push_back(std::move(body));
    return partners;
}

}  // namespace

void stock(store::Store& store, Day today) {
    if (!all_partners(*store.read()).empty()) return;
    store.write([&](store::Writer& db) {
        if (!all_partners(db).empty()) return;
        const auto tops = organisations::tops(db);
        for (Partner& partner : first_partners(db, today)) {
            if (!tops.empty()) partner.owner = tops.front();
            bring(db, partner);
        }
        for (const auto& [predecessor, successor, what] : kFollows)
            db.run(R"sql(
                INSERT INTO partner_successions (predecessor_id, successor_id, what)
                SELECT a.id, b.id, CAST($3 AS TEXT) FROM partners a, partners b
                 WHERE a.code = $1 AND b.code = $2
            )sql",
                   predecessor, successor, what);
        store::record(
            db, {.person = {}, .at = db.now(), .request = "stock"},
            {.action = "partners.stock", .object = "partners", .before = "", .after = ""});
    });
}

}  // namespace primum::partners
