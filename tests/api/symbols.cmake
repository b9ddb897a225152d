# The library exports what bilint.symbols lists, no more and no less.
# cmake -DNM=<nm> -DLIBRARY=<libbilint.so> -DWANTED=<bilint.symbols>
#       [-DBLESS=1] -P symbols.cmake
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND "${NM}" -D --defined-only --format=posix "${LIBRARY}"
                OUTPUT_VARIABLE out COMMAND_ERROR_IS_FATAL ANY)
# Names carry their version: bilint_abi@@BILINT_0. The version itself is an
# absolute symbol.
string(REGEX MATCHALL "(^|\n)[A-Za-z_0-9]+(@+[A-Z_0-9]+)? [TDBRVWi] " lines
       "${out}")
set(names)
foreach(line IN LISTS lines)
  string(REGEX REPLACE "[\n ]*([A-Za-z_0-9]+).*" "\\1" name "${line}")
  # What coverage and sanitizers put in is not ours.
  if(NOT name MATCHES "^(__|_init|_fini)")
    list(APPEND names ${name})
  endif()
endforeach()
list(SORT names)
list(REMOVE_DUPLICATES names)
if(NOT names)
  message(FATAL_ERROR "no symbol seen in ${LIBRARY}")
endif()
list(JOIN names "\n" text)
if(BLESS)
  file(WRITE "${WANTED}" "${text}\n")
endif()
file(READ "${WANTED}" wanted)
if(NOT wanted STREQUAL "${text}\n")
  message(FATAL_ERROR "exported:\n${text}\nwanted:\n${wanted}")
endif()
list(LENGTH names count)
message(STATUS "${count} symbols")
