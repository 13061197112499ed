#pragma once
// Names of contents, so that a page that has not changed need not be sent again.

#include <string>
#include <string_view>

#include "http/message.h"

namespace primum::http {

/// A strong entity tag of these bytes, with its quotation marks.
std::string entity_tag(std::string_view bytes);

/// Gives a 200 answer to GET or HEAD its ETag, unless it has one or may not be stored; and makes
/// it a 304 where If-None-Match says that the client has these bytes already.
void tag_or_spare(const Request& request, Response& response);

}  // namespace primum::http
