# Which folder of plugin/ may include which, and which foreign library has its
# door where. Stated here and nowhere else.
# cmake [-DROOT=<tree>] -P tests/tree/layers.cmake
cmake_minimum_required(VERSION 3.25)

# In the order of the data flow.
set(may_base      -)
set(may_model     base)
set(may_text      base model)
set(may_lexicon   base model text)
set(may_readers   base model text)
set(may_terms     base model text lexicon readers)
set(may_recognise base model text lexicon)
set(may_match     base model text lexicon terms recognise)
set(may_findings  base model)
set(may_checks    base model text lexicon terms recognise match findings)
set(may_config    base text checks)
set(may_engine    base model text lexicon terms recognise match findings
                  checks config)
set(may_reporters base model text findings checks)
set(may_api       base model text terms findings checks config engine readers
                  reporters)
set(may_cli       -) # public headers only: what it lacks, the interface lacks
set(may_dev       ${may_engine} engine readers reporters)

set(door_libxml   readers)
set(door_unicode  text)
set(door_hunspell lexicon)
set(door_yaml     config)

if(NOT DEFINED ROOT)
  get_filename_component(ROOT "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
endif()
set(plugin "${ROOT}/plugin")
file(GLOB_RECURSE files RELATIVE "${plugin}" "${plugin}/*.[chd]"
     "${plugin}/*.def" "${plugin}/*.inc")
set(seen 0)
foreach(f IN LISTS files)
  string(REGEX REPLACE "/.*" "" layer "${f}")
  if(NOT f MATCHES "/" OR NOT DEFINED may_${layer})
    message(SEND_ERROR "plugin/${f}: no layer of tests/tree/layers.cmake")
    continue()
  endif()
  file(STRINGS "${plugin}/${f}" lines REGEX "^[ ]*#[ ]*include ")
  foreach(line IN LISTS lines)
    math(EXPR seen "${seen} + 1")
    if(line MATCHES "\"([a-z]+)/[a-z0-9_]+\\.(h|def|inc)\"")
      set(to "${CMAKE_MATCH_1}")
      if(NOT to STREQUAL layer AND NOT to STREQUAL "bilint"
         AND NOT to IN_LIST may_${layer})
        message(SEND_ERROR "plugin/${f}: ${layer}/ may not include ${to}/")
      endif()
    elseif(line MATCHES "<(libxml|unicode|hunspell|yaml)[/.]")
      set(library "${CMAKE_MATCH_1}")
      if(NOT layer IN_LIST door_${library})
        message(SEND_ERROR
                "plugin/${f}: <${library}> only in ${door_${library}}/")
      endif()
    elseif(line MATCHES "\"")
      message(SEND_ERROR "plugin/${f}: not by folder and name: ${line}")
    endif()
  endforeach()
endforeach()
if(seen EQUAL 0)
  message(FATAL_ERROR "no include seen: this test would pass on nothing")
endif()
message(STATUS "${seen} includes checked")
