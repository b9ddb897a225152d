/* SPDX-License-Identifier: Apache-2.0 */
/* Remembering segments. */
#include "checks/records.h"

#include "checks/signs.h"

#include "base/cache.h"
#include "base/hash.h"
#include "checks/check.h"
#include "lexicon/words.h"
#include "match/names.h"
#include "match/quantities.h"
#include "match/verbatim.h"

#include <string.h>

/* A source of a word or two may need another translation elsewhere. */
enum { WORDS_LEAST = 3 };

/* Bytes of a source whose target has the proportion of the document. */
enum { PROPORTION_BYTES = 60 };

/* Places of the table of names at first, and names at most; bytes for the
 * renderings of a batch. */
enum {
    NAMES_FIRST = 1 << 8,
    NAMES_MAX = 1 << 20,
    RENDERINGS_KEPT = 1 << 16
};

/* ---- sums --------------------------------------------------------------- */

static bl_word_count *find_name(const bl_word_counts *names, uint32_t hash)
{
    size_t at = hash & (names->places - 1);

    while (names->items[at].hash != 0 && names->items[at].hash != hash)
        at = (at + 1) & (names->places - 1);
    return &names->items[at];
}

static bool grow_names(bl_records *records)
{
    const bl_word_counts old = records->names;
    bl_word_counts names = {
        .places = old.places != 0 ? 2 * old.places : NAMES_FIRST,
        .count = old.count
    };

    names.items = bl_new(records->alloc, names.places, sizeof(*names.items));
    if (names.items == NULL) {
        records->sums.failed = true;
        return false;
    }
    for (size_t i = 0; i < old.places; i++) {
        if (old.items[i].hash != 0)
            *find_name(&names, old.items[i].hash) = old.items[i];
    }
    bl_free(records->alloc, old.items);
    records->names = names;
    return true;
}

static void count_name(bl_records *records, uint32_t hash)
{
    bl_word_counts *names = &records->names;
    bl_word_count *name;

    if (hash == 0 ||
        (4 * names->count >= 3 * names->places &&
         (names->count > NAMES_MAX || !grow_names(records))))
        return;
    name = find_name(names, hash);
    names->count += name->hash == 0;
    name->hash = hash;
    name->count++;
}

uint32_t bl_records_name_count(const bl_records *records, uint32_t hash)
{
    return records->names.places != 0
               ? find_name(&records->names, hash)->count
               : 0;
}

/* Surnames stand in the table of names as other words. */
static uint32_t surname_hash(uint32_t word)
{
    return (uint32_t)bl_hash_mix(word);
}

uint32_t bl_records_surname_count(const bl_records *records, uint32_t hash)
{
    return bl_records_name_count(records, surname_hash(hash));
}

/* The table is in no cache: places are sent for before they are needed. */
static void take_names(bl_records *records, const bl_traces *traces)
{
    for (size_t i = 0; i < traces->name_count; i++) {
        if (i + BL_AHEAD < traces->name_count && records->names.places != 0)
            bl_prefetch(&records->names.items[traces->names[i + BL_AHEAD] &
                                              (records->names.places - 1)]);
        count_name(records, traces->names[i]);
    }
}

/* Whether a person's full name is in the other text as well: the surname, or all
 * of it in another form. */
static bool is_there(const bl_pair *pair, bl_side_id side, uint32_t index,
                     const bl_token *surname)
{
    return bl_name_words_find(&pair->names->words[1 - side],
                              surname->word) != NULL ||
           (bl_names_flags(pair->names, side, index) & BL_NAME_WHOLE) != 0;
}

/* The last words of the full names of persons that both texts have. */
static void note_surnames(bl_traces *traces, const bl_pair *pair,
                          bl_side_id side)
{
    const unsigned persons =
        BL_NAME_GIVEN | BL_NAME_SURNAME | BL_NAME_LISTED;

    for (uint32_t i = 0; i < pair->names->count[side]; i++) {
        const bl_name *name = &pair->names->list[side][i];
        const bl_token *last;

        if ((name->flags & persons) == 0 || name->words < 2 ||
            (name->flags & BL_NAME_PLACE) != 0)
            continue;
        last = &pair->side[side].tokens[name->limit - 1];
        if (bl_is_name_word(last) && is_there(pair, side, i, last))
            traces->names[traces->name_count++] =
                surname_hash(last->word->skeleton_hash);
    }
}

