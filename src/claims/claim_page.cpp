#include "claims/pages.h"

#include <cmath>

#include "campaigns/frame.h"
#include "claims/words.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/details.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/notification_banner.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "measures/rule_words.h"

namespace primum::claims {
namespace {

using html::html;
using html::url;

html::Html heading(std::string_view words) {
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2>)", words);
}

class ClaimPage {
public:
    ClaimPage(const http::Request& request, const access::Context& context, const Sight& sight)
        : request_(request), context_(context), view_(context.view), sight_(sight) {}

    html::Html page() const {
        const Claim& claim = sight_.claim;
        html::Html main = html("{}{}", design::page_heading(claim.words, sight_.about),
                               html("<p>{}</p>", state_tag(view_, claim.state)));
        main += news();
        main += withdrawal();
        if (sight_.figures) {
            main += estimate();
            main += versions();
            main += picture(view_, sight_);
            main += uncertainty();
            main += coverage();
            main += beside();
        } else {
            main +=
                design::warning_callout(view_, view_.say("Nothing can be claimed from this"),
                                        html("<p>{}</p>", view_.say(why(sight_.figures.error()))));
        }
        main += since();
        main += how();
        main += doings();
        return design::page(view_, {.title = claim.words, .breadcrumb = way(), .latest = true},
                            main);
    }

private:
    disclosure::Mode mode() const { return sight_.shown.mode; }

    std::vector<design::Crumb> way() const {
        std::vector<design::Crumb> way;
        if (!sight_.campaign_code.empty()) {
            way.push_back({view_.say("Campaigns"), url("/campaigns")});
            way.push_back({sight_.about, url("/campaigns/{}", sight_.campaign_code)});
            way.push_back({view_.say("Lives saved and harm avoided"),
                           url("/campaigns/{}/claims", sight_.campaign_code)});
        } else {
            way.push_back({view_.say("Claims"), url("/claims")});
        }
        return way;
    }

    html::Html news() const {
        const std::string done = request_.parameter("done").value_or("");
        std::string_view what;
        if (done == "drafted") what = view_.say("The claim is a draft: check it, then publish it.");
        if (done == "published") what = view_.say("The claim is published.");
        if (done == "withdrawn")
            what = view_.say("The claim is withdrawn. It stays here to be read.");
        if (what.empty()) return {};
        return design::notification_banner(
            view_, {.notice = design::Notice::success, .heading = what, .body = {}});
    }

    html::Html withdrawal() const {
        const Claim& claim = sight_.claim;
        if (claim.state != State::withdrawn) return {};
        return design::warning_callout(
            view_, view_.say("This claim was withdrawn"),
            html("<p>{}</p><p>{}</p>", claim.withdrawn_because,
                 view_.say("{}, {}", claim.withdrawn_by,
                           view_.words->moment(*claim.withdrawn_at, view_.zone))));
    }

    html::Html estimate() const {
        const ShownEstimate* raw = sight_.shown.find(Version::raw);
        if (raw == nullptr) return {};
        return html(R"(<p class="nhsuk-body-l">{}</p><p>{}</p><p>{}</p>)",
                    estimate_sentence(view_, *raw, mode()), interval_sentence(view_, *raw, mode()),
                    versions_sentence(view_, sight_.shown));
    }

    html::Html versions() const {
        design::TableWriter table(
            {.caption = view_.say("The estimate, three ways"),
             .columns = {{.heading = view_.say("Version")},
                         {.heading = view_.say("Observed"), .numeric = true},
                         {.heading = view_.say("Expected"), .numeric = true},
                         {.heading = view_.say("Estimate"), .numeric = true},
                         {.heading = view_.say("95% interval"), .numeric = true},
                         {.heading = view_.say("Includes zero")}},
             .first_cell_is_heading = true});
        for (const Version version : {Version::raw, Version::case_mix, Version::net_of_trend}) {
            const ShownEstimate* one = sight_.shown.find(version);
            if (one == nullptr) {
                table.row(view_.say(label(version)), "–", "–", view_.say("not known"), "–", "–");
                continue;
            }
            table.row(view_.say(label(version)), number(one->observed, mode()),
                      number(one->expected, mode()), amount(view_, one->saved, mode()),
                      one->hidden ? std::string("*") : span(view_, one->both, mode()),
                      one->includes_zero ? view_.say("Yes") : view_.say("No"));
        }
        html::Html absent;
        if (sight_.shown.find(Version::case_mix) == nullptr)
            absent = html(
                "<p>{}</p>",
                view_.say("There is no version adjusted for how ill patients were, because no "
                          "model’s expected counts were supplied for every period. If patients "
                          "became more or less ill, the other versions are wrong by that much."));
        return html("{}{}<p>{}</p>", std::move(table).done(), absent,
                    trend_sentence(
                        view_, sight_.figures->joined,
                        sight_.measure.now().frequency == measures::Frequency::quarter ? 4 : 12));
    }

