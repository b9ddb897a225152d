/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The only file that talks to libxml2's parser.
 *
 * The document is kept as a window of decoded bytes: from bl_xml_keep() on,
 * up to what was pushed last. libxml2 copies what it is given; the window is
 * ours, so that text can be placed in the file whatever libxml2's version
 * does with its buffers.
 */
#include "readers/xml.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/lock.h"
#include "readers/entities.h"
#include "readers/outline.h"
#include "readers/place.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <inttypes.h>
#include <string.h>

enum {
    SLICE = 32 * 1024,      /* bytes read at a time */
    WASTE = 64 * 1024,      /* dead bytes of the window before it is moved */
    VALUES_KEPT = 4096,     /* bytes kept for the values of the next element */
    SLOT_BITS = 9,          /* over twice the names have slots */
    NAME_SLOTS = 1 << SLOT_BITS,
    DEPTH_MAX = 256,        /* elements in elements */
    ATTRIBUTES_MAX = 64     /* known attributes of one element */
};

typedef struct slot {
    const xmlChar *key;
    uint8_t name;
} slot;

/* Where an open element begins. */
typedef struct open_tag {
    uint64_t offset;
    uint32_t line; /* 0: not yet looked for */
    uint8_t name;  /* bl_xml_name */
} open_tag;

struct bl_xml {
    const bl_alloc *alloc;
    const bl_xml_handler *handler;
    xmlParserCtxtPtr parser;
    bl_input input;

    bl_buf window;    /* decoded bytes from `base` on */
    uint64_t base;
    uint64_t kept;    /* from here on the bytes are wanted */
    uint32_t depth;   /* open elements */
    open_tag open[DEPTH_MAX];
    uint64_t tag;     /* see bl_xml_tag() */
    uint64_t event;   /* see bl_xml_offset() */
    uint64_t behind;  /* the text before the event ends there, or sooner */
    bool guided;      /* libxml2 knows that it gets UTF-8 */
    bool ended;       /* it has been given everything */
    bl_outline outline; /* what libxml2 is given of it */
    char slice[SLICE];

    bl_position at;   /* of offset at_offset */
    uint64_t at_offset;

    slot names[NAME_SLOTS];
    const xmlChar *uri_key; /* the last namespace asked about */
    bl_str uri;
    bl_xml_space uri_space;

    bl_arena values; /* of the element, where they have references */

    bl_entities entities;
    uint64_t entity_start; /* of the reference whose text comes next */
    bool entity_next;

    bilint_status status;
    bilint_error error;
};

/* ---- names -------------------------------------------------------------- */

static size_t slot_of(const xmlChar *key)
{
    /* Names lie side by side in libxml2's dictionary. */
    return (size_t)((uint64_t)(uintptr_t)key * UINT64_C(0x9e3779b97f4a7c15) >>
                    (64 - SLOT_BITS));
}

static bool intern_names(bl_xml *xml)
{
    for (int i = 1; i < BL_XML_NAME_COUNT; i++) {
        const xmlChar *key = xmlDictLookup(
            xml->parser->dict,
            (const xmlChar *)bl_xml_name_text((bl_xml_name)i).ptr, -1);
        size_t at;

        if (key == NULL)
            return false;
        for (at = slot_of(key); xml->names[at].key != NULL;
             at = (at + 1) & (NAME_SLOTS - 1))
            ;
        xml->names[at] = (slot){ key, (uint8_t)i };
    }
    return true;
}

/* libxml2 gives the same pointer for the same name. */
static bl_xml_name name_of(const bl_xml *xml, const xmlChar *key)
{
    for (size_t at = slot_of(key); xml->names[at].key != NULL;
         at = (at + 1) & (NAME_SLOTS - 1)) {
        if (xml->names[at].key == key)
            return (bl_xml_name)xml->names[at].name;
    }
    return BL_XML_UNKNOWN;
}

static bl_str text_of(const xmlChar *text)
{
    return bl_str_z((const char *)text);
}

static void set_space(bl_xml *xml, bl_xml_element *element,
                      const xmlChar *prefix, const xmlChar *uri)
{
    static const char core[] = "urn:oasis:names:tc:xliff:document:";

    element->prefix = text_of(prefix);
    if (uri == NULL) {
        /* Without namespace: XLIFF 1.0. An unbound prefix is a dialect
         * that forgot its declaration. */
        element->space = prefix == NULL ? BL_XML_CORE : BL_XML_FOREIGN;
        return;
    }
    if (uri != xml->uri_key) {
        xml->uri_key = uri;
        xml->uri = text_of(uri);
        xml->uri_space =
            strncmp(xml->uri.ptr, core, sizeof(core) - 1) == 0
                ? BL_XML_CORE
                : BL_XML_FOREIGN;
    }
    element->uri = xml->uri;
    element->space = xml->uri_space;
}

