#include "announcements/words.h"

#include <algorithm>

#include "design/tag.h"

namespace primum::announcements {

std::string choosable_words(const design::View& view, const Choosable& one) {
    if (one.audience.circle == Circle::members) return view.say("Members of {}", one.name);
    if (one.cohort == 0) return view.say("Enrolled on {}", one.name);
    return view.say("Enrolled on {}, cohort {}", one.name, one.cohort);
}

std::string audience_words(const design::View& view, const Audience& audience,
                           const std::vector<Choosable>& known) {
    std::string words;
    if (audience.circle == Circle::everybody) {
        words = view.say("Everybody");
    } else if (audience.circle == Circle::office) {
        words = view.say("Those who run campaigns and programmes");
    } else {
        Audience without = audience;
        without.role.reset();
        const auto found = std::ranges::find(known, without, &Choosable::audience);
        words = found == known.end() ? std::string(view.say("Those who took part"))
                                     : choosable_words(view, *found);
    }
    if (!audience.role) return words;
    return view.say("{}; only: {}", words, view.say(access::label(*audience.role)));
}

html::Html state_tag(const design::View& view, const Announcement& one) {
    if (one.is_draft()) return design::tag(view.say("Draft"), design::Colour::grey);
    if (one.is_out()) return design::tag(view.say("Published"), design::Colour::green);
    return design::tag(view.say("Withdrawn"), design::Colour::white);
}

}  // namespace primum::announcements
