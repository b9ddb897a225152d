# Every function and every callback of the public headers says who owns what,
# on which thread it may be called, and since when it is there.
# cmake [-DROOT=<tree>] [-DKNOWN=<names that do not>] -P headers.cmake
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED ROOT)
  get_filename_component(ROOT "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
endif()
file(GLOB headers "${ROOT}/include/bilint/*.h")

set(seen 0)
set(exported 0)
foreach(header IN LISTS headers)
  get_filename_component(name "${header}" NAME)
  file(READ "${header}" text)
  # The table of bilint_plugin() repeats functions that were described.
  string(REGEX REPLACE "typedef struct bilint_engine_factory {[^}]*}" ""
         text "${text}")
  # Lists and brackets mean something to CMake.
  string(REPLACE ";" "@" text "${text}")
  string(REPLACE "[" "<<" text "${text}")
  string(REPLACE "]" ">>" text "${text}")
  # One piece a declaration: the comment before it, and what it declares.
  string(REGEX REPLACE "/\\*\\*" ";" pieces "${text}")
  foreach(piece IN LISTS pieces)
    string(FIND "${piece}" "*/" end)
    if(end LESS 0)
      continue()
    endif()
    string(SUBSTRING "${piece}" 0 ${end} comment)
    string(SUBSTRING "${piece}" ${end} -1 code)
    string(REGEX REPLACE "/\\*[^@]*\\*/" "" code "${code}")
    string(REGEX MATCHALL
           "(BILINT_API[^@]*@|\\(BILINT_CALL \\*[a-z_]+\\)[^@]*@)"
           declared "${code}")
    set(described FALSE)
    foreach(declaration IN LISTS declared)
      string(REGEX MATCH "(bilint_[a-z_]+\\(|\\*[a-z_]+\\))" what
             "${declaration}")
      string(REGEX REPLACE "[(*)]" "" what "${what}")
      math(EXPR seen "${seen} + 1")
      if(described)
        message(SEND_ERROR "${name}: ${what} has no comment of its own")
        continue()
      endif()
      set(described TRUE)
      foreach(clause owner thread since)
        if(NOT comment MATCHES "<<${clause}: [^>]+>>" AND
           NOT what IN_LIST KNOWN)
          message(SEND_ERROR "${name}: ${what} does not say [${clause}: ]")
        endif()
      endforeach()
    endforeach()
  endforeach()
  # Nothing is exported without a comment at all.
  string(REGEX MATCHALL "BILINT_API[ \n]" exports "${text}")
  list(LENGTH exports count)
  math(EXPR exported "${exported} + ${count}")
endforeach()
if(seen EQUAL 0 OR seen LESS "${exported}")
  message(SEND_ERROR "${seen} described, but ${exported} exported")
endif()
message(STATUS "${seen} declarations checked")
