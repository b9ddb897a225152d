/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any text as bilint.yml: an engine, or an error with its place. An engine
 * that was made must check a pair.
 */
#include "laws.h"
#include "target.h"

#include <string.h>

/* A configuration may name files; devices never end. */
static int is_harmless(const char *text, size_t size)
{
    for (size_t i = 0; i + 4 <= size; i++) {
        if (memcmp(text + i, "/dev", 4) == 0 ||
            memcmp(text + i, "proc", 4) == 0)
            return 0;
    }
    return 1;
}

static void must_check(bilint_engine *engine)
{
    static const char source[] = "Sales rose by 12 percent in May 2024.";
    static const char target[] = "Doanh số tăng 21 phần trăm vào tháng 5/2024.";
    const shown sides[2] = { { source, sizeof(source) - 1 },
                             { target, sizeof(target) - 1 } };
    const bilint_pair pair = { .struct_size = sizeof(pair),
                               .source_lang = "en",
                               .target_lang = "vi",
                               .source = source,
                               .source_size = sizeof(source) - 1,
                               .target = target,
                               .target_size = sizeof(target) - 1 };
    const char *offsets = bilint_engine_setting(engine, "offsets");
    const offset_unit unit = strcmp(offsets, "utf-16") == 0 ? UNIT_UTF16
                             : strcmp(offsets, "code-points") == 0
                                 ? UNIT_CODE_POINTS
                                 : UNIT_UTF8;
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;
    const bilint_status status =
        bilint_check_pair(engine, &pair, &report, &err);

    must_explain(status, &err);
    MUST(status == BILINT_OK || status == BILINT_E_DATA ||
             status == BILINT_E_LIMIT,
         "%d: %s", (int)status, err.message);
    if (status == BILINT_OK)
        must_be_sound(report, sides, unit);
    bilint_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_engine *engine = NULL;
    bilint_status status;

    if (!is_harmless((const char *)data, size))
        return 0;
    status = bilint_engine_new(BILINT_ABI, (const char *)data, size, NULL,
                               &engine, &err);
    must_explain(status, &err);
    MUST((status == BILINT_OK) == (engine != NULL), "%d", (int)status);
    MUST(status == BILINT_OK || status == BILINT_E_CONFIG ||
             status == BILINT_E_DATA || status == BILINT_E_IO ||
             status == BILINT_E_LIMIT,
         "%d: %s", (int)status, err.message);
    if (engine != NULL)
        must_check(engine);
    bilint_engine_free(engine);
    return 0;
}
