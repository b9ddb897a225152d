/* SPDX-License-Identifier: Apache-2.0 */
/* Finding names: capitalised runs, and what speaks for each of them. */
#include "recognise/name.h"

#include "base/cache.h"
#include "lexicon/spelling.h"
#include "text/chars.h"

/* Letters of what is short for a title with a capital: Mrs. */
enum { ABBREVIATION = 3 };

enum { RUN_MAX = 8 };

/* Letters of what is short for "number": No., Nr. */
enum { NUMBER_SIGN = 2 };

/* Bytes of an acronym that none of more could be but a word in capitals. */
enum { ACRONYM_SIZE = 6 };

typedef struct finder {
    const bl_side *side;
    const bl_language *other; /* of the other side */
    bl_name *names;
    uint32_t count;
} finder;

bool bl_name_is_transcribed(const bl_side *side, uint32_t at)
{
    const bl_token *hyphen = &side->tokens[at + 1];

    return at + 2 < side->token_count && hyphen->c == '-' &&
           side->language->syllables != NULL &&
           hyphen->kind == BL_TOKEN_PUNCT &&
           hyphen->gap == BL_GAP_NONE && hyphen[1].gap == BL_GAP_NONE &&
           bl_token_is_word(&hyphen[1]) &&
           hyphen[1].word->letter_case == BL_CASE_LOWER;
}

bool bl_find_name_starts(const bl_side *side, bl_arena *arena,
                         bl_name_starts *starts)
{
    const unsigned wanted =
        BL_TRAIT_NAME | BL_TRAIT_TITLE | BL_TRAIT_LISTED | BL_TRAIT_CAPITAL;
    const size_t all = side->token_count;
    const bl_token **items = bl_arena_alloc(arena, all, sizeof(*items));
    uint32_t count = 0;

    if (items == NULL)
        return false;
    for (size_t base = 0; base < all; base += 64) {
        uint64_t left = bl_traits_bits(side->traits, all, base, wanted);

        for (; left != 0; left &= left - 1) {
            const size_t at = base + bl_lowest_bit(left);

            items[count] = &side->tokens[at];
            bl_prefetch(&side->tokens[at].word->skeleton_hash);
            count += !bl_name_is_transcribed(side, (uint32_t)at);
        }
    }
    *starts = (bl_name_starts){
        items, count,
        (uint32_t)bl_traits_count(side->traits, all, BL_TRAIT_CASED)
    };
    return true;
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
    case '-':
        /* Somebody says so: "- Good night." */
        return at < 2 || side->tokens[at - 2].kind == BL_TOKEN_PUNCT;
    case ',':
    case '\'':
    case 0x2019:
    case '/':
        return false;
    default:
        return true;
    }
}

static const bl_sense *find_sense(const bl_side *side, uint32_t at,
                                  bl_sense_kind kind, uint32_t *limit)
{
    size_t end = at;
    const bl_phrase_node node =
        bl_language_walk(side->language, side->tokens, side->token_count, at,
                         BL_SENSE_BIT(kind), &end);

    if (node == 0)
        return NULL;
    *limit = (uint32_t)end;
    return bl_language_sense(side->language, node, kind);
}

static bool may_begin(const bl_side *side, uint32_t at, bl_sense_set set)
{
    const bl_word *word = side->tokens[at].word;

    return word != NULL && (word->reach & set) != 0;
}

/* Nearly never there is one. */
static inline const bl_sense *sense_at(const bl_side *side, uint32_t at,
                                       bl_sense_kind kind, uint32_t *limit)
{
    return may_begin(side, at, BL_SENSE_BIT(kind))
               ? find_sense(side, at, kind, limit)
               : NULL;
}

/* ---- evidence ----------------------------------------------------------- */

/* Surname and one to three more syllables to the end of the run, by the
 * lists of a language that is written in syllables. The surname is as the
 * language writes it, or in plain letters; other marks make it another word:
 * Triều is not Triệu. */
