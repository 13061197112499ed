#include "markup.h"

#include <cctype>
#include <map>
#include <set>
#include <sstream>

namespace primum {
namespace {

bool is_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::string decoded(std::string_view text) {
    static const std::map<std::string_view, std::string_view> kEntities = {
        {"amp", "&"}, {"lt", "<"},    {"gt", ">"},  {"quot", "\""},
        {"#39", "'"}, {"ctdot", "⋯"}, {"#10", "\n"}};
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '&' ? text.find(';', i) : text.npos;
        const auto entity =
            end == text.npos ? kEntities.end() : kEntities.find(text.substr(i + 1, end - i - 1));
        if (entity == kEntities.end()) {
            result += text[i];
        } else {
            result += entity->second;
            i = end;
        }
    }
    return result;
}

std::string collapsed(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (!is_space(c)) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

// Names of classes have no order.
std::string in_order(const std::string& classes) {
    std::istringstream words(classes);
    std::set<std::string> names;
    for (std::string name; words >> name;)
        if (!name.ends_with("__conditional--hidden")) names.insert(name);
    std::string result;
    for (const std::string& name : names)
        (result += result.empty() ? "" : " ") += name;
    return result;
}

bool left_out(std::string_view name, std::string_view value) {
    return name.starts_with("data-i18n.") || name == "data-aria-controls" ||
           (name == "role" && value == "navigation");
}

class Reader {
public:
    explicit Reader(std::string_view markup) : rest_(markup) {}

    std::string read() {
        while (!rest_.empty())
            rest_.front() == '<' ? tag() : text();
        return result_;
    }

private:
    void text() {
        const std::size_t end = std::min(rest_.find('<'), rest_.size());
        if (const std::string words = collapsed(decoded(rest_.substr(0, end))); !words.empty())
            line(words);
        rest_.remove_prefix(end);
    }

    void tag() {
        rest_.remove_prefix(1);
        std::string name = "<";
        while (!rest_.empty() && rest_.front() != '>' && !is_space(rest_.front()))
            name += take();
        std::map<std::string, std::string> attributes;
        while (skip_space(), !rest_.empty() && rest_.front() != '>') {
            if (rest_.front() == '/') {
                take();
                continue;
            }
            attribute(attributes);
        }
        if (!rest_.empty()) take();
        if (name == "</svg") inside_icon_ = false;
        const bool icon =
            name == "<svg" && attributes["class"].find("nhsuk-icon") != std::string::npos;
        if (name == "<svg" && !icon) attributes.erase("class");
        for (const auto& [key, value] : attributes)
            ((name += " " + key) += "=\"" + value) += '"';
        line(name + ">");
        if (icon) inside_icon_ = true;
    }

    void attribute(std::map<std::string, std::string>& attributes) {
        std::string name;
        while (!rest_.empty() && rest_.front() != '=' && rest_.front() != '>' &&
               !is_space(rest_.front()))
            name += take();
        std::string value;
        if (!rest_.empty() && rest_.front() == '=') {
            take();
            const char quote = take();
            const std::size_t end = std::min(rest_.find(quote), rest_.size());
            value = decoded(rest_.substr(0, end));
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
        }
        if (left_out(name, value)) return;
        attributes[name] = name == "class" ? in_order(value) : value;
    }

    void skip_space() {
        while (!rest_.empty() && is_space(rest_.front()))
            take();
    }
    char take() {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }
    void line(const std::string& words) {
        if (!inside_icon_) (result_ += words) += '\n';
    }

    std::string_view rest_;
    std::string result_;
    bool inside_icon_ = false;
};

}  // namespace

std::string comparable(std::string_view markup) {
    return Reader(markup).read();
}

}  // namespace primum
