/* SPDX-License-Identifier: Apache-2.0 */
/*
 * XLIFF 2, element by element: where each stands, what it has, and what its
 * place in the document makes of it. What holds between the codes of a unit
 * is in audit_codes.c.
 */
#include "readers/audit.h"

#include "base/error.h"

#include <string.h>

static const bl_str none = { NULL, 0 };

#define SCOPES                                                     \
    (BL_AUDIT_BIT(BL_AUDIT_FILE) | BL_AUDIT_BIT(BL_AUDIT_GROUP) | \
     BL_AUDIT_BIT(BL_AUDIT_UNIT))

/* Where elements of extensions stand among their siblings. */
enum { EXTENSION_RANK = 1 };

bl_audit *bl_audit_new(const bl_alloc *alloc, bl_xml *xml, bl_unit_sink *sink,
                       int family)
{
    bl_audit *audit = bl_new(alloc, 1, sizeof(*audit));

    if (audit == NULL)
        return NULL;
    audit->alloc = alloc;
    audit->xml = xml;
    audit->sink = sink;
    bl_id_set_init(&audit->files, alloc);
    bl_id_set_init(&audit->groups, alloc);
    bl_id_set_init(&audit->units, alloc);
    bl_id_set_init(&audit->phases, alloc);
    bl_id_set_init(&audit->outer, alloc);
    bl_id_set_init(&audit->inner, alloc);
    bl_arena_init(&audit->arena, alloc, 1 << 16);
    bl_arena_init(&audit->file, alloc, 0);
    for (int i = 1; i < BL_AUDIT_KINDS; i++) {
        if (bl_audit_rows[i].module == BL_MODULE_CORE)
            audit->kinds[bl_audit_rows[i].name] = (uint8_t)i;
    }
    if (family == 2) {
        audit->frames = bl_new(alloc, BL_AUDIT_DEPTH, sizeof(*audit->frames));
        if (audit->frames == NULL) {
            bl_audit_free(audit);
            return NULL;
        }
    }
    return audit;
}

void bl_audit_free(bl_audit *audit)
{
    if (audit == NULL)
        return;
    bl_id_set_free(&audit->files);
    bl_id_set_free(&audit->groups);
    bl_id_set_free(&audit->units);
    bl_id_set_free(&audit->phases);
    bl_id_set_free(&audit->outer);
    bl_id_set_free(&audit->inner);
    bl_arena_free(&audit->arena);
    bl_arena_free(&audit->file);
    bl_free(audit->alloc, audit->items);
    bl_free(audit->alloc, audit->index);
    bl_free(audit->alloc, audit->orders);
    bl_free(audit->alloc, audit->pending);
    bl_free(audit->alloc, audit->frames);
    bl_free(audit->alloc, audit);
}

/* ---- where an element stands -------------------------------------------- */

/* What holds something of its own: another document, or data of a profile. */
static bool is_holding(bl_audit_kind kind)
{
    return kind == BL_AUDIT_SKELETON || kind == BL_AUDIT_SIZE_DATA ||
           (kind >= BL_AUDIT_RESOURCE_SOURCE &&
            kind <= BL_AUDIT_RESOURCE_REFERENCE);
}

/* Inside of that and of extensions everything is theirs. */
static bool is_closed(bl_audit_kind parent)
{
    return parent == BL_AUDIT_ELSE || is_holding(parent);
}

static bl_audit_kind kind_of(bl_audit *audit, const bl_xml_element *element,
                             bl_audit_kind parent)
{
    bl_module module;

    if (is_closed(parent))
        return BL_AUDIT_ELSE;
    if (element->space == BL_XML_CORE)
        return audit->kinds[element->name] != 0
                   ? (bl_audit_kind)audit->kinds[element->name]
                   : BL_AUDIT_ELSE;
    module = bl_audit_module_of(audit, element->uri.ptr);
    for (int i = BL_AUDIT_MATCHES; i < BL_AUDIT_KINDS; i++) {
        if (bl_audit_rows[i].module == module &&
            bl_audit_rows[i].name == element->name)
            return (bl_audit_kind)i;
    }
    return BL_AUDIT_ELSE;
}

/* Whether the element is of a vocabulary that has no such element. */
static bool is_unknown(bl_audit *audit, const bl_xml_element *element)
{
    bl_module module;

    if (element->space == BL_XML_CORE)
        return true;
    module = bl_audit_module_of(audit, element->uri.ptr);
    return module > BL_MODULE_CORE && module < BL_MODULE_ITS;
}