static bool is_syllabic_name(const bl_language *language,
                             const bl_token *tokens, uint32_t first,
                             uint32_t limit)
{
    if (language->syllables == NULL || limit - first < 2 ||
        limit - first > 4 || tokens[first].kind != BL_TOKEN_WORD ||
        !bl_language_is_surname(language, tokens[first].word))
        return false;
    for (uint32_t i = first; i < limit; i++) {
        if (tokens[i].kind != BL_TOKEN_WORD ||
            !bl_language_is_plain_syllable(language, tokens[i].word))
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
            is_syllabic_name(f->other, f->side->tokens, at, limit))
            return at;
    }
    return limit;
}

/* ISDN, and several of them: UVs. */
static bool is_acronym(const bl_word *word)
{
    const bl_str text = word->text;
    size_t limit = text.size;

    if (limit > ACRONYM_SIZE || limit < 2)
        return false;
    if (limit > 2 && text.ptr[limit - 1] == 's')
        limit--;
    for (size_t i = 0; i < limit; i++) {
        if (text.ptr[i] < 'A' || text.ptr[i] > 'Z')
            return false;
    }
    return true;
}

/* Whether a word of the name is written as words are. */
static bool has_small_letters(const bl_side *side, const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i]) &&
            side->tokens[i].word->letter_case != BL_CASE_UPPER)
            return true;
    }
    return false;
}

/* Whether it is a letter with a point, "A. Lind": no word of its own. */
static bool is_initial_of_name(const bl_side *side, uint32_t at)
{
    const bl_token *behind = &side->tokens[at + 1];

    return side->tokens[at].word->letters == 1 &&
           at + 1 < side->token_count && behind->kind == BL_TOKEN_PUNCT &&
           behind->c == '.' && behind->gap == BL_GAP_NONE;
}

/* "Couldn't": an ordinary word, of which the letters before the apostrophe are
 * none. */
static bool is_contracted(const bl_side *side, const bl_token *token)
{
    const bl_token *limit = side->tokens + side->token_count;
    const size_t size = token->word->text.size;
    char text[BL_FOLD_MAX];

    if (token + 2 >= limit || !bl_is_apostrophe(token[1].c) ||
        token[2].kind != BL_TOKEN_WORD || token[1].gap != BL_GAP_NONE ||
        token[2].gap != BL_GAP_NONE || side->language->speller == NULL ||
        size + 1 + token[2].word->text.size > sizeof(text))
        return false;
    memcpy(text, token->word->text.ptr, size);
    text[size] = '\'';
    memcpy(text + size + 1, token[2].word->text.ptr,
           token[2].word->text.size);
    return bl_speller_knows(
        side->language->speller,
        bl_str_of(text, size + 1 + token[2].word->text.size));
}

void bl_judge_name(const bl_side *side, bl_name *name)
{
    const bool small = has_small_letters(side, name);

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &side->tokens[i];
        bl_verdict common;
        bool unknown;

        /* An acronym among words names a thing: "ISDN Phone". */
        if (!bl_is_name_word(token) || (small && is_acronym(token->word)))
            continue;
        common = bl_language_common(side->language, token->word);
        if (common != BL_VERDICT_UNKNOWN)
            name->judged++;
        unknown = common == BL_VERDICT_BAD &&
                  bl_language_spelling(side->language, token->word) ==
                      BL_VERDICT_BAD;
        if (unknown && is_contracted(side, token))
            continue;
        if (common != BL_VERDICT_GOOD || is_initial_of_name(side, i))
            name->proper++;
        name->rare += unknown;
    }
    if (name->rare != 0 && name->rare == name->words)
        name->flags |= BL_NAME_RARE;
    if (name->proper == 0)
        name->flags |= BL_NAME_COMMON;
}

/* Months, weekdays and the like are capitalised, but named elsewhere. A code
 * of a currency is in capitals, a cup is none; two letters may be short for
 * anything: "St". */
