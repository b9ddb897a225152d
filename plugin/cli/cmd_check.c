/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint check: files in, findings out. Findings go to standard output in the
 * order of the files, whatever thread was first; everything else goes to
 * standard error.
 */
#include "cli/engines.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/pool.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PIECE = 64 * 1024 };

#define STDIN_NAME "<stdin>"

/* One file: what to do, and what came of it. */
typedef struct job {
    struct run *run;
    const char *path;
    bilint_engine *engine;
    bilint_report *report;
    uint32_t index;
    bilint_error error;
    bilint_status status;
    bool done;
} job;

/* What the whole call shares. */
typedef struct run {
    bilint_host host; /* first */
    const check_options *options;
    bilint_host_log log;
    bilint_host_progress progress;
    bilint_host_pool pool_interface;
    bilint_project *project; /* of several files; or NULL */
    pool *inner; /* for the segments of a single file */
    job *jobs;
    size_t count;
    size_t finished;
    uint32_t write_flags;
    bool progressing;
    int status; /* exit */
    uint64_t totals[4]; /* by severity */
    uint64_t segments;
    pthread_mutex_t lock;
    pthread_cond_t changed;
} run;

/* ---- what the library may ask of us ------------------------------------- */

static void BILINT_CALL write_log(const bilint_host *host, int32_t level,
                                  const char *area, const char *text)
{
    const run *r = (const run *)host->context;

    if (!r->options->quiet && level >= BILINT_LOG_NOTE)
        complain("%s: %s", area, text);
}

static int32_t BILINT_CALL step(const bilint_host *host, uint64_t done,
                                uint64_t total)
{
    run *r = host->context;
    char line[120];

    if (!r->progressing)
        return 0;
    pthread_mutex_lock(&r->lock);
    if (r->count > 1)
        snprintf(line, sizeof(line), "checking %u of %u files",
                 (unsigned)r->finished + 1, (unsigned)r->count);
    else if (total != 0)
        snprintf(line, sizeof(line), "checking: %u %%",
                 (unsigned)(done * 100 / total));
    else
        snprintf(line, sizeof(line), "checking: %u MiB",
                 (unsigned)(done >> 20));
    show_progress(line);
    pthread_mutex_unlock(&r->lock);
    return 0;
}

static int32_t BILINT_CALL submit(const bilint_host *host,
                                  void(BILINT_CALL *task)(void *),
                                  void *argument)
{
    const run *r = host->context;

    return pool_submit(r->inner, task, argument);
}

static const void *BILINT_CALL get_interface(const bilint_host *host,
                                             const char *id)
{
    const run *r = host->context;

    if (strcmp(id, BILINT_HOST_LOG) == 0)
        return &r->log;
    if (strcmp(id, BILINT_HOST_PROGRESS) == 0)
        return &r->progress;
    if (strcmp(id, BILINT_HOST_POOL) == 0 && r->inner != NULL)
        return &r->pool_interface;
    return NULL;
}

static void set_host(run *r)
{
    r->host = (bilint_host){ .struct_size = sizeof(r->host),
                             .abi = BILINT_ABI,
                             .context = r,
                             .name = "bilint",
                             .version = BILINT_VERSION,
                             .get_interface = get_interface };
    r->log = (bilint_host_log){ sizeof(r->log), write_log };
    r->progress = (bilint_host_progress){ sizeof(r->progress), step };
    r->pool_interface =
        (bilint_host_pool){ sizeof(r->pool_interface),
                            (uint32_t)pool_threads(r->inner), submit };
}

/* ---- checking ----------------------------------------------------------- */

static bilint_status check_stream(job *j, FILE *file, const char *name,
                                  uint64_t size)
{
    bilint_project *project = j->run->project;
    bilint_stream *stream = NULL;
    char *piece = need(malloc(PIECE));
    bilint_status status =
        bilint_stream_new(j->engine, name, size, &stream, &j->error);
    size_t got;

    if (status == BILINT_OK && project != NULL)
        status = bilint_stream_join(stream, project, j->index, &j->error);
    while (status == BILINT_OK && (got = fread(piece, 1, PIECE, file)) != 0)
        status = bilint_stream_push(stream, piece, got, &j->error);
    /* What breaks off is no document of the project. */
    if (stream != NULL && !ferror(file))
        status = bilint_stream_finish(stream, &j->report, &j->error);
    if (ferror(file)) {
        snprintf(j->error.message, sizeof(j->error.message),
                 "cannot read %s: %s", name, strerror(errno));
        status = BILINT_E_IO;
    }
    bilint_stream_free(stream);
    free(piece);
    return status;
}

