/* SPDX-License-Identifier: Apache-2.0 */
/* Read a packed report. Cited in docs/reference/packed-report.md. */
#include <bilint/bilint.h>

#include <stdio.h>
#include <string.h>

enum { HEADER = 8, FINDING = 17, MARK = 3 };

/* Number `at` of what begins at `from`. */
static uint32_t number(const unsigned char *from, size_t at)
{
    uint32_t value;

    memcpy(&value, from + at * sizeof(value), sizeof(value));
    return value;
}

static void read_packed(const unsigned char *data)
{
    const char *strings = (const char *)data + number(data, 2);
    const unsigned char *finding = data + HEADER * sizeof(uint32_t);

    if (number(data, 0) != 0x31524C42)
        return;
    for (uint32_t i = 0; i < number(data, 1); i++) {
        const uint32_t marks = number(finding, 16);

        printf("severity %u, %s, %s: %s\n", (unsigned)number(finding, 0),
               strings + number(finding, 1), strings + number(finding, 3),
               strings + number(finding, 5));
        if (number(finding, 9) != UINT32_MAX)
            printf("  fix %u-%u: %s\n", (unsigned)number(finding, 10),
                   (unsigned)number(finding, 11),
                   strings + number(finding, 12));
        for (uint32_t j = 0; j < marks; j++)
            printf("  mark on side %u: %u-%u\n",
                   (unsigned)number(finding, FINDING + j * MARK),
                   (unsigned)number(finding, FINDING + j * MARK + 1),
                   (unsigned)number(finding, FINDING + j * MARK + 2));
        finding += (FINDING + marks * MARK) * sizeof(uint32_t);
    }
}

int main(void)
{
    static const char config[] = "source-lang: en\n"
                                 "target-lang: de\n"
                                 "offsets: utf-16\n"
                                 "rules: { spelling: off }\n";
    static const char source[] = "Hello {name}, the price is 4.50 EUR.";
    static const char target[] = "Grüße {Name}, der Preis ist 5,40 EUR.";
    bilint_pair pair = { .struct_size = sizeof(pair) };
    bilint_engine *engine = NULL;
    bilint_report *report = NULL;
    const void *data;
    size_t size;

    pair.source = source;
    pair.source_size = strlen(source);
    pair.target = target;
    pair.target_size = strlen(target);
    if (bilint_engine_new(BILINT_ABI, config, strlen(config), NULL, &engine,
                          NULL) == BILINT_OK &&
        bilint_check_pair(engine, &pair, &report, NULL) == BILINT_OK &&
        bilint_report_packed(report, &data, &size) == BILINT_OK)
        read_packed(data);
    bilint_report_free(report);
    bilint_engine_free(engine);
    return 0;
}