    html::Html uncertainty() const {
        design::TableWriter table(
            {.caption = view_.say("Where the uncertainty comes from: 95% intervals"),
             .caption_size = design::Size::s,
             .columns = {{.heading = view_.say("Version")},
                         {.heading = view_.say("Chance in what was observed"), .numeric = true},
                         {.heading = view_.say("Chance in the baseline"), .numeric = true},
                         {.heading = view_.say("Both"), .numeric = true}},
             .first_cell_is_heading = true,
             .compact = true});
        for (const ShownEstimate& one : sight_.shown.estimates)
            if (one.version != Version::not_joined && !one.hidden)
                table.row(view_.say(label(one.version)), span(view_, one.of_observed, mode()),
                          span(view_, one.of_baseline, mode()), span(view_, one.both, mode()));
        return design::details({.summary = view_.say("Where the uncertainty comes from")},
                               std::move(table).done());
    }

    html::Html coverage() const {
        const Coverage& frozen =
            sight_.claim.is_public() ? sight_.claim.coverage : sight_.figures->coverage;
        html::Html left_out;
        if (sight_.inside && !sight_.figures->left_out.empty()) {
            html::Html items;
            for (const LeftOut& one : sight_.figures->left_out)
                items.append("<li>{}: {}</li>", one.organisation, view_.say(why(one.why)));
            left_out = design::details(
                {.summary = view_.say("Who is left out, and why")},
                html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items));
        }
        return html("{}<p>{}</p>{}", heading(view_.say("Coverage")),
                    coverage_sentence(view_, frozen), left_out);
    }

    html::Html beside() const {
        const ShownEstimate* others = sight_.shown.find(Version::not_joined);
        const ShownEstimate* raw = sight_.shown.find(Version::raw);
        if (!sight_.claim.campaign || raw == nullptr) return {};
        if (others == nullptr || others->hidden || raw->hidden)
            return html("{}<p>{}</p>", heading(view_.say("Joined and not joined")),
                        view_.say("There are no numbers of organisations that have not joined to "
                                  "compare with."));
        design::TableWriter table(
            {.caption = view_.say("Observed for every 100 expected from the year before"),
             .caption_size = design::Size::s,
             .columns = {{.heading = view_.say("Organisations")},
                         {.heading = view_.say("Counted"), .numeric = true},
                         {.heading = view_.say("Per 100 expected"), .numeric = true},
                         {.heading = view_.say("95% interval"), .numeric = true}},
             .first_cell_is_heading = true});
        const auto row = [&](std::string_view name, int units, const ShownEstimate& one) {
            const auto per_100 = [&](double saved) {
                return number(std::round(100 * (1 - saved / one.expected)), disclosure::Mode::none);
            };
            table.row(name, units, per_100(one.saved),
                      view_.say("{} to {}", per_100(one.both.upper), per_100(one.both.lower)));
        };
        row(view_.say("Joined"), sight_.figures->coverage.counted, *raw);
        row(view_.say("Not joined"), sight_.figures->beside, *others);
        return html("{}{}<p>{}</p>", heading(view_.say("Joined and not joined")),
                    std::move(table).done(),
                    view_.say("Whoever joins may differ from whoever does not in other ways: a "
                              "difference between the two is not the campaign’s effect."));
    }

