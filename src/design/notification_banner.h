#pragma once
// What has just happened, or what everybody on the page should know.

#include <cstdint>

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

enum class Notice : std::uint8_t { important, success };

struct NotificationBanner {
    Notice notice = Notice::important;
    Content heading;  ///< a sentence
    html::Html body;  ///< more, where there is more
};
html::Html notification_banner(const View& view, const NotificationBanner& banner);

}  // namespace primum::design
