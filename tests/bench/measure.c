/* SPDX-License-Identifier: Apache-2.0 */
/* Time, medians, rows of results. */
#include "measure.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void give_up(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    fputs("bench: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(2);
}

void *need(void *block)
{
    if (block == NULL)
        give_up("out of memory");
    return block;
}

uint64_t now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

uint64_t clock_cost(void)
{
    double costs[501];

    for (size_t i = 0; i < 501; i++) {
        const uint64_t start = now();

        costs[i] = (double)(now() - start);
    }
    return (uint64_t)percentile(costs, 501, 50);
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;

    return (x > y) - (x < y);
}

double percentile(double *values, size_t count, double percent)
{
    const double place = (double)(count - 1) * percent / 100;
    const size_t below = (size_t)place;

    qsort(values, count, sizeof(*values), by_size);
    if (below + 1 >= count)
        return values[count - 1];
    return values[below] +
           (values[below + 1] - values[below]) * (place - (double)below);
}

/* ---- results ---------------------------------------------------------------
 */

void print_head(bool json)
{
    if (!json)
        printf("%-36s %12s %-6s %10s\n", "", "value", "unit", "budget");
}

void print_result(const result *row, bool json)
{
    if (json) {
        printf("{\"name\":\"%s\",\"unit\":\"%s\",\"value\":%.4g", row->name,
               row->unit, row->value);
        if (row->budget != 0)
            printf(",\"budget\":%.4g", row->budget);
        puts("}");
        return;
    }
    printf("%-36s %12.2f %-6s", row->name, row->value, row->unit);
    if (row->budget != 0)
        printf(" %10.2f %s", row->budget,
               row->value <= row->budget ? "met" : "not met");
    putchar('\n');
}

bool read_result(const char *line, result *row)
{
    *row = (result){ .budget = 0 };
    return sscanf(line,
                  "{\"name\":\"%63[^\"]\",\"unit\":\"%15[^\"]\","
                  "\"value\":%lf,\"budget\":%lf",
                  row->name, row->unit, &row->value, &row->budget) >= 3;
}

/* ---- arguments --------------------------------------------------------------
 */

bool has_option(int argc, char **argv, const char *option)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], option) == 0)
            return true;
    }
    return false;
}

const char *option_value(int argc, char **argv, const char *option,
                         const char *otherwise)
{
    for (int i = 1; i + 1 < argc; i++) {
        if (strcmp(argv[i], option) == 0)
            return argv[i + 1];
    }
    return otherwise;
}
