#pragma once
// What the API promises: its operations, in one table from which both the routes and the OpenAPI
// document are made, and the schemas of what they take and answer.

#include <string>
#include <string_view>
#include <vector>

#include "access/routes.h"
#include "disclosure/rule.h"

namespace primum::api {

struct Answer {
    http::Status status;
    std::string_view schema;  ///< of components; empty where there is no body
    std::string_view media = "application/json";
};

struct Operation {
    http::Method method;
    std::string_view path;
    access::Policy policy;
    http::Response (*action)(disclosure::Mode outside, const http::Request&, access::Context&);
    std::string_view id;       ///< "putPoint"
    std::string_view subject;  ///< its tag: "points"
    std::string_view summary;
    std::string_view description;
    std::vector<std::string_view> parameters;  ///< of components, beside those of the path
    std::string_view takes;                    ///< schema of the body; empty where there is none
    std::vector<Answer> answers;               ///< where it goes well
    std::vector<http::Status> refusals;        ///< beside those that every operation has
};

const std::vector<Operation>& operations();

/// OpenAPI 3.1; says what is done to numbers that organisations show to others.
std::string openapi_document(disclosure::Mode outside);

/// The JSON Schemas, by name, as components/schemas holds them.
std::string_view schemas();

}  // namespace primum::api
