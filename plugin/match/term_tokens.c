/* SPDX-License-Identifier: Apache-2.0 */
/* What the tokens of a text are to a list of terms. */
#include "match/term_tokens.h"

#include "base/cache.h"
#include "lexicon/language.h"

bl_term_word bl_term_sign(const bl_term_search *s, uint32_t at, bool first)
{
    const bl_token *token = &s->side->tokens[at];
    const bl_token *next = bl_term_token(s->side, at + 1);
    bl_sign_glue glue = BL_SIGN_APART;
    const uint32_t *known;
    bl_folded key;

    if (!first && token->gap == BL_GAP_NONE)
        glue = BL_SIGN_AFTER;
    else if (first && next != NULL && next->gap == BL_GAP_NONE)
        glue = BL_SIGN_BEFORE;
    if (token->kind != BL_TOKEN_NUMBER) {
        if (first && glue == BL_SIGN_APART)
            return BL_NO_TERM_WORD;
        if (token->c < 128) {
            known = bl_image_get(&s->list->image, BL_IMAGE_SIGNS,
                                 bl_sign_place(glue, token->c), 1);
            return known != NULL ? *known : BL_NO_TERM_WORD;
        }
    }
    bl_term_key(&s->side->language->locale,
                bl_side_text(s->side, bl_token_span(token)), token, next, first,
                &key);
    return key.size != 0
               ? bl_image_word(&s->list->image, bl_str_of(key.text, key.size))
               : BL_NO_TERM_WORD;
}

const bl_list_word *bl_term_listed(bl_term_search *s, uint32_t at, bool first,
                                   bl_list_word *one)
{
    const bl_token *token = &s->side->tokens[at];
    const bl_list_word *known;

    if (bl_term_is_word(token)) {
        known = bl_list_word_of(s->list, s->side->language, token, s->arena);
        s->failed = s->failed || known == NULL;
        return known;
    }
    one->same = bl_term_sign(s, at, first);
    if (one->same == BL_NO_TERM_WORD)
        return NULL;
    one->count = 1;
    one->entries[0].word = one->same;
    one->entries[0].form = BL_FORM_SURE;
    if (first) {
        one->entries[0] = bl_list_entry_of(&s->list->image, one->same);
        one->begins = one->entries[0].begins;
        one->alone = one->entries[0].alone;
        one->lead = UINT64_MAX;
    }
    return one;
}

bool bl_term_is_sure(const bl_term_search *s, uint32_t at,
                     const bl_list_entry *entry)
{
    return bl_list_entry_sure(s->list, s->side->language, &s->side->tokens[at],
                              entry, s->arena);
}

bool bl_term_stands_apart(bl_term_search *s, uint32_t first, uint32_t limit,
                          bool surely)
{
    const bl_token *tokens = s->side->tokens;

    return ((tokens[first].flags | tokens[limit - 1].flags) & BL_TOKEN_GLYPH) ==
               0 ||
           bl_term_is_apart(s->breaks, s->side, first, limit, surely, s->arena);
}

void bl_term_send_for(const bl_side *side)
{
    for (uint32_t at = 0; at < side->token_count; at++) {
        if (bl_term_is_word(&side->tokens[at]))
            bl_prefetch(&side->tokens[at].word->terms);
    }
    for (uint32_t at = 0; at < side->token_count; at++) {
        const char *known =
            bl_term_is_word(&side->tokens[at])
                ? bl_atomic_get(&side->tokens[at].word->terms)
                : NULL;

        if (known == NULL)
            continue;
        bl_prefetch(known);
        bl_prefetch(known + BL_CACHE_LINE);
    }
}
