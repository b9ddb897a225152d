/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What tools write beside the standard: where they keep state and locks, what
 * revisers deleted, and the target language in a file's name (Symfony,
 * TYPO3, Xcode and others name none in the file).
 */
#include "readers/xliff.h"

#include "text/locale.h"

#include <string.h>

/* ---- state -------------------------------------------------------------- */

#define STATE(word, state)                         \
    {                                              \
        { word, sizeof(word) - 1 }, BL_STATE_##state \
    }

static const struct {
    bl_str word;
    uint8_t state;
} states[] = {
    /* XLIFF 1.2, 2.3.3 state */
    STATE("new", NEW),
    STATE("needs-translation", NEW),
    STATE("needs-adaptation", DRAFT),
    STATE("needs-l10n", DRAFT),
    STATE("needs-review-translation", NEEDS_REVIEW),
    STATE("needs-review-adaptation", NEEDS_REVIEW),
    STATE("needs-review-l10n", NEEDS_REVIEW),
    STATE("translated", TRANSLATED),
    STATE("signed-off", REVIEWED),
    STATE("final", FINAL),
    /* XLIFF 2.1, 4.3.1.31 state; translated and final as above */
    STATE("initial", NEW),
    STATE("reviewed", REVIEWED),
    /* SDLXLIFF conf */
    STATE("Draft", DRAFT),
    STATE("Translated", TRANSLATED),
    STATE("RejectedTranslation", DRAFT),
    STATE("ApprovedTranslation", REVIEWED),
    STATE("RejectedSignOff", DRAFT),
    STATE("ApprovedSignOff", FINAL),
    /* memoQ status */
    STATE("NotStarted", NEW),
    STATE("AutoSplitAndEmpty", NEW),
    STATE("PartiallyEdited", DRAFT),
    STATE("ManuallyConfirmed", TRANSLATED),
    STATE("Ackknowledged", REVIEWED), /* spelled so by memoQ */
    STATE("Rejected", DRAFT),
    /* Phrase confirmed */
    STATE("0", DRAFT),
    STATE("1", TRANSLATED),
};

bl_state bl_state_of(bl_str word)
{
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        if (bl_str_equal(word, states[i].word))
            return (bl_state)states[i].state;
    }
    return BL_STATE_NONE;
}

static bool is_yes(bl_str value)
{
    return bl_str_equal(value, BL_STR("true")) ||
           bl_str_equal(value, BL_STR("locked")) ||
           bl_str_equal(value, BL_STR("yes")) ||
           bl_str_equal(value, BL_STR("1"));
}

void bl_dialect_unit(bl_reader *reader, const bl_xml_element *element)
{
    bl_draft *draft = &reader->draft;
    const bl_str status =
        bl_xml_get_in(element, BL_XML_STATUS, BL_XML_FOREIGN);
    const bl_str confirmed =
        bl_xml_get_in(element, BL_XML_CONFIRMED, BL_XML_FOREIGN);

    if (status.size != 0)
        draft->state = (uint8_t)bl_state_of(status);
    if (confirmed.size != 0)
        draft->state = (uint8_t)bl_state_of(confirmed);
    /* What gettext writes at the top of a file is no text. */
    if (is_yes(bl_xml_get_in(element, BL_XML_LOCKED, BL_XML_FOREIGN)) ||
        bl_str_equal(bl_xml_get(element, BL_XML_RESTYPE),
                     BL_STR("x-gettext-domain-header")))
        draft->checked = false;
}

/* As programs write it that make XLIFF of gettext's files and of Qt's. */
void bl_dialect_group(bl_reader *reader, const bl_xml_element *element,
                      bl_frame *frame)
{
    const bl_str type = bl_xml_get(element, BL_XML_RESTYPE);

    if (bl_str_equal(type, BL_STR("x-gettext-domain-header")))
        frame->translate = false;
    if (!bl_str_equal(type, BL_STR("x-gettext-plurals")))
        return;
    frame->plural = true;
    reader->plural_forms = 0;
}

