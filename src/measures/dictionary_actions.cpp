// Pages of the dictionary that everybody may read.

#include <algorithm>
#include <charconv>

#include "access/policy.h"
#include "library/item.h"
#include "measures/dictionary.h"
#include "measures/dictionary_actions.h"
#include "organisations/tree.h"

namespace primum::measures {
namespace {

std::string parameter(const http::Request& request, std::string_view name) {
    constexpr std::size_t kLongest = 200;
    return request.parameter(name).value_or("").substr(0, kLongest);
}

std::size_t page_of(const http::Request& request) {
    const std::string text = parameter(request, "page");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::size_t>(page, 1, 10'000);
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

bool has_words(const Measure& measure, std::string_view wanted) {
    const Definition& says = measure.now();
    const std::string all = lower(measure.code + ' ' + says.name + ' ' + says.numerator + ' ' +
                                  says.denominator + ' ' + says.unit + ' ' + says.goal);
    const std::string words = lower(wanted) + ' ';
    std::string word;
    for (const char c : words) {
        if (c != ' ') {
            word += c;
            continue;
        }
        if (!all.contains(word)) return false;
        word.clear();
    }
    return true;
}

/// Where every measure belongs, by the library's rows.
class Belongings {
public:
    Belongings(const store::Reader& db, const std::vector<Measure>& measures, Day day) {
        for (const library::Item& row : library::items_of(db, "measures", day))
            rows_[row.code] = {std::string(row["campaign"]), std::string(row["intervention"])};
        for (const Measure& measure : measures)
            library_[measure.code] = measure.library_code;
    }

    /// A variant belongs where its model does.
    Belonging of(const Measure& measure) const {
        std::string code = measure.library_code;
        if (const auto model = library_.find(measure.copied_from);
            code.empty() && model != library_.end())
            code = model->second;
        if (code.empty()) code = measure.copied_from;
        const auto row = rows_.find(code);
        return row == rows_.end() ? Belonging() : row->second;
    }

private:
    std::map<std::string, Belonging> rows_;
    std::map<std::string, std::string> library_;
};

bool fits(const FoundMeasure& one, const WantedMeasures& wanted) {
    if (!wanted.all && one.measure.status != Status::agreed) return false;
    if (!wanted.kind.empty() && name(one.measure.now().kind) != wanted.kind) return false;
    if (!wanted.campaign.empty() && one.belongs.campaign != wanted.campaign) return false;
    if (!wanted.intervention.empty() && one.belongs.intervention != wanted.intervention)
        return false;
    return has_words(one.measure, wanted.words);
}

Names names_of(const store::Reader& db, std::string_view set, Day day) {
    Names names;
    for (const library::Item& item : library::items_of(db, set, day))
        names.emplace(item.code, item["name"]);
    return names;
}

std::string name_of(const store::Reader& db, OrganisationId id) {
    const auto organisation = organisations::find_organisation(db, id);
    return organisation ? organisation->name : "";
}

/// Drafts are there for those who keep them only.
std::optional<Measure> shown(const http::Request& request, const access::Context& context) {
    auto measure = find_measure_by_code(context.db, request.part("measure"));
    if (measure && measure->status == Status::draft &&
        !context.scope_under(access::policy::measure_keepers).can_write(measure->owner))
        return {};
    return measure;
}

}  // namespace

std::vector<Owner> owners_for(const access::Context& context) {
    std::vector<Owner> owners;
    const auto scope = context.scope_under(access::policy::measure_keepers);
    for (const OrganisationId id : scope.roots())
        owners.push_back({.id = id, .name = name_of(context.db, id)});
    return owners;
}

std::optional<OrganisationId> campaign_owner(const access::Context& context) {
    const auto scope = context.scope_under(access::policy::measure_keepers);
    for (const OrganisationId top : organisations::tops(context.db))
        if (scope.can_write(top)) return top;
    return {};
}

http::Response show_dictionary(const http::Request& request, access::Context& context) {
    DictionaryView view{.wanted = {.words = parameter(request, "q"),
                                   .campaign = parameter(request, "campaign"),
                                   .intervention = parameter(request, "intervention"),
                                   .kind = parameter(request, "kind"),
                                   .all = parameter(request, "all") == "yes",
                                   .page = page_of(request)},
                        .may_add = !owners_for(context).empty(),
                        .may_take_up = campaign_owner(context).has_value(),
                        .done = parameter(request, "done")};
    const auto measures =
        all_measures(context.db, context.scope_under(access::policy::measure_keepers));
    const Belongings belongings(context.db, measures, context.today);
    const Names campaigns = names_of(context.db, "campaigns", context.today);
    const Names interventions = names_of(context.db, "interventions", context.today);
    const auto named = [](const Names& names, const std::string& code) {
        const auto found = names.find(code);
        return found == names.end() ? code : found->second;
    };
    std::vector<FoundMeasure> found;
    for (const Measure& measure : measures) {
        FoundMeasure one{.measure = measure, .belongs = belongings.of(measure), .owner = {}};
        if (!one.belongs.campaign.empty())
            view.campaigns.emplace(one.belongs.campaign, named(campaigns, one.belongs.campaign));
        if (!one.belongs.intervention.empty())
            view.interventions.emplace(one.belongs.intervention,
                                       named(interventions, one.belongs.intervention));
        if (fits(one, view.wanted)) found.push_back(std::move(one));
    }
    view.count = found.size();
    const std::size_t begin = std::min((view.wanted.page - 1) * kMeasuresOnAPage, found.size());
    const std::size_t end = std::min(begin + kMeasuresOnAPage, found.size());
    for (std::size_t i = begin; i < end; ++i) {
        found[i].owner = name_of(context.db, found[i].measure.owner);
        view.found.push_back(std::move(found[i]));
    }
    return http::ok(dictionary_page(context, view));
}

http::Response show_measure(const DictionaryPanels& panels, const http::Request& request,
                            access::Context& context) {
    const auto measure = shown(request, context);
    if (!measure) return http::not_found();
    std::vector<Measure> known{*measure};
    if (const auto model = find_measure_by_code(context.db, measure->copied_from))
        known.push_back(*model);
    const auto scope = context.scope_under(access::policy::measure_keepers);
    MeasureView view{.measure = *measure,
                     .owner = name_of(context.db, measure->owner),
                     .belongs = Belongings(context.db, known, context.today).of(*measure),
                     .intervention = {},
                     .uses = uses_of(context.db, measure->id, context.today),
                     .across = {},
                     .may_keep = scope.can_write(measure->owner),
                     .may_copy = !scope.roots().empty(),
                     .done = parameter(request, "done")};
    const auto item =
        library::find_item(context.db, "interventions", view.belongs->intervention, context.today);
    view.model = known.size() > 1;
    view.intervention = item ? std::string((*item)["name"]) : view.belongs->intervention;
    for (const Version& version : measure->versions)
        view.across.push_back(version.breaks ? charts_across(context.db, measure->id, version.from)
                                             : 0);
    for (const DictionaryPanel& panel : panels)
        view.panels += panel(context, *measure);
    return http::ok(measure_page(context, view));
}

http::Response show_version(const http::Request& request, access::Context& context) {
    const auto measure = shown(request, context);
    if (!measure) return http::not_found();
    const std::string_view text = request.part("number");
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return http::not_found();
    const auto after = std::ranges::find(measure->versions, number, &Version::number);
    if (after == measure->versions.begin() || after == measure->versions.end())
        return http::not_found();
    return http::ok(
        version_page(context, *measure, *(after - 1), *after,
                     after->breaks ? charts_across(context.db, measure->id, after->from) : 0));
}

}  // namespace primum::measures
