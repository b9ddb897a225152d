/* SPDX-License-Identifier: Apache-2.0 */
/* The table of checks, built from rules.def and nothing else. */
#include "checks/check.h"

#include <stddef.h>

#define BL_RULE(name) extern const bl_check bl_check_##name;
#include "checks/rules.def"
#undef BL_RULE

const bl_check *const bl_checks[] = {
#define BL_RULE(name) &bl_check_##name,
#include "checks/rules.def"
#undef BL_RULE
};

const uint16_t bl_check_count =
    (uint16_t)(sizeof(bl_checks) / sizeof(bl_checks[0]));

const bl_check *bl_check_find(bl_str id, uint16_t *index)
{
    for (uint16_t i = 0; i < bl_check_count; i++) {
        if (!bl_str_equal(id, bl_str_z(bl_checks[i]->id)))
            continue;
        if (index != NULL)
            *index = i;
        return bl_checks[i];
    }
    return NULL;
}

bl_severity bl_check_severity(const bl_check *check)
{
    if (check->off || check->stage == BL_PREVIEW)
        return BL_OFF;
    return bl_check_highest(check);
}

bl_severity bl_check_highest(const bl_check *check)
{
    bl_severity severity = BL_OFF;

    for (int i = 0; i < BL_MESSAGES_MAX && check->messages[i].id != NULL;
         i++) {
        if (check->messages[i].severity > severity)
            severity = check->messages[i].severity;
    }
    return severity;
}

bl_severity bl_check_severity_set(const bl_settings *settings, uint16_t rule)
{
    const int8_t set = settings->rules[rule].severity;

    if (set == BL_SEVERITY_ON)
        return bl_check_highest(bl_checks[rule]);
    return set >= 0 ? (bl_severity)set : bl_check_severity(bl_checks[rule]);
}
