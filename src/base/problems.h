#pragma once
// What a person must put right in a form.

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace primum {

/// One sentence about one field: what to do, in plain words.
struct Problem {
    std::string field;  ///< name of the field, or empty where it is the whole form
    std::string sentence;
};

/// In the order of the form's fields.
class Problems {
public:
    void add(std::string field, std::string sentence) {
        all_.push_back({std::move(field), std::move(sentence)});
    }
    bool empty() const { return all_.empty(); }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

    /// The first sentence about a field, or nothing.
    std::string_view about(std::string_view field) const {
        for (const Problem& problem : all_)
            if (problem.field == field) return problem.sentence;
        return {};
    }

private:
    std::vector<Problem> all_;
};

/// What a form describes, or what to correct in it.
template <class T>
using Valid = std::expected<T, Problems>;

}  // namespace primum
