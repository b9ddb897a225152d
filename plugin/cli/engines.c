/* SPDX-License-Identifier: Apache-2.0 */
/* Finding bilint.yml and making engines of it. */
#include "cli/engines.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_SIZE = 4096 };

typedef struct entry {
    char *config; /* path; "" for none */
    bilint_engine *engine;
    struct entry *next;
} entry;

struct engines {
    const check_options *options;
    const bilint_host *host;
    entry *entries;
};

/* Those of the program, which ends without giving them back: a dictionary is a
 * hundred thousand blocks of memory, and to free them takes longer than to
 * check a small file. They stay within reach of leak checkers. */
static engines all;

engines *engines_begin(const check_options *options, const bilint_host *host)
{
    all.options = options;
    all.host = host;
    return &all;
}

/* ---- where it is -------------------------------------------------------- */

static bool exists(const char *folder, const char *name)
{
    char path[PATH_SIZE + 32];
    struct stat info;

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    return stat(path, &info) == 0;
}

/* The folder of a file, as an absolute path; false where there is none. */
static bool folder_of(const char *file, char *folder)
{
    char given[PATH_SIZE];
    char *slash;
    char *real;

    if (snprintf(given, sizeof(given), "%s", file) >= (int)sizeof(given))
        return false;
    slash = strrchr(given, '/');
    if (slash == NULL)
        strcpy(given, ".");
    else if (slash == given)
        slash[1] = '\0';
    else
        *slash = '\0';
    real = realpath(given, NULL);
    if (real == NULL || strlen(real) >= PATH_SIZE) {
        free(real);
        return false;
    }
    strcpy(folder, real);
    free(real);
    return true;
}

/* bilint.yml for a file; "" where there is none up to the repository's root
 * or that of the file system. */
static void find_config(const char *file, char *path)
{
    char folder[PATH_SIZE];

    path[0] = '\0';
    if (!folder_of(strcmp(file, "-") == 0 ? "./-" : file, folder))
        return;
    for (;;) {
        char *slash;

        if (exists(folder, "bilint.yml")) {
            snprintf(path, PATH_SIZE + 32, "%s/bilint.yml", folder);
            return;
        }
        slash = strrchr(folder, '/');
        if (exists(folder, ".git") || slash == NULL || slash[1] == '\0')
            return;
        slash[slash == folder ? 1 : 0] = '\0';
    }
}

/* ---- what it says ------------------------------------------------------- */

static char *read_text(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t room = 0;
    size_t got;

    *size = 0;
    if (file == NULL)
        return NULL;
    do {
        if (*size + 4096 > room) {
            room = room != 0 ? room * 2 : 8192;
            text = need(realloc(text, room));
        }
        got = fread(text + *size, 1, 4096, file);
        *size += got;
    } while (got != 0);
    if (ferror(file)) {
        free(text);
        text = NULL;
    }
    fclose(file);
    return text;
}

/* The file with its folder, which its paths start from; then what the command
 * line says, whose paths start where we are. *lines are those of the file. */
static char *join(const engines *list, const char *config, size_t *size,
                  uint32_t *lines)
{
    const char *overrides = list->options->overrides;
    char folder[PATH_SIZE] = "";
    char *text = NULL;
    size_t at = 0;
    size_t room;

    if (config[0] != '\0') {
        text = read_text(config, &at);
        if (text == NULL) {
            complain("%s: %s", config, strerror(errno));
            return NULL;
        }
        folder_of(config, folder);
        *lines = 1;
        for (size_t i = 0; i < at; i++)
            *lines += text[i] == '\n';
    }
    room = at + strlen(overrides) + YAML_PIECE * strlen(folder) + 64;
    text = need(realloc(text, room));
    if (folder[0] != '\0') {
        char piece[YAML_PIECE];

        at += (size_t)snprintf(text + at, room - at, "\n---\nbase: \"");
        for (const char *c = folder; *c != '\0'; c++)
            at += (size_t)snprintf(text + at, room - at, "%s",
                                   yaml_piece(*c, piece));
        at += (size_t)snprintf(text + at, room - at, "\"\n");
    }
    memcpy(text + at, overrides, strlen(overrides) + 1);
    *size = at + strlen(overrides);
    return text;
}

static bilint_engine *make(const engines *list, const char *config)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_engine *engine = NULL;
    size_t size;
    uint32_t lines = 0;
    char *text = join(list, config, &size, &lines);

    if (text == NULL)
        return NULL;
    if (bilint_engine_new(BILINT_ABI, text, size, list->host, &engine,
                          &err) != BILINT_OK) {
        /* What is not closed is told behind the last line. */
        if (err.status == BILINT_E_CONFIG && config[0] != '\0' &&
            err.line <= lines + 1)
            complain("%s:%u:%u: %s", config, err.line, err.column,
                     err.message);
        else
            complain("%s", err.message);
    }
    free(text);
    return engine;
}

bilint_engine *engine_for(engines *list, const char *file)
{
    char config[PATH_SIZE + 32] = "";
    entry *found;

    if (list->options->config != NULL)
        snprintf(config, sizeof(config), "%s", list->options->config);
    else if (!list->options->no_config)
        find_config(file, config);
    for (found = list->entries; found != NULL; found = found->next) {
        if (strcmp(found->config, config) == 0)
            return found->engine;
    }
    found = need(calloc(1, sizeof(*found)));
    found->config = need(malloc(strlen(config) + 1));
    strcpy(found->config, config);
    found->engine = make(list, config);
    found->next = list->entries;
    list->entries = found;
    return found->engine;
}

bool engine_here(bilint_engine **engine)
{
    static char nothing[] = "";
    static const check_options options = { .overrides = nothing };
    char config[PATH_SIZE + 32];

    *engine = NULL;
    find_config("-", config);
    if (config[0] == '\0')
        return true;
    *engine = engine_for(engines_begin(&options, NULL), "-");
    return *engine != NULL;
}
