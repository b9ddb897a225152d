/* SPDX-License-Identifier: Apache-2.0 */
/*
 * XLIFF 1.0 to 1.2 and 2.0 to 2.2: which element means what, and what it
 * inherits. Elements are known by local name in the XLIFF namespaces or in
 * none; whatever is of another namespace is passed over, so candidates
 * (alt-trans, mtc:matches) are never taken for the translation.
 *
 * Units are put together in unit.c, inline codes in inline.c, and what tools
 * do beside the standard is in dialect.c.
 */
#include "readers/xliff.h"

#include "base/error.h"
#include "text/utf8.h"

#include <string.h>

static bl_frame *top(bl_reader *reader)
{
    return reader->depth != 0 ? &reader->frames[reader->depth - 1] : NULL;
}

void bl_reader_skip(bl_reader *reader)
{
    reader->skipping = 1;
}

const char *bl_reader_keep(bl_reader *reader, bl_str text)
{
    const char *kept = bl_arena_copy(&reader->strings, text.ptr, text.size);

    if (kept == NULL) {
        reader->no_memory = true;
        return "";
    }
    return kept;
}

enum { CLASSES_MAX = 256 };

const bl_char_class *bl_reader_class(bl_reader *reader, bl_str text,
                                     bool standard)
{
    bl_known_class *known = reader->classes;

    while (known != NULL && !bl_str_equal(known->text, text))
        known = known->next;
    if (known != NULL || reader->class_count == CLASSES_MAX)
        return known != NULL ? known->set : NULL;
    known = bl_arena_alloc(&reader->strings, 1, sizeof(*known));
    if (known == NULL) {
        reader->no_memory = true;
        return NULL;
    }
    known->text = bl_str_of(bl_reader_keep(reader, text), text.size);
    known->set = bl_char_class_new(&reader->strings, text);
    known->next = reader->classes;
    reader->classes = known;
    reader->class_count++;
    if (reader->strings.failed)
        reader->no_memory = true;
    if (standard && known->set == NULL && reader->audit != NULL)
        bl_audit_tell(reader->audit, BL_FAULT_CLASS, bl_xml_tag(reader->xml),
                      text, bl_str_of(NULL, 0));
    return known->set;
}

/* ---- root and file ------------------------------------------------------ */

static bool is_family_2(const bl_xml_element *root)
{
    static const char two[] = "urn:oasis:names:tc:xliff:document:2";
    const bl_str version = bl_xml_get(root, BL_XML_VERSION);

    if (root->uri.size >= sizeof(two) - 1)
        return memcmp(root->uri.ptr, two, sizeof(two) - 1) == 0;
    return version.size != 0 && version.ptr[0] == '2';
}

static void set_languages(bl_reader *reader, const bl_xml_element *element,
                          bl_xml_name source, bl_xml_name target)
{
    const bl_str from = bl_xml_get(element, source);
    const bl_str to = bl_xml_get(element, target);

    reader->source_lang = from.size != 0 ? bl_reader_keep(reader, from) : "";
    reader->target_lang = to.size != 0 ? bl_reader_keep(reader, to)
                                       : bl_dialect_language(reader);
}

static void on_start(void *context, const bl_xml_element *element);
static void on_end(void *context, bl_xml_name name);
static void on_text(void *context, bl_str text);

static void on_start_followed(void *context, const bl_xml_element *element)
{
    bl_reader *reader = context;

    bl_audit_start(reader->audit, element);
    on_start(context, element);
}

static void on_end_followed(void *context, bl_xml_name name)
{
    bl_reader *reader = context;

    bl_audit_end(reader->audit);
    on_end(context, name);
}

static void on_text_followed(void *context, bl_str text)
{
    bl_reader *reader = context;

    bl_audit_text(reader->audit, text);
    on_text(context, text);
}

/* From the root element on, XLIFF 2 is held against its tables. */
static void follow_events(bl_reader *reader, const bl_xml_element *root)
{
    reader->handler.start = on_start_followed;
    reader->handler.end = on_end_followed;
    reader->handler.text = on_text_followed;
    bl_audit_start(reader->audit, root);
}

static void start_root(bl_reader *reader, const bl_xml_element *element)
{
    if (element->name != BL_XML_XLIFF || element->space != BL_XML_CORE) {
        bl_xml_fail(reader->xml, BILINT_E_UNSUPPORTED,
                    "not XLIFF: the root element is not <xliff>");
        return;
    }
    reader->family = is_family_2(element) ? 2 : 1;
    set_languages(reader, element, BL_XML_SRC_LANG, BL_XML_TRG_LANG);
    if (reader->sink->fault == NULL)
        return;
    reader->audit = bl_audit_new(reader->alloc, reader->xml, reader->sink,
                                 reader->family);
    if (reader->audit == NULL)
        reader->no_memory = true;
    else if (reader->family == 2)
        follow_events(reader, element);
}

