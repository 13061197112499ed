find_package(fmt REQUIRED)
find_package(date REQUIRED)  # calendar formats; g++ 12 has std::chrono's calendar but no parsing
target_link_libraries(${name} PRIVATE fmt::fmt date::date)
