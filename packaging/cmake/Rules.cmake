# The rules, from plugin/checks/rules.def: sources, pages, ids.
#   BILINT_RULES         names, sorted: number_mismatch ...
#   BILINT_RULE_SOURCES  everything of plugin/checks that is compiled
#   BILINT_PAGES         a C file with the pages, for `bilint explain`

set(checks "${CMAKE_CURRENT_SOURCE_DIR}/plugin/checks")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
             "${checks}/rules.def")
file(STRINGS "${checks}/rules.def" lines REGEX "^BL_RULE")
set(BILINT_RULES)
foreach(line IN LISTS lines)
  string(REGEX REPLACE "BL_RULE\\(([a-z0-9_]+)\\).*" "\\1" name "${line}")
  list(APPEND BILINT_RULES ${name})
  list(APPEND pages "${checks}/${name}.md")
endforeach()

# Checks of the list, and what they share; a check that is not in the list
# is a mistake that tests/tree finds.
file(GLOB BILINT_RULE_SOURCES CONFIGURE_DEPENDS "${checks}/*.c")

set(BILINT_PAGES "${CMAKE_CURRENT_BINARY_DIR}/rule_pages.c")
add_custom_command(
  OUTPUT "${BILINT_PAGES}"
  COMMAND "${CMAKE_COMMAND}" -DOUT=${BILINT_PAGES} "-DPAGES=${pages}"
          -P "${CMAKE_CURRENT_LIST_DIR}/pages.cmake"
  DEPENDS ${pages} "${checks}/rules.def" "${CMAKE_CURRENT_LIST_DIR}/pages.cmake"
  VERBATIM)
