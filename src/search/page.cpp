#include "search/page.h"

#include "design/callouts.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/page.h"
#include "design/pagination.h"
#include "design/table.h"
#include "design/tag.h"

namespace primum::search {
namespace {

using design::View;
using html::html;
using html::Html;
using html::url;

constexpr std::size_t kLongestSummary = 320;

/// Text with its marks as <mark>; the marks come in pairs.
Html marked(std::string_view text) {
    Html result;
    while (!text.empty()) {
        const std::size_t begin = text.find(store::kMarkBegins);
        result.append("{}", text.substr(0, begin));
        if (begin == text.npos) break;
        text.remove_prefix(begin + 1);
        const std::size_t end = text.find(store::kMarkEnds);
        result.append(R"(<mark class="pr-found">{}</mark>)", text.substr(0, end));
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    return result;
}

bool has_mark(std::string_view text) {
    return text.find(store::kMarkBegins) != text.npos;
}

/// Its beginning, cut between words; a mark that is cut open is closed by marked().
std::string shortened(std::string_view text) {
    if (text.size() <= kLongestSummary) return std::string(text);
    const std::size_t space = text.rfind(' ', kLongestSummary);
    return std::string(text.substr(0, space == text.npos ? 0 : space)) + " …";
}

/// The summary where the words are in it; else the piece of the page that has them, if any has.
std::string snippet(const store::TextMatch& match) {
    if (has_mark(match.summary) || !has_mark(match.excerpt)) return shortened(match.summary);
    return match.excerpt;
}

class ResultsPage {
public:
    ResultsPage(const View& view, const Results& results) : view_(view), results_(results) {}

    Html draw() const {
        const std::string title = results_.text.empty() ? std::string(view_.say("Search"))
                                                        : view_.say("Search: {}", results_.text);
        return design::page(
            view_, {.title = title, .breadcrumb = {{view_.say("Home"), url("/")}}, .latest = true},
            design::two_thirds(html("{}{}{}", design::page_heading(view_.say("Search")),
                                    box(view_, results_.text), answer())));
    }

private:
    Html answer() const {
        if (results_.text.empty())
            return html("<p>{}</p>",
                        view_.say("Look for a word of a page: a hospital, an intervention, a "
                                  "measure, an event, a partner, a document."));
        if (results_.question.words.empty()) return no_words();
        if (results_.answer.kinds.empty()) return nothing();
        return html("{}{}{}{}{}", shortened_note(), breadth_note(), kinds(), matches(), pages());
    }

    Html no_words() const {
        return design::nothing_yet(
            results_.question.only_small_words
                ? view_.say("Every page has words as small as these: add one that says more.")
                : view_.say("There is no word in what you looked for: use letters or digits."));
    }

    Html nothing() const {
        return html(
            R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">)"
            R"(<li>{}</li><li>{}</li><li>{}</li></ul><p>{}</p>)",
            view_.say("Nothing was found"), view_.say("Check how the words are written."),
            view_.say("Use fewer words, or a word that means the same."),
            view_.say("Only pages that everybody may read are searched: what belongs to an "
                      "organisation is on its own pages."),
            design::link(url("/library"), view_.say("Look through the library instead")));
    }

    Html shortened_note() const {
        if (!results_.question.shortened) return {};
        return html("<p>{}</p>", view_.say("Only the first {} words were looked for.", kMostWords));
    }

    Html breadth_note() const {
        using store::Breadth;
        if (results_.answer.breadth == Breadth::all_words) return {};
        return design::inset_text(
            view_,
            html("<p>{}</p>", results_.answer.breadth == Breadth::all_beginnings
                                  ? view_.say("No page has these words as they are. These have "
                                              "words that begin like them.")
                                  : view_.say("No page has all of these words. These have some of "
                                              "them.")));
    }

    Html kind_link(std::string_view kind, std::string_view label, std::size_t count) const {
        const std::string words = std::string(label) + " (" + std::to_string(count) + ")";
        if (kind == results_.kind)
            return html(
                R"(<li class="pr-kinds__item"><strong aria-current="true">{}</strong></li>)",
                words);
        return html(R"(<li class="pr-kinds__item"><a class="nhsuk-link" href="{}">{}</a></li>)",
                    url("/search?q={}&kind={}", results_.text, kind), words);
    }

    /// Everything, and each kind with how many there are.
    Html kinds() const {
        std::size_t all = 0;
        for (const store::TextCount& one : results_.answer.kinds)
            all += one.count;
        Html links = kind_link("", view_.say("Everything"), all);
        for (const store::TextCount& one : results_.answer.kinds)
            links += kind_link(one.kind, view_.said(one.kind), one.count);
        return html(R"(<nav aria-label="{}"><ul class="nhsuk-list pr-kinds">{}</ul></nav>)",
                    view_.say("Kinds of page"), links);
    }

    Html matches() const {
        if (results_.answer.matches.empty())
            return design::nothing_yet(view_.say("There is nothing of this kind on this page."));
        Html items;
        for (const store::TextMatch& match : results_.answer.matches) {
            const auto where = html::Url::parse(match.path);
            if (!where) continue;
            items.append(R"(
                <li class="pr-results__item"><h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1"><a
                class="nhsuk-link" href="{}">{}</a></h2>
                <p class="nhsuk-body-s nhsuk-u-margin-bottom-1 pr-results__kind">{}</p>
                <p>{}</p></li>)",
                         *where, marked(match.title), view_.said(match.kind),
                         marked(snippet(match)));
        }
        const auto count = static_cast<std::int64_t>(results_.answer.count);
        return html(
            R"(<p class="nhsuk-u-visually-hidden">{}</p><ol class="nhsuk-list pr-results">{}</ol>)",
            view_.words->count(count, "{} page was found", "{} pages were found"), items);
    }

    Html pages() const {
        return design::pagination(
            view_, design::Pages{results_.page, (results_.answer.count + kOnAPage - 1) / kOnAPage,
                                 [&](std::size_t page) {
                                     return url("/search?q={}&kind={}&page={}", results_.text,
                                                results_.kind, page);
                                 }});
    }

    const View& view_;
    const Results& results_;
};

}  // namespace

Html results_page(const View& view, const Results& results) {
    return ResultsPage(view, results).draw();
}

}  // namespace primum::search
