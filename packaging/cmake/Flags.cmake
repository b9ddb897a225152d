# Compiler and linker flags: warnings, hardening, sanitizers.

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_C_VISIBILITY_PRESET hidden)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
# What the design measured its budgets with; -O2 leaves the loops over bytes
# in the tokenizer and the place tracker as they are.
set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g -DNDEBUG")

set(bilint_sanitizers)
if(BILINT_SANITIZE)
  set(bilint_sanitizers -fsanitize=${BILINT_SANITIZE}
      -fno-sanitize-recover=all -fno-omit-frame-pointer)
endif()
if(BILINT_FUZZ)
  list(APPEND bilint_sanitizers -fsanitize=fuzzer-no-link)
endif()
if(BILINT_COVERAGE)
  list(APPEND bilint_sanitizers --coverage)
endif()

function(bilint_flags target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
    -Wmissing-prototypes -Wundef -Wvla ${bilint_sanitizers})
  if(BILINT_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(CMAKE_BUILD_TYPE MATCHES "Rel" AND NOT BILINT_SANITIZE)
    target_compile_options(${target} PRIVATE
      -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  endif()
  target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L
    U_HIDE_DRAFT_API U_HIDE_INTERNAL_API U_HIDE_DEPRECATED_API)
endfunction()

function(bilint_link_flags target)
  target_link_options(${target} PRIVATE ${bilint_sanitizers})
  if(UNIX AND NOT APPLE)
    target_link_options(${target} PRIVATE "LINKER:-z,relro" "LINKER:-z,now"
      "LINKER:--as-needed")
    if(NOT BILINT_SANITIZE)
      target_link_options(${target} PRIVATE "LINKER:--no-undefined")
    endif()
  endif()
endfunction()
