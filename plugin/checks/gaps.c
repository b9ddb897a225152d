/* SPDX-License-Identifier: Apache-2.0 */
#include "checks/gaps.h"

#include "checks/signs.h"

bool bl_has_double_space(const bl_side *side)
{
    const size_t count = side->token_count;
    size_t at = 0;

    while ((at = bl_traits_next(side->traits, count, at + 1,
                                BL_TRAIT_UNEVEN)) < count) {
        const bl_span gap = { side->tokens[at - 1].limit,
                              side->tokens[at].start };

        if (bl_str_has(bl_side_text(side, gap), BL_STR("  ")))
            return true;
    }
    return false;
}

static bool is_apart(const bl_side *side, const bl_token *token)
{
    const unsigned point = bl_point_of(&side->language->points, token->c);

    return token->gap == BL_GAP_SPACE && (point & BL_POINT_KIND) != 0 &&
           (point & (BL_POINT_SPACED | BL_POINT_EITHER)) == 0;
}

bool bl_has_sign_apart(const bl_side *side)
{
    for (size_t at = 0; (at = bl_sign_next(side, at)) < side->token_count;
         at++) {
        if (is_apart(side, &side->tokens[at]))
            return true;
    }
    return false;
}
