/* SPDX-License-Identifier: Apache-2.0 */
#include "checks/throughout.h"

/* Findings of such a document. */
enum { THROUGHOUT = 10 };

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
        told = true;
    }
}
