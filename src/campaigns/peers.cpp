#include "campaigns/peers.h"

#include "json/writer.h"

namespace primum::campaigns {
namespace {

using store::Row;

store::Everywhere among_peers() {
    static const auto scope = store::Scope::system("members read drafts that were opened to them");
    return scope.everywhere();
}

}  // namespace

std::vector<Comment> comments_of(const store::Reader& db, const store::Readable& organisation,
                                 CampaignId campaign, Day today) {
    struct Read {
        Comment comment;
        PersonId person;
    };
    const auto read = [](const Row& row) {
        return Read{{.id = row.get<CommentId>(0),
                     .name = row.get<std::string>(1),
                     .from = {},
                     .words = row.get<std::string>(2),
                     .made_at = row.get<Instant>(3),
                     .answered_at = row.get<std::optional<Instant>>(4),
                     .rev = row.get<std::int64_t>(5)},
                    row.get<PersonId>(6)};
    };
    std::vector<Comment> comments;
    for (Read& one : db.all(read, R"sql(
            SELECT c.id, p.name, c.comment, c.made_at, c.answered_at, c.rev, c.person_id
              FROM pledge_comments c
              JOIN people p ON p.id = c.person_id
             WHERE c.organisation_id = $1 AND c.campaign_id = $2
             ORDER BY c.made_at, c.id
        )sql",
                            organisation, campaign)) {
        if (const auto member = speaks_for(db, one.person, campaign, today))
            one.comment.from = db.one([](const Row& row) { return row.get<std::string>(0); },
                                      "SELECT name FROM organisations WHERE id = $1", *member)
                                   .value_or("");
        comments.push_back(std::move(one.comment));
    }
    return comments;
}

std::size_t count_unanswered(const store::Reader& db, const store::Readable& organisation,
                             CampaignId campaign) {
    return static_cast<std::size_t>(db.one([](const Row& row) { return row.get<std::int64_t>(0); },
                                           R"sql(
        SELECT count(*) FROM pledge_comments
         WHERE organisation_id = $1 AND campaign_id = $2 AND answered_at IS NULL
    )sql",
                                           organisation, campaign)
                                        .value());
}

void add_comment(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                 CampaignId campaign, PersonId person, std::string_view words) {
    const auto id = db.new_id<Comment>();
    db.run(R"sql(
        INSERT INTO pledge_comments (organisation_id, id, campaign_id, person_id, comment, made_at)
        VALUES ($1, $2, $3, $4, $5, $6)
    )sql",
           owner, id, campaign, person, words, stamp.at);
    json::Writer json;
    json.begin_object();
    json.member("comment", words);
    json.end_object();
    store::record(
        db, owner, stamp,
        {.action = "campaigns.comment", .object = id.text(), .before = "", .after = json.text()});
}

bool mark_answered(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   CommentId id, std::int64_t rev) {
    if (db.run(R"sql(
        UPDATE pledge_comments SET answered_at = $1, rev = rev + 1
         WHERE organisation_id = $2 AND id = $3 AND rev = $4 AND answered_at IS NULL
    )sql",
               stamp.at, owner, id, rev) != 1)
        return false;
    store::record(
        db, owner, stamp,
        {.action = "campaigns.answer_comment", .object = id.text(), .before = "", .after = ""});
    return true;
}

std::optional<OrganisationId> speaks_for(const store::Reader& db, PersonId person,
                                         CampaignId campaign, Day today) {
    return db.one([](const Row& row) { return row.get<OrganisationId>(0); }, R"sql(
        SELECT p.organisation_id
          FROM roles_held h
          JOIN organisation_closure x ON x.descendant_id = h.organisation_id
          JOIN campaign_periods p ON p.organisation_id = x.ancestor_id
         WHERE h.person_id = $1 AND h.from_day <= $3
           AND (h.until_day IS NULL OR h.until_day >= $3)
           AND x.valid_from <= $3 AND $3 <= x.valid_to
           AND p.campaign_id = $2 AND p.state = 'joined' AND p.from_day <= $3 AND $3 <= p.to_day
         ORDER BY x.depth, p.organisation_id
    )sql",
                  person, campaign, today, among_peers());
}

std::vector<Draft> open_drafts(const store::Reader& db, CampaignId campaign) {
    const auto read = [](const Row& row) {
        return Draft{.organisation = row.get<OrganisationId>(0),
                     .name = row.get<std::string>(1),
                     .comments = row.get<std::int64_t>(2)};
    };
    return db.all(read, R"sql(
        SELECT o.id, o.name,
               (SELECT count(*) FROM pledge_comments c
                 WHERE c.organisation_id = m.organisation_id AND c.campaign_id = m.campaign_id)
          FROM campaign_memberships m
          JOIN organisations o ON o.id = m.organisation_id
         WHERE m.campaign_id = $1 AND m.open_to_peers = 1
           AND m.state IN ('draft', 'declined', 'left')
         ORDER BY lower(o.name), o.id
    )sql",
                  campaign, among_peers());
}

}  // namespace primum::campaigns
