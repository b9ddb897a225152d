/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading bilint.yml.
 *
 * Strict: an unknown key, a wrong value or a key given twice is an error with
 * line and column. Later documents of the stream override earlier ones.
 */
#include "config/yaml_nodes.h"

#include "base/error.h"
#include "checks/check.h"
#include "checks/custom.h"
#include "text/char_class.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum key {
#define BL_KEY(symbol, key, type, initial, title) KEY_##symbol,
#include "config/keys.def"
#undef BL_KEY
    KEY_COUNT
} key;

static const bl_config_key keys[] = {
#define BL_KEY(symbol, key, type, initial, title) \
    { NULL, key, type, initial, title },
#include "config/keys.def"
#undef BL_KEY
};

/* The folder of relative paths that a document names. */
typedef struct folder {
    uint32_t document;
    const char *path;
    const struct folder *next; /* of the document before it */
} folder;

static bool read_number(const char *text, int64_t *number)
{
    *number = 0;
    if (*text == '\0' || strlen(text) > 15)
        return false;
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9')
            return false;
        *number = *number * 10 + (*text - '0');
    }
    return true;
}

/* "" is no set at all. */
static const bl_char_class *read_set(bl_yaml *r, yaml_node_t *node,
                                     const char *text)
{
    const bl_char_class *set =
        bl_char_class_new(&r->config->arena, bl_str_z(text));

    if (set == NULL && text[0] != '\0' && !r->config->arena.failed)
        bl_yaml_refuse(r, node,
                       "a character class is wanted here, as in [a-z0-9]",
                       text);
    return set;
}

/* ---- rules -------------------------------------------------------------- */

typedef struct rule_context {
    const bl_check *check;
    bl_rule_setting *setting;
} rule_context;

static void on_option(bl_yaml *r, const char *name, yaml_node_t *key_node,
                      yaml_node_t *value, void *context)
{
    rule_context *rule = context;
    const char *text = bl_yaml_scalar(r, value);

    if (text == NULL)
        return;
    if (strcmp(name, "level") == 0) {
        bl_yaml_severity(r, value, &rule->setting->severity);
        return;
    }
    for (int i = 0; i < BL_OPTIONS_MAX; i++) {
        const bl_check_option *option = &rule->check->options[i];
        bl_option_value *to = &rule->setting->options[i];

        if (option->type == BL_OPTION_NONE || strcmp(option->key, name) != 0)
            continue;
        if (option->type == BL_OPTION_FLAG)
            bl_yaml_flag(r, value, &to->flag);
        if (option->type == BL_OPTION_NUMBER &&
            !read_number(text, &to->number))
            bl_yaml_refuse(r, value, "a number is wanted here", text);
        to->text = bl_yaml_keep(r, value);
        if (option->type == BL_OPTION_CHARACTERS && to->text != NULL)
            to->set = read_set(r, value, to->text);
        return;
    }
    bl_yaml_refuse(r, key_node, "the rule has no such option", name);
}

/* What is said of all rules of the user's own is no longer said of one. */
static void forget_custom(bl_settings *settings)
{
    for (uint16_t i = 0; i < settings->custom_count; i++)
        settings->rules[bl_check_count + i].severity = BL_SEVERITY_DEFAULT;
}

/* `context` says whether it is the turn of what is said of all of them, which
 * does not depend on where it stands. */
static void on_rule(bl_yaml *r, const char *name, yaml_node_t *key_node,
                    yaml_node_t *value, void *context)
{
    const bool *of_all = context;
    rule_context rule;
    uint16_t index = 0;

    rule.check =
        bl_settings_find(&r->config->settings, bl_str_z(name), &index);
    if ((rule.check == &bl_check_custom) != *of_all)
        return;
    if (*of_all)
        forget_custom(&r->config->settings);
    if (rule.check == NULL) {
        bl_yaml_refuse(r, key_node, "there is no such rule", name);
        return;
    }
    rule.setting = &r->config->settings.rules[index];
    if (value->type == YAML_MAPPING_NODE) {
        bl_yaml_pairs(r, value, on_option, &rule);
        return;
    }
    bl_yaml_severity(r, value, &rule.setting->severity);
}

/* ---- lists -------------------------------------------------------------- */