static bool is_other_sense(const bl_side *side, const bl_token *token)
{
    const bl_word *word = token->word;
    const bl_sense_set set = BL_SENSE_BIT(BL_SENSE_MONTH) |
                             BL_SENSE_BIT(BL_SENSE_WEEKDAY) |
                             BL_SENSE_BIT(BL_SENSE_CARDINAL);
    const bl_sense *currency =
        (word->set & BL_SENSE_BIT(BL_SENSE_CURRENCY)) != 0
            ? bl_language_sense(side->language, word->root,
                                BL_SENSE_CURRENCY)
            : NULL;

    return ((word->set & set) != 0 && word->letters > 2) ||
           (currency != NULL && ((currency->flags & BL_SENSE_UPPER) == 0 ||
                                 word->letter_case == BL_CASE_UPPER));
}

/* ---- runs --------------------------------------------------------------- */

/* Whether a text begins with ordinary words, the first of which is a given
 * name as well: "Mark Invalid Data". */
static bool is_instruction(const bl_side *side, const bl_name *name)
{
    const bl_sense *given =
        bl_language_sense(side->language, side->tokens[name->first].word->root,
                          BL_SENSE_GIVEN);
    uint32_t at = name->first;

    if (given == NULL || (given->flags & BL_SENSE_WEAK) == 0 ||
        (name->flags & BL_NAME_INITIAL) == 0)
        return false;
    while (at < name->limit &&
           (!bl_is_name_word(&side->tokens[at]) ||
            bl_language_common(side->language, side->tokens[at].word) ==
                BL_VERDICT_GOOD))
        at++;
    return at == name->limit;
}

bl_name bl_name_of(const bl_side *side, uint32_t first, uint32_t limit)
{
    const bl_token *tokens = side->tokens;
    bl_name name = {
        .span = { tokens[first].start, tokens[limit - 1].limit },
        .first = first,
        .limit = limit,
    };
    uint32_t full = 0; /* words of more than a letter */

    for (uint32_t i = first; i < limit; i++) {
        if (!bl_is_name_word(&tokens[i]))
            continue;
        name.words++;
        full += tokens[i].word->letters > 1;
    }
    if (is_initial(side, first))
        name.flags |= BL_NAME_INITIAL;
    /* "Kim I am sorry" has none. */
    if (full > 1 &&
        (tokens[first].word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) != 0 &&
        !is_instruction(side, &name))
        name.flags |= BL_NAME_GIVEN;
    if (name.words == 1 && tokens[first].word->letter_case == BL_CASE_UPPER)
        name.flags |= BL_NAME_ACRONYM;
    return name;
}

static bl_name *add(finder *f, uint32_t first, uint32_t limit,
                    const bl_sense *title)
{
    bl_name *name;

    if (f->count == BL_NAMES_MAX)
        return NULL;
    name = &f->names[f->count++];
    *name = bl_name_of(f->side, first, limit);
    if (title != NULL) {
        name->flags |= BL_NAME_TITLED;
        name->title = title->value;
    }
    return name;
}

/* Over what joins two words of one name without a space: the point of an
 * initial ("A. Lind"), a hyphen or an apostrophe ("Ann-Laure", "O'Brien").
 * The token behind it, or `at`. */
static uint32_t skip_joint(const bl_side *side, uint32_t at)
{
    const bl_token *joint = &side->tokens[at];
    const bl_token *next = joint + 1;
    const bool initial = side->tokens[at - 1].word != NULL &&
                         side->tokens[at - 1].word->letters == 1;

    if (at + 1 >= side->token_count || joint->kind != BL_TOKEN_PUNCT ||
        joint->gap != BL_GAP_NONE || next->kind != BL_TOKEN_WORD)
        return at;
    if (joint->c == '.' && initial && next->gap != BL_GAP_WIDE)
        return at + 1;
    return (joint->c == '-' || bl_is_apostrophe(joint->c)) &&
                   next->gap == BL_GAP_NONE && bl_is_name_word(next)
               ? at + 1
               : at;
}

