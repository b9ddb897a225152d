/* SPDX-License-Identifier: Apache-2.0 */
/*
 * XLIFF 1: what makes a translation ambiguous, or loses it.
 *
 * Tools are free with this version, and readers are used to it: attributes
 * that nobody needs may be missing (target-language is optional), codes may be
 * repeated (clone), and what a target lost of its source is told by the rules
 * of codes.
 */
#include "readers/xliff.h"

#include <string.h>

static const bl_str none = { NULL, 0 };

void bl_audit_1_file(bl_reader *reader)
{
    bl_audit *audit = reader->audit;

    bl_id_set_clear(&audit->units);
    bl_id_set_clear(&audit->phases);
    bl_arena_reset(&audit->file);
    audit->pending_count = 0;
}

void bl_audit_1_phase(bl_reader *reader, const bl_xml_element *element)
{
    bl_audit_is_new(reader->audit, &reader->audit->phases,
                    bl_xml_get(element, BL_XML_PHASE_NAME));
}

void bl_audit_1_file_end(bl_reader *reader)
{
    bl_audit_settle(reader->audit, BL_FAULT_UNIT_REFERENCE_1,
                    &reader->audit->units);
    bl_audit_settle(reader->audit, BL_FAULT_OPENING_1, NULL);
}

/* ---- the unit ----------------------------------------------------------- */

static void judge_phase(bl_reader *reader, const bl_xml_element *element)
{
    const bl_str phase = bl_xml_get(element, BL_XML_PHASE_NAME);

    if (phase.size != 0 && !bl_id_set_has(&reader->audit->phases, phase))
        bl_audit_tell(reader->audit, BL_FAULT_PHASE_1,
                      bl_xml_tag(reader->xml), phase, none);
}

void bl_audit_1_unit(bl_reader *reader, const bl_xml_element *element,
                     uint64_t tag)
{
    bl_audit *audit = reader->audit;
    const bl_str id = reader->draft.unit.id;

    audit->in_unit = true;
    audit->unit = id;
    audit->unit_tag = tag;
    audit->unit_at = reader->draft.unit.at;
    /* Xcode's id of the empty key is empty. */
    if (bl_xml_get(element, BL_XML_ID).ptr == NULL)
        bl_audit_tell(audit, BL_FAULT_NO_ID_1, tag, none, none);
    else if (!bl_audit_is_new(audit, &audit->units, id))
        bl_audit_tell(audit, BL_FAULT_UNIT_ID_1, tag, id, none);
    judge_phase(reader, element);
}

/* ---- languages ---------------------------------------------------------- */

/* "en" and "en-US" do not contradict each other. */
static bool agrees(bl_str a, bl_str b)
{
    const size_t size = a.size < b.size ? a.size : b.size;
    const bl_str longer = a.size < b.size ? b : a;

    return bl_audit_same_tag(bl_str_of(a.ptr, size),
                             bl_str_of(b.ptr, size)) &&
           (longer.size == size || longer.ptr[size] == '-' ||
            longer.ptr[size] == '_');
}

static void judge_language(bl_reader *reader, const bl_xml_element *element,
                           const char *expected, bl_fault_kind kind)
{
    const bl_str lang = bl_xml_get_in(element, BL_XML_LANG, BL_XML_XML);

    if (lang.size != 0 && expected[0] != '\0' &&
        !agrees(lang, bl_str_z(expected)))
        bl_audit_tell(reader->audit, kind, bl_xml_tag(reader->xml), lang,
                      bl_str_z(expected));
}

void bl_audit_1_content(bl_reader *reader, const bl_xml_element *element,
                        const bl_content *content)
{
    if (element->name == BL_XML_SOURCE)
        judge_language(reader, element, reader->source_lang,
                       BL_FAULT_SOURCE_LANGUAGE_1);
    if (element->name != BL_XML_TARGET)
        return;
    judge_language(reader, element, reader->target_lang,
                   BL_FAULT_TARGET_LANGUAGE_1);
    judge_phase(reader, element);
    if (content->present)
        bl_audit_tell(reader->audit, BL_FAULT_TARGET_TWICE_1,
                      bl_xml_tag(reader->xml), reader->draft.unit.id, none);
}

