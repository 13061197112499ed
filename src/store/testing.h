#pragma once
// For the tests of every room: a database of their own, on each engine.
//
//     class Organisations : public testing::TestWithParam<store::Engine> {
//         store::testing::FreshDatabase db{GetParam()};
//     };
//     INSTANTIATE_TEST_SUITE_P(Engines, Organisations, store::testing::engines(),
//                              store::testing::engine_name);

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/random.h"
#include "store/store.h"

namespace primum::store::testing {

/// A clock that stands still until it is moved.
class StillClock final : public Clock {
public:
    explicit StillClock(Instant at) : at_(at) {}
    Instant now() const override { return at_; }
    void move_to(Instant at) { at_ = at; }

private:
    Instant at_;
};

/// An empty folder that goes away with it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// An empty database of its own with the whole schema, which goes away with it.
class FreshDatabase {
public:
    explicit FreshDatabase(Engine engine = Engine::sqlite, Options options = {});
    ~FreshDatabase();

    Store& operator*() { return *store_; }
    Store* operator->() { return store_.get(); }

    /// With which it was opened; the url opens it again.
    const Options& options() const { return options_; }

    /// Its name on the server, and that of its connections; empty for a file.
    const std::string& name() const { return schema_; }

    /// Closes it, so that another process may have it alone.
    void close() { store_.reset(); }
    /// Closes it and opens it again.
    void reopen();

private:
    std::unique_ptr<TemporaryFolder> folder_;
    std::string schema_;
    Options options_;
    std::unique_ptr<Store> store_;
};

/// SQLite, and PostgreSQL where PRIMUM_TEST_POSTGRES names a server; bin/test starts one.
inline auto engines() {
    std::vector engines = {Engine::sqlite};
    if (std::getenv("PRIMUM_TEST_POSTGRES")) engines.push_back(Engine::postgres);
    return ::testing::ValuesIn(engines);
}

inline std::string engine_name(const ::testing::TestParamInfo<Engine>& info) {
    return info.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
}

}  // namespace primum::store::testing
