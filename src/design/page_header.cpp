#include "design/page_header.h"

#include "design/form.h"
#include "design/icon.h"

namespace primum::design {

using html::html;

namespace {

// A control chart whose last point lies below the limit: fewer harmed than chance explains.
html::Html mark() {
    return html(R"(
        <svg class="pr-mark" viewBox="0 0 40 40" width="40" height="40" focusable="false"
          aria-hidden="true"><path class="pr-mark__limit" d="M3 28H37"/><path
          class="pr-mark__line" d="M4 12 12 18 20 9 28 20 36 34"/><circle class="pr-mark__point"
          cx="36" cy="34" r="3.5"/></svg>)");
}

html::Html account(const View& view) {
    if (!view.signed_in())
        return html(
            R"(<li class="nhsuk-header__account-item"><a class="nhsuk-header__account-link" )"
            R"(href="{}">{}</a></li>)",
            html::url("/sign-in"), view.say("Sign in"));
    return html(
        R"(
        <li class="nhsuk-header__account-item"><a class="nhsuk-header__account-link" href="{}">{}{}</a></li>
        <li class="nhsuk-header__account-item">{}</li>)",
        html::url("/account"), icon(Icon::user), view.who,
        form(view, {.action = html::url("/sign-out"), .classes = "nhsuk-header__account-form"},
             html(R"(<button class="nhsuk-header__account-button">{}</button>)",
                  view.say("Sign out"))));
}

html::Html search(const View& view) {
    if (!view.search) return {};
    return html(R"(
        <search class="nhsuk-header__search"><form class="nhsuk-header__search-form" id="site-search"
          action="{}" method="get" novalidate><div class="nhsuk-form-group"><label
          class="nhsuk-label nhsuk-u-visually-hidden" for="search-field">{}</label><div
          class="nhsuk-input-wrapper"><input class="nhsuk-input" id="search-field" name="q"
          type="search" autocomplete="off" placeholder="{}"><button class="nhsuk-button
          nhsuk-button--icon nhsuk-button--small" data-module="nhsuk-button" type="submit"
          aria-label="{}">{}</button></div></div></form></search>)",
                *view.search, view.say("Search this service"), view.say("Search"),
                view.say("Search"), icon(Icon::search));
}

html::Html menu_item(const MenuItem& item) {
    const auto words =
        item.current
            ? html(R"(<strong class="nhsuk-header__navigation-item-current-fallback">{}</strong>)",
                   item.label)
            : html("{}", item.label);
    return html(R"(<li class="nhsuk-header__navigation-item{}"><a )"
                R"(class="nhsuk-header__navigation-link" href="{}" aria-current="{}">{}</a></li>)",
                item.current ? " nhsuk-header__navigation-item--current" : "", item.where,
                unless_empty(item.current ? "page" : ""), words);
}

html::Html menu(const View& view) {
    if (view.menu.empty()) return {};
    html::Html items;
    for (const MenuItem& item : view.menu)
        items += menu_item(item);
    // The script moves what does not fit behind "More"; without it the menu wraps.
    return html(R"(
        <nav class="nhsuk-header__navigation{}" aria-label="{}"><div
          class="nhsuk-header__navigation-container nhsuk-width-container"><ul
          class="nhsuk-header__navigation-list">{}<li class="nhsuk-header__menu" hidden><button
          class="nhsuk-header__menu-toggle nhsuk-header__navigation-link" id="toggle-menu"
          aria-expanded="false"><span class="nhsuk-u-visually-hidden">{} </span>{}</button></li>
        </ul></div></nav>)",
                view.theme == Theme::neutral ? " nhsuk-header__navigation--white" : "",
                view.say("Menu"), items, view.say("Browse"), view.say("More"));
}

}  // namespace

html::Html page_header(const View& view) {
    // The NHS's header is blue; ours leaves the colour to the page.
    const bool white = view.theme == Theme::neutral;
    return html(R"(
        <header class="nhsuk-header{}" data-module="nhsuk-header"><div
          class="nhsuk-header__container nhsuk-width-container"><div class="nhsuk-header__service">
        <a class="nhsuk-header__service-logo pr-wordmark" href="{}">{}<span
          class="nhsuk-header__service-name">{}</span></a></div>{}
        <nav class="nhsuk-header__account" aria-label="{}"><ul
          class="nhsuk-header__account-list">{}</ul></nav></div>{}</header>)",
                white ? " nhsuk-header--white" : "", html::url("/"), mark(), view.service,
                search(view), view.say("Account"), account(view), menu(view));
}

}  // namespace primum::design
