/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What checked segments leave behind for checks that look at a whole
 * document. A batch of segments leaves a trace of each; traces are taken up
 * in the order of the document, and nothing grows with it but what
 * repetitions.h says.
 */
#ifndef BL_CHECKS_RECORDS_H
#define BL_CHECKS_RECORDS_H

#include "checks/alignment.h"
#include "checks/faults.h"
#include "checks/proportions.h"
#include "checks/renderings.h"
#include "checks/repetitions.h"
#include "model/pair.h"
#include "recognise/separator.h"

/* A segment, as long as its batch is there. */
typedef struct bl_trace {
    const bl_unit *unit;
    const bl_segment *segment;
    uint32_t ordinal; /* of the segment in the document */
    uint64_t hash[2]; /* of the texts, folded; 0: left out */
    bl_signature signature;
    const bl_rendering *renderings;
    uint8_t rendering_count;
} bl_trace;

/* How a document or a segment writes numbers, counted where a sign gives it
 * away. */
typedef struct bl_habits {
    uint32_t native;  /* as the target language does */
    uint32_t foreign; /* as another one */
    /* Where the language has several ways: those of CLDR and others, by
     * bl_separator. */
    uint32_t usual[BL_SEPARATOR_GROUP + 1];
    uint32_t unusual[BL_SEPARATOR_GROUP + 1];
} bl_habits;

/* Adds the numbers of the target whose value is sure, and whose separator
 * therefore tells which language's rules they follow. The pair is matched. */
void bl_habits_add(bl_habits *habits, const bl_pair *pair);

/* Segments whose source ends in a sign, counted by how the target ends. */
typedef struct bl_lost_signs {
    uint32_t kept;
    uint32_t lost; /* in a word or number; of a colon, in a full stop, too */
} bl_lost_signs;

/* What is counted over all segments. */
typedef struct bl_sums {
    struct bl_language *languages[2]; /* of the first text, by side */
    uint64_t segments;                /* with a target, as what follows */
    uint64_t tokens[2]; /* of the texts, by side; of sources without one too */
    bl_habits habits;
    bl_lost_signs stops;
    bl_lost_signs colons;
    bl_lost_signs quoted; /* stops, where the target ends in a quotation mark */
    bl_lost_signs bare; /* texts without a sign; lost: the target has a stop */
    bl_proportions proportions; /* of texts that are not short */
    bool failed; /* no memory */
} bl_sums;

/* Of a batch. */
typedef struct bl_traces {
    const bl_alloc *alloc;
    bl_sums sums;
    bl_trace *items; /* in the order of the document */
    size_t count;
    size_t room;
    uint32_t *names; /* words of the targets with a capital letter, by the hash
                        of the skeleton; and surnames, by another one */
    size_t name_count;
    size_t name_room;
    bl_arena renderings; /* of the batch */
} bl_traces;

/* How often a word with a capital letter stands in the targets. */
typedef struct bl_word_count {
    uint32_t hash; /* 0: the place is free */
    uint32_t count;
} bl_word_count;

typedef struct bl_word_counts {
    bl_word_count *items; /* open addressing */
    size_t count;
    size_t places; /* 0, or a power of two */
} bl_word_counts;

/* Of a document. */
typedef struct bl_records {
    const bl_alloc *alloc;
    bl_sums sums;
    bl_word_counts names;
    bl_repetitions repetitions;
    bl_alignment alignment;
    bl_renderings renderings;
    bl_faults faults;
} bl_records;

void bl_traces_init(bl_traces *traces, const bl_alloc *alloc);
void bl_traces_free(bl_traces *traces);

/* Remember a pair that has been recognised, as far as `needs` goes. */
void bl_traces_add(bl_traces *traces, const bl_pair *pair, uint32_t ordinal,
                   uint32_t needs);

void bl_records_init(bl_records *records, const bl_alloc *alloc);
void bl_records_free(bl_records *records);

/* Take up what a batch left behind, but for what rules follow segment by
 * segment; and empty the batch when they have done so. */
void bl_records_take(bl_records *records, const bl_traces *traces,
                     uint32_t needs);
void bl_traces_reset(bl_traces *traces);

/* How often the targets have a word with that hash of its skeleton. */
uint32_t bl_records_name_count(const bl_records *records, uint32_t hash);

/* How often a full name that ends in that word, on either side, stands in both
 * texts of a pair, or its last word does. */
uint32_t bl_records_surname_count(const bl_records *records, uint32_t hash);

/* Whether memory ran out. */
bool bl_records_failed(const bl_records *records);

#endif
