/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Marks behind a number: of ordinals, decades, centuries, quarters and the
 * other parts of a year.
 */
#include "recognise/numbering.h"

#include "text/chars.h"

/* The point of an ordinal before a word: "19. Jahrhundert". */
static bool is_ordinal_point(const bl_scan *scan, size_t at)
{
    return bl_scan_is(scan, at, '.') && bl_scan_near(scan, at + 1) &&
           scan->tokens[at + 1].gap != BL_GAP_NONE &&
           scan->tokens[at + 1].kind == BL_TOKEN_WORD;
}

/* A mark behind the number, where need be over a hyphen ("-century"), an
 * apostrophe (1990'lar) or the point of an ordinal; the token behind the mark,
 * or `at`. */
static size_t read_mark_behind(const bl_scan *scan, size_t at,
                               bl_sense_kind kind)
{
    const bool apostrophe = at + 1 < scan->count &&
                            scan->tokens[at].gap == BL_GAP_NONE &&
                            scan->tokens[at].kind == BL_TOKEN_PUNCT &&
                            bl_is_apostrophe(scan->tokens[at].c) &&
                            scan->tokens[at + 1].gap == BL_GAP_NONE;
    const size_t next =
        bl_scan_is_hyphen(scan, at) || is_ordinal_point(scan, at) || apostrophe
            ? at + 1
            : at;
    size_t limit;
    const bl_sense *sense = bl_scan_sense_near(scan, next, kind, &limit);

    /* "21-м веке" */
    if (sense == NULL && bl_scan_is_hyphen(scan, at) &&
        scan->tokens[next].kind == BL_TOKEN_WORD &&
        scan->tokens[next].word->letters <= 2 && bl_scan_near(scan, next + 1))
        sense = bl_scan_sense(scan, next + 1, kind, &limit);
    return sense != NULL && (sense->flags & BL_SENSE_BEFORE) == 0 ? limit : at;
}

/* The particle of "الـ19", which is written onto the number. */
static bool is_particle(const bl_scan *scan, size_t first)
{
    const bl_token *before = &scan->tokens[first - 1];

    return before->kind == BL_TOKEN_WORD &&
           scan->tokens[first].gap == BL_GAP_NONE &&
           bl_language_is_prefix(scan->language, before->word->folded);
}

/* The apostrophe of "gli anni '30", for its century. */
static bool is_cut(const bl_scan *scan, size_t first)
{
    const bl_token *before = &scan->tokens[first - 1];

    return before->kind == BL_TOKEN_PUNCT && bl_is_apostrophe(before->c) &&
           before->gap != BL_GAP_NONE && scan->tokens[first].gap == BL_GAP_NONE;
}

/* A mark before the number, where need be with a hyphen between them:
 * "thế kỷ 21", "המאה ה-21", "القرن الـ19", "gli anni '30". */
static bool has_mark_before(const bl_scan *scan, size_t first,
                            bl_sense_kind kind)
{
    size_t start;

    if (bl_scan_sense_before(scan, first, kind, &start) != NULL)
        return true;
    return first > 1 &&
           (bl_scan_is_hyphen(scan, first - 1) || is_particle(scan, first) ||
            is_cut(scan, first)) &&
           bl_scan_sense_before(scan, first - 1, kind, &start) != NULL;
}

/* A decade with its century, which may go unsaid. */
static void set_decade(bl_quantity *quantity, int64_t year)
{
    quantity->value[0] = bl_decimal_of(year, 0);
    quantity->value[1] = bl_decimal_of(year % 100, 0);
    quantity->reading_count = quantity->native_count = 2;
    quantity->flags |= BL_QUANTITY_SETTLED;
}

void bl_number_join_century(const bl_scan *scan, size_t first, bl_find *find)
{
    bl_find *before = find > scan->finds ? find - 1 : NULL;
    size_t limit;
    int64_t century;

    if (before == NULL || before->quantity.role != BL_QUANTITY_CENTURY ||
        bl_scan_sense(scan, before->limit, BL_SENSE_CENTURY_MARK, &limit) ==
            NULL ||
        limit != first)
        return;
    century = bl_decimal_small(before->quantity.value[0], 30);
    if (century < 1)
        return;
    before->quantity.flags |= BL_QUANTITY_OPTIONAL;
    set_decade(&find->quantity,
               (century - 1) * 100 +
                   bl_decimal_small(find->quantity.value[0], 99));
}

/* "the low 20s Celsius": tens of degrees, and no years; the token behind, or
 * `at`. */
