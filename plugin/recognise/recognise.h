/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From text to what it means: tokens, stretches that are no prose, and
 * quantities. One pass a side; what a check does not need is not looked for.
 */
#ifndef BL_RECOGNISE_RECOGNISE_H
#define BL_RECOGNISE_RECOGNISE_H

#include "lexicon/language.h"
#include "model/pair.h"
#include "recognise/scan.h"

/* What checks may need; see bl_check.needs. */
enum {
    BL_NEEDS_NOTHING = 0,
    BL_NEEDS_TOKENS = 1 << 0,  /* and masks */
    BL_NEEDS_NUMBERS = 1 << 1, /* quantities, compared */
    BL_NEEDS_NAMES = 1 << 2,   /* names, compared */
    BL_NEEDS_TERMS = 1 << 3,   /* terms of the lists */
    BL_NEEDS_DOCUMENT = 1 << 4,    /* what is counted over all segments */
    BL_NEEDS_REPETITIONS = 1 << 5, /* a record of every segment */
    BL_NEEDS_ALIGNMENT = 1 << 6,   /* neighbours of every segment */
    BL_NEEDS_EXTRA_TERMS = 1 << 7, /* terms of the target without a source */
    BL_NEEDS_RENDERINGS = 1 << 8,  /* what names have become */
    BL_NEEDS_MISUSED_TERMS = 1 << 9 /* forbidden terms, which are told */
};

/* Those for which every segment leaves a trace. */
#define BL_NEEDS_TRACES \
    (BL_NEEDS_REPETITIONS | BL_NEEDS_ALIGNMENT | BL_NEEDS_RENDERINGS)

/* Working memory of one side; kept from pair to pair. */
typedef struct bl_recogniser {
    const bl_alloc *alloc;
    bl_tokens tokens;
    bl_scan scan;
    bl_mask *masks;
    size_t mask_room;
    bl_quantity *quantities;
    size_t quantity_room;
    bl_entity *entities;
    size_t entity_room;
} bl_recogniser;

void bl_recogniser_init(bl_recogniser *recogniser, const bl_alloc *alloc);
void bl_recogniser_free(bl_recogniser *recogniser);

/*
 * Recognise one side: `side` has its text, codes and language; the rest is
 * filled, and valid until the next call with this recogniser. First its
 * tokens and masks, then what they mean. False when there is no memory.
 */
bool bl_read_tokens(bl_recogniser *recogniser, bl_side *side, uint32_t needs,
                    bl_arena *scratch);
bool bl_read_quantities(bl_recogniser *recogniser, bl_side *side,
                        uint32_t needs);

/* Both. */
bool bl_recognise(bl_recogniser *recogniser, bl_side *side, uint32_t needs,
                  bl_arena *scratch);

/* ---- masks.c ------------------------------------------------------------ */

/* Placeholders, URLs and markup in the text: fills `masks` in the order of
 * the text and flags the tokens inside. */
bool bl_find_masks(bl_recogniser *recogniser, bl_side *side);

#endif