/* They are counted when the batch is taken up. */
static void note_names(bl_traces *traces, const bl_pair *pair)
{
    const bl_name_words *target = &pair->names->words[BL_TARGET];
    const size_t most = traces->name_count + target->count +
                        pair->names->count[BL_SOURCE] +
                        pair->names->count[BL_TARGET];

    if (most > traces->name_room &&
        !bl_reserve(traces->alloc, &traces->names, &traces->name_room,
                    2 * most, sizeof(*traces->names))) {
        traces->sums.failed = true;
        return;
    }
    for (uint32_t i = 0; i < target->count; i++)
        traces->names[traces->name_count++] =
            target->items[i]->word->skeleton_hash;
    note_surnames(traces, pair, BL_SOURCE);
    /* In one script they are the same words. */
    if (bl_locale_is_latin(&pair->side[BL_SOURCE].language->locale) !=
        bl_locale_is_latin(&pair->side[BL_TARGET].language->locale))
        note_surnames(traces, pair, BL_TARGET);
}

static bool has_separator(const bl_side *side, const bl_quantity *q)
{
    const bl_str text = bl_side_text(side, q->numeral);

    return memchr(text.ptr, '.', text.size) != NULL ||
           memchr(text.ptr, ',', text.size) != NULL;
}

static void count_separator(bl_habits *habits, const bl_side *side,
                            const bl_quantity *q, bl_decimal value)
{
    bool usual = false;
    const bl_separator separator = bl_separator_of(side, q, value, &usual);

    if (usual)
        habits->usual[separator]++;
    else
        habits->unusual[separator]++;
}

void bl_habits_add(bl_habits *habits, const bl_pair *pair)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bool many = bl_has_many_separators(target);

    for (uint32_t i = 0; i < target->quantity_count; i++) {
        const bl_quantity *q = &target->quantities[i];
        const bl_pairing *pairing = &pair->match->side[BL_TARGET][i];

        if (q->role != BL_QUANTITY_NUMBER ||
            q->evidence != BL_EVIDENCE_DIGITS ||
            bl_is_outline_number(target, q) ||
            (pairing->answer != BL_ANSWER_EQUAL &&
             pairing->answer != BL_ANSWER_READING))
            continue;
        if (many)
            count_separator(habits, target, q, q->value[pairing->reading]);
        else if (pairing->reading >= q->native_count)
            habits->foreign++;
        else if (has_separator(target, q))
            habits->native++;
    }
}

static bl_point_kind sign_before(const bl_side *side, size_t limit)
{
    return limit != 0 ? bl_sign_kind(side, &side->tokens[limit - 1])
                      : BL_POINT_NONE;
}

static bl_point_kind last_sign(const bl_side *side)
{
    return sign_before(side, side->token_count);
}

static bool is_quote_before(const bl_side *side, size_t limit)
{
    return limit != 0 && side->tokens[limit - 1].kind == BL_TOKEN_PUNCT &&
           bl_is_quote(side->tokens[limit - 1].c);
}

/* Where the text ends but for quotation marks. */
static size_t limit_of(const bl_side *side)
{
    size_t limit = side->token_count;

    while (is_quote_before(side, limit))
        limit--;
    return limit;
}

/* A full stop on either side of the quotation mark, or none. */
static void add_quoted(bl_sums *sums, const bl_pair *pair)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const size_t count = target->token_count;
    const size_t limit = limit_of(target);

    if (sign_before(source, limit_of(source)) != BL_POINT_STATEMENT ||
        limit == 0)
        return;
    if (limit == count)
        sums->quoted.kept += last_sign(target) == BL_POINT_STATEMENT &&
                             is_quote_before(target, count - 1);
    else if (target->tokens[limit - 1].kind <= BL_TOKEN_NUMBER)
        sums->quoted.lost++;
    else
        sums->quoted.kept += sign_before(target, limit) == BL_POINT_STATEMENT;
}

static bool ends_in_word(const bl_side *side)
{
    return side->token_count != 0 &&
           side->tokens[side->token_count - 1].kind <= BL_TOKEN_NUMBER;
}

