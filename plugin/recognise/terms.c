/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finding terms by tokens, with inflection: a word of the text answers a word
 * of the list when they are the same but for case, or, in languages with
 * endings, when the ending alone differs.
 */
#include "recognise/terms.h"

#include "lexicon/language.h"
#include "recognise/similar.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

enum {
    USES_MAX = 256,
    ENDING_LETTERS = 3, /* longest ending that is taken off a source word */
    STEM_LETTERS = 4,
    SAME_PERCENT = 70 /* of a word's letters, from its beginning on */
};

/* ---- words ------------------------------------------------------------------------ */

/* Languages that are written in syllables, and scripts without spaces, have
 * no endings. */
static bool has_endings(const bl_language *language)
{
    return language->syllables == NULL;
}

static bool answers(const bl_language *language, const bl_token *token,
                    bl_str folded)
{
    size_t letters;
    size_t same;

    if (token->word == NULL)
        return false;
    if (bl_str_equal(token->word->folded, folded))
        return true;
    if (!has_endings(language) || (token->flags & BL_TOKEN_GLYPH) != 0)
        return false;
    letters = bl_utf8_points(folded.ptr, folded.size);
    same = bl_common_prefix(token->word->folded, folded);
    return same >= STEM_LETTERS && same * 100 >= letters * SAME_PERCENT &&
           same * 100 >= (size_t)token->word->letters * SAME_PERCENT;
}

/* Words, numbers and signs make terms; punctuation stands between them. */
static bool is_term_token(const bl_token *token)
{
    return token->kind != BL_TOKEN_PUNCT && token->kind != BL_TOKEN_CODE;
}

static uint32_t next_token(const bl_side *side, uint32_t at)
{
    while (at < side->token_count && !is_term_token(&side->tokens[at]))
        at++;
    return at;
}

/* ---- in the source ----------------------------------------------------------------- */

/* The list's number for a word, without its ending if need be. */
static bl_phrase_word list_word(const bl_term_list *list,
                                const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];
    bl_phrase_word word;
    bl_str folded;

    if (token->word == NULL)
        return bl_phrases_word(
            &list->phrases, bl_side_text(side, bl_token_span(token)));
    folded = token->word->folded;
    word = bl_phrases_word(&list->phrases, folded);
    for (int cut = 0; word == 0 && cut < ENDING_LETTERS &&
                      has_endings(side->language) &&
                      token->word->letters > STEM_LETTERS + cut;
         cut++) {
        do
            folded.size--;
        while (folded.size > 0 &&
               ((unsigned char)folded.ptr[folded.size] & 0xc0) == 0x80);
        word = bl_phrases_word(&list->phrases, folded);
    }
    return word;
}

static bool case_fits(const bl_term *term, const bl_side *side, bl_span span)
{
    return !term->exact ||
           bl_str_equal(bl_side_text(side, span), term->source);
}

/* The longest term at a token, and the token behind it. */
static const bl_term *term_at(const bl_term_list *list, const bl_side *side,
                              uint32_t at, uint32_t *limit)
{
    const bl_term *found = NULL;
    const uint32_t first = at;
    bl_phrase_node node = 0;

    while (at < side->token_count) {
        const bl_phrase_word word = list_word(list, side, at);
        const bl_sense *sense;
        uint32_t iterator = 0;
        bl_span span;

        node = word != 0 ? bl_phrases_step(&list->phrases, node, word) : 0;
        if (node == 0)
            break;
        span = (bl_span){ side->tokens[first].start, side->tokens[at].limit };
        sense = bl_phrases_sense(&list->phrases, node, &iterator);
        if (sense != NULL &&
            case_fits(&list->terms[sense->value], side, span)) {
            found = &list->terms[sense->value];
            *limit = at + 1;
        }
        at = next_token(side, at + 1);
    }
    return found;
}

/* ---- in the target ----------------------------------------------------------------- */

/* Whether the words of `form` stand at tokens[at]; the token behind. */
static bool form_at(const bl_term_list *list, const bl_side *side,
                    const bl_tokens *form, bl_str text, uint32_t at,
                    uint32_t *limit, bool exact)
{
    (void)list;
    for (size_t i = 0; i < form->count; i++) {
        const bl_token *token = &form->items[i];
        const bl_str word = bl_str_of(
            text.ptr + token->start, (size_t)token->limit - token->start);
        bl_folded folded;

        if (!is_term_token(token))
            continue;
        at = next_token(side, at);
        if (at == side->token_count)
            return false;
        bl_fold(&side->language->locale, word, &folded);
        if (side->tokens[at].word == NULL) {
            if (!bl_str_equal(
                    bl_side_text(side, bl_token_span(&side->tokens[at])),
                    word))
                return false;
        } else if (exact ? !bl_str_equal(side->tokens[at].word->folded,
                                         bl_str_of(folded.text, folded.size))
                         : !answers(side->language, &side->tokens[at],
                                    bl_str_of(folded.text, folded.size))) {
            return false;
        }
        at++;
    }
    *limit = at;
    return true;
}

