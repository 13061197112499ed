#include "library/fields.h"

#include <stdexcept>

#include "json/value.h"
#include "json/writer.h"

namespace primum::library {

std::string to_json(const Fields& fields) {
    json::Writer document;
    document.begin_object();
    for (const auto& [field, text] : fields)
        document.member(field, text);
    document.end_object();
    return std::string(document.text());
}

Fields from_json(std::string_view body) {
    const auto document = json::parse(body);
    const auto* object = document ? document->as<json::Value::Object>() : nullptr;
    if (!object) throw std::runtime_error("A version of the library has a body that is no object.");
    Fields fields;
    for (const auto& [field, value] : *object)
        if (const auto* text = value.as<std::string>()) fields.emplace(field, *text);
    return fields;
}

std::string_view name(Status status) {
    switch (status) {
        case Status::draft:
            return "draft";
        case Status::agreed:
            return "agreed";
        case Status::retired:
            return "retired";
    }
    return "";
}

Status parse_status(std::string_view name) {
    if (name == "agreed") return Status::agreed;
    return name == "retired" ? Status::retired : Status::draft;
}

}  // namespace primum::library