static void add_signs(bl_sums *sums, const bl_pair *pair)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_point_kind kind = last_sign(&pair->side[BL_SOURCE]);
    bl_lost_signs *signs =
        kind == BL_POINT_STATEMENT ? &sums->stops : &sums->colons;
    bl_point_kind answer;

    if (target->token_count == 0)
        return;
    answer = last_sign(target);
    if (kind == BL_POINT_STATEMENT || kind == BL_POINT_COLON) {
        signs->kept += answer == kind;
        signs->lost += ends_in_word(target) || (kind == BL_POINT_COLON &&
                                                answer == BL_POINT_STATEMENT);
    } else if (ends_in_word(&pair->side[BL_SOURCE])) {
        sums->bare.kept += ends_in_word(target);
        sums->bare.lost += answer == BL_POINT_STATEMENT;
    }
}

/* What nobody has translated says nothing. */
static void add_proportion(bl_sums *sums, const bl_pair *pair)
{
    const size_t source = pair->side[BL_SOURCE].text.size;
    const size_t target = pair->side[BL_TARGET].text.size;

    if (source >= PROPORTION_BYTES && source != target)
        bl_proportions_add(&sums->proportions,
                           bl_proportion_of(source, target));
}

static void join_signs(bl_lost_signs *signs, const bl_lost_signs *part)
{
    signs->kept += part->kept;
    signs->lost += part->lost;
}

static void add_tokens(bl_sums *sums, const bl_pair *pair, bl_side_id side)
{
    if (sums->languages[side] == NULL)
        sums->languages[side] = pair->side[side].language;
    sums->tokens[side] += pair->side[side].token_count;
}

static void add_sums(bl_traces *traces, const bl_pair *pair)
{
    bl_sums *sums = &traces->sums;

    add_tokens(sums, pair, BL_SOURCE);
    if (pair->side[BL_TARGET].text.size == 0)
        return;
    add_tokens(sums, pair, BL_TARGET);
    sums->segments++;
    if (pair->match != NULL)
        bl_habits_add(&sums->habits, pair);
    if (pair->names != NULL)
        note_names(traces, pair);
    add_signs(sums, pair);
    add_quoted(sums, pair);
    add_proportion(sums, pair);
}

static void join_sums(bl_sums *sums, const bl_sums *part)
{
    sums->failed = sums->failed || part->failed;
    sums->segments += part->segments;
    for (int side = BL_SOURCE; side <= BL_TARGET; side++) {
        if (sums->languages[side] == NULL)
            sums->languages[side] = part->languages[side];
        sums->tokens[side] += part->tokens[side];
    }
    sums->habits.native += part->habits.native;
    sums->habits.foreign += part->habits.foreign;
    join_signs(&sums->stops, &part->stops);
    join_signs(&sums->colons, &part->colons);
    join_signs(&sums->quoted, &part->quoted);
    join_signs(&sums->bare, &part->bare);
    bl_proportions_join(&sums->proportions, &part->proportions);
    for (int i = 0; i <= BL_SEPARATOR_GROUP; i++) {
        sums->habits.usual[i] += part->habits.usual[i];
        sums->habits.unusual[i] += part->habits.unusual[i];
    }
}

/* ---- texts as hashes ---------------------------------------------------- */

/* Bytes of the white space at `p`, or 0: in ASCII, the spaces of U+2000 and
 * on, U+00A0, U+202F, U+205F, U+3000. */
static size_t white_size(const char *p, const char *limit)
{
    const unsigned char *c = (const unsigned char *)p;

    if (c[0] == ' ' || (c[0] >= '\t' && c[0] <= '\r'))
        return 1;
    if (c[0] == 0xc2)
        return limit - p >= 2 && c[1] == 0xa0 ? 2 : 0;
    if ((c[0] != 0xe2 && c[0] != 0xe3) || limit - p < 3)
        return 0;
    if (c[0] == 0xe3)
        return c[1] == 0x80 && c[2] == 0x80 ? 3 : 0;
    return (c[1] == 0x80 && (c[2] <= 0x8a || c[2] == 0xaf)) ||
                   (c[1] == 0x81 && c[2] == 0x9f)
               ? 3
               : 0;
}

