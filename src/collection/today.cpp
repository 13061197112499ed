#include "collection/today.h"

#include <algorithm>
#include <charconv>

#include "access/policy.h"
#include "collection/entering.h"
#include "html/url.h"
#include "language/language.h"

namespace primum::collection {
namespace {

using access::Context;
using html::url;
using http::Request;
using http::Response;
using language::sentence;

Today today_at(const Context& context, organisations::Here here) {
    const auto id = here.id();
    Today today{.here = std::move(here)};
    today.list = due_at(context.db, context.scope.may_read(id), context.today);
    today.may_enter = context.scope_under(access::policy::data_enterers).can_write(id);
    today.may_keep = context.scope_under(access::policy::data_keepers).can_write(id);
    return today;
}

std::size_t count_in(const Request& request, std::string_view name) {
    const std::string text = request.parameter(name).value_or("");
    std::size_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return std::min<std::size_t>(count, 1000);
}

/// What each field of the form is about: everything that somebody has typed there.
struct Asked {
    Kept kept;
    Day period;
    std::string key;
};
std::vector<Asked> asked_in(const Context& context, const OrganisationId& organisation) {
    const auto all = kept_at(context.db, context.scope.may_read(organisation), context.today);
    std::vector<Asked> asked;
    for (const auto& [name, value] : context.form.fields) {
        constexpr std::string_view kPrefix = "numerator.";
        if (!name.starts_with(kPrefix)) continue;
        const std::string key = name.substr(kPrefix.size());
        const std::size_t dot = key.rfind('.');
        if (dot == key.npos) continue;
        const auto found = std::ranges::find(all, key.substr(0, dot),
                                             [](const Kept& kept) { return kept.series.code; });
        if (found == all.end()) continue;
        const auto period = parse_period(found->measure.now().frequency, key.substr(dot + 1));
        if (period) asked.push_back({*found, *period, key});
    }
    return asked;
}

struct Read {
    std::vector<Entry> good;
    std::map<std::string, Typed> refused;
    std::vector<std::string> keys;  // of the good ones
    Problems problems;
};
Read read_form(const Context& context, const OrganisationId& organisation) {
    Read read;
    for (const Asked& asked : asked_in(context, organisation)) {
        const Typed typed = typed_in(context.form, asked.key);
        if (typed.empty()) continue;
        const auto said =
            read_typed(asked.kept, asked.period, typed, asked.key, context.today, read.problems);
        if (said) {
            read.good.push_back({asked.kept, *said});
            read.keys.push_back(asked.key);
        } else {
            read.refused.emplace(asked.key, typed);
        }
    }
    return read;
}

/// The codes of the series that got a number, for the charts that come back.
std::string codes_of(const std::vector<Entry>& entries) {
    std::string codes;
    for (const Entry& entry : entries)
        if ((',' + codes + ',').find(',' + entry.kept.series.code + ',') == std::string::npos)
            codes += (codes.empty() ? "" : ",") + entry.kept.series.code;
    return codes;
}

/// The form again, with what was refused; what was good is saved by now and no longer asked for.
Response look_again(Context& context, organisations::Here here, const Read& read) {
    Today today = today_at(context, std::move(here));
    std::erase_if(today.list.due, [&](const Due& due) {
        return std::ranges::find(read.keys, due.key()) != read.keys.end();
    });
    // Those to be put right come first, so that they are on the screen.
    std::ranges::stable_partition(today.list.due,
                                  [&](const Due& due) { return read.refused.contains(due.key()); });
    today.typed = read.refused;
    today.problems = read.problems;
    today.saved = read.good.size();
    today.answered = context.form.text("once");
    return http::unprocessable(today_page(context, today));
}

}  // namespace

Response show_today(const Request& request, Context& context) {
    auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    Today today = today_at(context, std::move(*here));
    today.saved = count_in(request, "saved");
    today.taken = count_in(request, "taken");
    const std::string codes = ',' + request.parameter("series").value_or("") + ',';
    if (today.saved > 0)
        for (Kept& kept :
             kept_at(context.db, context.scope.may_read(today.here.id()), context.today))
            if (codes.find(',' + kept.series.code + ',') != codes.npos &&
                today.charts.size() < kOnOneScreen)
                today.charts.push_back(std::move(kept));
    return http::ok(today_page(context, today));
}

/// Good numbers are saved at once, also where others in the same form must be put right: somebody
/// who is called away must not lose what was right.
Response save_today(const Request& request, Context& context) {
    auto here = organisations::here(request, context);
    if (!here || !context.scope.can_write(here->id())) return http::not_found();
    Read read = read_form(context, here->id());
    if (read.good.empty() && read.problems.empty())
        read.problems.add("", sentence("Enter a number, or say why there is none."));
    if (!read.good.empty()) {
        Response saved = context.save([&](store::Writer& db) {
            const auto result = save_entries(db, context.scope, context.stamp(), context.today,
                                             time_taken(context), read.good, std::nullopt);
            return http::see_other(url("/organisations/{}/today?saved={}&taken={}&series={}",
                                       here->id().text(), result.saved, result.taken.size(),
                                       codes_of(read.good)));
        });
        if (read.problems.empty() || saved.status != http::Status::see_other) return saved;
    }
    return look_again(context, std::move(*here), read);
}

}  // namespace primum::collection
