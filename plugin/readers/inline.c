/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Inline elements of both families become codes: opening, closing or
 * isolated, with an id that is the same on both sides and for both spellings
 * (pc is sc and ec, XLIFF 2.1, 4.7.2; bpt and ept find each other by rid or
 * id, XLIFF 1.2, 2.4.3).
 */
#include "readers/xliff.h"

#include <stdlib.h>
#include <string.h>

/* ---- native code of XLIFF 2 --------------------------------------------- */

static int compare_data(const void *a, const void *b)
{
    return bl_str_compare(((const bl_data *)a)->id, ((const bl_data *)b)->id);
}

/* originalData precedes the segments (XLIFF 2.1, 4.2.2.5). */
static bl_str native_of(bl_reader *reader, bl_str ref)
{
    bl_draft *draft = &reader->draft;
    const bl_data key = { .id = ref };
    const bl_data *found;

    if (ref.size == 0 || draft->data_count == 0)
        return bl_str_of(NULL, 0);
    if (!draft->data_sorted)
        qsort(draft->data, draft->data_count, sizeof(bl_data), compare_data);
    draft->data_sorted = true;
    found = bsearch(&key, draft->data, draft->data_count, sizeof(bl_data),
                    compare_data);
    return found != NULL ? found->text : bl_str_of(NULL, 0);
}

/* ---- making codes ------------------------------------------------------- */

static uint32_t add(bl_reader *reader, const bl_code *code, uint64_t tag)
{
    bl_content *content = reader->content;

    if (bl_content_code(content, code, tag) == NULL)
        return BL_NO_CODE;
    bl_content_anchor(content, bl_xml_offset(reader->xml));
    return (uint32_t)content->code_count - 1;
}

static bl_str first_of(const bl_xml_element *element, bl_xml_name a,
                       bl_xml_name b)
{
    const bl_str value = bl_xml_get(element, a);

    return value.size != 0 ? value : bl_xml_get(element, b);
}

/* Codes of a text of which another one may be a copy. */
enum { ORIGINALS_MOST = 256 };

static bool is_alone(const bl_code *codes, size_t count, bl_str id)
{
    for (size_t i = 0; i < count && i < ORIGINALS_MOST; i++) {
        if (bl_str_equal(codes[i].id, id))
            return (codes[i].flags & BL_CODE_ALONE) != 0;
    }
    return false;
}

/* Whether the source of the unit, as far as it is read, has a code with that
 * id of which there may be no copy. */
static bool is_copy_refused(const bl_draft *draft, bl_str id)
{
    bool refused = is_alone(draft->source.codes, draft->source.code_count, id);

    for (size_t i = 0;
         i < draft->segment_count && i < ORIGINALS_MOST && !refused; i++)
        refused = is_alone(draft->segments[i].source.codes,
                           draft->segments[i].source.code_count, id);
    return refused;
}

/* Editing hints (XLIFF 2.1, 4.7.2.5). What may be done by default is done by
 * mistake: permission counts where a document gives it. */
static uint16_t hints(const bl_reader *reader, const bl_xml_element *element)
{
#define HINT(name, value, flag)                                     \
    {                                                               \
        BL_XML_##name, { value, sizeof(value) - 1 }, BL_CODE_##flag \
    }
    static const struct {
        uint8_t name; /* bl_xml_name */
        bl_str value;
        uint16_t flag;
    } known[] = {
        HINT(CAN_DELETE, "yes", DELETABLE),
        HINT(CAN_DELETE, "no", STAYS),
        HINT(CAN_COPY, "yes", COPYABLE),
        HINT(CAN_COPY, "no", ALONE),
        HINT(CAN_OVERLAP, "yes", OVERLAPS),
        HINT(CAN_REORDER, "firstNo", FIRST),
        HINT(CAN_REORDER, "no", NEXT),
    };
#undef HINT
    const bl_str original = bl_xml_get(element, BL_XML_COPY_OF);
    unsigned flags = 0;

    if (reader->family == 1)
        return 0;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (bl_str_equal(bl_xml_get(element, (bl_xml_name)known[i].name),
                         known[i].value))
            flags |= known[i].flag;
    }
    if (original.size != 0 && !is_copy_refused(&reader->draft, original))
        flags |= BL_CODE_COPY;
    return (uint16_t)flags;
}

/* bx, ex, bpt, ept: rid joins the halves; without it the id does. */
static void start_half(bl_reader *reader, const bl_xml_element *element,
                       bl_code_kind kind, bl_frame *frame)
{
    const bl_code code = {
        .kind = (uint8_t)kind,
        .id = first_of(element, BL_XML_RID, BL_XML_ID),
        .type = bl_xml_get(element, BL_XML_CTYPE),
        .equiv = bl_xml_get(element, BL_XML_EQUIV_TEXT),
    };

    frame->mark = add(reader, &code, bl_xml_tag(reader->xml));
}

