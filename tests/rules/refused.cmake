# A page that must be refused, for the reason that <page>.txt gives.
# cmake -DSPEC=bilint_spec -DPAGE=refused/no-why.md [-DFIX=1] -P refused.cmake
# Run in this folder, so that the messages name the page the same everywhere.

execute_process(COMMAND "${SPEC}" --rule word-repeated "${PAGE}"
  RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
string(REGEX REPLACE "\\.md$" ".txt" want_file "${PAGE}")
if(FIX)
  file(WRITE "${want_file}" "${said}")
endif()
if(NOT status EQUAL 1)
  message(SEND_ERROR "${PAGE}: exit status ${status}, not 1:\n${said}")
endif()
if(NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${want_file}")
  message(FATAL_ERROR "${want_file} is not there")
endif()
file(READ "${want_file}" want)
if(NOT said STREQUAL want)
  message(SEND_ERROR "${PAGE}: said\n${said}\nwanted\n${want}")
endif()
