# An installation in a folder of its own: a small client is built with
# pkg-config and with find_package, both are run, and the program finds its
# language data. Then the whole folder is moved, and they are run again.
# cmake -DBUILD=<build> -DCC=<compiler> -DFLAGS=<flags> -DPKG_CONFIG=<program>
#       -DGENERATOR=<of CMake> -DLIBDIR=lib -DBINDIR=bin -DSCRATCH=<folder>
#       -P installed.cmake
cmake_minimum_required(VERSION 3.25)

set(client "${CMAKE_CURRENT_LIST_DIR}/client")
set(prefix "${SCRATCH}/prefix")
file(REMOVE_RECURSE "${SCRATCH}")
file(MAKE_DIRECTORY "${SCRATCH}")

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE out
                  ERROR_VARIABLE err)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${result} from: ${ARGV}\n${out}${err}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

# A client prints "<rule> <version> <whether it has language data>".
function(run_client program folder)
  run("${CMAKE_COMMAND}" -E env "LD_LIBRARY_PATH=${folder}/${LIBDIR}"
      "${program}")
  if(NOT out MATCHES "^number-mismatch [0-9.]+ data\n$")
    message(FATAL_ERROR "${program} says: ${out}")
  endif()
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}")

# ---- what is there ----

foreach(f include/bilint/bilint.h include/bilint/host.h
          include/bilint/status.h include/bilint/version.h
          include/bilint/export.h "${BINDIR}/bilint"
          "${LIBDIR}/libbilint.so" "${LIBDIR}/libbilint.a"
          "${LIBDIR}/pkgconfig/bilint.pc"
          share/bilint/dictionaries/README.md
          share/bilint/dictionaries/vi/numbers.txt
          share/bilint/languages/common.bin share/bilint/languages/vi.bin
          share/man/man1/bilint.1)
  if(NOT EXISTS "${prefix}/${f}")
    message(SEND_ERROR "not installed: ${f}")
  endif()
endforeach()
if(EXISTS "${prefix}/${BINDIR}/bilint-dev")
  message(SEND_ERROR "bilint-dev is installed")
endif()

# ---- pkg-config ----

# The file says where the prefix is from its own place.
set(ENV{PKG_CONFIG_PATH} "${prefix}/${LIBDIR}/pkgconfig")
run("${PKG_CONFIG}" --cflags --libs bilint)
separate_arguments(found UNIX_COMMAND "${out}")
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
run("${CC}" ${flags} -o "${SCRATCH}/by-pkg-config" "${client}/main.c"
    ${found})
run_client("${SCRATCH}/by-pkg-config" "${prefix}")

# ---- find_package ----

run("${CMAKE_COMMAND}" -G "${GENERATOR}"
    -S "${client}" -B "${SCRATCH}/by-cmake"
    "-DCMAKE_PREFIX_PATH=${prefix}" "-DCMAKE_C_COMPILER=${CC}"
    "-DCMAKE_C_FLAGS=${FLAGS}")
run("${CMAKE_COMMAND}" --build "${SCRATCH}/by-cmake")
run_client("${SCRATCH}/by-cmake/client" "${prefix}")

# ---- the program ----

file(WRITE "${SCRATCH}/d.xlf"
     "<xliff version=\"1.2\"><file source-language=\"en\" "
     "target-language=\"vi\"><body><trans-unit id=\"1\">"
     "<source>two million people</source>"
     "<target>ba triệu người</target></trans-unit></body></file></xliff>\n")
function(run_program folder)
  execute_process(COMMAND "${folder}/${BINDIR}/bilint" check --no-config
                          --rule number-mismatch --format jsonl
                          "${SCRATCH}/d.xlf"
                  RESULT_VARIABLE result OUTPUT_VARIABLE out
                  ERROR_VARIABLE err)
  # Number words are in the language data: without it nothing is found.
  if(NOT result EQUAL 1 OR NOT out MATCHES "number-mismatch"
     OR NOT err STREQUAL "")
    message(FATAL_ERROR "${folder}: bilint check: ${result}\n${out}${err}")
  endif()
endfunction()
run_program("${prefix}")

# ---- moved ----

file(RENAME "${prefix}" "${SCRATCH}/elsewhere")
run_program("${SCRATCH}/elsewhere")
run_client("${SCRATCH}/by-pkg-config" "${SCRATCH}/elsewhere")
set(ENV{PKG_CONFIG_PATH} "${SCRATCH}/elsewhere/${LIBDIR}/pkgconfig")
run("${PKG_CONFIG}" --variable=includedir bilint)
string(STRIP "${out}" out)
if(NOT EXISTS "${out}/bilint/bilint.h")
  message(FATAL_ERROR "pkg-config has no headers in ${out}")
endif()

file(REMOVE_RECURSE "${SCRATCH}")
