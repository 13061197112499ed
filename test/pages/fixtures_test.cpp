// Our components beside the package's own, on the package's own examples (fixtures.json). Which
// examples ours can show, and what it lacks for the others, is listed in fixtures.txt; the list is
// compared too, so that it never says more than is true.

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "adapters.h"
#include "markup.h"

namespace primum {
namespace {

namespace json = boost::json;

std::string bytes_of(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// What stands in a block of their template language is markup for us.
json::value with_block(const std::string& component, const json::value& fixture) {
    json::value context = fixture.at("context");
    const json::value* block = fixture.as_object().if_contains("callBlock");
    if (!block || !block->is_string()) return context;
    if (component == "card") {
        context.as_object()["description"] = json::object{{"html", *block}};
    } else {
        context.as_object()["html"] = *block;
    }
    return context;
}

struct Tally {
    int same = 0;
    std::map<std::string, int> lacking;  // by the first parameter that ours does not have
};

std::string list_of(const std::map<std::string, Tally>& tallies) {
    std::ostringstream list;
    int same = 0;
    int all = 0;
    for (const auto& [component, tally] : tallies) {
        int lacking = 0;
        for (const auto& [what, count] : tally.lacking)
            lacking += count;
        list << component << ": " << tally.same << " of " << tally.same + lacking << '\n';
        for (const auto& [what, count] : tally.lacking)
            list << "    " << count << " lack " << what << '\n';
        same += tally.same;
        all += tally.same + lacking;
    }
    list << "all: " << same << " of " << all << '\n';
    return list.str();
}

TEST(Components, AreThoseOfThePackage) {
    std::map<std::string, Tally> tallies;
    for (const auto& [component, adapter] : adapters()) {
        const json::value file =
            json::parse(bytes_of(std::string(PRIMUM_SOURCE_DIR) +
                                 "/web/node_modules/nhsuk-frontend/dist/nhsuk/components/" +
                                 component + "/fixtures.json"));
        for (const json::value& fixture : file.at("fixtures").as_array()) {
            const std::string name = component + ": " + std::string(fixture.at("name").as_string());
            const json::value context = with_block(component, fixture);
            std::set<std::string> read;
            Rendered rendered;
            try {
                rendered = adapter(Params(context, read));
            } catch (const Lacking& lacking) {
                ++tallies[component].lacking[lacking.what];
                continue;
            }
            if (const auto lacking = unread(context, read); !lacking.empty()) {
                ++tallies[component].lacking[lacking.front()];
                continue;
            }
            std::string expected(fixture.at("html").as_string());
            for (const auto& [from, to] : rendered.otherwise)
                expected = replaced(expected, from, to);
            const std::string ours = comparable(rendered.markup.markup());
            EXPECT_EQ(ours, comparable(expected)) << name << "\n" << json::serialize(context);
            ++tallies[component].same;
        }
    }
    const std::string list = list_of(tallies);
    std::cout << list;
    if (std::getenv("PRIMUM_ACCEPT"))
        std::ofstream(std::string(PRIMUM_SOURCE_DIR) + "/test/pages/fixtures.txt") << list;
    EXPECT_EQ(list, bytes_of(std::string(PRIMUM_SOURCE_DIR) + "/test/pages/fixtures.txt"));
}

}  // namespace
}  // namespace primum
