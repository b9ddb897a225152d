# bilint-dev new-rule in a copy of the tree: the list stays sorted, the rule
# builds with warnings as errors, and the test of its page fails, for what is
# still to be written. Then once more with a name that is there already.
# cmake -DDEV=bilint-dev -DROOT=<tree> -DWORK=<folder> -DCOMPILER=<cc>
#       -DGENERATOR=<of CMake> -P new_rule.cmake

file(REMOVE_RECURSE "${WORK}/tree")
file(COPY "${ROOT}/CMakeLists.txt" "${ROOT}/include" "${ROOT}/plugin"
          "${ROOT}/packaging" "${ROOT}/dictionaries"
     DESTINATION "${WORK}/tree")
# Of the tests what runs pages.
file(COPY "${ROOT}/tests/support" DESTINATION "${WORK}/tree/tests")
file(COPY "${ROOT}/docs/reference/bilint.1"
     DESTINATION "${WORK}/tree/docs/reference")
file(WRITE "${WORK}/tree/tests/CMakeLists.txt" "add_subdirectory(support)\n")

execute_process(COMMAND "${DEV}" new-rule no-such-thing --root "${WORK}/tree"
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" "-DROOT=${WORK}/tree"
  -P "${ROOT}/tests/tree/rules.cmake" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${WORK}/tree"
  -B "${WORK}/build" "-DCMAKE_C_COMPILER=${COMPILER}" -DBILINT_WERROR=ON
  -DCMAKE_BUILD_TYPE=Debug -DBILINT_TESTS=ON
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${WORK}/build" -j 2
  --target bilint_spec OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

set(spec "${WORK}/build/tests/support/bilint_spec")
set(page "${WORK}/tree/plugin/checks/no_such_thing.md")
execute_process(COMMAND "${spec}" "${page}"
  RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
foreach(why "silent examples under Not reported: 1; wanted: 2"
            "not found\n  wanted ! found target \"Satz\"")
  string(FIND "${said}" "${why}" at)
  if(NOT status EQUAL 1 OR at LESS 0)
    message(SEND_ERROR "status ${status}, said\n${said}\nwanted ${why}")
  endif()
endforeach()

foreach(name no-such-thing number-mismatch Number-mismatch -x a--b "a b")
  execute_process(COMMAND "${DEV}" new-rule ${name} --root "${WORK}/tree"
    RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
  if(status EQUAL 0)
    message(SEND_ERROR "bilint-dev new-rule ${name} did not refuse")
  endif()
endforeach()
