/* SPDX-License-Identifier: Apache-2.0 */
/*
 * length-limit: a target is longer or shorter than its document allows.
 *
 * Limits are those of a unit, of which a segment may be a part: its texts are
 * measured together, and the last segment that has a target tells. What takes
 * a font to measure is left alone.
 *
 * Page, examples and tests: length_limit.md
 */
#include "checks/check.h"

#include "text/length.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LONG, SHORT, ENCODED, GROUP, FILE_LIMIT, STRETCH, STRETCH_SHORT };

/* Digits of a length. */
enum { NUMBER_SIZE = 24 };

/* What the texts of a pair, or a stretch of one, have. */
typedef struct lengths {
    uint64_t side[2];
    bl_yardstick by; /* for what is measured of the pair's own target */
    bl_span span;    /* where that is */
    uint64_t here;   /* and how long */
} lengths;

static const char *name_of(uint8_t unit)
{
    static const char *const names[] = {
        [BL_SIZE_NONE] = "",
        [BL_SIZE_CHAR] = "characters",
        [BL_SIZE_GLYPH] = "glyphs",
        [BL_SIZE_COLUMN] = "columns",
        [BL_SIZE_ROW] = "rows",
        [BL_SIZE_BYTE] = "bytes of UTF-8",
        [BL_SIZE_UTF8] = "bytes of UTF-8",
        [BL_SIZE_UTF16] = "bytes of UTF-16",
        [BL_SIZE_UTF32] = "bytes of UTF-32",
    };

    return names[unit];
}

static bl_yardstick yardstick_of(const bl_pair *pair,
                                 const bl_size_limit *limit)
{
    return (bl_yardstick){ .unit = limit->unit,
                           .form = limit->form,
                           .preserve = pair->unit->preserve };
}

/* Whether all is translated: what is not yet there makes no text short. */
static bool is_complete(const bl_unit *unit)
{
    for (uint32_t i = 0; i < unit->sizes->segment_count; i++) {
        if (unit->segments[i].checked && unit->segments[i].target.size == 0)
            return false;
    }
    return true;
}

/* ---- telling ------------------------------------------------------------ */

static bl_str number(bl_arena *scratch, uint64_t value)
{
    char text[NUMBER_SIZE];
    const int size = snprintf(text, sizeof(text), "%" PRIu64, value);
    const char *copy = bl_arena_copy(scratch, text, (size_t)size);

    return copy != NULL ? bl_str_of(copy, (size_t)size) : bl_str_of("", 0);
}

static void emit(const bl_pair *pair, const bl_size_limit *limit,
                 const lengths *found, uint16_t message, bl_span span,
                 bl_sink *sink)
{
    const bool most = found->side[BL_TARGET] > limit->most;
    bl_emission e = { .message = message, .mark_count = 1 };

    e.arguments[0] = number(pair->scratch, found->side[BL_TARGET]);
    e.arguments[1] = number(pair->scratch, found->side[BL_SOURCE]);
    e.arguments[2] =
        number(pair->scratch, most ? limit->most : limit->least);
    e.arguments[3] = bl_str_z(name_of(limit->unit));
    e.marks[0] = bl_mark_of(BL_TARGET, span);
    bl_emit(sink, &e);
}

/* What is too much of the pair's target, as far as it is in there. */
static bl_span excess(const bl_pair *pair, const bl_size_limit *limit,
                      const lengths *found)
{
    const uint64_t over = found->side[BL_TARGET] - limit->most;
    const bl_str text =
        bl_side_text(&pair->side[BL_TARGET], found->span);
    bl_span span = found->span;

    if (over < found->here)
        span.start += bl_length_cut(&found->by, text, found->here - over);
    return span;
}

/* The encoding is not named: in what takes a byte for each character, the text
 * may fit. */
static bool may_fit(const bl_pair *pair, const bl_size_limit *limit)
{
    const bl_yardstick by = { .unit = BL_SIZE_CHAR,
                              .preserve = pair->unit->preserve };

    return limit->unit == BL_SIZE_BYTE &&
           bl_length_of_segments(&by, pair->unit->segments,
                                 pair->unit->sizes->segment_count,
                                 BL_TARGET) <= limit->most;
}

static uint16_t message_of(const bl_pair *pair, const bl_size_limit *limit)
{
    switch ((bl_size_scope)limit->scope) {
    case BL_SCOPE_GROUP:
        return GROUP;
    case BL_SCOPE_FILE:
        return FILE_LIMIT;
    case BL_SCOPE_STRETCH:
        return STRETCH;
    default:
        return may_fit(pair, limit) ? ENCODED : LONG;
    }
}