static void start_file(bl_reader *reader, const bl_xml_element *element)
{
    const bl_str original = bl_xml_get(element, BL_XML_ORIGINAL);

    reader->original =
        original.ptr != NULL
            ? bl_str_of(bl_reader_keep(reader, original), original.size)
            : original;
    bl_sizes_file(reader);
    if (reader->family == 1) /* XLIFF 2 has them on the root */
        set_languages(reader, element, BL_XML_SOURCE_LANGUAGE,
                      BL_XML_TARGET_LANGUAGE);
    if (reader->family == 1 && reader->audit != NULL)
        bl_audit_1_file(reader);
}

/* ---- inheritance -------------------------------------------------------- */

/* ITS 2.0, 8.19; and charclass of XLIFF 1.2, where it is such a class. */
static void inherit_class(bl_reader *reader, const bl_xml_element *element,
                          bl_frame *frame)
{
    const bl_str allowed = bl_xml_get_in(element, BL_XML_ALLOWED_CHARACTERS,
                                         BL_XML_FOREIGN);
    const bl_str own = bl_xml_get(element, BL_XML_CHARCLASS);

    if (allowed.ptr != NULL)
        frame->allowed = bl_reader_class(reader, allowed, true);
    else if (bl_str_begins(own, BL_STR("[")))
        frame->allowed = bl_reader_class(reader, own, false);
}

static void inherit(bl_reader *reader, const bl_xml_element *element,
                    bl_frame *frame)
{
    bl_str translate;
    bl_str space;

    if (element->attribute_count == 0)
        return;
    translate = bl_xml_get(element, BL_XML_TRANSLATE);
    space = bl_xml_get_in(element, BL_XML_SPACE, BL_XML_XML);
    if (translate.size != 0)
        frame->translate = !bl_str_equal(translate, BL_STR("no"));
    if (space.size != 0)
        frame->preserve = bl_str_equal(space, BL_STR("preserve"));
    bl_sizes_start(reader, element, frame);
    inherit_class(reader, element, frame);
}

/* ---- elements ----------------------------------------------------------- */

static bl_frame *push(bl_reader *reader)
{
    const bl_frame *parent = top(reader);
    bl_frame frame = { .role = BL_ROLE_OTHER,
                       .translate = true,
                       .mark = BL_NO_CODE };

    if (parent != NULL) {
        frame.translate = parent->translate;
        frame.preserve = parent->preserve;
        frame.plural = parent->plural;
        frame.scope = parent->scope;
        frame.allowed = parent->allowed;
    }
    if (!bl_grow(reader->alloc, &reader->frames, &reader->frame_room,
                 reader->depth, sizeof(bl_frame))) {
        reader->no_memory = true;
        return NULL;
    }
    reader->frames[reader->depth] = frame;
    return &reader->frames[reader->depth++];
}

/* Elements between the root and the content of a text. */
static void start_structure(bl_reader *reader, const bl_xml_element *element,
                            bl_frame *frame)
{
    switch (element->name) {
    case BL_XML_FILE:
        frame->role = BL_ROLE_FILE;
        start_file(reader, element);
        break;
    case BL_XML_GROUP:
        bl_dialect_group(reader, element, frame);
        break;
    case BL_XML_TRANS_UNIT:
    case BL_XML_UNIT:
        if (reader->in_unit)
            break;
        frame->role = BL_ROLE_UNIT;
        bl_unit_start(reader, element, frame);
        break;
    case BL_XML_SEGMENT:
    case BL_XML_IGNORABLE:
        if (!reader->in_unit || reader->family != 2)
            break;
        frame->role = BL_ROLE_SEGMENT;
        bl_unit_segment(reader, element);
        break;
    case BL_XML_SOURCE:
    case BL_XML_TARGET:
    case BL_XML_SEG_SOURCE:
        if (!reader->in_unit)
            break;
        frame->role = BL_ROLE_CONTENT;
        bl_unit_content(reader, element);
        break;
    case BL_XML_NOTE:
        if (reader->in_unit)
            frame->role = BL_ROLE_NOTE;
        break;
    case BL_XML_DATA:
        if (!reader->in_unit)
            break;
        frame->role = BL_ROLE_DATA;
        bl_buf_clear(&reader->draft.data_text);
        reader->draft.data_id = bl_content_copy(
            &reader->draft.source, bl_xml_get(element, BL_XML_ID));
        break;
    case BL_XML_PHASE:
        if (reader->family == 1 && reader->audit != NULL)
            bl_audit_1_phase(reader, element);
        break;
    case BL_XML_ALT_TRANS:
    case BL_XML_BIN_SOURCE:
    case BL_XML_BIN_TARGET:
    case BL_XML_INTERNAL_FILE:
    case BL_XML_SKELETON:
    case BL_XML_SKL:
        bl_reader_skip(reader);
        break;
    default:
        break;
    }
}

