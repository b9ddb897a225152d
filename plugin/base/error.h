/* SPDX-License-Identifier: Apache-2.0 */
/* Filling the caller's bilint_error. */
#ifndef BL_BASE_ERROR_H
#define BL_BASE_ERROR_H

#include "bilint/status.h"

#if defined(__GNUC__)
#    define BL_PRINTF(text, first) \
        __attribute__((__format__(__printf__, text, first)))
#else
#    define BL_PRINTF(text, first)
#endif

/*
 * Say what went wrong and return `status`, so that a caller can write
 * `return bl_fail(err, ...)`. `err` may be NULL or shorter than the library's
 * own struct. A message that does not fit is cut between characters. Only
 * %s, %.*s, %d, %u, %c and %llu are used, which no locale changes.
 */
bilint_status bl_fail(bilint_error *err, bilint_status status,
                      const char *format, ...) BL_PRINTF(3, 4);

/* The same with a place in the input; 0 for what is not known, -1 for the
 * offset. */
bilint_status bl_fail_at(bilint_error *err, bilint_status status,
                         uint32_t line, uint32_t column, int64_t offset,
                         const char *format, ...) BL_PRINTF(6, 7);

/* BILINT_E_MEMORY, with its text. */
bilint_status bl_fail_memory(bilint_error *err);

/* Success: leaves no old message behind. */
void bl_error_clear(bilint_error *err);

/* English text of a status. */
const char *bl_status_text(bilint_status status);

#endif
