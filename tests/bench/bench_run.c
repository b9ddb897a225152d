/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The benchmark: documents of several sizes against `xmllint --stream` on the
 * same file, one pair, the start; and whether the budgets of
 * docs/design are met.
 *
 *     bench_run [--sizes 1000,10000,...] [--pairs N] [--rounds N]
 *               [--folder FOLDER] [--bilint PROGRAM] [--json]
 *
 * Programs take turns (xmllint, bilint, bilint, xmllint, ...), so that a
 * machine that becomes slower does so for all; what counts is the median of
 * the ratios. Documents are made once and stay in the folder.
 */
#include "measure.h"
#include "process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>

#define LINE_SIZE 4096
enum { PAIRS_MAX = 100, MEMORY_BUDGET = 64 };

/* What is compared with xmllint, which comes first. */
typedef enum runner { XMLLINT, ONE_THREAD, TWO_THREADS, RUNNERS } runner;

/* Budgets by size of the document; 0 is none. */
static const struct budget {
    long segments;
    double one_thread;  /* CPU time */
    double two_threads; /* wall time */
} budgets[] = {
    { 100000, 1.5, 0.95 },
    { 1000000, 1.3, 0.80 },
};

typedef struct bench {
    const char *bilint;
    const char *folder;
    const char *rounds; /* of bench_pair and bench_start; NULL: theirs */
    size_t pairs;
    bool json;
    unsigned met;
    unsigned missed;
} bench;

static void show(bench *b, const result *row)
{
    if (row->budget != 0 && row->value <= row->budget)
        b->met++;
    else if (row->budget != 0)
        b->missed++;
    print_result(row, b->json);
    fflush(stdout);
}

/* ---- the machine -------------------------------------------------------- */

static void processor(char *name, size_t room)
{
    FILE *file = fopen("/proc/cpuinfo", "r");
    char line[LINE_SIZE];

    snprintf(name, room, "unknown processor");
    while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
        const char *colon = strchr(line, ':');

        if (strncmp(line, "model name", 10) != 0 || colon == NULL)
            continue;
        snprintf(name, room, "%.*s", (int)strcspn(colon + 2, "\"\n"),
                 colon + 2);
        break;
    }
    if (file != NULL)
        fclose(file);
}

static void show_machine(const bench *b)
{
    char cpu[256];
    struct utsname os;

    processor(cpu, sizeof(cpu));
    if (uname(&os) != 0)
        give_up("no uname");
    if (b->json)
        printf("{\"machine\":\"%s\",\"system\":\"%s %s\",\"compiler\":\"%s\","
               "\"build\":\"%s\"}\n",
               cpu, os.sysname, os.release, __VERSION__, BENCH_BUILD);
    else
        printf("%s, %s %s, compiler %s, %s\n\n", cpu, os.sysname, os.release,
               __VERSION__, BENCH_BUILD);
}

/* ---- documents ---------------------------------------------------------- */

static void make_document(const bench *b, long segments, char *path)
{
    char program[] = BENCH_PROGRAMS "/bench_generate";
    char number[32];
    char *argv[] = { program, number, NULL };
    struct stat info;

    snprintf(path, LINE_SIZE, "%s/bench-%ld.xlf", b->folder, segments);
    snprintf(number, sizeof(number), "%ld", segments);
    if (stat(path, &info) == 0 && info.st_size > 0)
        return;
    if (run_program(argv, path).status != 0)
        give_up("cannot make %s", path);
}

static cost run_one(const bench *b, runner which, char *path)
{
    static char jobs[RUNNERS][8] = { "", "-j1", "-j2" };
    char xmllint[] = "xmllint";
    char stream[] = "--stream";
    char noout[] = "--noout";
    char bilint[LINE_SIZE];
    char check[] = "check";
    char plain[] = "--no-config";
    char format[] = "--format=jsonl";
    char *argv[2][8] = { { xmllint, stream, noout, path, NULL },
                         { bilint, check, plain, format, jobs[which], path,
                           NULL } };
    cost c;

    snprintf(bilint, sizeof(bilint), "%s", b->bilint);
    c = run_program(argv[which != XMLLINT], NULL);
    /* 1: there are findings, as there should be. */
    if (c.status != 0 && (which == XMLLINT || c.status != 1))
        give_up("%s ends with status %d", argv[which != XMLLINT][0], c.status);
    return c;
}

static double median(const double *from, size_t count)
{
    double values[PAIRS_MAX];

    memcpy(values, from, count * sizeof(*from));
    return percentile(values, count, 50);
}