bl_str bl_xml_find(const bl_xml_element *element, bl_xml_name name,
                   bl_xml_space space)
{
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const bl_xml_attribute *a = &element->attributes[i];

        if (a->name == name && a->space == space)
            return a->value;
    }
    return bl_str_of(NULL, 0);
}

bool bl_xml_stranger(const bl_xml *xml, const bl_xml_element *element,
                     uint32_t index, bl_str *name, const char **uri)
{
    const xmlChar *const *const all = element->all;
    const xmlChar *const *const a = all + 5 * (ptrdiff_t)index;

    *name = text_of(a[0]);
    *uri = (const char *)a[2];
    return name_of(xml, a[0]) == BL_XML_UNKNOWN;
}

/* ---- events ------------------------------------------------------------- */

/* How much of the outline libxml2 has read. */
static uint64_t consumed(const bl_xml *xml)
{
    const xmlParserInput *input = xml->parser->input;

    return input != NULL ? (uint64_t)input->consumed +
                               (uint64_t)(input->cur - input->base)
                         : xml->outline.size;
}

/* Where that is in the document: before or behind text that was left out
 * there. */
static uint64_t place(const bl_xml *xml, bool behind)
{
    return bl_outline_place(&xml->outline, consumed(xml) + behind) - behind;
}

/* Each end of a line is a line feed (XML 1.0, 2.11). */
static void give_lines(bl_xml *xml, bl_str text)
{
    const char *at = text.ptr;
    const char *limit = text.ptr + text.size;
    const char *found;

    while ((found = memchr(at, '\r', (size_t)(limit - at))) != NULL) {
        xml->handler->text(xml->handler->context,
                           bl_str_of(at, (size_t)(found - at)));
        xml->handler->text(xml->handler->context, BL_STR("\n"));
        at = found + 1;
        if (at < limit && *at == '\n')
            at++;
        if (xml->status != BILINT_OK)
            return;
    }
    xml->handler->text(xml->handler->context,
                       bl_str_of(at, (size_t)(limit - at)));
}

/* The text that was left out before that place of the outline. */
static void give_omissions(bl_xml *xml, uint64_t before)
{
    uint64_t start;

    while (bl_outline_next(&xml->outline, before, &start, &xml->behind)) {
        const bl_str text =
            bl_str_of(xml->window.data + (start - xml->base),
                      (size_t)(xml->behind - start));

        if (text.size == 0 || xml->status != BILINT_OK)
            continue;
        if (xml->outline.returns)
            give_lines(xml, text);
        else
            xml->handler->text(xml->handler->context, text);
    }
}

/* The start of the tag that ends before the event: right behind the event or
 * the text before it, unless there is something else between them. */
static uint64_t find_tag(const bl_xml *xml)
{
    const char *data = xml->window.data;
    size_t at = (size_t)(xml->behind - xml->base);

    if (data[at] != '<' || data[at + 1] == '!' || data[at + 1] == '?') {
        at = (size_t)(xml->event - xml->base);
        while (at > 0 && data[--at] != '<')
            ;
    }
    return xml->base + at;
}

/* An event, and the text before it. The end of an empty element is where its
 * start was. */
static void begin_event(bl_xml *xml)
{
    const uint64_t at = consumed(xml);

    give_omissions(xml, at);
    if (xml->event == at + xml->outline.told)
        return;
    xml->event = at + xml->outline.told;
    xml->tag = find_tag(xml);
    xml->behind = xml->event;
}

static bl_str value_of(bl_xml *xml, bl_str given)
{
    const char *why;
    bl_str value;
    const bilint_status status = bl_entities_value(
        &xml->entities, given, &xml->values, &value, &why);

    if (status != BILINT_OK)
        bl_xml_fail(xml, status, why);
    return value;
}

