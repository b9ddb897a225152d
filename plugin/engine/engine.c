/* SPDX-License-Identifier: Apache-2.0 */
/* Building an engine and finding its languages. */
#include "engine/engine.h"

#include "checks/custom.h"
#include "engine/places.h"
#include "lexicon/compiled.h"
#include "lexicon/spelling.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* More than any project has: a document that goes on has made its languages
 * up, and each takes time and memory. */
enum { LANGUAGES_MAX = 500 };

_Static_assert(LANGUAGES_MAX < 1 << BL_LANGUAGE_BITS,
               "the record of a word has room for the number of a language");

static void *resize_host(const bl_alloc *alloc, void *block, size_t size)
{
    const bl_engine *engine = alloc->context;

    return engine->host_alloc->resize(engine->host, block, size);
}

/* A struct that ends before get_interface has none. */
static const void *interface(const bilint_host *host, const char *id)
{
    const size_t wanted =
        offsetof(bilint_host, get_interface) + sizeof(host->get_interface);

    return host != NULL && host->struct_size >= wanted &&
                   host->get_interface != NULL
               ? host->get_interface(host, id)
               : NULL;
}

static void find_services(bl_engine *engine, const bilint_host *host)
{
    engine->host = host;
    engine->host_alloc = interface(host, BILINT_HOST_ALLOC);
    engine->log = interface(host, BILINT_HOST_LOG);
    engine->progress = interface(host, BILINT_HOST_PROGRESS);
    engine->pool = interface(host, BILINT_HOST_POOL);
}

bl_severity bl_engine_severity(const bl_engine *engine, uint16_t rule)
{
    const bl_settings *settings = &engine->config.settings;

    if (rule >= bl_check_count)
        return (bl_severity)settings->custom[rule - bl_check_count]->severity;
    return bl_check_severity_set(settings, rule);
}

static bl_running running_of(const bl_engine *engine, uint16_t rule)
{
    const bl_check *check = bl_checks[rule];
    uint32_t wants = check->wants;

    if (!check->without_target)
        wants |= BL_HAS_TARGET;
    if (check->compares)
        wants |= BL_HAS_PROSE;
    return (bl_running){ check, wants,
                         engine->config.settings.rules[rule].severity, rule };
}

/* Recognisers that nobody needs do not run. */
static bilint_status gather_rules(bl_engine *engine, bilint_error *err)
{
    engine->running =
        bl_new(&engine->alloc, bl_check_count, sizeof(*engine->running));
    if (engine->running == NULL)
        return bl_fail_memory(err);
    for (uint16_t i = 0; i < bl_check_count; i++) {
        if (bl_engine_severity(engine, i) == BL_OFF)
            continue;
        if (bl_checks[i]->run != NULL)
            engine->running[engine->running_count++] = running_of(engine, i);
        engine->needs |= bl_checks[i]->needs;
        if (bl_checks[i]->without_target)
            engine->early_needs |= bl_checks[i]->needs;
    }
    return BILINT_OK;
}

static bilint_status add_user_words(bl_engine *engine, bilint_error *err)
{
    const bl_sense sense = { .kind = BL_SENSE_ENTITY };

    bl_phrases_init(&engine->user_words, &engine->alloc);
    for (const bl_user_word *word = engine->config.words; word != NULL;
         word = word->next) {
        bl_folded folded;
        bl_str text;

        bl_fold(NULL, word->text, &folded);
        text = bl_str_of(folded.text, folded.size);
        if (folded.size != 0)
            bl_phrases_add(&engine->user_words, &text, 1, sense);
    }
    return engine->user_words.failed ? bl_fail_memory(err) : BILINT_OK;
}

static void log_skipped(void *context, const char *message)
{
    bl_engine_log(context, BILINT_LOG_WARNING, "terms", "%s", message);
}

static bilint_status load_terms(bl_engine *engine, bilint_error *err)
{
    for (const bl_term_file *file = engine->config.terms; file != NULL;
         file = file->next) {
        const bl_term_path path = {
            file->path, file->source_lang, file->target_lang
        };
        bl_term_list *list = NULL;
        const bilint_status status =
            bl_terms_open(&engine->alloc, engine->chars, &path, log_skipped,
                          engine, &list, err);

        if (status != BILINT_OK)
            return status;
        bl_terms_add(&engine->terms, list);
    }
    return BILINT_OK;
}