static void show_ratio(bench *b, long segments, const char *what,
                       const double *ratios, double budget)
{
    result row = { .unit = "x" };

    snprintf(row.name, sizeof(row.name), "document.%ld.%s", segments, what);
    row.value = median(ratios, b->pairs);
    row.budget = budget;
    show(b, &row);
    /* How far the rounds lie apart, for whoever doubts the median. */
    row.budget = 0;
    snprintf(row.name, sizeof(row.name), "document.%ld.%s.spread", segments,
             what);
    {
        double values[PAIRS_MAX];

        memcpy(values, ratios, b->pairs * sizeof(*ratios));
        row.value =
            percentile(values, b->pairs, 100) - percentile(values, b->pairs, 0);
    }
    show(b, &row);
}

static void bench_document(bench *b, long segments)
{
    double one[PAIRS_MAX];
    double two[PAIRS_MAX];
    double seconds[PAIRS_MAX];
    double peak = 0;
    char path[LINE_SIZE];
    struct budget budget = { 0, 0, 0 };
    result row = { .unit = "MiB", .budget = MEMORY_BUDGET };

    for (size_t i = 0; i < sizeof(budgets) / sizeof(budgets[0]); i++) {
        if (budgets[i].segments == segments)
            budget = budgets[i];
    }
    make_document(b, segments, path);
    for (int which = 0; which < RUNNERS; which++)
        run_one(b, (runner)which, path); /* warm-up */
    for (size_t i = 0; i < b->pairs; i++) {
        cost c[RUNNERS];

        for (int which = 0; which < RUNNERS; which++) {
            /* Every other time in the other order. */
            const int now_runs = i % 2 == 0 ? which : RUNNERS - 1 - which;

            c[now_runs] = run_one(b, (runner)now_runs, path);
            if (now_runs != XMLLINT && c[now_runs].peak > peak)
                peak = c[now_runs].peak;
        }
        one[i] = c[ONE_THREAD].cpu / c[XMLLINT].cpu;
        two[i] = c[TWO_THREADS].wall / c[XMLLINT].wall;
        seconds[i] = c[ONE_THREAD].wall;
    }
    show_ratio(b, segments, "j1.cpu", one, budget.one_thread);
    show_ratio(b, segments, "j2.wall", two, budget.two_threads);
    snprintf(row.name, sizeof(row.name), "document.%ld.memory", segments);
    row.value = peak;
    show(b, &row);
    row = (result){ .unit = "/s",
                    .value = (double)segments / median(seconds, b->pairs) };
    snprintf(row.name, sizeof(row.name), "document.%ld.segments", segments);
    show(b, &row);
}

/* ---- the others --------------------------------------------------------- */

/* The rows of another benchmark, among the own. */
static void include(bench *b, const char *name)
{
    char command[LINE_SIZE];
    char line[LINE_SIZE];
    FILE *rows;
    unsigned count = 0;

    snprintf(command, sizeof(command), "'%s/%s' --json %s %s", BENCH_PROGRAMS,
             name, b->rounds != NULL ? "--rounds" : "",
             b->rounds != NULL ? b->rounds : "");
    rows = popen(command, "r");
    while (rows != NULL && fgets(line, sizeof(line), rows) != NULL) {
        result row;

        if (!read_result(line, &row))
            give_up("%s: not a result: %s", name, line);
        show(b, &row);
        count++;
    }
    if (rows == NULL || pclose(rows) != 0 || count == 0)
        give_up("%s failed", name);
}

int main(int argc, char **argv)
{
    const char *sizes =
        option_value(argc, argv, "--sizes", "1000,10000,100000,1000000");
    const char *temporary = getenv("TMPDIR");
    bench b = { .json = has_option(argc, argv, "--json") };

    b.bilint = option_value(argc, argv, "--bilint", BENCH_BILINT);
    b.folder = option_value(argc, argv, "--folder",
                            temporary != NULL ? temporary : "/tmp");
    b.rounds = option_value(argc, argv, "--rounds", NULL);
    b.pairs = strtoul(option_value(argc, argv, "--pairs", "7"), NULL, 10);
    if (b.pairs == 0 || b.pairs > PAIRS_MAX)
        give_up("how many pairs?");
    show_machine(&b);
    print_head(b.json);
    include(&b, "bench_start");
    include(&b, "bench_pair");
    while (*sizes != '\0') {
        char *end;
        const long segments = strtol(sizes, &end, 10);

        if (segments <= 0 || (*end != ',' && *end != '\0'))
            give_up("not a list of sizes: %s", sizes);
        bench_document(&b, segments);
        sizes = *end == ',' ? end + 1 : end;
    }
    if (!b.json)
        printf("\n%u budgets met, %u not met\n", b.met, b.missed);
    return 0;
}
