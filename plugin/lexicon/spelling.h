/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The door to Hunspell.
 *
 * Handles of Hunspell may not be shared between threads. Since every
 * distinct word is asked about once, one handle behind a lock is enough; it
 * is opened when the first word is asked about, which takes longer than all
 * the rest of an engine.
 */
#ifndef BL_LEXICON_SPELLING_H
#define BL_LEXICON_SPELLING_H

#include "base/arena.h"
#include "base/str.h"
#include "lexicon/affixes.h"
#include "lexicon/words.h"
#include "text/locale.h"

typedef struct bl_speller bl_speller;

/* Where dictionaries are, and who is told of one that cannot be used. */
typedef struct bl_speller_source {
    const char *folders; /* looked through in order, separated by `:` (on
                          * Windows `;`); NULL: none */
    bool installed;      /* behind them, those of the system */
    void (*tell)(void *context, const char *text);
    void *context; /* of `tell` */
} bl_speller_source;

/*
 * A speller for the locale, or NULL where no folder has a dictionary for it.
 * One whose affix file is not in the UTF-8 that it says is passed over: it
 * would not know the words that have endings. False when there is no memory.
 */
bool bl_speller_new(const bl_alloc *alloc, const bl_locale *locale,
                    const bl_speller_source *source, bl_speller **out);
void bl_speller_free(bl_speller *speller);

/* Whether the dictionary has the word, in that spelling. */
bool bl_speller_knows(bl_speller *speller, bl_str word);

/* Up to `most` stems of a word, copied to the arena; their number. None for a
 * word that the dictionary does not know. */
size_t bl_speller_stems(bl_speller *speller, bl_str word, bl_str *out,
                        size_t most, bl_arena *arena);

/* The endings of the dictionary, read when they are first asked for. NULL
 * when there is no memory. */
const bl_affixes *bl_speller_affixes(bl_speller *speller,
                                     const bl_locale *locale);

/* Up to `most` suggestions, copied to the arena; their number. Slow: tens of
 * milliseconds. */
size_t bl_speller_suggest(bl_speller *speller, bl_str word, bl_str *out,
                          size_t most, bl_arena *arena);

#endif
