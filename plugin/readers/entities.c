/* SPDX-License-Identifier: Apache-2.0 */
/* Entities of an internal DTD, and values with references to them. */
#include "readers/entities.h"

#include "base/buf.h"
#include "base/error.h"

#include <libxml/xmlstring.h>

#include <string.h>

enum {
    ENTITIES_MAX = 64,      /* declared in a DTD */
    ENTITY_TEXT_MAX = 65536 /* bytes of one of them */
};

static bl_str text_of(const xmlChar *text)
{
    return bl_str_z((const char *)text);
}

static bilint_status fail(bilint_status status, const char *text,
                          const char **why)
{
    *why = text;
    return status;
}

static bilint_status fail_memory(const char **why)
{
    return fail(BILINT_E_MEMORY, bl_status_text(BILINT_E_MEMORY), why);
}

void bl_entities_init(bl_entities *entities, const bl_alloc *alloc,
                      uint64_t most)
{
    *entities = (bl_entities){ .alloc = alloc, .left = most };
}

void bl_entities_free(bl_entities *entities)
{
    for (uint32_t i = 0; i < entities->count; i++) {
        bl_entity *entity = &entities->items[i];

        xmlFree(entity->text.orig);
        if (entity->attribute.orig != entity->text.orig)
            xmlFree(entity->attribute.orig);
        xmlFree(entity->name);
        xmlFree(entity->content);
    }
    bl_free(entities->alloc, entities->items);
}

bl_entity *bl_entities_find(bl_entities *entities, bl_str name)
{
    for (uint32_t i = 0; i < entities->count; i++) {
        if (bl_str_equal(text_of(entities->items[i].name), name))
            return &entities->items[i];
    }
    return NULL;
}

bilint_status bl_entities_spend(bl_entities *entities, const bl_entity *used,
                                const char **why)
{
    const uint64_t size = (uint64_t)used->text.length;

    if (size > entities->left)
        return fail(BILINT_E_LIMIT, "entity references add more than allowed",
                    why);
    entities->left -= size;
    return BILINT_OK;
}

/* ---- declarations ------------------------------------------------------- */

/* A reference inside of the text of an entity. */
static bilint_status expand(bl_entities *entities, bl_str name, bl_buf *out,
                            const char **why)
{
    const bl_entity *inner = bl_entities_find(entities, name);
    xmlChar *terminated;
    const xmlEntity *predefined;

    if (inner != NULL) {
        bl_buf_str(out, text_of(inner->content));
        return BILINT_OK;
    }
    terminated = xmlStrndup((const xmlChar *)name.ptr, (int)name.size);
    if (terminated == NULL)
        return fail_memory(why);
    predefined = xmlGetPredefinedEntity(terminated);
    xmlFree(terminated);
    if (predefined == NULL)
        return fail(BILINT_E_FORMAT, "unknown entity in an entity", why);
    bl_buf_str(out, text_of(predefined->content));
    return BILINT_OK;
}

/* The text of an entity whose own references are expanded; what is more than
 * text is not supported. */
static bilint_status flatten(bl_entities *entities, const xmlChar *content,
                             bl_buf *out, const char **why)
{
    for (const char *p = (const char *)content;
         *p != '\0' && *p != '<' && out->size <= ENTITY_TEXT_MAX;) {
        const char *end = *p == '&' ? strchr(p, ';') : NULL;
        bilint_status status;

        if (end == NULL) {
            bl_buf_char(out, *p++);
            continue;
        }
        status =
            expand(entities, bl_str_of(p + 1, (size_t)(end - p) - 1), out, why);
        if (status != BILINT_OK)
            return status;
        p = end + 1;
    }
    if (strchr((const char *)content, '<') != NULL)
        return fail(BILINT_E_UNSUPPORTED, "entity with markup", why);
    if (out->size > ENTITY_TEXT_MAX)
        return fail(BILINT_E_LIMIT, "entity longer than allowed", why);
    return out->failed ? fail_memory(why) : BILINT_OK;
}

