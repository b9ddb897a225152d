/* SPDX-License-Identifier: Apache-2.0 */
/* Text, codes and places of one element, as it is read. */
#include "readers/content.h"

#include "readers/place.h"

#include <string.h>

/* Stretches of one text that have certain characters alone; each part of the
 * text looks at all of them. */
enum { RESTRICTIONS_MAX = 64 };

void bl_content_init(bl_content *content, const bl_alloc *alloc,
                     const bl_reader_limits *limits)
{
    *content = (bl_content){ .alloc = alloc, .limits = limits };
    bl_buf_init(&content->text, alloc);
    bl_buf_init(&content->native, alloc);
}

void bl_content_free(bl_content *content)
{
    bl_buf_free(&content->text);
    bl_buf_free(&content->native);
    bl_free(content->alloc, content->anchors);
    bl_free(content->alloc, content->codes);
    bl_free(content->alloc, content->kept);
    bl_free(content->alloc, content->restrictions);
    bl_free(content->alloc, content->parts);
}

void bl_content_reset(bl_content *content, bl_arena *arena)
{
    content->arena = arena;
    content->present = false;
    content->anchor_count = 0;
    content->code_count = 0;
    content->kept_count = 0;
    content->restriction_count = 0;
    content->part_count = 0;
    content->over = NULL;
    content->failed = false;
    bl_buf_clear(&content->text);
    bl_buf_clear(&content->native);
}

void bl_content_begin(bl_content *content, uint64_t raw)
{
    content->present = true;
    content->raw_start = raw;
    bl_content_anchor(content, raw);
}

void bl_content_text(bl_content *content, bl_str text)
{
    if (text.size > content->limits->text_size - content->text.size) {
        content->over = "text longer than allowed";
        return;
    }
    bl_buf_str(&content->text, text);
}

static uint32_t text_size(const bl_content *content)
{
    return (uint32_t)content->text.size;
}

void bl_content_anchor(bl_content *content, uint64_t raw)
{
    bl_anchor *last = content->anchor_count != 0
                          ? &content->anchors[content->anchor_count - 1]
                          : NULL;

    if (last != NULL && last->text == text_size(content)) {
        last->raw = (uint32_t)(raw - content->raw_start);
        return;
    }
    if (!bl_grow(content->alloc, &content->anchors, &content->anchor_room,
                 content->anchor_count, sizeof(bl_anchor))) {
        content->failed = true;
        return;
    }
    content->anchors[content->anchor_count++] = (bl_anchor){
        text_size(content), (uint32_t)(raw - content->raw_start)
    };
}

bl_str bl_content_copy(bl_content *content, bl_str text)
{
    const char *copy;

    if (text.ptr == NULL)
        return text;
    copy = bl_arena_copy(content->arena, text.ptr, text.size);
    if (copy == NULL) {
        content->failed = true;
        return bl_str_of(NULL, 0);
    }
    return bl_str_of(copy, text.size);
}

bl_code *bl_content_code(bl_content *content, const bl_code *code,
                         uint64_t raw)
{
    bl_code *made;

    if (content->code_count >= content->limits->code_count) {
        content->over = "more inline codes than allowed";
        return NULL;
    }
    if (!bl_grow(content->alloc, &content->codes, &content->code_room,
                 content->code_count, sizeof(bl_code))) {
        content->failed = true;
        return NULL;
    }
    bl_content_anchor(content, raw);
    made = &content->codes[content->code_count++];
    *made = *code;
    made->at = text_size(content);
    made->partner = -1;
    made->id = bl_content_copy(content, code->id);
    made->native = bl_content_copy(content, code->native);
    made->type = bl_content_copy(content, code->type);
    made->equiv = bl_content_copy(content, code->equiv);
    bl_content_text(content, bl_str_of(BL_SENTINEL, BL_SENTINEL_SIZE));
    return made;
}

void bl_content_part(bl_content *content, bl_str id)
{
    bl_part *part;

    if (content->part_count >= content->limits->unit_segments) {
        content->over = "more segments in a unit than allowed";
        return;
    }
    if (!bl_grow(content->alloc, &content->parts, &content->part_room,
                 content->part_count, sizeof(bl_part))) {
        content->failed = true;
        return;
    }
    part = &content->parts[content->part_count++];
    part->id = bl_content_copy(content, id);
    part->text_start = text_size(content);
    part->code_start = (uint32_t)content->code_count;
    part->text_limit = UINT32_MAX;
    part->code_limit = UINT32_MAX;
}

