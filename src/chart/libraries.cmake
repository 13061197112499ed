# No library here; the stylesheet is a file of its own and travels inside the executable.
set(stylesheet ${CMAKE_SOURCE_DIR}/src/chart/charts.css)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${stylesheet})
file(READ ${stylesheet} CHARTS_CSS)
configure_file(${CMAKE_SOURCE_DIR}/src/chart/stylesheet.cpp.in
               ${CMAKE_BINARY_DIR}/src/chart/stylesheet.cpp @ONLY)
target_sources(${name} PRIVATE ${CMAKE_BINARY_DIR}/src/chart/stylesheet.cpp)
