/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings with the texts that they are about, in the order of the document.
 * Segments without a finding leave nothing behind.
 */
#ifndef BL_FINDINGS_REPORT_H
#define BL_FINDINGS_REPORT_H

#include "base/arena.h"
#include "base/buf.h"
#include "findings/finding.h"
#include "findings/kept.h"
#include "model/segment.h"

/* What is kept of a segment that has findings. */
typedef struct bl_reported {
    bl_kept kept;       /* ids and texts; first: see bl_kept_unpack() */
    uint32_t ordinal;   /* counted from 0 over the document */
    const bl_str *file; /* of a project; NULL: the report's */
} bl_reported;

enum { BL_REPORT_SAID = 64 };

typedef struct bl_report {
    const bl_alloc *alloc;
    const struct bl_settings *settings; /* whose rules findings are of; NULL
                                           where nobody asks for them */
    bl_arena arena;
    bl_finding *findings;
    size_t count;
    size_t room;
    bl_reported *segments;
    size_t segment_count;
    size_t segment_room;
    bool packing;          /* see bl_report_pack() */
    bl_kept_blocks blocks; /* what was kept then */
    bl_str file; /* name of the document; NULL for a pair */
    bl_str said[BL_REPORT_SAID]; /* messages that may come again, by hash */
    uint64_t units_read;
    uint64_t segments_read;
    uint64_t segments_checked;
    bool incomplete; /* a time budget ran out */
    bool language_missing; /* a segment with a target was not checked */
    bool broken;     /* the document broke off */
    bool failed;     /* no memory: findings are missing */
} bl_report;

void bl_report_init(bl_report *report, const bl_alloc *alloc);
void bl_report_reset(bl_report *report);
void bl_report_close(bl_report *report);

/* Of an empty report: ids and texts of segments may be packed by
 * bl_kept_pack(), and nobody reads them, until all are unpacked. */
void bl_report_pack(bl_report *report);
void bl_report_unpack(bl_report *report);

/* Keep a segment; its index. Texts are copied. */
uint32_t bl_report_segment(bl_report *report, const bl_unit *unit,
                           const bl_segment *segment, uint32_t ordinal);

/* The file that a segment is in, of several. */
void bl_report_name(bl_report *report, bl_reported *segment, bl_str file);

/* The file that a finding is in; NULL for a pair. */
bl_str bl_report_file(const bl_report *report, const bl_finding *finding);

/* The segment that a finding is in, its ids and texts. */
const bl_reported *bl_report_segment_of(const bl_report *report,
                                        const bl_finding *finding);
bl_str bl_report_part(const bl_report *report, const bl_finding *finding,
                      bl_kept_part part);

/* Marks with their places, and a fix, copied for a finding. */
void bl_report_mark(bl_report *report, bl_finding *finding,
                    const bl_mark *marks, const bl_position *places);
void bl_report_fix(bl_report *report, bl_finding *finding,
                   const bl_fix *fix);

/* One more finding, to be filled; NULL when there is no memory. */
bl_finding *bl_report_add(bl_report *report);

/* Move everything of `part` behind what is there, but for findings that are
 * BL_OFF; part is empty then. Its findings are in the order of segments. */
void bl_report_append(bl_report *report, bl_report *part);

/* The text under the finding's first mark of that side; none where it has
 * none. */
bl_str bl_report_marked(const bl_report *report, const bl_finding *finding,
                        bl_side_id side);

/* Set the findings to BL_OFF, but for those of `rule`, that are in segments
 * from ordinal `first` up to `limit`. */
void bl_report_hold_back(bl_report *report, uint32_t first, uint32_t limit,
                         uint16_t rule);

/* Forget the findings that have been set to BL_OFF. */
void bl_report_compact(bl_report *report);

/* Findings by segment, then by mark, then by rule. */
void bl_report_sort(bl_report *report);

/* How many findings of that severity there are. */
uint32_t bl_report_count_of(const bl_report *report, bl_severity severity);

#endif