/* No white space but single spaces between words: most texts. */
static bool is_plain(const bl_side *side)
{
    const uint32_t count = side->token_count;

    return count != 0 && side->tokens[0].start == 0 &&
           side->tokens[count - 1].limit == side->text.size &&
           bl_traits_next(side->traits, count, 1, BL_TRAIT_UNEVEN) == count;
}

/* White space at the edges does not count, and every run of it inside counts
 * as one space. */
static uint64_t hash_spaced(const bl_side *side, uint64_t seed,
                            bl_arena *scratch)
{
    const char *p = side->text.ptr;
    const char *limit = p + side->text.size;
    char *folded;
    size_t size = 0;
    bool gap = false;

    if (is_plain(side))
        return bl_hash(p, side->text.size, seed);
    folded = bl_arena_alloc(scratch, side->text.size, 1);
    if (folded == NULL)
        return 0;
    while (p < limit) {
        const size_t white = white_size(p, limit);

        if (white == 0) {
            if (gap && size != 0)
                folded[size++] = ' ';
            folded[size++] = *p;
        }
        gap = white != 0;
        p += white != 0 ? white : 1;
    }
    return bl_hash(folded, size, seed);
}

/* Token by token, where capitals or codes do not count. */
static uint64_t hash_tokens(const bl_side *side, bool spaces, bool letters,
                            bool codes, uint64_t hash)
{
    bool gap = false;
    bool begun = false;

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];
        const uint32_t before = i != 0 ? side->tokens[i - 1].limit : 0;
        const bl_str text = bl_side_text(side, bl_token_span(token));

        gap = gap || token->start != before;
        if (token->kind == BL_TOKEN_CODE && !codes)
            continue;
        if (spaces)
            hash = bl_hash(side->text.ptr + before, token->start - before,
                           hash);
        else if (gap && begun)
            hash = bl_hash(" ", 1, hash);
        if (letters || token->kind != BL_TOKEN_WORD)
            hash = bl_hash(text.ptr, text.size, hash);
        else
            hash = bl_hash_mix(hash ^ token->word->fold_hash);
        gap = false;
        begun = true;
    }
    return hash;
}

/* What counts when texts are compared. */
typedef struct comparison {
    bool spaces;
    bool letters;
    bool codes;
    uint64_t seed; /* texts of other languages are other texts */
} comparison;

static comparison comparison_of(const bl_pair *pair)
{
    /* The rule whose options say how texts are compared for repetitions. */
    const uint16_t rule = BL_RULE_inconsistent_target;
    comparison c = {
        .spaces = bl_check_setting(pair, rule, BL_FOLD_SPACES)->flag,
        .letters = bl_check_setting(pair, rule, BL_FOLD_CASE)->flag,
        .codes = bl_check_setting(pair, rule, BL_FOLD_CODES)->flag,
    };

    for (int id = BL_SOURCE; id <= BL_TARGET; id++)
        c.seed = bl_hash_step(c.seed, pair->side[id].language->tag_hash);
    return c;
}

/* What takes the place of a text then. */
static uint64_t hash_side(const bl_side *side, const comparison *c,
                          bl_arena *scratch)
{
    uint64_t hash;

    if (!c->letters || !c->codes)
        hash = hash_tokens(side, c->spaces, c->letters, c->codes, c->seed);
    else if (c->spaces)
        hash = bl_hash(side->text.ptr, side->text.size, c->seed);
    else
        hash = hash_spaced(side, c->seed, scratch);
    return hash != 0 ? hash : 1;
}

static bool is_long_enough(const bl_side *source)
{
    size_t words = 0;

    for (uint32_t i = 0; i < source->token_count && words < WORDS_LEAST; i++)
        words += source->tokens[i].kind == BL_TOKEN_WORD;
    return words == WORDS_LEAST;
}

static void take_hashes(const bl_pair *pair, uint64_t hash[2])
{
    comparison c;

    hash[BL_SOURCE] = hash[BL_TARGET] = 0;
    if (pair->side[BL_TARGET].text.size == 0 ||
        pair->unit->plural_form != 0 || /* they differ on purpose */
        !is_long_enough(&pair->side[BL_SOURCE]))
        return;
    c = comparison_of(pair);
    for (int id = BL_SOURCE; id <= BL_TARGET; id++)
        hash[id] = hash_side(&pair->side[id], &c, pair->scratch);
}

/* ---- traces ------------------------------------------------------------- */

