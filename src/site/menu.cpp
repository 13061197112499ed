#include "site/menu.h"

namespace primum::site {

std::vector<design::MenuItem> menu(const design::View& view,
                                   const std::optional<access::Session>& session) {
    const auto item = [&view](std::string_view label, html::Url where) {
        const bool home = where == html::url("/");
        const bool current = home ? view.path == "/" : view.path.starts_with(where.text());
        return design::MenuItem{label, std::move(where), current};
    };
    std::vector<design::MenuItem> items = {item(view.say("Home"), html::url("/"))};
    if (session) items.push_back(item(view.say("Organisations"), html::url("/organisations")));
    return items;
}

}  // namespace primum::site
