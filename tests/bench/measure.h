/* SPDX-License-Identifier: Apache-2.0 */
/* What the benchmarks share: time, medians, and rows of results that are
 * printed as a table or as JSON lines. */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A message to standard error, and exit status 2. */
#if defined(__GNUC__)
__attribute__((__noreturn__, __format__(__printf__, 1, 2)))
#endif
void give_up(const char *format, ...);

/* What was allocated, or the end of the program. */
void *need(void *block);

/* Nanoseconds since some moment. */
uint64_t now(void);

/* What clock reading costs by itself: the median time between two calls. */
uint64_t clock_cost(void);

/* The value below which `percent` of the values lie; sorts them. */
double percentile(double *values, size_t count, double percent);

/* Results: {"name":"pair.news","unit":"us","value":12.3,"budget":20}. A
 * budget of 0 is none. */
typedef struct result {
    char name[64];
    char unit[16];
    double value;
    double budget;
} result;

void print_head(bool json);
void print_result(const result *row, bool json);

/* The row of a line that print_result() wrote as JSON. */
bool read_result(const char *line, result *row);

/* Whether `option` is among the arguments. */
bool has_option(int argc, char **argv, const char *option);

/* What stands behind `option` among the arguments, or `otherwise`. */
const char *option_value(int argc, char **argv, const char *option,
                         const char *otherwise);

#endif
