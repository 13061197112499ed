#include "demo/names.h"

#include <array>

namespace primum::demo {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 44> kBeginnings{
    "Aven",   "Borrow", "Calder", "Dunmar", "Elver",  "Fenrow",  "Galder",  "Harrow",  "Isen",
    "Jarrow", "Kelder", "Larkin", "Merrow", "Norrin", "Orrin",   "Pellan",  "Quern",   "Rathen",
    "Selwin", "Tarrow", "Ulver",  "Varden", "Wexen",  "Yarrow",  "Zennor",  "Brackel", "Corven",
    "Dellow", "Estran", "Farlan", "Gorsen", "Hollin", "Ivern",   "Kestrel", "Lorrim",  "Mallen",
    "Nethen", "Ostrel", "Penwyn", "Rindle", "Sorrel", "Thistle", "Umber",   "Wrenna"};

constexpr std::array<Words, 20> kEndings{
    "by",    "combe", "dale",    "fell",  "ford",  "gate",  "ham",  "haven",  "holt", "hythe",
    "marsh", "mere",  "minster", "mouth", "reach", "stead", "stow", "thorpe", "wick", "worth"};

constexpr std::array<Words, 56> kFirst{
    "Aisha",   "Adam",     "Bronwen", "Blessing", "Callum",  "Chloe",     "Dmitri",   "Daniela",
    "Elena",   "Edward",   "Fatima",  "Finn",     "Gareth",  "Gita",      "Hamza",    "Helen",
    "Isaac",   "Ingrid",   "James",   "Jyoti",    "Kwame",   "Katarzyna", "Lewis",    "Lucia",
    "Mehmet",  "Mary",     "Nadia",   "Noah",     "Olga",    "Owen",      "Priya",    "Peter",
    "Quentin", "Rosalind", "Ravi",    "Sofia",    "Samuel",  "Tomasz",    "Thandiwe", "Umar",
    "Ursula",  "Viktor",   "Violet",  "Wei",      "William", "Yusuf",     "Yvonne",   "Zainab",
    "Zoe",     "Marcus",   "Siobhan", "Joseph",   "Anjali",  "Ewan",      "Maria",    "Patrick"};

constexpr std::array<Words, 64> kLast{
    "Achebe",    "Adeyemi",  "Ahmed",     "Ashworth", "Banerjee", "Barker",   "Brennan", "Campbell",
    "Castro",    "Davies",   "Desai",     "Doyle",    "Eriksen",  "Evans",    "Farah",   "Fletcher",
    "Gallagher", "Georgiou", "Gupta",     "Hall",     "Hassan",   "Hughes",   "Ibrahim", "Ivanova",
    "Jackson",   "Jones",    "Kapoor",    "Kaur",     "Kelly",    "Kowalski", "Lam",     "Lewis",
    "Macleod",   "Mbeki",    "Mensah",    "Mitchell", "Moreau",   "Nair",     "Nguyen",  "O'Connor",
    "Okoro",     "Osei",     "Papadakis", "Patel",    "Pereira",  "Price",    "Rahman",  "Reid",
    "Rossi",     "Santos",   "Schmidt",   "Shah",     "Silva",    "Singh",    "Stewart", "Tanaka",
    "Taylor",    "Thomas",   "Walker",    "Wang",     "Williams", "Yilmaz",   "Young",   "Zhang"};

constexpr std::array<Words, 32> kPlainWords{
    "amber",   "anchor",  "basket",   "birch",   "candle",  "copper", "cricket", "dapple",
    "ember",   "feather", "garden",   "granite", "hazel",   "island", "jigsaw",  "kettle",
    "lantern", "marble",  "meadow",   "nutmeg",  "orchard", "pebble", "quiver",  "ribbon",
    "saddle",  "timber",  "umbrella", "velvet",  "walnut",  "willow", "yonder",  "zephyr"};

}  // namespace

std::string_view pick(SeededRandom& random, std::span<const std::string_view> words) {
    return words[random.below(words.size())];
}

std::string Towns::next() {
    for (;;) {
        std::string town(pick(random_, kBeginnings));
        town += pick(random_, kEndings);
        if (given_.insert(town).second) return town;
    }
}

FullName person_name(SeededRandom& random) {
    std::string first(pick(random, kFirst));
    return {std::move(first), std::string(pick(random, kLast))};
}

std::string passphrase(SeededRandom& random) {
    std::string phrase;
    for (int i = 0; i < 4; ++i)
        (phrase += pick(random, kPlainWords)) += '-';
    constexpr std::uint64_t kNumbers = 90;
    return phrase += std::to_string(10 + random.below(kNumbers));
}

}  // namespace primum::demo