static void on_term_key(bl_yaml *r, const char *name, yaml_node_t *key_node,
                        yaml_node_t *value, void *context)
{
    bl_term_file *file = context;

    if (strcmp(name, "path") == 0)
        file->path = bl_yaml_path(r, value);
    else if (strcmp(name, "source-lang") == 0)
        file->source_lang = bl_yaml_language(r, value);
    else if (strcmp(name, "target-lang") == 0)
        file->target_lang = bl_yaml_language(r, value);
    else
        bl_yaml_refuse(r, key_node, "unknown key of a term list", name);
}

static void add_terms(bl_yaml *r, yaml_node_t *item, void *context)
{
    bl_term_file **end = &r->config->terms;
    bl_term_file *file = bl_arena_alloc(&r->config->arena, 1, sizeof(*file));

    (void)context;
    if (file == NULL) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    *file = (bl_term_file){ 0 };
    if (item->type == YAML_MAPPING_NODE)
        bl_yaml_pairs(r, item, on_term_key, file);
    else
        file->path = bl_yaml_path(r, item);
    if (file->path == NULL) {
        bl_yaml_refuse(r, item, "a term list needs a path", NULL);
        return;
    }
    while (*end != NULL)
        end = &(*end)->next;
    *end = file;
}

static void add_word(bl_yaml *r, bl_str text)
{
    bl_user_word *word = bl_arena_alloc(&r->config->arena, 1, sizeof(*word));
    const char *copy = bl_arena_copy(&r->config->arena, text.ptr, text.size);

    if (word == NULL || copy == NULL) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    word->text = bl_str_of(copy, text.size);
    word->next = r->config->words;
    r->config->words = word;
}

static void on_word_key(bl_yaml *r, const char *name, yaml_node_t *key_node,
                        yaml_node_t *value, void *context)
{
    const char *path;
    char line[512];
    FILE *file;

    (void)context;
    if (strcmp(name, "file") != 0) {
        bl_yaml_refuse(r, key_node, "unknown key; a file of words is wanted",
                       name);
        return;
    }
    path = bl_yaml_path(r, value);
    file = path != NULL ? fopen(path, "rb") : NULL;
    if (file == NULL) {
        bl_yaml_refuse(r, value, "cannot read the file of words",
                       value->type == YAML_SCALAR_NODE
                           ? bl_yaml_scalar(r, value)
                           : NULL);
        return;
    }
    while (fgets(line, sizeof(line), file) != NULL &&
           r->status == BILINT_OK) {
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] != '\0' && line[0] != '#')
            add_word(r, bl_str_z(line));
    }
    fclose(file);
}

static void add_words(bl_yaml *r, yaml_node_t *item, void *context)
{
    const char *text;

    (void)context;
    if (item->type == YAML_MAPPING_NODE) {
        bl_yaml_pairs(r, item, on_word_key, NULL);
        return;
    }
    text = bl_yaml_scalar(r, item);
    if (text != NULL)
        add_word(r, bl_str_z(text));
}

/* ---- the top ------------------------------------------------------------ */

static void on_limit(bl_yaml *r, const char *name, yaml_node_t *key_node,
                     yaml_node_t *value, void *context)
{
    const char *text = bl_yaml_scalar(r, value);
    int64_t number = 0;

    (void)context;
    if (text == NULL)
        return;
    if (!read_number(text, &number) || number > 1 << 30)
        bl_yaml_refuse(r, value, "a number is wanted here", text);
    else if (strcmp(name, "text-size") == 0)
        r->config->limit_text = (uint32_t)number;
    else if (strcmp(name, "seconds") == 0)
        r->config->limit_seconds = (uint32_t)number;
    else
        bl_yaml_refuse(r, key_node, "unknown limit", name);
}

static void read_offsets(bl_yaml *r, yaml_node_t *value)
{
    static const char *const units[] = { "utf-8", "utf-16", "code-points" };
    const char *text = bl_yaml_scalar(r, value);

    for (int i = 0; text != NULL && i < 3; i++) {
        if (strcmp(text, units[i]) == 0) {
            r->config->offsets = (bl_offset_unit)i;
            return;
        }
    }
    bl_yaml_refuse(r, value, "not a unit (utf-8, utf-16, code-points)", text);
}

