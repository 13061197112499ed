// An organisation's certificate: a page to print, a picture, and a PDF.

#include <algorithm>

#include "campaigns/actions.h"
#include "campaigns/certificate.h"
#include "campaigns/frame.h"
#include "design/heading.h"
#include "organisations/tree.h"
#include "render/render.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

struct Found {
    Campaign campaign;
    organisations::Organisation organisation;
    Certificate certificate;
};

/// Of members only: who has left or pauses has none.
std::optional<Found> found(const Request& request, const access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    const auto id = OrganisationId::parse(request.part("id"));
    if (!campaign || !id || !is_member(context.db, *id, campaign->id, context.today)) return {};
    static const auto scope = store::Scope::system("a member's certificate is public");
    const auto organisation = organisations::find_organisation(context.db, *id);
    if (!organisation) return {};
    const design::View& view = context.view;

    Day since = context.today;
    for (const Member& one : members_of(context.db, campaign->id, context.today))
        if (one.organisation == *id) since = one.since;
    const auto codes = choices_of(context.db, scope.may_read(*id), campaign->id, context.today);
    std::vector<std::string> lines;
    for (const Intervention& one : interventions_of(context.db, campaign->id, context.today))
        if (std::ranges::find(codes, one.code) != codes.end()) lines.push_back(one.name);
    return Found{
        *campaign,
        *organisation,
        {.heading = std::string(view.say("Certificate of membership")),
         .who = organisation->name,
         .sentence = lines.empty() ? view.say("is a member of {}", campaign->name)
                                   : view.say("has pledged in public and is a member of {}. It "
                                              "works on:",
                                              campaign->name),
         .lines = lines,
         .campaign = campaign->name,
         .strapline = campaign->place,
         .date = view.say("Member since {}", view.words->day(since)),
         .footer = view.say("Verified by the office of the campaign. As it stands on {}.",
                            view.words->day(context.today))}};
}

Response file(std::string bytes, const char* type, const char* name) {
    Response response;
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition", std::string("inline; filename=\"") + name + "\"");
    response.body = std::move(bytes);
    return response;
}

}  // namespace

Response show_certificate(const Request& request, access::Context& context) {
    const auto what = found(request, context);
    if (!what) return http::not_found();
    const design::View& view = context.view;
    auto way = crumbs(view, what->campaign);
    way.push_back({view.say("Who has joined"), url("/campaigns/{}/members", what->campaign.code)});
    way.push_back({what->organisation.name, member_address(what->campaign, what->organisation.id)});
    const auto id = what->organisation.id.text();
    return http::ok(
        design::page(view,
                     {.title = view.say("Certificate of {}", what->organisation.name),
                      .breadcrumb = std::move(way)},
                     html(R"({}<div class="pr-certificate-frame">{}</div>
            <p class="pr-not-printed"><a class="nhsuk-link" href="{}">{}</a> · <a class="nhsuk-link" href="{}">{}</a></p>)",
                          design::page_heading(view.say("Certificate"), what->campaign.name),
                          picture(what->certificate),
                          url("/campaigns/{}/members/{}/certificate.pdf", what->campaign.code, id),
                          view.say("As a PDF"),
                          url("/campaigns/{}/members/{}/certificate.svg", what->campaign.code, id),
                          view.say("As a picture (SVG)"))));
}

Response send_certificate_svg(const Request& request, access::Context& context) {
    const auto what = found(request, context);
    if (!what) return http::not_found();
    return file(picture(what->certificate).markup(), "image/svg+xml", "certificate.svg");
}

Response send_certificate_pdf(const Request& request, access::Context& context) {
    const auto what = found(request, context);
    if (!what) return http::not_found();
    auto pdf = render::pdf(picture(what->certificate).markup());
    if (!pdf) throw std::runtime_error(pdf.error());
    return file(std::move(*pdf), "application/pdf", "certificate.pdf");
}

}  // namespace primum::campaigns
