/* SPDX-License-Identifier: Apache-2.0 */
/* What the checks of numbers, dates and times share: telling differences. */
#ifndef BL_CHECKS_DIFFERENCE_H
#define BL_CHECKS_DIFFERENCE_H

#include "checks/check.h"
#include "match/quantities.h"

/* The messages of such a check, in this order. */
enum {
    BL_DIFFERENCE_MESSAGE_ALTERED,
    BL_DIFFERENCE_MESSAGE_MISSING,
    BL_DIFFERENCE_MESSAGE_EXTRA,
    BL_DIFFERENCE_MESSAGE_MISSING_SMALL,
    BL_DIFFERENCE_MESSAGE_EXTRA_SMALL,
    BL_DIFFERENCE_MESSAGE_ROUNDED, /* from here on of numbers alone */
    BL_DIFFERENCE_MESSAGE_FORMULA,
    BL_DIFFERENCE_MESSAGE_LABEL
};

#define BL_DIFFERENCE_ALTERED                                               \
    [BL_DIFFERENCE_MESSAGE_ALTERED] = { "altered", "{0} became {1}{2}",     \
                                        BL_ERROR }

#define BL_DIFFERENCE_MESSAGES                                              \
    BL_DIFFERENCE_ALTERED,                                                  \
        [BL_DIFFERENCE_MESSAGE_MISSING] =                                   \
            { "missing", "{0} is in the source, but not in the target",     \
              BL_WARNING },                                                 \
        [BL_DIFFERENCE_MESSAGE_EXTRA] =                                     \
            { "extra", "{0} is in the target, but not in the source",       \
              BL_WARNING },                                                 \
        [BL_DIFFERENCE_MESSAGE_MISSING_SMALL] =                             \
            { "missing-small",                                              \
              "{0} is in the source, but not in the target", BL_INFO },     \
        [BL_DIFFERENCE_MESSAGE_EXTRA_SMALL] = {                             \
            "extra-small", "{0} is in the target, but not in the source",   \
            BL_INFO                                                         \
        }

typedef enum bl_difference_class {
    BL_CLASS_NUMBERS,
    BL_CLASS_DATES,
    BL_CLASS_TIMES,
    BL_CLASS_UNITS
} bl_difference_class;

/* Report the pair's differences of that class. */
void bl_emit_differences(const bl_pair *pair, bl_difference_class wanted,
                         bl_sink *sink);

/*
 * A quantity as people are shown it: the text, and the value where the text
 * does not say it by itself: "4.58 billion USD (4 580 000 000)". In the
 * pair's scratch memory.
 */
bl_str bl_quantity_shown(const bl_pair *pair, bl_side_id side,
                         const bl_quantity *quantity);

#endif
