#include "organisations/frame.h"

#include <charconv>

#include "design/error_summary.h"
#include "design/heading.h"

namespace primum::organisations {

using html::html;
using html::url;

html::Url address(OrganisationId id) {
    return url("/organisations/{}", id.text());
}

std::vector<design::Crumb> crumbs(const design::View& view, const access::Context& context,
                                  const Here& here, bool and_itself) {
    std::vector<design::Crumb> way{{view.say("Your organisations"), url("/organisations")}};
    for (const Organisation& above : here.path)
        if (context.scope.can_read(above.id)) way.push_back({above.name, address(above.id)});
    if (and_itself) way.push_back({here.organisation.name, address(here.id())});
    return way;
}

html::Html task_page(const access::Context& context, const Here& here, std::string_view title,
                     const Problems& problems, const html::Html& content) {
    const design::View& view = context.view;
    return design::page(
        view,
        {.title = title,
         .error = !problems.empty(),
         .breadcrumb = crumbs(view, context, here, true)},
        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                design::page_heading(title, here.organisation.name), content)));
}

html::Html cancel_link(const design::View& view, const Here& here) {
    return html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)", address(here.id()),
                view.say("Cancel and go back"));
}

html::Html rev_field(const Organisation& organisation) {
    return design::hidden("rev", std::to_string(organisation.rev));
}

Organisation as_seen(const Here& here, const http::Form& form) {
    Organisation seen = here.organisation;
    const std::string_view rev = form.text("rev");
    seen.rev = 0;  // of no version
    std::from_chars(rev.data(), rev.data() + rev.size(), seen.rev);
    return seen;
}

Problems overtaken() {
    Problems problems;
    problems.add("",
                 "Somebody else has changed this organisation since you opened the form. Check "
                 "what you entered and send it again.");
    return problems;
}

http::Response done(OrganisationId id, std::string_view what) {
    return http::see_other(url("/organisations/{}?done={}", id.text(), what));
}

}  // namespace primum::organisations
