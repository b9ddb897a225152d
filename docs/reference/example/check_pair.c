/* SPDX-License-Identifier: Apache-2.0 */
/* Check one pair and print what is found. Cited in docs/reference/c-api.md. */
#include <bilint/bilint.h>

#include <stdio.h>
#include <string.h>

static void print_finding(const bilint_report *report, uint32_t index)
{
    bilint_finding finding = { .struct_size = sizeof(finding) };

    if (bilint_report_get(report, index, &finding) != BILINT_OK)
        return;
    printf("%s: %s\n", finding.rule, finding.message);
    for (uint32_t i = 0; i < finding.mark_count; i++) {
        bilint_mark mark = { .struct_size = sizeof(mark) };

        if (bilint_report_mark(report, index, i, &mark) == BILINT_OK)
            printf("  %s %u-%u: %.*s\n",
                   mark.side == BILINT_SOURCE ? "source" : "target",
                   (unsigned)mark.start, (unsigned)mark.limit,
                   (int)mark.text_size, mark.text);
    }
    if (finding.fix != NULL)
        printf("  fix: %s\n", finding.fix);
}

int main(void)
{
    static const char config[] = "source-lang: en\n"
                                 "target-lang: vi\n"
                                 "rules: { spelling: off }\n";
    static const char source[] = "Trade reached 4.58 billion USD.";
    static const char target[] = "Kim ngạch đạt 4,85 tỷ USD.";
    bilint_error error = BILINT_ERROR_INIT;
    bilint_engine *engine = NULL;
    bilint_report *report = NULL;
    bilint_pair pair = { .struct_size = sizeof(pair) };

    if (bilint_engine_new(BILINT_ABI, config, strlen(config), NULL, &engine,
                          &error) != BILINT_OK) {
        fprintf(stderr, "%u:%u: %s\n", (unsigned)error.line,
                (unsigned)error.column, error.message);
        return 1;
    }
    pair.source = source;
    pair.source_size = strlen(source);
    pair.target = target;
    pair.target_size = strlen(target);
    if (bilint_check_pair(engine, &pair, &report, &error) != BILINT_OK)
        fprintf(stderr, "%s\n", error.message);
    for (uint32_t i = 0; i < bilint_report_count(report); i++)
        print_finding(report, i);
    bilint_report_free(report);
    bilint_engine_free(engine);
    return 0;
}
