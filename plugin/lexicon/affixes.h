/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The endings that words of a language take, as the affix file of its
 * spelling dictionary has them. Whether a word may be a form of another one
 * is known without asking Hunspell, which takes a thousand times longer; that
 * it is one, only Hunspell knows.
 */
#ifndef BL_LEXICON_AFFIXES_H
#define BL_LEXICON_AFFIXES_H

#include "base/alloc.h"
#include "base/buf.h"
#include "base/str.h"
#include "text/locale.h"

#include <stdint.h>

enum { BL_AFFIX_KINDS = 4096 };

/* An ending by what it puts on: what it takes off. */
typedef struct bl_affix_base {
    uint64_t form;  /* hash of what is put on */
    uint32_t start; /* of what is taken off, in `texts` */
    uint32_t size;
} bl_affix_base;

typedef struct bl_affixes {
    const bl_alloc *alloc;
    uint64_t *pairs; /* hashes of what is taken off and put on; 0 is free */
    size_t room;     /* a power of two, or 0 */
    size_t count;
    size_t longest; /* bytes of what is taken off or put on */
    bl_affix_base *bases; /* sorted by `form` */
    size_t base_count;
    size_t base_room;
    bl_buf texts;
    uint64_t kinds[BL_AFFIX_KINDS / 64]; /* of their first bytes and sizes */
    bool twofold; /* endings are put onto endings, which nobody counted */
} bl_affixes;

/* Of a file; none where it cannot be read. False when there is no memory. */
bool bl_affixes_read(bl_affixes *affixes, const bl_alloc *alloc,
                     const bl_locale *locale, const char *path);
void bl_affixes_free(bl_affixes *affixes);

/* Whether an ending makes `form` of `base`; both are folded. */
bool bl_affixes_make(const bl_affixes *affixes, bl_str base, bl_str form);

/* Whether one makes either of two words of the other. */
bool bl_affixes_join(const bl_affixes *affixes, bl_str a, bl_str b);

/* The endings that put on a text: the first of them, and in *count how many
 * there are. */
const bl_affix_base *bl_affixes_bases(const bl_affixes *affixes, bl_str form,
                                      size_t *count);

static inline bl_str bl_affix_base_text(const bl_affixes *affixes,
                                        const bl_affix_base *base)
{
    return bl_str_of(affixes->texts.data + base->start, base->size);
}

#endif