static void read_installed(bl_yaml *r, yaml_node_t *value)
{
    bool installed = true;

    bl_yaml_flag(r, value, &installed);
    r->config->hunspell_alone = !installed;
}

static void read_fail_on(bl_yaml *r, yaml_node_t *value)
{
    const char *text = bl_yaml_keep(r, value);
    int8_t severity;

    if (text == NULL)
        return;
    if (strcmp(text, "never") != 0 &&
        (!bl_severity_read(text, &severity) || severity == BL_OFF))
        bl_yaml_refuse(r, value, "not error, warning, info or never", text);
    r->config->fail_on = text;
}

static void on_key(bl_yaml *r, const char *name, yaml_node_t *key_node,
                   yaml_node_t *value, void *context)
{
    int which = 0;

    (void)context;
    while (which < KEY_COUNT && strcmp(keys[which].key, name) != 0)
        which++;
    switch ((key)which) {
    case KEY_SOURCE_LANG:
        r->config->source_lang = bl_yaml_language(r, value);
        break;
    case KEY_TARGET_LANG:
        r->config->target_lang = bl_yaml_language(r, value);
        break;
    case KEY_FAIL_ON:
        read_fail_on(r, value);
        break;
    case KEY_TERMS:
        bl_yaml_items(r, value, add_terms, NULL);
        break;
    case KEY_WORDS:
        bl_yaml_items(r, value, add_words, NULL);
        break;
    case KEY_DICTIONARIES:
        r->config->dictionaries = bl_yaml_path(r, value);
        break;
    case KEY_HUNSPELL:
        r->config->hunspell = bl_yaml_keep(r, value);
        break;
    case KEY_HUNSPELL_INSTALLED:
        read_installed(r, value);
        break;
    case KEY_OFFSETS:
        read_offsets(r, value);
        break;
    case KEY_BASE:
    case KEY_CUSTOM:
        break; /* read before all others */
    case KEY_RULES:
        bl_yaml_pairs(r, value, on_rule, &(bool){ true });
        if (r->status == BILINT_OK)
            bl_yaml_pairs(r, value, on_rule, &(bool){ false });
        break;
    case KEY_LIMITS:
        bl_yaml_pairs(r, value, on_limit, NULL);
        break;
    case KEY_COUNT:
        bl_yaml_refuse(r, key_node, "unknown key", name);
        break;
    }
}

/* What the other keys may build on. */
static void on_first(bl_yaml *r, const char *name, yaml_node_t *key_node,
                     yaml_node_t *value, void *context)
{
    folder *own;

    (void)key_node;
    (void)context;
    if (strcmp(name, keys[KEY_CUSTOM].key) == 0)
        bl_custom_read(r, value);
    if (strcmp(name, keys[KEY_BASE].key) != 0)
        return;
    own = bl_arena_alloc(&r->config->arena, 1, sizeof(*own));
    if (own == NULL) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    *own = (folder){ r->number, bl_yaml_keep(r, value), r->folders };
    r->folders = own;
}

/* The folder that a document names; or else the next one behind it that does,
 * or the last one before it. */
static const char *base_of(const bl_yaml *r)
{
    const char *path = NULL;

    for (const folder *f = r->folders; f != NULL; f = f->next) {
        if (f->document >= r->number || path == NULL)
            path = f->path;
    }
    return path;
}

static void read_documents(bl_yaml *r, const char *text, size_t size,
                           bl_yaml_pair give)
{
    yaml_parser_t parser;
    bool more = true;

    if (!yaml_parser_initialize(&parser)) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    r->number = 0;
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
    while (more && r->status == BILINT_OK) {
        yaml_document_t document;
        yaml_node_t *root;

        if (!yaml_parser_load(&parser, &document)) {
            r->status = bl_fail_at(
                r->err, BILINT_E_CONFIG,
                (uint32_t)parser.problem_mark.line + 1,
                (uint32_t)parser.problem_mark.column + 1, -1, "not YAML: %s",
                parser.problem != NULL ? parser.problem : "?");
            break;
        }
        root = yaml_document_get_root_node(&document);
        more = root != NULL;
        r->document = &document;
        r->base = base_of(r);
        /* An empty document, with comments at most, says nothing. */
        if (more && !(root->type == YAML_SCALAR_NODE &&
                      root->data.scalar.length == 0))
            bl_yaml_pairs(r, root, give, NULL);
        yaml_document_delete(&document);
        r->number++;
    }
    yaml_parser_delete(&parser);
}

