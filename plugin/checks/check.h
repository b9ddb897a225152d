/* SPDX-License-Identifier: Apache-2.0 */
/* What a check is. One file per check defines one `const bl_check`. */
#ifndef BL_CHECKS_CHECK_H
#define BL_CHECKS_CHECK_H

#include "checks/settings.h"
#include "findings/sink.h"
#include "model/pair.h"
#include "recognise/recognise.h"

typedef enum bl_stage {
    BL_PREVIEW, /* not measured yet, or over its noise budget: off */
    BL_STABLE,
    BL_DEPRECATED
} bl_stage;

enum { BL_MESSAGES_MAX = 12, BL_OPTIONS_MAX = 4 };

/* A setting of a rule, "<rule>.<key>" in the configuration. */
typedef struct bl_check_option {
    const char *key;
    const char *title;
    bl_option_type type;
    bl_option_value initial;
} bl_check_option;

/* What a pair may have; see bl_check.wants. */
enum {
    BL_HAS_TARGET = 1 << 0,       /* a target with something in it */
    BL_HAS_PROSE = 1 << 1,        /* a source that is no key */
    BL_HAS_CODES = 1 << 2,        /* on either side, as those below */
    BL_HAS_MASKS = 1 << 3,
    BL_HAS_ODDITIES = 1 << 4,     /* BL_TRAIT_ODD, in its target */
    BL_HAS_TERMS = 1 << 5,        /* of the lists */
    BL_HAS_OTHER_NUMBERS = 1 << 6, /* quantities that differ */
    BL_HAS_OTHER_NAMES = 1 << 7,
    BL_HAS_LIMITS = 1 << 8,       /* to the length of its unit */
    BL_HAS_REQUIREMENTS = 1 << 9  /* that its target has to meet */
};

struct bl_records;
struct bl_repetitions;
struct bl_trace;

typedef struct bl_check {
    const char *id;       /* public, stable, kebab-case; also the file name */
    const char *title;    /* what is wrong, one line, no full stop */
    const char *category; /* what evaluation counts and people switch */
    const char *its_type; /* ITS 2.0 locQualityIssueType */
    const char *since;    /* first release that has it */
    bl_stage stage;
    bool off;             /* by default, though it is stable */
    bool compares;        /* the texts of both sides: it has nothing to say
                             where they are no prose, recognise/key.h */
    uint32_t needs;       /* BL_NEEDS_... */
    uint32_t wants;       /* BL_HAS_...: it has nothing to say of a pair that
                             lacks one of them, and is not asked */
    bl_message messages[BL_MESSAGES_MAX];
    bl_check_option options[BL_OPTIONS_MAX];

    /*
     * Pure: same pair, same findings, in the same order. No I/O, no locale
     * of the process, no state. The pair outlives the call, not more. NULL
     * for a check of whole documents alone.
     */
    void (*run)(const struct bl_check *self, const bl_pair *pair,
                bl_sink *sink);

    /*
     * Once a segment of a document, in order and on one thread, when it and
     * perhaps some behind it are checked. What it learns is in the records;
     * `part` has findings that are not in the sink's report yet. May be NULL.
     */
    void (*follow)(const struct bl_check *self, const struct bl_trace *trace,
                   struct bl_records *records, bl_report *part,
                   bl_sink *sink);

    /* Once a document, over the records of all its segments. May be NULL. */
    void (*document)(const struct bl_check *self, struct bl_records *records,
                     bl_sink *sink);

    /* Once a document, or once for all documents of a project, in their
     * order. `repeats` is 1 << the side whose repetitions it looks at. May
     * be NULL. */
    uint8_t repeats;
    void (*project)(const struct bl_check *self,
                    const struct bl_repetitions *const *documents,
                    size_t count, bl_sink *sink);

    /*
     * Once a document, when all is reported: change or drop findings that
     * the rest of the document explains, by their severity (BL_OFF drops).
     * `rule` is the check's own index. May be NULL.
     */
    void (*settle)(uint16_t rule, const struct bl_records *records,
                   bl_report *report);

    /* Once a pair that has no target to look at is left out, unless: */
    bool without_target;
} bl_check;

/* The table of all checks, sorted by id. */
extern const bl_check *const bl_checks[];
extern const uint16_t bl_check_count;

/* The check with that id and its index, or NULL. */
const bl_check *bl_check_find(bl_str id, uint16_t *index);

/* The highest severity of its messages; and that, or BL_OFF for a rule that
 * is off by default. */
bl_severity bl_check_highest(const bl_check *check);
bl_severity bl_check_severity(const bl_check *check);

/* At which severity the rule with that index reports at most; BL_OFF. */
bl_severity bl_check_severity_set(const bl_settings *settings, uint16_t rule);

/* The index of each check in the table, BL_RULE_word_repeated and so on. */
enum {
#define BL_RULE(name) BL_RULE_##name,
#include "checks/rules.def"
#undef BL_RULE
};

/* The value of the option number `option` of the check with that index. */
static inline const bl_option_value *
bl_check_setting(const bl_pair *pair, uint16_t rule, int option)
{
    return &pair->settings->rules[rule].options[option];
}

/* Whether the segment has a target with something in it. */
static inline bool bl_has_target(const bl_pair *pair)
{
    return pair->side[BL_TARGET].text.size != 0;
}

#endif
