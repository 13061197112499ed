#include "site/menu.h"

namespace primum::site {
namespace {

design::MenuItem door(const design::View& view, std::string_view label, const html::Url& where) {
    const std::string_view path = where.text();
    const bool current = path == "/" ? view.path == path : view.path.starts_with(path);
    return {label, where, current};
}

}  // namespace

void furnish(design::View& view, const std::optional<access::Session>& session) {
    view.menu = {door(view, view.say("Home"), html::url("/"))};
    if (session)
        view.menu.push_back(
            door(view, view.say("Your organisations"), html::url("/organisations")));
    view.menu.push_back(door(view, view.say("Campaigns"), html::url("/campaigns")));
    view.menu.push_back(door(view, view.say("Programmes"), html::url("/programmes")));
    view.menu.push_back(door(view, view.say("Events"), html::url("/events")));
    view.menu.push_back(door(view, view.say("Tools"), html::url("/resources")));
    view.menu.push_back(door(view, view.say("News"), html::url("/news")));
    view.search = html::url("/search");
    view.footer = {
        door(view, view.say("Partners"), html::url("/partners")),
        door(view, view.say("Library"), html::url("/library")),
        door(view, view.say("Accessibility"), html::url("/accessibility")),
        door(view, view.say("Cookies"), html::url("/cookies")),
        door(view, view.say("Design"), html::url("/design")),
        door(view, view.say("For programs"), html::url("/api")),
    };
}

}  // namespace primum::site