static void set_defaults(bl_yaml *r)
{
    bl_config *config = r->config;
    const size_t count =
        (size_t)bl_check_count + config->settings.custom_count;
    bl_rule_setting *rules =
        bl_arena_alloc(&config->arena, count, sizeof(*rules));

    if (rules == NULL) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    config->settings.rules = rules;
    for (size_t i = 0; i < count; i++)
        rules[i] = (bl_rule_setting){ .severity = BL_SEVERITY_DEFAULT };
    for (uint16_t i = 0; i < bl_check_count; i++) {
        for (int j = 0; j < BL_OPTIONS_MAX; j++)
            rules[i].options[j] = bl_checks[i]->options[j].initial;
    }
    config->fail_on = keys[KEY_FAIL_ON].initial;
}

bilint_status bl_config_read(bl_config *config, const bl_alloc *alloc,
                             const char *text, size_t size,
                             bilint_error *err)
{
    bl_yaml r = { .config = config, .err = err };

    *config = (bl_config){ 0 };
    bl_arena_init(&config->arena, alloc, 0);
    if (size != 0)
        read_documents(&r, text, size, on_first);
    if (r.status == BILINT_OK)
        bl_custom_number(&r);
    if (r.status == BILINT_OK)
        set_defaults(&r);
    if (size != 0 && r.status == BILINT_OK)
        read_documents(&r, text, size, on_key);
    if (r.status == BILINT_OK && config->arena.failed)
        r.status = bl_fail_memory(err);
    if (r.status == BILINT_OK)
        bl_custom_settle(&config->settings);
    else
        bl_config_free(config);
    return r.status;
}

void bl_config_free(bl_config *config)
{
    bl_custom_free(config->custom);
    config->custom = NULL;
    bl_arena_free(&config->arena);
}

/* ---- the keys ----------------------------------------------------------- */

bool bl_config_key_at(uint32_t index, bl_config_key *to)
{
    static const char *const types[] = { "", "yes/no", "number", "text",
                                         "text" };

    if (index < KEY_COUNT) {
        *to = keys[index];
        return true;
    }
    index -= KEY_COUNT;
    for (uint16_t i = 0; i < bl_check_count; i++) {
        for (int j = 0; j < BL_OPTIONS_MAX; j++) {
            const bl_check_option *option = &bl_checks[i]->options[j];

            if (option->type == BL_OPTION_NONE || index-- != 0)
                continue;
            *to = (bl_config_key){ bl_checks[i]->id, option->key,
                                   types[option->type], option->initial.text,
                                   option->title };
            return true;
        }
    }
    return false;
}

static const char *option_value(const bl_config *config, bl_str rule,
                                const char *name)
{
    uint16_t index = 0;
    const bl_check *check = bl_check_find(rule, &index);

    for (int j = 0; check != NULL && j < BL_OPTIONS_MAX; j++) {
        const bl_option_value *value =
            &config->settings.rules[index].options[j];

        if (check->options[j].type != BL_OPTION_NONE &&
            strcmp(check->options[j].key, name) == 0)
            return value->text;
    }
    return NULL;
}

const char *bl_config_value(const bl_config *config, const char *name)
{
    static const char *const units[] = { "utf-8", "utf-16", "code-points" };
    const char *dot = strchr(name, '.');

    if (dot != NULL)
        return option_value(config, bl_str_of(name, (size_t)(dot - name)),
                            dot + 1);
    if (strcmp(name, keys[KEY_SOURCE_LANG].key) == 0)
        return config->source_lang;
    if (strcmp(name, keys[KEY_TARGET_LANG].key) == 0)
        return config->target_lang;
    if (strcmp(name, keys[KEY_FAIL_ON].key) == 0)
        return config->fail_on;
    if (strcmp(name, keys[KEY_DICTIONARIES].key) == 0)
        return config->dictionaries;
    if (strcmp(name, keys[KEY_OFFSETS].key) == 0)
        return units[config->offsets];
    return NULL;
}
