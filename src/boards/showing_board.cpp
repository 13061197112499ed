// The board, and everything that it is made of.

#include "boards/actions.h"
#include "boards/address.h"
#include "boards/board_page.h"
#include "boards/frame.h"
#include "campaigns/campaign.h"
#include "design/notification_banner.h"
#include "library/item.h"

namespace primum::boards {
namespace {

html::Html news(const http::Request& request, const design::View& view) {
    const std::string done = request.parameter("done").value_or("");
    std::string_view what;
    if (done == "narrative") what = view.say("Your words have been saved.");
    if (done == "measures") what = view.say("The measures of the board have been chosen.");
    if (done == "words") what = view.say("The words of the grid have been saved.");
    if (what.empty()) return {};
    return design::notification_banner(
        view, {.notice = design::Notice::success, .heading = what, .body = {}});
}

std::map<std::string, std::string> interventions_of(const store::Reader& db, const Board& board) {
    std::map<std::string, std::string> names;
    for (const Row& row : board.rows) {
        if (row.intervention.empty() || names.contains(row.intervention)) continue;
        const auto item = library::find_item(db, "interventions", row.intervention, board.until);
        names[row.intervention] = item ? std::string((*item)["name"]) : row.intervention;
    }
    return names;
}

}  // namespace

http::Response show_board(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const Board board = board_for(context, *here, until(request, context));
    BoardPage page{.board = board,
                   .kinds = here->kinds,
                   .filter = filter_of(request),
                   .interventions = interventions_of(context.db, board),
                   .keeps = may_keep(context, here->id()),
                   .way = crumbs(context, *here, false),
                   .news = news(request, context.view)};
    for (const campaigns::Campaign& campaign : campaigns::campaigns_of(context.db))
        if (campaign.open())
            page.threads.push_back({context.view.say("{}: from the aim to the data", campaign.name),
                                    thread_address(campaign.code)});
    if (board.until != context.today) page.month = board.until;
    return http::ok(board_page(context.view, page));
}

}  // namespace primum::boards
