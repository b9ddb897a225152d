/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Compiled languages: what CLDR and the files of dictionaries/ say, as it
 * goes into the tables. A file <language>.bin has a language with all of its
 * regions, common.bin what is the same for all. They save time and nothing
 * else: a file that another version made, or from other texts than those of
 * the folder, is left alone, and the sources are read instead.
 *
 * A file is a signature of eight bytes; the text bl_compiled_maker(); a sum of
 * all that follows; and that is, as packed.h writes it:
 *
 *     locales   their number; of each its tag, and bl_dictionary.hash
 *     sets      their number; of each a bit for every locale
 *     facts     by kind: their number; of each its set, and what it says
 *
 * common.bin has bl_chars and bl_units behind the sum.
 */
#ifndef BL_LEXICON_COMPILED_H
#define BL_LEXICON_COMPILED_H

#include "base/packed.h"
#include "lexicon/language.h"

/* The kinds of facts, in the order of the file. */
typedef enum bl_fact {
    BL_FACT_TRAITS,  /* BL_COMPILED_TRAITS, and how much of the others */
    BL_FACT_LINES,   /* bl_dictionary_rest() of a text, behind its number */
    BL_FACT_FORM,    /* group, text */
    BL_FACT_EXONYM,  /* word, thing; sorted */
    BL_FACT_COUPLES, /* bl_couple_of() two words: their number, all of them */
    BL_FACT_WORD,    /* of phrases; sorted by bl_phrase_hash() */
    BL_FACT_PHRASE,  /* how many words, and which of those; senses, the one
                        found first last; sorted by the first word */
    BL_FACT_KINDS
} bl_fact;

/* X(type, field): what is a number for each locale. */
#define BL_COMPILED_TRAITS(X)           \
    X(uint32_t, symbols.native.decimal) \
    X(uint32_t, symbols.native.group)   \
    X(uint32_t, symbols.native.zero)    \
    X(uint32_t, symbols.latin.decimal)  \
    X(uint32_t, symbols.latin.group)    \
    X(uint32_t, symbols.latin.zero)     \
    X(uint8_t, symbols.group_size)      \
    X(uint8_t, symbols.group_rest)      \
    X(uint8_t, symbols.group_least)     \
    X(bool, symbols.percent_apart)      \
    X(bool, symbols.varies)             \
    X(char, dates.order[0])             \
    X(char, dates.order[1])             \
    X(char, dates.order[2])             \
    X(char, dates.date_sign)            \
    X(char, dates.time_sign)            \
    X(bool, dates.spaced)               \
    X(bool, dates.all_hours)            \
    X(uint32_t, quotes.start)           \
    X(uint32_t, quotes.limit)           \
    X(uint32_t, quotes.inner_start)     \
    X(uint32_t, quotes.inner_limit)     \
    X(uint8_t, calendars)               \
    X(bl_plurals, plurals)              \
    X(bool, doubles)                    \
    X(bool, doubles_known)

enum { BL_COMPILED_SIGNATURE = 8, BL_COMPILED_MAKER = 64 };
extern const unsigned char bl_compiled_signature[BL_COMPILED_SIGNATURE];

/* Which bilint and which ICU made it: data of another ICU are others. */
void bl_compiled_maker(char out[BL_COMPILED_MAKER]);

uint64_t bl_compiled_sum(const void *data, size_t size);

/* What stands before `body` in a file. */
void bl_compiled_head(bl_str body, bl_buf *to);

/*
 * What is the same in all languages, from the folder. UNSUPPORTED where there
 * is no file; E_DATA with a reason for one that is damaged or foreign. On any
 * failure *chars is NULL, and *units is to be initialised.
 */
bilint_status bl_compiled_common(const char *folder, const bl_alloc *alloc,
                                 bl_chars **chars, bl_units *units,
                                 bilint_error *err);

/*
 * Fill a language that is empty, if the folder has it, made from the texts
 * with that hash. UNSUPPORTED where it has not; E_DATA with a reason as above,
 * and what is in the language then is worth nothing.
 */
bilint_status bl_compiled_language(const char *folder, uint64_t texts,
                                   bl_language *language, bilint_error *err);

#endif
