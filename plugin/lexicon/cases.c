/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of several words in the cases of their language: Stany Zjednoczone is
 * Stanów Zjednoczonych too. A word of a text that no phrase has is known by its
 * ending; one that some phrase has keeps its own number, and what is added here
 * are the names with such words: "stanów" stands in the name of the American
 * Virgin Islands.
 */
#include "lexicon/language.h"

#include "text/utf8.h"

#include <string.h>

/* Words of a name, forms of each that are tried, and letters of a stem. */
enum { WORDS = 4, FORMS = 12, STEM_LETTERS = 3 };

/* A name, and its words with all their forms that phrases have. */
typedef struct declined {
    bl_phrase_node end;
    bl_str words[WORDS];
    uint32_t count;
    bl_str forms[WORDS][FORMS];
    uint32_t form_count[WORDS];
} declined;

typedef struct gathered {
    bl_language *language;
    declined *names;
    size_t count;
    size_t room;
    bool failed;
} gathered;

static void gather(void *context, const bl_str *words, size_t count,
                   bl_phrase_node end)
{
    gathered *g = context;
    declined *name;

    if (count < 2 || count > WORDS || g->failed ||
        bl_language_sense(g->language, end, BL_SENSE_ENTITY) == NULL)
        return;
    if (!bl_grow(g->language->alloc, &g->names, &g->room, g->count,
                 sizeof(*g->names))) {
        g->failed = true;
        return;
    }
    name = &g->names[g->count++];
    memset(name, 0, sizeof(*name));
    name->end = end;
    name->count = (uint32_t)count;
    memcpy(name->words, words, count * sizeof(*words));
}

static void add_form(declined *name, uint32_t at, bl_str form)
{
    for (uint32_t i = 0; i < name->form_count[at]; i++) {
        if (bl_str_equal(name->forms[at][i], form))
            return;
    }
    if (name->form_count[at] < FORMS)
        name->forms[at][name->form_count[at]++] = form;
}

/* The word itself, and what other endings make of it that some phrase has. */
static void find_forms(const bl_language *language, declined *name, uint32_t at)
{
    const bl_str word = name->words[at];
    char text[BL_FOLD_MAX];

    add_form(name, at, word);
    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        for (size_t j = 0;
             set->of != BL_ENDINGS_OF_TERMS && j < set->count; j++) {
            const size_t stem = word.size - set->items[j].size;

            if (!bl_str_ends(word, set->items[j]) || stem > sizeof(text) ||
                bl_utf8_points(word.ptr, stem) < STEM_LETTERS)
                continue;
            memcpy(text, word.ptr, stem);
            for (size_t k = 0; k < set->count; k++) {
                const bl_str ending = set->items[k];
                bl_phrase_word form;

                if (k == j || stem + ending.size > sizeof(text))
                    continue;
                memcpy(text + stem, ending.ptr, ending.size);
                form = bl_phrases_word(&language->phrases,
                                       bl_str_of(text, stem + ending.size));
                if (form != 0)
                    add_form(name, at,
                             bl_phrases_word_text(&language->phrases, form));
            }
        }
    }
}

/* The senses of the name as a phrase of these words. */
static void add_phrase(bl_language *language, const declined *name,
                       const bl_str *words)
{
    bl_phrases *phrases = &language->phrases;
    const bl_sense *sense;
    uint32_t at = 0;

    while ((sense = bl_phrases_sense(phrases, name->end, &at)) != NULL) {
        const bl_sense copy = *sense;

        if (copy.kind == BL_SENSE_ENTITY)
            bl_phrases_add(phrases, words, name->count, copy);
    }
}

/* With each form of each word; the first of all is the name itself. */
static void add_phrases(bl_language *language, const declined *name)
{
    uint32_t form[WORDS] = { 0 };
    bl_str words[WORDS];

    for (;;) {
        uint32_t at = 0;

        while (at < name->count && ++form[at] == name->form_count[at])
            form[at++] = 0;
        if (at == name->count)
            return;
        for (uint32_t i = 0; i < name->count; i++)
            words[i] = name->forms[i][form[i]];
        add_phrase(language, name, words);
    }
}

bool bl_language_decline_names(bl_language *language)
{
    gathered g = { .language = language };

    if (language->ending_count == 0)
        return true;
    bl_phrases_each(&language->phrases, gather, &g);
    for (size_t i = 0; i < g.count && !g.failed; i++) {
        for (uint32_t at = 0; at < g.names[i].count; at++)
            find_forms(language, &g.names[i], at);
        add_phrases(language, &g.names[i]);
    }
    bl_free(language->alloc, g.names);
    return !g.failed && !language->phrases.failed;
}
