/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rules of the user's own: the map `custom` of bilint.yml.
 *
 * Its patterns are compiled here, where an error still has its line. They are
 * read before everything else, so that `rules` may name them wherever it
 * stands. A rule of a later document takes the place of one of that name.
 */
#include "config/yaml_nodes.h"

#include "base/buf.h"
#include "base/error.h"
#include "checks/custom.h"

#include <string.h>

/* More than anybody has; what is made of their number has 16 bits. */
enum { RULES_MOST = 1000, NAME_MOST = 60 };

typedef enum key {
#define BL_CUSTOM_KEY(symbol, key, type, initial, title) KEY_##symbol,
#include "config/custom.def"
#undef BL_CUSTOM_KEY
    KEY_COUNT
} key;

static const bl_config_key keys[] = {
#define BL_CUSTOM_KEY(symbol, key, type, initial, title) \
    { NULL, key, type, initial, title },
#include "config/custom.def"
#undef BL_CUSTOM_KEY
};

/* A rule that is being read: its nodes by key; NULL: not there. */
typedef struct draft {
    bl_custom *rule;
    const yaml_node_t *key_node;
    yaml_node_t *nodes[KEY_COUNT];
} draft;

bool bl_config_custom_key_at(uint32_t index, bl_config_key *to)
{
    if (index >= KEY_COUNT)
        return false;
    *to = keys[index];
    return true;
}

/* ---- patterns ----------------------------------------------------------- */

/* Of those that ask for groups of the source's, behind it. */
static const struct {
    bl_custom_pattern pattern;
    key key;
} patterns[] = {
    { BL_CUSTOM_UNLESS, KEY_UNLESS }, { BL_CUSTOM_SOURCE, KEY_SOURCE },
    { BL_CUSTOM_SAME, KEY_SAME },     { BL_CUSTOM_TARGET, KEY_TARGET },
    { BL_CUSTOM_FORBID, KEY_FORBID },
};
enum { PATTERNS = sizeof(patterns) / sizeof(patterns[0]) };

static void free_patterns(bl_custom *rule)
{
    for (int i = 0; i < BL_CUSTOM_PATTERNS; i++) {
        bl_pattern_free(rule->patterns[i]);
        rule->patterns[i] = NULL;
    }
}

void bl_custom_free(bl_custom *first)
{
    for (bl_custom *rule = first; rule != NULL; rule = rule->next)
        free_patterns(rule);
}

static void read_pattern(bl_yaml *r, const draft *d, bl_custom_pattern which,
                         const yaml_node_t *node, bool any_case)
{
    const char *text = bl_yaml_keep(r, node);
    bilint_error why = BILINT_ERROR_INIT;
    bl_custom *rule = d->rule;

    if (text == NULL)
        return;
    if (text[0] == '\0') {
        bl_yaml_refuse(r, node, "a pattern is wanted here", NULL);
        return;
    }
    rule->texts[which] = bl_str_z(text);
    rule->patterns[which] = bl_pattern_new(
        r->config->arena.alloc, rule->texts[which], any_case,
        rule->patterns[BL_CUSTOM_SOURCE], &why);
    if (rule->patterns[which] != NULL)
        return;
    if (why.status == BILINT_E_MEMORY)
        r->status = bl_fail_memory(r->err);
    else
        bl_yaml_refuse(r, node, why.message, NULL);
}

static void read_patterns(bl_yaml *r, const draft *d)
{
    bool exact = true;

    if (d->nodes[KEY_CASE] != NULL)
        bl_yaml_flag(r, d->nodes[KEY_CASE], &exact);
    for (int i = 0; i < PATTERNS && r->status == BILINT_OK; i++) {
        if (d->nodes[patterns[i].key] != NULL)
            read_pattern(r, d, patterns[i].pattern, d->nodes[patterns[i].key],
                         !exact);
    }
}

/* ---- wordings ----------------------------------------------------------- */

/* A text whose "$1" are groups of the pattern. */
static bl_str read_wording(bl_yaml *r, const yaml_node_t *node,
                           const bl_pattern *pattern)
{
    const bl_str text = bl_str_z(bl_yaml_keep(r, node));

    for (size_t i = 0; i < text.size; i++) {
        if (bl_group_named(text, i) <= bl_pattern_groups(pattern))
            continue;
        bl_yaml_refuse(r, node, "the pattern has no such group", text.ptr + i);
        break;
    }
    return text;
}

/* The pattern that "$1" of a message are groups of. */
static const bl_pattern *said_of(const bl_custom *rule)
{
    static const bl_custom_pattern order[] = {
        BL_CUSTOM_SOURCE, BL_CUSTOM_SAME, BL_CUSTOM_FORBID, BL_CUSTOM_TARGET
    };
    int i = 0;

    while (rule->patterns[order[i]] == NULL)
        i++;
    return rule->patterns[order[i]];
}

static void read_wordings(bl_yaml *r, const draft *d)
{
    bl_custom *rule = d->rule;

    if (r->status == BILINT_OK && d->nodes[KEY_MESSAGE] != NULL)
        rule->message = read_wording(r, d->nodes[KEY_MESSAGE], said_of(rule));
    if (r->status == BILINT_OK && d->nodes[KEY_FIX] != NULL)
        rule->fix = read_wording(r, d->nodes[KEY_FIX],
                                 rule->patterns[BL_CUSTOM_FORBID]);
}