static void judge(const bl_pair *pair, const bl_size_limit *limit,
                  const lengths *found, bool complete, bl_sink *sink)
{
    const uint64_t length = found->side[BL_TARGET];

    if (length > limit->most)
        emit(pair, limit, found, message_of(pair, limit),
             excess(pair, limit, found), sink);
    else if (length < limit->least && complete)
        emit(pair, limit, found,
             limit->scope == BL_SCOPE_STRETCH ? STRETCH_SHORT : SHORT,
             found->span, sink);
}

/* ---- measuring ---------------------------------------------------------- */

static void check_unit(const bl_pair *pair, const bl_size_limit *limit,
                       bl_sink *sink)
{
    const bl_unit *unit = pair->unit;
    const uint32_t count = unit->sizes->segment_count;
    const bl_yardstick by = yardstick_of(pair, limit);
    const bl_str target = pair->side[BL_TARGET].text;
    lengths found = {
        .by = bl_yardstick_within(
            &by, (size_t)(pair->segment - unit->segments), count),
        .span = { 0, (uint32_t)target.size },
    };

    found.here = bl_length(&found.by, target);
    for (int side = BL_SOURCE; side <= BL_TARGET; side++)
        found.side[side] = limit->beside[side] +
                           bl_length_of_segments(&by, unit->segments, count,
                                                 (bl_side_id)side);
    judge(pair, limit, &found, is_complete(unit), sink);
}

static void check_stretch(const bl_pair *pair, const bl_size_limit *limit,
                          bl_sink *sink)
{
    lengths found = { .by = yardstick_of(pair, limit), .span = limit->span };

    found.by.before = true;
    found.by.behind = true;
    found.here = bl_length(
        &found.by, bl_side_text(&pair->side[BL_TARGET], limit->span));
    found.side[BL_TARGET] = limit->beside[BL_TARGET] + found.here;
    judge(pair, limit, &found, true, sink);
}

/* The first limit of a stretch of that segment, or of one behind it. */
static uint32_t first_stretch(const bl_sizes *sizes, uint32_t segment)
{
    uint32_t low = 0;
    uint32_t limit = sizes->stretch_count;

    while (low < limit) {
        const uint32_t middle = low + (limit - low) / 2;

        if (sizes->limits[middle].segment < segment)
            low = middle + 1;
        else
            limit = middle;
    }
    return low;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_sizes *sizes = pair->unit->sizes;
    uint32_t segment;

    (void)self;
    if (sizes == NULL)
        return;
    segment = (uint32_t)(pair->segment - pair->unit->segments);
    for (uint32_t i = first_stretch(sizes, segment);
         i < sizes->stretch_count && sizes->limits[i].segment == segment; i++)
        check_stretch(pair, &sizes->limits[i], sink);
    for (uint32_t i = sizes->stretch_count;
         i < sizes->count && segment == sizes->last; i++)
        check_unit(pair, &sizes->limits[i], sink);
}

const bl_check bl_check_length_limit = {
    .id = "length-limit",
    .title = "A text is longer or shorter than its document allows",
    .category = "length",
    .its_type = "length",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_NOTHING,
    .wants = BL_HAS_LIMITS,
    .messages = {
        [LONG] = { "long",
                   "the target has {0} {3}, the source {1}; {2} are allowed",
                   BL_ERROR },
        [SHORT] = { "short",
                    "the target has {0} {3}, the source {1}; at least {2} "
                    "are wanted", BL_ERROR },
        [ENCODED] = { "encoded",
                      "the target has {0} {3}, the source {1}; {2} bytes are "
                      "allowed, of what encoding is not said", BL_WARNING },
        [GROUP] = { "group",
                    "with this one the targets of the group have {0} {3}, "
                    "the sources {1}; {2} are allowed", BL_ERROR },
        [FILE_LIMIT] = { "file",
                         "with this one the targets of the file have {0} "
                         "{3}, the sources {1}; {2} are allowed", BL_ERROR },
        [STRETCH] = { "stretch",
                      "this stretch of the target has {0} {3}; {2} are "
                      "allowed", BL_ERROR },
        [STRETCH_SHORT] = { "stretch-short",
                            "this stretch of the target has {0} {3}; at "
                            "least {2} are wanted", BL_ERROR },
    },
    .run = run,
};
