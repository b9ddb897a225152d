/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rules of the user's own: patterns of bilint.yml that texts are to match or
 * not. Each is a rule with an id, a level and a wording; custom.c looks at
 * them, and bl_check_custom stands for all of them.
 */
#ifndef BL_CHECKS_CUSTOM_H
#define BL_CHECKS_CUSTOM_H

#include "base/lock.h"
#include "checks/check.h"
#include "text/pattern.h"

/* Which text a pattern is looked for in, and what for. */
typedef enum bl_custom_pattern {
    BL_CUSTOM_UNLESS, /* in the source: the rule does not concern the pair */
    BL_CUSTOM_SOURCE, /* in the source: it does */
    BL_CUSTOM_TARGET, /* in the target, where it has to be */
    BL_CUSTOM_FORBID, /* in the target, where it must not be */
    BL_CUSTOM_SAME,   /* in both, where it has to be the same */
    BL_CUSTOM_PATTERNS
} bl_custom_pattern;

/* The codes of findings. */
enum {
    BL_CUSTOM_MISSING,
    BL_CUSTOM_EXTRA,
    BL_CUSTOM_ALTERED,
    BL_CUSTOM_FORBIDDEN
};

/* Languages that a rule is for; none: all. */
typedef struct bl_custom_languages {
    const bl_locale **items;
    size_t count;
    size_t room; /* in the arena of the configuration */
} bl_custom_languages;

typedef struct bl_custom {
    bl_check check; /* first: its public face, "custom/<name>" */
    int8_t level;   /* as it was defined: bl_severity */
    int8_t severity; /* as `rules` says, or the same */
    bool as_often;  /* source and target as often as each other */
    bl_custom_languages languages[2]; /* by bl_side_id */
    bl_pattern *patterns[BL_CUSTOM_PATTERNS]; /* NULL: none */
    bl_str texts[BL_CUSTOM_PATTERNS]; /* as they are written */
    bl_str message; /* with "$0"; none: one is made */
    bl_str fix;     /* the same, for what is forbidden; NULL: none */
    const char *page;
    bl_atomic_u32 told; /* that it gave up */
    struct bl_custom *next;
} bl_custom;

extern const bl_check bl_check_custom;

/* The rule with that id, of the table or of the user's own, and its index; or
 * NULL. */
const bl_check *bl_settings_find(const bl_settings *settings, bl_str id,
                                 uint16_t *index);

/* The rule that a finding is of. */
const bl_check *bl_report_rule(const bl_report *report,
                               const bl_finding *finding);

/* What one thread matches with. */
typedef struct bl_custom_work bl_custom_work;

/* Told when a rule was given up for a text: the first time only. */
typedef void (*bl_custom_teller)(void *context, const bl_custom *rule,
                                 const bl_pair *pair);

/* For the rules of the settings, which may be none. NULL when there is no
 * memory. */
bl_custom_work *bl_custom_work_new(const bl_alloc *alloc,
                                   const bl_settings *settings,
                                   bl_custom_teller tell, void *context);
void bl_custom_work_free(bl_custom_work *work);

/* "$0" to "$9" of a wording, by the groups of a match of a text. */
bl_str bl_custom_fill(bl_str wording, const bl_wide *text,
                      const bl_groups *groups, bl_arena *arena);

#endif