static size_t read_degrees(const bl_scan *scan, size_t at,
                           bl_quantity *quantity)
{
    const bl_units *units = scan->language->units;
    size_t limit;
    const bl_sense *unit = bl_scan_sense_near(scan, at, BL_SENSE_UNIT, &limit);

    if (unit == NULL ||
        !bl_units_convertible(units, (uint16_t)unit->value,
                              units->daily[BL_DAILY_CELSIUS]))
        return at;
    quantity->role = BL_QUANTITY_NUMBER;
    quantity->unit = (uint16_t)unit->value;
    quantity->flags |= BL_QUANTITY_TENS;
    return limit;
}

/* The year behind a decade from which its hundred is counted, "anni 50 del
 * 1900", which may be short for it, "del '900"; the token behind, or `at`. */
static size_t read_hundred(const bl_scan *scan, size_t at, int64_t decade,
                           bl_quantity *quantity)
{
    enum { LAST = 2000, MILLENNIUM = 1000 };
    size_t next;
    int64_t year;
    bool cut;

    if (bl_scan_sense_near(scan, at, BL_SENSE_DATE_GLUE, &next) == NULL ||
        !bl_scan_near(scan, next))
        return at;
    cut = scan->tokens[next].kind == BL_TOKEN_PUNCT &&
          bl_is_apostrophe(scan->tokens[next].c);
    if (cut && !bl_scan_glued_number(scan, next + 1))
        return at;
    year = bl_small_number(scan, next + (cut ? 1u : 0u),
                           cut ? MILLENNIUM - 1 : LAST);
    if (year < 1 || year % 100 != 0 || (!cut && year < MILLENNIUM))
        return at;
    set_decade(quantity, (cut ? MILLENNIUM : 0) + year + decade);
    return next + (cut ? 2u : 1u);
}

/* 1990s, "những năm 1990", "30. letech": tens of years, with their century or
 * without. */
static size_t read_decade(const bl_scan *scan, size_t first, size_t at,
                          bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    const int64_t value = bl_decimal_small(quantity->value[0], 2999);
    const size_t limit = read_mark_behind(scan, at, BL_SENSE_DECADE_MARK);
    size_t behind;

    if (value < 0 || value % 10 != 0 ||
        (limit == at && !has_mark_before(scan, first, BL_SENSE_DECADE_MARK)))
        return at;
    quantity->role = BL_QUANTITY_DECADE;
    if (value >= 1000) {
        set_decade(quantity, value);
        return limit;
    }
    if (value >= 100)
        return limit;
    behind = limit != at ? read_degrees(scan, limit, quantity) : limit;
    if (behind != limit)
        return behind;
    behind = read_hundred(scan, limit, value, quantity);
    if (behind != limit)
        return behind;
    bl_number_join_century(scan, first, find);
    if ((quantity->flags & BL_QUANTITY_SETTLED) == 0)
        bl_number_add_reading(quantity, bl_decimal_of(1900 + value, 0));
    return limit;
}

/* Where the mark of a quarter or a half may stand behind a number: over the
 * point, the hyphen and the ending of "3. Quartal", "2-й квартал", "3:e
 * kvartalet", "1er semestre", and "3/4분기". */
static size_t skip_to_mark(const bl_scan *scan, size_t at)
{
    size_t next = at;

    if (next < scan->count && scan->tokens[next].gap == BL_GAP_NONE &&
        scan->tokens[next].kind == BL_TOKEN_PUNCT) {
        const bool of_four = scan->tokens[next].c == '/' &&
                             bl_small_number(scan, next + 1, 4) == 4;

        next += of_four ? 2 : 1;
    }
    if (next < scan->count && scan->tokens[next].gap == BL_GAP_NONE &&
        scan->tokens[next].kind == BL_TOKEN_WORD &&
        (scan->tokens[next].flags & BL_TOKEN_GLYPH) == 0 &&
        scan->tokens[next].word->letters <= 2)
        next++;
    return next;
}

/* A mark that may stand behind its number; the token behind it, or `at`. */
static size_t read_mark_at(const bl_scan *scan, size_t at, bl_sense_kind kind)
{
    size_t limit;
    const bl_sense *mark = bl_scan_sense(scan, at, kind, &limit);

    return mark != NULL && (mark->flags & BL_SENSE_BEFORE) == 0 ? limit : at;
}

static bool is_roman(const bl_scan *scan, size_t at)
{
    return scan->tokens[at].word != NULL &&
           (scan->tokens[at].word->flags & BL_WORD_ROMAN) != 0;
}