static bilint_status check_path(job *j)
{
    bilint_status status;
    uint64_t total = 0;
    struct stat info;
    FILE *file;

    if (strcmp(j->path, "-") == 0)
        return check_stream(j, stdin, STDIN_NAME, 0);
    file = fopen(j->path, "rb");
    if (file == NULL) {
        snprintf(j->error.message, sizeof(j->error.message),
                 "cannot open %s: %s", j->path, strerror(errno));
        return BILINT_E_IO;
    }
    if (fstat(fileno(file), &info) == 0 && S_ISREG(info.st_mode))
        total = (uint64_t)info.st_size;
    status = check_stream(j, file, j->path, total);
    fclose(file);
    return status;
}

static void BILINT_CALL check_file(void *argument)
{
    job *j = argument;
    run *r = j->run;

    j->error = (bilint_error)BILINT_ERROR_INIT;
    j->status = check_path(j);
    pthread_mutex_lock(&r->lock);
    j->done = true;
    r->finished++;
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
}

/* ---- showing ------------------------------------------------------------ */

static int32_t BILINT_CALL write_out(void *context, const char *data,
                                     size_t size)
{
    (void)context;
    return fwrite(data, 1, size, stdout) == size ? 0 : -1;
}

static void raise_status(run *r, int status)
{
    if (status > r->status)
        r->status = status;
}

static void count(run *r, const bilint_report *report)
{
    bilint_summary summary = { .struct_size = sizeof(summary) };

    if (bilint_report_summary(report, &summary) != BILINT_OK)
        return;
    r->totals[BILINT_ERROR] += summary.errors;
    r->totals[BILINT_WARNING] += summary.warnings;
    r->totals[BILINT_INFO] += summary.infos;
    r->segments += summary.checked;
}

/* The gate: the option, or what the configuration of that file says. */
static int gate_of(const run *r, const bilint_engine *engine)
{
    const char *name = r->options->fail_on;

    if (name == NULL)
        name = bilint_engine_setting(engine, "fail-on");
    return name != NULL ? severity_of(name) : BILINT_ERROR;
}

static bool has_at(const bilint_report *report, int severity)
{
    bilint_summary s = { .struct_size = sizeof(s) };

    if (bilint_report_summary(report, &s) != BILINT_OK)
        return false;
    return (severity <= BILINT_ERROR && s.errors != 0) ||
           (severity <= BILINT_WARNING && s.warnings != 0) ||
           (severity <= BILINT_INFO && s.infos != 0);
}

/* What stands for a file in messages. */
static const char *name_of(const job *j)
{
    return strcmp(j->path, "-") == 0 ? STDIN_NAME : j->path;
}

/* That a language is missing makes no finding, and no clean file. */
static void show_unchecked(run *r, const job *j)
{
    bilint_summary s = { .struct_size = sizeof(s) };

    if (bilint_report_summary(j->report, &s) != BILINT_OK ||
        (s.flags & BILINT_REPORT_LANGUAGE) == 0)
        return;
    complain("%s: not checked for want of a language; see --source-lang and "
             "--target-lang",
             name_of(j));
    raise_status(r, EXIT_UNCHECKED);
}

/* Messages of what cannot be read have the path already. */
static void show_error(run *r, const job *j)
{
    if (j->error.line != 0)
        complain("%s:%u:%u: %s", name_of(j), j->error.line, j->error.column,
                 j->error.message);
    else if (j->status == BILINT_E_IO)
        complain("%s", j->error.message);
    else
        complain("%s: %s", name_of(j), j->error.message);
    raise_status(r, EXIT_UNCHECKED);
}

static void show_report(run *r, const bilint_report *report,
                        const bilint_engine *engine)
{
    const int32_t least = r->options->show >= 0 ? r->options->show
                          : strcmp(r->options->format, "text") == 0
                              ? BILINT_WARNING
                              : BILINT_INFO;

    if (r->progressing)
        show_progress(NULL);
    if (report == NULL)
        return;
    /* What cannot be written is told once, at the end of the program. */
    bilint_report_write(report, r->options->format, least, r->write_flags,
                        write_out, NULL, NULL);
    count(r, report);
    if (has_at(report, gate_of(r, engine)))
        raise_status(r, EXIT_FINDINGS);
}

static void show(run *r, job *j)
{
    show_report(r, j->report, j->engine);
    if (j->report != NULL)
        show_unchecked(r, j);
    if (j->status != BILINT_OK)
        show_error(r, j);
    bilint_report_free(j->report);
    j->report = NULL;
}

