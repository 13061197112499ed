#pragma once
// A browser without a screen, before the real front door.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "access/front_door.h"
#include "http/message.h"

namespace primum::people::testing {

using Fields = std::vector<std::pair<std::string, std::string>>;

class Browser {
public:
    explicit Browser(access::FrontDoor& door) : door_(&door) {}

    /// Opens an address and follows where it leads. Gives the status.
    int open(const std::string& address);

    /// Fills in the form on the page whose action this is, sends it and follows where it leads.
    /// Throws where the page has none.
    int send(const std::string& action, const Fields& filled_in);

    /// Sends the same once more, as a second click would.
    int send_again();

    std::string page;       ///< as markup
    std::string address;    ///< of the page
    http::Headers headers;  ///< that came with it
    http::Headers sent_on;  ///< that came with the answer that led there, or empty
    std::map<std::string, std::string> cookies;  ///< by name
    http::Peer peer{"127.0.0.1", false, "127.0.0.1:8080"};

private:
    int ask(http::Method method, const std::string& address, const std::string& body);
    void keep_cookies(const http::Headers& headers);

    access::FrontDoor* door_;
    std::string last_address_;
    std::string last_body_;
};

}  // namespace primum::people::testing
