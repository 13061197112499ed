// A provider inside an organisation's own network, with a certificate of its own authority.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "openid/testing.h"

namespace primum::openid {
namespace {

using testing::HasSubstr;

class InsideProvider : public testing::Test {
protected:
    static std::string new_folder() {
        std::string folder = testing::TempDir() + "openid-XXXXXX";
        if (!mkdtemp(folder.data())) throw std::runtime_error("no folder");
        return folder;
    }
    ~InsideProvider() override { std::filesystem::remove_all(folder_); }

    std::string reason_with(std::vector<std::string> networks, const std::string& ca_file) {
        Provider provider = provider_at(script_.address() + "/none");
        provider.networks = std::move(networks);
        provider.ca_file = ca_file;
        RelyingParty party(provider);
        const auto started = party.start(kRedirectUri);
        return started ? "" : started.error().reason;
    }

    const std::string folder_ = new_folder();
    const std::string authority_ = folder_ + "/authority.pem";
    const Script script_{{"hostile.mjs", folder_}};
};

TEST_F(InsideProvider, NeedsItsNetworkAndItsAuthorityInTheSettings) {
    EXPECT_THAT(reason_with({}, authority_), HasSubstr("may not be reached"));
    EXPECT_THAT(reason_with({"127.0.0.3"}, authority_), HasSubstr("may not be reached"));
    EXPECT_THAT(reason_with({"127.0.0.0/8"}, ""), HasSubstr("certificate"));
    EXPECT_EQ(reason_with({"127.0.0.2"}, authority_), "");
}

}  // namespace
}  // namespace primum::openid