/* Takes both texts over. */
static void set_entity(bl_entity *made, xmlChar *name, xmlChar *content)
{
    made->name = name;
    made->content = content;
    made->text.type = XML_ENTITY_DECL;
    made->text.name = made->name;
    made->text.content = made->content;
    made->text.length = xmlStrlen(made->content);
    made->attribute = made->text;
    made->text.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    /* Of this one libxml2 wants to know no more than whether its content is
     * well-formed, which ours, without references, need not be. */
    made->attribute.etype = XML_INTERNAL_GENERAL_ENTITY;
    made->attribute.content = made->content + made->text.length;
    made->attribute.length = 0;
}

static bilint_status add(bl_entities *entities, const xmlChar *name,
                         bl_str text, const char **why)
{
    xmlChar *own_name = xmlStrdup(name);
    xmlChar *own_text = xmlStrndup(
        (const xmlChar *)(text.size != 0 ? text.ptr : ""), (int)text.size);

    if (own_name == NULL || own_text == NULL) {
        xmlFree(own_name);
        xmlFree(own_text);
        return fail_memory(why);
    }
    set_entity(&entities->items[entities->count++], own_name, own_text);
    return BILINT_OK;
}

bilint_status bl_entities_declare(bl_entities *entities, const xmlChar *name,
                                  const xmlChar *content, const char **why)
{
    bilint_status status;
    bl_buf text;

    if (bl_entities_find(entities, text_of(name)) != NULL)
        return BILINT_OK;
    if (entities->items == NULL)
        entities->items =
            bl_new(entities->alloc, ENTITIES_MAX, sizeof(bl_entity));
    if (entities->items == NULL)
        return fail_memory(why);
    if (entities->count == ENTITIES_MAX)
        return fail(BILINT_E_LIMIT, "too many entities declared", why);
    bl_buf_init(&text, entities->alloc);
    status = flatten(entities, content, &text, why);
    if (status == BILINT_OK)
        status = add(entities, name, bl_buf_view(&text), why);
    bl_buf_free(&text);
    return status;
}

/* ---- values ------------------------------------------------------------- */

/* The text of an entity in a value: XML 1.0, 3.3.3, makes its white space
 * spaces. */
static void add_text(const bl_entity *used, bl_buf *out)
{
    const bl_str text = text_of(used->content);

    for (size_t i = 0; i < text.size; i++) {
        const char c = text.ptr[i];

        bl_buf_char(out, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
    }
}

/*
 * libxml2 has decoded what stands for one character, but for an ampersand,
 * which it gives as "&#38;" whatever the document has; a reference to an
 * entity of the DTD it gives as it stands.
 */
static bilint_status write_value(bl_entities *entities, bl_str given,
                                 bl_buf *out, const char **why)
{
    const char *p = given.ptr;
    const char *limit = given.ptr + given.size;

    while (p < limit) {
        const char *end =
            *p == '&' ? memchr(p, ';', (size_t)(limit - p)) : NULL;
        const bl_entity *used;
        bl_str name;

        if (end == NULL) {
            bl_buf_char(out, *p++);
            continue;
        }
        name = bl_str_of(p + 1, (size_t)(end - p) - 1);
        used = bl_entities_find(entities, name);
        if (used != NULL) {
            const bilint_status status = bl_entities_spend(entities, used, why);

            if (status != BILINT_OK)
                return status;
            add_text(used, out);
        } else if (bl_str_equal(name, BL_STR("#38"))) {
            bl_buf_char(out, '&');
        } else {
            bl_buf_add(out, p, (size_t)(end - p) + 1);
        }
        p = end + 1;
    }
    return BILINT_OK;
}

bilint_status bl_entities_value(bl_entities *entities, bl_str given,
                                bl_arena *values, bl_str *value,
                                const char **why)
{
    bilint_status status;
    bl_buf out;

    *value = given;
    if (given.size == 0 || memchr(given.ptr, '&', given.size) == NULL)
        return BILINT_OK;
    bl_buf_init(&out, entities->alloc);
    status = write_value(entities, given, &out, why);
    if (status == BILINT_OK) {
        *value = bl_str_of(
            bl_arena_copy(values, out.size != 0 ? out.data : "", out.size),
            out.size);
        if (out.failed || value->ptr == NULL)
            status = fail_memory(why);
    }
    bl_buf_free(&out);
    return status;
}
