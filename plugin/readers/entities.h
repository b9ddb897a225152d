/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The entities that an internal DTD declares, expanded here, as text: libxml2
 * is never asked to substitute them (with XML_PARSE_NOENT it would load
 * external ones from disk even under XML_PARSE_NONET).
 *
 * Where a function fails, *why receives what is wrong, as a literal.
 */
#ifndef BL_READERS_ENTITIES_H
#define BL_READERS_ENTITIES_H

#include "base/arena.h"
#include "base/str.h"
#include "bilint/status.h"

#include <libxml/entities.h>
#include <libxml/tree.h>

/* One of them, in the two forms that libxml2 asks for. */
typedef struct bl_entity {
    xmlEntity text;      /* in content: given out as characters at once */
    xmlEntity attribute; /* in an attribute value */
    xmlChar *name;
    xmlChar *content;
} bl_entity;

typedef struct bl_entities {
    const bl_alloc *alloc;
    bl_entity *items;
    uint32_t count;
    uint64_t left; /* bytes that references may still add */
} bl_entities;

/* `most`: bytes that references may add to the document. */
void bl_entities_init(bl_entities *entities, const bl_alloc *alloc,
                      uint64_t most);
void bl_entities_free(bl_entities *entities);

/* The first declaration of a name counts. */
bilint_status bl_entities_declare(bl_entities *entities, const xmlChar *name,
                                  const xmlChar *content, const char **why);

/* NULL where it is not declared. */
bl_entity *bl_entities_find(bl_entities *entities, bl_str name);

/* A reference to it in content: the document grows. */
bilint_status bl_entities_spend(bl_entities *entities, const bl_entity *used,
                                const char **why);

/* The value of an attribute as libxml2 gives it, with the text of entities;
 * *value lives in `values` or where `given` does. */
bilint_status bl_entities_value(bl_entities *entities, bl_str given,
                                bl_arena *values, bl_str *value,
                                const char **why);

#endif
