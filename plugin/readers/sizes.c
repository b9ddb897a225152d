/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Limits to the length of texts: maxwidth and its like of XLIFF 1.2, and the
 * size and length restriction module of XLIFF 2 (XLIFF 2.1, 5.8).
 *
 * XLIFF 1.2 limits the target of each unit, and groups pass their limits on.
 * XLIFF 2 limits all that is in an element together: what the units of a group
 * or file have is summed up as they come, and the unit with which it becomes
 * too much is given the limit. Texts are measured where something limits them
 * and nowhere else.
 */
#include "readers/xliff.h"

#include "text/length.h"

#include <string.h>

/* The ranges of a scope in XLIFF 1. */
enum { WIDTH, HEIGHT, BYTES, RANGES };

/* Stretches that are in each other; more are not looked at. */
enum { STRETCHES_OPEN = 64 };

static const bl_range boundless = { 0, BL_SIZE_ENDLESS };

/* "120"; false where it is no number. */
static bool number(bl_str text, uint32_t *value)
{
    *value = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || *value > 100000000)
            return false;
        *value = *value * 10 + (uint32_t)(text.ptr[i] - '0');
    }
    return text.size != 0;
}

static bool is_set(bl_range range)
{
    return range.least != 0 || range.most != BL_SIZE_ENDLESS;
}

/* A word of a document, and what it means. */
typedef struct named {
    bl_str word;
    uint8_t value;
} named;

#define NAMED(word, value)                \
    {                                     \
        { word, sizeof(word) - 1 }, value \
    }

/* The meaning of a word, or 0, which is BL_SIZE_NONE and BL_SIZE_AS_IS. */
static uint8_t look_up(bl_str word, const named *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (bl_str_equal(word, list[i].word))
            return list[i].value;
    }
    return 0;
}

/* ---- XLIFF 1 ------------------------------------------------------------ */

static uint8_t size_unit(bl_str text)
{
    static const named units[] = {
        NAMED("char", BL_SIZE_CHAR),  NAMED("glyph", BL_SIZE_GLYPH),
        NAMED("col", BL_SIZE_COLUMN), NAMED("row", BL_SIZE_ROW),
        NAMED("byte", BL_SIZE_BYTE),
    };

    return look_up(text, units, sizeof(units) / sizeof(units[0]));
}

/* Tools write 0 for no limit. */
static void read_range(const bl_xml_element *element, bl_xml_name least,
                       bl_xml_name most, bl_range *range)
{
    const bl_str low = bl_xml_get(element, least);
    const bl_str high = bl_xml_get(element, most);

    if (low.size != 0 && !number(low, &range->least))
        range->least = 0;
    if (high.size != 0 && (!number(high, &range->most) || range->most == 0))
        range->most = BL_SIZE_ENDLESS;
}

/* XLIFF 1.2, 2.3: what the element does not say, the one around it does. A
 * width without size-unit is in pixels, which nobody can count in text. */
static void read_scope_1(const bl_xml_element *element, bl_scope *scope)
{
    const bl_str unit = bl_xml_get(element, BL_XML_SIZE_UNIT);

    read_range(element, BL_XML_MINWIDTH, BL_XML_MAXWIDTH,
               &scope->ranges[WIDTH]);
    read_range(element, BL_XML_MINHEIGHT, BL_XML_MAXHEIGHT,
               &scope->ranges[HEIGHT]);
    read_range(element, BL_XML_MINBYTES, BL_XML_MAXBYTES,
               &scope->ranges[BYTES]);
    if (unit.size != 0)
        scope->unit = size_unit(unit);
}

/* What a range of XLIFF 1 is counted in: rows are high, all else is wide. */
static uint8_t unit_of_range(const bl_scope *scope, int range)
{
    if (range == BYTES)
        return BL_SIZE_BYTE;
    return (scope->unit == BL_SIZE_ROW) == (range == HEIGHT) ? scope->unit
                                                             : BL_SIZE_NONE;
}

