#pragma once
// What people see of the library.

#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "design/page.h"
#include "library/intervention.h"
#include "library/item_form.h"
#include "library/record.h"
#include "library/set.h"

namespace primum::library {

inline constexpr std::size_t kOnAPage = 25;

/// Names of what codes stand for: of campaigns, interventions, measures.
struct Names {
    std::map<std::string, std::string, std::less<>> campaigns;
    std::map<std::string, std::string, std::less<>> interventions;
};

html::Html library_page(const access::Context& context, const std::vector<Count>& counts,
                        std::size_t news);

/// What somebody looks for in a set.
struct Wanted {
    std::string words;
    std::string campaign;
    std::string intervention;
    bool all = false;  ///< drafts and what has been retired as well
    std::size_t page = 1;
};
struct SetView {
    const Set& set;
    Wanted wanted;
    Names names;
    std::vector<std::string> campaigns;      ///< codes that rows of the set have
    std::vector<std::string> interventions;  ///< the same
    std::vector<Listed> items;               ///< of this page
    std::size_t count = 0;                   ///< of all pages
    bool may_add = false;
};
html::Html set_page(const access::Context& context, const SetView& set_view);

struct ItemView {
    const Set& set;
    Record record;
    Names names;
    Package package;  ///< of an intervention
    bool may_edit = false;
    std::string done;        ///< what has just been done
    html::Html panels = {};  ///< what other rooms say of it
};
html::Html item_page(const access::Context& context, const ItemView& item);

/// One version beside an earlier one.
html::Html comparison_page(const access::Context& context, const Set& set, const Record& record,
                           const Version& before, const Version& after);

html::Html news_page(const access::Context& context, const std::vector<News>& news,
                     std::size_t count, std::size_t page);

html::Html change_page(const access::Context& context, const Set& set, const Record& record,
                       const ItemForm& form, const Problems& problems);
html::Html add_page(const access::Context& context, const Set& set, const ItemForm& form,
                    const Problems& problems);

/// Agreeing a draft, or retiring what holds: a day and a reason.
enum class Step : std::uint8_t { agreement, retirement };
html::Html step_page(const access::Context& context, const Set& set, const Record& record,
                     Step step, const ItemForm& form, const Problems& problems);

}  // namespace primum::library
