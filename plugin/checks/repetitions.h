/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which sources, or targets, stand in a document more than once: a hash of
 * each side of each segment, and a line. A million segments cost less than 26
 * bytes each, and less than 18 where one side alone is looked for; texts are
 * kept of the first few megabytes only, and of segments that contradict one
 * before them. More than 67 million are too many.
 *
 * Hashes have 56 bits: where a million texts differ, two of them are taken
 * for the same in one document of 70,000. Whether segments with the same text
 * have the same on the other side as well is told by 32 bits: that question
 * is asked of repeated texts alone.
 *
 * The documents of a project are compared in the same way, one behind the
 * other.
 */
#ifndef BL_CHECKS_REPETITIONS_H
#define BL_CHECKS_REPETITIONS_H

#include "base/arena.h"
#include "base/buf.h"
#include "findings/sink.h"
#include "model/segment.h"

/* Segments of a chunk; bytes of a hash, and of one of a side that is not
 * looked for; parts of an index. */
enum {
    BL_REPETITION_CHUNK = 1024,
    BL_REPETITION_BYTES = 7,
    BL_REPETITION_OTHER = 4,
    BL_REPETITION_PAGES = 64
};

/* Options of inconsistent-target: what counts when texts are compared. */
enum { BL_FOLD_SPACES, BL_FOLD_CASE, BL_FOLD_CODES };

typedef struct bl_repetition_chunk {
    /* How many lines it stands behind the segment before it; from
     * BL_REPETITION_FAR on, bl_repetition_line says where. */
    uint8_t step[BL_REPETITION_CHUNK];
    uint32_t before; /* the line of the last segment before the chunk */
    /* Those of the sources, then those of the targets, the first byte the
     * lowest; 0: left out. Eight bytes may be read at once, wherever. */
    uint8_t hashes[];
} bl_repetition_chunk;

/* Of a segment that does not stand a few lines behind the one before it. */
typedef struct bl_repetition_line {
    uint32_t ordinal;
    uint32_t line;
} bl_repetition_line;

enum { BL_REPETITION_FAR = 255 };

/* The first segment of every hash of one side, by open addressing. Segments
 * are numbered from 1 here, through all documents. Each page has hashes of
 * its own, and grows by itself. */
typedef struct bl_repetition_page {
    uint32_t *places; /* 0: free */
    uint32_t room;
    uint32_t count;
} bl_repetition_page;

typedef struct bl_repetition_index {
    bl_repetition_page pages[BL_REPETITION_PAGES];
} bl_repetition_index;

/* A segment whose texts are still there: where they stand in which block. */
typedef struct bl_kept_text {
    uint32_t ordinal; /* of the segment in the document */
    uint32_t block;
    uint32_t at;
} bl_kept_text;

/* Texts of many segments. */
typedef struct bl_text_block {
    char *data;
    uint32_t size; /* before it was packed */
    bool packed;
} bl_text_block;

typedef struct bl_repetitions {
    const bl_alloc *alloc;
    uint8_t sides; /* 1 << bl_side_id of those that are looked for; set
                      before the first is added */
    size_t most;   /* bytes of text to keep */
    bl_repetition_chunk **chunks;
    size_t chunk_count;
    size_t chunk_room;
    size_t count; /* of segments, by ordinal */
    bl_repetition_line *lines;
    size_t line_count;
    size_t line_room;
    uint32_t last_line;
    bool contradicted[2]; /* by bl_side_id: something is to be reported */
    bl_repetition_index index[2];
    bl_kept_text *texts; /* in the order of the document */
    size_t text_count;
    size_t text_room;
    size_t text_bytes;
    bl_text_block *blocks;
    size_t block_count;
    size_t block_room;
    bl_buf open; /* the block behind them */
    bool packing; /* the document is large: blocks are packed */
    bl_arena arena;
    bl_str file; /* NULL: there is but one */
    int severity[2]; /* of what is found by each side; see bl_sink */
    bool failed; /* no memory */
} bl_repetitions;

void bl_repetitions_init(bl_repetitions *list, const bl_alloc *alloc);
void bl_repetitions_free(bl_repetitions *list);

/* Give back what only the reading of the document needs. */
void bl_repetitions_close(bl_repetitions *list);

/* A segment, behind those of a smaller ordinal; hashes of 0 take no part.
 * Texts are copied if need be. */
void bl_repetitions_add(bl_repetitions *list, const bl_unit *unit,
                        const bl_segment *segment, uint32_t ordinal,
                        const uint64_t hash[2]);

/* Begin to fetch what a segment with these hashes will need. */
void bl_repetitions_fetch(const bl_repetitions *list, const uint64_t hash[2]);

/* Leave segments out after all. */
void bl_repetitions_skip(bl_repetitions *list, uint32_t first,
                         uint32_t limit);

/*
 * Report each text of that side which stands with several texts of the other,
 * once, with all its places: `documents` in their order. `message` takes what
 * is to be said as {0}; `habit` says it of all but the first, where most texts
 * that are repeated stand so.
 */
void bl_repetitions_report(const bl_repetitions *const *documents,
                           size_t count, bl_side_id side, uint16_t message,
                           uint16_t habit, bl_sink *sink);

/* Bytes that are held but for texts. */
size_t bl_repetitions_size(const bl_repetitions *list);

#endif
