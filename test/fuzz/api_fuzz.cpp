// Any bytes as what a program sends: a token is one of ours or none, and the numbers of points are
// read or refused with a place and a sentence.

#include <cmath>
#include <cstdlib>

#include "access/token.h"
#include "api/point_body.h"
#include "api/secret.h"

namespace {

using namespace primum;

void expect_reasons(const api::Faults& faults) {
    if (faults.empty()) std::abort();
    for (const access::Fault& fault : faults)
        if (fault.detail.empty() || (!fault.pointer.empty() && fault.pointer.front() != '/'))
            std::abort();
}

void expect_sense(const measures::Said& said, const measures::Definition& says) {
    if (said.denominator && !says.divides()) std::abort();
    for (const auto& number : {said.numerator, said.denominator})
        if (number && !std::isfinite(*number)) std::abort();
}

void as_points(const json::Value& document, const measures::Definition& says) {
    if (const auto said = api::read_point(document, says, Day(), ""))
        expect_sense(*said, says);
    else
        expect_reasons(said.error());
    const auto points = api::read_points(document, says);
    if (!points) return expect_reasons(points.error());
    for (const api::PointOfMany& point : *points)
        expect_sense(point.said, says);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto token = access::token_in(text))
        if (const auto secret = api::parse_secret(*token); secret && secret->text() != *token)
            std::abort();
    if (const auto secret = api::parse_secret(text); secret && secret->text() != text) std::abort();

    const auto document = json::parse(text);
    if (!document) return 0;
    for (const auto frequency : {measures::Frequency::event, measures::Frequency::week,
                                 measures::Frequency::month, measures::Frequency::quarter})
        for (const char* denominator : {"", "Bed days"})
            as_points(*document, {.denominator = denominator, .frequency = frequency});
    return 0;
}
