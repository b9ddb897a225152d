# dictionaries/*/spellout.txt are what bilint-dev makes of the other files: no
# line by hand, and none that numbers.txt has since.
# cmake -DDEV=<bilint-dev> -DROOT=<tree> -DSCRATCH=<folder>
#       -P tests/tree/spellout.cmake
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${SCRATCH}")
file(COPY "${ROOT}/dictionaries" DESTINATION "${SCRATCH}")
execute_process(COMMAND "${DEV}" spellout "${SCRATCH}/dictionaries"
                OUTPUT_QUIET ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)

# The second line tells of which ICU they are.
set(versions)
foreach(tree IN ITEMS "${ROOT}" "${SCRATCH}")
  file(STRINGS "${tree}/dictionaries/en/spellout.txt" lines LIMIT_COUNT 2)
  list(GET lines 1 line)
  list(APPEND versions "${line}")
endforeach()
list(REMOVE_DUPLICATES versions)
list(LENGTH versions count)
if(count GREATER 1)
  message("skipped: the files are of another ICU than this one")
  return()
endif()

set(files)
foreach(tree IN ITEMS "${ROOT}" "${SCRATCH}")
  file(GLOB found RELATIVE "${tree}/dictionaries"
       "${tree}/dictionaries/*/spellout.txt")
  list(APPEND files ${found})
endforeach()
list(REMOVE_DUPLICATES files)
if(NOT files)
  message(FATAL_ERROR "no spellout.txt seen")
endif()
foreach(f IN LISTS files)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files
                          "${ROOT}/dictionaries/${f}"
                          "${SCRATCH}/dictionaries/${f}"
                  RESULT_VARIABLE differ OUTPUT_QUIET ERROR_QUIET)
  if(differ)
    message(SEND_ERROR "dictionaries/${f} is not what `bilint-dev spellout "
                       "dictionaries` writes")
  endif()
endforeach()