static void add_attribute(bl_xml *xml, const xmlChar **from,
                          bl_xml_attribute *to)
{
    const char *value = (const char *)from[3];

    to->space = BL_XML_FOREIGN;
    if (from[1] == NULL)
        to->space = BL_XML_CORE;
    else if (strcmp((const char *)from[1], "xml") == 0)
        to->space = BL_XML_XML;
    to->prefix = text_of(from[1]);
    to->uri = (const char *)from[2];
    to->value = value_of(
        xml, bl_str_of(value, (size_t)((const char *)from[4] - value)));
}

/* libxml2 stands on the `>` or `/>` of a start tag. */
static void pass_tag(bl_xml *xml)
{
    const char *at = xml->window.data + (xml->event - xml->base);

    if (xml->event < xml->outline.read && *at == '/') {
        xml->event++;
        at++;
    }
    if (xml->event < xml->outline.read && *at == '>')
        xml->event++;
    xml->behind = xml->event;
}

static void on_start(void *context, const xmlChar *name,
                     const xmlChar *prefix, const xmlChar *uri, int ns_count,
                     const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **values)
{
    bl_xml *xml = context;
    bl_xml_attribute attributes[ATTRIBUTES_MAX];
    bl_xml_element element = { .attributes = attributes,
                               .all = values,
                               .all_count = (uint32_t)count };

    (void)ns_count;
    (void)namespaces;
    (void)defaulted;
    begin_event(xml);
    if (xml->status != BILINT_OK)
        return;
    if (xml->depth == DEPTH_MAX) {
        bl_xml_fail(xml, BILINT_E_LIMIT,
                    "elements are nested deeper than allowed");
        return;
    }
    pass_tag(xml);
    element.name = name_of(xml, name);
    element.local = (const char *)name;
    xml->open[xml->depth++] = (open_tag){ .offset = xml->tag,
                                          .name = (uint8_t)element.name };
    set_space(xml, &element, prefix, uri);
    if (xml->values.next != NULL)
        bl_arena_reset(&xml->values);
    for (int i = 0; i < count; i++) {
        const xmlChar **a = values + 5 * (ptrdiff_t)i;
        const bl_xml_name attribute = name_of(xml, a[0]);

        if (attribute == BL_XML_UNKNOWN ||
            element.attribute_count == ATTRIBUTES_MAX)
            continue;
        attributes[element.attribute_count].name = (uint8_t)attribute;
        add_attribute(xml, a, &attributes[element.attribute_count++]);
        element.named[attribute / 64] |= UINT64_C(1) << attribute % 64;
    }
    if (xml->status == BILINT_OK)
        xml->handler->start(xml->handler->context, &element);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *uri)
{
    bl_xml *xml = context;

    (void)name;
    (void)prefix;
    (void)uri;
    begin_event(xml);
    if (xml->status != BILINT_OK)
        return;
    xml->depth--;
    xml->handler->end(xml->handler->context,
                      (bl_xml_name)xml->open[xml->depth].name);
}

/* Up to which place of the outline everything is before that text: what
 * libxml2 gives out from its own buffer it may not have consumed yet. */
static uint64_t before_text(const bl_xml *xml, const xmlChar *text)
{
    const xmlParserInput *input = xml->parser->input;
    const uintptr_t base = (uintptr_t)input->base;
    const uintptr_t at = (uintptr_t)text;

    return at >= base && at < (uintptr_t)input->end
               ? (uint64_t)input->consumed + (at - base) + 1
               : consumed(xml);
}

/* References, CDATA sections, and text that was not left out. */
static void on_text(void *context, const xmlChar *text, int size)
{
    bl_xml *xml = context;
    const bl_str run = bl_str_of((const char *)text, (size_t)size);

    give_omissions(xml, before_text(xml, text));
    if (xml->status != BILINT_OK)
        return;
    if (xml->entity_next)
        xml->handler->entity(xml->handler->context, run, xml->entity_start,
                             place(xml, false));
    else
        xml->handler->text(xml->handler->context, run);
    xml->entity_next = false;
}

/* The line of an open element, which begins before the tracker: counted when
 * it is asked for, or would soon be forgotten. */
static uint32_t line_of(bl_xml *xml, open_tag *open)
{
    const char *at;
    const char *limit;

    if (open->line != 0)
        return open->line;
    open->line = xml->at.line;
    at = xml->window.data + (open->offset - xml->base);
    limit = xml->window.data + (xml->at_offset - xml->base);
    while (at < limit &&
           (at = memchr(at, '\n', (size_t)(limit - at))) != NULL) {
        open->line--;
        at++;
    }
    return open->line;
}

