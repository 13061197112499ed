#pragma once
// The parameters of a fixture, which remember what was asked for: what nobody asked for is what our
// component does not have.

#include <boost/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "design/heading.h"
#include "design/text.h"

namespace primum {

class Params {
public:
    Params(const boost::json::value& value, std::set<std::string>& read, std::string path = {})
        : value_(value), read_(&read), path_(std::move(path)) {}

    bool has(const std::string& key) const { return find(key) != nullptr; }
    std::string text(const std::string& key) const;
    bool flag(const std::string& key) const;
    int number(const std::string& key) const;
    Params child(const std::string& key) const;
    std::vector<Params> items(const std::string& key) const;
    std::vector<Params> own_items() const;  ///< of parameters that are a list

    /// Words, or {text}, or {html}.
    design::Content words(const std::string& key) const;
    /// {text} or {html} of these parameters themselves.
    design::Content own_words() const;
    /// The same where only plain words will do.
    std::string plain(const std::string& key) const;
    design::Size size(const std::string& key) const;
    /// {text, size} or {heading, size}.
    design::Label label(const std::string& key) const;

    const boost::json::value& value() const { return value_; }

private:
    const boost::json::value* find(const std::string& key) const;

    boost::json::value value_;
    std::set<std::string>* read_;
    std::string path_;
};

/// The paths of every parameter that has not been read.
std::vector<std::string> unread(const boost::json::value& value, const std::set<std::string>& read);

}  // namespace primum
