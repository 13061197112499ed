#include "search/routes.h"

#include <algorithm>
#include <charconv>

#include "access/context.h"
#include "access/policy.h"
#include "search/page.h"

namespace primum::search {
namespace {

constexpr std::size_t kLongestText = 500;

std::size_t page_of(const http::Request& request) {
    constexpr std::size_t kMost = 1000;
    const std::string text = request.parameter("page").value_or("1");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::size_t>(page, 1, kMost);
}

/// Not more of it than anybody types, and no half character at its end.
std::string shortened(std::string text) {
    if (text.size() <= kLongestText) return text;
    std::size_t end = kLongestText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    text.resize(end);
    return text;
}

http::Response show_search(const http::Request& request, access::Context& context) {
    Results results{.text = shortened(request.parameter("q").value_or("")),
                    .kind = request.parameter("kind").value_or(""),
                    .page = page_of(request)};
    results.question = read_question(results.text);
    results.answer =
        find(context.db, results.question, results.kind, (results.page - 1) * kOnAPage, kOnAPage);
    return http::ok(results_page(context.view, results));
}

}  // namespace

void add_routes(access::Routes& routes) {
    routes.get("/search", access::policy::public_page, show_search);
}

}  // namespace primum::search