/* What the files show together, behind what each shows by itself. */
static void show_project(run *r)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;

    if (r->project == NULL)
        return;
    if (bilint_project_finish(r->project, &report, &err) != BILINT_OK) {
        complain("%s", err.message);
        raise_status(r, EXIT_UNCHECKED);
    }
    show_report(r, report, r->jobs[0].engine);
    bilint_report_free(report);
}

static const char *plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}

/* Behind the findings, also where both streams go to one place. */
static void show_summary(const run *r)
{
    if (r->options->quiet || strcmp(r->options->format, "text") != 0)
        return;
    fflush(stdout);
    fprintf(stderr,
            "%u error%s, %u warning%s, %u note%s in %u segment%s of %u "
            "file%s\n",
            (unsigned)r->totals[BILINT_ERROR],
            plural(r->totals[BILINT_ERROR]),
            (unsigned)r->totals[BILINT_WARNING],
            plural(r->totals[BILINT_WARNING]),
            (unsigned)r->totals[BILINT_INFO], plural(r->totals[BILINT_INFO]),
            (unsigned)r->segments, plural(r->segments), (unsigned)r->count,
            plural(r->count));
}

/* ---- the command -------------------------------------------------------- */

/* Several files: each on a thread of its own. One file: its segments are
 * spread. */
static void run_jobs(run *r)
{
    pool *files = r->count > 1 && r->options->jobs > 1
                      ? pool_new(r->options->jobs)
                      : NULL;

    for (size_t i = 0; i < r->count && files != NULL; i++) {
        if (pool_submit(files, check_file, &r->jobs[i]) != 0)
            check_file(&r->jobs[i]);
    }
    for (size_t i = 0; i < r->count; i++) {
        if (files == NULL)
            check_file(&r->jobs[i]);
        pthread_mutex_lock(&r->lock);
        while (!r->jobs[i].done)
            pthread_cond_wait(&r->changed, &r->lock);
        pthread_mutex_unlock(&r->lock);
        show(r, &r->jobs[i]);
    }
    pool_free(files);
}

/* Every file gets its engine; a configuration that is not valid ends all. */
static int make_jobs(run *r, engines *list, const file_list *files)
{
    r->jobs = need(calloc(files->count + 1, sizeof(*r->jobs)));
    r->count = files->count;
    for (size_t i = 0; i < files->count; i++) {
        job *j = &r->jobs[i];

        j->run = r;
        j->path = files->paths[i];
        j->index = (uint32_t)i;
        j->engine = engine_for(list, j->path);
        if (j->engine == NULL)
            return EXIT_USAGE;
    }
    if (r->count > 1 &&
        bilint_project_new(r->jobs[0].engine, (uint32_t)r->count, &r->project,
                           NULL) != BILINT_OK)
        need(NULL);
    return EXIT_CLEAN;
}

static int check_all(const check_options *options)
{
    file_list files = { NULL, 0, 0, EXIT_CLEAN };
    run r = { .options = options };
    engines *list;
    int status;

    for (int i = 0; i < options->file_count; i++)
        add_files(&files, options->files[i]);
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.changed, NULL);
    if (files.count == 1 && options->jobs > 1)
        r.inner = pool_new(options->jobs - 1);
    r.status = files.status;
    r.progressing = !options->quiet && shows_progress();
    if (strcmp(options->format, "text") == 0 &&
        wants_colour(options->colour))
        r.write_flags = BILINT_WRITE_COLOUR;
    set_host(&r);
    list = engines_begin(options, &r.host);
    status = make_jobs(&r, list, &files);
    if (status == EXIT_CLEAN) {
        run_jobs(&r);
        show_project(&r);
        show_summary(&r);
        status = r.status;
    }
    bilint_project_free(r.project);
    pool_free(r.inner);
    free(r.jobs);
    free_files(&files);
    pthread_cond_destroy(&r.changed);
    pthread_mutex_destroy(&r.lock);
    return status;
}

int cmd_check(int argc, char **argv)
{
    check_options options;
    int status = read_options(argc, argv, &options);

    if (status == EXIT_CLEAN) {
        if (strcmp(options.format, "text") != 0 &&
            strcmp(options.format, "jsonl") != 0) {
            complain("--format: not text or jsonl: %s", options.format);
            status = EXIT_USAGE;
        } else {
            status = check_all(&options);
        }
    }
    free_options(&options);
    return status < 0 ? EXIT_CLEAN : status;
}
