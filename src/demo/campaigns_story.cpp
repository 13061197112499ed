// Patient Safety First: what it came from, and who has joined in two years.

#include <algorithm>
#include <array>
#include <cmath>

#include "campaigns/campaign.h"
#include "campaigns/membership.h"
#include "campaigns/peers.h"
#include "campaigns/rule.h"
#include "demo/luck.h"
#include "demo/people_pledge.h"
#include "demo/pledge_words.h"
#include "demo/stories.h"
#include "demo/titles.h"
#include "organisations/changes.h"
#include "organisations/tree.h"
#include "resources/resource.h"

namespace primum::demo {
namespace {

using access::Role;
using campaigns::Campaign;
using campaigns::Membership;
using std::chrono::days;

constexpr std::string_view kCause =
    "About one in ten people who are treated in hospital is harmed by their care, and about half "
    "of "
    "that harm could have been avoided. The people who give care do not want it, and most of it "
    "does not come from carelessness: it comes from systems that let good people fail.\n\n"
    "Patient Safety First works with the hospitals, the networks and the people of Merrowland to "
    "make the safety of patients everybody’s highest priority, and to make a culture in which "
    "avoidable harm and avoidable death are unacceptable. It is led by the service, for the "
    "service: nobody has to join, and whoever joins says in public what will change.";

struct Backer {
    std::string_view code;
    std::string_view role;
};
constexpr std::array<Backer, 4> kBackers{{
    {"NHSI", "Joint sponsor: helps to make tools for the campaign, and runs the LIPS programme"},
    {"NPSA", "Joint sponsor"},
    {"THF", "Joint sponsor"},
    {"IHI", "First supporter: the team of 100,000 Lives and 5 Million Lives helped it to begin"},
}};

const std::vector<std::string> kInterventions{"PSF-LEAD", "PSF-DET", "PSF-CC", "PSF-PERI",
                                              "PSF-MED"};

constexpr std::array<std::string_view, 4> kWhyLeft{
    "We cannot staff the record review this year, and do not wish to stand on a list for what we "
    "do "
    "not do. We hope to come back.",
    "Our safety work now goes through the network’s own programme. Two pledges side by side "
    "confused the wards.",
    "A new chief executive and half a new board: they want to write their own pledge, in their own "
    "time.",
    "The winter took everybody who ran it. We stopped sending letters that nobody had time to act "
    "on.",
};

constexpr std::array<std::string_view, 4> kComments{
    "“As soon as possible” has no date. Ours had none either, and nothing happened until it had.",
    "The first paragraph is strong. I would leave out the second: you promise nine things, and "
    "staff "
    "will remember none.",
    "Who answers for the insulin part? We named one consultant and one matron, and that made the "
    "difference.",
    "We tried the walkrounds every week and gave up by June. Every two weeks, with answers, has "
    "lasted two years.",
};

class CampaignsStory {
public:
    CampaignsStory(store::Store& store, const World& world)
        : store_(store), world_(world), chance_(world.chance("campaigns")) {}

    void tell() {
        office_ = world_.holder(Role::campaign_office, world_.top());
        add_campaigns();
        trusts();
        one_that_merged();
        those_that_prepare();
        medicines();
        people_pledge(store_, world_, chance_);
    }

private:
    store::Writable owner(OrganisationId id) const { return World::scope().may_write(id); }
    Campaign psf(const store::Reader& db) const { return *campaigns::find_campaign(db, "PSF"); }

    // What there is to join ---------------------------------------------------------------------

