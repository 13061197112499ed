#include "campaigns/keeping.h"

namespace primum::campaigns {

using html::html;
using html::url;

std::vector<design::Crumb> office_way(const design::View& view, const Campaign& campaign) {
    auto crumbs = campaigns::crumbs(view, campaign, campaign.is_public());
    crumbs.push_back({view.say("Office"), url("/campaigns/{}/office", campaign.code)});
    return crumbs;
}

html::Html kept_page(const access::Context& context, const Campaign& campaign,
                     std::string_view title, const Problems& problems, const html::Html& content) {
    return form_page(context, campaign, office_way(context.view, campaign), title, campaign.name,
                     problems, content);
}

html::Html kept_form(const design::View& view, const Campaign& campaign, std::string_view what,
                     const html::Html& fields) {
    return design::form(view, {.action = url("/campaigns/{}/{}", campaign.code, what)},
                        html("{}{}{}", rev_field(campaign.rev), fields, save_button(view)));
}

http::Response saved(const Campaign& campaign) {
    return http::see_other(url("/campaigns/{}/office?done=saved", campaign.code));
}

http::Response keep(access::Context& context, const Campaign& campaign, const Save& save,
                    const Again& again) {
    Campaign seen = campaign;
    seen.rev = seen_rev(context.form);
    return context.save([&](store::Writer& db) {
        if (!save(db, context.scope.may_write(campaign.owner), context.stamp(), seen))
            return http::page(http::Status::conflict, again(overtaken()));
        return saved(campaign);
    });
}

}  // namespace primum::campaigns
