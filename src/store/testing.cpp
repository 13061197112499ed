#include "store/testing.h"

#include <cstdlib>
#include <filesystem>

namespace primum::store::testing {

TemporaryFolder::TemporaryFolder() {
    path_ = (std::filesystem::temp_directory_path() / "primum-XXXXXX").string();
    if (!::mkdtemp(path_.data())) throw std::runtime_error("No temporary folder could be made.");
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

FreshDatabase::FreshDatabase(Engine, Options options)
    : folder_(std::make_unique<TemporaryFolder>()), options_(std::move(options)) {
    options_.url = folder_->path() + "/primum.db";
    store_ = Store::open(options_);
    store_->migrate();
}

FreshDatabase::~FreshDatabase() = default;

void FreshDatabase::reopen() {
    store_.reset();
    store_ = Store::open(options_);
}

}  // namespace primum::store::testing