/* Of extensions and metadata, only among the parts of a document. */
static bool has_rank(bl_audit_kind kind, bl_audit_kind parent)
{
    return kind == BL_AUDIT_ELSE || kind == BL_AUDIT_METADATA
               ? (SCOPES & BL_AUDIT_BIT(parent)) != 0
               : true;
}

static void judge_place(bl_audit *audit, const bl_xml_element *element,
                        bl_audit_kind kind, bl_audit_frame *parent)
{
    const bl_audit_kind in =
        parent != NULL ? (bl_audit_kind)parent->kind : BL_AUDIT_NONE;
    const bool extension = kind == BL_AUDIT_ELSE;
    const uint8_t rank =
        extension ? (uint8_t)EXTENSION_RANK : bl_audit_rows[kind].rank;
    const bool allowed =
        extension ? bl_audit_rows[in].extended && !is_unknown(audit, element)
                  : (bl_audit_rows[kind].parents & BL_AUDIT_BIT(in)) != 0;

    if (!allowed) {
        bl_audit_tell_of(audit, BL_FAULT_ELEMENT, in,
                         extension ? bl_str_z(element->local)
                                   : bl_audit_name(kind),
                         bl_audit_name(in));
        return;
    }
    if (parent == NULL || !has_rank(kind, in))
        return;
    if (rank < parent->rank ||
        (!extension && bl_audit_rows[kind].single &&
         (parent->children & BL_AUDIT_BIT(kind)) != 0))
        bl_audit_tell_of(audit, BL_FAULT_ELEMENT_ORDER, in,
                         bl_audit_name(kind), bl_audit_name(in));
    else
        parent->rank = rank;
}

/* ---- languages ---------------------------------------------------------- */

static void set_tag(char to[BL_TAG_SIZE], bl_str tag)
{
    const size_t size =
        tag.size < BL_TAG_SIZE ? tag.size : (size_t)BL_TAG_SIZE - 1;

    if (size != 0)
        memcpy(to, tag.ptr, size);
    to[size] = '\0';
}

static void start_root(bl_audit *audit, const bl_xml_element *element)
{
    set_tag(audit->source_lang, bl_xml_get(element, BL_XML_SRC_LANG));
    set_tag(audit->target_lang, bl_xml_get(element, BL_XML_TRG_LANG));
}

static bool differs(const bl_audit_frame *frame, const char *expected)
{
    return frame->lang[0] != '\0' && expected[0] != '\0' &&
           !bl_audit_same_tag(bl_str_z(frame->lang), bl_str_z(expected));
}

static void judge_source(bl_audit *audit, const bl_audit_frame *frame)
{
    if (differs(frame, audit->source_lang))
        bl_audit_tell(audit, BL_FAULT_SOURCE_LANGUAGE, frame->tag,
                      bl_str_z(frame->lang), bl_str_z(audit->source_lang));
}

static void judge_target(bl_audit *audit, const bl_audit_frame *frame)
{
    if (audit->target_lang[0] == '\0' && !audit->told_language) {
        audit->told_language = true;
        bl_audit_tell(audit, BL_FAULT_NO_TARGET_LANGUAGE, frame->tag, none,
                      none);
    }
    if (differs(frame, audit->target_lang))
        bl_audit_tell(audit, BL_FAULT_TARGET_LANGUAGE, frame->tag,
                      bl_str_z(frame->lang), bl_str_z(audit->target_lang));
}

/* ---- the order of targets ----------------------------------------------- */

static void note_order(bl_audit *audit, bl_str order)
{
    uint32_t value = 0;

    if (order.ptr == NULL || audit->segments == 0)
        return;
    for (size_t i = 0; i < order.size && value < 100000000; i++) {
        if (order.ptr[i] < '0' || order.ptr[i] > '9')
            return; /* told as a value */
        value = value * 10 + (uint32_t)(order.ptr[i] - '0');
    }
    audit->orders[audit->segments - 1] = value;
    audit->ordered = true;
}

/* Every place from 1 to the number of segments is taken once; those that do
 * not say stay where they are. */
