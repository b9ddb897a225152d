/* SPDX-License-Identifier: Apache-2.0 */
/*
 * length-ratio: the target is far shorter or longer than the source lets
 * expect.
 *
 * Letters count by how much they say: one of Chinese is worth two or three of
 * an alphabet. In a document the other segments say what is usual: what is
 * shorter than they are is told, and less of a difference is enough where the
 * target has lost its last sign or a sentence, too.
 *
 * Page, examples and tests: length_ratio.md
 */
#include "checks/check.h"
#include "checks/ending.h"
#include "checks/records.h"
#include "checks/signs.h"

enum { SHORT, LONG, SHORTER, CUT, FEWER };

/* Letters of the longer text: short ones are of any length in another
 * language. */
enum { LETTERS_LEAST = 40 };

/* The target has less than so many percent of what is expected, or more;
 * or less, where it breaks off. */
enum { PERCENT_LEAST = 45, PERCENT_MOST = 240, PERCENT_CUT = 60 };

/* The same of what the document may tell; and of bytes, whose letters need
 * not be counted. */
enum { PERCENT_SHORTER = 72, PERCENT_FEWER = 80 };
enum { USUAL_LEAST = 95, USUAL_MOST = 170 };

/* From so many segments on, the document tells what is usual. */
enum { PROPORTIONS_LEAST = 20 };

/* How far below what is usual in the document a proportion is told, in its
 * steps, and what is added over the letters of the source; where the middle
 * half of its segments keeps within so many steps below what is usual. */
enum { STEPS_SHORTER = 28, STEPS_CUT = 16, STEPS_FEWER = 22 };
enum { STEPS_ADDED = 500, STEPS_ADDED_EVIDENT = 240 };
enum { STEPS_SPREAD = 6 };

/* Letters of a source whose sentences are counted, and of an abbreviation at
 * most, whose full stop ends none. */
enum { LETTERS_FEWER = 60, ABBREVIATION = 3 };

/* From so many long targets on, and one in so many segments, the document has
 * them on purpose. */
enum { MANY = 5, MANY_SHARE = 30 };

/* So many full stops that are left out, one of so many, and a document leaves
 * them out on purpose; so many it has, where its language may leave them out,
 * and it has them on purpose. */
enum { STOPS_LOST = 5, STOPS_SHARE = 5, STOPS_LEAST = 10 };

/* What letters of the scripts say, in tenths of a Latin letter, measured on
 * translations of news and of health. */
enum {
    LATIN = 10,
    IDEOGRAPH = 27,
    KANA = 18,
    HANGUL = 22,
    INDOCHINA = 7, /* vowels and marks are characters of their own */
    ETHIOPIC = 15,
    ABJAD = 12 /* vowels are not written */
};

static uint32_t weight(uint32_t c)
{
    if (c < 0x590 || (c >= 0x900 && c < 0x1000))
        return LATIN;
    if (c < 0x900)
        return ABJAD;
    if ((c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800))
        return INDOCHINA;
    if (c < 0x1200)
        return LATIN;
    if (c < 0x1400)
        return ETHIOPIC;
    if (c < 0x3000)
        return LATIN;
    if (c < 0x3100)
        return KANA;
    if (c >= 0xac00 && c < 0xd800)
        return HANGUL;
    return c >= 0x3400 && c < 0xfb00 ? IDEOGRAPH : LATIN;
}

/* What the words and numbers of a side say; of plural forms, which a bar
 * parts, one of them: languages have as many as they need. */
static uint64_t measure(const bl_side *side)
{
    uint64_t sum = 0;
    uint32_t forms = 1;

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        forms += bl_sign_parts_forms(token);
        if (token->kind == BL_TOKEN_WORD)
            sum += (uint64_t)token->word->letters * weight(token->c);
        else if (token->kind == BL_TOKEN_NUMBER)
            sum += (uint64_t)(token->limit - token->start) * LATIN;
    }
    return sum / forms;
}

/* What a byte of a language says, about, in its letters. */
static uint64_t tenths_a_byte(const bl_locale *locale)
{
    static const struct {
        char script[5];
        uint8_t tenths;
    } list[] = { { "Latn", 9 }, { "Cyrl", 5 }, { "Grek", 5 }, { "Arab", 6 },
                 { "Hebr", 6 }, { "Ethi", 5 }, { "Hans", 9 }, { "Hant", 9 },
                 { "Jpan", 7 }, { "Kore", 7 }, { "Khmr", 3 }, { "Mymr", 3 } };

    for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
        if (memcmp(locale->script, list[i].script, 4) == 0)
            return list[i].tenths;
    }
    return 4;
}

/* A text of which nothing is known but its bytes, in letters. */
static uint64_t letters_of(uint64_t bytes, const bl_locale *locale)
{
    return bytes * tenths_a_byte(locale) / 10;
}

/* Whether the bytes say already that nothing is wrong, as they nearly always
 * do. */
