// Every marked line must not compile, and for the reason it names; refused.cmake sees to it.

#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

using primum::html::Html;
using primum::html::html;
using primum::html::Url;
using primum::html::url;

void refused(const std::string& name, const char* pointer, const Html& markup, bool flag) {
    html("<p>");                                // refused: a_tag_is_never_closed
    html("</p>");                               // refused: a_tag_is_closed_that_is_not_open
    html("<b><i></b></i>");                     // refused: tags_do_not_nest
    html("<div/>");                             // refused: this_element_is_never_empty
    html("< p></p>");                           // refused: a_tag_needs_a_name
    html("<p");                                 // refused: a_tag_does_not_end
    html("<p></p x>");                          // refused: a_tag_does_not_end
    html(R"(<p id="a)");                        // refused: a_tag_does_not_end
    html(R"(<p ="a"></p>)");                    // refused: an_attribute_needs_a_name
    html("<p id=a></p>");                       // refused: an_attribute_needs_double_quotes
    html("<p id='a'></p>");                     // refused: an_attribute_needs_double_quotes
    html(R"(<p id="a"class="b"></p>)");         // refused: attributes_need_space_between_them
    html("<p id={}></p>", 1);                   // refused: a_hole_stands_in_text_or_in_quotes_only
    html("<p {}></p>", name);                   // refused: a_hole_stands_in_text_or_in_quotes_only
    html("<{}></p>", name);                     // refused: a_hole_stands_in_text_or_in_quotes_only
    html("{0}", 1);                             // refused: a_brace_that_is_not_a_hole
    html("a > b");                              // refused: write_lt_gt_or_amp_as_an_entity
    html("Fish & chips");                       // refused: write_lt_gt_or_amp_as_an_entity
    html("&nbsp;");                             // refused: write_the_character_rather_than_its_name
    html("<script>{}</script>", name);          // refused: styles_and_scripts_live_in_files
    html("<script>alert(1)</script>");          // refused: styles_and_scripts_live_in_files
    html("<style>{}</style>", name);            // refused: styles_and_scripts_live_in_files
    html(R"(<p style="{}"></p>)", name);        // refused: refused_by_our_content_security_policy
    html(R"(<p onclick="leave"></p>)");         // refused: refused_by_our_content_security_policy
    html(R"(<a href="{}">x</a>)", name);        // refused: a_link_takes_a_url
    html(R"(<use xlink:href="{}"/>)", name);    // refused: a_link_takes_a_url
    html(R"(<a href="a/{}">x</a>)", url("a"));  // refused: a_link_is_one_whole_url
    html(R"(<a href="/measures">x</a>)");       // refused: a_path_is_a_url_and_fills_a_hole
    html(R"(<p title="a{}" id="b"></p>)", flag);  // refused: an_optional_attribute_holds_nothing
    html(R"(<p title="{}"></p>)", markup);        // refused: an_attribute_cannot_hold_a_value
    html("{}", flag);                             // refused: text_cannot_hold_a_value_of_this_type
    html("{}", 'c');                              // refused: text_cannot_hold_a_value_of_this_type
    html("{}", std::vector<bool>{flag});          // refused: text_cannot_hold_a_value_of_this_type
    html("<!-- note -->");                        // refused: a_comment_belongs_in_the_code
    html("{} {}", 1);                             // refused: there_are_more_holes_than_values
    html("{}", 1, 2);                             // refused: there_are_more_values_than_holes
    html(pointer);                                // refused: convert\|matching
    html(name);                                   // refused: convert\|matching
    html(name.c_str());                           // refused: convert\|matching
    Html from_text = name;                        // refused: conversion
    Url from_name(name);                          // refused: private
    url("javascript:{}", 1);                      // refused: this_address_is_not_allowed
    url("{}:x", name);                            // refused: this_address_is_not_allowed
    url("/a/{}", 1, 2);                           // refused: addresses_and_holes_differ_in_number
}
