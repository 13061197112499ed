#include "store/portable.h"

#include <gmock/gmock.h>

#include <sstream>
#include <string>
#include <tuple>

#include "store/testing.h"
#include "store/testing_contents.h"

namespace primum::store {
namespace {

using testing::contents_of;
using testing::FreshDatabase;

// From each engine to each.
class Portable : public ::testing::TestWithParam<std::tuple<Engine, Engine>> {
protected:
    void SetUp() override { testing::fill(*from_); }

    std::string exported() {
        std::ostringstream out;
        contents_ = export_all(*from_, out);
        return out.str();
    }
    Checked<Contents> import(const std::string& text) {
        std::istringstream in(text);
        return import_all(*to_, in);
    }
    void expect_refused(const std::string& text) {
        const std::string before = contents_of(*to_);
        EXPECT_FALSE(import(text));
        EXPECT_EQ(contents_of(*to_), before);
    }

    FreshDatabase from_{std::get<0>(GetParam())};
    FreshDatabase to_{std::get<1>(GetParam())};
    Contents contents_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Portable,
                         ::testing::Combine(testing::engines(), testing::engines()),
                         [](const auto& pair) {
                             const auto name = [](Engine engine) {
                                 return engine == Engine::sqlite ? "SQLite" : "PostgreSQL";
                             };
                             return std::string(name(std::get<0>(pair.param))) + "To" +
                                    name(std::get<1>(pair.param));
                         });

TEST_P(Portable, MovesEverything) {
    const auto imported = import(exported());
    ASSERT_TRUE(imported) << imported.error().sentence;
    EXPECT_EQ(imported->digest, contents_.digest);
    EXPECT_EQ(imported->rows, contents_.rows);
    EXPECT_GT(imported->rows, 20);
    EXPECT_EQ(contents_of(*to_), contents_of(*from_));
    EXPECT_FALSE(verify_audit(*to_->read(), Scope::system("test")));
}

TEST_P(Portable, RefusesADatabaseThatIsNotEmpty) {
    testing::fill(*to_);
    expect_refused(exported());
}

TEST_P(Portable, RefusesADamagedFileAndChangesNothing) {
    const std::string whole = exported();
    expect_refused("");
    expect_refused("x\n");
    expect_refused(whole.substr(0, whole.size() / 2));
    std::string changed = whole;
    changed[changed.find("a@b.example")] = 'b';
    expect_refused(changed);
    std::string other = whole;
    other.replace(other.find("\"schema\":"), 9, "\"schema\":9");
    expect_refused(other);
}

}  // namespace
}  // namespace primum::store
