#include "demo/staff.h"

#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "demo/names.h"

namespace primum::demo {
namespace {

using access::Role;

constexpr Day kCampaignBegan = std::chrono::year(2023) / 9 / 1;

struct Shown {
    Role role;
    std::string_view kind;  ///< of the place where the role is held: the first of them
    std::string_view first;
    std::string_view last;
};
constexpr std::array<Shown, access::kRoles> kShown{{
    {Role::administrator, "country", "Amina", "Okafor"},
    {Role::campaign_office, "country", "Ben", "Hartley"},
    {Role::programme_faculty, "country", "Carys", "Morgan"},
    {Role::node_lead, "network", "David", "Lindqvist"},
    {Role::chief_executive, "trust", "Ewa", "Nowak"},
    {Role::executive, "trust", "Farid", "Haddad"},
    {Role::medical_director, "trust", "Grace", "Mensah"},
    {Role::nursing_director, "trust", "Hannah", "Frost"},
    {Role::improvement_lead, "trust", "Imran", "Qureshi"},
    {Role::analyst, "trust", "Jia", "Chen"},
    {Role::patient_partner, "trust", "Kofi", "Asante"},
    {Role::team_member, "ward", "Leah", "Goldberg"},
}};

constexpr std::array<Role, 5> kLeaders{Role::chief_executive, Role::medical_director,
                                       Role::nursing_director, Role::improvement_lead,
                                       Role::analyst};

class Recruiter {
public:
    Recruiter(SeededRandom& random, const Country& country) : random_(random), country_(country) {}

    std::vector<Colleague> all() {
        for (const Shown& shown : kShown)
            hire({std::string(shown.first), std::string(shown.last)}, shown.role,
                 open_places(country_, shown.kind).front(), true);
        for (const std::size_t network : open_places(country_, "network"))
            hire(person_name(random_), Role::node_lead, network, false);
        const auto trusts = open_places(country_, "trust");
        for (std::size_t i = 1; i < trusts.size(); ++i)
            for (const Role role : kLeaders)
                hire(person_name(random_), role, trusts[i], false);
        constexpr std::size_t kOneWardIn = 25;
        const auto wards = open_places(country_, "ward");
        for (std::size_t i = 1; i < wards.size(); i += kOneWardIn)
            hire(person_name(random_), Role::team_member, wards[i], false);
        return std::move(staff_);
    }

private:
    void hire(const FullName& name, Role role, std::size_t place, bool shown) {
        constexpr unsigned kDays = 700;
        staff_.push_back(
            {.name = name.first + " " + name.last,
             .email = address(name),
             .role = role,
             .place = place,
             .from = kCampaignBegan + std::chrono::days(shown ? 0 : random_.below(kDays)),
             .shown = shown});
    }

    /// rosalind.achebe@demo.example, and rosalind.achebe.2@… for the next of that name.
    std::string address(const FullName& name) {
        std::string local;
        for (const char c : name.first + "." + name.last) {
            if (c >= 'A' && c <= 'Z') local += static_cast<char>(c + ('a' - 'A'));
            if ((c >= 'a' && c <= 'z') || c == '.') local += c;
        }
        const int count = ++seen_[local];
        if (count > 1) local += "." + std::to_string(count);
        return local + "@demo.example";
    }

    SeededRandom& random_;
    const Country& country_;
    std::vector<Colleague> staff_;
    std::unordered_map<std::string, int> seen_;
};

}  // namespace

std::vector<Colleague> make_staff(SeededRandom& random, const Country& country) {
    return Recruiter(random, country).all();
}

}  // namespace primum::demo
