#include "store/testing.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "store/postgres_connection.h"

namespace primum::store::testing {
namespace {

// postgresql://user@/DATABASE?host=…
std::string url_of(std::string_view database) {
    std::string url = std::getenv("PRIMUM_TEST_POSTGRES");
    const auto name = url.find('/', url.find("//") + 2) + 1;
    return url.replace(name, url.find('?') - name, database);
}

void on_server(const std::string& statement) {
    PostgresConnection(url_of("postgres"), std::chrono::minutes(1)).script(statement);
}

std::string new_database_name() {
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
        server_database_ = new_database_name();
        on_server("CREATE DATABASE " + server_database_ + " ENCODING 'UTF8' TEMPLATE template0");
        options_.url = url_of(server_database_);
    }
    store_ = Store::open(options_);
    store_->migrate();
}

FreshDatabase::~FreshDatabase() {
    store_.reset();
    if (!server_database_.empty()) on_server("DROP DATABASE " + server_database_ + " WITH (FORCE)");
}

void FreshDatabase::reopen() {
    store_.reset();
    store_ = Store::open(options_);
}

}  // namespace primum::store::testing
