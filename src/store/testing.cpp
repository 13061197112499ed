#include "store/testing.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "store/postgres_connection.h"

namespace primum::store::testing {
namespace {

// A schema takes a tenth of the time that a database takes.
std::string url_of(const std::string& schema) {
    return std::string(std::getenv("PRIMUM_TEST_POSTGRES")) + "&options=-csearch_path%3D" + schema +
           "&application_name=" + schema;
}

void on_server(const std::string& statement) {
    PostgresConnection(std::getenv("PRIMUM_TEST_POSTGRES"), std::chrono::minutes(1))
        .script(statement);
}

std::string new_schema_name() {
    std::string name =
        "test_" + std::string(Uuid::make(system_clock().now(), system_random()).text());
    std::ranges::replace(name, '-', '_');
    return name;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    path_ = (std::filesystem::temp_directory_path() / "primum-XXXXXX").string();
    if (!::mkdtemp(path_.data())) throw std::runtime_error("No temporary folder could be made.");
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

FreshDatabase::FreshDatabase(Engine engine, Options options) : options_(std::move(options)) {
    if (engine == Engine::sqlite) {
        folder_ = std::make_unique<TemporaryFolder>();
        options_.url = folder_->path() + "/primum.db";
    } else {
        schema_ = new_schema_name();
        on_server("CREATE SCHEMA " + schema_);
        options_.url = url_of(schema_);
    }
    store_ = Store::open(options_);
    store_->migrate();
}

FreshDatabase::~FreshDatabase() {
    store_.reset();
    if (!schema_.empty()) on_server("DROP SCHEMA " + schema_ + " CASCADE");
}

void FreshDatabase::reopen() {
    store_.reset();
    store_ = Store::open(options_);
}

}  // namespace primum::store::testing
