# A folder of dictionaries/ is a language tag, and has files that the library
# reads: one with a misspelt name would be passed over in silence.
# cmake [-DROOT=<tree>] -P tests/tree/dictionaries.cmake
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED ROOT)
  get_filename_component(ROOT "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
endif()

# The names that the reader knows, from its own table.
file(READ "${ROOT}/plugin/lexicon/dictionary_files.c" source)
if(NOT source MATCHES "file_names\\[[A-Z_]+\\] = {([^}]*)}")
  message(FATAL_ERROR "no table file_names in plugin/lexicon/dictionary_files.c")
endif()
string(REGEX MATCHALL "[a-z]+\\.txt" known "${CMAKE_MATCH_1}")
if(NOT known)
  message(FATAL_ERROR "no file name seen in the table file_names")
endif()

file(GLOB_RECURSE files RELATIVE "${ROOT}/dictionaries"
     "${ROOT}/dictionaries/*")
set(seen 0)
foreach(f IN LISTS files)
  if(f STREQUAL "README.md" OR f STREQUAL "languages.txt")
    continue()
  endif()
  math(EXPR seen "${seen} + 1")
  get_filename_component(name "${f}" NAME)
  if(NOT f MATCHES "^[a-z][a-z][a-z]?(-[A-Z][a-z][a-z][a-z])?(-[A-Z][A-Z])?/[^/]+$")
    message(SEND_ERROR "dictionaries/${f}: not <language tag>/<file>")
  elseif(NOT name IN_LIST known)
    message(SEND_ERROR "dictionaries/${f}: no file that the library reads")
  endif()
  file(SIZE "${ROOT}/dictionaries/${f}" size)
  if(size EQUAL 0)
    message(SEND_ERROR "dictionaries/${f} is empty")
  endif()
endforeach()
if(seen EQUAL 0)
  message(FATAL_ERROR "no dictionary seen")
endif()
message(STATUS "${seen} files checked")
