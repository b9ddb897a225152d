/* SPDX-License-Identifier: Apache-2.0 */
#include "checks/throughout.h"

#include <stdio.h>
#include <string.h>

/* Findings of such a document. */
enum { THROUGHOUT = 10 };

void bl_tell_more(bl_report *report, bl_finding *finding, const char *format,
                  size_t number)
{
    char more[64];
    size_t size;
    char *text;

    snprintf(more, sizeof(more), format, (unsigned)number);
    size = strlen(more);
    text = bl_arena_alloc(&report->arena, finding->text.size + size + 1, 1);
    if (text == NULL)
        return;
    memcpy(text, finding->text.ptr, finding->text.size);
    memcpy(text + finding->text.size, more, size + 1);
    finding->text = bl_str_of(text, finding->text.size + size);
}

void bl_settle_throughout(uint16_t rule, uint16_t message, unsigned share,
                          bl_severity severity, const bl_records *records,
                          bl_report *report)
{
    size_t found = 0;
    bool told = false;

    for (size_t i = 0; i < report->count; i++)
        found += report->findings[i].rule == rule &&
                 report->findings[i].message == message;
    if (found < THROUGHOUT || found * share < records->sums.segments)
        return;
    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];

        if (finding->rule != rule || finding->message != message)
            continue;
        if (told)
            finding->severity = severity;
        else
            bl_tell_more(report, finding, BL_TIMES, found);
        told = true;
    }
}
