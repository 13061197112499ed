// Any bytes as what a provider sends: read or refused with a reason, never a crash, and never
// believed without a signature.

#include <cstdlib>

#include "openid/directory.h"
#include "openid/id_token.h"
#include "openid/identity.h"
#include "openid/keys.h"

namespace {

using namespace primum::openid;

template <class T>
void expect_reasons(const Answer<T>& answer) {
    if (!answer && (answer.error().sentence.empty() || answer.error().reason.empty())) std::abort();
}

Provider provider() {
    Provider provider;
    provider.issuer = "https://login.example";
    provider.domains = {"example.org"};
    RoleRule texts;
    texts.claim = "a.b";
    texts.value = "c";
    texts.organisation = "RR8";
    RoleRule objects;
    objects.claim = "roles";
    objects.field = "code";
    objects.value = "c";
    objects.organisation_field = "org";
    objects.chosen_claim = "chosen";
    objects.chosen_field = "id";
    provider.roles = {texts, objects};
    return provider;
}

void as_claims(const Json& document) {
    static const Provider settings = provider();
    Expected expected;
    expected.issuer = settings.issuer;
    expected.client_id = "primum";
    expected.nonce = "n";
    expected.max_age = std::chrono::seconds(60);
    expected.acr = {"high"};
    objection(document, expected);
    const auto identity = identify(settings, document, &document);
    expect_reasons(identity);
    if (!identity) return;
    if (identity->subject.empty() || identity->name.size() > 200) std::abort();
    if (identity->email_trusted && !identity->email.ends_with("example.org") &&
        identity->email.find_first_of("EXAMPLORG") == std::string::npos)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);

    if (const auto document = read_document(text)) {
        as_claims(*document);
        static const Outside outside = outside_of("https://login.example").value();
        expect_reasons(read_metadata(*document, "https://login.example", outside));
        expect_reasons(Keys::read(*document));
    } else if (document.error().empty()) {
        std::abort();
    }

    // A key of NIST's P-256: the generator itself, whose secret is 1, which no input signs with.
    static const Keys keys =
        Keys::read(read_document(R"({"keys":[{"kty":"EC","crv":"P-256",)"
                                 R"("x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",)"
                                 R"("y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}]})")
                       .value())
            .value();
    if (keys.size() != 1) std::abort();
    const auto header = read_header(text);
    expect_reasons(header);
    if (header && keys.verify(text, *header)) std::abort();
    return 0;
}
