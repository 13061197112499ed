# No library here; but the styles, scripts and pictures of web/themes and public/ become part of it.
find_program(NODE node REQUIRED)
set(assets ${CMAKE_BINARY_DIR}/assets)
file(MAKE_DIRECTORY ${assets}/packed)
set(web ${CMAKE_SOURCE_DIR}/web)

set(files ${web}/node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.js)
file(GLOB public_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/public/*)
list(APPEND files ${public_files})
foreach(theme neutral nhs)
  set(css ${assets}/${theme}.css ${assets}/${theme}.rtl.css)
  add_custom_command(OUTPUT ${css}
                     COMMAND ${NODE} ${web}/theme.mjs ${web}/themes/${theme}.scss ${assets}
                     DEPENDS ${web}/theme.mjs ${web}/themes/${theme}.scss ${web}/package-lock.json
                     DEPFILE ${assets}/${theme}.css.d
                     COMMENT "Compiling the theme ${theme}")
  list(APPEND files ${css})
endforeach()

add_custom_command(OUTPUT ${assets}/assets.cpp
                   COMMAND ${NODE} ${web}/pack.mjs ${assets}/assets.cpp ${assets}/packed ${files}
                   DEPENDS ${web}/pack.mjs ${files}
                   COMMENT "Packing assets")
target_sources(design PRIVATE ${assets}/assets.cpp)