/* Whether it is short for "number" before one, "No. 21": no word of a name. */
static bool is_number_sign(const bl_side *side, uint32_t at)
{
    const bl_token *point = &side->tokens[at + 1];

    return at + 2 < side->token_count &&
           side->tokens[at].kind == BL_TOKEN_WORD &&
           side->tokens[at].word->letters == NUMBER_SIGN && point->c == '.' &&
           point->kind == BL_TOKEN_PUNCT && point->gap == BL_GAP_NONE &&
           point[1].kind == BL_TOKEN_NUMBER;
}

/* Whether what stands behind a particle, or letters that are short for an
 * office, is a country, and no part of a person's name: Banco de México, МИД
 * Австрии, but Juan de Austria. */
static bool is_of_place(const bl_side *side, uint32_t first, uint32_t at)
{
    uint32_t limit;
    const bl_sense *entity =
        (side->tokens[first].word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) == 0
            ? sense_at(side, at, BL_SENSE_ENTITY, &limit)
            : NULL;

    return entity != NULL && (entity->flags & BL_SENSE_STATE) != 0;
}

/* The same of the word at tokens[at], right behind such letters. */
static bool is_of_office(const bl_side *side, uint32_t first, uint32_t at)
{
    const bl_word *office = side->tokens[at - 1].word;

    return office != NULL && office->letter_case == BL_CASE_UPPER &&
           office->letters > 1 &&
           side->tokens[at].word->letter_case == BL_CASE_INITIAL &&
           is_of_place(side, first, at);
}

/* The token behind the run of capitalised words; particles in small letters
 * may stand between two of them. */
static uint32_t run_limit(const bl_side *side, uint32_t first)
{
    uint32_t at = first + 1;

    while (at < side->token_count && at - first < RUN_MAX) {
        const bl_token *token = &side->tokens[at];
        const uint32_t behind = skip_joint(side, at);
        uint32_t end = at;

        if (behind != at) {
            if (!bl_is_name_word(&side->tokens[behind]))
                break;
            at = behind + 1;
            continue;
        }
        if ((token->gap != BL_GAP_SPACE && token->gap != BL_GAP_FIXED) ||
            bl_name_is_transcribed(side, at))
            break;
        if (!bl_is_name_word(token)) {
            if (sense_at(side, at, BL_SENSE_PARTICLE, &end) == NULL ||
                end >= side->token_count ||
                !bl_is_name_word(&side->tokens[end]) ||
                side->tokens[end].gap == BL_GAP_WIDE ||
                is_of_place(side, first, end))
                break;
            at = end;
            continue;
        }
        if (is_other_sense(side, token) || is_number_sign(side, at) ||
            is_of_office(side, first, at) ||
            sense_at(side, at, BL_SENSE_TITLE, &end) != NULL)
            break;
        at++;
    }
    return at;
}

static bool is_given(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) != 0;
}

/* Whether it is a word of a language in syllables as often: "Theo AFP", which
 * is according to it. */
static bool is_word_as_well(const bl_side *side, const bl_token *token)
{
    const bl_sense *given =
        side->language->syllables != NULL
            ? bl_language_sense(side->language, token->word->root,
                                BL_SENSE_GIVEN)
            : NULL;

    return given != NULL && (given->flags & BL_SENSE_WEAK) != 0;
}

/* Whether an article that begins a sentence is written onto the name: L'OMS. */
static bool is_elided(const bl_side *side, uint32_t first, uint32_t limit)
{
    return first + 2 < limit && side->tokens[first].word->letters == 1 &&
           bl_is_apostrophe(side->tokens[first + 1].c) &&
           is_initial(side, first) &&
           (side->tokens[first].word->set &
            BL_SENSE_BIT(BL_SENSE_PARTICLE)) != 0;
}

/* Over a word that has its capital from the sentence, or is an article: The
 * Hague, While Livingston. Where no dictionary tells, it may be a name, but
 * for one before a given name, and for a single letter: V Praze. Latin letters
 * in the midst of another script have it from themselves. */