static bool is_usual(const bl_side *source, const bl_side *target)
{
    const uint64_t a =
        source->text.size * tenths_a_byte(&source->language->locale);
    const uint64_t b =
        target->text.size * tenths_a_byte(&target->language->locale);

    return b * 100 >= a * USUAL_LEAST && b * 100 <= a * USUAL_MOST;
}

/* ---- what a short target has lost --------------------------------------- */

/* Whether a sentence ends in a sign that stands before others: in the words of
 * a sentence, and behind a word that is no abbreviation. */
static bool ends_sentence(const bl_side *side, size_t at)
{
    const bl_token *token = &side->tokens[at];
    const bl_token *next = token + 1;
    const bl_point_kind kind =
        bl_sign_is_prose(token) ? bl_sign_kind(side, token) : BL_POINT_NONE;

    if ((kind != BL_POINT_STATEMENT && kind != BL_POINT_QUESTION &&
         kind != BL_POINT_EXCLAMATION) ||
        at == 0 || at + 1 >= side->token_count ||
        next->kind != BL_TOKEN_WORD ||
        next->word->letter_case == BL_CASE_LOWER)
        return false;
    return token->c != '.' || (next->gap != BL_GAP_NONE &&
                               token[-1].kind == BL_TOKEN_WORD &&
                               token[-1].word->letters > ABBREVIATION);
}

static uint32_t sentences_of(const bl_side *side)
{
    uint32_t count = 0;

    for (size_t at = bl_sign_next(side, 0); at < side->token_count;
         at = bl_sign_next(side, at + 1))
        count += ends_sentence(side, at);
    return count;
}

/* Whether the target lacks a sign that it should have; `often`: or that others
 * in its document may have, since its language has it or not. */
static bool lacks_sign(const bl_pair *pair, const bl_ending *a,
                       const bl_ending *b, bool often)
{
    return b->kind == BL_POINT_NONE && bl_ending_differs(a, b) &&
           (!bl_ending_is_usual(pair, a, b) ||
            (often && a->kind == BL_POINT_STATEMENT)) &&
           !bl_ending_may_lack(pair, a, b);
}

/* The last word of a target that breaks off behind it; -1: it does not. */
static int64_t cut_behind(const bl_pair *pair, bool often)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_ending a = bl_ending_of(&pair->side[BL_SOURCE]);
    const bl_ending b = bl_ending_of(target);
    const size_t next = b.last + 1;

    return lacks_sign(pair, &a, &b, often) &&
                   (next == target->token_count ||
                    target->tokens[next].kind == BL_TOKEN_CODE)
               ? (int64_t)b.last
               : -1;
}

/* What there is to say of sides that say so much, in tenths of letters; of
 * what the document has to tell, too. -1: nothing. */
static int message_of(const bl_pair *pair, uint64_t a, uint64_t b)
{
    const bool told = pair->in_document;

    if (b * 100 > a * PERCENT_MOST && b >= LETTERS_LEAST * LATIN * 2)
        return LONG;
    if (a < LETTERS_LEAST * LATIN)
        return -1;
    if (b * 100 < a * (told ? USUAL_LEAST : PERCENT_CUT) &&
        cut_behind(pair, told && b * 100 < a * PERCENT_FEWER) >= 0)
        return CUT;
    if (told && b * 100 < a * PERCENT_FEWER && a >= LETTERS_FEWER * LATIN &&
        sentences_of(&pair->side[BL_SOURCE]) >
            sentences_of(&pair->side[BL_TARGET]))
        return FEWER;
    if (b * 100 < a * PERCENT_LEAST)
        return SHORT;
    return told && b * 100 < a * PERCENT_SHORTER ? SHORTER : -1;
}

static bl_span all_of(const bl_side *side)
{
    return (bl_span){ 0, (uint32_t)side->text.size };
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .mark_count = 2 };
    int message;

    (void)self;
    if (target->token_count == 0 ||
        source->text.size + target->text.size < LETTERS_LEAST ||
        is_usual(source, target))
        return;
    message = message_of(pair, measure(source), measure(target));
    if (message < 0)
        return;
    e.message = (uint16_t)message;
    e.marks[0] = bl_mark_of(BL_TARGET, all_of(target));
    e.marks[1] = bl_mark_of(BL_SOURCE, all_of(source));
    if (message == CUT) {
        const bl_token *last = &target->tokens[cut_behind(pair, true)];

        e.marks[0].span = bl_token_span(last);
        e.arguments[0] = bl_side_text(target, e.marks[0].span);
    }
    bl_emit(sink, &e);
}

/* ---- documents ---------------------------------------------------------- */

/* What a document has for usual. */
typedef struct usual {
    int proportion;
    int spread; /* of the lower half, in its middle; of usual ones at least */
    bool stops; /* has_stops() */
    const bl_locale *locale; /* of its sources */
} usual;

/* Whether what ends in a full stop in the source does so in the target, but by
 * mistake; in a language that may leave it out, it has to be seen. */
