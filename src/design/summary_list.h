#pragma once
// What is known about one thing, and answers to check before they are sent.

#include <vector>

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct RowAction {
    html::Url where;
    Content label;         ///< "Change"
    Content hidden_label;  ///< "name": read aloud behind the label
};

struct SummaryRow {
    Content key;
    Content value;  ///< "Not provided" is said where there is none
    std::vector<RowAction> actions;
};
struct SummaryList {
    std::vector<SummaryRow> rows;
    bool borders = true;
};
html::Html summary_list(const View& view, const SummaryList& list);

}  // namespace primum::design
