/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The engine: configuration and language data, built once and shared by all
 * threads. Languages are added when they are first met, under a lock; the
 * list of those that are there is read without one.
 */
#ifndef BL_ENGINE_ENGINE_H
#define BL_ENGINE_ENGINE_H

#include "base/error.h"
#include "base/lock.h"
#include "bilint/host.h"
#include "checks/check.h"
#include "config/config.h"
#include "lexicon/language.h"
#include "terms/list.h"

/* A rule that looks at pairs and is on. */
typedef struct bl_running {
    const bl_check *check;
    uint32_t wants; /* BL_HAS_...: of a pair that has them all it is asked */
    int severity;   /* see bl_sink */
    uint16_t rule;  /* its index */
} bl_running;

typedef struct bl_engine {
    bl_alloc alloc; /* the host's, or the C library's */
    const bilint_host *host;
    const bilint_host_alloc *host_alloc;
    const bilint_host_log *log;
    const bilint_host_progress *progress;
    const bilint_host_pool *pool;
    bl_atomic_u32 owners;
    bl_config config;
    bl_chars *chars;
    bl_units units;
    char *dictionaries; /* folder of language data, or NULL */
    char *compiled;     /* folder of compiled languages, or NULL */
    bl_phrases user_words;
    bl_term_lists terms;
    bl_atomic_ptr languages; /* bl_language; a list that only grows */
    uint32_t language_count; /* under the lock */
    bl_lock lock;
    bool locked; /* the lock was made */
    bl_running *running;     /* in the order of their ids */
    uint16_t running_count;
    uint32_t needs;          /* of all checks that are on */
    uint32_t early_needs;    /* of those that run without a target */
} bl_engine;

bilint_status bl_engine_new(const char *config, size_t size,
                            const bilint_host *host, bl_engine **out,
                            bilint_error *err);

/* One more owner, and one less: the last one frees the engine. */
bl_engine *bl_engine_hold(bl_engine *engine);
void bl_engine_drop(bl_engine *engine);

/*
 * The language of a tag, made if need be. NULL and BILINT_OK where the text
 * is no language tag; NULL and a failure where its data is damaged or there
 * is no memory.
 */
bilint_status bl_engine_language(bl_engine *engine, const char *tag,
                                 bl_language **out, bilint_error *err);

/* Open what is otherwise opened at the first word of the language. */
void bl_engine_open(const bl_language *language);

/* At which severity the rule reports at most; BL_OFF. */
bl_severity bl_engine_severity(const bl_engine *engine, uint16_t rule);

/* A line for the host's log, if it has one. */
void bl_engine_log(const bl_engine *engine, int32_t level, const char *area,
                   const char *format, ...) BL_PRINTF(4, 5);

#endif