void bl_traces_init(bl_traces *traces, const bl_alloc *alloc)
{
    *traces = (bl_traces){ .alloc = alloc };
    bl_arena_init(&traces->renderings, alloc, RENDERINGS_KEPT);
}

void bl_traces_free(bl_traces *traces)
{
    bl_free(traces->alloc, traces->names);
    bl_free(traces->alloc, traces->items);
    bl_arena_free(&traces->renderings);
}

void bl_traces_reset(bl_traces *traces)
{
    traces->sums = (bl_sums){ .segments = 0 };
    traces->name_count = 0;
    bl_arena_reset(&traces->renderings);
    traces->count = 0;
}

static void take_renderings(bl_traces *traces, const bl_pair *pair,
                            bl_trace *trace)
{
    bl_rendering list[BL_RENDERINGS_MAX];
    const uint8_t count = bl_renderings_take(pair, list);
    bl_rendering *kept = NULL;

    if (count != 0) {
        kept = bl_arena_alloc(&traces->renderings, count, sizeof(*kept));
        traces->sums.failed = traces->sums.failed || kept == NULL;
    }
    if (kept != NULL)
        memcpy(kept, list, count * sizeof(*kept));
    trace->renderings = kept;
    trace->rendering_count = kept != NULL ? count : 0;
}

void bl_traces_add(bl_traces *traces, const bl_pair *pair, uint32_t ordinal,
                   uint32_t needs)
{
    bl_trace *trace;

    add_sums(traces, pair);
    if ((needs & BL_NEEDS_TRACES) == 0)
        return;
    if (!bl_grow(traces->alloc, &traces->items, &traces->room,
                 traces->count, sizeof(*traces->items))) {
        traces->sums.failed = true;
        return;
    }
    trace = &traces->items[traces->count++];
    trace->unit = pair->unit;
    trace->segment = pair->segment;
    trace->ordinal = ordinal;
    if ((needs & BL_NEEDS_REPETITIONS) != 0)
        take_hashes(pair, trace->hash);
    if ((needs & BL_NEEDS_ALIGNMENT) != 0)
        bl_signature_take(pair, &trace->signature);
    if ((needs & BL_NEEDS_RENDERINGS) != 0)
        take_renderings(traces, pair, trace);
}

/* ---- the document ------------------------------------------------------- */

void bl_records_init(bl_records *records, const bl_alloc *alloc)
{
    records->alloc = alloc;
    records->sums = (bl_sums){ .segments = 0 };
    records->names = (bl_word_counts){ .items = NULL };
    bl_repetitions_init(&records->repetitions, alloc);
    bl_alignment_init(&records->alignment, alloc);
    bl_renderings_init(&records->renderings, alloc);
    bl_faults_init(&records->faults, alloc);
}

void bl_records_free(bl_records *records)
{
    bl_free(records->alloc, records->names.items);
    bl_repetitions_free(&records->repetitions);
    bl_alignment_free(&records->alignment);
    bl_renderings_free(&records->renderings);
    bl_faults_free(&records->faults);
}

void bl_records_take(bl_records *records, const bl_traces *traces,
                     uint32_t needs)
{
    join_sums(&records->sums, &traces->sums);
    take_names(records, traces);
    for (size_t i = 0; i < traces->count; i++)
        bl_renderings_fetch(&records->renderings, traces->items[i].renderings,
                            traces->items[i].rendering_count);
    for (size_t i = 0; i < traces->count; i++)
        bl_renderings_fetch_names(&records->renderings,
                                  traces->items[i].renderings,
                                  traces->items[i].rendering_count);
    if ((needs & BL_NEEDS_REPETITIONS) == 0)
        return;
    for (size_t i = 0; i < traces->count; i++) {
        const bl_trace *trace = &traces->items[i];

        if (i + BL_AHEAD < traces->count)
            bl_repetitions_fetch(&records->repetitions,
                                 trace[BL_AHEAD].hash);
        bl_repetitions_add(&records->repetitions, trace->unit,
                           trace->segment, trace->ordinal, trace->hash);
    }
}

bool bl_records_failed(const bl_records *records)
{
    return records->sums.failed || records->repetitions.failed ||
           records->alignment.failed || records->renderings.failed ||
           records->faults.failed;
}