    void add_campaigns() {
        const auto kept = owner(world_.top());
        const auto stamp = world_.stamp(world_.began() - days(60), office_);
        store_.write([&](store::Writer& db) {
            Campaign campaign;
            campaign.code = "PSF";
            campaign.name = "Patient Safety First";
            campaign.strapline = "The campaign for safer care in Merrowland";
            campaign.place = "Merrowland";
            campaign.cause = kCause;
            campaign.aim =
                "No avoidable death and no avoidable harm: the safety of patients as everybody’s "
                "highest priority.";
            const std::chrono::year_month_day today(world_.today);
            campaign.goal = {.amount = 30,
                             .unit = "% fewer",
                             .measure = "CORE-01",
                             .by = Day((today.year() + std::chrono::years(1)) / 12 / 31)};
            campaign.starts = world_.began();
            campaign.status = campaigns::Status::open;
            campaign.front = true;
            campaign.source = "A fictional country’s campaign, made after the English one of 2008.";
            if (const auto paper = resources::find_by_title(db, kOriginTitle))
                campaign.origin = paper->id;
            campaigns::add_campaign(db, kept, stamp, campaign);
            must(campaigns::save_interventions(db, kept, stamp, psf(db), kInterventions));
            must(campaigns::save_conditions(db, kept, stamp, psf(db),
                                            campaigns::usual_conditions("PSF-LEAD")));
            must(campaigns::save_sponsors(db, kept, stamp, psf(db), backers(db)));
        });
        store_.write([&](store::Writer& db) {
            campaigns::bring_in_history(db, kept, stamp, world_.today);
            std::vector<campaigns::Ancestor> ancestors;
            for (const char* code : {"IHI100K", "IHI5M"})
                if (const auto found = campaigns::find_campaign(db, code))
                    ancestors.push_back({found->id, campaigns::Descent::inspired_by});
            must(campaigns::save_ancestors(db, kept, stamp, psf(db), ancestors));
        });
    }

    static std::vector<campaigns::Sponsor> backers(const store::Reader& db) {
        const auto possible = campaigns::possible_sponsors(db);
        std::vector<campaigns::Sponsor> chosen;
        for (const Backer& backer : kBackers) {
            const auto found = std::ranges::find(possible, backer.code, &campaigns::Sponsor::code);
            if (found == possible.end()) continue;
            chosen.push_back(*found);
            chosen.back().role = backer.role;
        }
        return chosen;
    }

    // Trusts join -------------------------------------------------------------------------------

    Membership mine(store::Writer& db, OrganisationId id, const store::Stamp& stamp,
                    const Campaign& campaign) {
        return campaigns::begin(db, owner(id), stamp, campaign.id);
    }

    /// Everything but the signature, in the weeks before a day.
    void prepare(store::Writer& db, OrganisationId id, const Promise& promise, Day ready,
                 const Campaign& campaign) {
        const auto lead = world_.holder(Role::improvement_lead, id);
        const auto at = [&](int before) { return world_.stamp(ready - days(before), lead); };
        const auto key = owner(id);
        must(campaigns::save_choices(db, key, at(40), mine(db, id, at(40), campaign), promise.codes,
                                     ready - days(40)));
        must(campaigns::save_pledge(db, key, at(30), mine(db, id, at(30), campaign), promise.words,
                                    true));
        must(campaigns::save_staff_letter(db, key, at(10), mine(db, id, at(10), campaign),
                                          ready - days(12)));
        const auto training = static_cast<int>(chance_.below(60));
        must(campaigns::save_review_training(db, key, at(9), mine(db, id, at(9), campaign),
                                             ready + days(training - 20)));
    }

    void sign(store::Writer& db, OrganisationId id, Day on, const Campaign& campaign) {
        const auto stamp = world_.stamp(on, world_.holder(Role::chief_executive, id));
        must(campaigns::sign(db, owner(id), stamp, mine(db, id, stamp, campaign), on) ==
             campaigns::Signed::done);
    }

    void join(OrganisationId id, Day on) {
        const Promise made = promise(chance_);
        const int reading = 3 + static_cast<int>(chance_.below(9));  // days that the office takes
        store_.write([&](store::Writer& db) {
            const Campaign campaign = psf(db);
            prepare(db, id, made, on - days(reading), campaign);
            sign(db, id, on - days(reading), campaign);
            const auto stamp = world_.stamp(on, office_);
            must(campaigns::approve(db, owner(id), stamp, mine(db, id, stamp, campaign), on));
            if (in_a_hundred(chance_, 60)) {
                const auto chief = world_.stamp(on + days(1), signer(id));
                must(campaigns::save_carry_over(db, owner(id), chief, mine(db, id, chief, campaign),
                                                true));
            }
        });
        joined_.push_back({id, on});
    }

    std::optional<PersonId> signer(OrganisationId id) const {
        return world_.holder(Role::chief_executive, id);
    }

