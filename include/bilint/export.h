/* SPDX-License-Identifier: Apache-2.0 */
/* How the functions of bilint are exported and called. */
#ifndef BILINT_EXPORT_H
#define BILINT_EXPORT_H

/*
 * Define BILINT_STATIC when linking the static library. Without it, Windows
 * imports from the DLL; elsewhere nothing needs to be said by the caller.
 * BILINT_BUILDING is defined while the library itself is compiled.
 */
#if defined(BILINT_STATIC)
#    define BILINT_API
#elif defined(_WIN32)
#    if defined(BILINT_BUILDING)
#        define BILINT_API __declspec(dllexport)
#    else
#        define BILINT_API __declspec(dllimport)
#    endif
#elif defined(__GNUC__)
#    define BILINT_API __attribute__((visibility("default")))
#else
#    define BILINT_API
#endif

/* The calling convention of every function and callback. */
#if defined(_WIN32)
#    define BILINT_CALL __cdecl
#else
#    define BILINT_CALL
#endif

#endif
