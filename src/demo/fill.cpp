#include "demo/fill.h"

#include <algorithm>
#include <span>
#include <stdexcept>

#include "demo/stories.h"
#include "demo/world.h"
#include "organisations/changes.h"
#include "organisations/members.h"
#include "organisations/tree.h"
#include "people/store.h"

namespace primum::demo {
namespace {

using organisations::ParentLink;
using Ids = std::vector<OrganisationId>;

// One transaction for so many. SQLite keeps a journal of each statement of a transaction in memory,
// and walks all of it after each: large transactions take longer than many small ones.
constexpr std::size_t kBatch = 40;

class Filler {
public:
    Filler(store::Store& store, const Country& country, const std::vector<Colleague>& staff,
           std::string_view password_hash, Day today, std::uint64_t seed, const Progress& progress)
        : store_(store),
          country_(country),
          staff_(staff),
          password_hash_(password_hash),
          today_(today),
          seed_(seed),
          stamp_({.person = {}, .at = today + std::chrono::hours(9), .request = "demo"}),
          progress_(progress) {}

    bool run() {
        return in_batches(country_.places.size(), &Filler::add_places) &&
               in_batches(country_.events.size(), &Filler::let_happen) &&
               in_batches(staff_.size(), &Filler::hire) && tell_stories();
    }

private:
    using Batch = void (Filler::*)(store::Writer&, std::size_t begin, std::size_t end);

    bool in_batches(std::size_t count, Batch batch) {
        for (std::size_t begin = 0; begin < count; begin += kBatch) {
            const std::size_t end = std::min(begin + kBatch, count);
            store_.write([&](store::Writer& db) { (this->*batch)(db, begin, end); });
            done_ += end - begin;
            if (!progress_(done_, all())) return false;
        }
        return true;
    }

    // A story weighs as much as some hundred rows.
    static constexpr std::size_t kStory = 100;
    std::size_t all() const {
        return country_.places.size() + country_.events.size() + staff_.size() +
               stories().size() * kStory;
    }

    bool tell_stories() {
        const World world{country_, staff_, ids_, people_, today_, seed_};
        for (const Story story : stories()) {
            story(store_, world);
            done_ += kStory;
            if (!progress_(done_, all())) return false;
        }
        return true;
    }

    void add_places(store::Writer& db, std::size_t begin, std::size_t end) {
        ids_.resize(begin);  // a batch may come twice
        for (std::size_t i = begin; i < end; ++i) {
            const Place& place = country_.places[i];
            std::optional<ParentLink> below;
            if (place.parent != i)
                below = ParentLink{
                    ids_[place.parent],
                    {place.opened.value_or(organisations::kSinceEver), organisations::kForEver}};
            ids_.push_back(
                organisations::add(db, stamp_,
                                   {.name = place.name,
                                    .kind = place.kind,
                                    .identifier = organisations::Identifier{"local", place.code},
                                    .opened = place.opened,
                                    .closed = {}},
                                   below));
        }
    }

    void let_happen(store::Writer& db, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (!happened(db, country_.events[i]))
                throw std::logic_error("Something of the demonstration's past cannot have been.");
    }

    bool happened(store::Writer& db, const Event& event) {
        const OrganisationId id = ids_[event.place];
        const auto owner = World::scope().may_write(id);
        const auto before = *organisations::find_organisation(db, id);
        switch (event.what) {
            case Event::What::renamed:
                return organisations::rename(db, owner, stamp_, before, event.name, event.on);
            case Event::What::moved:
                return organisations::place(db, owner, stamp_, before,
                                            organisations::moved(organisations::links_of(db, id),
                                                                 ids_[event.other], event.on));
            case Event::What::closed:
                return organisations::close(db, owner, stamp_, before, event.on);
            case Event::What::merged:
                return organisations::merge(db, owner, World::scope().may_write(ids_[event.other]),
                                            stamp_, before, event.on);
        }
        return false;
    }

    void hire(store::Writer& db, std::size_t begin, std::size_t end) {
        people_.resize(begin);
        for (const Colleague& colleague : std::span(staff_).subspan(begin, end - begin)) {
            const auto person = people::add_person(
                db, stamp_, {.email = colleague.email, .name = colleague.name, .language = ""});
            people_.push_back(person);
            people::save_password(db, stamp_, person, password_hash_);
            const auto given = organisations::give_role(
                db, World::scope().may_write(ids_[colleague.place]), stamp_, person, colleague.role,
                colleague.from, std::nullopt);
            if (!given) throw std::logic_error(given.error().sentence);
        }
    }

    store::Store& store_;
    const Country& country_;
    const std::vector<Colleague>& staff_;
    std::string_view password_hash_;
    Day today_;
    std::uint64_t seed_;
    store::Stamp stamp_;
    const Progress& progress_;
    std::vector<PersonId> people_;  // of staff that has been hired
    Ids ids_;                       // of places that have been added
    std::size_t done_ = 0;
};

}  // namespace

bool fill(store::Store& store, const Country& country, const std::vector<Colleague>& staff,
          std::string_view password_hash, Day today, std::uint64_t seed, const Progress& progress) {
    return Filler(store, country, staff, password_hash, today, seed, progress).run();
}

}  // namespace primum::demo
