/* SPDX-License-Identifier: Apache-2.0 */
/* What holds of a whole document and is no matter of its segments. */
#ifndef BL_CHECKS_THROUGHOUT_H
#define BL_CHECKS_THROUGHOUT_H

#include "checks/records.h"
#include "findings/report.h"

/* Where a rule says the same of most segments of a document, leaves what it
 * says in the first one; for bl_check.settle(). */
void bl_settle_throughout(uint16_t rule, uint16_t message,
                          const bl_records *records, bl_report *report);

#endif
