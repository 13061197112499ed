#include "design/notification_banner.h"

namespace primum::design {

using html::html;

html::Html notification_banner(const View& view, const NotificationBanner& b) {
    const bool success = b.notice == Notice::success;
    html::Html words;
    if (b.body.empty()) {
        words = html(R"(<p class="nhsuk-notification-banner__heading">{}</p>)", b.heading);
    } else if (!b.heading.empty()) {
        words = html(R"(<h3 class="nhsuk-notification-banner__heading">{}</h3>)", b.heading);
    }
    return html(R"(
        <div class="nhsuk-notification-banner{}" data-module="nhsuk-notification-banner" role="{}"
          aria-labelledby="nhsuk-notification-banner-title">
        <div class="nhsuk-notification-banner__header">
        <h2 class="nhsuk-notification-banner__title" id="nhsuk-notification-banner-title">{}</h2></div>
        <div class="nhsuk-notification-banner__content">{}{}</div></div>)",
                success ? " nhsuk-notification-banner--success" : "", success ? "alert" : "region",
                success ? view.say("Success") : view.say("Important"), words, b.body);
}

}  // namespace primum::design
