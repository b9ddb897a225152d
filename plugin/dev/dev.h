/* SPDX-License-Identifier: Apache-2.0 */
/* Commands of bilint-dev, the tool of those who work on bilint. */
#ifndef BL_DEV_DEV_H
#define BL_DEV_DEV_H

int dev_docs(int argc, char **argv);
int dev_entities(int argc, char **argv);
int dev_languages(int argc, char **argv);
int dev_latin(int argc, char **argv);
int dev_new_rule(int argc, char **argv);
int dev_spellout(int argc, char **argv);

#endif
