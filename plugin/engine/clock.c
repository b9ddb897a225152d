/* SPDX-License-Identifier: Apache-2.0 */
/* The monotonic clock of the system. */
#include "engine/clock.h"

#if defined(_WIN32)
#    include <windows.h>

uint64_t bl_clock_micros(void)
{
    return (uint64_t)GetTickCount64() * 1000;
}

#else
#    include <time.h>

uint64_t bl_clock_micros(void)
{
    struct timespec now;

    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return 0;
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

#endif
