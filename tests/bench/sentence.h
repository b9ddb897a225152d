/* SPDX-License-Identifier: Apache-2.0 */
/* A sentence and its translation, as XML text. */
#ifndef BENCH_SENTENCE_H
#define BENCH_SENTENCE_H

#include "random.h"
#include "vocabulary.h"

#include <stdbool.h>

enum { SENTENCE_SIZE = 4096 };

/* What may be wrong with a translation. */
typedef enum mistake {
    MISTAKE_NONE,
    MISTAKE_NUMBER,  /* another number, date or time */
    MISTAKE_CODE,    /* inline codes are lost */
    MISTAKE_DOUBLED, /* a word is there twice */
    MISTAKE_SPELLING,
    MISTAKE_COUNT
} mistake;

typedef struct sentence {
    char english[SENTENCE_SIZE];
    char vietnamese[SENTENCE_SIZE];
} sentence;

/* One more sentence; false where it has no place for that mistake. */
bool sentence_make(const vocabulary *words, random_state *random, mistake wrong,
                   sentence *out);

#endif
