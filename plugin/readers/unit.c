/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the parts of a unit to its segments.
 *
 * XLIFF 1: one segment, or one for each <mrk mtype="seg"> of <seg-source>,
 * its translation being the mrk of the same mid in <target>. XLIFF 2: each
 * <segment> is one. The texts of <sub> are segments of their own, after
 * those of the unit.
 */
#include "readers/xliff.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

void bl_draft_init(bl_draft *draft, const bl_alloc *alloc,
                   const bl_reader_limits *limits)
{
    bl_content_init(&draft->source, alloc, limits);
    bl_content_init(&draft->segmented, alloc, limits);
    bl_content_init(&draft->target, alloc, limits);
    bl_content_init(&draft->flow, alloc, limits);
    bl_buf_init(&draft->note, alloc);
    bl_buf_init(&draft->data_text, alloc);
    bl_buf_init(&draft->gloss_text, alloc);
}

void bl_draft_free(bl_draft *draft, const bl_alloc *alloc)
{
    bl_content_free(&draft->source);
    bl_content_free(&draft->segmented);
    bl_content_free(&draft->target);
    bl_content_free(&draft->flow);
    bl_buf_free(&draft->note);
    bl_buf_free(&draft->data_text);
    bl_buf_free(&draft->gloss_text);
    bl_free(alloc, draft->glossary);
    bl_free(alloc, draft->segments);
    bl_free(alloc, draft->data);
    bl_free(alloc, draft->status);
    bl_free(alloc, draft->stretches);
    bl_free(alloc, draft->limits);
}

/* ---- the unit's own attributes ------------------------------------------ */

void bl_unit_start(bl_reader *reader, const bl_xml_element *element,
                   const bl_frame *frame)
{
    bl_draft *draft = &reader->draft;
    bl_arena *arena = reader->sink->arena;
    const uint64_t tag = bl_xml_tag(reader->xml);
    bl_str name = bl_xml_get(element, BL_XML_RESNAME);

    reader->in_unit = true;
    bl_xml_keep(reader->xml, tag);
    bl_content_reset(&draft->source, arena);
    bl_content_reset(&draft->segmented, arena);
    bl_content_reset(&draft->target, arena);
    bl_content_reset(&draft->flow, arena);
    bl_buf_clear(&draft->note);
    draft->segment_count = 0;
    draft->data_count = 0;
    draft->gloss_count = 0;
    draft->data_sorted = false;
    draft->status_count = 0;
    draft->stretch_count = 0;
    draft->limit_count = 0;
    memset(draft->code_sizes, 0, sizeof(draft->code_sizes));
    draft->target_lang = NULL;
    draft->target_state = BL_STATE_NONE;
    draft->source_text = (bl_text){ .ptr = "" };
    draft->segmented_text = draft->source_text;
    draft->target_text = draft->source_text;
    draft->flows[BL_SOURCE].count = 0;
    draft->flows[BL_TARGET].count = 0;
    draft->checked = frame->translate;
    draft->state =
        bl_str_equal(bl_xml_get(element, BL_XML_APPROVED), BL_STR("yes"))
            ? BL_STATE_FINAL
            : BL_STATE_NONE;

    if (name.ptr == NULL)
        name = bl_xml_get(element, BL_XML_NAME);
    draft->unit = (bl_unit){
        .id = bl_content_copy(&draft->source, bl_xml_get(element, BL_XML_ID)),
        .name = bl_content_copy(&draft->source, name),
        .original = reader->original,
        .source_lang = reader->source_lang,
        .target_lang = reader->target_lang,
        .at = bl_xml_position(reader->xml, tag),
        .preserve = frame->preserve,
        .plural_form = frame->plural ? ++reader->plural_forms : 0,
    };
    bl_dialect_unit(reader, element);
    if (reader->family == 1 && reader->audit != NULL)
        bl_audit_1_unit(reader, element, tag);
}

/* ---- texts -------------------------------------------------------------- */

static bl_content *content_of(bl_draft *draft, bl_xml_name name)
{
    if (name == BL_XML_TARGET)
        return &draft->target;
    return name == BL_XML_SOURCE ? &draft->source : &draft->segmented;
}

void bl_unit_content(bl_reader *reader, const bl_xml_element *element)
{
    bl_draft *draft = &reader->draft;
    bl_content *content = content_of(draft, element->name);
    const bl_str state = bl_xml_get(element, BL_XML_STATE);
    const bl_str lang = bl_xml_get_in(element, BL_XML_LANG, BL_XML_XML);

    if (reader->family == 1 && reader->audit != NULL)
        bl_audit_1_content(reader, element, content);
    bl_content_reset(content, reader->sink->arena);
    bl_content_reset(&draft->flow, reader->sink->arena);
    bl_content_begin(content, bl_xml_offset(reader->xml));
    draft->content_at =
        bl_xml_position(reader->xml, bl_xml_offset(reader->xml));
    draft->filling = content;
    reader->content = content;
    if (content != &draft->target || reader->family != 1)
        return;
    if (state.size != 0)
        draft->target_state = (uint8_t)bl_state_of(state);
    if (lang.size != 0 && reader->target_lang[0] == '\0') {
        /* The same string for the same tag, for as long as the reader. */
        if (!bl_str_equal(lang, bl_str_z(reader->element_lang)))
            reader->element_lang = bl_reader_keep(reader, lang);
        draft->target_lang = reader->element_lang;
    }
}

