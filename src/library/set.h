#pragma once
// What the sets of content are, as data: a set is a file of content/library, an item one of its
// rows.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "library/item.h"

namespace primum::library {

struct Field {
    std::string_view code;         ///< the heading of its column
    const char* label = "";        ///< in English, for a catalogue
    bool long_ = false;            ///< a sentence or more
    bool list = false;             ///< several, with ";" between
    std::string_view refers = {};  ///< the set whose codes it holds
    std::string_view one_of = {};  ///< what it may be, with ";" between; anything where empty
};

struct Set {
    std::string_view code;   ///< "measures"
    const char* title;       ///< "Measures"
    const char* singular;    ///< "Measure": what an item is called, also in a search
    const char* about;       ///< what it is for, in a sentence
    std::string_view key;    ///< the fields that name an item, with ";" between: they never change
    std::string_view label;  ///< the field that says what it is
    std::string_view group;  ///< the field by which a list is divided; empty where it is not
    const char* notice;  ///< whose it is, or what it is not; empty where there is nothing to say
    std::vector<Field> fields;  ///< in the order of the file

    const Field* find(std::string_view field) const;
    bool names(std::string_view field) const;  ///< whether it is part of the key
};

/// In the order in which people look for them.
const std::vector<Set>& sets();

const Set* find_set(std::string_view code);

/// From the fields that name it: "VENT-1". Spaces become "-". Empty where one of them is.
std::string code_of(const Set& set, const std::map<std::string, std::string, std::less<>>& fields);

/// What a ";" list has between its marks, without the spaces around.
std::vector<std::string> parts_of(std::string_view list);

}  // namespace primum::library
