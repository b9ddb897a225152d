# What dictionaries/languages.txt says of tags, as a C file:
#   BILINT_TAGS          the tables of plugin/text/tags.h

set(tags "${CMAKE_CURRENT_SOURCE_DIR}/dictionaries/languages.txt")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${tags}")
set(BILINT_TAGS "${CMAKE_CURRENT_BINARY_DIR}/tags.c")
set(tag "[a-z][a-z][a-z]?(-[A-Z][a-z][a-z][a-z])?(-[A-Z][A-Z])?")
file(STRINGS "${tags}" lines ENCODING UTF-8 REGEX "^[^#]")

set(text "/* Made by packaging/cmake/Tags.cmake. Do not edit. */\n")
string(APPEND text "#include \"text/tags.h\"\n\n#include <stddef.h>\n")
foreach(key IN ITEMS same wider)
  string(APPEND text "\nconst bl_tag_pair bl_tags_${key}[] = {\n")
  foreach(line IN LISTS lines)
    if(NOT line MATCHES "^(same|wider) ${tag}[|]${tag}$")
      message(FATAL_ERROR "${tags}: neither same nor wider, TAG|TAG: ${line}")
    elseif(line MATCHES "^${key} (.*)[|](.*)$")
      string(APPEND text
             "    { \"${CMAKE_MATCH_1}\", \"${CMAKE_MATCH_2}\" },\n")
    endif()
  endforeach()
  string(APPEND text "    { NULL, NULL }\n};\n")
endforeach()
file(CONFIGURE OUTPUT "${BILINT_TAGS}" CONTENT "${text}" @ONLY)
