/* SPDX-License-Identifier: Apache-2.0 */
/* What holds of every report and every error, whatever was checked. */
#ifndef BILINT_FUZZ_LAWS_H
#define BILINT_FUZZ_LAWS_H

#include "bilint/bilint.h"

/* How an engine counts offsets. */
typedef enum offset_unit {
    UNIT_UTF8,
    UNIT_UTF16,
    UNIT_CODE_POINTS
} offset_unit;

/* A text that a mark may lie in. */
typedef struct shown {
    const char *text;
    size_t size;
} shown;

/* Whether the bytes are UTF-8 from end to end. */
int is_utf8(const char *text, size_t size);

/* An engine by the defaults, or with every rule on, from the text of a
 * configuration that is known to be good. */
bilint_engine *new_engine(const char *config);
bilint_engine *new_engine_all(const char *config);

/*
 * Marks and fixes lie in their texts, on the boundaries of characters, and
 * say what stands there. `sides` are the texts of a pair as the host knows
 * them; NULL for a document, whose texts the report has itself.
 */
void must_be_sound(const bilint_report *report, const shown *sides,
                   offset_unit unit);

/* The findings as JSON lines, for free(). */
char *as_text(const bilint_report *report);

/* An error says in one line of UTF-8 what is wrong. */
void must_explain(bilint_status status, const bilint_error *err);

#endif
