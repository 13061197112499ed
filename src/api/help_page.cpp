#include "api/help_page.h"

#include "api/contract.h"
#include "api/snippet.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/page.h"
#include "design/table.h"
#include "measures/rule_words.h"

namespace primum::api {
namespace {

using html::html;
using html::url;

std::string curl(const std::string& rest) {
    return "curl -sS -H \"Authorization: Bearer $TOKEN\" \\\n  " + rest;
}

html::Html steps(const design::View& view, const std::string& here) {
    const std::string series = "\"" + here + "/api/v1/organisations/RR8/series/core-01";
    html::Html text;
    const auto step = [&](std::string_view words, const std::string& command) {
        text.append("<p>{}</p>{}", words, snippet(view, "shell", command));
    };
    step(view.say("What an organisation counts:"),
         curl("\"" + here + "/api/v1/organisations/RR8/series\""));
    step(view.say("Enter March 2026. The same again changes nothing:"),
         curl("-X PUT -H \"Content-Type: application/json\" \\\n  -d '{\"numerator\": 3, "
              "\"denominator\": 812}' \\\n  " +
              series + "/points/2026-03\""));
    step(view.say("What the chart says now:"), curl(series + "/analysis\""));
    step(view.say("Several months at once, all or none; with a key, sending it again is safe:"),
         curl("-H \"Content-Type: application/json\" -H \"Idempotency-Key: march-26\" \\\n  -d "
              "'[{\"period\": \"2026-01\", \"numerator\": 5, \"denominator\": 790},\n       "
              "{\"period\": \"2026-02\", \"numerator\": 2, \"denominator\": 805}]' \\\n  " +
              series + "/points\""));
    step(view.say("To change a point, read its ETag and send it back in If-Match:"),
         "etag=$(" + curl("-o /dev/null -w '%header{etag}' " + series + "/points/2026-03\"") +
             ")\n" +
             curl("-X PUT -H \"If-Match: $etag\" -H \"Content-Type: application/json\" \\\n  -d "
                  "'{\"numerator\": 4, \"denominator\": 812}' \\\n  " +
                  series + "/points/2026-03\""));
    return text;
}

html::Html spreadsheets(const design::View& view, const std::string& here) {
    return html(
        "{}<p>{}</p>{}", design::heading({.words = view.say("Excel and Power BI")}),
        view.say("Get data, Blank query, Advanced editor; then paste this. When it asks how to "
                 "sign in, choose Basic, any user name, and the token as the password."),
        snippet(view, "powerquery",
                "let\n  Source = Csv.Document(\n    Web.Contents(\"" + here +
                    "\",\n      [RelativePath = "
                    "\"/api/v1/organisations/RR8/series/core-01/points.csv\"]),\n    [Delimiter = "
                    "\",\", Encoding = 65001]),\n  Points = Table.PromoteHeaders(Source)\nin\n  "
                    "Points"));
}

html::Html table_of_operations(const design::View& view) {
    design::TableWriter table({.caption = view.say("What there is"),
                               .columns = {{view.say("Request")}, {view.say("Does")}},
                               .first_cell_is_heading = true});
    for (const Operation& operation : operations())
        table.row(html("<code>{} {}</code>", http::name(operation.method), operation.path),
                  operation.summary);
    return std::move(table).done();
}

}  // namespace

html::Html help_page(const design::View& view, const std::string& here, disclosure::Mode outside) {
    const auto title = view.say("For programs");
    return design::page(
        view, {.title = title},
        html("{}{}{}",
             design::two_thirds(html(
                 "{}<p>{}</p><ol class=\"nhsuk-list nhsuk-list--number\"><li>{}</li><li>{}</li>"
                 "<li>{}</li></ol>{}{}{}",
                 design::page_heading(title),
                 view.say("Ward systems, spreadsheets and reporting tools can read measures and "
                          "enter points by themselves."),
                 view.say("Open your organisation’s page and choose Tokens for programs. Whoever "
                          "keeps its data may."),
                 view.say("Say what the program may do, and copy the token: it is shown once."),
                 view.say("Give it to the program, as TOKEN below."),
                 design::heading({.words = view.say("On a command line")}),
                 snippet(view, "shell", "export TOKEN=prm_…"), steps(view, here))),
             design::two_thirds(spreadsheets(view, here)),
             html("{}{}<p>{}</p><p>{}</p><p>{}</p>",
                  design::heading({.words = view.say("Reference")}), table_of_operations(view),
                  design::link(url("/api/openapi.json"),
                               view.say("The same for programs (OpenAPI 3.1)")),
                  view.say("What other organisations show can be read as well. {}",
                           view.say(measures::rule_in_words(outside))),
                  view.say("Refusals say what to do, as RFC 9457 has it."))));
}

}  // namespace primum::api
