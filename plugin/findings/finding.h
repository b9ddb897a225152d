/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A finding: what a check says of a place. Plain data, and little of it: what
 * not every finding has stands behind pointers, in the arena of the report.
 */
#ifndef BL_FINDINGS_FINDING_H
#define BL_FINDINGS_FINDING_H

#include "base/str.h"
#include "model/span.h"

enum { BL_MARKS_MAX = 4 };

/* Numbered as BILINT_OFF and the others of the public header. */
typedef enum bl_severity {
    BL_OFF,
    BL_INFO,
    BL_WARNING,
    BL_ERROR
} bl_severity;

/* A stretch of one side that a finding is about. */
typedef struct bl_mark {
    uint8_t side; /* bl_side_id */
    bl_span span;
} bl_mark;

/* A replacement that removes the finding. */
typedef struct bl_fix {
    bool given;
    uint8_t side;
    bl_span span;
    bl_str text;
} bl_fix;

typedef struct bl_finding {
    uint16_t rule;    /* index of the rule; see bl_report_rule() */
    uint16_t message; /* index into the rule's messages */
    uint8_t severity; /* bl_severity */
    uint8_t mark_count;
    uint32_t segment; /* index of the segment it is in; see bl_report */
    const bl_mark *marks;
    const bl_position *places; /* of the marks, in the file */
    bl_position at;            /* where the finding is shown */
    bl_str text;               /* the message, one line of English */
    const bl_fix *fix;         /* NULL: there is none */
    uint64_t fingerprint;
} bl_finding;

#endif
