/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the editor of a CAT tool does with bilint: one engine for the project,
 * a check whenever the translator stops typing, marks under the text, a fix
 * that is offered. Cited in docs/guide/embedding.md.
 */
#include <bilint/bilint.h>
#include <bilint/host.h>

#include <stdio.h>
#include <string.h>

enum { CODES_MAX = 16 };

/* ---- what the editor offers to the library ------------------------------ */

static void BILINT_CALL write_log(const bilint_host *host, int32_t level,
                                  const char *area, const char *text)
{
    (void)host;
    (void)level;
    printf("status bar: %s: %s\n", area, text);
}

static const void *BILINT_CALL get_interface(const bilint_host *host,
                                             const char *id)
{
    static const bilint_host_log host_log = { sizeof(host_log), write_log };

    (void)host;
    return strcmp(id, BILINT_HOST_LOG) == 0 ? &host_log : NULL;
}

static const bilint_host host = { .struct_size = sizeof(host),
                                  .abi = BILINT_ABI,
                                  .name = "editor",
                                  .version = "1.0",
                                  .get_interface = get_interface };

/* ---- a segment ---------------------------------------------------------- */

/* This editor shows inline codes as <1> and </1>. What it shows is the id of
 * a code: </1> is matched with </1> of the other side. */
static uint32_t find_codes(const char *text, bilint_code *codes)
{
    uint32_t count = 0;

    for (const char *p = strchr(text, '<'); p != NULL && count < CODES_MAX;
         p = strchr(p, '<')) {
        const char *limit = strchr(p, '>');

        if (limit == NULL)
            break;
        codes[count] = (bilint_code){ .struct_size = sizeof(bilint_code) };
        codes[count].kind = p[1] == '/' ? BILINT_CODE_CLOSE : BILINT_CODE_OPEN;
        codes[count].start = (uint32_t)(p - text);
        codes[count].limit = (uint32_t)(limit + 1 - text);
        count++;
        p = limit;
    }
    return count;
}

static void underline(const bilint_report *report, uint32_t index)
{
    bilint_finding finding = { .struct_size = sizeof(finding) };

    if (bilint_report_get(report, index, &finding) != BILINT_OK)
        return;
    printf("  %s [%s]\n", finding.message, finding.rule);
    for (uint32_t i = 0; i < finding.mark_count; i++) {
        bilint_mark mark = { .struct_size = sizeof(mark) };

        if (bilint_report_mark(report, index, i, &mark) == BILINT_OK)
            printf("    underline bytes %u to %u of the %s\n",
                   (unsigned)mark.start, (unsigned)mark.limit,
                   mark.side == BILINT_SOURCE ? "source" : "target");
    }
    if (finding.fix != NULL)
        printf("    offer \"%s\"\n", finding.fix);
}

/* The report is used again and again: nothing is allocated while typing. */
static void check(bilint_engine *engine, bilint_report **report,
                  const char *source, const char *target)
{
    bilint_code source_codes[CODES_MAX];
    bilint_code target_codes[CODES_MAX];
    bilint_error error = BILINT_ERROR_INIT;
    bilint_pair pair = { .struct_size = sizeof(pair) };

    pair.source = source;
    pair.source_size = strlen(source);
    pair.target = target;
    pair.target_size = strlen(target);
    pair.source_codes = source_codes;
    pair.source_code_count = find_codes(source, source_codes);
    pair.target_codes = target_codes;
    pair.target_code_count = find_codes(target, target_codes);
    pair.max_micros = 1000000; /* rather nothing than an editor that hangs */
    printf("%s\n", target);
    if (bilint_check_pair(engine, &pair, report, &error) != BILINT_OK) {
        printf("status bar: %s\n", error.message);
        return;
    }
    if (bilint_report_count(*report) == 0)
        printf("  nothing to report\n");
    for (uint32_t i = 0; i < bilint_report_count(*report); i++)
        underline(*report, i);
}

int main(void)
{
    static const char config[] = "source-lang: en\n"
                                 "target-lang: vi\n"
                                 "rules: { spelling: off }\n";
    static const char source[] = "Trade reached <1>4.58 billion</1> USD.";
    bilint_error error = BILINT_ERROR_INIT;
    bilint_engine *engine = NULL;
    bilint_report *report = NULL;

    if (bilint_engine_new(BILINT_ABI, config, strlen(config), &host, &engine,
                          &error) != BILINT_OK ||
        bilint_engine_prepare(engine, "en", "vi", &error) != BILINT_OK) {
        printf("status bar: %s\n", error.message);
        bilint_engine_free(engine);
        return 1;
    }
    check(engine, &report, source, "Kim ngạch đạt <1>4,85 tỷ</1> USD.");
    check(engine, &report, source, "Kim ngạch đạt <1>4,58 tỷ USD.");
    check(engine, &report, source, "Kim ngạch đạt <1>4,58 tỷ</1> USD.");
    bilint_report_free(report);
    bilint_engine_free(engine);
    return 0;
}