static void judge_orders(bl_audit *audit)
{
    uint8_t *taken;

    if (!audit->ordered)
        return;
    taken = bl_arena_alloc(&audit->arena, audit->segments, 1);
    if (taken == NULL) {
        audit->no_memory = true;
        return;
    }
    memset(taken, 0, audit->segments);
    for (uint32_t i = 0; i < audit->segments; i++) {
        const uint32_t order =
            audit->orders[i] != 0 ? audit->orders[i] : i + 1;
        char digits[12];
        size_t size = sizeof(digits);

        if (order <= audit->segments && !taken[order - 1]) {
            taken[order - 1] = 1;
            continue;
        }
        for (uint32_t rest = order; rest != 0; rest /= 10)
            digits[--size] = (char)('0' + rest % 10);
        bl_audit_tell(audit, BL_FAULT_ORDER, audit->unit_tag,
                      bl_str_of(digits + size, sizeof(digits) - size), none);
        return;
    }
}

/* ---- parts of a unit ---------------------------------------------------- */

/* Whether it has a letter or a digit, as far as bytes tell. */
static bool has_words(bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];

        if (c >= 0x80 || (c >= '0' && c <= '9') ||
            ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
            return true;
    }
    return false;
}

/* A state behind the first one; what is in no list is told as a value. */
static bl_str progress_of(bl_str state)
{
    static const bl_str states[] = { { "translated", 10 },
                                     { "reviewed", 8 },
                                     { "final", 5 } };

    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        if (bl_str_equal(state, states[i]))
            return states[i];
    }
    return none;
}

static void start_segment(bl_audit *audit, const bl_xml_element *element,
                          bl_audit_frame *frame)
{
    const bl_str state = bl_xml_get(element, BL_XML_STATE);

    if (!bl_grow(audit->alloc, &audit->orders, &audit->order_room,
                 audit->segments, sizeof(*audit->orders))) {
        audit->no_memory = true;
        return;
    }
    audit->orders[audit->segments++] = 0;
    bl_audit_add(audit,
                 &(bl_audit_item){ .id = bl_xml_get(element, BL_XML_ID),
                                   .tag = frame->tag,
                                   .kind = BL_ITEM_SEGMENT,
                                   .space = BL_SPACE_SOURCE,
                                   .side = BL_SPACE_NONE },
                 BL_FAULT_PART_ID);
    frame->state = progress_of(state);
    if (bl_xml_get(element, BL_XML_SUB_STATE).ptr != NULL &&
        state.ptr == NULL)
        bl_audit_tell(audit, BL_FAULT_SUB_STATE, frame->tag, none, none);
}

static void start_note(bl_audit *audit, const bl_xml_element *element,
                       const bl_audit_frame *frame)
{
    const bl_str id = bl_xml_get(element, BL_XML_ID);

    if (id.size == 0)
        return;
    if (audit->in_unit)
        bl_audit_add(audit,
                     &(bl_audit_item){ .id = id,
                                       .tag = frame->tag,
                                       .kind = BL_ITEM_NOTE,
                                       .space = BL_SPACE_NOTES,
                                       .side = BL_SPACE_NONE },
                     BL_FAULT_NOTE_ID);
    else if (!bl_audit_is_new_in(audit, frame->scope, BL_AUDIT_NOTE, id))
        bl_audit_tell(audit, BL_FAULT_NOTE_ID, frame->tag, id, none);
}

/* Where source and target of a segment are, and of nothing else. */
static bool is_of_segment(const bl_audit_frame *parent)
{
    return parent->kind == BL_AUDIT_SEGMENT ||
           parent->kind == BL_AUDIT_IGNORABLE;
}

static void start_source(bl_audit *audit, const bl_audit_frame *frame,
                         bl_audit_frame *parent)
{
    if (!is_of_segment(parent))
        return;
    parent->source_preserve = frame->preserve;
    audit->worded = false;
    judge_source(audit, frame);
}

static void start_target(bl_audit *audit, const bl_xml_element *element,
                         const bl_audit_frame *frame, bl_audit_frame *parent)
{
    if (!is_of_segment(parent)) {
        if (!parent->href && differs(frame, audit->target_lang))
            bl_audit_tell(audit, BL_FAULT_MATCH_LANGUAGE, frame->tag,
                          bl_str_z(frame->lang),
                          bl_str_z(audit->target_lang));
        return;
    }
    judge_target(audit, frame);
    note_order(audit, bl_xml_get(element, BL_XML_ORDER));
    if ((parent->children & BL_AUDIT_BIT(BL_AUDIT_SOURCE)) != 0 &&
        parent->source_preserve != frame->preserve)
        bl_audit_tell(audit, BL_FAULT_SPACE_DIFFERS, frame->tag, none, none);
}

