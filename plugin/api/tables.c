/* SPDX-License-Identifier: Apache-2.0 */
/* Rules and options, enumerated. */
#include "api/handles.h"

#include "api/pages.h"

#include <stdio.h>

uint32_t BILINT_CALL bilint_rule_count(void)
{
    return bl_check_count;
}

bilint_status BILINT_CALL bilint_rule_get(uint32_t index, bilint_rule *out)
{
    static const char *const stages[] = { "preview", "stable", "deprecated" };
    const bl_check *check;
    bilint_rule rule;

    if (index >= bl_check_count || out == NULL)
        return BILINT_E_ARGUMENT;
    check = bl_checks[index];
    rule = (bilint_rule){
        .struct_size = sizeof(rule),
        .severity = (int32_t)bl_check_severity(check),
        .id = check->id,
        .title = check->title,
        .category = check->category,
        .its_type = check->its_type,
        .stage = stages[check->stage],
        .since = check->since,
        .page = bl_rule_pages[index],
    };
    return bl_struct_out(out, &rule, sizeof(rule)) ? BILINT_OK
                                                   : BILINT_E_ARGUMENT;
}

uint32_t BILINT_CALL bilint_option_count(void)
{
    bl_config_key key;
    uint32_t count = 0;

    while (bl_config_key_at(count, &key))
        count++;
    return count;
}

bilint_status BILINT_CALL bilint_option_get(uint32_t index,
                                            bilint_option *out)
{
    bl_config_key key;
    bilint_option option;

    if (out == NULL || !bl_config_key_at(index, &key))
        return BILINT_E_ARGUMENT;
    option = (bilint_option){ .struct_size = sizeof(option),
                              .rule = key.rule,
                              .key = key.key,
                              .type = key.type,
                              .default_value = key.initial,
                              .title = key.title };
    return bl_struct_out(out, &option, sizeof(option)) ? BILINT_OK
                                                       : BILINT_E_ARGUMENT;
}
