#include "params.h"

#include <algorithm>

namespace primum {

namespace json = boost::json;

const json::value* Params::find(const std::string& key) const {
    if (!value_.is_object()) return nullptr;
    const json::value* found = value_.as_object().if_contains(key);
    if (found) read_->insert(path_ + "." + key);
    return found;
}

std::string Params::text(const std::string& key) const {
    const json::value* found = find(key);
    if (!found) return {};
    if (found->is_string()) return std::string(found->as_string());
    return found->is_number() ? json::serialize(*found) : "";
}

bool Params::flag(const std::string& key) const {
    const json::value* found = find(key);
    return found && found->is_bool() && found->as_bool();
}

int Params::number(const std::string& key) const {
    const std::string digits = text(key);
    return digits.empty() ? 0 : std::stoi(digits);
}

Params Params::child(const std::string& key) const {
    const json::value* found = find(key);
    return {found ? *found : json::value(json::object()), *read_, path_ + "." + key};
}

std::vector<Params> Params::own_items() const {
    std::vector<Params> all;
    if (!value_.is_array()) return all;
    // Theirs skip what is empty, which templates produce by accident.
    for (const json::value& item : value_.as_array())
        if (item.is_object() || item.is_array() || (item.is_string() && !item.as_string().empty()))
            all.emplace_back(item, *read_, path_ + "[]");
    return all;
}

std::vector<Params> Params::items(const std::string& key) const {
    return child(key).own_items();
}

design::Content Params::own_words() const {
    if (value_.is_string()) return std::string(value_.as_string());
    if (has("html")) return html::raw(text("html"));
    return text("text");
}

design::Content Params::words(const std::string& key) const {
    return child(key).own_words();
}

std::string Params::plain(const std::string& key) const {
    const Params words = child(key);
    // True alone marks a field as wrong without saying why; ours always say why.
    if (words.value_.is_bool()) read_->erase(path_ + "." + key);
    return words.value_.is_string() ? std::string(words.value_.as_string()) : words.text("text");
}

design::Size Params::size(const std::string& key) const {
    static const std::vector<std::string> names = {"", "xs", "s", "m", "l", "xl"};
    const auto found = std::ranges::find(names, text(key));
    return found == names.end() ? design::Size::normal
                                : static_cast<design::Size>(found - names.begin());
}

design::Label Params::label(const std::string& key) const {
    const Params label = child(key);
    if (label.has("heading") && label.child("heading").value().is_string())
        return {design::Content(label.text("heading")), label.size("size"), design::kHeadsPage};
    return {label.own_words(), label.size("size")};
}

namespace {

void collect(const json::value& value, const std::string& path, const std::set<std::string>& read,
             std::vector<std::string>& all) {
    if (value.is_object()) {
        for (const auto& [key, child] : value.as_object()) {
            const std::string name = path + "." + std::string(key);
            if (!read.contains(name)) {
                all.push_back(name.substr(1));
            } else {
                collect(child, name, read, all);
            }
        }
    } else if (value.is_array()) {
        for (const json::value& item : value.as_array())
            collect(item, path + "[]", read, all);
    }
}

}  // namespace

std::vector<std::string> unread(const json::value& value, const std::set<std::string>& read) {
    std::vector<std::string> all;
    collect(value, "", read, all);
    return all;
}

}  // namespace primum
