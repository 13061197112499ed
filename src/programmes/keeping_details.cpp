// What is said of a programme, and its status.

#include "access/context.h"
#include "base/problems.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/programme_form.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::url;

namespace {

html::Html details_page(const access::Context& context, const Keeping& keeping,
                        const Programme& programme, const Problems& problems) {
    return keeping_form_page(context, keeping, context.view.say("Change what is said of it"),
                             problems,
                             {.where = url("/programmes/{}/details", keeping.programme.code),
                              .rev = std::to_string(programme.rev),
                              .fields = words_fields(context, programme, problems)});
}

}  // namespace

http::Response ask_for_details(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    return http::ok(details_page(context, *keeping, keeping->programme, {}));
}

http::Response save_details(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    const Programme programme = from_form(context.form, keeping->programme);
    const Problems problems = check(context.db, programme, context.form);
    if (!problems.empty())
        return http::unprocessable(details_page(context, *keeping, programme, problems));
    return context.save([&](store::Writer& db) {
        if (!save_programme(db, context.stamp(), programme))
            return http::page(http::Status::conflict,
                              details_page(context, *keeping, programme, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

}  // namespace primum::programmes
