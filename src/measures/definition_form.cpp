#include "measures/definition_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/nhs_number.h"
#include "language/language.h"
#include "measures/dictionary.h"
#include "spc/names.h"

namespace primum::measures {
namespace {

using language::sentence;

constexpr std::size_t kLongestCode = 40;
constexpr std::size_t kLongestReason = 1000;

std::string text(const http::Form& form, std::string_view field) {
    return std::string(form.text(field));
}

std::optional<double> number(std::string_view typed) {
    double value = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (error != std::errc() || end != typed.data() + typed.size()) return {};
    return value;
}

void check_words(const std::string& words, const char* field, Problems& problems) {
    if (words.size() > kLongestReason)
        problems.add(field, sentence("Shorten this to 1,000 characters or fewer."));
    if (find_nhs_number(words))
        problems.add(field, sentence("Take the NHS number out: a definition names no patient."));
}

void check_reason(const DefinitionForm& form, Problems& problems) {
    if (form.reason.empty())
        problems.add("reason", sentence("Say in a sentence what changed and why: charts show it."));
    check_words(form.reason, "reason", problems);
}

/// Series carry the code in their own, and small letters there: so only these.
void check_code(const store::Reader& db, const std::string& code, Problems& problems) {
    const auto ordinary = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
    };
    if (code.empty())
        problems.add("code", sentence("Enter a short code, for example FALLS-1."));
    else if (code.size() > kLongestCode)
        problems.add("code", sentence("Shorten this: a code has 40 characters or fewer."));
    else if (!std::ranges::all_of(code, ordinary))
        problems.add("code", sentence("Use letters from A to Z, digits and hyphens only."));
    else if (code == "NEW" || code == "LIBRARY")
        problems.add("code", sentence("Choose another code: this one has a meaning already."));
    else if (find_measure_by_code(db, code))
        problems.add("code", sentence("Choose another code: a measure has this one already."));
}

void check_owner(const store::Scope& scope, const std::string& owner, Problems& problems) {
    const auto id = OrganisationId::parse(owner);
    if (!id || !scope.can_write(*id))
        problems.add("owner", sentence("Choose whose definition it is."));
}

Definition checked_words(const DefinitionForm& form, Problems& problems) {
    Definition says = form.says;
    says.multiplier = number(form.multiplier).value_or(0);
    check_definition(says, problems);
    return says;
}

/// Whether charts begin a new phase: they do where what is counted differs, unless somebody says
/// why it is the same all the same.
bool check_counts(const Definition& before, const Definition& after, const DefinitionForm& form,
                  Problems& problems) {
    const bool differs = counts_differently(before, after);
    if (form.counts == "other") return true;
    if (form.counts != "same") return differs;
    if (differs && form.why_same.empty())
        problems.add("why-same",
                     sentence("Say why numbers before and after are of one kind, or let charts "
                              "begin a new phase: what is counted, out of what, what is left out "
                              "or the multiplier differs."));
    check_words(form.why_same, "why-same", problems);
    return false;
}

}  // namespace

DefinitionForm DefinitionForm::from_request(const http::Form& form) {
    DefinitionForm typed{
        .code = text(form, "code"),
        .owner = text(form, "owner"),
        .copied_from = text(form, "copied-from"),
        .library_code = text(form, "library-code"),
        .says = {.name = text(form, "name"),
                 .kind = parse_kind(form.text("kind")).value_or(Kind::outcome),
                 .numerator = text(form, "numerator"),
                 .denominator = text(form, "denominator"),
                 .exclusions = text(form, "exclusions"),
                 .source = text(form, "source"),
                 .sampling = text(form, "sampling"),
                 .unit = text(form, "unit"),
                 .frequency = parse_frequency(form.text("frequency")).value_or(Frequency::month),
                 .chart = spc::chart_named(form.text("chart")).value_or(spc::Chart::run),
                 .better = parse_better(form.text("better")).value_or(spc::Better::neutral),
                 .goal = text(form, "goal"),
                 .steward = text(form, "steward")},
        .multiplier = text(form, "multiplier"),
        .from = organisations::TypedDay::from(form, "from"),
        .reason = text(form, "reason"),
        .counts = text(form, "counts"),
        .why_same = text(form, "why-same")};
    const std::string_view rev = form.text("rev");
    std::from_chars(rev.data(), rev.data() + rev.size(), typed.rev);
    return typed;
}

DefinitionForm DefinitionForm::of(const Measure& measure, Day from) {
    DefinitionForm form = like(measure.latest(), from);
    form.rev = measure.rev;
    return form;
}

DefinitionForm DefinitionForm::like(const Version& version, Day from) {
    return {.says = version.says,
            .multiplier = fmt::format("{}", version.says.multiplier),
            .from = organisations::TypedDay::of(from)};
}

std::string normal_measure_code(std::string_view typed) {
    std::string code(typed);
    for (char& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return code;
}

Valid<Version> check_new(const store::Reader& db, const store::Scope& scope,
                         const DefinitionForm& form) {
    Problems problems;
    check_code(db, normal_measure_code(form.code), problems);
    check_owner(scope, form.owner, problems);
    Version version{.says = checked_words(form, problems)};
    const auto from = organisations::check_day(
        form.from, "from", sentence("Enter the day from which it holds."), problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    version.from = *from;
    return version;
}

Valid<Version> check_change(const Measure& before, const DefinitionForm& form) {
    Problems problems;
    Version version{.says = checked_words(form, problems)};
    if (version.says.frequency != before.now().frequency)
        problems.add("frequency",
                     sentence("Leave this as it is: copy the measure to count it more or less "
                              "often."));
    const auto from = organisations::check_day(
        form.from, "from", sentence("Enter the day from which it holds."), problems);
    if (from && *from <= before.latest().from)
        problems.add("from-day", sentence("Enter a day after the one from which the version "
                                          "before holds."));
    if (problems.empty() && version.says == before.now())
        problems.add("", sentence("Nothing differs from the version before: change something "
                                  "first."));
    check_reason(form, problems);
    version.breaks = check_counts(before.now(), version.says, form, problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    version.from = *from;
    version.reason = form.reason;
    if (!version.breaks && counts_differently(before.now(), version.says))
        version.reason += " (" + form.why_same + ")";
    return version;
}

Valid<Version> check_draft(const Measure& before, const DefinitionForm& form) {
    Problems problems;
    Version version{.number = before.latest().number, .says = checked_words(form, problems)};
    const auto from = organisations::check_day(
        form.from, "from", sentence("Enter the day from which it holds."), problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    version.from = *from;
    return version;
}

}  // namespace primum::measures