/* <cp hex="0003"/>: a character that XML cannot hold. */
static void add_character(bl_reader *reader, const bl_xml_element *element,
                          const bl_frame *parent)
{
    const bl_str hex = bl_xml_get(element, BL_XML_HEX);
    uint32_t c = 0;
    char bytes[4];
    bl_str text;

    for (size_t i = 0; i < hex.size && i < 6; i++) {
        const char digit = hex.ptr[i];

        c <<= 4;
        if (digit >= '0' && digit <= '9')
            c |= (uint32_t)(digit - '0');
        else if (digit >= 'a' && digit <= 'f')
            c |= (uint32_t)(digit - 'a' + 10);
        else if (digit >= 'A' && digit <= 'F')
            c |= (uint32_t)(digit - 'A' + 10);
    }
    if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) || hex.size == 0)
        c = 0xfffd;
    text = bl_str_of(bytes, bl_utf8_put(c, bytes));
    if (parent->role == BL_ROLE_DATA) {
        bl_buf_str(&reader->draft.data_text, text);
        return;
    }
    bl_content_anchor(reader->content, bl_xml_tag(reader->xml));
    bl_content_text(reader->content, text);
    bl_content_anchor(reader->content, bl_xml_offset(reader->xml));
}

static void on_start(void *context, const bl_xml_element *element)
{
    bl_reader *reader = context;
    bl_frame *frame;
    const bl_frame *parent;

    if (reader->skipping != 0) {
        reader->skipping++;
        return;
    }
    if (reader->family == 0)
        start_root(reader, element);
    frame = push(reader);
    if (frame == NULL)
        return;
    parent = reader->depth > 1 ? frame - 1 : frame;
    if (element->name == BL_XML_CP && element->space == BL_XML_CORE &&
        (reader->content != NULL || parent->role == BL_ROLE_DATA)) {
        add_character(reader, element, parent);
        return;
    }
    if (reader->content != NULL) {
        bl_inline_start(reader, element, frame, parent);
        return;
    }
    if (element->space != BL_XML_CORE) {
        if (reader->family == 2 && bl_validation_element(reader, element))
            return;
        if (!reader->in_unit)
            bl_sizes_element(reader, element);
        else if (!bl_glossary_element(reader, element, frame))
            bl_dialect_element(reader, element);
        return;
    }
    inherit(reader, element, frame);
    start_structure(reader, element, frame);
}

static void on_end(void *context, bl_xml_name name)
{
    bl_reader *reader = context;
    bl_frame *frame = top(reader);

    (void)name;
    if (reader->skipping > 1) {
        reader->skipping--;
        return;
    }
    reader->skipping = 0;
    if (frame == NULL)
        return;
    switch ((bl_role)frame->role) {
    case BL_ROLE_UNIT:
        bl_unit_end(reader, frame);
        break;
    case BL_ROLE_SEGMENT:
        bl_unit_segment_end(reader);
        break;
    case BL_ROLE_CONTENT:
        bl_unit_content_end(reader, frame);
        break;
    case BL_ROLE_NOTE:
        bl_buf_char(&reader->draft.note, '\n');
        break;
    case BL_ROLE_DATA:
        bl_unit_data_end(reader);
        break;
    case BL_ROLE_TERM:
    case BL_ROLE_TRANSLATION:
        bl_glossary_end(reader, frame);
        break;
    case BL_ROLE_FILE:
        if (reader->family == 1 && reader->audit != NULL)
            bl_audit_1_file_end(reader);
        break;
    case BL_ROLE_OTHER:
        break;
    default:
        bl_inline_end(reader, frame);
        break;
    }
    reader->depth--;
    if (reader->scope_count != 0)
        bl_sizes_end(reader, reader->depth != 0 ? top(reader)->scope : 0);
    if (reader->rules.count != 0)
        bl_validation_leave(reader);
    if (!reader->in_unit)
        bl_xml_keep(reader->xml, bl_xml_offset(reader->xml));
    if (reader->no_memory || reader->draft.source.failed ||
        reader->draft.target.failed || reader->draft.segmented.failed ||
        reader->draft.flow.failed)
        bl_xml_fail(reader->xml, BILINT_E_MEMORY,
                    bl_status_text(BILINT_E_MEMORY));
}