/* ---- languages ---------------------------------------------------------- */

static void add_language(bl_yaml *r, yaml_node_t *item, void *context)
{
    bl_custom_languages *list = context;
    bl_arena *arena = &r->config->arena;
    const char *tag = bl_yaml_language(r, item);
    bl_locale *locale = bl_arena_alloc(arena, 1, sizeof(*locale));

    if (tag == NULL || r->status != BILINT_OK)
        return;
    if (list->count == list->room) {
        const size_t room = list->room != 0 ? list->room * 2 : 4;
        const bl_locale **items =
            bl_arena_alloc(arena, room, sizeof(*items));

        for (size_t i = 0; items != NULL && i < list->count; i++)
            items[i] = list->items[i];
        list->items = items;
        list->room = room;
    }
    if (locale == NULL || list->items == NULL ||
        !bl_locale_parse(tag, strlen(tag), locale)) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    list->items[list->count++] = locale;
}

static void read_languages(bl_yaml *r, const draft *d)
{
    if (d->nodes[KEY_SOURCE_LANG] != NULL)
        bl_yaml_items(r, d->nodes[KEY_SOURCE_LANG], add_language,
                      &d->rule->languages[BL_SOURCE]);
    if (d->nodes[KEY_TARGET_LANG] != NULL)
        bl_yaml_items(r, d->nodes[KEY_TARGET_LANG], add_language,
                      &d->rule->languages[BL_TARGET]);
}

/* ---- a rule ------------------------------------------------------------- */

/* Which keys go together. */
static void check_keys(bl_yaml *r, const draft *d)
{
    yaml_node_t *const *has = d->nodes;
    const key partners[] = { KEY_SOURCE, KEY_TARGET, KEY_FORBID,
                             KEY_AS_OFTEN };

    if (has[KEY_TARGET] == NULL && has[KEY_FORBID] == NULL &&
        has[KEY_SAME] == NULL)
        bl_yaml_refuse(r, d->key_node,
                       "the rule says of no target what it must have: "
                       "target, forbid or same is wanted",
                       NULL);
    for (int i = 0; has[KEY_SAME] != NULL && i < 4; i++) {
        if (has[partners[i]] != NULL)
            bl_yaml_refuse(r, has[partners[i]],
                           "does not go together with same",
                           keys[partners[i]].key);
    }
    if (has[KEY_AS_OFTEN] != NULL &&
        (has[KEY_SOURCE] == NULL || has[KEY_TARGET] == NULL))
        bl_yaml_refuse(r, has[KEY_AS_OFTEN],
                       "as-often wants source and target", NULL);
    if (has[KEY_FIX] != NULL && has[KEY_FORBID] == NULL)
        bl_yaml_refuse(r, has[KEY_FIX], "fix wants forbid", NULL);
}

static void on_rule_key(bl_yaml *r, const char *name, yaml_node_t *key_node,
                        yaml_node_t *value, void *context)
{
    draft *d = context;
    int which = 0;

    while (which < KEY_COUNT && strcmp(keys[which].key, name) != 0)
        which++;
    if (which == KEY_COUNT)
        bl_yaml_refuse(r, key_node, "unknown key of a rule", name);
    else
        d->nodes[which] = value;
}

static void put_line(bl_buf *out, const char *name, bl_str text)
{
    bl_buf_z(out, "    ");
    bl_buf_z(out, name);
    bl_buf_z(out, ": ");
    bl_buf_str(out, text);
    bl_buf_char(out, '\n');
}

/* What `bilint explain` shows. */
static const char *make_page(bl_yaml *r, const draft *d)
{
    const bl_custom *rule = d->rule;
    const char *page;
    bl_buf out;

    bl_buf_init(&out, r->config->arena.alloc);
    bl_buf_z(&out, "# ");
    bl_buf_z(&out, rule->check.id);
    bl_buf_z(&out, "\n\n");
    bl_buf_z(&out, rule->check.title);
    bl_buf_z(&out, "\n\nA rule of your own, from bilint.yml:\n\n");
    for (int i = 0; i < KEY_COUNT; i++) {
        const yaml_node_t *node = d->nodes[i];

        if (node != NULL && node->type == YAML_SCALAR_NODE)
            put_line(&out, keys[i].key,
                     bl_str_of((const char *)node->data.scalar.value,
                               node->data.scalar.length));
    }
    bl_buf_z(&out, "\n`bilint explain custom` says what these words mean.\n");
    page = out.failed
               ? NULL
               : bl_arena_copy(&r->config->arena, out.data, out.size);
    bl_buf_free(&out);
    if (page == NULL)
        r->status = bl_fail_memory(r->err);
    return page;
}

