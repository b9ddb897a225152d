# dictionaries/README.md has every key that the reader takes, by the tables of
# the reader.
# cmake [-DROOT=<tree>] -P tests/tree/keys.cmake
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED ROOT)
  get_filename_component(ROOT "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
endif()

file(READ "${ROOT}/dictionaries/README.md" page)
file(READ "${ROOT}/plugin/model/sense.h" senses)
file(READ "${ROOT}/plugin/lexicon/dictionary_keys.c" reader)
file(READ "${ROOT}/plugin/lexicon/dictionary_spelling.c" spelling)
string(REGEX MATCHALL "X\\([A-Z_]+, \"[a-z-]+\"" keys "${senses}")
string(REGEX MATCHALL "keyword, BL_STR\\(\"[a-z-]+\"" single
  "${reader}${spelling}")
string(REGEX MATCHALL
  "{ \"[a-z-]+\", (offsetof|BL_SYLLABLE|BL_VARIANT)" parts
  "${reader}${spelling}")
if(NOT keys OR NOT single OR NOT parts)
  message(FATAL_ERROR "no keys seen in the tables of the reader")
endif()
set(seen 0)
foreach(key IN LISTS keys single parts)
  math(EXPR seen "${seen} + 1")
  string(REGEX REPLACE "^.*\"([a-z-]+)\".*$" "\\1" key "${key}")
  if(NOT page MATCHES "`${key}`")
    message(SEND_ERROR "dictionaries/README.md: the key ${key} is not in it")
  endif()
endforeach()
message(STATUS "${seen} keys checked")
