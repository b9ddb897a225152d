/* SPDX-License-Identifier: Apache-2.0 */
/*
 * References of XLIFF 2: fragment identifiers (XLIFF 2.1, 3), and what marks,
 * translation candidates and glossary entries point at.
 *
 * What stands in another unit or file is not looked for: it may be anywhere.
 * Prefixes of extensions are registered with the TC, and not known here.
 */
#include "readers/audit.h"

#include <string.h>

/* ---- fragment identifiers ----------------------------------------------- */

/* What the selectors are, in the order in which they come. */
enum { START, FILE_PART, GROUP_PART, UNIT_PART, LEAF };

static int part_of(bl_str prefix)
{
    if (prefix.size != 1)
        return LEAF;
    switch (prefix.ptr[0]) {
    case 'f':
        return FILE_PART;
    case 'g':
        return GROUP_PART;
    case 'u':
        return UNIT_PART;
    case 'n':
    case 'd':
    case 't':
        return LEAF;
    default:
        return START; /* one letter is the standard's own */
    }
}

/* One selector behind those up to `last`; what it is, or START: none. */
static int read_selector(bl_str text, int last, bl_fragment *fragment)
{
    const char *equals = memchr(text.ptr, '=', text.size);
    bl_str prefix = bl_str_of(NULL, 0);
    bl_str id = text;
    int part = LEAF;

    if (equals != NULL) {
        prefix = bl_str_of(text.ptr, (size_t)(equals - text.ptr));
        id = bl_str_of(equals + 1, text.size - prefix.size - 1);
        if (!bl_audit_is_nmtoken(prefix))
            return START;
        part = part_of(prefix);
    }
    if (!bl_audit_is_nmtoken(id) || part <= last)
        return START;
    if (part == FILE_PART)
        fragment->file = id;
    else if (part == GROUP_PART)
        fragment->group = id;
    else if (part == UNIT_PART)
        fragment->unit = id;
    else
        fragment->leaf = id;
    if (part == LEAF)
        fragment->prefix = prefix;
    return part;
}

bool bl_fragment_read(bl_str ref, bl_fragment *fragment)
{
    bl_str rest = ref;
    int last = START;

    *fragment = (bl_fragment){ .absolute = false };
    if (rest.size < 2 || rest.ptr[0] != '#')
        return false;
    rest = bl_str_of(rest.ptr + 1, rest.size - 1);
    if (rest.ptr[0] == '/') {
        fragment->absolute = true;
        rest = bl_str_of(rest.ptr + 1, rest.size - 1);
    }
    for (;;) {
        const char *slash =
            rest.size != 0 ? memchr(rest.ptr, '/', rest.size) : NULL;
        const size_t size =
            slash != NULL ? (size_t)(slash - rest.ptr) : rest.size;

        if (size == 0)
            return false;
        last = read_selector(bl_str_of(rest.ptr, size), last, fragment);
        if (last == START)
            return false;
        if (slash == NULL)
            return true;
        rest = bl_str_of(slash + 1, rest.size - size - 1);
    }
}

/* ---- what points -------------------------------------------------------- */

void bl_audit_reference(bl_audit *audit, const bl_xml_element *element,
                        bl_audit_kind kind)
{
    const bl_str ref = bl_xml_get(element, BL_XML_REF);
    const uint64_t tag = bl_xml_tag(audit->xml);
    bl_fragment fragment;

    if (ref.ptr == NULL)
        return;
    if (!bl_fragment_read(ref, &fragment)) {
        bl_audit_tell(audit, BL_FAULT_FRAGMENT, tag, ref,
                      bl_str_of(NULL, 0));
        return;
    }
    if (fragment.absolute || fragment.file.size != 0 ||
        fragment.group.size != 0 || fragment.unit.size != 0 ||
        (fragment.prefix.size != 0 &&
         !bl_str_equal(fragment.prefix, BL_STR("t"))))
        return;
    bl_audit_add(audit,
                 &(bl_audit_item){
                     .kind = BL_ITEM_REFERENCE,
                     .space = BL_SPACE_NONE,
                     .tag = tag,
                     .ref = fragment.leaf,
                     .id = kind == BL_AUDIT_MATCH ? BL_STR("match")
                                                  : BL_STR("glossEntry"),
                     .segment = fragment.prefix.size != 0,
                 },
                 BL_FAULT_PART_ID);
}

/* "#n=n1", or the same with the way to the unit. */
static bool is_note(const bl_audit *audit, const bl_fragment *fragment)
{
    if (!bl_str_equal(fragment->prefix, BL_STR("n")))
        return false;
    if (fragment->unit.size == 0 &&
        (fragment->absolute || fragment->file.size != 0 ||
         fragment->group.size != 0))
        return false;
    if (fragment->unit.size != 0 &&
        !bl_str_equal(fragment->unit, audit->unit))
        return false;
    return bl_audit_find(audit, BL_SPACE_NOTES, fragment->leaf) != NULL;
}

/* mrk and sm. */
void bl_audit_mark(bl_audit *audit, const bl_xml_element *element)
{
    const bl_str type = bl_xml_get(element, BL_XML_TYPE);
    const bl_str ref = bl_xml_get(element, BL_XML_REF);
    const bl_str value = bl_xml_get(element, BL_XML_VALUE);
    const uint64_t tag = bl_xml_tag(audit->xml);
    const bool comment = bl_str_equal(type, BL_STR("comment"));
    bl_fragment fragment;
    bool sound;

    if (bl_audit_side(audit) == BL_SPACE_NONE)
        return;
    if (comment && (ref.ptr == NULL) == (value.ptr == NULL))
        bl_audit_tell(audit, BL_FAULT_COMMENT, tag, ref, value);
    if (ref.ptr == NULL || (!comment && !bl_str_begins(ref, BL_STR("#"))))
        return;
    sound = bl_fragment_read(ref, &fragment);
    if (!sound)
        bl_audit_tell(audit, BL_FAULT_FRAGMENT, tag, ref,
                      bl_str_of(NULL, 0));
    else if (comment && !is_note(audit, &fragment))
        bl_audit_tell(audit, BL_FAULT_NOTE_REFERENCE, tag, ref,
                      bl_str_of(NULL, 0));
}