static void log_compiled(void *context, const char *text)
{
    bl_engine_log(context, BILINT_LOG_WARNING, "languages",
                  "%s; its sources are read instead", text);
}

static void log_speller(void *context, const char *text)
{
    bl_engine_log(context, BILINT_LOG_WARNING, "spelling", "%s", text);
}

/* What all languages have in common. Without the compiled form of it there
 * are no compiled languages. */
static bilint_status make_common(bl_engine *engine, bilint_error *err)
{
    bilint_error why = BILINT_ERROR_INIT;
    bilint_status status = BILINT_E_UNSUPPORTED;

    if (!bl_compiled_find(&engine->alloc, &engine->compiled))
        return bl_fail_memory(err);
    if (engine->compiled != NULL)
        status = bl_compiled_common(engine->compiled, &engine->alloc,
                                    &engine->chars, &engine->units, &why);
    if (status == BILINT_OK || status == BILINT_E_MEMORY)
        return status == BILINT_OK ? status : bl_fail_memory(err);
    if (status == BILINT_E_DATA)
        log_compiled(engine, why.message);
    bl_free(&engine->alloc, engine->compiled);
    engine->compiled = NULL;
    engine->chars = bl_chars_new(&engine->alloc);
    bl_units_init(&engine->units, &engine->alloc);
    if (engine->chars == NULL)
        return bl_fail_memory(err);
    return engine->units.failed
               ? bl_fail(err, BILINT_E_MEMORY,
                         "out of memory, or ICU has no unit data")
               : BILINT_OK;
}

static bilint_status fill(bl_engine *engine, const char *config, size_t size,
                          bilint_error *err)
{
    bilint_status status =
        bl_config_read(&engine->config, &engine->alloc, config, size, err);
    bool told; /* whether there is language data, and where */

    if (status != BILINT_OK) {
        memset(&engine->config, 0, sizeof(engine->config));
        return status;
    }
    engine->locked = bl_lock_init(&engine->lock);
    if (!engine->locked)
        return bl_fail_memory(err);
    status = make_common(engine, err);
    if (status != BILINT_OK)
        return status;
    if (engine->config.dictionaries != NULL)
        told = bl_dictionaries_given(&engine->alloc,
                                     engine->config.dictionaries,
                                     &engine->dictionaries);
    else
        told = bl_dictionaries_find(&engine->alloc, &engine->dictionaries);
    if (!told)
        return bl_fail_memory(err);
    if (engine->dictionaries == NULL && engine->config.dictionaries != NULL)
        return bl_fail(err, BILINT_E_DATA, "no language data in %s",
                       engine->config.dictionaries);
    if (engine->dictionaries == NULL)
        bl_engine_log(engine, BILINT_LOG_WARNING, "dictionaries",
                      "no folder of language data found");
    status = add_user_words(engine, err);
    if (status == BILINT_OK)
        status = load_terms(engine, err);
    if (status != BILINT_OK)
        return status;
    return engine->config.arena.failed ? bl_fail_memory(err)
                                       : gather_rules(engine, err);
}

static void free_engine(bl_engine *engine)
{
    bl_language *language = bl_atomic_get(&engine->languages);
    bl_engine last;

    while (language != NULL) {
        bl_language *next = language->next;

        bl_language_free(language);
        language = next;
    }
    if (engine->user_words.alloc != NULL)
        bl_phrases_free(&engine->user_words);
    bl_terms_free_all(&engine->terms);
    bl_free(&engine->alloc, engine->chars);
    bl_free(&engine->alloc, engine->running);
    if (engine->units.alloc != NULL)
        bl_units_free(&engine->units);
    bl_free(&engine->alloc, engine->dictionaries);
    bl_free(&engine->alloc, engine->compiled);
    if (engine->locked)
        bl_lock_free(&engine->lock);
    if (engine->config.arena.alloc != NULL)
        bl_config_free(&engine->config);
    /* What frees the engine must not be in it. */
    find_services(&last, engine->host);
    last.alloc = engine->alloc;
    if (engine->host_alloc != NULL)
        last.alloc.context = &last;
    bl_free(&last.alloc, engine);
}

bl_engine *bl_engine_hold(bl_engine *engine)
{
    bl_atomic_add(&engine->owners, 1);
    return engine;
}

