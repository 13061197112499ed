find_package(fmt REQUIRED)
find_package(date REQUIRED)  # calendar formats; g++ 12 has std::chrono's calendar but no parsing
target_link_libraries(${name} PRIVATE fmt::fmt date::date)

# The stylesheet is a file of its own and travels inside the executable.
set(stylesheet ${CMAKE_SOURCE_DIR}/src/datasets/gallery.css)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${stylesheet})
file(READ ${stylesheet} GALLERY_CSS)
configure_file(${CMAKE_SOURCE_DIR}/src/datasets/gallery_stylesheet.cpp.in
               ${CMAKE_BINARY_DIR}/src/datasets/gallery_stylesheet.cpp @ONLY)
target_sources(${name} PRIVATE ${CMAKE_BINARY_DIR}/src/datasets/gallery_stylesheet.cpp)
