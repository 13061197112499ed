# Catalogues in gettext's form through Boost.Locale; time zones from the machine's own tzdata.
find_package(Boost 1.81 REQUIRED COMPONENTS locale)
find_package(date REQUIRED)
find_package(fmt REQUIRED)
target_link_libraries(language PUBLIC fmt::fmt PRIVATE Boost::locale date::date-tz)

# Every content/languages/LANG.po is compiled and travels inside the executable.
include(embed)
find_program(MSGFMT msgfmt REQUIRED)
file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/content/languages/*.po)
set(embedded "")
set(declarations "")
set(rows "")
foreach(po ${catalogues})
  get_filename_component(code ${po} NAME_WE)
  string(MAKE_C_IDENTIFIER ${code} symbol)
  set(mo ${CMAKE_BINARY_DIR}/languages/${code}.mo)
  add_custom_command(OUTPUT ${mo} COMMAND ${MSGFMT} --check --output-file=${mo} ${po} DEPENDS ${po}
                     COMMENT "Compiling ${code}.po")
  list(APPEND embedded primum_language_${symbol} ${mo})
  string(APPEND declarations "extern const char primum_language_${symbol}_begin, primum_language_${symbol}_end;\n")
  string(APPEND rows "        {\"${code}\", {&primum_language_${symbol}_begin, &primum_language_${symbol}_end}},\n")
endforeach()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/languages)
primum_embed(${CMAKE_BINARY_DIR}/languages/catalogues.cpp ${embedded})
configure_file(${CMAKE_SOURCE_DIR}/src/language/built_in.cpp.in ${CMAKE_BINARY_DIR}/languages/built_in.cpp @ONLY)
target_sources(language PRIVATE ${CMAKE_BINARY_DIR}/languages/catalogues.cpp
                                ${CMAKE_BINARY_DIR}/languages/built_in.cpp)

add_test(NAME language.EverySentenceOfTheFrameIsTranslated COMMAND ${CMAKE_SOURCE_DIR}/bin/words --check)