/* it: a half whose partner is in another unit or segment. */
static void start_it(bl_reader *reader, const bl_xml_element *element,
                     bl_frame *frame)
{
    const bool open =
        bl_str_equal(bl_xml_get(element, BL_XML_POS), BL_STR("open"));

    start_half(reader, element, open ? BL_CODE_OPEN : BL_CODE_CLOSE, frame);
    if (frame->mark != BL_NO_CODE)
        reader->content->codes[frame->mark].flags |= BL_CODE_ORPHAN;
}

/* x and ph of XLIFF 1; ph of XLIFF 2. */
static void start_isolated(bl_reader *reader, const bl_xml_element *element,
                           bl_frame *frame)
{
    const bl_code code = {
        .kind = BL_CODE_ISOLATED,
        .flags = hints(reader, element),
        .id = bl_xml_get(element, BL_XML_ID),
        .type = first_of(element, BL_XML_CTYPE, BL_XML_TYPE),
        .equiv = first_of(element, BL_XML_EQUIV_TEXT, BL_XML_EQUIV),
        .native = native_of(reader, bl_xml_get(element, BL_XML_DATA_REF)),
    };

    frame->mark = add(reader, &code, bl_xml_tag(reader->xml));
}

static void start_pair(bl_reader *reader, const bl_xml_element *element,
                       bl_frame *frame)
{
    const bl_code code = {
        .kind = BL_CODE_OPEN,
        .flags = hints(reader, element),
        .id = bl_xml_get(element, BL_XML_ID),
        .type = first_of(element, BL_XML_CTYPE, BL_XML_TYPE),
        .equiv = first_of(element, BL_XML_EQUIV_TEXT, BL_XML_EQUIV_START),
        .native =
            native_of(reader, bl_xml_get(element, BL_XML_DATA_REF_START)),
    };
    const bl_str end_ref = bl_xml_get(element, BL_XML_DATA_REF_END);

    frame->role = BL_ROLE_PAIR;
    frame->mark = add(reader, &code, bl_xml_tag(reader->xml));
    /* Known now, wanted at the end: it lives in the unit's arena. */
    frame->end_native = native_of(reader, end_ref);
}

static void end_pair(bl_reader *reader, const bl_frame *frame)
{
    bl_content *content = reader->content;
    bl_code code = { .kind = BL_CODE_CLOSE, .native = frame->end_native };

    if (frame->mark == BL_NO_CODE)
        return;
    code.id = content->codes[frame->mark].id;
    code.type = content->codes[frame->mark].type;
    code.flags = content->codes[frame->mark].flags;
    if ((code.flags & BL_CODE_FIRST) != 0) /* that is its other half */
        code.flags ^= BL_CODE_FIRST | BL_CODE_NEXT;
    add(reader, &code, bl_xml_tag(reader->xml));
}

/* sc and ec of XLIFF 2: ec names its sc by startRef; isolated ones are
 * halves whose partner is in another unit. */
static void start_spanning(bl_reader *reader, const bl_xml_element *element,
                           bl_code_kind kind)
{
    const bool isolated =
        bl_str_equal(bl_xml_get(element, BL_XML_ISOLATED), BL_STR("yes"));
    bl_code code = {
        .kind = (uint8_t)kind,
        .flags = hints(reader, element),
        .id = first_of(element, BL_XML_START_REF, BL_XML_ID),
        .type = bl_xml_get(element, BL_XML_TYPE),
        .equiv = bl_xml_get(element, BL_XML_EQUIV),
        .native = native_of(reader, bl_xml_get(element, BL_XML_DATA_REF)),
    };

    if (isolated)
        code.flags |= BL_CODE_ORPHAN;
    add(reader, &code, bl_xml_tag(reader->xml));
}

/* ---- marks -------------------------------------------------------------- */

static void start_mark(bl_reader *reader, const bl_xml_element *element,
                       bl_frame *frame)
{
    const bl_str type = bl_xml_get(element, BL_XML_MTYPE);
    const bool kept =
        bl_str_equal(type, BL_STR("protected")) ||
        bl_str_equal(bl_xml_get(element, BL_XML_TRANSLATE), BL_STR("no"));
    const bl_str allowed = bl_xml_get_in(element, BL_XML_ALLOWED_CHARACTERS,
                                         BL_XML_FOREIGN);

    frame->role = BL_ROLE_MARK;
    if (bl_dialect_deleted(type)) {
        bl_reader_skip(reader);
        return;
    }
    bl_content_anchor(reader->content, bl_xml_offset(reader->xml));
    if (allowed.ptr != NULL)
        frame->allowed = bl_reader_class(reader, allowed, true);
    frame->mark = (uint32_t)reader->content->text.size;
    if (bl_str_equal(type, BL_STR("seg"))) {
        frame->role = BL_ROLE_PART;
        bl_content_part(reader->content, bl_xml_get(element, BL_XML_MID));
    } else if (kept) {
        frame->role = BL_ROLE_KEPT;
    }
}

