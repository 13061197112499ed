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
        view.menu.push_back(door(view, view.say("Organisations"), html::url("/organisations")));
    view.footer = {
        door(view, view.say("Accessibility"), html::url("/accessibility")),
        door(view, view.say("Cookies"), html::url("/cookies")),
        door(view, view.say("Design"), html::url("/design")),
    };
}

}  // namespace primum::site
