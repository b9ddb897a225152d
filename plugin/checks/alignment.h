/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether targets stand beside their sources or beside neighbours of them.
 *
 * A segment leaves a few anchors of each side, which translation keeps:
 * values, names, addresses, codes; and its lengths. Where over several
 * segments the anchors of the sources are found in the targets so many
 * places further on, and not in their own, the targets have slipped. A
 * window of a few segments is all that is remembered.
 */
#ifndef BL_CHECKS_ALIGNMENT_H
#define BL_CHECKS_ALIGNMENT_H

#include "base/buf.h"
#include "findings/report.h"
#include "model/pair.h"

enum {
    BL_ANCHORS_MAX = 16,
    BL_SHIFT_MAX = 4, /* places looked at before and behind */
    BL_SHIFTS = 2 * BL_SHIFT_MAX + 1
};

typedef struct bl_signature {
    uint32_t anchors[2][BL_ANCHORS_MAX]; /* by bl_side_id; distinct hashes,
                                            and zeros */
    uint8_t count[2];
    uint16_t log[2]; /* of the lengths, in 64ths of a power of two */
    bool given;      /* there is a target */
} bl_signature;

/* The anchors of a pair that has been recognised. */
void bl_signature_take(const bl_pair *pair, bl_signature *signature);

/* A segment of the window. */
typedef struct bl_window_entry {
    bl_signature signature;
    uint32_t ordinal;
    uint32_t line; /* of the target */
    bl_buf text;   /* ids, source and target, one behind the other */
    size_t size[4];
    bool has_id[2];
    bl_position at[2];
    bl_position unit_at;
} bl_window_entry;

/* What speaks for one shift: a sum that grows with each segment that does and
 * falls with each that does not. */
typedef struct bl_shift {
    int32_t sum;
    int32_t peak;       /* its highest value since it left 0 */
    uint32_t support;   /* segments whose anchors say so */
    uint32_t first;     /* the segment where it left 0 */
    uint32_t last;      /* and that where it was highest */
    uint32_t limit;     /* ordinal behind what that concerns */
    uint32_t line;      /* of the last of it */
    bl_window_entry begin; /* what it concerns from the first on */
} bl_shift;

/* Segments whose targets have slipped. */
typedef struct bl_run {
    bool open;
    int shift; /* that most speaks for: targets answer so many sources on */
    int32_t peak;
    int least; /* of all that do */
    int most;
    uint32_t last; /* segment */
    uint32_t limit; /* ordinal */
    uint32_t line;
    uint32_t held_first; /* what the rule has done something about */
    uint32_t held_limit;
    bl_window_entry begin;
} bl_run;

typedef struct bl_alignment {
    const bl_alloc *alloc;
    bl_window_entry window[BL_SHIFTS]; /* segment n is in place n % BL_SHIFTS */
    uint32_t count; /* segments taken in */
    uint32_t done;  /* and judged */
    int32_t mean;   /* usual difference of the logarithms of lengths */
    uint32_t bad;   /* segments in a row that do not answer, up to now */
    uint32_t good;  /* segments that do, since the last of the run */
    bl_shift shifts[BL_SHIFTS]; /* by shift plus BL_SHIFT_MAX */
    bool moved;                 /* something speaks for one of them */
    bl_run run;
    bool failed; /* no memory */
} bl_alignment;

void bl_alignment_init(bl_alignment *alignment, const bl_alloc *alloc);
void bl_alignment_free(bl_alignment *alignment);

/* The next segment. True: alignment->run is over and complete, and open until
 * the next call. */
bool bl_alignment_add(bl_alignment *alignment, const bl_unit *unit,
                      const bl_segment *segment, uint32_t ordinal,
                      const bl_signature *signature);

/* There are no more segments; true again for a run. */
bool bl_alignment_end(bl_alignment *alignment);

#endif
