/* SPDX-License-Identifier: Apache-2.0 */
/* Nodes of YAML as values, with errors that say where they stand. */
#include "config/yaml_nodes.h"

#include "base/error.h"
#include "checks/check.h"
#include "text/locale.h"

#include <string.h>

static const char *const severities[] = { "off", "info", "warning", "error" };

void bl_yaml_refuse(bl_yaml *r, const yaml_node_t *node, const char *what,
                    const char *text)
{
    if (r->status == BILINT_OK)
        r->status = bl_fail_at(
            r->err, BILINT_E_CONFIG, (uint32_t)node->start_mark.line + 1,
            (uint32_t)node->start_mark.column + 1, -1, "%s%s%s%s", what,
            text != NULL ? ": \"" : "", text != NULL ? text : "",
            text != NULL ? "\"" : "");
}

yaml_node_t *bl_yaml_node(bl_yaml *r, int id)
{
    return yaml_document_get_node(r->document, id);
}

const char *bl_yaml_scalar(bl_yaml *r, const yaml_node_t *node)
{
    if (node->type != YAML_SCALAR_NODE) {
        bl_yaml_refuse(r, node, "a single value is wanted here", NULL);
        return NULL;
    }
    return (const char *)node->data.scalar.value;
}

const char *bl_yaml_keep(bl_yaml *r, const yaml_node_t *node)
{
    const char *text = bl_yaml_scalar(r, node);
    const char *kept =
        text != NULL ? bl_arena_copy(&r->config->arena, text, strlen(text))
                     : NULL;

    if (text != NULL && kept == NULL && r->status == BILINT_OK)
        r->status = bl_fail_memory(r->err);
    return kept;
}

static bool is_absolute(const char *path)
{
    return path[0] == '/' || path[0] == '\\' ||
           (path[0] != '\0' && path[1] == ':');
}

const char *bl_yaml_path(bl_yaml *r, const yaml_node_t *node)
{
    const char *path = bl_yaml_keep(r, node);
    const size_t size = r->base != NULL ? strlen(r->base) : 0;
    char *joined;

    if (path == NULL || r->base == NULL || is_absolute(path))
        return path;
    joined = bl_arena_alloc(&r->config->arena, size + strlen(path) + 2, 1);
    if (joined == NULL) {
        r->status = bl_fail_memory(r->err);
        return NULL;
    }
    memcpy(joined, r->base, size);
    joined[size] = '/';
    strcpy(joined + size + 1, path);
    return joined;
}

/* A language that is none would be a side that is not checked. */
const char *bl_yaml_language(bl_yaml *r, const yaml_node_t *node)
{
    const char *tag = bl_yaml_keep(r, node);
    bl_locale locale;

    if (tag != NULL && !bl_locale_parse(tag, strlen(tag), &locale))
        bl_yaml_refuse(r, node, "not the tag of a language (BCP 47)", tag);
    return tag;
}

void bl_yaml_pairs(bl_yaml *r, const yaml_node_t *map, bl_yaml_pair give,
                   void *context)
{
    const yaml_node_pair_t *pair;

    if (map->type != YAML_MAPPING_NODE) {
        bl_yaml_refuse(r, map, "a map of keys and values is wanted here",
                       NULL);
        return;
    }
    for (pair = map->data.mapping.pairs.start;
         pair < map->data.mapping.pairs.top && r->status == BILINT_OK;
         pair++) {
        yaml_node_t *key_node = bl_yaml_node(r, pair->key);
        const char *name = bl_yaml_scalar(r, key_node);

        for (const yaml_node_pair_t *other = map->data.mapping.pairs.start;
             name != NULL && other < pair; other++) {
            const yaml_node_t *before = bl_yaml_node(r, other->key);

            if (before->type == YAML_SCALAR_NODE &&
                strcmp((const char *)before->data.scalar.value, name) == 0)
                bl_yaml_refuse(r, key_node, "this key is there twice", name);
        }
        if (r->status == BILINT_OK)
            give(r, name, key_node, bl_yaml_node(r, pair->value), context);
    }
}

bool bl_severity_read(const char *text, int8_t *severity)
{
    for (int i = 0; i < 4; i++) {
        if (strcmp(text, severities[i]) == 0) {
            *severity = (int8_t)i;
            return true;
        }
    }
    /* On at the severities that its messages have. */
    if (strcmp(text, "on") == 0) {
        *severity = BL_SEVERITY_ON;
        return true;
    }
    /* YAML 1.1 reads a bare off as false; people write both. */
    if (strcmp(text, "false") == 0 || strcmp(text, "no") == 0) {
        *severity = BL_OFF;
        return true;
    }
    return false;
}

bool bl_yaml_severity(bl_yaml *r, const yaml_node_t *node, int8_t *severity)
{
    const char *text = bl_yaml_scalar(r, node);

    if (text == NULL)
        return false;
    if (bl_severity_read(text, severity))
        return true;
    bl_yaml_refuse(r, node, "not a severity (off, on, info, warning, error)",
                   text);
    return false;
}

bool bl_yaml_flag(bl_yaml *r, const yaml_node_t *node, bool *flag)
{
    const char *text = bl_yaml_scalar(r, node);

    if (text == NULL)
        return false;
    *flag = strcmp(text, "yes") == 0 || strcmp(text, "true") == 0;
    if (*flag || strcmp(text, "no") == 0 || strcmp(text, "false") == 0)
        return true;
    bl_yaml_refuse(r, node, "yes or no is wanted here", text);
    return false;
}

void bl_yaml_items(bl_yaml *r, yaml_node_t *list, bl_yaml_item give,
                   void *context)
{
    const yaml_node_item_t *item;

    if (list->type != YAML_SEQUENCE_NODE) {
        give(r, list, context);
        return;
    }
    for (item = list->data.sequence.items.start;
         item < list->data.sequence.items.top && r->status == BILINT_OK;
         item++)
        give(r, bl_yaml_node(r, *item), context);
}
