/* SPDX-License-Identifier: Apache-2.0 */
/* The facts of a language, in the order of bl_fact. */
#include "dev/facts.h"

#include <stdlib.h>

enum { SENSES_MAX = 64 /* of a phrase */ };

typedef struct taker {
    const bl_language *language;
    bl_buf bytes; /* of the fact */
    bool failed;
    dev_fact_sink sink;
    void *context;
} taker;

static void end_fact(taker *t, bl_fact kind)
{
    t->failed = t->failed || t->bytes.failed;
    t->sink(t->context, kind, bl_buf_view(&t->bytes));
    bl_buf_clear(&t->bytes);
}

static void take_traits(taker *t)
{
    const bl_language *language = t->language;

#define X(type, field) bl_pack_uint(&t->bytes, (uint64_t)language->field);
    BL_COMPILED_TRAITS(X)
#undef X
    bl_pack_uint(&t->bytes, language->phrases.word_count);
    bl_pack_uint(&t->bytes, language->phrases.node_count);
    bl_pack_uint(&t->bytes, language->phrases.step_count);
    bl_pack_uint(&t->bytes, language->phrases.further_count);
    end_fact(t, BL_FACT_TRAITS);
}

static void take_lines(taker *t, const bl_dictionary *dictionary)
{
    bl_buf rest;

    bl_buf_init(&rest, &bl_alloc_default);
    for (size_t i = 0; i < dictionary->count; i++) {
        bl_buf_clear(&rest);
        bl_dictionary_rest(t->language, bl_dictionary_text(dictionary, i),
                           &rest);
        if (rest.size == 0)
            continue;
        bl_buf_char(&t->bytes, (char)i);
        bl_pack_text(&t->bytes, bl_buf_view(&rest));
        end_fact(t, BL_FACT_LINES);
    }
    t->failed = t->failed || rest.failed;
    bl_buf_free(&rest);
}

/* The first form of a group is what it is called. */
static void take_forms(taker *t)
{
    for (size_t i = 0; i < t->language->form_count; i++) {
        const bl_entity_form *form = &t->language->forms[i];

        if (bl_language_form(t->language, form->group).ptr != form->text.ptr)
            continue;
        bl_pack_fixed(&t->bytes, (uint64_t)form->group, 8);
        bl_pack_text(&t->bytes, form->text);
        end_fact(t, BL_FACT_FORM);
    }
}

static void take_exonym(void *context, uint32_t word, uint32_t thing)
{
    taker *t = context;

    bl_pack_fixed(&t->bytes, word, 4);
    bl_pack_fixed(&t->bytes, thing, 4);
    end_fact(t, BL_FACT_EXONYM);
}

static int compare_couples(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a;
    const uint32_t y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* In an order that does not depend on how they were added. */
static void take_couples(taker *t)
{
    const bl_couples *couples = &t->language->couples;
    uint32_t *sorted;
    size_t count = 0;

    if (couples->count == 0)
        return;
    sorted = bl_new(&bl_alloc_default, couples->count, sizeof(*sorted));
    t->failed = t->failed || sorted == NULL;
    if (sorted == NULL)
        return;
    for (size_t i = 0; i < couples->slot_count; i++) {
        if (couples->slots[i] != 0)
            sorted[count++] = couples->slots[i];
    }
    qsort(sorted, count, sizeof(*sorted), compare_couples);
    bl_pack_uint(&t->bytes, count);
    for (size_t i = 0; i < count; i++)
        bl_pack_fixed(&t->bytes, sorted[i], 4);
    end_fact(t, BL_FACT_COUPLES);
    bl_free(&bl_alloc_default, sorted);
}

static void take_words(taker *t)
{
    const bl_phrases *phrases = &t->language->phrases;

    for (bl_phrase_word i = 1; i <= phrases->word_count; i++) {
        bl_pack_text(&t->bytes, bl_phrases_word_text(phrases, i));
        end_fact(t, BL_FACT_WORD);
    }
}

/* What is added last is found first. */
static void take_phrase(void *context, const bl_str *words, size_t count,
                        bl_phrase_node end)
{
    taker *t = context;
    const bl_sense *senses[SENSES_MAX];
    const bl_sense *sense;
    size_t found = 0;

    for (uint32_t at = 0; (sense = bl_phrases_sense(&t->language->phrases,
                                                    end, &at)) != NULL;) {
        if (found == SENSES_MAX)
            t->failed = true;
        else
            senses[found++] = sense;
    }
    bl_pack_uint(&t->bytes, count);
    for (size_t i = 0; i < count; i++)
        bl_pack_text(&t->bytes, words[i]);
    bl_pack_uint(&t->bytes, found);
    while (found-- > 0) {
        bl_buf_char(&t->bytes, (char)senses[found]->kind);
        bl_buf_char(&t->bytes, (char)senses[found]->flags);
        bl_pack_uint(&t->bytes, (uint64_t)senses[found]->value);
    }
    end_fact(t, BL_FACT_PHRASE);
}

bool dev_facts(bl_language *language, const bl_dictionary *dictionary,
               dev_fact_sink sink, void *context)
{
    taker t = { .language = language, .sink = sink, .context = context };
    const bl_exonym_table *exonyms = bl_language_exonyms(language);

    bl_buf_init(&t.bytes, &bl_alloc_default);
    take_traits(&t);
    take_lines(&t, dictionary);
    take_forms(&t);
    if (exonyms != NULL)
        bl_exonyms_each(exonyms, take_exonym, &t);
    take_couples(&t);
    take_words(&t);
    bl_phrases_each(&language->phrases, take_phrase, &t);
    t.failed = t.failed || exonyms == NULL;
    bl_buf_free(&t.bytes);
    return !t.failed;
}
