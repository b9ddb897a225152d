/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The glossary module of XLIFF 2: terms of a unit and their translations.
 * Definitions and what points at a place in the text are passed over.
 */
#include "readers/xliff.h"

#include <string.h>

enum { GLOSSES_MAX = 10000 };

static bool is_module(const bl_xml_element *element)
{
    static const char uri[] = "urn:oasis:names:tc:xliff:glossary:";

    return element->uri.size >= sizeof(uri) - 1 &&
           memcmp(element->uri.ptr, uri, sizeof(uri) - 1) == 0;
}

bool bl_glossary_element(bl_reader *reader, const bl_xml_element *element,
                         bl_frame *frame)
{
    if (!is_module(element))
        return false;
    switch (element->name) {
    case BL_XML_GLOSSARY:
        break;
    case BL_XML_GLOSS_ENTRY:
        reader->draft.gloss_term = bl_str_of(NULL, 0);
        break;
    case BL_XML_TERM:
        frame->role = BL_ROLE_TERM;
        bl_buf_clear(&reader->draft.gloss_text);
        break;
    case BL_XML_TRANSLATION:
        frame->role = BL_ROLE_TRANSLATION;
        bl_buf_clear(&reader->draft.gloss_text);
        break;
    default:
        bl_reader_skip(reader);
        break;
    }
    return true;
}

void bl_glossary_end(bl_reader *reader, const bl_frame *frame)
{
    bl_draft *draft = &reader->draft;
    const bl_str text =
        bl_content_copy(&draft->source, bl_buf_view(&draft->gloss_text));

    if (draft->gloss_text.failed) {
        reader->no_memory = true;
        return;
    }
    if (frame->role == BL_ROLE_TERM) {
        draft->gloss_term = text;
        return;
    }
    if (draft->gloss_term.size == 0 || text.size == 0 ||
        draft->gloss_count == GLOSSES_MAX)
        return;
    if (!bl_grow(reader->alloc, &draft->glossary, &draft->gloss_room,
                 draft->gloss_count, sizeof(bl_gloss))) {
        reader->no_memory = true;
        return;
    }
    draft->glossary[draft->gloss_count++] =
        (bl_gloss){ draft->gloss_term, text };
}
