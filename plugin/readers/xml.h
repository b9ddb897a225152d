/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libxml2 as a push parser, safely: no network, no external entity, no
 * output, bounded depth. Names arrive as numbers from names.def, and every
 * event knows where in the file it is.
 */
#ifndef BL_READERS_XML_H
#define BL_READERS_XML_H

#include "base/buf.h"
#include "bilint/status.h"
#include "model/segment.h"
#include "readers/input.h"

typedef enum bl_xml_name {
    BL_XML_UNKNOWN,
#define BL_XML_NAME(symbol, text) BL_XML_##symbol,
#include "readers/names.def"
#undef BL_XML_NAME
    BL_XML_NAME_COUNT
} bl_xml_name;

/* Which vocabulary a name is of. */
typedef enum bl_xml_space {
    BL_XML_CORE,   /* XLIFF itself, or no namespace at all */
    BL_XML_XML,    /* xml:space, xml:lang */
    BL_XML_FOREIGN /* a module, an extension, a dialect */
} bl_xml_space;

typedef struct bl_xml bl_xml;

typedef struct bl_xml_attribute {
    uint8_t name;   /* bl_xml_name */
    uint8_t space;  /* bl_xml_space */
    bl_str prefix;  /* "sdl"; none for core */
    const char *uri; /* of its namespace; NULL: it has none */
    bl_str value;   /* decoded; valid for the event */
} bl_xml_attribute;

typedef struct bl_xml_element {
    bl_xml_name name;
    bl_xml_space space;
    bl_str prefix;
    bl_str uri; /* of its namespace; none where there is none */
    const char *local; /* its name, whether names.def has it or not */
    const bl_xml_attribute *attributes; /* those of names.def only */
    uint32_t attribute_count;
    uint64_t named[BL_XML_NAME_COUNT / 64 + 1]; /* their names, as a set */
    const void *all; /* see bl_xml_stranger() */
    uint32_t all_count;
} bl_xml_element;

/* An attribute that names.def does not have: its name and the URI of its
 * namespace, or NULL. The number `index` of all attributes; false where it is
 * a known one. */
bool bl_xml_stranger(const bl_xml *xml, const bl_xml_element *element,
                     uint32_t index, bl_str *name, const char **uri);

/* As names.def writes it. */
bl_str bl_xml_name_text(bl_xml_name name);

/* For bl_xml_get_in(). */
bl_str bl_xml_find(const bl_xml_element *element, bl_xml_name name,
                   bl_xml_space space);

/* The attribute of that name and space, whatever its prefix, or nothing. */
static inline bl_str bl_xml_get_in(const bl_xml_element *element,
                                   bl_xml_name name, bl_xml_space space)
{
    return (element->named[name / 64] >> name % 64 & 1) != 0
               ? bl_xml_find(element, name, space)
               : bl_str_of(NULL, 0);
}

/* The core attribute of that name, or nothing. */
static inline bl_str bl_xml_get(const bl_xml_element *element,
                                bl_xml_name name)
{
    return bl_xml_get_in(element, name, BL_XML_CORE);
}

/* Who takes the events. They come in order, on the thread that pushes. */
typedef struct bl_xml_handler {
    void *context;
    void (*start)(void *context, const bl_xml_element *element);
    void (*end)(void *context, bl_xml_name name);
    void (*text)(void *context, bl_str text);
    /* Text that the document has as a reference to an entity of its DTD,
     * from `start` to `limit`. */
    void (*entity)(void *context, bl_str text, uint64_t start,
                   uint64_t limit);
} bl_xml_handler;

/* NULL when there is no memory. `entity_size`: bytes that entity references
 * may add to the document. */
bl_xml *bl_xml_new(const bl_alloc *alloc, const bl_xml_handler *handler,
                   uint32_t entity_size);
void bl_xml_free(bl_xml *xml);

bilint_status bl_xml_push(bl_xml *xml, const void *data, size_t size,
                          bool last, bilint_error *err);

/* In a handler: stop with that error, at this place. */
void bl_xml_fail(bl_xml *xml, bilint_status status, const char *message);

/*
 * Offsets into the decoded document, in bytes of UTF-8 without its mark.
 * In start(): the byte behind the tag's `>`. In end(): the byte behind the
 * end tag (of an empty element: behind the tag).
 */
uint64_t bl_xml_offset(const bl_xml *xml);

/* In start() and end(): the `<` of the tag. */
uint64_t bl_xml_tag(const bl_xml *xml);

/* What stands in the document between two offsets; valid for the event.
 * The bytes from the last bl_xml_keep() on are there. */
bl_str bl_xml_raw(const bl_xml *xml, uint64_t start, uint64_t limit);

/* From here on the bytes are wanted. */
void bl_xml_keep(bl_xml *xml, uint64_t offset);

/* The place in the file of an offset that is not before an earlier one. */
bl_position bl_xml_position(bl_xml *xml, uint64_t offset);

/* Up to which offset places are known already. */
uint64_t bl_xml_placed(const bl_xml *xml);

/* The same of any offset whose bytes are there, when the place of one before
 * it is known. */
bl_position bl_xml_position_behind(const bl_xml *xml, bl_position known,
                                   uint64_t known_offset, uint64_t offset);

/* Of the file; NULL: UTF-8. */
const bl_encoding *bl_xml_encoding(const bl_xml *xml);

#endif
