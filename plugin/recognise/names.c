/* SPDX-License-Identifier: Apache-2.0 */
/* Finding names: capitalised runs, and what speaks for each of them. */
#include "recognise/names.h"

#include "lexicon/language.h"
#include "lexicon/syllables.h"
#include "text/chars.h"

/* More capitalised words than this share of all are a heading. */
enum { HEADING_PERCENT = 70, HEADING_WORDS = 4, RUN_MAX = 8 };

typedef struct finder {
    const bl_side *side;
    const bl_side *other;
    bl_name *names;
    uint32_t count;
} finder;

bool bl_is_name_word(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH)) == 0 &&
           token->word->skeleton.size != 0 &&
           ((token->word->flags & BL_WORD_CAPITAL) != 0 ||
            token->word->letter_case == BL_CASE_MIXED);
}

/* Every Word Has A Capital. */
static bool is_heading(const bl_side *side)
{
    uint32_t words = 0;
    uint32_t capitals = 0;

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind != BL_TOKEN_WORD || token->word->letters < 2 ||
            token->word->letter_case == BL_CASE_NONE)
            continue;
        words++;
        capitals += (token->word->flags & BL_WORD_CAPITAL) != 0;
    }
    return words >= HEADING_WORDS &&
           capitals * 100 >= words * HEADING_PERCENT;
}

/* Whether tokens[at] begins a sentence or a quotation. */
static bool is_initial(const bl_side *side, uint32_t at)
{
    const bl_token *before;

    if (at == 0)
        return true;
    before = &side->tokens[at - 1];
    if (before->kind == BL_TOKEN_CODE)
        return at == 1;
    if (before->kind != BL_TOKEN_PUNCT)
        return false;
    switch (before->c) {
    case '.':
        /* The point of "Mr." or of an initial ends no sentence. */
        return at < 2 || side->tokens[at - 2].kind != BL_TOKEN_WORD ||
               side->tokens[at - 2].word->letters > 3;
    case ',':
    case '-':
    case '\'':
    case 0x2019:
    case '/':
        return false;
    default:
        return true;
    }
}

static const bl_sense *sense_at(const bl_side *side, uint32_t at,
                                bl_sense_kind kind, uint32_t *limit)
{
    size_t end = at;
    const bl_phrase_node node =
        bl_language_match(side->language, side->tokens, side->token_count,
                          at, BL_SENSE_BIT(kind), &end);

    if (node == 0)
        return NULL;
    *limit = (uint32_t)end;
    return bl_language_sense(side->language, node, kind);
}

/* ---- evidence -------------------------------------------------------------------- */

/* Surname and one to three more syllables to the end of the run, by the
 * lists of a language that is written in syllables. The surname is as the
 * language writes it, or in plain letters; other marks make it another word:
 * Triều is not Triệu. */
static bool is_syllabic_name(const bl_language *language,
                             const bl_token *tokens, uint32_t first,
                             uint32_t limit)
{
    if (language->syllables == NULL || limit - first < 2 ||
        limit - first > 4 ||
        !bl_language_is_surname(language, tokens[first].word))
        return false;
    for (uint32_t i = first; i < limit; i++) {
        if (!bl_syllables_plain(language->syllables,
                                tokens[i].word->skeleton))
            return false;
    }
    return true;
}

/* Where in the run such a name begins; `limit` where it has none. */
static uint32_t syllabic_start(const finder *f, uint32_t first,
                               uint32_t limit)
{
    for (uint32_t at = first; at + 1 < limit; at++) {
        if (is_syllabic_name(f->side->language, f->side->tokens, at, limit) ||
            is_syllabic_name(f->other->language, f->side->tokens, at, limit))
            return at;
    }
    return limit;
}

uint16_t bl_name_knownness(const bl_side *side, const bl_name *name)
{
    const uint32_t all = name->limit - name->first;
    uint32_t rare = 0;
    uint32_t common = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (side->tokens[i].word == NULL)
            continue; /* the hyphen of a particle */
        switch (bl_language_common(side->language, side->tokens[i].word)) {
        case BL_VERDICT_GOOD:
            common++;
            break;
        case BL_VERDICT_BAD:
            rare++;
            break;
        case BL_VERDICT_UNKNOWN:
            break;
        }
    }
    if (rare == all)
        return BL_NAME_RARE;
    return common == all ? BL_NAME_COMMON : 0;
}