static void read_rule(bl_yaml *r, draft *d, yaml_node_t *map)
{
    bl_custom *rule = d->rule;

    bl_yaml_pairs(r, map, on_rule_key, d);
    if (r->status == BILINT_OK)
        check_keys(r, d);
    if (r->status == BILINT_OK && d->nodes[KEY_LEVEL] != NULL)
        bl_yaml_severity(r, d->nodes[KEY_LEVEL], &rule->level);
    if (rule->level == BL_SEVERITY_ON)
        rule->level = BL_WARNING;
    if (r->status == BILINT_OK && d->nodes[KEY_AS_OFTEN] != NULL)
        bl_yaml_flag(r, d->nodes[KEY_AS_OFTEN], &rule->as_often);
    if (r->status == BILINT_OK)
        read_languages(r, d);
    if (r->status == BILINT_OK)
        read_patterns(r, d);
    if (r->status == BILINT_OK)
        read_wordings(r, d);
    if (r->status != BILINT_OK)
        return;
    if (rule->message.size != 0)
        rule->check.title = rule->message.ptr;
    rule->page = make_page(r, d);
}

/* ---- the list ----------------------------------------------------------- */

/* As ids of rules are: small letters and digits, hyphens between them. */
static bool is_name(const char *text)
{
    const size_t size = strlen(text);

    for (size_t i = 0; i < size; i++) {
        const char c = text[i];
        const bool letter = c >= 'a' && c <= 'z';

        if (!letter && (i == 0 || !((c >= '0' && c <= '9') ||
                                    (c == '-' && text[i - 1] != '-' &&
                                     i + 1 < size))))
            return false;
    }
    return size != 0 && size <= NAME_MOST;
}

static const char *make_id(bl_yaml *r, const char *name)
{
    static const char before[] = "custom/";
    const size_t size = sizeof(before) - 1;
    char *id =
        bl_arena_alloc(&r->config->arena, size + strlen(name) + 1, 1);

    if (id == NULL)
        return NULL;
    memcpy(id, before, size);
    memcpy(id + size, name, strlen(name) + 1);
    return id;
}

/* The rule of that id, emptied, or a new one at the end of the list. */
static bl_custom *take_place(bl_yaml *r, const char *id)
{
    bl_custom **place = &r->config->custom;
    bl_custom *next = NULL;

    while (*place != NULL && strcmp((*place)->check.id, id) != 0)
        place = &(*place)->next;
    if (*place != NULL) {
        free_patterns(*place);
        next = (*place)->next;
    } else {
        *place = bl_arena_alloc(&r->config->arena, 1, sizeof(**place));
        if (*place == NULL)
            return NULL;
        r->config->settings.custom_count++;
    }
    memset(*place, 0, sizeof(**place));
    (*place)->check = bl_check_custom;
    (*place)->check.id = id;
    (*place)->check.run = NULL;
    (*place)->level = BL_WARNING;
    (*place)->next = next;
    return *place;
}

static void on_custom(bl_yaml *r, const char *name, yaml_node_t *key_node,
                      yaml_node_t *value, void *context)
{
    draft d = { .key_node = key_node };
    const char *id;

    (void)context;
    if (!is_name(name)) {
        bl_yaml_refuse(r, key_node,
                       "the name of a rule has small letters, digits and "
                       "hyphens between them",
                       name);
        return;
    }
    if (r->config->settings.custom_count >= RULES_MOST) {
        bl_yaml_refuse(r, key_node, "there are too many rules", name);
        return;
    }
    id = make_id(r, name);
    d.rule = id != NULL ? take_place(r, id) : NULL;
    if (d.rule == NULL)
        r->status = bl_fail_memory(r->err);
    else
        read_rule(r, &d, value);
}

void bl_custom_read(bl_yaml *r, yaml_node_t *map)
{
    bl_yaml_pairs(r, map, on_custom, NULL);
}

void bl_custom_number(bl_yaml *r)
{
    bl_settings *settings = &r->config->settings;
    uint16_t count = 0;

    settings->custom = bl_arena_alloc(&r->config->arena, settings->custom_count,
                                      sizeof(bl_custom *));
    if (settings->custom == NULL) {
        r->status = bl_fail_memory(r->err);
        return;
    }
    for (bl_custom *rule = r->config->custom; rule != NULL; rule = rule->next)
        settings->custom[count++] = rule;
}

/* What `rules` says of one rule, or of all of them, or what it says itself. */
static int8_t severity_of(const bl_settings *settings, uint16_t index)
{
    const int8_t level = settings->custom[index]->level;
    int8_t said = settings->rules[bl_check_count + index].severity;

    if (said == BL_SEVERITY_DEFAULT)
        said = settings->rules[BL_RULE_custom].severity;
    else if (said == BL_SEVERITY_ON && level == BL_OFF)
        return BL_WARNING;
    return said >= 0 ? said : level;
}

void bl_custom_settle(bl_settings *settings)
{
    bl_rule_setting *all = &settings->rules[BL_RULE_custom];
    bool any = false;

    for (uint16_t i = 0; i < settings->custom_count; i++) {
        settings->custom[i]->severity = severity_of(settings, i);
        any = any || settings->custom[i]->severity != BL_OFF;
    }
    if (!any)
        all->severity = BL_OFF;
    else if (all->severity == BL_OFF)
        all->severity = BL_SEVERITY_ON;
}