void bl_engine_drop(bl_engine *engine)
{
    if (bl_atomic_add(&engine->owners, UINT32_MAX) == 1)
        free_engine(engine);
}

bilint_status bl_engine_new(const char *config, size_t size,
                            const bilint_host *host, bl_engine **out,
                            bilint_error *err)
{
    bl_engine first;
    bl_engine *engine;
    bilint_status status;

    *out = NULL;
    /* The engine itself comes from the host's memory too. */
    memset(&first, 0, sizeof(first));
    find_services(&first, host);
    first.alloc = first.host_alloc != NULL
                      ? (bl_alloc){ resize_host, &first }
                      : bl_alloc_default;
    engine = bl_new(&first.alloc, 1, sizeof(*engine));
    if (engine == NULL)
        return bl_fail_memory(err);
    find_services(engine, host);
    engine->alloc = first.alloc;
    if (engine->host_alloc != NULL)
        engine->alloc.context = engine;
    bl_atomic_set(&engine->owners, 1);
    status = fill(engine, config, size, err);
    if (status != BILINT_OK) {
        free_engine(engine);
        return status;
    }
    *out = engine;
    return BILINT_OK;
}

/* ---- languages ---------------------------------------------------------- */

static bl_language *find(bl_engine *engine, const char *tag)
{
    bl_language *language = bl_atomic_get(&engine->languages);

    while (language != NULL && strcmp(language->locale.tag, tag) != 0)
        language = language->next;
    return language;
}

/* A language with its speller; NULL and an error. */
static bl_language *make_language(bl_engine *engine, const bl_locale *locale,
                                  bilint_error *err)
{
    const bl_language_source source = { .alloc = &engine->alloc,
                                        .chars = engine->chars,
                                        .units = &engine->units,
                                        .dictionaries = engine->dictionaries,
                                        .compiled = engine->compiled,
                                        .user_words = &engine->user_words,
                                        .tell = log_compiled,
                                        .context = engine };
    const bl_speller_source spellers = {
        .folders = engine->config.hunspell,
        .installed = !engine->config.hunspell_alone,
        .tell = log_speller,
        .context = engine,
    };
    bl_language *language = bl_language_new(&source, locale, err);

    if (language == NULL)
        return NULL;
    if (!bl_speller_new(&engine->alloc, locale, &spellers,
                        &language->speller)) {
        bl_language_free(language);
        bl_fail_memory(err);
        return NULL;
    }
    if (language->speller == NULL)
        bl_engine_log(engine, BILINT_LOG_NOTE, "spelling",
                      "no Hunspell dictionary for %s", locale->tag);
    return language;
}

bilint_status bl_engine_language(bl_engine *engine, const char *tag,
                                 bl_language **out, bilint_error *err)
{
    bl_locale locale;
    bilint_error inner = BILINT_ERROR_INIT;

    *out = find(engine, tag); /* most are written as they are kept */
    if (*out != NULL || !bl_locale_parse(tag, strlen(tag), &locale))
        return BILINT_OK;
    *out = find(engine, locale.tag);
    if (*out != NULL)
        return BILINT_OK;
    bl_lock_take(&engine->lock);
    *out = find(engine, locale.tag); /* another thread was first */
    if (*out == NULL) {
        if (engine->language_count == LANGUAGES_MAX)
            bl_fail(&inner, BILINT_E_LIMIT, "more than %d languages",
                    LANGUAGES_MAX);
        else
            *out = make_language(engine, &locale, &inner);
        if (*out != NULL) {
            engine->language_count++;
            (*out)->number = (uint16_t)engine->language_count;
            (*out)->next = bl_atomic_get(&engine->languages);
            bl_atomic_set(&engine->languages, *out);
        }
    }
    bl_lock_give(&engine->lock);
    if (*out == NULL)
        return bl_fail_at(err, inner.status, inner.line, inner.column, -1,
                          "%s", inner.message);
    return BILINT_OK;
}

void bl_engine_open(const bl_language *language)
{
    if (language->speller != NULL)
        bl_speller_knows(language->speller, BL_STR("a"));
}

void bl_engine_log(const bl_engine *engine, int32_t level, const char *area,
                   const char *format, ...)
{
    char text[512];
    va_list args;

    if (engine->log == NULL || engine->log->write == NULL)
        return;
    va_start(args, format);
    vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    engine->log->write(engine->host, level, area, text);
}
