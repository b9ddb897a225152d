/* SPDX-License-Identifier: Apache-2.0 */
/* Looking at what the documentation says by hand. */
#ifndef BL_DEV_DOCS_CHECKS_H
#define BL_DEV_DOCS_CHECKS_H

#include <stdbool.h>

/* Every mistake is told on standard error; false where there is one. */
bool dev_docs_check(void);

#endif
