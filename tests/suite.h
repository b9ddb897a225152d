/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every test program begins with: cmocka and what it needs included
 * before it, and which of the tests to run. Without an argument all but those
 * named defect_...; with one the tests that it names. A defect_ test shows a
 * known mistake: ctest runs it by itself and expects it to fail.
 */
#ifndef BILINT_TESTS_SUITE_H
#define BILINT_TESTS_SUITE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static inline void suite_choose(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    else
        cmocka_set_skip_filter("defect_*");
}

#define SUITE(tests)                                          \
    int main(int argc, char **argv)                           \
    {                                                         \
        suite_choose(argc, argv);                             \
        return cmocka_run_group_tests(tests, NULL, NULL);     \
    }

#endif
