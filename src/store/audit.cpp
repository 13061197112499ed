#include "store/audit.h"

#include <map>

#include "crypto/hash.h"

namespace primum::store {
namespace {

// What the first entry of a chain follows.
const std::string kBeginning(64, '0');

struct Entry {
    std::string organisation;
    std::int64_t number;
    std::int64_t at;
    std::string person;
    std::string request;
    std::string action;
    std::string object;
    std::string before;
    std::string after;
    std::string previous_hash;
    std::string hash;
};

// Each field behind its length, so that no two entries read the same.
void add(std::string& bytes, std::string_view field) {
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
}

std::string hash_of(const Entry& entry) {
    std::string bytes;
    add(bytes, entry.organisation);
    add(bytes, std::to_string(entry.number));
    add(bytes, std::to_string(entry.at));
    for (const std::string* field : {&entry.person, &entry.request, &entry.action, &entry.object,
                                     &entry.before, &entry.after, &entry.previous_hash})
        add(bytes, *field);
    return crypto::sha256_hex(bytes);
}

struct Head {
    std::int64_t number;
    std::string hash;
};

Head read_head(const Row& row) {
    return {.number = row.get<std::int64_t>(0), .hash = row.get<std::string>(1)};
}

// The place of the next entry and the hash it follows. The row stays locked until the transaction
// ends, so that two changes of one organisation queue here.
Head take_next_place(Writer& db, const Writable& owner) {
    return db
        .returning(read_head, R"sql(
            INSERT INTO audit_heads (organisation_id, seq, hash) VALUES ($1, 1, $2)
            ON CONFLICT (organisation_id) DO UPDATE SET seq = audit_heads.seq + 1
            RETURNING seq, hash
        )sql",
                   owner, kBeginning)
        .at(0);
}

void save_entry(Writer& db, const Writable& owner, const Entry& entry) {
    db.run(R"sql(
        INSERT INTO audit_entries (organisation_id, seq, at, person_id, request, action, object,
                                   before, after, previous_hash, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    )sql",
           owner, entry.number, entry.at, entry.person, entry.request, entry.action, entry.object,
           entry.before, entry.after, entry.previous_hash, entry.hash);
}

void save_head(Writer& db, const Writable& owner, std::string_view hash) {
    db.run("UPDATE audit_heads SET hash = $2 WHERE organisation_id = $1", owner, hash);
}

Entry read_entry(const Row& row) {
    return {.organisation = row.get<std::string>(0),
            .number = row.get<std::int64_t>(1),
            .at = row.get<std::int64_t>(2),
            .person = row.get<std::string>(3),
            .request = row.get<std::string>(4),
            .action = row.get<std::string>(5),
            .object = row.get<std::string>(6),
            .before = row.get<std::string>(7),
            .after = row.get<std::string>(8),
            .previous_hash = row.get<std::string>(9),
            .hash = row.get<std::string>(10)};
}

using Heads = std::map<std::string, Head>;

Heads heads(const Reader& db, const Everywhere& all) {
    Heads heads;
    db.each(
        [&](const Row& row) {
            heads[row.get<std::string>(0)] = {row.get<std::int64_t>(1), row.get<std::string>(2)};
        },
        "SELECT organisation_id, seq, hash FROM audit_heads", all);
    return heads;
}

/// Follows the chains one after the other and keeps the first fault.
class Chains {
public:
    explicit Chains(Heads heads) : heads_(std::move(heads)) {}

    void add(const Entry& entry) {
        if (bad_) return;
        if (entry.organisation != organisation_) {
            end_chain();
            begin_chain(entry.organisation);
        }
        if (bad_) return;
        check(entry);
        last_ = {.number = entry.number, .hash = entry.hash};
    }

    std::optional<BadEntry> end() {
        end_chain();
        if (!heads_.empty()) report(heads_.begin()->first, 1, "it is missing, as are all after it");
        return bad_;
    }

private:
    void begin_chain(const std::string& organisation) {
        organisation_ = organisation;
        last_ = {.number = 0, .hash = kBeginning};
    }

    void check(const Entry& entry) {
        if (entry.number != last_.number + 1)
            report(organisation_, last_.number + 1, "it is missing");
        else if (entry.hash != hash_of(entry))
            report(organisation_, entry.number, "it does not say what was written");
        else if (entry.previous_hash != last_.hash)
            report(organisation_, entry.number, "it does not follow the entry before it");
    }

    void end_chain() {
        if (organisation_.empty()) return;
        const auto head = heads_.extract(organisation_);
        if (head.empty())
            report(organisation_, last_.number, "nothing says that it is the last");
        else if (head.mapped().number > last_.number)
            report(organisation_, last_.number + 1, "it is missing, as are all after it");
        else if (head.mapped().number < last_.number || head.mapped().hash != last_.hash)
            report(organisation_, last_.number, "it is not the entry that was written last");
    }

    void report(const std::string& organisation, std::int64_t number, std::string why) {
        if (bad_) return;
        bad_ = {.owner = OrganisationId::parse(organisation).value_or(OrganisationId()),
                .number = number,
                .why = std::move(why)};
    }

    Heads heads_;
    std::string organisation_;
    Head last_{};
    std::optional<BadEntry> bad_;
};

}  // namespace

OrganisationId installation() {
    return {};
}

void record(Writer& db, const Writable& owner, const Stamp& stamp, const Change& change) {
    const Head place = take_next_place(db, owner);
    Entry entry{.organisation = std::string(owner.text()),
                .number = place.number,
                .at = stamp.at.time_since_epoch().count(),
                .person = stamp.person ? std::string(stamp.person->text()) : "",
                .request = stamp.request,
                .action = std::string(change.action),
                .object = std::string(change.object),
                .before = std::string(change.before),
                .after = std::string(change.after),
                .previous_hash = place.hash,
                .hash = {}};
    entry.hash = hash_of(entry);
    save_entry(db, owner, entry);
    save_head(db, owner, entry.hash);
}

void record(Writer& db, const Stamp& stamp, const Change& change) {
    static const Scope kInstallation = Scope::system("the installation's own audit chain");
    record(db, kInstallation.may_write(installation()), stamp, change);
}

std::optional<BadEntry> verify_audit(const Reader& db, const Scope& system) {
    const Everywhere all = system.everywhere();
    Chains chains(heads(db, all));
    db.each([&](const Row& row) { chains.add(read_entry(row)); }, R"sql(
        SELECT organisation_id, seq, at, person_id, request, action, object, before, after,
               previous_hash, hash
          FROM audit_entries
         ORDER BY organisation_id, seq
    )sql",
            all);
    return chains.end();
}

}  // namespace primum::store