static uint32_t skip_opening(const finder *f, uint32_t first, uint32_t limit)
{
    const bl_token *tokens = f->side->tokens;
    bl_verdict common;

    if (is_elided(f->side, first, limit))
        return first + 2;
    if (first + 1 >= limit || tokens[first + 1].kind != BL_TOKEN_WORD)
        return first;
    if ((tokens[first].word->set & BL_SENSE_BIT(BL_SENSE_ARTICLE)) != 0)
        return first + 1;
    if (!is_initial(f->side, first) ||
        (is_given(&tokens[first]) &&
         !is_word_as_well(f->side, &tokens[first])) ||
        (bl_is_latin(tokens[first].word) &&
         !bl_locale_is_latin(&f->side->language->locale)))
        return first;
    common = bl_language_common(f->side->language, tokens[first].word);
    return common == BL_VERDICT_GOOD ||
                   (common == BL_VERDICT_UNKNOWN &&
                    (tokens[first].word->letters == 1 ||
                     (first + 2 < limit && is_given(&tokens[first + 1]))))
               ? first + 1
               : first;
}

/* Whether nothing but its language gives it a capital, as a noun, and another
 * word stands behind it. */
static bool is_noun_before(const finder *f, uint32_t at)
{
    const bl_token *token = &f->side->tokens[at];

    return f->side->language->noun_capitals &&
           token[1].kind == BL_TOKEN_WORD && !is_given(token) &&
           bl_language_spelling(f->side->language, token->word) ==
               BL_VERDICT_GOOD;
}

/* Over the nouns before a name, where nouns have capitals: Präsident Emil
 * Lindqvist. */
static uint32_t skip_nouns(const finder *f, uint32_t first, uint32_t limit)
{
    while (first + 2 < limit && is_noun_before(f, first))
        first++;
    return first;
}

/* A country or an organisation. */
static uint16_t kind_of(const bl_sense *entity)
{
    if ((entity->flags & BL_SENSE_BODY) != 0)
        return BL_NAME_BODY;
    if ((entity->flags & BL_SENSE_COUNTRY) == 0)
        return 0;
    return (entity->flags & BL_SENSE_STATE) != 0
               ? BL_NAME_COUNTRY | BL_NAME_STATE
               : BL_NAME_COUNTRY;
}

/* A people, unless the word is of several. */
static uint32_t people_of(const bl_sense *demonym)
{
    return (demonym->flags & (BL_SENSE_STATE | BL_SENSE_WEAK)) ==
                   BL_SENSE_STATE
               ? BL_NAME_PEOPLE
               : 0;
}

/* What the lists say of the phrase at tokens[at]; *flags: what that makes of
 * it. */
static const bl_sense *find_listed(const bl_side *side, uint32_t at,
                                   uint32_t *limit, uint32_t *flags)
{
    const bl_sense *sense = sense_at(side, at, BL_SENSE_PERSON, limit);

    *flags = BL_NAME_LISTED;
    if (sense != NULL) {
        *flags |= kind_of(sense);
        return sense;
    }
    *flags |= BL_NAME_PLACE;
    sense = sense_at(side, at, BL_SENSE_ENTITY, limit);
    if (sense == NULL) {
        sense = sense_at(side, at, BL_SENSE_DEMONYM, limit);
        *flags |= sense != NULL ? people_of(sense) : 0;
    } else if ((sense->flags & BL_SENSE_WEAK) == 0) {
        *flags |= kind_of(sense);
    }
    return sense != NULL && (sense->flags & BL_SENSE_UPPER) != 0 &&
                   side->tokens[at].word->letter_case != BL_CASE_UPPER
               ? NULL
               : sense;
}

