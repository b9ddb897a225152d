/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as lines. */
#include "property/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROW = 512 };

/* What is missing on one side is extra on the other: the code of a finding
 * from the other end, and the rule where each has its own. */
static const struct {
    const char *name;
    const char *swapped;
} names[] = {
    { "missing", "extra" },
    { "extra", "missing" },
    { "code-missing", "code-extra" },
    { "code-extra", "code-missing" },
};

/* How much weight it has is no part of the law: a year that a translation adds
 * to a date has less than one that it loses, small digits have more. */
static const char *without_weight(const char *name)
{
    return strcmp(name, "missing-small") == 0 ? "missing"
           : strcmp(name, "extra-small") == 0 ? "extra"
                                              : name;
}

static const char *name_of(const char *name, int what)
{
    if ((what & ROWS_ALTERED) != 0)
        name = without_weight(name);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if ((what & ROWS_SWAPPED) != 0 && strcmp(names[i].name, name) == 0)
            return names[i].swapped;
    }
    return name;
}

/* Where a time became a year, the rule of either side may say so. */
static const char *rule_of(const bilint_finding *finding, int what)
{
    return (what & ROWS_ALTERED) != 0 && strcmp(finding->code, "altered") == 0
               ? "any"
               : name_of(finding->rule, what);
}

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void make_row(const bilint_report *report, uint32_t index, int what,
                     char *row)
{
    bilint_finding f = { .struct_size = sizeof(f) };
    char marks[8][40];
    size_t size;

    if (bilint_report_get(report, index, &f) != BILINT_OK || f.mark_count > 8)
        abort();
    size = (size_t)snprintf(row, ROW, "%s %s", rule_of(&f, what),
                            name_of(f.code, what));
    if ((what & ROWS_UNITS) != 0)
        size += (size_t)snprintf(row + size, ROW - size, " unit %s", f.unit);
    if ((what & ROWS_PLACES) != 0)
        size += (size_t)snprintf(row + size, ROW - size, " %u:%u",
                                 (unsigned)f.line, (unsigned)f.column);
    for (uint32_t i = 0; i < f.mark_count; i++) {
        bilint_mark m = { .struct_size = sizeof(m) };

        if (bilint_report_mark(report, index, i, &m) != BILINT_OK)
            abort();
        snprintf(marks[i], sizeof(marks[i]), " %c%u-%u",
                 (m.side == BILINT_SOURCE) != ((what & ROWS_SWAPPED) != 0)
                     ? 'S'
                     : 'T',
                 (unsigned)m.start, (unsigned)m.limit);
    }
    qsort(marks, f.mark_count, sizeof(marks[0]), compare);
    for (uint32_t i = 0; i < f.mark_count; i++)
        size += (size_t)snprintf(row + size, ROW - size, "%s", marks[i]);
}

char *rows_of(const bilint_report *report, int what)
{
    const uint32_t count = bilint_report_count(report);
    char *rows = calloc(count + 1, ROW);
    char *all = malloc((count + 1) * (size_t)ROW);
    size_t size = 0;

    if (rows == NULL || all == NULL)
        abort();
    for (uint32_t i = 0; i < count; i++)
        make_row(report, i, what, rows + i * (size_t)ROW);
    qsort(rows, count, ROW, compare);
    all[0] = '\0';
    for (uint32_t i = 0; i < count; i++)
        size +=
            (size_t)snprintf(all + size, ROW, "%s\n", rows + i * (size_t)ROW);
    free(rows);
    return all;
}