/* sub: the text of a code, gathered beside the text around it. */
static void start_flow(bl_reader *reader, const bl_xml_element *element,
                       bl_frame *frame)
{
    bl_content *flow = &reader->draft.flow;

    (void)element;
    frame->role = BL_ROLE_FLOW;
    frame->outer = reader->content;
    if (!flow->present)
        bl_content_begin(flow, reader->draft.filling->raw_start);
    flow->present = true;
    reader->content = flow;
    bl_content_part(flow, bl_str_of(NULL, 0));
    bl_content_anchor(flow, bl_xml_offset(reader->xml));
}

static void end_flow(bl_reader *reader, const bl_frame *frame)
{
    bl_content_part_end(reader->content);
    reader->content = frame->outer;
}

static void end_native(bl_reader *reader, const bl_frame *frame)
{
    bl_content *content = reader->content;

    if (frame->mark == BL_NO_CODE)
        return; /* an element inside of a native code */
    /* Clearing it would forget that there was no memory for it. */
    content->failed = content->failed || content->native.failed;
    content->codes[frame->mark].native =
        bl_content_copy(content, bl_buf_view(&content->native));
    bl_buf_clear(&content->native);
    bl_content_anchor(content, bl_xml_offset(reader->xml));
}

/* ---- events ------------------------------------------------------------- */

static void start_1(bl_reader *reader, const bl_xml_element *element,
                    bl_frame *frame)
{
    switch (element->name) {
    case BL_XML_G:
        if (!bl_dialect_continues(reader->content, element))
            start_pair(reader, element, frame);
        break;
    case BL_XML_X:
        start_isolated(reader, element, frame);
        break;
    case BL_XML_BX:
        start_half(reader, element, BL_CODE_OPEN, frame);
        break;
    case BL_XML_EX:
        start_half(reader, element, BL_CODE_CLOSE, frame);
        break;
    case BL_XML_BPT:
        start_half(reader, element, BL_CODE_OPEN, frame);
        frame->role = BL_ROLE_NATIVE;
        break;
    case BL_XML_EPT:
        start_half(reader, element, BL_CODE_CLOSE, frame);
        frame->role = BL_ROLE_NATIVE;
        break;
    case BL_XML_PH:
        start_isolated(reader, element, frame);
        frame->role = BL_ROLE_NATIVE;
        break;
    case BL_XML_IT:
        start_it(reader, element, frame);
        frame->role = BL_ROLE_NATIVE;
        break;
    default:
        break;
    }
}

static void start_2(bl_reader *reader, const bl_xml_element *element,
                    bl_frame *frame)
{
    switch (element->name) {
    case BL_XML_PC:
        start_pair(reader, element, frame);
        break;
    case BL_XML_PH:
        start_isolated(reader, element, frame);
        break;
    case BL_XML_SC:
        start_spanning(reader, element, BL_CODE_OPEN);
        break;
    case BL_XML_EC:
        start_spanning(reader, element, BL_CODE_CLOSE);
        break;
    default:
        break;
    }
}

void bl_inline_start(bl_reader *reader, const bl_xml_element *element,
                     bl_frame *frame, const bl_frame *parent)
{
    const bool core = element->space == BL_XML_CORE;

    frame->role = BL_ROLE_MARK;
    frame->allowed = NULL;
    if (reader->family == 1 && reader->audit != NULL)
        bl_audit_1_inline(reader, element);
    if (parent->role == BL_ROLE_NATIVE) {
        frame->role = BL_ROLE_NATIVE;
        if (core && element->name == BL_XML_SUB)
            start_flow(reader, element, frame);
        return;
    }
    if (core && element->name == BL_XML_MRK)
        start_mark(reader, element, frame);
    else if (core && reader->family == 1)
        start_1(reader, element, frame);
    else if (core)
        start_2(reader, element, frame);
    if (frame->role == BL_ROLE_MARK)
        bl_content_anchor(reader->content, bl_xml_offset(reader->xml));
    if (core && reader->family == 2)
        bl_sizes_inline(reader, element);
}

void bl_inline_end(bl_reader *reader, const bl_frame *frame)
{
    bl_sizes_inline_end(reader);
    if (frame->allowed != NULL && reader->content != NULL)
        bl_content_restricted(reader->content, frame->mark, frame->allowed);
    switch ((bl_role)frame->role) {
    case BL_ROLE_PAIR:
        end_pair(reader, frame);
        break;
    case BL_ROLE_NATIVE:
        end_native(reader, frame);
        break;
    case BL_ROLE_FLOW:
        end_flow(reader, frame);
        break;
    case BL_ROLE_PART:
        bl_content_part_end(reader->content);
        break;
    case BL_ROLE_KEPT:
        bl_content_kept(reader->content, frame->mark);
        break;
    default:
        break;
    }
    if (reader->content != NULL && frame->role != BL_ROLE_FLOW)
        bl_content_anchor(reader->content, bl_xml_offset(reader->xml));
}
