// What the campaign and the programme had to say in two years.

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "announcements/announcement.h"
#include "demo/stories.h"

namespace primum::demo {
namespace {

using std::chrono::days;
namespace an = announcements;

enum class To : std::uint8_t { everybody, members, enrolled, office, chiefs };

struct Told {
    int day;  ///< after the campaign began; below 0: so many days before today
    To to;
    const char* title;
    const char* body;
};

constexpr std::array kTold = {
    Told{0, To::everybody, "Patient Safety First begins",
         "From today organisations can sign up to the campaign, and so can every one of us.\n\n"
         "Its aim is to build the momentum and engagement required to make patient safety a top "
         "priority. Joining takes a public pledge, leadership for safety and one clinical "
         "intervention."},
    Told{24, To::members, "How-to guides for all five interventions",
         "The guides for leadership, deterioration, critical care, perioperative care and "
         "high-risk medicines are among the tools.\n\nStart with one part of one intervention. "
         "You can add others later."},
    Told{61, To::everybody, "Applications for LIPS I are open",
         "Teams can apply for the first cohort of Leading Improvement in Patient Safety. A team "
         "comes with its chief executive: the programme begins with the Executive Quality and "
         "Safety Academy."},
    Told{118, To::enrolled, "Before you come: read, and bring your own numbers",
         "Please read the introduction to the trigger tool before the core modules, and bring the "
         "results of twenty records of your own."},
    Told{180, To::members, "Half a year: thank you",
         "Every member now has its page with its pledge. Look at it as a patient would, and change "
         "what nobody understands."},
    Told{244, To::office, "Who rings whom before winter",
         "The chase list is on the momentum board. Please take those in your region whom you know, "
         "and write down what came of it."},
    Told{300, To::everybody, "Applications for LIPS II are open",
         "The second cohort starts in autumn. Organisations that are signed up to the campaign and "
         "not yet on the programme find the way on their own page."},
    Told{365, To::everybody, "The first year showed will; the second asks for evidence",
         "A year of joining lies behind us. From now on the momentum board shows first what has "
         "been done: promises kept, parts attended, gaps closed."},
    Told{395, To::chiefs, "Five questions for your next board meeting",
         "Which harm do we want to end this year? By how much, by when? Who leads it? What did we "
         "learn from our last twenty records? Who told us what they see?"},
    Told{470, To::members, "Ask for help by name",
         "Members that have come far with an intervention are willing to be asked. Ask your node "
         "lead who they are in your region."},
    Told{560, To::enrolled, "Follow-up days: bring what did not work",
         "The follow-up days are about sustaining. A change that failed teaches the others more "
         "than one that went well."},
    Told{-75, To::everybody, "Applications for LIPS III are open",
         "The third cohort has its masterclass in the list of events. A team that does not fit "
         "waits as a whole, and the rule for places is public."},
    Told{-40, To::members, "Write to all your staff again",
         "A quarter of your staff are new since you joined. Send them the letter that your chief "
         "executive wrote, with what has changed since."},
    Told{-19, To::office, "Quarterly review of the four groups",
         "The comparison of the four groups is ready. Please read what it cannot say before you "
         "quote it."},
    Told{-6, To::everybody, "Masterclass: places are left",
         "There are places left at the next masterclass. Book from the list of events; if it is "
         "full, you are told your place in the queue."},
    Told{-2, To::members, "Tell the others what you have kept",
         "Promises made at events a month ago are being asked after this week. One line about what "
         "became of yours is enough."},
};

class Office {
public:
    Office(store::Store& store, const World& world)
        : store_(store),
          world_(world),
          writer_(world.holder(access::Role::campaign_office, world.top())) {
        for (const an::Choosable& one : an::choosable_audiences(*store.read())) {
            if (one.cohort != 0) continue;
            auto& place = one.audience.circle == an::Circle::members ? campaign_ : programme_;
            if (!place) place = one;
        }
    }

    void tell() {
        store_.write([&](store::Writer& db) {
            for (const Told& told : kTold)
                tell(db, told);
            draft(db);
        });
    }

private:
    std::optional<an::Audience> audience(To to) const {
        switch (to) {
            case To::everybody:
                return an::Audience{};
            case To::office:
                return an::Audience{.circle = an::Circle::office};
            case To::members:
                return campaign_ ? std::optional(campaign_->audience) : std::nullopt;
            case To::enrolled:
                return programme_ ? std::optional(programme_->audience) : std::nullopt;
            case To::chiefs:
                break;
        }
        if (!campaign_) return {};
        an::Audience chiefs = campaign_->audience;
        chiefs.role = access::Role::chief_executive;
        return chiefs;
    }

    OrganisationId owner(To to) const {
        if (to == To::enrolled && programme_) return programme_->owner;
        return campaign_ ? campaign_->owner : world_.top();
    }

    void tell(store::Writer& db, const Told& told) {
        const auto to = audience(told.to);
        if (!to) return;
        const Day day =
            told.day < 0 ? world_.today + days(told.day) : world_.began() + days(told.day);
        const auto owner = World::scope().may_write(this->owner(told.to));
        const auto stamp = world_.stamp(day, writer_);
        an::Announcement one;
        one.audience = *to;
        one.title = told.title;
        one.body = told.body;
        one.id = an::add_announcement(db, owner, stamp, one);
        an::publish(db, owner, stamp, one);
    }

    void draft(store::Writer& db) {
        an::Announcement one;
        one.title = "Two years of Patient Safety First";
        one.body =
            "A first version for the office to correct.\n\nWhat we said we would do, what we "
            "did, and what we do not know.";
        an::add_announcement(db, World::scope().may_write(owner(To::everybody)),
                             world_.stamp(world_.today - days(1), writer_), one);
    }

    store::Store& store_;
    const World& world_;
    std::optional<PersonId> writer_;
    std::optional<an::Choosable> campaign_;
    std::optional<an::Choosable> programme_;
};

}  // namespace

void tell_announcements(store::Store& store, const World& world) {
    Office(store, world).tell();
}

}  // namespace primum::demo
