#pragma once
// The cells of one row of a file, and what is wrong with them.

#include <optional>
#include <string>
#include <string_view>

#include "organisations/incoming.h"

namespace primum::organisations {

/// Puts an Incoming together cell by cell; the first cell that cannot be used spoils the row.
class RowReader {
public:
    explicit RowReader(std::size_t row) { incoming_.row = row; }

    void code(std::string_view cell);
    void name(std::string_view written);
    void kind(std::string_view kind_code) { incoming_.kind = kind_code; }
    /// Empty cells name no parent.
    void parent(std::string_view cell);
    void day(std::optional<Day> Incoming::* which, std::string_view cell);
    void spoil(const char* english, std::string_view first = {});

    /// Into the rows of a reading, or into its problems.
    void finish(Reading& reading);

private:
    Incoming incoming_;
    std::optional<RowNote> problem_;
};

}  // namespace primum::organisations