/* libxml2's own words, but for the lines that it has not seen. */
static bilint_status explain(bl_xml *xml, const xmlError *error)
{
    /* Where the document ends, or goes on with what is no markup, libxml2
     * has read the text before it. */
    const bool behind =
        xml->ended || error->code == XML_ERR_INTERNAL_ERROR;
    const bl_position at = bl_xml_position(xml, place(xml, behind));
    const char *said = error->message != NULL ? error->message : "?";

    if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 != NULL &&
        error->str2 != NULL && xml->depth != 0)
        return bl_fail_at(&xml->error, BILINT_E_FORMAT, at.line, at.column,
                          (int64_t)at.offset,
                          "not well-formed XML: Opening and ending tag "
                          "mismatch: %s line %" PRIu32 " and %s",
                          error->str1, line_of(xml, &xml->open[xml->depth - 1]),
                          error->str2);
    /* What does not begin with markup is "empty": text, PO, JSON. */
    if (error->code == XML_ERR_DOCUMENT_EMPTY)
        return bl_fail_at(&xml->error, BILINT_E_FORMAT, at.line, at.column,
                          (int64_t)at.offset,
                          "not XLIFF: the document is not XML");
    /* DOCUMENT_END is said of what stands behind the last element, too. */
    if (error->code == XML_ERR_TAG_NOT_FINISHED ||
        (error->code == XML_ERR_DOCUMENT_END && xml->outline.read != 0 &&
         xml->parser->instate != XML_PARSER_EPILOG))
        said = "the document breaks off";
    return bl_fail_at(&xml->error, BILINT_E_FORMAT, at.line, at.column,
                      (int64_t)at.offset, "not well-formed XML: %.*s",
                      (int)strcspn(said, "\r\n"), said);
}

static void on_error(void *context, const xmlError *error)
{
    bl_xml *xml = context;

    if (xml->status != BILINT_OK || error == NULL)
        return;
    /* An unbound prefix or an odd namespace name loses no text. */
    if (error->level != XML_ERR_FATAL &&
        error->code != XML_WAR_UNDECLARED_ENTITY)
        return;
    if (error->code == XML_ERR_NO_MEMORY) {
        xml->status = bl_fail_memory(&xml->error);
        return;
    }
    xml->status = explain(xml, error);
    xmlStopParser(xml->parser);
}

#if LIBXML_VERSION >= 21200
#    define ON_ERROR on_error
#else
static void on_error_old(void *context, xmlErrorPtr error)
{
    on_error(context, error);
}
#    define ON_ERROR on_error_old
#endif

void bl_xml_fail(bl_xml *xml, bilint_status status, const char *message)
{
    bl_position at;

    if (xml->status != BILINT_OK)
        return;
    at = bl_xml_position(xml, place(xml, xml->ended));
    xml->status = bl_fail_at(&xml->error, status, at.line, at.column,
                             (int64_t)at.offset, "%s", message);
    /* No more events. xmlStopParser() would free the buffer that the text and
     * the attributes of the event at hand still lie in. */
    xml->parser->disableSAX = 1;
}

/* ---- entities ----------------------------------------------------------- */

static void on_entity(void *context, const xmlChar *name, int type,
                      const xmlChar *public_id, const xmlChar *system_id,
                      xmlChar *content)
{
    bl_xml *xml = context;
    bilint_status status;
    const char *why;

    (void)public_id;
    (void)system_id;
    /* An external one is never loaded; a reference to it is an error. */
    if (type != XML_INTERNAL_GENERAL_ENTITY || content == NULL ||
        xml->status != BILINT_OK)
        return;
    status = bl_entities_declare(&xml->entities, name, content, &why);
    if (status != BILINT_OK)
        bl_xml_fail(xml, status, why);
}

static xmlEntityPtr on_get_entity(void *context, const xmlChar *name)
{
    bl_xml *xml = context;
    bl_entity *found = bl_entities_find(&xml->entities, text_of(name));

    /* It is asked for even when there are no more events. */
    if (found == NULL || xml->status != BILINT_OK)
        return NULL;
    if (xml->parser->instate == XML_PARSER_ATTRIBUTE_VALUE)
        return &found->attribute;
    if (xml->parser->instate == XML_PARSER_CONTENT) {
        const char *why;
        const bilint_status status =
            bl_entities_spend(&xml->entities, found, &why);

        if (status != BILINT_OK) {
            bl_xml_fail(xml, status, why);
            return NULL;
        }
        xml->entity_next = true;
        xml->entity_start = place(xml, false) - strlen((const char *)name) - 2;
    }
    return &found->text;
}

