#pragma once
// News, for whom it is, and who may read it.

#include <optional>
#include <string>
#include <vector>

#include "access/person.h"
#include "base/problems.h"
#include "store/audit.h"
#include "store/db.h"
#include "store/scope.h"

namespace primum::announcements {

struct Announcement;
using AnnouncementId = Id<Announcement>;

/// For whom news is.
enum class Circle : std::uint8_t {
    everybody,  ///< the public
    members,    ///< people of organisations that are members of a campaign
    enrolled,   ///< people of organisations enrolled on a programme, or on one cohort of it
    office,     ///< campaign office, faculty, node leads, administrators
};
std::string_view name(Circle circle);
std::optional<Circle> parse_circle(std::string_view name);

struct Audience {
    Circle circle = Circle::everybody;
    std::optional<Uuid> campaign;      ///< of members
    std::optional<Uuid> programme;     ///< of the enrolled
    std::optional<Uuid> cohort;        ///< of the enrolled, where it is for one cohort only
    std::optional<access::Role> role;  ///< only people who hold it there; absent: everybody

    friend bool operator==(const Audience&, const Audience&) = default;
};

struct Announcement {
    AnnouncementId id;
    OrganisationId owner;
    Audience audience;
    std::string title;
    std::string body;  ///< plain paragraphs, an empty line between
    std::optional<Instant> published_at;
    std::optional<Instant> withdrawn_at;
    Instant made_at;
    std::string made_by;  ///< a name
    std::int64_t rev = 1;

    bool is_out() const { return published_at && !withdrawn_at; }
    bool is_draft() const { return !published_at; }
    bool is_public() const {
        return is_out() && audience.circle == Circle::everybody && !audience.role;
    }
};

/// A body as its paragraphs.
std::vector<std::string> paragraphs(std::string_view body);

/// One person's place among the audiences: computed once, asked for each announcement.
class Listener {
public:
    /// Nobody: a visitor, who hears what is for everybody.
    Listener() = default;
    Listener(const store::Reader& db, PersonId person, Day day);

    /// Whether it is for this person, whatever its state.
    bool hears(const Audience& audience) const;

private:
    struct Place {
        access::Role role;
        std::vector<Uuid> campaigns;
        std::vector<Uuid> programmes;
        std::vector<Uuid> cohorts;
    };
    std::vector<Place> places_;
};

/// Those that are out, the latest first, from a moment on.
std::vector<Announcement> published_since(const store::Reader& db, Instant since,
                                          std::size_t limit = 200);
/// All that are owned at or below one of these, drafts first, then the latest.
std::vector<Announcement> kept_below(const store::Reader& db,
                                     const std::vector<OrganisationId>& owners, Day day);
std::optional<Announcement> find_announcement(const store::Reader& db, AnnouncementId id);

AnnouncementId add_announcement(store::Writer& db, const store::Writable& owner,
                                const store::Stamp& stamp, const Announcement& announcement);
// The others name what the person saw, and answer false where somebody has changed it since.
bool save_announcement(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                       const Announcement& announcement);
/// From now on it can be read by its audience, and digests tell of it. Public ones can be found.
bool publish(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Announcement& announcement);
/// Nobody but its keepers can read it any more.
bool withdraw(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
              const Announcement& announcement);

/// What news can be about: the name of a campaign, a programme, a cohort.
struct Choosable {
    Audience audience;
    std::string code;  ///< "members:PSF", "enrolled:LIPS", "enrolled:LIPS:3"
    OrganisationId owner;
    std::string name;  ///< of the campaign or programme
    int cohort = 0;    ///< its number; 0 for all
};
/// Every open campaign, programme and cohort.
std::vector<Choosable> choosable_audiences(const store::Reader& db);

}  // namespace primum::announcements
