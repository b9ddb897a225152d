/* SPDX-License-Identifier: Apache-2.0 */
/* Repetitions of one document and of several. */
#include "engine/project.h"

/* Bytes of text kept of all documents together, and of each at least. */
enum { TEXT_BYTES = 32 << 20, TEXT_LEAST = 32 << 10 };

typedef struct member {
    bl_engine *engine; /* one of its owners; NULL: not read, or broken */
    bl_repetitions repetitions;
} member;

struct bl_project {
    bl_engine *engine;
    bl_lock lock;
    bool locked; /* the lock was made */
    member *members;
    uint32_t count;
};

bl_project *bl_project_new(bl_engine *engine, uint32_t count)
{
    bl_project *project = bl_new(&engine->alloc, 1, sizeof(*project));

    if (project == NULL)
        return NULL;
    project->engine = bl_engine_hold(engine);
    project->count = count;
    project->members = bl_new(&engine->alloc, count, sizeof(member));
    project->locked = bl_lock_init(&project->lock);
    if (project->members == NULL || !project->locked) {
        bl_project_free(project);
        return NULL;
    }
    return project;
}

void bl_project_free(bl_project *project)
{
    bl_engine *engine;

    if (project == NULL)
        return;
    engine = project->engine;
    for (uint32_t i = 0; project->members != NULL && i < project->count;
         i++) {
        member *m = &project->members[i];

        if (m->engine == NULL)
            continue;
        bl_repetitions_free(&m->repetitions);
        bl_engine_drop(m->engine);
    }
    bl_free(&engine->alloc, project->members);
    if (project->locked)
        bl_lock_free(&project->lock);
    bl_free(&engine->alloc, project);
    bl_engine_drop(engine);
}

bl_engine *bl_project_engine(const bl_project *project)
{
    return project->engine;
}

uint32_t bl_project_count(const bl_project *project)
{
    return project->count;
}

size_t bl_project_share(const bl_project *project)
{
    const size_t share = (size_t)TEXT_BYTES / project->count;

    return share > TEXT_LEAST ? share : (size_t)TEXT_LEAST;
}

void bl_project_add(bl_project *project, uint32_t index, bl_str file,
                    bl_records *records, bl_engine *engine)
{
    bl_repetitions *from = &records->repetitions;
    member *m = &project->members[index];
    const char *name =
        bl_arena_copy(&from->arena, file.ptr != NULL ? file.ptr : "",
                      file.size);

    bl_repetitions_close(from);
    /* The document tells that there was no memory. */
    from->failed = from->failed || name == NULL;
    if (from->failed)
        return;
    bl_lock_take(&project->lock);
    if (m->engine == NULL) {
        m->engine = bl_engine_hold(engine);
        m->repetitions = *from;
        m->repetitions.file = bl_str_of(name, file.size);
        bl_repetitions_init(from, from->alloc);
    }
    bl_lock_give(&project->lock);
}

void bl_project_set(bl_repetitions *list, const bl_engine *engine)
{
    for (uint16_t i = 0; i < bl_check_count; i++) {
        if (bl_checks[i]->project == NULL ||
            bl_engine_severity(engine, i) == BL_OFF)
            continue;
        list->sides |= bl_checks[i]->repeats;
        for (int side = BL_SOURCE; side <= BL_TARGET; side++) {
            if (bl_checks[i]->repeats == 1 << side)
                list->severity[side] =
                    engine->config.settings.rules[i].severity;
        }
    }
}

static void check(const bl_repetitions *const *documents, size_t count,
                  bl_report *report)
{
    for (uint16_t i = 0; i < bl_check_count; i++) {
        const bl_check *rule = bl_checks[i];
        bl_sink sink = { .report = report,
                         .rule = i,
                         .rule_id = rule->id,
                         .messages = rule->messages };

        if (rule->project != NULL)
            rule->project(rule, documents, count, &sink);
    }
}

void bl_project_check(bl_repetitions *list, bl_report *report)
{
    const bl_repetitions *const document = list;

    bl_repetitions_close(list);
    if (!list->failed)
        check(&document, 1, report);
}

bilint_status bl_project_finish(bl_project *project, bl_report *report,
                                bilint_error *err)
{
    const bl_repetitions **documents =
        bl_resize(report->alloc, NULL, project->count, sizeof(*documents));
    size_t count = 0;

    if (documents == NULL)
        return bl_fail_memory(err);
    for (uint32_t i = 0; i < project->count; i++) {
        if (project->members[i].engine != NULL)
            documents[count++] = &project->members[i].repetitions;
    }
    check(documents, count, report);
    bl_free(report->alloc, documents);
    bl_report_sort(report);
    return report->failed ? bl_fail_memory(err) : BILINT_OK;
}
