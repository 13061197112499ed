#pragma once
// What somebody wants an item to say.

#include <optional>
#include <string>

#include "access/context.h"
#include "base/problems.h"
#include "design/view.h"
#include "http/form.h"
#include "library/record.h"
#include "library/set.h"
#include "organisations/typed_day.h"

namespace primum::library {

struct ItemForm {
    Fields fields;
    std::string how = "draft";  ///< "draft" or "agreed"
    organisations::TypedDay from;
    std::string note;
    std::int64_t rev = 0;  ///< of the item when the form was made

    static ItemForm from_request(const Set& set, const http::Form& form);
    static ItemForm of(const Record& record, const Version& version, Day today);
};

/// The version that the form describes, or what to correct in it.
Valid<Draft> check_change(const store::Reader& db, const Set& set, const Record& record,
                          const ItemForm& form);
Valid<Draft> check_new(const store::Reader& db, const Set& set, const ItemForm& form);
/// A version with the words of another, from a day on.
Valid<Draft> check_step(const Record& record, const Version& words, Status status,
                        const ItemForm& form);

/// The names under which a form sends a field: "field-numerator".
std::string input_name(std::string_view field);

html::Html field_inputs(const design::View& view, const Set& set, const ItemForm& form,
                        const Problems& problems, bool with_key);
html::Html note_input(const design::View& view, const ItemForm& form, const Problems& problems);
html::Html from_input(const design::View& view, const ItemForm& form, const Problems& problems,
                      std::string_view legend);

}  // namespace primum::library