/* The texts of codes: kept with the side they are of. */
static void end_flows(bl_reader *reader, const bl_content_place *place)
{
    bl_draft *draft = &reader->draft;
    bl_flows *flows =
        &draft->flows[draft->filling == &draft->target ? BL_TARGET
                                                       : BL_SOURCE];
    const size_t count = draft->flow.part_count;

    if (count == 0)
        return;
    draft->flow.present = true;
    bl_content_whole(&draft->flow, place, &flows->text);
    flows->parts =
        bl_arena_alloc(reader->sink->arena, count, sizeof(bl_part));
    if (flows->parts == NULL) {
        reader->no_memory = true;
        return;
    }
    memcpy(flows->parts, draft->flow.parts, count * sizeof(bl_part));
    flows->count = count;
}

void bl_unit_content_end(bl_reader *reader, const bl_frame *frame)
{
    bl_draft *draft = &reader->draft;
    bl_content *content = draft->filling;
    uint64_t limit = bl_xml_tag(reader->xml);
    bl_content_place place = { .raw_at = draft->content_at,
                               .encoding = bl_xml_encoding(reader->xml) };
    bl_text *text = content == &draft->target    ? &draft->target_text
                    : content == &draft->source ? &draft->source_text
                                                : &draft->segmented_text;

    if (limit < content->raw_start)
        limit = content->raw_start; /* <source/> */
    if (frame->allowed != NULL && content == &draft->target)
        bl_content_restricted(content, 0, frame->allowed);
    place.raw = bl_xml_raw(reader->xml, content->raw_start, limit);
    bl_content_whole(content, &place, text);
    end_flows(reader, &place);
    draft->filling = NULL;
    reader->content = NULL;
}

/* ---- XLIFF 2 ------------------------------------------------------------ */

void bl_unit_segment(bl_reader *reader, const bl_xml_element *element)
{
    bl_draft *draft = &reader->draft;
    const bl_text absent = { .ptr = "" };

    draft->source_text = absent;
    draft->target_text = absent;
    draft->segment = (bl_segment){
        .id = bl_content_copy(&draft->source, bl_xml_get(element, BL_XML_ID)),
        .state = (uint8_t)bl_state_of(bl_xml_get(element, BL_XML_STATE)),
        .checked = element->name == BL_XML_SEGMENT && draft->checked,
    };
}

static void add_segment(bl_reader *reader, const bl_segment *segment)
{
    bl_draft *draft = &reader->draft;

    if (draft->segment_count >= reader->limits.unit_segments) {
        bl_xml_fail(reader->xml, BILINT_E_LIMIT,
                    "more segments in a unit than allowed");
        return;
    }
    if (!bl_grow(reader->alloc, &draft->segments, &draft->segment_room,
                 draft->segment_count, sizeof(bl_segment))) {
        reader->no_memory = true;
        return;
    }
    draft->segments[draft->segment_count++] = *segment;
}

void bl_unit_segment_end(bl_reader *reader)
{
    bl_draft *draft = &reader->draft;

    draft->segment.source = draft->source_text;
    draft->segment.target = draft->target_text;
    bl_sizes_segment_end(reader);
    add_segment(reader, &draft->segment);
}

void bl_unit_data_end(bl_reader *reader)
{
    bl_draft *draft = &reader->draft;

    if (draft->data_text.failed ||
        !bl_grow(reader->alloc, &draft->data, &draft->data_room,
                 draft->data_count, sizeof(bl_data))) {
        reader->no_memory = true;
        return;
    }
    draft->data[draft->data_count++] = (bl_data){
        draft->data_id,
        bl_content_copy(&draft->source, bl_buf_view(&draft->data_text))
    };
}

/* ---- XLIFF 1 ------------------------------------------------------------ */

/* What sdl:seg-defs and its like say of the segment with that id. */
static void apply_status(const bl_draft *draft, bl_segment *segment)
{
    for (size_t i = 0; i < draft->status_count; i++) {
        if (!bl_str_equal(draft->status[i].id, segment->id))
            continue;
        segment->state = draft->status[i].state;
        if (draft->status[i].locked)
            segment->checked = false;
        return;
    }
}

typedef struct part_key {
    bl_str id;
    size_t index;
} part_key;

