// What the campaign's office did to keep it moving: milestones, signposts and what came of them,
// and who spoke to whom.

#include <algorithm>
#include <array>
#include <chrono>

#include "demo/stories.h"
#include "momentum/hinge.h"
#include "momentum/store.h"
#include "momentum/summary.h"

namespace primum::demo {
namespace {

using std::chrono::days;
using std::chrono::months;
namespace mo = momentum;

constexpr std::size_t kAtOnce = 40;  // changes in one transaction

constexpr std::array kResults = {
    "Spoke to the chief executive. The improvement lead had left; a new one starts next month.",
    "They had moved wards and lost sight of the campaign. They come to the next event.",
    "They work on falls already, outside the campaign. We agreed to count it here.",
    "No answer twice; the node lead will visit.",
    "The board has put safety first on its agenda again. They asked for the board pack.",
    "Winter pressure. They asked us to ring again in spring.",
    "Introduced them to a neighbour that had the same trouble. The two teams meet in a fortnight."};

class Office {
public:
    Office(store::Store& store, const World& world, mo::Campaign campaign)
        : store_(store),
          world_(world),
          campaign_(std::move(campaign)),
          chance_(world.chance("momentum")),
          office_(world.holder(access::Role::campaign_office, world.top())) {
        const auto db = store.read();
        all_ = mo::facts_of(*db, campaign_);
    }

    void tell() {
        set_milestones();
        raise_signposts();
        chase();
    }

private:
    bool happens(unsigned percent) { return chance_.below(100) < percent; }

    Day month(int after) const {
        const std::chrono::year_month_day began(world_.began());
        const auto then = began.year() / began.month() + months(after);
        return Day(then / std::chrono::last);
    }

    void set_milestones() {
        store_.write([&](store::Writer& db) {
            const auto owner = World::scope().may_write(campaign_.owner);
            const auto stamp = world_.stamp(world_.began(), office_);
            const auto add = [&](std::string name, mo::Measured measure, double target, Day due) {
                mo::add_milestone(db, owner, stamp, campaign_.id,
                                  {.id = {},
                                   .name = std::move(name),
                                   .measure = measure,
                                   .target = target,
                                   .due = due});
            };
            add("The first twenty", mo::Measured::members, 20, month(2));
            add("Half of all trusts", mo::Measured::share_of_eligible, 0.5, month(11));
            add("Four in five trusts", mo::Measured::share_of_eligible, 0.8, month(26));
            add("Thirty teams on the programme", mo::Measured::enrolled, 30, month(18));
            add("Two hundred personal pledges", mo::Measured::personal_pledges, 200, month(24));
        });
    }

    template <class Change>
    void in_batches(std::size_t count, Change change) {
        for (std::size_t begin = 0; begin < count; begin += kAtOnce)
            store_.write([&](store::Writer& db) {
                for (std::size_t i = begin; i < std::min(begin + kAtOnce, count); ++i)
                    change(db, i);
            });
    }

    struct Notice {
        OrganisationId organisation;
        mo::Direction direction;
        Day since;
        Day seen;
        std::optional<Day> followed;
    };

    // Most leaders see their signpost within weeks; those who go on to do it follow it more often.
    void raise_signposts() {
        std::vector<Notice> notices;
        for (const mo::Facts& one : all_)
            for (const mo::Signpost& post : mo::signposts_of(one)) {
                if (post.since >= world_.today || !happens(82)) continue;
                Notice notice{one.id,
                              post.direction,
                              post.since,
                              post.since + days(1 + chance_.below(25)),
                              {}};
                if (notice.seen >= world_.today || notice.seen > post.until) continue;
                if (happens(post.done ? 85 : 30)) {
                    const Day followed = notice.seen + days(chance_.below(30));
                    if (followed < world_.today && followed <= post.until)
                        notice.followed = followed;
                }
                notices.push_back(notice);
            }
        in_batches(notices.size(), [&](store::Writer& db, std::size_t i) {
            const Notice& notice = notices[i];
            const auto owner = World::scope().may_write(notice.organisation);
            const auto who = world_.holder(access::Role::chief_executive, notice.organisation);
            mo::save_seen(db, owner, world_.stamp(notice.seen, who), campaign_.id, notice.direction,
                          notice.since);
            if (notice.followed)
                mo::save_followed(db, owner, world_.stamp(*notice.followed, who), campaign_.id,
                                  notice.direction, notice.since);
        });
    }

    struct Task {
        OrganisationId organisation;
        mo::Cooling reason;
        Day on;
        std::optional<Day> done;
        std::string result;
    };

    // The office goes through the list at the end of every second month, and speaks to some.
    std::vector<Task> tasks() {
        const auto db = store_.read();
        const mo::ActsByOrganisation acts(mo::acts_of(*db, campaign_, world_.today));
        const auto weights = mo::weights_of(*db, campaign_.id);
        std::vector<Task> tasks;
        for (Day day = world_.today - days(8 * 61 + 5); day < world_.today; day += days(61)) {
            std::size_t spoken = 0;
            for (const mo::Facts& one : all_) {
                if (!one.open_on(day) || !one.member_on(day)) continue;
                const auto cooling = mo::summary_of(one, acts.of(one.id), weights, day).cooling;
                if (!cooling || !happens(35) || ++spoken > 4) continue;
                Task task{one.id, *cooling, day, {}, {}};
                const Day done = day + days(3 + chance_.below(20));
                if (done < world_.today) {
                    task.done = done;
                    task.result = kResults[chance_.below(kResults.size())];
                }
                tasks.push_back(std::move(task));
            }
        }
        return tasks;
    }

    void chase() {
        const auto all = tasks();
        in_batches(all.size(), [&](store::Writer& writer, std::size_t i) {
            const Task& task = all[i];
            const auto owner = World::scope().may_write(task.organisation);
            const auto id =
                mo::add_chase(writer, owner, world_.stamp(task.on, office_), campaign_.id,
                              mo::label(task.reason), mo::suggestion(task.reason));
            if (!task.done) return;
            const auto chase = mo::find_chase(writer, owner, id);
            mo::save_result(writer, owner, world_.stamp(*task.done, office_), *chase, *task.done,
                            task.result);
        });
    }

    store::Store& store_;
    const World& world_;
    mo::Campaign campaign_;
    SeededRandom chance_;
    std::optional<PersonId> office_;
    std::vector<mo::Facts> all_;
};

}  // namespace

void tell_momentum(store::Store& store, const World& world) {
    const auto campaigns = momentum::open_campaigns(*store.read());
    if (!campaigns.empty()) Office(store, world, campaigns.front()).tell();
}

}  // namespace primum::demo
