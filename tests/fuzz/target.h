/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every fuzz target shares: the entry point, and a way to say that
 * something must hold. A target gets any bytes at all and gives nothing; what
 * it finds wrong ends the process.
 */
#ifndef BILINT_FUZZ_TARGET_H
#define BILINT_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Called by libFuzzer, and by replay.c for each file of a corpus. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Stays on in release builds. `...` is a format and its arguments that say
 * which values were met. */
#define MUST(condition, ...)                                              \
    do {                                                                  \
        if (!(condition)) {                                               \
            fprintf(stderr, "%s:%d: must hold: %s: ", __FILE__, __LINE__, \
                    #condition);                                          \
            fprintf(stderr, __VA_ARGS__);                                 \
            fputc('\n', stderr);                                          \
            abort();                                                      \
        }                                                                 \
    } while (0)

#endif
