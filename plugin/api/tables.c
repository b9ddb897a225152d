/* SPDX-License-Identifier: Apache-2.0 */
/* Rules and options, enumerated. */
#include "api/handles.h"

#include "api/pages.h"
#include "checks/custom.h"

#include <stdio.h>

uint32_t BILINT_CALL bilint_rule_count(void)
{
    return bl_check_count;
}

static bilint_status give_rule(const bl_check *check, bl_severity severity,
                               const char *page, bilint_rule *out)
{
    static const char *const stages[] = { "preview", "stable", "deprecated" };
    const bilint_rule rule = {
        .struct_size = sizeof(rule),
        .severity = (int32_t)severity,
        .id = check->id,
        .title = check->title,
        .category = check->category,
        .its_type = check->its_type,
        .stage = stages[check->stage],
        .since = check->since,
        .page = page,
    };

    return bl_struct_out(out, &rule, sizeof(rule)) ? BILINT_OK
                                                   : BILINT_E_ARGUMENT;
}

bilint_status BILINT_CALL bilint_rule_get(uint32_t index, bilint_rule *out)
{
    if (index >= bl_check_count || out == NULL)
        return BILINT_E_ARGUMENT;
    return give_rule(bl_checks[index], bl_check_severity(bl_checks[index]),
                     bl_rule_pages[index], out);
}

uint32_t BILINT_CALL bilint_engine_rule_count(const bilint_engine *engine)
{
    return engine != NULL
               ? (uint32_t)bl_check_count +
                     bl_engine_of(engine)->config.settings.custom_count
               : 0;
}

bilint_status BILINT_CALL bilint_engine_rule_get(const bilint_engine *engine,
                                                 uint32_t index,
                                                 bilint_rule *out)
{
    const bl_custom *rule;

    if (out == NULL || index >= bilint_engine_rule_count(engine))
        return BILINT_E_ARGUMENT;
    if (index < bl_check_count)
        return bilint_rule_get(index, out);
    rule = bl_engine_of(engine)
               ->config.settings.custom[index - bl_check_count];
    return give_rule(&rule->check, (bl_severity)rule->level, rule->page, out);
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
