/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts that nobody wrote: words and things that bilint compares, put together
 * by chance. The seed is printed; BILINT_SEED in the environment is another.
 */
#ifndef BILINT_TESTS_PROPERTY_MADE_H
#define BILINT_TESTS_PROPERTY_MADE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MADE_ROOM = 2048, MADE_PIECES = 24 };

/* A language of which there are pieces. */
typedef struct made_language {
    const char *tag;
    const char *space; /* between two pieces */
    const char *const *words;
    const char *const *things; /* numbers, dates, names, placeholders */
} made_language;

extern const made_language made_languages[];
extern const size_t made_language_count;

/* English is the first. */
#define MADE_ENGLISH (&made_languages[0])

typedef struct made_text {
    const char *pieces[MADE_PIECES];
    size_t count;
    const char *space;
    char text[MADE_ROOM]; /* of the pieces, by made_join() */
} made_text;

/* Begin again with the seed, so that a test does not depend on the others. */
void made_begin(void);
uint32_t made_below(uint32_t limit);

/* A sentence of `things` things among words. */
void made_sentence(const made_language *language, size_t things,
                   made_text *out);

/* One thing more, less, or another one. */
void made_change(const made_language *language, made_text *text);
void made_join(made_text *text);

/* An XLIFF document of units 1, 2, 3, in the version asked for ("1.2" or
 * "2.0"), for free(). Texts have no character that XML would want escaped. */
char *made_document(const char *version, const made_language *language,
                    const made_text *sources, const made_text *targets,
                    const size_t *order, size_t count);

#endif
