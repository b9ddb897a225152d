/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A language taken apart into facts, as lexicon/compiled.h has them, but for
 * the words of a phrase, which are texts: two languages with the same facts
 * have the same tables.
 */
#ifndef BL_DEV_FACTS_H
#define BL_DEV_FACTS_H

#include "lexicon/compiled.h"
#include "lexicon/dictionary.h"

/* Takes what a fact says, without its set; a fact may come twice. */
typedef void (*dev_fact_sink)(void *context, bl_fact kind, bl_str bytes);

/* `dictionary` is what the language was made from. False when there is no
 * memory, or a phrase has more senses than there is room for. */
bool dev_facts(bl_language *language, const bl_dictionary *dictionary,
               dev_fact_sink sink, void *context);

#endif
