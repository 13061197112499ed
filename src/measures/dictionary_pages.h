#pragma once
// What people see of the dictionary.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "design/links.h"
#include "measures/definition_form.h"
#include "measures/series.h"
#include "measures/uses.h"

namespace primum::measures {

inline constexpr std::size_t kMeasuresOnAPage = 25;

/// Where a measure belongs, by the library's row that it or its model was made from.
struct Belonging {
    std::string campaign;
    std::string intervention;
};
/// Names of what codes stand for.
using Names = std::map<std::string, std::string, std::less<>>;

struct WantedMeasures {
    std::string words;
    std::string campaign;
    std::string intervention;
    std::string kind;
    bool all = false;  ///< drafts and what has been retired as well
    std::size_t page = 1;
};
struct FoundMeasure {
    Measure measure;
    Belonging belongs;
    std::string owner;
};
struct DictionaryView {
    WantedMeasures wanted;
    Names campaigns;                  ///< those that measures belong to
    Names interventions;              ///< the same
    std::vector<FoundMeasure> found;  ///< of this page
    std::size_t count = 0;
    bool may_add = false;
    bool may_take_up = false;
    std::string done;
};
html::Html dictionary_page(const access::Context& context, const DictionaryView& dictionary);

struct MeasureView {
    Measure measure;
    std::string owner;
    std::optional<Belonging> belongs;
    std::string intervention;  ///< its name
    bool model = false;        ///< whether what it is a variant of is in the dictionary
    Uses uses;
    std::vector<std::int64_t> across;  ///< charts that a version breaks, one a version
    bool may_keep = false;
    bool may_copy = false;
    std::string done;
    html::Html panels = {};  ///< what other rooms say of it
};
html::Html measure_page(const access::Context& context, const MeasureView& shown);

/// One version beside the one before.
html::Html version_page(const access::Context& context, const Measure& measure,
                        const Version& before, const Version& after, std::int64_t across);
/// What differs, word by word, field by field.
html::Html differences(const design::View& view, const Definition& before, const Definition& after);

/// What a definition says, in plain words.
html::Html definition_list(const design::View& view, const Definition& says);
html::Html status_tag(const design::View& view, Status status);

/// The way down to the dictionary, or to a measure in it.
std::vector<design::Crumb> dictionary_crumbs(const design::View& view, const Measure* measure);

/// Organisations whose definitions somebody keeps, for the form of a new one.
struct Owner {
    OrganisationId id;
    std::string name;
};
html::Html new_measure_page(const access::Context& context, const std::vector<Owner>& owners,
                            const DefinitionForm& form, const Problems& problems);
html::Html change_measure_page(const access::Context& context, const Measure& before,
                               const DefinitionForm& form, const Problems& problems);
/// What a new version would do, to be checked before it is saved.
struct Preview {
    const Measure& before;
    const Version& version;
    Uses uses;
    std::int64_t across = 0;
    Experience experience;
    std::vector<std::pair<std::string, Series>> mine;  ///< that this person may read
};
html::Html preview_page(const access::Context& context, const DefinitionForm& form,
                        const Preview& preview);

enum class Step : std::uint8_t { agreement, retirement };
html::Html step_page(const access::Context& context, const Measure& measure, Step step,
                     const Uses& uses, const Problems& problems);

/// Rows of the library that are no measures yet, by their interventions.
struct ShelfRow {
    std::string code;
    std::string name;
    std::string kind;
    std::string taken;  ///< the code of the measure that it has become; or empty
    bool ticked = false;
};
struct Shelf {
    std::string intervention;  ///< a code, or empty for all
    std::string name;          ///< of the intervention
    std::vector<std::pair<std::string, std::vector<ShelfRow>>> groups;  ///< by intervention's name
    organisations::TypedDay from;
};
html::Html shelf_page(const access::Context& context, const Shelf& shelf, const Problems& problems);

}  // namespace primum::measures