    html::Html since() const {
        if (!sight_.changes) return {};
        html::Html words;
        const Changes& changes = *sight_.changes;
        if (!changes.any()) {
            words =
                html("<p>{}</p>", view_.say("The numbers it was made from are still the same."));
        } else {
            words = html("<p>{}</p>",
                         view_.say("Numbers since it was published: {} changed, {} added, {} gone.",
                                   changes.changed, changes.added, changes.removed));
            const ShownEstimate* now = sight_.now ? sight_.now->find(Version::raw) : nullptr;
            const ShownEstimate* then = sight_.shown.find(Version::raw);
            if (now != nullptr && then != nullptr)
                words.append(
                    "<p>{}</p>",
                    view_.say("Claimed then: {} ({}). From today’s numbers: {} ({}).",
                              amount(view_, then->saved, mode()), span(view_, then->both, mode()),
                              amount(view_, now->saved, mode()), span(view_, now->both, mode())));
            else
                words.append("<p>{}</p>",
                             view_.say("Nothing could be claimed from today’s numbers."));
        }
        return html("{}{}", heading(view_.say("Since then")), words);
    }

    html::Html how() const {
        const Claim& claim = sight_.claim;
        design::SummaryList list{.rows = {}};
        const auto add = [&](std::string_view key, const design::Content& value) {
            list.rows.push_back({.key = key, .value = value, .actions = {}});
        };
        add(view_.say("Measure"), sight_.measure.name());
        add(view_.say("About"),
            claim.campaign ? view_.say("Members of {}", sight_.about) : sight_.about);
        add(view_.say("Claimed for"), periods(sight_.measure, claim.from, claim.to));
        add(view_.say("Baseline"), periods(sight_.measure, claim.baseline_from, claim.baseline_to));
        if (!sight_.risk_name.empty()) add(view_.say("Case mix from"), sight_.risk_name);
        add(view_.say("Method"), view_.say("Observed against expected, version {}", claim.method));
        if (mode() != disclosure::Mode::none)
            add(view_.say("Small numbers"), view_.say(measures::rule_in_words(mode())));
        add(view_.say("Made"), said(claim.made_by, claim.made_at));
        if (claim.published_at)
            add(view_.say("Published"), said(claim.published_by, *claim.published_at));
        if (!claim.fingerprint.empty())
            add(view_.say("Fingerprint"), html(R"(<code>{}</code>)", claim.fingerprint));
        const auto file =
            design::link(url("/claims/{}/file", claim.id.text()),
                         sight_.inside ? view_.say("All numbers, to redo it (CSV)")
                                       : view_.say("The sums it was made from (CSV)"));
        return html("{}{}<p>{}</p>{}", heading(view_.say("How it was made")),
                    design::summary_list(view_, list), file, method_words(view_));
    }

    std::string said(const std::string& who, Instant at) const {
        const std::string when = view_.words->moment(at, view_.zone);
        return who.empty() ? when : view_.say("{}, {}", who, when);
    }

    html::Html doings() const {
        const Claim& claim = sight_.claim;
        if (!sight_.keeps) return {};
        if (claim.state == State::published)
            return design::button({.label = view_.say("Withdraw this claim"),
                                   .look = design::ButtonLook::secondary,
                                   .where = url("/claims/{}/withdrawal", claim.id.text())});
        if (claim.state != State::draft || !sight_.figures) return {};
        return html(
            "<p>{}</p>{}",
            view_.say("Publishing freezes these numbers and makes the page public. A claim "
                      "that was published can be withdrawn, with a reason, but never "
                      "removed."),
            design::form(
                view_,
                {.action = url("/claims/{}/publication", claim.id.text()), .id = {}, .classes = {}},
                html("{}{}", campaigns::rev_field(claim.rev),
                     design::button({.label = view_.say("Publish this claim"), .once = true}))));
    }

    const http::Request& request_;
    const access::Context& context_;
    const design::View& view_;
    const Sight& sight_;
};

}  // namespace

html::Url address(const Claim& claim) {
    return url("/claims/{}", claim.id.text());
}

std::string periods(const measures::Measure& measure, Day from, Day to) {
    const auto frequency = measure.now().frequency;
    return measures::spoken_period(frequency, from) + " – " +
           measures::spoken_period(frequency, to);
}

html::Html claim_page(const http::Request& request, const access::Context& context,
                      const Sight& sight) {
    return ClaimPage(request, context, sight).page();
}

}  // namespace primum::claims
