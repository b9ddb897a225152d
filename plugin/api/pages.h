/* SPDX-License-Identifier: Apache-2.0 */
/* The pages of the rules, made from plugin/checks/<rule>.md by the build. */
#ifndef BL_API_PAGES_H
#define BL_API_PAGES_H

/* By index of the rule; Markdown. */
extern const char *const bl_rule_pages[];

#endif
