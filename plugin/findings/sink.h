/* SPDX-License-Identifier: Apache-2.0 */
/* Where a check puts what it found. */
#ifndef BL_FINDINGS_SINK_H
#define BL_FINDINGS_SINK_H

#include "findings/report.h"

/* A wording, by id: reporters show the text, tests name the id. */
typedef struct bl_message {
    const char *id;      /* kebab-case, unique within its check */
    const char *text;    /* English; {0} to {3} stand for the arguments */
    bl_severity severity; /* by default */
} bl_message;

/* What is being checked, set by the engine for each pair and check. */
typedef struct bl_sink {
    bl_report *report;
    const bl_unit *unit;
    const bl_segment *segment;
    bl_str file;      /* of a project; NULL: the report's */
    uint32_t ordinal; /* of the segment in the document */
    uint64_t subject; /* what tells findings apart that have no text; or 0 */
    bool kept;        /* the report has the segment already */
    uint32_t index;   /* there */
    uint64_t source_hash; /* of the segment, once it is there */
    uint16_t counted;     /* the rule whose findings in it... */
    uint32_t count;       /* ...are so many */
    uint16_t rule;    /* index of the rule */
    const char *rule_id;
    const bl_message *messages;
    int severity; /* the configuration's for the rule, or -1: as each message
                     says */
} bl_sink;

/* Findings of one rule in one segment; nobody reads what comes behind. */
enum { BL_FINDINGS_MAX = 1000 };

enum { BL_ARGUMENTS = 4 };

/* A finding to be. Marks first: the order in which people should read. */
typedef struct bl_emission {
    uint16_t message;
    uint8_t mark_count;
    bl_mark marks[BL_MARKS_MAX];
    bl_str arguments[BL_ARGUMENTS]; /* borrowed; line breaks are shown as
                                       spaces */
    bl_fix fix; /* borrowed */
} bl_emission;

/*
 * Record one finding. Cannot fail here: on lack of memory the report turns
 * sticky, drops what follows, and the engine returns E_MEMORY once.
 */
void bl_emit(bl_sink *sink, const bl_emission *emission);

/* A mark. */
static inline bl_mark bl_mark_of(bl_side_id side, bl_span span)
{
    return (bl_mark){ (uint8_t)side, span };
}

#endif