    /// How a network takes to it: when half of its trusts have joined, in days from the beginning,
    /// and how many join in the end.
    struct Network {
        int half;
        unsigned share;
    };

    Network network(std::size_t place) {
        const auto found = std::ranges::find(networks_, place, &Known::place);
        if (found != networks_.end()) return found->network;
        constexpr std::array<Network, 7> kNetworks{
            {{140, 99}, {210, 97}, {260, 95}, {310, 93}, {350, 90}, {440, 78}, {540, 48}}};
        const Network known = kNetworks[networks_.size() % kNetworks.size()];
        networks_.push_back({place, known});
        return known;
    }

    /// The day on which a trust joins, of the logistic curve of its network.
    Day joining_day(const Network& network) {
        constexpr double kSpread = 62;
        constexpr double kSteps = 1000;
        const double u = (static_cast<double>(chance_.below(998)) + 1) / kSteps;
        const double t = network.half + kSpread * std::log(u / (1 - u));
        const int last = static_cast<int>((world_.today - world_.began()).count()) - 2;
        return world_.began() + days(std::clamp(static_cast<int>(t), 20, last));
    }

    void trusts() {
        const auto open = open_places(world_.country, "trust");
        for (std::size_t i = 0; i < open.size(); ++i) {
            const OrganisationId id = world_.places[open[i]];
            const Network its = network(world_.country.places[open[i]].parent);
            const bool joins = in_a_hundred(chance_, its.share);
            const Day on = joining_day(its);
            // The printed sign-ins are of the first trust: it joined early.
            if (i == 0)
                join(id, world_.began() + days(118));
            else if (joins)
                join(id, on);
            else
                not_joined_.push_back(id);
        }
        what_became_of_them();
    }

    void what_became_of_them() {
        std::size_t left = 0;
        std::size_t paused = 0;
        for (std::size_t i = 7; i < joined_.size(); i += 9) {
            const auto [id, since] = joined_[i];
            const auto been = (world_.today - since).count();
            constexpr int kLong = 200;
            if (been < kLong) continue;
            const Day then =
                since +
                days(100 + static_cast<int>(chance_.below(static_cast<std::uint64_t>(been - 120))));
            if (left <= paused && left < kWhyLeft.size())
                leave(id, then, kWhyLeft[left++]);
            else
                pause(id, then, paused++ % 3 == 1);
        }
        for (std::size_t i = 3; i < joined_.size(); i += 6)
            add_one_more(joined_[i].id, joined_[i].since);
    }

    void leave(OrganisationId id, Day last_day, std::string_view why) {
        store_.write([&](store::Writer& db) {
            const auto stamp = world_.stamp(last_day, signer(id));
            must(campaigns::leave(db, owner(id), stamp, mine(db, id, stamp, psf(db)), last_day,
                                  why));
        });
    }

    void pause(OrganisationId id, Day from, bool comes_back) {
        store_.write([&](store::Writer& db) {
            const auto stamp = world_.stamp(from, signer(id));
            must(campaigns::pause(db, owner(id), stamp, mine(db, id, stamp, psf(db)), from));
            const Day back = from + days(70);
            if (!comes_back || back >= world_.today) return;
            const auto again = world_.stamp(back, signer(id));
            must(campaigns::resume(db, owner(id), again, mine(db, id, again, psf(db)), back));
        });
    }

    /// A member takes on another intervention later.
    void add_one_more(OrganisationId id, Day since) {
        const Day then = since + days(150);
        if (then >= world_.today) return;
        store_.write([&](store::Writer& db) {
            const auto stamp = world_.stamp(then, world_.holder(Role::improvement_lead, id));
            const Membership now = mine(db, id, stamp, psf(db));
            if (now.state != campaigns::State::joined) return;
            auto codes = campaigns::choices_of(db, owner(id), now.campaign, then);
            if (std::ranges::find(codes, "PSF-DET") != codes.end()) return;
            codes.emplace_back("PSF-DET");
            must(campaigns::save_choices(db, owner(id), stamp, now, codes, then));
        });
    }

