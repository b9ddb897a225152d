/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Languages that are written syllable by syllable (Vietnamese): a syllable is
 * an onset, a rhyme and a tone, all from closed lists (syllables.txt). This
 * tells a possible syllable from an impossible one without a dictionary, and
 * a syllable that lost its marks from a foreign word.
 */
#ifndef BL_LEXICON_SYLLABLES_H
#define BL_LEXICON_SYLLABLES_H

#include "base/alloc.h"
#include "base/str.h"

typedef enum bl_syllable_part {
    BL_SYLLABLE_ONSET,        /* b, ngh, or nothing */
    BL_SYLLABLE_RHYME,        /* ai, uyên: without tone */
    BL_SYLLABLE_STOPPED,      /* at, êch: only with some of the tones */
    BL_SYLLABLE_TONE,         /* a combining mark */
    BL_SYLLABLE_STOPPED_TONE, /* one that stopped rhymes take */
    BL_SYLLABLE_PARTS
} bl_syllable_part;

typedef struct bl_syllables bl_syllables;

bl_syllables *bl_syllables_new(const bl_alloc *alloc);
void bl_syllables_free(bl_syllables *syllables);

/* Bytes of an item of a list. */
enum { BL_SYLLABLE_BYTES = 15 };

/* One more item of a list, of at most BL_SYLLABLE_BYTES; false when there is
 * no memory. */
bool bl_syllables_add(bl_syllables *syllables, bl_syllable_part part,
                      bl_str item);

/* Whether a folded word is a possible syllable. */
bool bl_syllables_valid(const bl_syllables *syllables, bl_str folded);

/*
 * Whether a word in plain letters is what is left of a syllable that lost
 * its marks: "cuong" could be "cường", "smith" could be nothing. Both are
 * skeletons.
 */
bool bl_syllables_plain(const bl_syllables *syllables, bl_str skeleton);

#endif
