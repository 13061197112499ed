#include "measures/routes.h"

#include <memory>
#include <utility>

#include "access/policy.h"
#include "measures/actions.h"

namespace primum::measures {

void add_routes(access::Routes& routes, ChartCache& charts, disclosure::Mode outside,
                Neighbours neighbours) {
    using namespace access::policy;
    const auto with = [&charts, outside,
                       neighbours = std::make_shared<const Neighbours>(std::move(neighbours))](
                          auto* action) -> access::Action {
        return [&charts, outside, neighbours, action](const http::Request& request,
                                                      access::Context& context) {
            return action(Around{charts, *neighbours, outside}, request, context);
        };
    };

    routes.get("/organisations/{id}/measures", members, with(show_list));
    routes.get("/organisations/{id}/measures/{series}", members, with(show_series));
    routes.get("/organisations/{id}/measures/{series}/points.csv", members, send_points);
    routes.get("/organisations/{id}/measures/{series}/analysis.csv", members, send_analysis);
    routes.get("/organisations/{id}/measures/{series}/chart.svg", members, send_picture);

    const std::string published = "/organisations/{id}/published";
    routes.get(published, public_page, with(show_shared));
    routes.get(published + "/{series}", public_page, with(show_published));
    routes.get(published + "/{series}/points.csv", public_page, with(send_published_points));
    routes.get(published + "/{series}/chart.svg", public_page, with(send_published_picture));

    const std::string points = "/organisations/{id}/measures/{series}/points";
    routes.get(points + "/new", data_enterers, ask_for_new_point);
    routes.post(points + "/new", data_enterers, save_new_point);
    routes.get(points + "/{period}", members, show_point);
    routes.get(points + "/{period}/change", data_enterers, ask_for_point);
    routes.post(points + "/{period}/change", data_enterers, change_point);
    routes.get(points + "/{period}/exclusion", data_keepers, ask_for_exclusion);
    routes.post(points + "/{period}/exclusion", data_keepers, save_exclusion);
    routes.get(points + "/{period}/removal", data_keepers, ask_for_removal);
    routes.post(points + "/{period}/removal", data_keepers, save_removal);

    const std::string decisions = "/organisations/{id}/measures/{series}/decisions";
    routes.get(decisions + "/phase", data_keepers, ask_for_rebase);
    routes.post(decisions + "/phase", data_keepers, decide_rebase);
    routes.get(decisions + "/baseline", data_keepers, ask_for_baseline);
    routes.post(decisions + "/baseline", data_keepers, decide_baseline);
    routes.get(decisions + "/target", data_keepers, ask_for_target);
    routes.post(decisions + "/target", data_keepers, set_target);
    routes.get(decisions + "/{decision}/withdrawal", data_keepers, ask_for_withdrawal);
    routes.post(decisions + "/{decision}/withdrawal", data_keepers, withdraw);
}

}  // namespace primum::measures
