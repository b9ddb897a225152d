/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers whose digits add up, without a zero: Ethiopic ፲፱፻፵፰, 1948. Signs of
 * ones and tens stand before that of a hundred, and pairs of both before that
 * of ten thousand. Source: The Unicode Standard, chapter 19.1; CLDR 42, the
 * numbering system "ethi".
 */
#include "recognise/numbering.h"

enum {
    ETHIOPIC_ONE = 0x1369,
    ETHIOPIC_TEN = 0x1372,
    ETHIOPIC_HUNDRED = 0x137b,
    ETHIOPIC_MYRIAD = 0x137c,
    SIGNS_MOST = 10 /* 99 999 999 */
};

static bool is_additive(const bl_token *token)
{
    return token != NULL && token->kind == BL_TOKEN_NUMBER &&
           token->c >= ETHIOPIC_ONE && token->c <= ETHIOPIC_MYRIAD;
}

static int64_t or_one(int64_t count)
{
    return count != 0 ? count : 1;
}

size_t bl_read_additive(const bl_scan *scan, size_t at, int64_t *value)
{
    const size_t most = at + SIGNS_MOST;
    int64_t myriads = 0;
    int64_t hundreds = 0;
    int64_t ones = 0;

    for (size_t first = at;
         at < most && is_additive(bl_scan_token(scan, at)) &&
         (at == first || scan->tokens[at].gap == BL_GAP_NONE);
         at++) {
        const uint32_t c = scan->tokens[at].c;

        if (c == ETHIOPIC_MYRIAD) {
            myriads = or_one(myriads + hundreds + ones) * 10000;
            hundreds = ones = 0;
        } else if (c == ETHIOPIC_HUNDRED) {
            hundreds = or_one(ones) * 100;
            ones = 0;
        } else {
            ones += c < ETHIOPIC_TEN ? c - ETHIOPIC_ONE + 1
                                     : (c - ETHIOPIC_TEN + 1) * 10;
        }
    }
    *value = myriads + hundreds + ones;
    return at;
}