static void start_data(bl_audit *audit, const bl_xml_element *element,
                       const bl_audit_frame *frame)
{
    const bool of_unit =
        audit->depth > 2 &&
        audit->frames[audit->depth - 3].kind == BL_AUDIT_UNIT;

    if (of_unit)
        bl_audit_add(audit,
                     &(bl_audit_item){ .id = bl_xml_get(element, BL_XML_ID),
                                       .tag = frame->tag,
                                       .kind = BL_ITEM_DATA,
                                       .space = BL_SPACE_DATA,
                                       .side = BL_SPACE_NONE },
                     BL_FAULT_DATA_ID);
}

/* An element of an extension. */
static void judge_extension(bl_audit *audit, const bl_xml_element *element,
                            const bl_audit_frame *frame)
{
    bl_str id = bl_xml_get(element, BL_XML_ID);

    if (element->space == BL_XML_CORE || frame->scope == 0)
        return;
    if (id.ptr == NULL)
        id = bl_xml_get_in(element, BL_XML_ID, BL_XML_XML);
    if (id.size != 0 &&
        !bl_audit_is_new_in(audit, frame->scope, BL_AUDIT_ELSE, id))
        bl_audit_tell(audit, BL_FAULT_EXTENSION_ID, frame->tag, id, none);
}

/* ---- files, groups, units ----------------------------------------------- */

static void judge_id(bl_audit *audit, const bl_xml_element *element,
                     bl_id_set *set, bl_fault_kind twice)
{
    const bl_str id = bl_xml_get(element, BL_XML_ID);

    if (id.size != 0 && !bl_audit_is_new(audit, set, id))
        bl_audit_tell(audit, twice, bl_xml_tag(audit->xml), id, none);
}

static void start_file(bl_audit *audit, const bl_xml_element *element)
{
    bl_id_set_clear(&audit->units);
    bl_id_set_clear(&audit->groups);
    bl_id_set_clear(&audit->outer);
    bl_arena_reset(&audit->file);
    audit->pending_count = 0;
    audit->counts_text = false;
    audit->counts_bytes = false;
    judge_id(audit, element, &audit->files, BL_FAULT_FILE_ID);
}

static void start_unit(bl_audit *audit, const bl_xml_element *element,
                       uint64_t tag)
{
    bl_audit_unit_start(audit, bl_xml_get(element, BL_XML_ID), tag);
    judge_id(audit, element, &audit->units, BL_FAULT_UNIT_ID);
}

/* ---- events ------------------------------------------------------------- */

static bl_audit_frame *push(bl_audit *audit, const bl_xml_element *element,
                            bl_audit_kind kind, const bl_audit_frame *parent)
{
    bl_audit_frame *frame = &audit->frames[audit->depth++];
    const bl_str lang = bl_xml_get_in(element, BL_XML_LANG, BL_XML_XML);
    const bl_str space = bl_xml_get_in(element, BL_XML_SPACE, BL_XML_XML);
    /* What is inherited inside of candidates is their own. */
    const bool inherits = parent != NULL && kind != BL_AUDIT_MATCHES;

    *frame = (bl_audit_frame){ .kind = (uint8_t)kind,
                               .tag = bl_xml_tag(audit->xml) };
    if (!audit->in_unit)
        frame->at = bl_xml_position(audit->xml, frame->tag);
    if (inherits) {
        frame->preserve = parent->preserve;
        frame->scope = is_holding((bl_audit_kind)parent->kind)
                           ? 0
                           : parent->scope;
        memcpy(frame->lang, parent->lang, sizeof(frame->lang));
    }
    if (lang.ptr != NULL)
        set_tag(frame->lang, lang);
    if (space.ptr != NULL)
        frame->preserve = bl_str_equal(space, BL_STR("preserve"));
    if (kind == BL_AUDIT_MATCHES || kind == BL_AUDIT_GLOSSARY ||
        kind == BL_AUDIT_METADATA || kind == BL_AUDIT_FILE ||
        kind == BL_AUDIT_GROUP || kind == BL_AUDIT_UNIT)
        frame->scope = ++audit->scopes;
    if (kind == BL_AUDIT_PC)
        frame->pair = bl_audit_code_key(element);
    else if (parent != NULL)
        frame->pair = parent->pair;
    frame->href =
        kind == BL_AUDIT_MATCH
            ? bl_str_equal(bl_xml_get(element, BL_XML_REFERENCE),
                           BL_STR("yes"))
            : bl_xml_get(element, BL_XML_HREF).ptr != NULL;
    return frame;
}

