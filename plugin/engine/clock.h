/* SPDX-License-Identifier: Apache-2.0 */
/* Time that only goes forward. */
#ifndef BL_ENGINE_CLOCK_H
#define BL_ENGINE_CLOCK_H

#include <stdint.h>

/* Microseconds since some moment. */
uint64_t bl_clock_micros(void);

#endif