/* ---- codes and parts ---------------------------------------------------- */

void bl_audit_1_inline(bl_reader *reader, const bl_xml_element *element)
{
    bl_audit_await_all(reader->audit, bl_xml_get(element, BL_XML_XID),
                       BL_FAULT_UNIT_REFERENCE_1);
}

static bl_position place_in(const bl_reader *reader, const bl_text *text,
                            uint32_t at)
{
    return text->locate != NULL ? text->locate(text, at)
                                : reader->draft.unit.at;
}

static void tell_of_text(bl_reader *reader, bl_fault_kind kind,
                         const bl_text *text, uint32_t at, bl_str a, bl_str b)
{
    if (bl_audit_is_wanted(reader->audit, kind))
        bl_audit_tell_at(reader->audit, kind,
                         place_in(reader, text, at),
                         (const bl_str[BL_FAULT_ARGUMENTS]){ a, b });
}

/* How many opening halves a closing one looks back to. */
enum { OPEN_MOST = 64 };

/* The opening half in a unit before this one has found its other half. */
static bool answer(bl_audit *audit, bl_str id)
{
    const size_t first = audit->pending_count > OPEN_MOST
                             ? audit->pending_count - OPEN_MOST
                             : 0;

    for (size_t i = audit->pending_count; i-- > first;) {
        bl_audit_pending *p = &audit->pending[i];

        if (p->fault == BL_FAULT_OPENING_1 && bl_str_equal(p->id, id)) {
            p->fault = BL_FAULT_COUNT;
            return true;
        }
    }
    return false;
}

/* Halves of codes in the whole source. Tools that make a unit of each segment
 * leave the other half in a unit behind. */
static void judge_halves(bl_reader *reader)
{
    const bl_draft *draft = &reader->draft;
    const bl_text *text = &draft->source_text;

    if (draft->source.part_count != 0)
        return; /* a half may be in another part */
    for (uint32_t i = 0; i < text->code_count; i++) {
        const bl_code *code = &text->codes[i];

        if (code->kind == BL_CODE_ISOLATED || code->partner >= 0 ||
            (code->flags & BL_CODE_ORPHAN) != 0)
            continue;
        if (code->kind == BL_CODE_OPEN)
            bl_audit_await_at(reader->audit, code->id, BL_FAULT_OPENING_1,
                              place_in(reader, text, code->at));
        else if (!answer(reader->audit, code->id))
            tell_of_text(reader, BL_FAULT_CLOSING_1, text, code->at, code->id,
                         none);
    }
}

/* The mids of seg-source, and those of the target among them. */
static void judge_parts(bl_reader *reader)
{
    const bl_draft *draft = &reader->draft;
    bl_audit *audit = reader->audit;
    const bl_content *parts = &draft->segmented;
    const bl_content *target = &draft->target;

    if (parts->part_count == 0)
        return;
    bl_id_set_clear(&audit->inner);
    for (size_t i = 0; i < parts->part_count; i++) {
        if (!bl_audit_is_new_in(audit, 0, BL_ITEM_SEGMENT, parts->parts[i].id))
            tell_of_text(reader, BL_FAULT_PART_ID_1, &draft->segmented_text,
                         parts->parts[i].text_start, parts->parts[i].id,
                         none);
    }
    for (size_t i = 0; i < target->part_count; i++) {
        const bl_part *part = &target->parts[i];

        if (part->text_limit != part->text_start &&
            !bl_audit_is_known_in(audit, 0, BL_ITEM_SEGMENT, part->id))
            tell_of_text(reader, BL_FAULT_PART_UNKNOWN_1, &draft->target_text,
                         part->text_start, part->id, none);
    }
}

void bl_audit_1_unit_end(bl_reader *reader)
{
    bl_audit *audit = reader->audit;

    if (!reader->draft.source.present)
        bl_audit_tell(audit, BL_FAULT_NO_SOURCE_1, audit->unit_tag,
                      audit->unit, none);
    judge_halves(reader);
    judge_parts(reader);
    audit->in_unit = false;
    audit->unit = none;
    if (audit->no_memory)
        reader->no_memory = true;
}
