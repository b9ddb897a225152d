/* SPDX-License-Identifier: Apache-2.0 */
/* What holds of a whole document and is no matter of its segments. */
#ifndef BL_CHECKS_THROUGHOUT_H
#define BL_CHECKS_THROUGHOUT_H

#include "checks/records.h"
#include "findings/report.h"

/* Of segments, for `share` below. */
enum { BL_MOST = 2, BL_MANY = 4, BL_SOME = 50 };

/* Where a rule says the same of one in `share` segments of a document or more,
 * leaves what it says first as it is, and makes the rest what `severity` says;
 * for bl_check.settle(). */
void bl_settle_throughout(uint16_t rule, uint16_t message, unsigned share,
                          bl_severity severity, const bl_records *records,
                          bl_report *report);

/* Says more in a finding than it does: "(12 times in this document)". */
void bl_tell_more(bl_report *report, bl_finding *finding, const char *format,
                  size_t number);

#define BL_TIMES " (%u times in this document)"

#endif