/* ---- the parser --------------------------------------------------------- */

static xmlParserCtxtPtr new_parser(bl_xml *xml)
{
    xmlSAXHandler sax;
    xmlParserCtxtPtr parser;

    memset(&sax, 0, sizeof(sax));
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_start;
    sax.endElementNs = on_end;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.entityDecl = on_entity;
    sax.getEntity = on_get_entity;
    sax.serror = ON_ERROR;
    parser = xmlCreatePushParserCtxt(&sax, xml, NULL, 0, NULL);
    if (parser != NULL)
        xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR |
                                      XML_PARSE_NOWARNING |
                                      XML_PARSE_BIG_LINES |
                                      XML_PARSE_IGNORE_ENC);
    return parser;
}

bl_xml *bl_xml_new(const bl_alloc *alloc, const bl_xml_handler *handler,
                   uint32_t entity_size)
{
    /* libxml2's own state, which it makes without regard to threads. */
    static bl_once set_up = BL_ONCE_INIT;
    bl_xml *xml = bl_new(alloc, 1, sizeof(*xml));

    if (xml == NULL)
        return NULL;
    bl_once_do(&set_up, xmlInitParser);
    xml->alloc = alloc;
    xml->handler = handler;
    bl_entities_init(&xml->entities, alloc, entity_size);
    xml->at = (bl_position){ 0, 1, 1 };
    xml->error = (bilint_error)BILINT_ERROR_INIT;
    bl_input_init(&xml->input, alloc);
    bl_buf_init(&xml->window, alloc);
    bl_outline_init(&xml->outline, alloc);
    bl_arena_init(&xml->values, alloc, VALUES_KEPT);
    xml->parser = new_parser(xml);
    if (xml->parser == NULL || !intern_names(xml)) {
        bl_xml_free(xml);
        return NULL;
    }
    return xml;
}

void bl_xml_free(bl_xml *xml)
{
    if (xml == NULL)
        return;
    if (xml->parser != NULL) {
        /* Where a DTD declares entities, libxml2 makes a document of its own
         * to keep them, even for who takes events alone. */
        xmlFreeDoc(xml->parser->myDoc);
        xml->parser->myDoc = NULL;
        xmlFreeParserCtxt(xml->parser);
    }
    bl_entities_free(&xml->entities);
    bl_input_free(&xml->input);
    bl_buf_free(&xml->window);
    bl_outline_free(&xml->outline);
    bl_arena_free(&xml->values);
    bl_free(xml->alloc, xml);
}

/* Forget bytes that nobody wants any more. */
static void trim_window(bl_xml *xml)
{
    const size_t dead = (size_t)(xml->kept - xml->base);

    if (dead < WASTE)
        return;
    bl_xml_position(xml, xml->kept);
    for (uint32_t i = 0; i < xml->depth && xml->open[i].offset < xml->kept;
         i++)
        line_of(xml, &xml->open[i]);
    memmove(xml->window.data, xml->window.data + dead,
            xml->window.size - dead);
    xml->window.size -= dead;
    xml->base = xml->kept;
}

/* The largest prefix that does not end inside a character. */
static size_t whole_characters(const char *text, size_t size)
{
    size_t at = size;

    while (at > 0 && size - at < 3 &&
           ((unsigned char)text[at - 1] & 0xc0) == 0x80)
        at--;
    if (at > 0 && (unsigned char)text[at - 1] >= 0xc0)
        return at - 1 + (size_t)((unsigned char)text[at - 1] >= 0xf0   ? 4
                                 : (unsigned char)text[at - 1] >= 0xe0 ? 3
                                                                       : 2) <=
                       size
                   ? size
                   : at - 1;
    return size;
}

/* The largest prefix that ends neither inside a character nor inside what
 * may be the end of a CDATA section. */
static size_t whole(const char *text, size_t size)
{
    size = whole_characters(text, size);
    for (int i = 0; i < 2 && size != 0 && text[size - 1] == ']'; i++)
        size--;
    return size;
}

/* Before libxml2 guesses, from the first four bytes: a second byte order mark
 * it may have. */
static void set_encoding(bl_xml *xml)
{
    if (xml->guided || xml->window.size < 4)
        return;
    xml->guided = true;
    if (xml->window.data[0] != '\xef')
        xmlSwitchEncoding(xml->parser, XML_CHAR_ENCODING_UTF8);
}