/* ---- XLIFF 2 ------------------------------------------------------------ */

/* "[least,]most", where the most may be *. */
static bl_range restriction(const bl_xml_element *element, bl_xml_name name)
{
    const bl_str text = bl_xml_get_in(element, name, BL_XML_FOREIGN);
    const char *comma =
        text.size != 0 ? memchr(text.ptr, ',', text.size) : NULL;
    const size_t before = comma != NULL ? (size_t)(comma - text.ptr) : 0;
    const size_t start = comma != NULL ? before + 1 : 0;
    const bl_str most = bl_str_of(text.ptr + start, text.size - start);
    bl_range range = boundless;

    if (text.size == 0 ||
        (comma != NULL &&
         !number(bl_str_of(text.ptr, before), &range.least)))
        return boundless;
    if (!bl_str_equal(most, BL_STR("*")) && !number(most, &range.most))
        return boundless;
    return range;
}

static void restrictions(const bl_xml_element *element, bl_range *ranges)
{
    ranges[BL_SIZE_GENERAL] =
        restriction(element, BL_XML_SIZE_RESTRICTION);
    ranges[BL_SIZE_STORAGE] =
        restriction(element, BL_XML_STORAGE_RESTRICTION);
}

static uint8_t profile_unit(bl_str profile)
{
    static const named units[] = {
        NAMED("xliff:codepoints", BL_SIZE_CHAR),
        NAMED("xliff:utf8", BL_SIZE_UTF8),
        NAMED("xliff:utf16", BL_SIZE_UTF16),
        NAMED("xliff:utf32", BL_SIZE_UTF32),
    };

    return look_up(profile, units, sizeof(units) / sizeof(units[0]));
}

static uint8_t form_of(bl_str text)
{
    static const named forms[] = {
        NAMED("nfc", BL_SIZE_NFC),
        NAMED("nfd", BL_SIZE_NFD),
    };

    return look_up(text, forms, sizeof(forms) / sizeof(forms[0]));
}

void bl_sizes_file(bl_reader *reader)
{
    memset(reader->size_units, BL_SIZE_NONE, sizeof(reader->size_units));
    memset(reader->size_forms, BL_SIZE_AS_IS, sizeof(reader->size_forms));
}

void bl_sizes_element(bl_reader *reader, const bl_xml_element *element)
{
    if (reader->family != 2)
        return;
    if (element->name == BL_XML_PROFILES) {
        reader->size_units[BL_SIZE_GENERAL] =
            profile_unit(bl_xml_get(element, BL_XML_GENERAL_PROFILE));
        reader->size_units[BL_SIZE_STORAGE] =
            profile_unit(bl_xml_get(element, BL_XML_STORAGE_PROFILE));
    } else if (element->name == BL_XML_NORMALIZATION) {
        reader->size_forms[BL_SIZE_GENERAL] =
            form_of(bl_xml_get(element, BL_XML_GENERAL));
        reader->size_forms[BL_SIZE_STORAGE] =
            form_of(bl_xml_get(element, BL_XML_STORAGE));
    }
}

/* ---- scopes ------------------------------------------------------------- */

