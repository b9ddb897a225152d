/* SPDX-License-Identifier: Apache-2.0 */
/* What the configuration says of each rule. */
#ifndef BL_CHECKS_SETTINGS_H
#define BL_CHECKS_SETTINGS_H

#include "base/str.h"

#include <stdint.h>

typedef enum bl_option_type {
    BL_OPTION_NONE, /* ends a check's list */
    BL_OPTION_FLAG, /* yes or no */
    BL_OPTION_NUMBER,
    BL_OPTION_TEXT,
    BL_OPTION_CHARACTERS /* a character class */
} bl_option_type;

typedef struct bl_option_value {
    const char *text; /* as it is written: "yes", "12" */
    bool flag;        /* what that means, by type */
    int64_t number;
    const struct bl_char_class *set;
} bl_option_value;

enum {
    BL_SEVERITY_DEFAULT = -1, /* as the rule says */
    BL_SEVERITY_ON = -2 /* on, though it is off by default; as it says */
};

typedef struct bl_rule_setting {
    int8_t severity; /* bl_severity, or one of the above */
    bl_option_value options[4];
} bl_rule_setting;

struct bl_custom;

typedef struct bl_settings {
    bl_rule_setting *rules;    /* by index of the rule */
    struct bl_custom **custom; /* the user's own, behind those of the table */
    uint16_t custom_count;
} bl_settings;

#endif
