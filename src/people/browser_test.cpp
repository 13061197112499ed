#include "people/browser_test.h"

#include <stdexcept>

#include "html/url.h"

namespace primum::people::testing {
namespace {

/// What stands between two marks, from a place on; empty where it does not.
std::string between(std::string_view text, std::string_view before, std::string_view after,
                    std::size_t& from) {
    const std::size_t begin = text.find(before, from);
    if (begin == text.npos) return from = text.npos, std::string();
    const std::size_t start = begin + before.size();
    const std::size_t end = text.find(after, start);
    from = end;
    return std::string(text.substr(start, end - start));
}

std::string unescaped(std::string text) {
    for (const auto& [entity, sign] : {std::pair("&quot;", "\""), std::pair("&lt;", "<"),
                                       std::pair("&gt;", ">"), std::pair("&amp;", "&")})
        for (std::size_t at = text.find(entity); at != text.npos; at = text.find(entity, at + 1))
            text.replace(at, std::string_view(entity).size(), sign);
    return text;
}

std::string encoded(const Fields& fields) {
    std::string body;
    for (const auto& [name, value] : fields) {
        if (!body.empty()) body += '&';
        body += name + "=";
        html::append_url_part(body, value);
    }
    return body;
}

}  // namespace

int Browser::open(const std::string& where) {
    return ask(http::Method::get, where, "");
}

int Browser::send(const std::string& action, const Fields& filled_in) {
    std::size_t from = 0;
    const std::string form = between(page, " action=\"" + action + "\"", "</form>", from);
    if (from == page.npos) throw std::logic_error("there is no form for " + action + ": " + page);
    Fields fields;
    for (std::size_t at = 0;;) {
        const std::string hidden = between(form, "<input type=\"hidden\"", ">", at);
        if (at == form.npos) break;
        std::size_t i = 0;
        const std::string name = between(hidden, "name=\"", "\"", i);
        fields.emplace_back(name, unescaped(between(hidden, "value=\"", "\"", i)));
    }
    fields.insert(fields.end(), filled_in.begin(), filled_in.end());
    last_address_ = action;
    last_body_ = encoded(fields);
    return send_again();
}

int Browser::send_again() {
    return ask(http::Method::post, last_address_, last_body_);
}

int Browser::ask(http::Method method, const std::string& where, const std::string& body) {
    http::Request request;
    request.method = method;
    const std::size_t question = where.find('?');
    request.path = where.substr(0, question);
    if (question != where.npos) request.query = where.substr(question + 1);
    request.peer = peer;
    request.id = "a-test";
    request.headers.add("Sec-Fetch-Site", "same-origin");
    std::string all;
    for (const auto& [name, value] : cookies)
        all += (all.empty() ? "" : "; ") + name + "=" + value;
    if (!all.empty()) request.headers.add("Cookie", all);
    if (method == http::Method::post) {
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        request.body = body;
    }

    const http::Response response = door_->answer(request);
    keep_cookies(response.headers);
    if (const auto onwards = response.headers.find("Location")) {
        const std::string there(*onwards);
        const http::Headers led = response.headers;
        const int status = open(there);
        sent_on = led;
        return status;
    }
    sent_on = {};
    headers = response.headers;
    page = response.bytes();
    address = where;
    return static_cast<int>(response.status);
}

void Browser::keep_cookies(const http::Headers& with) {
    for (const http::Header& header : with) {
        if (header.name != "Set-Cookie") continue;
        const std::string pair = header.value.substr(0, header.value.find(';'));
        const std::string name = pair.substr(0, pair.find('='));
        cookies[name] = pair.substr(pair.find('=') + 1);
        if (header.value.find("Max-Age=0") != std::string::npos) cookies.erase(name);
    }
}

}  // namespace primum::people::testing