/* "6 tháng đầu năm": six months that are the first half. */
static size_t read_six_months(const bl_scan *scan, size_t first, size_t at,
                              bl_quantity *quantity)
{
    size_t limit;
    const bl_sense *half =
        bl_scan_sense_near(scan, at, BL_SENSE_HALF_YEAR, &limit);

    if (half == NULL || (half->flags & BL_SENSE_AFTER) == 0)
        return at;
    quantity->role = BL_QUANTITY_HALF;
    quantity->value[1] = quantity->value[0];
    quantity->value[0] = bl_decimal_of(half->value, 0);
    quantity->reading_count = quantity->native_count = 2;
    quantity->flags |= BL_QUANTITY_SETTLED;
    quantity->span = bl_scan_span(scan, first, limit);
    /* Its six is not what would be another number. */
    quantity->numeral.limit = quantity->numeral.start;
    return limit;
}

/* Quarters and halves of a year; the token behind their mark, or `at`. Two
 * halves are no second half. */
static size_t read_year_marks(const bl_scan *scan, size_t first, size_t at,
                              bl_quantity *quantity)
{
    const int64_t value = bl_decimal_small(quantity->value[0], 6);
    const bl_sense *half;
    size_t next;
    size_t limit;

    if (value < 1 || quantity->fraction_digits != 0)
        return at;
    if (value == 6)
        return read_six_months(scan, first, at, quantity);
    next = skip_to_mark(scan, at);
    if (value > 4 || !bl_scan_near(scan, next))
        return at;
    limit = read_mark_at(scan, next, BL_SENSE_QUARTER_MARK);
    if (limit != next) {
        quantity->role = BL_QUANTITY_QUARTER;
        /* Beside its mark "first" is a number. */
        if (quantity->evidence == BL_EVIDENCE_WEAK)
            quantity->evidence = BL_EVIDENCE_WORD;
        return limit;
    }
    half = bl_scan_sense(scan, next, BL_SENSE_HALF_MARK, &limit);
    if (half == NULL || (half->flags & BL_SENSE_BEFORE) != 0 || value > 2 ||
        !(next != at || quantity->role == BL_QUANTITY_ORDINAL ||
          is_roman(scan, first)))
        return at;
    quantity->role = BL_QUANTITY_HALF;
    quantity->flags |= BL_QUANTITY_SETTLED;
    quantity->span = bl_scan_span(scan, first, limit);
    /* A semester is of a year, a half may be of a match. */
    if (quantity->evidence == BL_EVIDENCE_WEAK &&
        (half->flags & BL_SENSE_WEAK) == 0)
        quantity->evidence = BL_EVIDENCE_WORD;
    return limit;
}

/* Marks glued to digits: 75th, 1990s; or beside them: thứ 75, thế kỷ 19. */
size_t bl_number_marks(const bl_scan *scan, size_t first, size_t at,
                       bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    /* 1er, 1.er */
    const size_t next = bl_scan_is(scan, at, '.') ? at + 1 : at;
    const bool glued =
        next < scan->count && scan->tokens[next].gap == BL_GAP_NONE;
    const int64_t value = bl_decimal_small(quantity->value[0], 2999);
    size_t limit = read_year_marks(scan, first, at, quantity);
    size_t before;

    if (bl_scan_is_times(scan, at))
        return at;
    if (limit != at)
        return limit;
    if (glued && quantity->fraction_digits == 0 &&
        bl_scan_sense(scan, next, BL_SENSE_ORDINAL_MARK, &limit) != NULL) {
        quantity->role = BL_QUANTITY_ORDINAL;
        at = limit;
    }
    if (bl_scan_sense_before(scan, first, BL_SENSE_ORDINAL_MARK, &before) !=
        NULL)
        quantity->role = BL_QUANTITY_ORDINAL;
    /* 19 s. may be a century in French, 245,8 s are seconds. */
    if (value >= 1 && value <= 30 && quantity->fraction_digits == 0 &&
        (read_mark_behind(scan, at, BL_SENSE_CENTURY_MARK) != at ||
         has_mark_before(scan, first, BL_SENSE_CENTURY_MARK))) {
        quantity->role = BL_QUANTITY_CENTURY;
        /* In words it is all that stands beside the mark: the twenty-first
         * century is no twentieth one. */
        if (quantity->evidence == BL_EVIDENCE_WORD)
            quantity->reading_count = quantity->native_count = 1;
        /* XIX beside its century is a number. */
        if (is_roman(scan, first))
            quantity->evidence = BL_EVIDENCE_WORD;
        return at;
    }
    return quantity->role == BL_QUANTITY_ORDINAL
               ? at
               : read_decade(scan, first, at, find);
}
