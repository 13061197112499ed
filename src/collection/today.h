#pragma once
// What is due at a ward today: one screen, one button.

#include <map>
#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "collection/typed.h"
#include "http/message.h"
#include "organisations/here.h"

namespace primum::collection {

/// How many numbers one screen asks for; the next ones follow when these are in.
inline constexpr std::size_t kOnOneScreen = 12;

struct Today {
    organisations::Here here;
    DueList list;
    std::map<std::string, Typed> typed;  ///< what was refused, by the key of what is due
    Problems problems;
    std::size_t saved = 0;     ///< numbers that have just been saved
    std::size_t taken = 0;     ///< that others have entered otherwise meanwhile
    std::vector<Kept> charts;  ///< of these, as they are by now
    std::string answered;      ///< key of the form whose answer this is
    bool may_enter = false;
    bool may_keep = false;
};
html::Html today_page(const access::Context& context, const Today& today);

http::Response show_today(const http::Request& request, access::Context& context);
http::Response save_today(const http::Request& request, access::Context& context);

/// What JavaScript keeps on the phone until it has been sent: everything in the form within. See
/// public/drafts.js.
struct Drafts {
    std::string name;      ///< one for all forms of this kind and place
    std::string answered;  ///< key of the form whose answer this page is
    bool many = false;     ///< when one is sent, the form is emptied for the next patient
};
html::Html kept_on_phone(const access::Context& context, const Drafts& drafts,
                         const html::Html& form);

}  // namespace primum::collection
