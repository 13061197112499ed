#pragma once
// What the pages of this room have in common.

#include <optional>
#include <string>
#include <string_view>

#include "access/context.h"
#include "base/problems.h"
#include "boards/board.h"
#include "design/page.h"
#include "organisations/here.h"

namespace primum::boards {

/// Whether this person decides about data here: narratives, which measures, words.
bool may_keep(const access::Context& context, const OrganisationId& organisation);

/// The way down to an organisation; and_board with its board as the last crumb.
std::vector<design::Crumb> crumbs(const access::Context& context, const organisations::Here& here,
                                  bool and_board);

/// A page on which somebody settles how the board looks: why, and fields of one form.
struct Settling {
    std::string_view title;
    std::string_view why;
    html::Html fields;
    html::Url action;
};
html::Html settling_page(const access::Context& context, const organisations::Here& here,
                         const Settling& settling, const Problems& problems);

/// The board as whoever asks may see it.
Board board_for(const access::Context& context, const organisations::Here& here, Day until);

/// The end of the period that a reader asked for with ?month=2026-10, or today.
Day until(const http::Request& request, const access::Context& context);

/// The filter of the address: ?shown=signal&kind=outcome&intervention=PSF-DET&order=name.
Filter filter_of(const http::Request& request);

/// A variation or an assurance as an icon with a word beside it.
html::Html verdict(const design::View& view, spc::Variation variation);
html::Html verdict(const design::View& view, spc::Assurance assurance);

}  // namespace primum::boards
