#include "demo/stories.h"

namespace primum::demo {

std::span<const Story> stories() {
    // Each in a file of its own: src/demo/…_story.cpp.
    static constexpr Story kStories[] = {
        tell_library,   tell_partners, tell_resources,    tell_measures, tell_collection,
        tell_campaigns, tell_claims,   tell_boards,       tell_signals,  tell_programmes,
        tell_events,    tell_momentum, tell_announcements};
    return kStories;
}

}  // namespace primum::demo