/* Whether an element of the structure has attributes that limit. */
static bool has_limits(const bl_xml_element *element)
{
#define IN(word, name)                                             \
    (BL_XML_##name / 64 == (word) ? UINT64_C(1) << BL_XML_##name % 64 : 0)
#define SET(word)                                                  \
    (IN(word, MAXBYTES) | IN(word, MAXHEIGHT) | IN(word, MAXWIDTH) | \
     IN(word, MINBYTES) | IN(word, MINHEIGHT) | IN(word, MINWIDTH) | \
     IN(word, SIZE_UNIT) | IN(word, SIZE_RESTRICTION) |            \
     IN(word, STORAGE_RESTRICTION))
    static const uint64_t limits[] = { SET(0), SET(1), SET(2) };
    uint64_t found = 0;

    _Static_assert(sizeof(limits) == sizeof(element->named),
                   "as many words as hold all names");
    for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
        found |= element->named[i] & limits[i];
    return found != 0;
#undef SET
#undef IN
}

static uint8_t kind_of(bl_xml_name name)
{
    if (name == BL_XML_FILE)
        return BL_SCOPE_FILE;
    return name == BL_XML_GROUP ? BL_SCOPE_GROUP : BL_SCOPE_UNIT;
}

void bl_sizes_start(bl_reader *reader, const bl_xml_element *element,
                    bl_frame *frame)
{
    bl_scope scope;

    if (!has_limits(element))
        return;
    scope = (bl_scope){ .kind = kind_of(element->name),
                        .ranges = { boundless, boundless, boundless } };
    if (reader->family == 2) {
        restrictions(element, scope.ranges);
    } else {
        if (frame->scope != 0)
            scope = reader->scopes[frame->scope - 1];
        read_scope_1(element, &scope);
    }
    if (!bl_grow(reader->alloc, &reader->scopes, &reader->scope_room,
                 reader->scope_count, sizeof(bl_scope))) {
        reader->no_memory = true;
        return;
    }
    reader->scopes[reader->scope_count++] = scope;
    frame->scope = (uint32_t)reader->scope_count;
}

void bl_sizes_end(bl_reader *reader, uint32_t outer)
{
    reader->scope_count = outer;
}

/* ---- inside of texts ---------------------------------------------------- */

static bool has_profiles(const bl_reader *reader)
{
    return (reader->size_units[BL_SIZE_GENERAL] |
            reader->size_units[BL_SIZE_STORAGE]) != BL_SIZE_NONE;
}

static void add_limit(bl_reader *reader, const bl_size_limit *limit)
{
    bl_draft *draft = &reader->draft;

    if (bl_grow(reader->alloc, &draft->limits, &draft->limit_room,
                draft->limit_count, sizeof(bl_size_limit)))
        draft->limits[draft->limit_count++] = *limit;
    else
        reader->no_memory = true;
}

static void end_stretch(bl_reader *reader, size_t at, size_t limit_at)
{
    bl_draft *draft = &reader->draft;
    const bl_stretch *stretch = &draft->stretches[at];

    for (int i = 0; i < BL_SIZE_PROFILES; i++) {
        bl_size_limit limit = {
            .most = stretch->ranges[i].most,
            .least = stretch->ranges[i].least,
            .unit = reader->size_units[i],
            .form = reader->size_forms[i],
            .scope = BL_SCOPE_STRETCH,
            .segment = (uint32_t)draft->segment_count,
            .span = { stretch->start, (uint32_t)limit_at },
        };

        limit.beside[BL_TARGET] =
            draft->code_sizes[BL_TARGET][i] - stretch->beside[i];
        if (limit.unit != BL_SIZE_NONE && is_set(stretch->ranges[i]))
            add_limit(reader, &limit);
    }
    draft->stretch_count--;
    /* They are few. */
    memmove(&draft->stretches[at], &draft->stretches[at + 1],
            (draft->stretch_count - at) * sizeof(bl_stretch));
}

/* Of pc, sc, mrk and sm. */
static void start_stretch(bl_reader *reader, const bl_xml_element *element)
{
    bl_draft *draft = &reader->draft;
    const bool spanning =
        element->name == BL_XML_SC || element->name == BL_XML_SM;
    bl_stretch stretch = { .depth = spanning ? 0 : reader->depth,
                           .start = (uint32_t)draft->target.text.size };

    restrictions(element, stretch.ranges);
    if ((!is_set(stretch.ranges[BL_SIZE_GENERAL]) &&
         !is_set(stretch.ranges[BL_SIZE_STORAGE])) ||
        draft->stretch_count == STRETCHES_OPEN)
        return;
    if (spanning)
        stretch.id = bl_content_copy(&draft->target,
                                     bl_xml_get(element, BL_XML_ID));
    memcpy(stretch.beside, draft->code_sizes[BL_TARGET],
           sizeof(stretch.beside));
    if (bl_grow(reader->alloc, &draft->stretches, &draft->stretch_room,
                draft->stretch_count, sizeof(bl_stretch)))
        draft->stretches[draft->stretch_count++] = stretch;
    else
        reader->no_memory = true;
}

/* By ec or em. */
static void end_spanning(bl_reader *reader, const bl_xml_element *element)
{
    bl_draft *draft = &reader->draft;
    const bl_str id = bl_xml_get(element, BL_XML_START_REF);
    const size_t code = element->name == BL_XML_EC ? BL_SENTINEL_SIZE : 0;
    const size_t limit = draft->target.text.size;

    if (limit < code)
        return; /* it had no room */
    for (size_t i = draft->stretch_count; i-- > 0;) {
        if (draft->stretches[i].depth == 0 &&
            bl_str_equal(draft->stretches[i].id, id)) {
            end_stretch(reader, i, limit - code);
            return;
        }
    }
}

void bl_sizes_inline(bl_reader *reader, const bl_xml_element *element)
{
    bl_draft *draft = &reader->draft;
    const bl_side_id side =
        draft->filling == &draft->target ? BL_TARGET : BL_SOURCE;
    uint32_t size;

    if (!has_profiles(reader))
        return;
    if (side == BL_TARGET &&
        (element->name == BL_XML_EC || element->name == BL_XML_EM))
        end_spanning(reader, element);
    if (number(bl_xml_get_in(element, BL_XML_SIZE_INFO, BL_XML_FOREIGN),
               &size))
        draft->code_sizes[side][BL_SIZE_GENERAL] += size;
    if (number(bl_xml_get_in(element, BL_XML_EQUIV_STORAGE, BL_XML_FOREIGN),
               &size))
        draft->code_sizes[side][BL_SIZE_STORAGE] += size;
    if (side == BL_TARGET)
        start_stretch(reader, element);
}

void bl_sizes_inline_end(bl_reader *reader)
{
    bl_draft *draft = &reader->draft;

    for (size_t i = draft->stretch_count; i-- > 0;) {
        if (draft->stretches[i].depth == reader->depth)
            end_stretch(reader, i, draft->target.text.size);
    }
}

void bl_sizes_segment_end(bl_reader *reader)
{
    reader->draft.stretch_count = 0;
}

/* ---- units -------------------------------------------------------------- */

/* Text of a unit that is in none of its segments. */
static uint64_t length_between(const bl_yardstick *by, const bl_content *parts,
                               bl_str text)
{
    uint64_t sum = 0;
    uint32_t start = 0;

    for (size_t i = 0; i <= parts->part_count; i++) {
        const bool last = i == parts->part_count;
        const uint32_t limit =
            last ? (uint32_t)text.size : parts->parts[i].text_start;
        const bl_yardstick within =
            bl_yardstick_within(by, i, parts->part_count + 1);

        if (limit > start)
            sum += bl_length(&within,
                             bl_str_of(text.ptr + start, limit - start));
        if (!last && parts->parts[i].text_limit > start)
            start = parts->parts[i].text_limit;
    }
    return sum;
}

static void add_limits_1(bl_reader *reader, const bl_frame *frame)
{
    bl_draft *draft = &reader->draft;
    const bl_scope *scope = &reader->scopes[frame->scope - 1];
    const bl_content *parts = bl_unit_parts(draft);

    for (int i = 0; i < RANGES; i++) {
        const bl_yardstick by = { .unit = unit_of_range(scope, i),
                                  .preserve = frame->preserve };
        bl_size_limit limit = { .most = scope->ranges[i].most,
                                .least = scope->ranges[i].least,
                                .unit = by.unit };

        if (by.unit == BL_SIZE_NONE || !is_set(scope->ranges[i]))
            continue;
        if (parts != NULL) {
            const bl_text *source = parts == &draft->source
                                        ? &draft->source_text
                                        : &draft->segmented_text;

            limit.beside[BL_SOURCE] = length_between(
                &by, parts, bl_str_of(source->ptr, source->size));
            limit.beside[BL_TARGET] =
                length_between(&by, &draft->target,
                               bl_str_of(draft->target_text.ptr,
                                         draft->target_text.size));
        }
        add_limit(reader, &limit);
    }
}

/* The last segment in which something can be told, or how many there are. */
static uint32_t last_told(const bl_draft *draft)
{
    for (size_t i = draft->segment_count; i-- > 0;) {
        if (draft->segments[i].checked && draft->segments[i].target.size != 0)
            return (uint32_t)i;
    }
    return (uint32_t)draft->segment_count;
}

/* All that is in a group or file, up to this unit. */
static void sum_up(bl_reader *reader, bl_scope *scope, int profile,
                   const bl_size_limit *limit, const uint64_t *length)
{
    uint64_t *sums = scope->sums[profile];
    bl_size_limit own = *limit;

    own.least = 0; /* more may follow */
    own.scope = scope->kind;
    for (int side = BL_SOURCE; side <= BL_TARGET; side++) {
        own.beside[side] += sums[side];
        sums[side] += length[side];
    }
    if (scope->passed[profile] || sums[BL_TARGET] <= own.most ||
        last_told(&reader->draft) == reader->draft.segment_count)
        return;
    scope->passed[profile] = true;
    add_limit(reader, &own);
}

static void add_limits_2(bl_reader *reader, const bl_frame *frame)
{
    bl_draft *draft = &reader->draft;

    for (int i = 0; i < BL_SIZE_PROFILES; i++) {
        const bl_yardstick by = { .unit = reader->size_units[i],
                                  .form = reader->size_forms[i],
                                  .preserve = frame->preserve };
        uint64_t length[2] = { 0, 0 };
        bool measured = false;

        for (size_t j = frame->scope;
             j-- > 0 && by.unit != BL_SIZE_NONE;) {
            bl_scope *scope = &reader->scopes[j];
            bl_size_limit limit = { .most = scope->ranges[i].most,
                                    .least = scope->ranges[i].least,
                                    .unit = by.unit,
                                    .form = by.form };

            if (!is_set(scope->ranges[i]))
                continue;
            limit.beside[BL_SOURCE] = draft->code_sizes[BL_SOURCE][i];
            limit.beside[BL_TARGET] = draft->code_sizes[BL_TARGET][i];
            if (scope->kind == BL_SCOPE_UNIT) {
                add_limit(reader, &limit);
                continue;
            }
            for (int side = BL_SOURCE; side <= BL_TARGET && !measured; side++)
                length[side] = limit.beside[side] +
                               bl_length_of_segments(&by, draft->segments,
                                                     draft->segment_count,
                                                     (bl_side_id)side);
            measured = true;
            sum_up(reader, scope, i, &limit, length);
        }
    }
}

const bl_sizes *bl_sizes_unit(bl_reader *reader, const bl_frame *frame)
{
    bl_draft *draft = &reader->draft;
    bl_arena *arena = reader->sink->arena;
    const size_t stretch_count = draft->limit_count;
    bl_sizes *sizes;
    bl_size_limit *limits;

    if (frame->scope != 0 && reader->family == 2)
        add_limits_2(reader, frame);
    else if (frame->scope != 0)
        add_limits_1(reader, frame);
    if (draft->limit_count == 0)
        return NULL;
    sizes = bl_arena_alloc(arena, 1, sizeof(*sizes));
    limits = bl_arena_alloc(arena, draft->limit_count, sizeof(*limits));
    if (sizes == NULL || limits == NULL)
        return NULL; /* the arena tells */
    memcpy(limits, draft->limits, draft->limit_count * sizeof(*limits));
    *sizes = (bl_sizes){
        .limits = limits,
        .count = (uint32_t)draft->limit_count,
        .stretch_count = (uint32_t)stretch_count,
        .segment_count = (uint32_t)draft->segment_count,
        .last = last_told(draft),
    };
    return sizes;
}