    /// A small trust that joined and later went into a neighbour: its membership went with it.
    void one_that_merged() {
        constexpr std::size_t kSuccessor = 5;
        const auto open = open_places(world_.country, "trust");
        const std::size_t successor = open[kSuccessor];
        const OrganisationId into = world_.places[successor];
        const OrganisationId network = world_.places[world_.country.places[successor].parent];
        const Day on = world_.today - days(150);
        const auto stamp = world_.stamp(world_.began() - days(90), office_);
        const OrganisationId gone = store_.write([&](store::Writer& db) {
            return organisations::add(
                db, stamp,
                {.name = "Hollinbeck Cottage Hospitals Trust",
                 .kind = "trust",
                 .identifier = organisations::Identifier{"local", "T190"},
                 .opened = Day(std::chrono::year(1995) / 4 / 1),
                 .closed = {}},
                organisations::ParentLink{
                    network, {Day(std::chrono::year(2008) / 4 / 1), organisations::kForEver}});
        });
        join(gone, world_.began() + days(260));
        joined_.pop_back();
        store_.write([&](store::Writer& db) {
            const auto merging = world_.stamp(on, office_);
            must(organisations::merge(db, owner(gone), owner(into), merging,
                                      *organisations::find_organisation(db, gone), on));
            campaigns::merged(db, owner(gone), owner(into), merging, on);
        });
    }

    // Those on their way -------------------------------------------------------------------------

    void those_that_prepare() {
        std::size_t next = 0;
        const auto take = [&]() -> std::optional<OrganisationId> {
            if (next >= not_joined_.size()) return {};
            return not_joined_[next++];
        };
        for (int i = 0; i < 3; ++i)
            if (const auto id = take()) waits(*id, world_.today - days(2 + 3 * i));
        if (const auto id = take()) declined(*id);
        for (int i = 0; i < 2; ++i)
            if (const auto id = take()) opened_to_peers(*id, i);
        if (const auto id = take()) ready_to_sign(*id);
        for (int i = 0; i < 3; ++i)
            if (const auto id = take()) begun(*id, i);
    }

    void waits(OrganisationId id, Day on) {
        const Promise made = promise(chance_);
        store_.write([&](store::Writer& db) {
            prepare(db, id, made, on, psf(db));
            sign(db, id, on, psf(db));
        });
    }

    void declined(OrganisationId id) {
        Promise made = promise(chance_);
        made.words = "We will do our very best to improve safety wherever we can.";
        const Day on = world_.today - days(16);
        store_.write([&](store::Writer& db) {
            prepare(db, id, made, on, psf(db));
            sign(db, id, on, psf(db));
            const auto stamp = world_.stamp(on + days(4), office_);
            must(campaigns::decline(
                db, owner(id), stamp, mine(db, id, stamp, psf(db)),
                "Thank you for signing. Your pledge says that you will do your best, but not what "
                "patients will notice, nor by when. Please name one change for each intervention "
                "you chose, and a day."));
        });
    }

    void ready_to_sign(OrganisationId id) {
        const Promise made = promise(chance_);
        store_.write(
            [&](store::Writer& db) { prepare(db, id, made, world_.today - days(1), psf(db)); });
    }

    void opened_to_peers(OrganisationId id, int which) {
        const Promise made = promise(chance_);
        store_.write([&](store::Writer& db) {
            const Day then = world_.today - days(20);
            const auto lead = world_.stamp(then, world_.holder(Role::improvement_lead, id));
            const auto at = [&] { return mine(db, id, lead, psf(db)); };
            must(campaigns::save_choices(db, owner(id), lead, at(), made.codes, then));
            must(campaigns::save_pledge(db, owner(id), lead, at(), made.words, true));
            must(campaigns::open_to_peers(db, owner(id), lead, at(), true));
            for (std::size_t i = 0; i < 2; ++i) {
                const OrganisationId peer =
                    joined_[static_cast<std::size_t>(which) * 5 + 2 * i + 1].id;
                const auto person =
                    world_.holder(i == 0 ? Role::medical_director : Role::improvement_lead, peer);
                if (!person) continue;
                const auto stamp = world_.stamp(then + days(3 + 4 * static_cast<int>(i)), person);
                campaigns::add_comment(
                    db, owner(id), stamp, psf(db).id, *person,
                    kComments[(static_cast<std::size_t>(which) * 2 + i) % kComments.size()]);
            }
            if (which != 0) return;
            const auto comments = campaigns::comments_of(db, owner(id), psf(db).id, world_.today);
            if (!comments.empty())
                must(campaigns::mark_answered(db, owner(id),
                                              world_.stamp(then + days(5), lead.person),
                                              comments.front().id, comments.front().rev));
        });
    }

