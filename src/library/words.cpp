#include "library/words.h"

#include "design/tag.h"
#include "library/compare.h"

namespace primum::library {

html::Html status_tag(const design::View& view, Status status) {
    switch (status) {
        case Status::draft:
            return design::tag(view.say("Draft"), design::Colour::yellow);
        case Status::agreed:
            return design::tag(view.say("Agreed"), design::Colour::green);
        case Status::retired:
            return design::tag(view.say("Retired"), design::Colour::grey);
    }
    return {};
}

std::string status_sentence(const design::View& view, Status status,
                            const std::optional<Day>& from) {
    if (status == Status::draft || !from)
        return std::string(view.say("A draft: it does not hold yet"));
    const std::string day = view.words->day(*from);
    return status == Status::agreed ? view.say("Holds from {}", day)
                                    : view.say("Retired from {}", day);
}

std::string provenance_sentence(const design::View& view, std::string_view provenance) {
    const auto has = [&](std::string_view word) {
        return provenance.find(word) != provenance.npos;
    };
    if (provenance.empty()) return {};
    if (provenance == "stated") return std::string(view.say("Stated in a source that was read."));
    if (provenance == "derived") return std::string(view.say("Made by us."));
    if (provenance == "background")
        return std::string(
            view.say("Background: usual professional knowledge that was not confirmed from a "
                     "source. Have a clinician check it before real use."));
    const std::string words(provenance);
    if (has("stated") && has("background"))
        return view.say(
            "Partly stated in a source, partly background ({}). Have a clinician check "
            "it before real use.",
            words);
    if (has("stated") && (has("inferred") || has("derived")))
        return view.say("Partly stated in a source, partly made by us ({}).", words);
    return words;
}

html::Html changed_words(const design::View& view, std::string_view before,
                         std::string_view after) {
    html::Html text;
    for (const Piece& piece : compare(before, after)) {
        if (piece.what == Piece::What::same)
            text.append("{} ", piece.text);
        else if (piece.what == Piece::What::removed)
            text.append(
                R"(<del class="pr-removed"><span class="nhsuk-u-visually-hidden">{} </span>{}</del> )",
                view.say("removed:"), piece.text);
        else
            text.append(
                R"(<ins class="pr-added"><span class="nhsuk-u-visually-hidden">{} </span>{}</ins> )",
                view.say("added:"), piece.text);
    }
    return text;
}

}  // namespace primum::library
