/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Making words comparable. Used once for each distinct word, never once for
 * each occurrence.
 */
#ifndef BL_TEXT_FOLD_H
#define BL_TEXT_FOLD_H

#include "base/str.h"
#include "text/locale.h"

#include <stdint.h>

/* Longest result in bytes; a longer word is not folded. */
enum { BL_FOLD_MAX = 192 };

typedef struct bl_folded {
    size_t size; /* 0: the text was empty, too long or damaged */
    char text[BL_FOLD_MAX];
} bl_folded;

/*
 * Without case, width and invisible characters: NFKC_Casefold (UAX #31),
 * with the I of the locale. "Việt" -> "việt", "ＡＢＣ" -> "abc",
 * "ein\u00ADund" -> "einund", "IŞIK" (tr) -> "ışık". Without what writers
 * leave out or exchange in Hebrew, Arabic and Devanagari: vowel points,
 * hamza on alef, nukta.
 */
void bl_fold(const bl_locale *locale, bl_str word, bl_folded *out);

/*
 * From folded text: Latin and Greek letters without diacritics, for names
 * that travel without them. "trọng" -> "trong", "đỗ" -> "do",
 * "łódź" -> "lodz", "æ" -> "ae"; other scripts unchanged.
 */
void bl_skeleton(bl_str folded, bl_folded *out);

/* The hash by which skeletons are compared, of one as it is and of a word's
 * own; 0 for none. */
uint32_t bl_skeleton_hash(bl_str skeleton);
uint32_t bl_skeleton_hash_of(bl_str word);

/* The same of the first five letters of a skeleton, which most other forms of
 * the word share. */
uint32_t bl_stem_hash(bl_str skeleton);

/* Which letters a text has, as 64 bits; letters far apart may share one. */
uint64_t bl_letter_set(bl_str text);

/* NFC; false when the text was NFC already. Unlike the others for text of
 * any size: `room` bytes at `out`, *size receives what was written, or 0
 * when it does not fit. */
bool bl_to_nfc(bl_str text, char *out, size_t room, size_t *size);

/* NFD of a word: its size, or 0 when it is longer than `room`. */
size_t bl_to_nfd(bl_str text, char *out, size_t room);

/* Whether the text is in NFC; a quick answer for nearly all text. */
bool bl_is_nfc(bl_str text);

/* Lower case in the locale's own way, nothing else changed. */
void bl_lower(const bl_locale *locale, bl_str word, bl_folded *out);

/* The first character of a text as a capital, in the locale's own way: empty
 * where it has none. */
void bl_capital(const bl_locale *locale, bl_str text, bl_folded *out);

/* How a word is written. */
typedef enum bl_case {
    BL_CASE_NONE,    /* no letter with case: 123, 日本 */
    BL_CASE_LOWER,   /* word */
    BL_CASE_INITIAL, /* Word */
    BL_CASE_UPPER,   /* WORD, and a single capital */
    BL_CASE_MIXED    /* iPhone, McDonald */
} bl_case;

bl_case bl_case_of(bl_str word);

#endif
