/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as people and programs read them: one file a format. */
#ifndef BL_REPORTERS_REPORTER_H
#define BL_REPORTERS_REPORTER_H

#include "checks/custom.h"
#include "findings/report.h"

enum { BL_REPORT_COLOUR = 1 << 0 };

typedef struct bl_format {
    const char *name; /* "jsonl" */

    /* Append one finding to `out`. */
    void (*write)(const bl_report *report, const bl_finding *finding,
                  uint32_t flags, bl_buf *out);
} bl_format;

/* NULL when there is no such format. */
const bl_format *bl_format_find(const char *name);

extern const bl_format bl_format_jsonl;
extern const bl_format bl_format_text;

/* "error", "warning", "info". */
const char *bl_severity_name(uint8_t severity);

#endif