static void start_element(bl_audit *audit, const bl_xml_element *element,
                          bl_audit_frame *frame, bl_audit_frame *parent)
{
    const bl_audit_kind kind = (bl_audit_kind)frame->kind;

    switch (kind) {
    case BL_AUDIT_XLIFF:
        start_root(audit, element);
        break;
    case BL_AUDIT_FILE:
        start_file(audit, element);
        break;
    case BL_AUDIT_GROUP:
        judge_id(audit, element, &audit->groups, BL_FAULT_GROUP_ID);
        break;
    case BL_AUDIT_SEGMENT:
    case BL_AUDIT_IGNORABLE:
        start_segment(audit, element, frame);
        break;
    case BL_AUDIT_NOTE:
        start_note(audit, element, frame);
        break;
    case BL_AUDIT_DATA:
        start_data(audit, element, frame);
        break;
    case BL_AUDIT_SOURCE:
        start_source(audit, frame, parent);
        break;
    case BL_AUDIT_TARGET:
        start_target(audit, element, frame, parent);
        break;
    case BL_AUDIT_MRK:
    case BL_AUDIT_SM:
        bl_audit_mark(audit, element);
        bl_audit_code(audit, element, kind);
        break;
    case BL_AUDIT_PH:
    case BL_AUDIT_PC:
    case BL_AUDIT_SC:
    case BL_AUDIT_EC:
    case BL_AUDIT_EM:
        bl_audit_code(audit, element, kind);
        break;
    default:
        bl_audit_module(audit, element, kind);
        break;
    }
}

static void stop_without_memory(bl_audit *audit)
{
    if (audit->no_memory)
        bl_xml_fail(audit->xml, BILINT_E_MEMORY,
                    bl_status_text(BILINT_E_MEMORY));
}

void bl_audit_start(bl_audit *audit, const bl_xml_element *element)
{
    bl_audit_frame *parent =
        audit->depth != 0 ? &audit->frames[audit->depth - 1] : NULL;
    const bl_audit_kind in =
        parent != NULL ? (bl_audit_kind)parent->kind : BL_AUDIT_NONE;
    const bl_audit_kind kind = kind_of(audit, element, in);
    bl_audit_frame *frame;

    if (kind == BL_AUDIT_UNIT && !audit->in_unit)
        start_unit(audit, element, bl_xml_tag(audit->xml));
    if (!is_closed(in))
        judge_place(audit, element, kind, parent);
    frame = push(audit, element, kind, parent);
    if (parent != NULL) {
        parent->text = true;
        if (kind != BL_AUDIT_ELSE)
            parent->children |= BL_AUDIT_BIT(kind);
    }
    if (kind == BL_AUDIT_ELSE) {
        judge_extension(audit, element, frame);
    } else {
        bl_audit_values(audit, element, kind);
        /* A part that stands where it has no meaning has none. */
        if ((bl_audit_rows[kind].parents & BL_AUDIT_BIT(in)) != 0)
            start_element(audit, element, frame, parent);
    }
    stop_without_memory(audit);
}

/* What shows when the element ends is told of where it begins. */
static void tell_of(bl_audit *audit, const bl_audit_frame *frame,
                    bl_fault_kind kind, bl_str a, bl_str b)
{
    const bl_str arguments[BL_FAULT_ARGUMENTS] = {
        a, b, bl_str_z(bl_audit_rows[frame->kind].section)
    };

    if (audit->in_unit)
        bl_audit_tell_all(audit, kind, frame->tag, arguments);
    else if (bl_audit_is_wanted(audit, kind))
        bl_audit_tell_at(audit, kind, frame->at, arguments);
}

/* "<unit> or <group>" */
static void tell_needs(bl_audit *audit, const bl_audit_frame *frame,
                       uint64_t needs)
{
    char text[80];
    size_t size = 0;

    for (int i = 1; i < BL_AUDIT_KINDS; i++) {
        const bl_str name = bl_audit_name((bl_audit_kind)i);

        if ((needs & BL_AUDIT_BIT(i)) == 0 ||
            name.size + 6 > sizeof(text) - size)
            continue;
        if (size != 0) {
            memcpy(text + size, " or ", 4);
            size += 4;
        }
        text[size++] = '<';
        memcpy(text + size, name.ptr, name.size);
        size += name.size;
        text[size++] = '>';
    }
    tell_of(audit, frame, BL_FAULT_NO_CHILD,
            bl_audit_name((bl_audit_kind)frame->kind),
            bl_str_of(text, size));
}

