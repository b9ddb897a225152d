/* SPDX-License-Identifier: Apache-2.0 */
/* How tags belong together where ICU does not say so: the lines of
 * dictionaries/languages.txt, compiled by packaging/cmake/Tags.cmake. */
#ifndef BL_TEXT_TAGS_H
#define BL_TEXT_TAGS_H

typedef struct bl_tag_pair {
    const char *tag; /* BCP 47, canonical case; NULL behind the last pair */
    const char *other;
} bl_tag_pair;

/* A language that is read as another one: "no" is "nb". */
extern const bl_tag_pair bl_tags_same[];

/* A language that has much from another one: "yue" from "zh-Hant". */
extern const bl_tag_pair bl_tags_wider[];

#endif
