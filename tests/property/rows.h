/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as sorted lines that can be compared where places or sides are
 * others. */
#ifndef BILINT_TESTS_PROPERTY_ROWS_H
#define BILINT_TESTS_PROPERTY_ROWS_H

#include "bilint/bilint.h"

#define ROWS_SWAPPED (1 << 0) /* as if the sides were swapped */
#define ROWS_UNITS   (1 << 1) /* with the id of the unit */
#define ROWS_ALTERED (1 << 3) /* whatever rule, and with whatever weight */
#define ROWS_PLACES  (1 << 2) /* with line and column in the document */

/* One line a finding, "number-mismatch missing S12-14", for free(). */
char *rows_of(const bilint_report *report, int what);

#endif