/* Months, weekdays and the like are capitalised, but named elsewhere. */
static bool is_other_sense(const bl_token *token)
{
    const bl_sense_set set =
        BL_SENSE_BIT(BL_SENSE_MONTH) | BL_SENSE_BIT(BL_SENSE_WEEKDAY) |
        BL_SENSE_BIT(BL_SENSE_CURRENCY) | BL_SENSE_BIT(BL_SENSE_CARDINAL);

    return (token->word->set & set) != 0;
}

/* ---- runs --------------------------------------------------------------------------- */

static bl_name *add(finder *f, uint32_t first, uint32_t limit)
{
    const bl_token *tokens = f->side->tokens;
    bl_name *name;

    if (f->count == BL_NAMES_MAX)
        return NULL;
    name = &f->names[f->count++];
    *name = (bl_name){
        .span = { tokens[first].start, tokens[limit - 1].limit },
        .first = first,
        .limit = limit,
    };
    if (is_initial(f->side, first))
        name->flags |= BL_NAME_INITIAL;
    return name;
}

/* The token behind the run of capitalised words; particles in small letters
 * may stand between two of them. */
static uint32_t run_limit(const bl_side *side, uint32_t first)
{
    uint32_t at = first + 1;

    while (at < side->token_count && at - first < RUN_MAX) {
        const bl_token *token = &side->tokens[at];
        uint32_t end = at;

        if (token->gap != BL_GAP_SPACE && token->gap != BL_GAP_FIXED)
            break;
        if (!bl_is_name_word(token)) {
            if (sense_at(side, at, BL_SENSE_PARTICLE, &end) == NULL ||
                end >= side->token_count ||
                !bl_is_name_word(&side->tokens[end]) ||
                side->tokens[end].gap == BL_GAP_WIDE)
                break;
            at = end;
            continue;
        }
        if (is_other_sense(token) ||
            sense_at(side, at, BL_SENSE_TITLE, &end) != NULL)
            break;
        at++;
    }
    return at;
}

static void add_run(finder *f, uint32_t first, uint32_t limit,
                    const bl_sense *title)
{
    const uint32_t person = syllabic_start(f, first, limit);
    bl_name *name;

    if (person > first) {
        name = add(f, first, person);
        if (name == NULL)
            return;
        if (title != NULL) {
            name->flags |= BL_NAME_TITLED;
            name->title = title->value;
        }
    }
    if (person == limit)
        return;
    name = add(f, person, limit);
    if (name == NULL)
        return;
    name->flags |= BL_NAME_SURNAME;
    if (title != NULL && person == first) {
        name->flags |= BL_NAME_TITLED;
        name->title = title->value;
    }
}

/* An entry of the lists at tokens[at]; persons are marked in the lists. */
static bool add_listed(finder *f, uint32_t at, const bl_sense *title,
                       uint32_t *limit)
{
    const bl_sense *person =
        sense_at(f->side, at, BL_SENSE_PERSON, limit);
    const bl_sense *listed =
        person != NULL ? person
                       : sense_at(f->side, at, BL_SENSE_ENTITY, limit);
    bl_name *name = listed != NULL ? add(f, at, *limit) : NULL;

    if (listed == NULL)
        return false;
    if (name == NULL)
        return true;
    name->flags |= BL_NAME_LISTED;
    if (person == NULL)
        name->flags |= BL_NAME_PLACE;
    name->group = listed->value;
    if (title != NULL) {
        name->flags |= BL_NAME_TITLED;
        name->title = title->value;
    }
    return true;
}

uint32_t bl_find_names(const bl_side *side, const bl_side *other,
                       bl_name *names)
{
    finder f = { side, other, names, 0 };
    const bl_sense *title = NULL;

    if (is_heading(side))
        return 0;
    for (uint32_t at = 0; at < side->token_count;) {
        const bl_token *token = &side->tokens[at];
        const bl_sense *found;
        uint32_t limit = at;

        if (token->kind != BL_TOKEN_WORD ||
            (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH)) != 0) {
            /* "Mr. Smith": the point is part of the title. */
            if (token->kind != BL_TOKEN_PUNCT || token->c != '.')
                title = NULL;
            at++;
            continue;
        }
        found = token->word->root != 0
                    ? sense_at(side, at, BL_SENSE_TITLE, &limit)
                    : NULL;
        if (found != NULL) {
            title = found;
            at = limit;
            continue;
        }
        if (!bl_is_name_word(token) || is_other_sense(token)) {
            title = NULL;
            at++;
            continue;
        }
        if (!add_listed(&f, at, title, &limit)) {
            limit = run_limit(side, at);
            add_run(&f, at, limit, title);
        }
        title = NULL;
        at = limit;
    }
    return f.count;
}