/* The same where one may begin; nearly never. */
static const bl_sense *listed_at(const bl_side *side, uint32_t at,
                                 uint32_t *limit, uint32_t *flags)
{
    const bl_sense_set lists = BL_SENSE_BIT(BL_SENSE_PERSON) |
                               BL_SENSE_BIT(BL_SENSE_ENTITY) |
                               BL_SENSE_BIT(BL_SENSE_DEMONYM);

    return may_begin(side, at, lists) ? find_listed(side, at, limit, flags)
                                      : NULL;
}

/* What the lists say of a name that was found by its syllables. */
static void note_listed(const bl_side *side, bl_name *name)
{
    uint32_t limit = name->first;
    uint32_t flags = 0;
    const bl_sense *listed = listed_at(side, name->first, &limit, &flags);

    if (listed != NULL && limit == name->limit) {
        name->flags |= flags;
        name->group = listed->value;
    }
}

/* Whether an organisation, by a single word, is but the beginning of another
 * name: UEFA Europa League, Google Maps. */
static bool begins_name(const bl_side *side, uint32_t at, uint32_t limit)
{
    const bl_token *next = &side->tokens[limit];
    uint32_t end;

    return limit == at + 1 && limit < side->token_count &&
           next->gap == BL_GAP_SPACE && bl_is_name_word(next) &&
           sense_at(side, limit, BL_SENSE_TITLE, &end) == NULL;
}

static bool add_listed(finder *f, uint32_t at, const bl_sense *title,
                       uint32_t *limit)
{
    uint32_t flags = 0;
    uint32_t end = at;
    const bl_sense *listed = listed_at(f->side, at, &end, &flags);
    bl_name *name;

    if (listed == NULL || ((flags & BL_NAME_BODY) != 0 &&
                           begins_name(f->side, at, end)))
        return false;
    *limit = end;
    name = add(f, at, end, title);
    if (name != NULL) {
        name->flags |= flags;
        name->group = listed->value;
        if ((flags & BL_NAME_PLACE) == 0 && syllabic_start(f, at, end) == at)
            name->flags |= BL_NAME_SURNAME;
    }
    return true;
}

/* An entry of the lists behind nouns that have capitals, in the run of words
 * [first, limit): Regierung Italiens. */
static bool add_behind_nouns(finder *f, uint32_t first, uint32_t limit,
                             uint32_t *behind)
{
    while (first + 1 < limit && is_noun_before(f, first)) {
        first++;
        if (add_listed(f, first, NULL, behind))
            return true;
    }
    return false;
}

/* The capitalised words at tokens[at]: an entry of the lists, a run that ends
 * in a person's name, or any run. The token behind what was added. */
static uint32_t add_name(finder *f, uint32_t at, const bl_sense *title)
{
    uint32_t limit = at;
    uint32_t first;
    uint32_t person;
    bl_name *name;

    if (add_listed(f, at, title, &limit))
        return limit;
    limit = run_limit(f->side, at);
    person = syllabic_start(f, at, limit);
    first = person != at ? skip_opening(f, at, limit) : at;
    if (first != at && add_listed(f, first, title, &at))
        return at;
    if (person != first && add_behind_nouns(f, first, limit, &at))
        return at;
    first = person != first ? skip_nouns(f, first, limit) : first;
    if (person > first) {
        add(f, first, person, title);
        title = NULL;
    }
    if (person == limit)
        return limit;
    name = add(f, person, limit, title);
    if (name != NULL) {
        name->flags |= BL_NAME_SURNAME;
        note_listed(f->side, name);
    }
    return limit;
}

/* Where letters have no case a name is what the lists have. The token behind
 * it, or `at`. */
static uint32_t add_caseless(finder *f, uint32_t at, const bl_sense *title)
{
    const bl_token *token = &f->side->tokens[at];

    if ((token->traits & BL_TRAIT_LISTED) != 0 &&
        token->kind == BL_TOKEN_WORD &&
        (token->flags & BL_TOKEN_MASKED) == 0)
        add_listed(f, at, title, &at);
    return at;
}

