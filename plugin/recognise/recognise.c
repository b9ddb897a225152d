/* SPDX-License-Identifier: Apache-2.0 */
/* The order of recognition: masks, then dates, times and numbers. */
#include "recognise/recognise.h"

#include "text/utf8.h"

#include <string.h>

void bl_recogniser_init(bl_recogniser *recogniser, const bl_alloc *alloc)
{
    *recogniser = (bl_recogniser){ .alloc = alloc };
    bl_tokens_init(&recogniser->tokens, alloc);
    recogniser->scan.alloc = alloc;
}

void bl_recogniser_free(bl_recogniser *recogniser)
{
    bl_tokens_free(&recogniser->tokens);
    bl_free(recogniser->alloc, recogniser->scan.finds);
    bl_free(recogniser->alloc, recogniser->masks);
    bl_free(recogniser->alloc, recogniser->quantities);
    bl_free(recogniser->alloc, recogniser->entities);
}

/* Whether the text was typed for a font of another encoding. */
static bool is_unreadable(const bl_side *side)
{
    size_t at = 0;

    while (side->language->legacy_count != 0 && at < side->text.size) {
        if (bl_language_is_legacy(
                side->language,
                bl_utf8_next(side->text.ptr, side->text.size, &at)))
            return true;
    }
    return false;
}

/* In such a text, some digits are letters; a zero looks like one of them. */
static bool is_no_number(const bl_scan *scan, const bl_token *token)
{
    return bl_language_is_legacy(scan->language, token->c) ||
           (bl_digit_value(token->c) == 0 &&
            (token->flags & BL_TOKEN_ASCII) == 0);
}

/* A sign that may stand behind the first number of a date; and of a time,
 * which may have an ending, too: 7-й, 7'de. */
static bool may_part_date(uint32_t sign)
{
    return sign == '/' || sign == '-' || sign == '.';
}

static bool may_part_time(uint32_t sign)
{
    return sign == ':' || sign == '.' || bl_is_dash(sign) ||
           bl_is_apostrophe(sign);
}

/* And what they have there that is no sign. */
static const bl_sense_set senses_of_dates =
    BL_SENSE_BIT(BL_SENSE_YEAR_MARK) | BL_SENSE_BIT(BL_SENSE_MONTH_MARK) |
    BL_SENSE_BIT(BL_SENSE_DAY_MARK);
static const bl_sense_set senses_of_times =
    BL_SENSE_BIT(BL_SENSE_HOUR_MARK) | BL_SENSE_BIT(BL_SENSE_HOUR_FROM) |
    BL_SENSE_BIT(BL_SENSE_AM) | BL_SENSE_BIT(BL_SENSE_PM) |
    BL_SENSE_BIT(BL_SENSE_NIGHT) | BL_SENSE_BIT(BL_SENSE_MIDDAY) |
    BL_SENSE_BIT(BL_SENSE_CLOCK);

/* Whether what stands there may be of one piece with digits beside it. */
static bool is_piece(const bl_scan *scan, size_t at)
{
    const bl_token *token = &scan->tokens[at];

    return (token->kind == BL_TOKEN_WORD &&
            (token->flags & BL_TOKEN_GLYPH) == 0) ||
           token->c == ':' || token->c == '-';
}

/* Whether tokens[at], digits, touches letters or the sign of an address. */
static bool is_of_identifier(const bl_scan *scan, size_t at)
{
    return (at > 0 && scan->tokens[at].gap == BL_GAP_NONE &&
            is_piece(scan, at - 1)) ||
           (at + 1 < scan->count && scan->tokens[at + 1].gap == BL_GAP_NONE &&
            is_piece(scan, at + 1));
}

