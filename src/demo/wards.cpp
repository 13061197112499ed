#include "demo/wards.h"

#include <array>
#include <string_view>

#include "demo/names.h"

namespace primum::demo {
namespace {

constexpr std::array<std::string_view, 6> kDepartments{
    "Emergency Department", "Intensive Care Unit", "Acute Medical Unit", "Labour Ward", "Theatres",
    "Children's Ward"};

constexpr std::array<std::string_view, 22> kSpecialities{
    "cardiology",       "respiratory medicine",
    "stroke",           "older people's medicine",
    "general surgery",  "trauma and orthopaedics",
    "urology",          "gynaecology",
    "gastroenterology", "renal medicine",
    "haematology",      "oncology",
    "neurology",        "vascular surgery",
    "general medicine", "diabetes and endocrinology",
    "rehabilitation",   "short stay",
    "day surgery",      "ear, nose and throat",
    "frailty",          "discharge lounge"};

constexpr std::array<std::string_view, 8> kCommunity{
    "rehabilitation", "older people's medicine", "palliative care", "intermediate care",
    "minor injuries", "stroke rehabilitation",   "day care",        "memory care"};

}  // namespace

std::string ward_name(SeededRandom& random, std::size_t number, bool large_site) {
    if (large_site && number < kDepartments.size()) return std::string(kDepartments[number]);
    std::string name = "Ward " + std::to_string(number + 1) + ", ";
    return name += large_site ? pick(random, kSpecialities) : pick(random, kCommunity);
}

}  // namespace primum::demo
