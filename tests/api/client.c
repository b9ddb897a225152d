/* SPDX-License-Identifier: Apache-2.0 */
/* The first client of the public interface, as short as it can be. */
#include "api/client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char client_config[] =
    "dictionaries: \"" BILINT_TREE "/dictionaries\"\n"
    "hunspell: \"" BILINT_TREE "/tests/api/hunspell\"\n";

/* Text that grows. */
typedef struct text {
    char *data;
    size_t size;
} text;

static void add(text *to, const char *data, size_t size)
{
    to->data = realloc(to->data, to->size + size + 1);
    if (to->data == NULL)
        abort();
    memcpy(to->data + to->size, data, size);
    to->size += size;
    to->data[to->size] = '\0';
}

static void add_z(text *to, const char *data)
{
    add(to, data, strlen(data));
}

bilint_engine *client_engine(const char *config, const bilint_host *host)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_engine *engine = NULL;
    text all = { NULL, 0 };

    add_z(&all, client_config);
    add_z(&all, "---\n");
    add_z(&all, config != NULL ? config : "");
    if (bilint_engine_new(BILINT_ABI, all.data, all.size, host, &engine,
                          &err) != BILINT_OK)
        fprintf(stderr, "no engine: %u:%u: %s\n", err.line, err.column,
                err.message);
    free(all.data);
    return engine;
}

char *client_only(const char *rules, const char *more)
{
    text all = { NULL, 0 };

    add_z(&all, "rules:\n");
    for (uint32_t i = 0; i < bilint_rule_count(); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };
        const char *found;
        size_t size;

        if (bilint_rule_get(i, &rule) != BILINT_OK)
            abort();
        size = strlen(rule.id);
        for (found = strstr(rules, rule.id);
             found != NULL && ((found != rules && found[-1] != ' ') ||
                               (found[size] != '\0' && found[size] != ' '));
             found = strstr(found + 1, rule.id))
            ;
        add_z(&all, "  ");
        add_z(&all, rule.id);
        add_z(&all, found != NULL ? ": on\n" : ": off\n");
    }
    add_z(&all, "---\n");
    add_z(&all, more != NULL ? more : "");
    return all.data;
}

bilint_pair client_pair(const char *source_lang, const char *target_lang,
                        const char *source, const char *target)
{
    return (bilint_pair){ .struct_size = sizeof(bilint_pair),
                          .flags = target == NULL ? BILINT_PAIR_NO_TARGET : 0,
                          .source_lang = source_lang,
                          .target_lang = target_lang,
                          .source = source,
                          .source_size = strlen(source),
                          .target = target,
                          .target_size =
                              target != NULL ? strlen(target) : 0 };
}

bilint_status client_check(bilint_engine *engine, bilint_report **report,
                           const char *source_lang, const char *target_lang,
                           const char *source, const char *target)
{
    const bilint_pair pair =
        client_pair(source_lang, target_lang, source, target);
    bilint_error err = BILINT_ERROR_INIT;
    const bilint_status status =
        bilint_check_pair(engine, &pair, report, &err);

    if (status != BILINT_OK)
        fprintf(stderr, "%s: %s\n", bilint_status_text(status), err.message);
    return status;
}

static int32_t BILINT_CALL take(void *context, const char *data, size_t size)
{
    add(context, data, size);
    return 0;
}

char *client_lines(const bilint_report *report)
{
    text all = { NULL, 0 };

    add_z(&all, "");
    if (report != NULL &&
        bilint_report_write(report, "jsonl", BILINT_INFO, 0, take, &all,
                            NULL) != BILINT_OK)
        add_z(&all, "cannot be written\n");
    return all.data;
}

char *client_document(bilint_engine *engine, const char *name,
                      const void *data, size_t size)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;
    const bilint_status status =
        bilint_check_document(engine, name, data, size, &report, &err);
    text all = { NULL, 0 };
    char *lines = client_lines(report);

    add_z(&all, lines);
    free(lines);
    if (status != BILINT_OK) {
        char line[400];

        snprintf(line, sizeof(line), "status %d at %u:%u (%lld): %s\n",
                 (int)status, err.line, err.column,
                 (long long)err.byte_offset, err.message);
        add_z(&all, line);
    }
    bilint_report_free(report);
    return all.data;
}

char *client_read(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    text all = { NULL, 0 };
    char piece[65536];
    size_t got;

    if (file == NULL)
        return NULL;
    add_z(&all, "");
    while ((got = fread(piece, 1, sizeof(piece), file)) != 0)
        add(&all, piece, got);
    fclose(file);
    *size = all.size;
    return all.data;
}