static void on_text(void *context, bl_str text)
{
    bl_reader *reader = context;
    const bl_frame *frame = top(reader);

    if (reader->skipping != 0 || frame == NULL)
        return;
    if (reader->content != NULL) {
        if (frame->role == BL_ROLE_NATIVE)
            bl_buf_str(&reader->content->native, text);
        else
            bl_content_text(reader->content, text);
        if (reader->content->over != NULL)
            bl_xml_fail(reader->xml, BILINT_E_LIMIT, reader->content->over);
    } else if (frame->role == BL_ROLE_NOTE) {
        bl_buf_str(&reader->draft.note, text);
    } else if (frame->role == BL_ROLE_DATA) {
        bl_buf_str(&reader->draft.data_text, text);
    } else if (frame->role == BL_ROLE_TERM ||
               frame->role == BL_ROLE_TRANSLATION) {
        bl_buf_str(&reader->draft.gloss_text, text);
    }
}

/* Text that is a reference to an entity of the DTD in the file. */
static void on_entity(void *context, bl_str text, uint64_t start,
                      uint64_t limit)
{
    bl_reader *reader = context;

    if (reader->content != NULL && reader->skipping == 0)
        bl_content_anchor(reader->content, start);
    on_text(context, text);
    if (reader->content != NULL && reader->skipping == 0)
        bl_content_anchor(reader->content, limit);
}

/* ---- the reader --------------------------------------------------------- */

static void set_limits(bl_reader_limits *limits, const bl_reader_limits *from)
{
    *limits = (bl_reader_limits){ 64u << 20, 1000000, 1000000, 1u << 20 };
    if (from == NULL)
        return;
    if (from->text_size != 0)
        limits->text_size = from->text_size;
    if (from->code_count != 0)
        limits->code_count = from->code_count;
    if (from->unit_segments != 0)
        limits->unit_segments = from->unit_segments;
    if (from->entity_size != 0)
        limits->entity_size = from->entity_size;
}

bl_reader *bl_reader_new(const bl_alloc *alloc, const char *name,
                         const bl_reader_limits *limits, bl_unit_sink *sink)
{
    bl_reader *reader = bl_new(alloc, 1, sizeof(*reader));

    if (reader == NULL)
        return NULL;
    reader->alloc = alloc;
    reader->sink = sink;
    set_limits(&reader->limits, limits);
    bl_arena_init(&reader->strings, alloc, 0);
    bl_draft_init(&reader->draft, alloc, &reader->limits);
    bl_buf_init(&reader->rules.text, alloc);
    reader->handler =
        (bl_xml_handler){ reader, on_start, on_end, on_text, on_entity };
    if (name != NULL)
        reader->name = bl_reader_keep(reader, bl_str_z(name));
    reader->xml =
        bl_xml_new(alloc, &reader->handler, reader->limits.entity_size);
    if (reader->xml == NULL || reader->no_memory) {
        bl_reader_free(reader);
        return NULL;
    }
    return reader;
}

static bilint_status push_bytes(bl_reader *reader, const void *data,
                                size_t size, bool last, bilint_error *err)
{
    bilint_status status;

    reader->err = err;
    status = bl_xml_push(reader->xml, data, size, last, err);
    reader->err = NULL;
    /* Whatever lacked memory, what was read is not the document. */
    if (status == BILINT_OK && reader->no_memory)
        return bl_fail_memory(err);
    return status;
}

bilint_status bl_reader_push(bl_reader *reader, const void *data, size_t size,
                             bilint_error *err)
{
    return push_bytes(reader, data, size, false, err);
}

bilint_status bl_reader_finish(bl_reader *reader, bilint_error *err)
{
    return push_bytes(reader, NULL, 0, true, err);
}

void bl_reader_free(bl_reader *reader)
{
    if (reader == NULL)
        return;
    bl_audit_free(reader->audit);
    bl_xml_free(reader->xml);
    bl_draft_free(&reader->draft, reader->alloc);
    bl_free(reader->alloc, reader->frames);
    bl_free(reader->alloc, reader->scopes);
    bl_free(reader->alloc, reader->rules.items);
    bl_buf_free(&reader->rules.text);
    bl_arena_free(&reader->strings);
    bl_free(reader->alloc, reader);
}
