/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text of one language, read by the recognisers: what unit tests and laws ask
 * when they want to see values rather than findings.
 */
#ifndef BILINT_TESTS_READING_H
#define BILINT_TESTS_READING_H

#include "engine/worker.h"

typedef struct reading {
    bl_engine *engine;
    bl_recogniser recogniser;
    bl_arena scratch;
    bl_text text;
    bl_side side;
} reading;

/* False, with the reason on stderr, where no engine can be made. */
bool reading_open(reading *r);
void reading_close(reading *r);

/* The language of a tag, or NULL. */
bl_language *reading_language(reading *r, const char *tag);

/* The text as a side with its tokens and quantities; valid until the next
 * call. NULL where there is no such language or no memory. */
const bl_side *reading_read(reading *r, const char *tag, bl_str text);

/* The readings of a quantity, those of the locale before the bar:
 * "1 234|1.234". */
enum { READING_TEXT = 5 * BL_DECIMAL_TEXT };
void reading_values(const bl_quantity *quantity, char *out);

#endif
