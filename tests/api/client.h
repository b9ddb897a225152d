/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the tests that go through the public interface have in common: an
 * engine that depends on nothing of the machine, pairs in one line, and a
 * whole report as JSON lines to compare. Includes public headers alone.
 */
#ifndef BILINT_TESTS_CLIENT_H
#define BILINT_TESTS_CLIENT_H

#include "bilint/bilint.h"

#include <stdbool.h>

/*
 * An engine for `config` (YAML), with the language data of this source tree
 * and the small spelling dictionaries beside this file, which hide those of
 * the machine. A failure is printed, and NULL returned.
 */
bilint_engine *client_engine(const char *config, const bilint_host *host);

/* What client_engine() puts before `config`. */
extern const char client_config[];

/*
 * A configuration that runs these rules and no other ("number-mismatch
 * code-extra"), followed by `more`; for free(). What other rules find, now
 * or later, is then no matter.
 */
char *client_only(const char *rules, const char *more);

/* A pair without codes. */
bilint_pair client_pair(const char *source_lang, const char *target_lang,
                        const char *source, const char *target);

/* Check it; a failure is printed. */
bilint_status client_check(bilint_engine *engine, bilint_report **report,
                           const char *source_lang, const char *target_lang,
                           const char *source, const char *target);

/* All findings as JSON lines, for free(). */
char *client_lines(const bilint_report *report);

/* Check a document in memory: its findings as JSON lines, followed by the
 * error if there was one; for free(). */
char *client_document(bilint_engine *engine, const char *name,
                      const void *data, size_t size);

/* A file in memory, with a NUL behind it, for free(); NULL if it cannot be
 * read. */
char *client_read(const char *path, size_t *size);

#endif
