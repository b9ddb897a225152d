/* SPDX-License-Identifier: Apache-2.0 */
/* The list of formats. */
#include "reporters/reporter.h"

#include <string.h>

static const bl_format *const formats[] = { &bl_format_jsonl,
                                            &bl_format_text };

const bl_format *bl_format_find(const char *name)
{
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    }
    return NULL;
}

const char *bl_severity_name(uint8_t severity)
{
    static const char *const names[] = { "off", "info", "warning", "error" };

    return names[severity <= BL_ERROR ? severity : BL_ERROR];
}