/* What begins with digits. Most are the number that they look like. */
static size_t read_at_digits(bl_scan *scan, size_t at)
{
    size_t limit = at;
    bl_sense_set behind;
    uint32_t sign;

    if (scan->unreadable && is_no_number(scan, &scan->tokens[at]))
        return at;
    if (is_of_identifier(scan, at)) {
        limit = bl_read_identifier(scan, at);
        if (limit != at)
            return limit;
    }
    behind = bl_scan_behind(scan, at + 1);
    sign = bl_scan_is_joined(scan, at + 1) ? scan->tokens[at + 1].c : 0;
    if (sign == 0 && (behind & (senses_of_dates | senses_of_times)) == 0)
        return bl_read_number(scan, at);
    if (may_part_date(sign) || (behind & senses_of_dates) != 0 ||
        (sign == ',' && bl_is_behind_month(scan, at)))
        limit = bl_read_date(scan, at);
    if (limit == at && sign == '.')
        limit = bl_read_race(scan, at);
    if (limit == at &&
        (may_part_time(sign) || (behind & senses_of_times) != 0))
        limit = bl_read_time(scan, at);
    return limit != at ? limit : bl_read_number(scan, at);
}

/* What begins with a word that can begin a quantity: what the word says, and
 * in a script without spaces what the number behind it says. */
static size_t read_at_word(bl_scan *scan, size_t at)
{
    const bl_token *token = &scan->tokens[at];
    const bl_word *word = token->word;
    const bool glyph = (token->flags & BL_TOKEN_GLYPH) != 0;
    size_t limit = at;

    if ((word->reach & BL_SENSES_OF_RATES) != 0)
        bl_note_label(scan, at, 0);
    if (bl_scan_vague(scan, at, &limit) != NULL) {
        bl_note_scale(scan, at, limit);
        return limit;
    }
    limit = at;
    if (glyph || (word->reach & BL_SENSES_OF_DATES) != 0)
        limit = bl_read_date(scan, at);
    if (limit == at && (glyph || (word->reach & BL_SENSES_OF_TIMES) != 0))
        limit = bl_read_time(scan, at);
    if (limit == at &&
        ((word->reach & BL_SENSES_OF_NUMBERS) != 0 ||
         (word->flags & (BL_WORD_ROMAN | BL_WORD_COMPOUND)) != 0))
        limit = bl_read_number(scan, at);
    return limit;
}

static size_t read_at(bl_scan *scan, size_t at)
{
    const bl_token *token = &scan->tokens[at];

    if ((token->flags & BL_TOKEN_MASKED) != 0)
        return at;
    if (token->kind == BL_TOKEN_NUMBER)
        return read_at_digits(scan, at);
    return token->kind == BL_TOKEN_WORD &&
                   (token->traits & BL_TRAIT_QUANTITY) != 0
               ? read_at_word(scan, at)
               : at;
}

/* Those of 64 bits that stand for tokens from `at` on, the first for `base`. */
static uint64_t bits_from(uint64_t bits, size_t base, size_t at)
{
    const size_t passed = at > base ? at - base : 0;

    return passed < 64 ? bits >> passed << passed : 0;
}

/* What is known of dates and hours once all is found; few texts have any. */
static void finish_dates(bl_scan *scan)
{
    unsigned roles = 0;

    for (size_t i = 0; i < scan->find_count; i++)
        roles |= 1u << scan->finds[i].quantity.role;
    if ((roles & BL_MONTH_ROLES) != 0)
        bl_join_dates(scan);
    bl_read_calendars(scan);
    if ((roles & 1u << BL_QUANTITY_HOUR) != 0)
        bl_settle_hours(scan);
}

/* Everything begins at a token that has a trait. */
static void find_quantities(bl_scan *scan)
{
    const unsigned wanted = BL_TRAIT_QUANTITY | BL_TRAIT_ACRONYM;
    size_t next = 0; /* token that is not read yet */

    scan->find_count = 0;
    scan->formula = 0;
    scan->first_formula = (bl_span){ 0, 0 };
    scan->label_count = 0;
    scan->has_lone_scale = scan->labelled = false;
    for (size_t base = 0; base < scan->count; base += 64) {
        uint64_t left =
            bits_from(bl_traits_bits(scan->traits, scan->count, base, wanted),
                      base, next);

        for (; left != 0 && !scan->failed; left = bits_from(left, base, next)) {
            const size_t at = base + bl_lowest_bit(left);
            size_t limit;

            if ((scan->traits[at] & BL_TRAIT_ACRONYM) != 0 &&
                at >= scan->formula)
                bl_note_formula(scan, at);
            limit = read_at(scan, at);
            next = limit > at ? limit : at + 1;
        }
    }
    if (scan->find_count != 0)
        finish_dates(scan);
}

