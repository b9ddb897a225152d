/* SPDX-License-Identifier: Apache-2.0 */
/* The version of this header; CMakeLists.txt and the pages read it here. */
#ifndef BILINT_VERSION_H
#define BILINT_VERSION_H

#include <stdint.h>

#define BILINT_VERSION_MAJOR 0
#define BILINT_VERSION_MINOR 1
#define BILINT_VERSION_PATCH 0
#define BILINT_VERSION       "0.1.0"

/*
 * The binary interface that a caller was compiled for. It is passed to
 * bilint_engine_new(), which refuses another major number; a greater minor
 * number than the library's own is refused too, since the caller may use
 * what the library does not have.
 */
#define BILINT_ABI_MAJOR 0
#define BILINT_ABI_MINOR 1
#define BILINT_ABI \
    (((uint32_t)BILINT_ABI_MAJOR << 16) | (uint32_t)BILINT_ABI_MINOR)

#endif