void bl_content_part_end(bl_content *content)
{
    /* Parts may be nested by mistake: the innermost open one ends. */
    for (size_t i = content->part_count; i-- > 0;) {
        bl_part *part = &content->parts[i];

        if (part->text_limit != UINT32_MAX)
            continue;
        part->text_limit = text_size(content);
        part->code_limit = (uint32_t)content->code_count;
        return;
    }
}

void bl_content_kept(bl_content *content, uint32_t start)
{
    if (start == text_size(content))
        return;
    if (!bl_grow(content->alloc, &content->kept, &content->kept_room,
                 content->kept_count, sizeof(bl_span))) {
        content->failed = true;
        return;
    }
    content->kept[content->kept_count++] =
        (bl_span){ start, text_size(content) };
}

void bl_content_restricted(bl_content *content, uint32_t start,
                           const struct bl_char_class *allowed)
{
    if (start == text_size(content) ||
        content->restriction_count == RESTRICTIONS_MAX)
        return;
    if (!bl_grow(content->alloc, &content->restrictions,
                 &content->restriction_room, content->restriction_count,
                 sizeof(bl_restriction))) {
        content->failed = true;
        return;
    }
    content->restrictions[content->restriction_count++] =
        (bl_restriction){ allowed, { start, text_size(content) } };
}

/* Items [first, first + count) of an array; NULL for none. */
static void *copy_array(bl_content *content, const void *from, size_t first,
                        size_t count, size_t item)
{
    void *copy;

    if (count == 0)
        return NULL;
    copy = bl_arena_alloc(content->arena, count, item);
    if (copy == NULL)
        content->failed = true;
    else
        memcpy(copy, (const char *)from + first * item, count * item);
    return copy;
}

/* Nearly all texts have one anchor, and this one. */
static const bl_anchor *copy_anchors(bl_content *content)
{
    static const bl_anchor start = { 0, 0 };

    if (content->anchor_count == 1 && content->anchors[0].raw == 0)
        return &start;
    return copy_array(content, content->anchors, 0, content->anchor_count,
                      sizeof(bl_anchor));
}

/* Whether the text is what stands in the file, without anything that XML
 * writes differently. */
static bool is_verbatim(const bl_content *content, bl_str raw)
{
    return content->anchor_count == 1 &&
           bl_str_equal(bl_buf_view(&content->text), raw);
}

void bl_content_whole(bl_content *content, const bl_content_place *place,
                      bl_text *text)
{
    bl_code *codes;

    memset(text, 0, sizeof(*text));
    text->present = content->present;
    text->ptr = "";
    if (!content->present)
        return;
    if (content->text.failed || content->native.failed)
        content->failed = true;
    codes = copy_array(content, content->codes, 0, content->code_count,
                       sizeof(bl_code));
    text->anchors = copy_anchors(content);
    text->kept = copy_array(content, content->kept, 0, content->kept_count,
                            sizeof(bl_span));
    text->restrictions =
        copy_array(content, content->restrictions, 0,
                   content->restriction_count, sizeof(bl_restriction));
    text->raw.ptr =
        bl_arena_copy(content->arena, place->raw.ptr, place->raw.size);
    text->ptr = is_verbatim(content, place->raw)
                    ? text->raw.ptr
                    : bl_arena_copy(content->arena, content->text.data,
                                    content->text.size);
    if (text->ptr == NULL || text->raw.ptr == NULL)
        content->failed = true;
    if (content->failed)
        return;
    if (content->part_count == 0 && content->code_count > 1)
        bl_codes_pair(codes, (uint32_t)content->code_count);
    text->size = (uint32_t)content->text.size;
    text->codes = codes;
    text->code_count = (uint32_t)content->code_count;
    text->anchor_count = (uint32_t)content->anchor_count;
    text->kept_count = (uint32_t)content->kept_count;
    text->restriction_count = (uint32_t)content->restriction_count;
    text->raw.size = place->raw.size;
    text->raw_at = place->raw_at;
    text->encoding = place->encoding;
    text->locate = bl_place_locate;
}