/* Finds as plain quantities, and the expressions that they form. */
static bool hand_over(bl_recogniser *recogniser, bl_side *side)
{
    const bl_scan *scan = &recogniser->scan;
    const size_t count = scan->find_count;
    size_t entities = 0;

    if (!bl_reserve(recogniser->alloc, &recogniser->quantities,
                    &recogniser->quantity_room, scan->find_room,
                    sizeof(bl_quantity)) ||
        !bl_reserve(recogniser->alloc, &recogniser->entities,
                    &recogniser->entity_room, scan->find_room,
                    sizeof(bl_entity)))
        return false;
    for (size_t i = 0; i < count; i++) {
        const bl_find *find = &scan->finds[i];
        const bl_span span = bl_scan_span(scan, find->first, find->limit);

        if (find->joined && entities != 0) {
            bl_entity *entity = &recogniser->entities[entities - 1];

            entity->span = bl_span_join(entity->span, span);
            entity->count++;
        } else {
            recogniser->entities[entities++] = (bl_entity){
                .kind = find->kind,
                .span = span,
                .first = (uint32_t)i,
                .count = 1,
            };
        }
        recogniser->quantities[i] = find->quantity;
        recogniser->quantities[i].whole =
            find->kind == BL_ENTITY_NUMBER ? span : find->quantity.span;
        recogniser->quantities[i].entity = (uint32_t)entities - 1;
    }
    side->quantities = recogniser->quantities;
    side->quantity_count = (uint32_t)count;
    side->entities = recogniser->entities;
    side->entity_count = (uint32_t)entities;
    side->formula = scan->first_formula;
    side->labelled = scan->labelled;
    return true;
}

bool bl_read_tokens(bl_recogniser *recogniser, bl_side *side, uint32_t needs,
                    bl_arena *scratch)
{
    bl_tokens *tokens = &recogniser->tokens;

    side->tokens = NULL;
    side->traits = NULL;
    side->token_count = 0;
    side->first_odd = 0;
    side->masks = NULL;
    side->mask_count = 0;
    if (needs == BL_NEEDS_NOTHING)
        return true;
    if (!bl_language_read(side->language, side->text, tokens, scratch))
        return false;
    side->tokens = tokens->items;
    side->traits = tokens->traits;
    side->token_count = (uint32_t)tokens->count;
    side->first_odd = (uint32_t)bl_traits_next(tokens->traits, tokens->count,
                                               0, BL_TRAIT_ODD);
    return bl_find_masks(recogniser, side);
}

/* A word of one, or a text in which one needs no such word: short, or with
 * placeholders. */
static bool may_have_labels(const bl_scan *scan, const bl_side *side)
{
    return scan->label_count != 0 || scan->has_lone_scale ||
           side->mask_count != 0 || side->from->code_count != 0 ||
           side->text.size <= BL_HEADING_BYTES;
}

bool bl_read_quantities(bl_recogniser *recogniser, bl_side *side,
                        uint32_t needs)
{
    bl_scan *scan = &recogniser->scan;

    side->quantities = NULL;
    side->quantity_count = 0;
    side->entities = NULL;
    side->entity_count = 0;
    side->formula = (bl_span){ 0, 0 };
    side->unreadable = false;
    side->labelled = false;
    if ((needs & (BL_NEEDS_NUMBERS | BL_NEEDS_NAMES)) == 0)
        return true;
    scan->language = side->language;
    scan->text = side->text.ptr;
    scan->tokens = side->tokens;
    scan->traits = side->traits;
    scan->count = side->token_count;
    scan->failed = false;
    scan->unreadable = side->unreadable = is_unreadable(side);
    find_quantities(scan);
    if (may_have_labels(scan, side))
        bl_read_labels(scan, side);
    return !scan->failed && hand_over(recogniser, side);
}

bool bl_recognise(bl_recogniser *recogniser, bl_side *side, uint32_t needs,
                  bl_arena *scratch)
{
    return bl_read_tokens(recogniser, side, needs, scratch) &&
           bl_read_quantities(recogniser, side, needs);
}