static void feed(bl_xml *xml, bool last)
{
    bl_outline *outline = &xml->outline;

    set_encoding(xml);
    while (xml->status == BILINT_OK) {
        const char *from = xml->window.data + (outline->read - xml->base);
        const size_t left =
            xml->window.size - (size_t)(outline->read - xml->base);
        size_t size = left < SLICE ? left : SLICE;

        if (!(last && size == left))
            size = whole(from, size);
        if (size == 0)
            break;
        size = bl_outline_read(outline, from, size, xml->slice);
        if (outline->failed)
            bl_xml_fail(xml, BILINT_E_MEMORY,
                        bl_status_text(BILINT_E_MEMORY));
        else if (size != 0)
            xmlParseChunk(xml->parser, xml->slice, (int)size, 0);
    }
    xml->ended = last;
    if (last && xml->status == BILINT_OK)
        xmlParseChunk(xml->parser, NULL, 0, 1);
    if (xml->status == BILINT_OK && !xml->parser->wellFormed && last)
        bl_xml_fail(xml, BILINT_E_FORMAT, "not well-formed XML");
}

/* Where the bytes are that could not be decoded: behind all that could. */
static void place_input_error(bl_xml *xml)
{
    const bl_position at =
        bl_xml_position(xml, xml->base + xml->window.size);

    xml->error.line = at.line;
    xml->error.column = at.column;
    xml->error.byte_offset = (int64_t)at.offset;
}

/* Decode, and read what could be decoded. */
static void push(bl_xml *xml, const void *data, size_t size, bool last)
{
    /* Before the mark was counted, nothing has been placed. */
    const bool first = !xml->input.decided;
    bilint_error err = BILINT_ERROR_INIT;
    bilint_status status;

    trim_window(xml);
    status = bl_input_push(&xml->input, data, size, last, &xml->window, &err);
    if (first)
        xml->at.offset = xml->input.bom_size;
    if (xml->window.data != NULL)
        feed(xml, last && status == BILINT_OK);
    else if (last && status == BILINT_OK)
        bl_xml_fail(xml, BILINT_E_FORMAT, "the document is empty");
    if (status == BILINT_OK || xml->status != BILINT_OK)
        return;
    xml->status = status;
    xml->error = err;
    if (status == BILINT_E_FORMAT && err.line == 0)
        place_input_error(xml);
}

bilint_status bl_xml_push(bl_xml *xml, const void *data, size_t size,
                          bool last, bilint_error *err)
{
    if (xml->status == BILINT_OK)
        push(xml, data, size, last);
    if (xml->status != BILINT_OK && err != NULL)
        return bl_fail_at(err, xml->status, xml->error.line,
                          xml->error.column, xml->error.byte_offset, "%s",
                          xml->error.message);
    return xml->status;
}

/* ---- where we are ------------------------------------------------------- */

uint64_t bl_xml_offset(const bl_xml *xml)
{
    return xml->event;
}

uint64_t bl_xml_tag(const bl_xml *xml)
{
    return xml->tag;
}

bl_str bl_xml_raw(const bl_xml *xml, uint64_t start, uint64_t limit)
{
    if (start < xml->base)
        start = xml->base;
    if (limit > xml->base + xml->window.size)
        limit = xml->base + xml->window.size;
    if (limit < start)
        limit = start;
    return bl_str_of(xml->window.data + (start - xml->base),
                     (size_t)(limit - start));
}

void bl_xml_keep(bl_xml *xml, uint64_t offset)
{
    if (offset > xml->kept)
        xml->kept = offset;
}

bl_position bl_xml_position(bl_xml *xml, uint64_t offset)
{
    if (offset > xml->at_offset) {
        bl_place_advance(&xml->at, bl_xml_raw(xml, xml->at_offset, offset),
                         xml->input.encoding);
        xml->at_offset = offset;
    }
    return xml->at;
}

uint64_t bl_xml_placed(const bl_xml *xml)
{
    return xml->at_offset;
}

bl_position bl_xml_position_behind(const bl_xml *xml, bl_position known,
                                   uint64_t known_offset, uint64_t offset)
{
    bl_place_advance(&known, bl_xml_raw(xml, known_offset, offset),
                     xml->input.encoding);
    return known;
}

const bl_encoding *bl_xml_encoding(const bl_xml *xml)
{
    return xml->input.encoding;
}
