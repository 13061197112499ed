# Files become part of the executable: NAME_begin and NAME_end are the symbols of their first byte
# and of the byte behind their last.
#
#   primum_embed(out.cpp NAME FILE [NAME FILE ...])   writes out.cpp, which depends on the files

function(primum_embed output)
  set(text "// Written by cmake/embed.cmake.\n")
  set(files "")
  set(rest ${ARGN})
  while(rest)
    list(POP_FRONT rest name file)
    list(APPEND files ${file})
    string(APPEND text "__asm__(R\"(
    .section .rodata
    .balign 16
    .global ${name}_begin
    .global ${name}_end
${name}_begin: .incbin \"${file}\"
${name}_end:
    .byte 0
    .text
)\");\n")
  endwhile()
  file(CONFIGURE OUTPUT ${output} CONTENT "${text}" @ONLY)
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${files}")
endfunction()