/* The stretches inside [start, limit). They are ordered by their ends. */
static void slice_kept(bl_content *content, const bl_text *whole,
                       uint32_t start, uint32_t limit, bl_text *text)
{
    uint32_t first = 0;
    uint32_t last;
    bl_span *kept;

    text->kept_count = 0;
    for (uint32_t high = whole->kept_count; first < high;) {
        const uint32_t middle = first + (high - first) / 2;

        if (whole->kept[middle].limit <= start)
            first = middle + 1;
        else
            high = middle;
    }
    for (last = first;
         last < whole->kept_count && whole->kept[last].limit <= limit;)
        last++;
    kept = copy_array(content, whole->kept, first, last - first,
                      sizeof(bl_span));
    for (uint32_t i = 0; kept != NULL && i < last - first; i++) {
        if (kept[i].start >= start)
            kept[text->kept_count++] =
                (bl_span){ kept[i].start - start, kept[i].limit - start };
    }
    text->kept = kept;
}

/* What of the restrictions is inside of [start, limit), counted from there. */
static void slice_restrictions(bl_content *content, const bl_text *whole,
                               uint32_t start, uint32_t limit, bl_text *text)
{
    bl_restriction sliced[RESTRICTIONS_MAX];
    uint32_t count = 0;

    for (uint32_t i = 0; i < whole->restriction_count; i++) {
        const bl_restriction *from = &whole->restrictions[i];
        const uint32_t first =
            from->span.start > start ? from->span.start : start;
        const uint32_t last =
            from->span.limit < limit ? from->span.limit : limit;

        if (first < last)
            sliced[count++] = (bl_restriction){
                from->allowed, { first - start, last - start }
            };
    }
    text->restrictions =
        copy_array(content, sliced, 0, count, sizeof(bl_restriction));
    text->restriction_count = text->restrictions != NULL ? count : 0;
}

/* The anchors from the last one not behind `start` on, counted from there. */
static void slice_anchors(bl_content *content, const bl_text *whole,
                          uint32_t start, uint32_t limit, bl_text *text)
{
    uint32_t first = 0;
    uint32_t last = whole->anchor_count;
    bl_anchor *anchors;

    for (uint32_t high = whole->anchor_count; first + 1 < high;) {
        const uint32_t middle = first + (high - first) / 2;

        if (whole->anchors[middle].text <= start)
            first = middle;
        else
            high = middle;
    }
    for (uint32_t low = first; low < last;) {
        const uint32_t middle = low + (last - low) / 2;

        if (whole->anchors[middle].text <= limit)
            low = middle + 1;
        else
            last = middle;
    }
    anchors = copy_array(content, whole->anchors, first, last - first,
                         sizeof(bl_anchor));
    if (anchors == NULL)
        return;
    for (uint32_t i = 0; i < last - first; i++)
        anchors[i].text =
            anchors[i].text < start ? 0 : anchors[i].text - start;
    text->anchors = anchors;
    text->anchor_count = last - first;
}

void bl_content_slice(bl_content *content, const bl_text *whole,
                      const bl_part *part, bl_text *text)
{
    const uint32_t start = part->text_start;
    const uint32_t limit =
        part->text_limit < whole->size ? part->text_limit : whole->size;
    const uint32_t code_limit = part->code_limit < whole->code_count
                                    ? part->code_limit
                                    : whole->code_count;
    bl_code *codes;

    *text = *whole;
    text->ptr = whole->ptr + start;
    text->size = limit - start;
    codes = copy_array(content, whole->codes, part->code_start,
                       code_limit - part->code_start, sizeof(bl_code));
    text->codes = codes;
    text->code_count = code_limit - part->code_start;
    text->anchor_count = 0;
    slice_anchors(content, whole, start, limit, text);
    slice_kept(content, whole, start, limit, text);
    slice_restrictions(content, whole, start, limit, text);
    if (content->failed)
        return;
    for (uint32_t i = 0; i < text->code_count; i++)
        codes[i].at -= start;
    bl_codes_pair(codes, text->code_count);
}
