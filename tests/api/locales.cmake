# Locales for the tests that set them, in a folder of their own: the machine
# need not have any. Where the sources of localedef are missing, nothing is
# made, and those tests say that they were skipped.
# cmake -DLOCALEDEF=<program> -DFOLDER=<folder> -P locales.cmake
cmake_minimum_required(VERSION 3.25)

file(MAKE_DIRECTORY "${FOLDER}")
foreach(name tr_TR de_DE)
  if(EXISTS "${FOLDER}/${name}.UTF-8")
    continue()
  endif()
  # It warns of much; whether it worked is seen from what it made.
  execute_process(COMMAND "${LOCALEDEF}" -i ${name} -f UTF-8
                          "${FOLDER}/${name}.UTF-8"
                  RESULT_VARIABLE result OUTPUT_QUIET ERROR_QUIET)
  if(EXISTS "${FOLDER}/${name}.UTF-8/LC_NUMERIC")
    message(STATUS "made ${name}.UTF-8")
  else()
    file(REMOVE_RECURSE "${FOLDER}/${name}.UTF-8")
    message(STATUS "localedef cannot make ${name}.UTF-8 here")
  endif()
endforeach()