    void begun(OrganisationId id, int how_far) {
        const Promise made = promise(chance_);
        store_.write([&](store::Writer& db) {
            const Day then = world_.today - days(30 + 20 * how_far);
            const auto lead = world_.stamp(then, world_.holder(Role::nursing_director, id));
            const auto at = [&] { return mine(db, id, lead, psf(db)); };
            must(campaigns::save_choices(db, owner(id), lead, at(), made.codes, then));
            if (how_far > 0)
                must(campaigns::save_pledge(db, owner(id), lead, at(), made.words, how_far > 1));
        });
    }

    // Another campaign, beside the first ---------------------------------------------------------

    void medicines() {
        const auto kept = owner(world_.top());
        const Day starts = world_.today - days(100);
        const auto stamp = world_.stamp(starts - days(20), office_);
        store_.write([&](store::Writer& db) {
            Campaign campaign;
            campaign.code = "MEDICINES";
            campaign.name = "A Year Without Harm from Medicines";
            campaign.strapline = "For anybody, anywhere";
            campaign.place = "The whole world";
            campaign.cause =
                "Medicines help almost everybody, and harm more people than anything else that is "
                "done in care. Most of that harm happens in the same few ways, in every country. "
                "Organisations of any kind take part for a year: hospitals, pharmacies, care "
                "homes, universities.";
            campaign.aim = "A year in which nobody in our care is harmed by a medicine.";
            campaign.goal = {.amount = {}, .unit = {}, .measure = {}, .by = starts + days(365)};
            campaign.starts = starts;
            campaign.ends = starts + days(365);
            campaign.status = campaigns::Status::open;
            campaign.eligible_kind = "";
            campaigns::add_campaign(db, kept, stamp, campaign);
            const auto added = [&] { return *campaigns::find_campaign(db, "MEDICINES"); };
            must(campaigns::save_interventions(db, kept, stamp, added(), {"PSF-MED"}));
            must(campaigns::save_conditions(db, kept, stamp, added(),
                                            {{campaigns::Asks::pledge_public, 0, ""},
                                             {campaigns::Asks::signed_by_chief_executive, 0, ""}}));
            std::vector<campaigns::Ancestor> from{{psf(db).id, campaigns::Descent::part_of}};
            if (const auto day = campaigns::find_campaign(db, "WPSD"))
                from.push_back({day->id, campaigns::Descent::inspired_by});
            must(campaigns::save_ancestors(db, kept, stamp, added(), from));
        });
        for (std::size_t i = 2; i < joined_.size() && i < 60; i += 7) {
            const OrganisationId id = joined_[i].id;
            const Day on = starts + days(5 + static_cast<int>(chance_.below(80)));
            store_.write([&](store::Writer& db) {
                const Campaign campaign = *campaigns::find_campaign(db, "MEDICINES");
                const auto before = world_.stamp(on - days(10), signer(id));
                const auto at = [&] { return mine(db, id, before, campaign); };
                must(campaigns::save_choices(db, owner(id), before, at(),
                                             {"PSF-MED", "PSF-MED-INS"}, on - days(10)));
                must(campaigns::save_pledge(db, owner(id), before, at(), medicines_pledge(chance_),
                                            true));
                sign(db, id, on - days(4), campaign);
                const auto approved = world_.stamp(on, office_);
                must(campaigns::approve(db, owner(id), approved, mine(db, id, approved, campaign),
                                        on));
            });
        }
    }

    struct Joined {
        OrganisationId id;
        Day since;
    };
    struct Known {
        std::size_t place;
        Network network;
    };

    store::Store& store_;
    const World& world_;
    SeededRandom chance_;
    std::optional<PersonId> office_;
    std::vector<Joined> joined_;
    std::vector<OrganisationId> not_joined_;
    std::vector<Known> networks_;
};

}  // namespace

void tell_campaigns(store::Store& store, const World& world) {
    CampaignsStory(store, world).tell();
}

}  // namespace primum::demo
