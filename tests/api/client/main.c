/* SPDX-License-Identifier: Apache-2.0 */
/* A client of the installed library: one pair, its first finding, and
 * whether number words were known. */
#include <bilint/bilint.h>

#include <stdio.h>
#include <string.h>

static uint32_t check(bilint_engine *engine, const char *source,
                      const char *target, bilint_finding *first)
{
    bilint_report *report = NULL;
    bilint_pair pair = { .struct_size = sizeof(pair) };
    uint32_t count;

    pair.source_lang = "en";
    pair.target_lang = "vi";
    pair.source = source;
    pair.source_size = strlen(source);
    pair.target = target;
    pair.target_size = strlen(target);
    if (bilint_check_pair(engine, &pair, &report, NULL) != BILINT_OK)
        return 0;
    count = bilint_report_count(report);
    first->struct_size = sizeof(*first);
    if (count != 0)
        bilint_report_get(report, 0, first); /* rule ids are the library's */
    bilint_report_free(report);
    return count;
}

int main(void)
{
    static const char config[] = "rules: {spelling: off}\n";
    bilint_finding first;
    bilint_engine *engine = NULL;
    bilint_error err = BILINT_ERROR_INIT;

    if (bilint_engine_new(BILINT_ABI, config, sizeof(config) - 1, NULL,
                          &engine, &err) != BILINT_OK) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    if (check(engine, "12 pages", "21 trang", &first) == 0)
        return 1;
    printf("%s %s ", first.rule, bilint_version());
    puts(check(engine, "two million people", "ba triệu người", &first) != 0
             ? "data"
             : "no data");
    bilint_engine_free(engine);
    return 0;
}