static bool has_stops(const bl_sums *sums)
{
    const bl_lost_signs *stops = &sums->stops;
    const bl_points *points = &sums->languages[BL_TARGET]->points;

    return (stops->lost < STOPS_LOST ||
            (uint64_t)stops->lost * STOPS_SHARE <=
                stops->kept + stops->lost) &&
           ((points->unmarked & 1u << BL_POINT_STATEMENT) == 0 ||
            stops->kept >= STOPS_LEAST);
}

static usual usual_of(const bl_sums *sums)
{
    const bl_locale *a = &sums->languages[BL_SOURCE]->locale;
    const bl_locale *b = &sums->languages[BL_TARGET]->locale;
    const bl_proportions *all = &sums->proportions;
    usual u = { .spread = STEPS_SPREAD,
                .stops = has_stops(sums),
                .locale = a };
    int spread;

    if (all->count < PROPORTIONS_LEAST) {
        u.proportion = bl_proportion_of(tenths_a_byte(b), tenths_a_byte(a));
        u.spread += STEPS_SPREAD / 2;
        return u;
    }
    u.proportion = bl_proportions_below(all, 50);
    spread = u.proportion - bl_proportions_below(all, 25);
    if (spread > u.spread)
        u.spread = spread;
    return u;
}

/* How many steps below what is usual a finding has to be, to be told. */
static int steps_of(const usual *u, int message, uint64_t letters)
{
    int base = STEPS_SHORTER;
    int added = STEPS_ADDED;

    if (message == FEWER || (message == CUT && u->stops)) {
        base = message == CUT ? STEPS_CUT : STEPS_FEWER;
        added = STEPS_ADDED_EVIDENT;
    }
    return (base + (int)((uint64_t)added / letters)) * u->spread /
           STEPS_SPREAD;
}

static bool is_told(const usual *u, const bl_report *report,
                    const bl_finding *finding)
{
    const bl_str a = bl_report_part(report, finding, BL_KEPT_SOURCE);
    const bl_str b = bl_report_part(report, finding, BL_KEPT_TARGET);
    const uint64_t letters = letters_of(a.size, u->locale);

    if (letters == 0 || b.size == 0)
        return true;
    return u->proportion - bl_proportion_of(a.size, b.size) >=
           steps_of(u, finding->message, letters);
}

static bool is_cut(uint16_t rule, const bl_finding *finding)
{
    return finding->rule == rule && finding->message == CUT;
}

/* What breaks off lacks its last sign for that reason. */
static void explain_endings(uint16_t rule, bl_report *report)
{
    bl_finding *findings = report->findings;
    size_t limit;

    bl_report_sort(report);
    for (size_t i = 0; i < report->count; i = limit) {
        uint8_t severity = BL_OFF;

        for (limit = i; limit < report->count &&
                        findings[limit].segment == findings[i].segment;
             limit++) {
            if (is_cut(rule, &findings[limit]))
                severity = findings[limit].severity;
        }
        for (size_t j = i; j < limit && severity != BL_OFF; j++) {
            if (findings[j].rule == BL_RULE_punctuation_end &&
                findings[j].severity <= severity)
                findings[j].severity = BL_OFF;
        }
    }
}

/* Where many targets are far longer, it is how the document is translated. */
static bool is_long_on_purpose(uint16_t rule, const bl_records *records,
                               const bl_report *report)
{
    uint64_t found = 0;

    for (size_t i = 0; i < report->count; i++)
        found += report->findings[i].rule == rule &&
                 report->findings[i].message == LONG;
    return found >= MANY && found * MANY_SHARE >= records->sums.segments;
}

static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    const bool purpose = is_long_on_purpose(rule, records, report);
    bool cut = false;
    usual u;

    if (records->sums.languages[BL_SOURCE] == NULL ||
        records->sums.languages[BL_TARGET] == NULL)
        return;
    u = usual_of(&records->sums);
    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];

        if (finding->rule != rule)
            continue;
        if (finding->message == LONG ? purpose
                                     : !is_told(&u, report, finding))
            finding->severity = BL_OFF;
        cut = cut || (is_cut(rule, finding) && finding->severity != BL_OFF);
    }
    if (cut)
        explain_endings(rule, report);
}

const bl_check bl_check_length_ratio = {
    .id = "length-ratio",
    .title = "The target is far shorter or longer than the source",
    .category = "length",
    .its_type = "length",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_DOCUMENT,
    .messages = {
        [SHORT] = { "short", "the target is far shorter than the source",
                    BL_WARNING },
        [LONG] = { "long", "the target is far longer than the source",
                   BL_WARNING },
        [SHORTER] = { "shorter",
                      "the target is far shorter beside its source than "
                      "others of this document are",
                      BL_WARNING },
        [CUT] = { "cut",
                  "the target breaks off behind \"{0}\": it is shorter than "
                  "the source and lacks its last sign",
                  BL_WARNING },
        [FEWER] = { "sentence",
                    "the target lacks a sentence: it has fewer than the "
                    "source and is shorter",
                    BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
