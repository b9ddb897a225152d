/* SPDX-License-Identifier: Apache-2.0 */
/* The door for dlopen(): a magic block and a table of the flat functions. */
#include "bilint/bilint.h"

#include <string.h>

static const bilint_engine_factory factory = {
    .struct_size = sizeof(bilint_engine_factory),
    .engine_new = bilint_engine_new,
    .engine_free = bilint_engine_free,
    .check_pair = bilint_check_pair,
    .check_document = bilint_check_document,
    .report_count = bilint_report_count,
    .report_get = bilint_report_get,
    .report_mark = bilint_report_mark,
    .report_free = bilint_report_free,
};

static const void *BILINT_CALL get_factory(const char *id)
{
    return id != NULL && strcmp(id, BILINT_ENGINE_FACTORY) == 0 ? &factory
                                                                : NULL;
}

const bilint_plugin_info *BILINT_CALL bilint_plugin(void)
{
    static const bilint_plugin_info info = {
        .magic = BILINT_PLUGIN_MAGIC,
        .struct_size = sizeof(bilint_plugin_info),
        .abi = BILINT_ABI,
        .name = "bilint",
        .version = BILINT_VERSION,
        .get_factory = get_factory,
    };

    return &info;
}
