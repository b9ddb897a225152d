/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is remembered of every checked segment, for checks that look at a
 * whole document. Small, since there may be a million of them; texts are kept
 * for the first few megabytes only.
 */
#ifndef BL_CHECKS_RECORDS_H
#define BL_CHECKS_RECORDS_H

#include "base/arena.h"
#include "model/pair.h"

typedef struct bl_record {
    uint64_t source; /* hashes of the texts, white space folded */
    uint64_t target;
    uint32_t ordinal; /* of the segment in the document */
    uint32_t text;    /* index into bl_records.texts, or UINT32_MAX */
} bl_record;

/* A segment whose texts are still there. */
typedef struct bl_record_text {
    bl_str unit;
    bl_str segment;
    bl_str text[2]; /* by bl_side_id */
    bl_position at[2];
    bl_position unit_at;
} bl_record_text;

/* How the document writes numbers, counted where a sign gives it away. */
typedef struct bl_habits {
    uint32_t native;  /* as the target language does */
    uint32_t foreign; /* as another one */
} bl_habits;

/* How often a word with a capital letter stands in the targets, by the hash of
 * its skeleton. */
typedef struct bl_word_count {
    uint32_t hash; /* 0: the place is free */
    uint32_t count;
} bl_word_count;

typedef struct bl_records {
    const bl_alloc *alloc;
    bl_record *items; /* in the order of the document */
    size_t count;
    size_t room;
    bl_record_text *texts;
    size_t text_count;
    size_t text_room;
    bl_arena arena;
    size_t text_bytes;
    struct bl_language *target; /* of the first pair */
    bl_habits habits;
    bl_word_count *names; /* open addressing */
    size_t name_count;
    size_t name_places; /* 0, or a power of two */
    bool failed; /* no memory */
} bl_records;

void bl_records_init(bl_records *records, const bl_alloc *alloc);
void bl_records_reset(bl_records *records);
void bl_records_free(bl_records *records);

/* Remember a pair that has been recognised. */
void bl_records_add(bl_records *records, const bl_pair *pair,
                    uint32_t ordinal);

/* How often the targets have a word with that hash of its skeleton. */
uint32_t bl_records_name_count(const bl_records *records, uint32_t hash);

/* Move everything of `part` behind what is there; part is empty then. */
void bl_records_append(bl_records *records, bl_records *part);

#endif