/* Whether a point behind the title may end a sentence: "the king. Then". It
 * does where an ordinary word follows one that is long for an abbreviation. */
static bool may_end_sentence(const bl_side *side, uint32_t point,
                             uint32_t next)
{
    const bl_word *title = point > 0 ? side->tokens[point - 1].word : NULL;
    const bl_word *word = side->tokens[next].word;

    return title != NULL && word != NULL &&
           title->letters + ((title->flags & BL_WORD_CAPITAL) == 0) >
               ABBREVIATION &&
           bl_language_common(side->language, word) == BL_VERDICT_GOOD;
}

/* "Mr. Smith": the point is part of the title. */
static bool are_points(const bl_side *side, uint32_t first, uint32_t limit)
{
    for (uint32_t i = first; i < limit; i++) {
        if (side->tokens[i].kind != BL_TOKEN_PUNCT || side->tokens[i].c != '.')
            return false;
    }
    return first == limit || !may_end_sentence(side, first, limit);
}

static bool is_joined_by_plus(const bl_side *side, uint32_t plus)
{
    const bl_token *token = &side->tokens[plus];

    return token->c == '+' && token->gap == BL_GAP_NONE &&
           plus + 1 < side->token_count && token[1].gap == BL_GAP_NONE &&
           token[1].kind == BL_TOKEN_WORD;
}

/* Keys that are pressed together: Alt+PageUp. */
static bool is_key(const bl_side *side, uint32_t at)
{
    return (at >= 2 && is_joined_by_plus(side, at - 1)) ||
           (at + 1 < side->token_count && is_joined_by_plus(side, at + 1));
}

/* Titles and names that begin at a token; *title is the one that stands
 * before it, and then the one that was found. The token behind what was
 * found, or `at`. */
static uint32_t find_at(finder *f, uint32_t at, const bl_sense **title)
{
    const bl_token *token = &f->side->tokens[at];
    const bl_sense *before = *title;
    uint32_t limit = add_caseless(f, at, before);

    *title = NULL;
    if (limit != at || token->kind != BL_TOKEN_WORD ||
        (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH)) != 0)
        return limit;
    if ((token->traits & BL_TRAIT_TITLE) != 0)
        *title = sense_at(f->side, at, BL_SENSE_TITLE, &limit);
    if (*title != NULL || !bl_is_name_word(token) ||
        is_other_sense(f->side, token) || is_key(f->side, at))
        return limit;
    return add_name(f, at, before);
}

/* Whether all words of a text are in capitals, which then say nothing. */
static bool is_in_capitals(const bl_side *side)
{
    uint32_t words = 0;

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_word *word = side->tokens[i].word;

        if (word == NULL || word->letter_case == BL_CASE_NONE)
            continue;
        if (word->letter_case != BL_CASE_UPPER)
            return false;
        words++;
    }
    return words > 1;
}

/* "THE KING AND THE QUEEN": no title makes a name of a word there. */
static uint32_t keep_listed(bl_name *names, uint32_t count)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++) {
        if ((names[i].flags & (BL_NAME_LISTED | BL_NAME_PLACE |
                               BL_NAME_GIVEN | BL_NAME_SURNAME)) != 0)
            names[kept++] = names[i];
    }
    return kept;
}

uint32_t bl_find_names(const bl_side *side, const bl_language *other,
                       const bl_name_starts *starts, bl_name *names)
{
    finder f = { side, other, names, 0 };
    const bl_sense *title = NULL;
    uint32_t behind = 0; /* what was found last */

    if (bl_is_heading(side, starts))
        return 0;
    for (uint32_t i = 0; i < starts->count; i++) {
        const uint32_t at = (uint32_t)(starts->items[i] - side->tokens);

        if (at < behind)
            continue;
        if (title != NULL && !are_points(side, behind, at))
            title = NULL;
        behind = find_at(&f, at, &title);
    }
    return f.count != 0 && is_in_capitals(side) ? keep_listed(names, f.count)
                                                : f.count;
}
