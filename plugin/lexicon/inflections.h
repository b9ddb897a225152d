/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that are made of another one by what is written onto it, several times
 * over: kapsayıcı-lar-ımız-dan, mem-publikasi-kan. Dictionaries of languages
 * that do so have the words of some texts, and not all that can be made.
 * From spelling.txt: word-suffix, word-prefix, vowels, softened.
 */
#ifndef BL_LEXICON_INFLECTIONS_H
#define BL_LEXICON_INFLECTIONS_H

#include "base/alloc.h"
#include "base/arena.h"
#include "base/str.h"
#include "lexicon/orthography.h"

/* What is written onto a word. Empty letters are any. */
typedef struct bl_affix {
    bl_str text;
    bl_str instead; /* what the word has there without it */
    bl_str harmony; /* of a suffix: the last vowel before it; of a prefix: the
                       letter behind it */
    bl_str behind;  /* of a suffix: the letter before it */
    bool prefix;
} bl_affix;

typedef struct bl_inflections {
    const bl_alloc *alloc;
    bl_arena *texts; /* where the strings lie */
    bl_affix *items;
    size_t count;
    size_t room;
    bl_str vowels;
    bl_spelling_changes softened; /* the end of a word, before a vowel */
} bl_inflections;

/* One more: "lar", or "meny>s" for one that a letter of the word gives way to
 * (menyapu, of sapu). What it stands beside: "aı bcd" of a suffix is the last
 * vowel before it and the letter right before it, "bfpv" of a prefix the letter
 * behind it; "*" is any. False when there is no memory. */
bool bl_inflections_add(bl_inflections *inflections, bl_str form,
                        bl_str beside, bool prefix);

/* Whether `stands` accepts a word. */
typedef bool (*bl_is_stem)(void *context, bl_str word);

/*
 * Whether the word, which is in small letters but for its first, is one that
 * `stands` accepts with up to three of these written onto it, and in harmony
 * with them.
 */
bool bl_inflections_reach(const bl_inflections *inflections, bl_str word,
                          bl_is_stem stands, void *context);

#endif