static bool find_form(const bl_term_list *list, const bl_side *side,
                      bl_str text, bool exact, bl_span *span)
{
    bl_tokens form;
    bool found = false;

    bl_tokens_init(&form, list->alloc);
    if (bl_tokenize(list->chars, text, &form) && form.count != 0) {
        for (uint32_t at = 0; at < side->token_count && !found; at++) {
            uint32_t limit = at;

            if (!is_term_token(&side->tokens[at]))
                continue;
            found = form_at(list, side, &form, text, at, &limit, exact);
            if (found)
                *span = (bl_span){ side->tokens[at].start,
                                   side->tokens[limit - 1].limit };
        }
    }
    bl_tokens_free(&form);
    return found;
}

/* ---- both ---------------------------------------------------------------------------- */

typedef struct matcher {
    const bl_side *source;
    const bl_side *target;
    bl_term_use *uses;
    uint32_t use_count;
    bl_term_misuse *misuses;
    uint32_t misuse_count;
} matcher;

static void check_forms(matcher *m, bl_term_use *use)
{
    const bl_term_list *list = use->list;
    bool wanted = false;
    bl_span span;

    for (uint32_t i = use->term->forms; i != 0; i = list->forms[i].next) {
        const bl_term_form *form = &list->forms[i];

        if (form->status == BL_TERM_FORBIDDEN)
            continue;
        wanted = true;
        use->answered = use->answered ||
                        find_form(list, m->target, form->text, false, &span);
    }
    /* A forbidden form is none that happens to be part of a wanted one. */
    for (uint32_t i = use->term->forms; i != 0 && !use->answered;
         i = list->forms[i].next) {
        const bl_term_form *form = &list->forms[i];

        if (form->status == BL_TERM_FORBIDDEN && m->misuse_count < USES_MAX &&
            find_form(list, m->target, form->text, true, &span))
            m->misuses[m->misuse_count++] =
                (bl_term_misuse){ list, use->term, use->source, span };
    }
    use->answered = use->answered || !wanted;
}

static void match_list(matcher *m, const bl_term_list *list)
{
    bl_span span;

    for (uint32_t at = 0; at < m->source->token_count;) {
        uint32_t limit = at;
        const bl_term *term = is_term_token(&m->source->tokens[at])
                                  ? term_at(list, m->source, at, &limit)
                                  : NULL;

        if (term != NULL && m->use_count < USES_MAX) {
            bl_term_use *use = &m->uses[m->use_count++];

            *use = (bl_term_use){
                list, term,
                { m->source->tokens[at].start,
                  m->source->tokens[limit - 1].limit },
                false
            };
            check_forms(m, use);
        }
        at = limit > at ? limit : at + 1;
    }
    for (uint32_t i = list->anywhere; i != 0; i = list->forms[i].next) {
        if (m->misuse_count < USES_MAX &&
            find_form(list, m->target, list->forms[i].text, true, &span))
            m->misuses[m->misuse_count++] =
                (bl_term_misuse){ list, NULL, { 0, 0 }, span };
    }
}

const bl_term_match *bl_match_terms(const bl_term_list *lists,
                                    const bl_side *source,
                                    const bl_side *target, bl_arena *arena)
{
    bl_term_match *match = bl_arena_alloc(arena, 1, sizeof(*match));
    matcher m = { .source = source, .target = target };

    if (match == NULL)
        return NULL;
    *match = (bl_term_match){ 0 };
    if (lists == NULL)
        return match;
    m.uses = bl_arena_alloc(arena, USES_MAX, sizeof(*m.uses));
    m.misuses = bl_arena_alloc(arena, USES_MAX, sizeof(*m.misuses));
    if (m.uses == NULL || m.misuses == NULL)
        return NULL;
    for (; lists != NULL; lists = lists->next) {
        if (bl_terms_apply(lists, &source->language->locale,
                           &target->language->locale))
            match_list(&m, lists);
    }
    match->uses = m.uses;
    match->use_count = m.use_count;
    match->misuses = m.misuses;
    match->misuse_count = m.misuse_count;
    return match;
}

bl_str bl_term_wanted(const bl_term_list *list, const bl_term *term,
                      bl_arena *arena)
{
    size_t size = 0;
    char *text;
    size_t n = 0;

    for (uint32_t i = term->forms; i != 0; i = list->forms[i].next)
        size += list->forms[i].text.size + 4;
    text = bl_arena_alloc(arena, size, 1);
    for (uint32_t i = term->forms; i != 0 && text != NULL;
         i = list->forms[i].next) {
        const bl_term_form *form = &list->forms[i];

        if (form->status == BL_TERM_FORBIDDEN)
            continue;
        if (n != 0) {
            memcpy(text + n, " or ", 4);
            n += 4;
        }
        memcpy(text + n, form->text.ptr, form->text.size);
        n += form->text.size;
    }
    return bl_str_of(text, n);
}
