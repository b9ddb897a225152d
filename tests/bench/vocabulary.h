/* SPDX-License-Identifier: Apache-2.0 */
/* The texts that sentences are made of: sections of lines of forms, read
 * from tests/bench/text/. */
#ifndef BENCH_VOCABULARY_H
#define BENCH_VOCABULARY_H

#include <stddef.h>

enum { FORMS_MAX = 4, SECTIONS_MAX = 40 };

/* The English forms, and the Vietnamese one behind them; a line of a single
 * form is the same in both. */
typedef struct entry {
    const char *forms[FORMS_MAX];
    int count;
} entry;

typedef struct section {
    const char *name;
    entry *entries;
    size_t count;
    size_t room;
} section;

typedef struct vocabulary {
    section sections[SECTIONS_MAX];
    size_t count;
} vocabulary;

/* Adds the sections of a file, which must be readable and right: anything
 * else ends the program. What is read is kept for its whole life. */
void vocabulary_read(vocabulary *words, const char *path);

/* The section of that name, `size` bytes long; NULL where there is none. */
const section *vocabulary_find(const vocabulary *words, const char *name,
                               size_t size);

static inline const char *vietnamese_of(const entry *from)
{
    return from->forms[from->count - 1];
}

#endif