static int compare_keys(const void *a, const void *b)
{
    const part_key *x = a;
    const part_key *y = b;
    const int order = bl_str_compare(x->id, y->id);

    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* Target parts by id, sorted; in the unit's arena. */
static part_key *sort_parts(bl_reader *reader, const bl_content *content)
{
    part_key *keys = bl_arena_alloc(reader->sink->arena, content->part_count,
                                    sizeof(*keys));

    if (keys == NULL) {
        reader->no_memory = true;
        return NULL;
    }
    for (size_t i = 0; i < content->part_count; i++)
        keys[i] = (part_key){ content->parts[i].id, i };
    qsort(keys, content->part_count, sizeof(*keys), compare_keys);
    return keys;
}

static const bl_part *find_part(const bl_content *content,
                                const part_key *keys, bl_str id)
{
    size_t low = 0;
    size_t high = content->part_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (bl_str_compare(keys[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < content->part_count && bl_str_equal(keys[low].id, id)
               ? &content->parts[keys[low].index]
               : NULL;
}

/* Source parts with the target parts of the same id. */
static void add_parts(bl_reader *reader, bl_content *content,
                      const bl_text *source)
{
    bl_draft *draft = &reader->draft;
    const part_key *keys = draft->target.part_count != 0
                               ? sort_parts(reader, &draft->target)
                               : NULL;

    for (size_t i = 0; i < content->part_count; i++) {
        const bl_part *part = &content->parts[i];
        const bl_part *other =
            keys != NULL ? find_part(&draft->target, keys, part->id) : NULL;
        bl_segment segment = { .id = part->id,
                               .state = draft->target_state,
                               .checked = draft->checked,
                               .target = { .ptr = "" } };

        bl_content_slice(content, source, part, &segment.source);
        if (other != NULL)
            bl_content_slice(&draft->target, &draft->target_text, other,
                             &segment.target);
        apply_status(draft, &segment);
        add_segment(reader, &segment);
    }
}

/* Codes of a text with parts are brought together part by part, unless its
 * parts are no segments. */
static void pair_whole(const bl_content *content, const bl_text *text)
{
    /* The arena is ours until the unit is handed over. */
    if (content->part_count != 0)
        bl_codes_pair((bl_code *)text->codes, text->code_count);
}

static void add_whole(bl_reader *reader)
{
    bl_draft *draft = &reader->draft;
    bl_segment segment = { .source = draft->source_text,
                           .target = draft->target_text,
                           .state = draft->target_state,
                           .checked = draft->checked };

    pair_whole(&draft->source, &draft->source_text);
    pair_whole(&draft->target, &draft->target_text);
    if (draft->status_count == 1) {
        segment.id = draft->status[0].id;
        apply_status(draft, &segment);
        segment.id = bl_str_of(NULL, 0);
    }
    add_segment(reader, &segment);
}

bl_content *bl_unit_parts(bl_draft *draft)
{
    if (draft->target.part_count == 0 && draft->target.present)
        return NULL;
    if (draft->segmented.part_count != 0)
        return &draft->segmented;
    return draft->source.part_count != 0 ? &draft->source : NULL;
}

static void add_segments_1(bl_reader *reader)
{
    bl_draft *draft = &reader->draft;
    bl_content *parts = bl_unit_parts(draft);

    if (parts != NULL)
        add_parts(reader, parts,
                  parts == &draft->segmented ? &draft->segmented_text
                                             : &draft->source_text);
    else if (draft->source.present || draft->target.present)
        add_whole(reader);
}

/* ---- texts inside codes ------------------------------------------------- */

static void add_flows(bl_reader *reader)
{
    bl_draft *draft = &reader->draft;
    const bl_flows *source = &draft->flows[BL_SOURCE];
    const bl_flows *target = &draft->flows[BL_TARGET];

    for (size_t i = 0; i < source->count; i++) {
        bl_segment segment = { .id = source->parts[i].id,
                               .state = draft->target_state,
                               .checked = draft->checked,
                               .target = { .ptr = "" } };

        bl_content_slice(&draft->source, &source->text, &source->parts[i],
                         &segment.source);
        if (i < target->count)
            bl_content_slice(&draft->target, &target->text,
                             &target->parts[i], &segment.target);
        add_segment(reader, &segment);
    }
}

/* ---- codes that moved to another segment -------------------------------- */

typedef struct code_key {
    uint64_t hash;
    uint32_t segment;
    uint8_t side;
    bl_code *code;
} code_key;

static int compare_codes(const void *a, const void *b)
{
    const code_key *x = a;
    const code_key *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    if (x->segment != y->segment)
        return x->segment < y->segment ? -1 : 1;
    return (int)x->side - (int)y->side;
}

static size_t gather(const bl_text *text, uint32_t segment, bl_side_id side,
                     code_key *keys)
{
    for (uint32_t i = 0; i < text->code_count; i++) {
        /* The arena is ours until the unit is handed over. */
        bl_code *code = (bl_code *)&text->codes[i];

        /* A seed of few bits would fall into those of a short id. */
        keys[i] = (code_key){
            bl_hash(code->id.ptr, code->id.size,
                    bl_hash_mix((uint64_t)code->kind + 1)),
            segment, (uint8_t)side, code
        };
    }
    return text->code_count;
}

/*
 * A code may stand in another segment of the unit than in the source (XLIFF
 * 2, 4.7.2: sc may be closed in a later segment). Codes of the same id are
 * brought together; where segments hold one on one side alone and another
 * segment has it on the other side, the code is marked as being there.
 */
static void mark_moved(code_key *keys, size_t count)
{
    for (size_t start = 0; start < count;) {
        size_t per_side[2] = { 0, 0 };
        size_t limit = start;

        while (limit < count && keys[limit].hash == keys[start].hash)
            per_side[keys[limit++].side]++;
        while (start < limit) {
            size_t here[2] = { 0, 0 };
            size_t end = start;

            while (end < limit && keys[end].segment == keys[start].segment)
                here[keys[end++].side]++;
            for (; start < end; start++) {
                const int other = 1 - keys[start].side;

                if (per_side[other] > here[other])
                    keys[start].code->flags |= BL_CODE_ELSEWHERE;
            }
        }
    }
}

static void find_moved(bl_reader *reader)
{
    bl_draft *draft = &reader->draft;
    size_t count = 0;
    code_key *keys;

    for (size_t i = 0; i < draft->segment_count; i++)
        count += (size_t)draft->segments[i].source.code_count +
                 draft->segments[i].target.code_count;
    if (draft->segment_count < 2 || count == 0)
        return;
    keys = bl_arena_alloc(reader->sink->arena, count, sizeof(*keys));
    if (keys == NULL) {
        reader->no_memory = true;
        return;
    }
    count = 0;
    for (size_t i = 0; i < draft->segment_count; i++) {
        const bl_segment *segment = &draft->segments[i];

        count += gather(&segment->source, (uint32_t)i, BL_SOURCE,
                        keys + count);
        count += gather(&segment->target, (uint32_t)i, BL_TARGET,
                        keys + count);
    }
    qsort(keys, count, sizeof(*keys), compare_codes);
    mark_moved(keys, count);
}

/* ---- the end ------------------------------------------------------------ */

static void add_glossary(bl_reader *reader)
{
    bl_draft *draft = &reader->draft;
    bl_gloss *glossary = NULL;

    if (draft->gloss_count != 0)
        glossary = bl_arena_alloc(reader->sink->arena, draft->gloss_count,
                                  sizeof(*glossary));
    if (glossary != NULL)
        memcpy(glossary, draft->glossary,
               draft->gloss_count * sizeof(*glossary));
    draft->unit.glossary = glossary;
    draft->unit.gloss_count =
        glossary != NULL ? (uint32_t)draft->gloss_count : 0;
}

void bl_unit_end(bl_reader *reader, const bl_frame *frame)
{
    bl_draft *draft = &reader->draft;
    bl_unit *unit = &draft->unit;
    bl_arena *arena = reader->sink->arena;
    bl_segment *segments;
    bilint_status status;

    reader->in_unit = false;
    if (draft->target_state == BL_STATE_NONE)
        draft->target_state = draft->state;
    if (reader->family == 1 && reader->audit != NULL)
        bl_audit_1_unit_end(reader);
    if (reader->family == 1)
        add_segments_1(reader);
    find_moved(reader);
    if (frame->scope != 0 || draft->limit_count != 0)
        unit->sizes = bl_sizes_unit(reader, frame);
    if (draft->flows[BL_SOURCE].count != 0)
        add_flows(reader);
    if (draft->target_lang != NULL)
        unit->target_lang = draft->target_lang;
    unit->note =
        bl_content_copy(&draft->source, bl_buf_view(&draft->note));
    segments =
        bl_arena_alloc(arena, draft->segment_count, sizeof(*segments));
    add_glossary(reader);
    bl_validation_unit(reader, unit);
    if (segments == NULL || arena->failed)
        reader->no_memory = true;
    if (reader->no_memory || draft->source.failed || draft->target.failed ||
        draft->segmented.failed || draft->flow.failed)
        return; /* the caller stops the parser */
    if (draft->segment_count != 0)
        memcpy(segments, draft->segments,
               draft->segment_count * sizeof(*segments));
    unit->segments = segments;
    unit->segment_count = (uint32_t)draft->segment_count;
    status = reader->sink->unit(reader->sink, unit, reader->err);
    if (status != BILINT_OK)
        bl_xml_fail(reader->xml, status,
                    reader->err != NULL ? reader->err->message : "");
}
