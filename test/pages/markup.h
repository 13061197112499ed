#pragma once
// Markup in a form that can be compared: one line a tag or a text, attributes in order, white space
// as a browser sees it.

#include <string>
#include <string_view>

namespace primum {

/// What differs in every component of ours, on purpose, is left out: the shapes inside icons, which
/// are our own drawings; that <nav> is a navigation; how questions that depend on a choice are
/// folded away, which our sheet does instead of their script; and what their scripts say, which
/// ours always write out, because it is translated.
std::string comparable(std::string_view markup);

}  // namespace primum