static void end_unit(bl_audit *audit)
{
    bl_audit_codes_end(audit);
    judge_orders(audit);
    audit->in_unit = false;
    audit->unit = none;
}

void bl_audit_end(bl_audit *audit)
{
    const bl_audit_frame *frame = &audit->frames[audit->depth - 1];
    const bl_audit_kind kind = (bl_audit_kind)frame->kind;
    const uint64_t needs =
        kind != BL_AUDIT_ELSE ? bl_audit_rows[kind].needs : 0;

    if (needs != 0 && (frame->children & needs) == 0)
        tell_needs(audit, frame, needs);
    if (kind == BL_AUDIT_SKELETON && frame->href == frame->text)
        tell_of(audit, frame, BL_FAULT_SKELETON, none, none);
    /* Of a text that lacks its translation, state-mismatch tells. */
    if (frame->state.ptr != NULL && !audit->worded &&
        (frame->children & BL_AUDIT_BIT(BL_AUDIT_TARGET)) == 0)
        tell_of(audit, frame, BL_FAULT_NO_TARGET, frame->state, none);
    if (kind == BL_AUDIT_UNIT && audit->unit_tag == frame->tag)
        end_unit(audit);
    else if (kind == BL_AUDIT_FILE)
        bl_audit_settle(audit, BL_FAULT_SUB_FLOW, &audit->units);
    else
        bl_audit_module_end(audit, frame);
    audit->depth--;
    stop_without_memory(audit);
}

/* Elements that have elements alone. */
#define HOLDERS                                                          \
    (SCOPES | BL_AUDIT_BIT(BL_AUDIT_XLIFF) |                             \
     BL_AUDIT_BIT(BL_AUDIT_SEGMENT) | BL_AUDIT_BIT(BL_AUDIT_IGNORABLE) | \
     BL_AUDIT_BIT(BL_AUDIT_NOTES) |                                      \
     BL_AUDIT_BIT(BL_AUDIT_ORIGINAL_DATA) |                              \
     BL_AUDIT_BIT(BL_AUDIT_MATCHES) | BL_AUDIT_BIT(BL_AUDIT_MATCH) |     \
     BL_AUDIT_BIT(BL_AUDIT_GLOSSARY) |                                   \
     BL_AUDIT_BIT(BL_AUDIT_GLOSS_ENTRY) |                                \
     BL_AUDIT_BIT(BL_AUDIT_METADATA) |                                   \
     BL_AUDIT_BIT(BL_AUDIT_META_GROUP) |                                 \
     BL_AUDIT_BIT(BL_AUDIT_VALIDATION))

/* Elements that have text. */
#define INLINE                                                       \
    (BL_AUDIT_BIT(BL_AUDIT_SOURCE) | BL_AUDIT_BIT(BL_AUDIT_TARGET) | \
     BL_AUDIT_BIT(BL_AUDIT_PC) | BL_AUDIT_BIT(BL_AUDIT_MRK))

/* XML has no other controls. */
static bool is_blank(bl_str text)
{
    size_t at = 0;

    while (at < text.size && (unsigned char)text.ptr[at] <= ' ')
        at++;
    return at == text.size;
}

void bl_audit_text(bl_audit *audit, bl_str text)
{
    bl_audit_frame *frame =
        audit->depth != 0 ? &audit->frames[audit->depth - 1] : NULL;
    const bool holder = frame != NULL && frame->kind != BL_AUDIT_ELSE &&
                        (HOLDERS & BL_AUDIT_BIT(frame->kind)) != 0;

    if (frame != NULL && !audit->worded && frame->kind != BL_AUDIT_ELSE &&
        (INLINE & BL_AUDIT_BIT(frame->kind)) != 0)
        audit->worded = has_words(text);
    if (frame == NULL || (frame->text && !holder) ||
        (!holder && frame->kind != BL_AUDIT_SKELETON &&
         frame->kind != BL_AUDIT_RESOURCE_SOURCE &&
         frame->kind != BL_AUDIT_RESOURCE_TARGET) ||
        is_blank(text))
        return;
    frame->text = true;
    if (holder && !frame->stray)
        tell_of(audit, frame, BL_FAULT_TEXT,
                bl_audit_name((bl_audit_kind)frame->kind), none);
    frame->stray = frame->stray || holder;
}
