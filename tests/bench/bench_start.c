/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long it takes until the first pair is checked: the engine, the tables
 * of the languages, the dictionaries of Hunspell, a pair. Each time in a
 * process of its own, since ICU and Hunspell are read once a process.
 *
 *     bench_start [--rounds N] [--json]
 */
#include "bilint/bilint.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STEPS = 4 };

static const char *const steps[STEPS] = { "engine", "tables", "dictionaries",
                                          "pair" };

/* The first pair checked makes the tables of its languages; Hunspell opens
 * its dictionaries when a word is first asked for, or beforehand. */
static const struct way {
    const char *name;
    const char *config;
    double budget; /* milliseconds of engine and tables */
    const char *source_lang;
    const char *target_lang;
    const char *source;
    const char *target;
} ways[] = {
    { "no-spelling", "rules: { spelling: off }", 5, "en", "vi",
      "The ferry costs 12.50 dollars.", "Phà có giá 12,50 đô la." },
    { "all", "", 0, "en", "vi", "The ferry costs 12.50 dollars.",
      "Phà có giá 12,50 đô la." },
    /* Names need the dictionary to be told from words; numbers do not. */
    { "de-ja", "", 5, "de-DE", "ja-JP", "12,50", "12.50" },
    { "ar-hi", "", 5, "ar", "hi", "12.50", "12.50" },
    { "zh-ru", "", 5, "zh-CN", "ru", "12.50", "12,50" },
};

static void need_ok(bilint_status status, const bilint_error *err)
{
    if (status != BILINT_OK)
        give_up("%s", err->message);
}

/* Milliseconds of each step, in this very process. */
static void start(const struct way *way, double *times)
{
    const bilint_pair pair = { .struct_size = sizeof(pair),
                               .source_lang = way->source_lang,
                               .target_lang = way->target_lang,
                               .source = way->source,
                               .source_size = strlen(way->source),
                               .target = way->target,
                               .target_size = strlen(way->target) };
    bilint_error err = BILINT_ERROR_INIT;
    bilint_engine *engine = NULL;
    bilint_report *report = NULL;
    uint64_t at[STEPS + 1];

    at[0] = now();
    need_ok(bilint_engine_new(BILINT_ABI, way->config, strlen(way->config),
                              NULL, &engine, &err),
            &err);
    at[1] = now();
    need_ok(bilint_check_pair(engine, &pair, &report, &err), &err);
    at[2] = now();
    need_ok(bilint_engine_prepare(engine, way->source_lang,
                                  way->target_lang, &err), &err);
    at[3] = now();
    need_ok(bilint_check_pair(engine, &pair, &report, &err), &err);
    at[4] = now();
    for (int i = 0; i < STEPS; i++)
        times[i] = (double)(at[i + 1] - at[i]) / 1e6;
}

static void start_elsewhere(const struct way *way, double *times)
{
    int ends[2];
    int status;
    pid_t child;

    if (pipe(ends) != 0 || (child = fork()) < 0)
        give_up("no process");
    if (child == 0) {
        start(way, times);
        _exit(write(ends[1], times, STEPS * sizeof(*times)) < 0);
    }
    close(ends[1]);
    if (read(ends[0], times, STEPS * sizeof(*times)) !=
            (ssize_t)(STEPS * sizeof(*times)) ||
        waitpid(child, &status, 0) != child || status != 0)
        give_up("a process failed");
    close(ends[0]);
}

static void measure(const struct way *way, size_t rounds, bool json)
{
    double *times[STEPS + 1]; /* the last: engine and tables */
    result row = { .unit = "ms" };

    for (int i = 0; i <= STEPS; i++)
        times[i] = need(malloc(rounds * sizeof(double)));
    for (size_t round = 0; round < rounds; round++) {
        double one[STEPS];

        start_elsewhere(way, one);
        for (int i = 0; i < STEPS; i++)
            times[i][round] = one[i];
        times[STEPS][round] = one[0] + one[1];
    }
    for (int i = 0; i <= STEPS; i++) {
        snprintf(row.name, sizeof(row.name), "start.%s.%s", way->name,
                 i < STEPS ? steps[i] : "total");
        row.value = percentile(times[i], rounds, 50);
        row.budget = i == STEPS ? way->budget : 0;
        print_result(&row, json);
        free(times[i]);
    }
}

int main(int argc, char **argv)
{
    const bool json = has_option(argc, argv, "--json");
    const size_t rounds =
        strtoul(option_value(argc, argv, "--rounds", "21"), NULL, 10);

    if (rounds == 0)
        give_up("how many rounds?");
    print_head(json);
    /* What is printed must not be printed again by a child. */
    fflush(stdout);
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
        measure(&ways[i], rounds, json);
    return 0;
}
