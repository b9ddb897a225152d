/* SPDX-License-Identifier: Apache-2.0 */
/* Nodes of YAML as values: what the files share that read bilint.yml, and
 * nobody else includes. */
#ifndef BL_CONFIG_YAML_NODES_H
#define BL_CONFIG_YAML_NODES_H

#include "config/config.h"

#include <yaml.h>

/* The documents that are being read; `status` is that of the first error,
 * behind which nothing is read. */
typedef struct bl_yaml {
    bl_config *config;
    yaml_document_t *document;
    uint32_t number; /* of the document, counted from 0 */
    const struct folder *folders; /* the last first */
    const char *base; /* the folder that counts for this document */
    bilint_error *err;
    bilint_status status;
} bl_yaml;

/* An error at a node; the text may be NULL. */
void bl_yaml_refuse(bl_yaml *r, const yaml_node_t *node, const char *what,
                    const char *text);

yaml_node_t *bl_yaml_node(bl_yaml *r, int id);

/* The text of a scalar; the same in the configuration's memory; as a path with
 * the folder that relative ones start from; as a language. NULL and an
 * error. */
const char *bl_yaml_scalar(bl_yaml *r, const yaml_node_t *node);
const char *bl_yaml_keep(bl_yaml *r, const yaml_node_t *node);
const char *bl_yaml_path(bl_yaml *r, const yaml_node_t *node);
const char *bl_yaml_language(bl_yaml *r, const yaml_node_t *node);

/* "warning", "on"; "yes". False and an error. */
bool bl_yaml_severity(bl_yaml *r, const yaml_node_t *node, int8_t *severity);
bool bl_yaml_flag(bl_yaml *r, const yaml_node_t *node, bool *flag);

/* The same of a text, without an error. */
bool bl_severity_read(const char *text, int8_t *severity);

/* Calls back for each pair of a map, after checking for repetitions. */
typedef void (*bl_yaml_pair)(bl_yaml *r, const char *key,
                             yaml_node_t *key_node, yaml_node_t *value,
                             void *context);
void bl_yaml_pairs(bl_yaml *r, const yaml_node_t *map, bl_yaml_pair give,
                   void *context);

/* The same for each item of a list, or a single one in its place. */
typedef void (*bl_yaml_item)(bl_yaml *r, yaml_node_t *item, void *context);
void bl_yaml_items(bl_yaml *r, yaml_node_t *list, bl_yaml_item give,
                   void *context);

/* ---- custom_rules.c ----------------------------------------------------- */

/* The map `custom`: rules of the user's own. */
void bl_custom_read(bl_yaml *r, yaml_node_t *map);

/* They are all read: number them. Then `rules` is: how grave each is. */
void bl_custom_number(bl_yaml *r);
void bl_custom_settle(bl_settings *settings);

/* Their patterns. */
void bl_custom_free(struct bl_custom *first);

#endif