void bl_dialect_element(bl_reader *reader, const bl_xml_element *element)
{
    bl_draft *draft = &reader->draft;

    if (element->name == BL_XML_SEG_DEFS)
        return; /* read on: its children are wanted */
    if (element->name != BL_XML_SEG) {
        bl_reader_skip(reader);
        return;
    }
    if (!bl_grow(reader->alloc, &draft->status, &draft->status_room,
                 draft->status_count, sizeof(bl_status_note))) {
        reader->no_memory = true;
        return;
    }
    draft->status[draft->status_count++] = (bl_status_note){
        bl_content_copy(&draft->source, bl_xml_get(element, BL_XML_ID)),
        (uint8_t)bl_state_of(bl_xml_get(element, BL_XML_CONF)),
        is_yes(bl_xml_get(element, BL_XML_LOCKED))
    };
}

bool bl_dialect_deleted(bl_str mark_type)
{
    return bl_str_equal(mark_type, BL_STR("x-sdl-deleted")) ||
           bl_str_equal(mark_type, BL_STR("x-sdl-feedback-deleted"));
}

/* The first piece that was not deleted stands for all of them. */
bool bl_dialect_continues(const bl_content *content,
                          const bl_xml_element *element)
{
    const bl_str id = bl_xml_get(element, BL_XML_ID);

    if (!bl_str_equal(bl_xml_get_in(element, BL_XML_START, BL_XML_FOREIGN),
                      BL_STR("false")))
        return false;
    for (size_t i = content->code_count; i-- > 0;) {
        if (content->codes[i].kind == BL_CODE_OPEN &&
            bl_str_equal(content->codes[i].id, id))
            return true;
    }
    return false;
}

/* ---- the file's name ---------------------------------------------------- */

/* "vi", "pt_BR" -> a known language; the tag is kept as it is written. */
static const char *language(bl_reader *reader, bl_str part)
{
    bl_locale locale;

    if (!bl_locale_parse(part.ptr, part.size, &locale) ||
        !bl_locale_is_known(&locale))
        return NULL;
    return bl_reader_keep(reader, part);
}

/* "en-vi" in a document whose source is en: the target is vi. */
static const char *pair_language(bl_reader *reader, bl_str part)
{
    const size_t size = strlen(reader->source_lang);

    if (size == 0 || part.size < size + 3 ||
        memcmp(part.ptr, reader->source_lang, size) != 0 ||
        (part.ptr[size] != '-' && part.ptr[size] != '_'))
        return NULL;
    return language(reader,
                    bl_str_of(part.ptr + size + 1, part.size - size - 1));
}

const char *bl_dialect_language(bl_reader *reader)
{
    bl_str rest = bl_str_z(reader->name);
    const char *found = NULL;
    const char *cut;

    if (rest.size == 0)
        return "";
    for (size_t i = rest.size; i-- > 0;) {
        if (rest.ptr[i] == '/' || rest.ptr[i] == '\\') {
            rest = bl_str_of(rest.ptr + i + 1, rest.size - i - 1);
            break;
        }
    }
    /* The extension is no language, whatever it spells. */
    for (size_t i = rest.size; i-- > 0;) {
        if (rest.ptr[i] == '.') {
            rest.size = i;
            break;
        }
    }
    /* The last part that is one: "messages.fr", "de.locallang", "vi". */
    while (rest.size != 0) {
        bl_str part;

        cut = memchr(rest.ptr, '.', rest.size);
        part.ptr = rest.ptr;
        part.size = cut != NULL ? (size_t)(cut - rest.ptr) : rest.size;
        if (part.size != 0) {
            const char *tag = pair_language(reader, part);

            if (tag == NULL)
                tag = language(reader, part);
            if (tag != NULL)
                found = tag;
        }
        if (cut == NULL)
            break;
        rest = bl_str_of(cut + 1, rest.size - part.size - 1);
    }
    return found != NULL ? found : "";
}
