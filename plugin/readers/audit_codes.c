/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The inline codes of an XLIFF 2 unit: halves and their partners, data, copies
 * and the editing hints (XLIFF 2.1, 4.2.3 and 4.7.2).
 *
 * Codes that a target lost, or put in another order, are not told here:
 * code-missing, code-nesting and code-order do, in words that a translator
 * needs.
 */
#include "readers/audit.h"

#include "base/hash.h"

#include <string.h>

static const bl_str none = { NULL, 0 };

/* ---- one code ----------------------------------------------------------- */

static uint64_t hash_of(bl_str text)
{
    return text.ptr != NULL ? bl_hash(text.ptr, text.size, 1) | 1 : 0;
}

uint64_t bl_audit_code_key(const bl_xml_element *element)
{
    return hash_of(bl_xml_get(element, BL_XML_ID));
}

static uint8_t hints_of(const bl_xml_element *element)
{
    const bl_str reorder = bl_xml_get(element, BL_XML_CAN_REORDER);
    const bl_str overlap = bl_xml_get(element, BL_XML_CAN_OVERLAP);
    uint8_t hints = 0;

    if (bl_str_equal(bl_xml_get(element, BL_XML_CAN_COPY), BL_STR("no")))
        hints |= BL_HINT_NO_COPY;
    if (bl_str_equal(bl_xml_get(element, BL_XML_CAN_DELETE), BL_STR("no")))
        hints |= BL_HINT_NO_DELETE;
    if (bl_str_equal(reorder, BL_STR("no")))
        hints |= BL_HINT_NO_ORDER;
    if (bl_str_equal(reorder, BL_STR("firstNo")))
        hints |= BL_HINT_NO_ORDER | BL_HINT_FIRST;
    if (!bl_str_equal(overlap, BL_STR("no")))
        hints |= BL_HINT_OVERLAP;
    if (bl_str_equal(bl_xml_get(element, BL_XML_ISOLATED), BL_STR("yes")))
        hints |= BL_HINT_ISOLATED;
    return hints;
}

static void judge_data(bl_audit *audit, const bl_xml_element *element)
{
    static const struct {
        bl_xml_name attribute;
        bl_str text;
    } refs[] = {
        { BL_XML_DATA_REF, { "dataRef", 7 } },
        { BL_XML_DATA_REF_START, { "dataRefStart", 12 } },
        { BL_XML_DATA_REF_END, { "dataRefEnd", 10 } },
    };
    const bool copied = bl_xml_get(element, BL_XML_COPY_OF).ptr != NULL;
    const uint64_t tag = bl_xml_tag(audit->xml);

    for (size_t i = 0; i < sizeof(refs) / sizeof(refs[0]); i++) {
        const bl_str ref = bl_xml_get(element, refs[i].attribute);

        if (ref.ptr == NULL)
            continue;
        if (bl_audit_find(audit, BL_SPACE_DATA, ref) == NULL)
            bl_audit_tell(audit, BL_FAULT_DATA_REFERENCE, tag, ref,
                          refs[i].text);
        if (copied)
            bl_audit_tell(audit, BL_FAULT_COPY_DATA, tag, none, refs[i].text);
    }
}

/* What pc has for either end comes for both. */
static void judge_pair(bl_audit *audit, const bl_xml_element *element)
{
    static const struct {
        bl_xml_name of[2];
        bl_str text[2];
    } pairs[] = {
        { { BL_XML_DATA_REF_START, BL_XML_DATA_REF_END },
          { { "dataRefStart", 12 }, { "dataRefEnd", 10 } } },
        { { BL_XML_SUB_FLOWS_START, BL_XML_SUB_FLOWS_END },
          { { "subFlowsStart", 13 }, { "subFlowsEnd", 11 } } },
    };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        const bool first = bl_xml_get(element, pairs[i].of[0]).ptr != NULL;
        const bool second = bl_xml_get(element, pairs[i].of[1]).ptr != NULL;

        if (second && !first)
            bl_audit_tell(audit, BL_FAULT_HALF_ATTRIBUTE,
                          bl_xml_tag(audit->xml), pairs[i].text[1],
                          pairs[i].text[0]);
    }
}

/* Each unit that is named, looked for when the file ends. */
static void await_flows(bl_audit *audit, const bl_xml_element *element)
{
    static const bl_xml_name names[] = { BL_XML_SUB_FLOWS,
                                         BL_XML_SUB_FLOWS_START,
                                         BL_XML_SUB_FLOWS_END };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        bl_audit_await_all(audit, bl_xml_get(element, names[i]),
                           BL_FAULT_SUB_FLOW);
}

/* subType needs a type, and those of XLIFF itself a certain one. */
static void judge_sub_type(bl_audit *audit, const bl_xml_element *element)
{
    static const struct {
        const char *sub;
        const char *type;
    } own[] = { { "xlf:lb", "fmt" }, { "xlf:pb", "fmt" }, { "xlf:b", "fmt" },
                { "xlf:i", "fmt" },  { "xlf:u", "fmt" },  { "xlf:var", "ui" } };
    const bl_str type = bl_xml_get(element, BL_XML_TYPE);
    const bl_str sub = bl_xml_get(element, BL_XML_SUB_TYPE);
    bool sound = type.ptr != NULL;

    if (sub.ptr == NULL)
        return;
    if (bl_str_begins(sub, BL_STR("xlf:"))) {
        bool known = false;

        for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
            known = known || (bl_str_equal(sub, bl_str_z(own[i].sub)) &&
                              bl_str_equal(type, bl_str_z(own[i].type)));
        sound = sound && known;
    }
    if (!sound)
        bl_audit_tell(audit, BL_FAULT_SUB_TYPE, bl_xml_tag(audit->xml), sub,
                      type);
}

static void judge_hints(bl_audit *audit, const bl_xml_element *element,
                        uint8_t hints)
{
    if ((hints & BL_HINT_NO_ORDER) != 0 &&
        (hints & (BL_HINT_NO_COPY | BL_HINT_NO_DELETE)) !=
            (BL_HINT_NO_COPY | BL_HINT_NO_DELETE))
        bl_audit_tell(audit, BL_FAULT_REORDER_CONTEXT,
                      bl_xml_tag(audit->xml),
                      bl_xml_get(element, BL_XML_CAN_REORDER), none);
}

static bl_audit_item_kind item_kind(bl_audit_kind kind)
{
    switch (kind) {
    case BL_AUDIT_PH:
        return BL_ITEM_PH;
    case BL_AUDIT_PC:
        return BL_ITEM_PC;
    case BL_AUDIT_SC:
        return BL_ITEM_SC;
    case BL_AUDIT_EC:
        return BL_ITEM_EC;
    case BL_AUDIT_MRK:
        return BL_ITEM_MRK;
    case BL_AUDIT_SM:
        return BL_ITEM_SM;
    default:
        return BL_ITEM_EM;
    }
}

static bool is_code(bl_audit_kind kind)
{
    return kind == BL_AUDIT_PH || kind == BL_AUDIT_PC ||
           kind == BL_AUDIT_SC || kind == BL_AUDIT_EC;
}

bl_audit_space bl_audit_side(const bl_audit *audit)
{
    for (uint32_t i = audit->depth; i-- > 0;) {
        const uint8_t kind = audit->frames[i].kind;
        const bool of_unit =
            i != 0 && (audit->frames[i - 1].kind == BL_AUDIT_SEGMENT ||
                       audit->frames[i - 1].kind == BL_AUDIT_IGNORABLE);

        if (kind == BL_AUDIT_SOURCE)
            return of_unit ? BL_SPACE_SOURCE : BL_SPACE_NONE;
        if (kind == BL_AUDIT_TARGET)
            return of_unit ? BL_SPACE_TARGET : BL_SPACE_NONE;
    }
    return BL_SPACE_NONE;
}

static void judge_end(bl_audit *audit, const bl_audit_item *item)
{
    const bool isolated = (item->hints & BL_HINT_ISOLATED) != 0;

    if (item->kind == BL_ITEM_EC &&
        ((item->ref.ptr != NULL) == isolated ||
         (item->id.ptr != NULL) != isolated))
        bl_audit_tell(audit, BL_FAULT_END_REFERENCE, item->tag, none, none);
}

void bl_audit_code(bl_audit *audit, const bl_xml_element *element,
                   bl_audit_kind kind)
{
    const bl_audit_space space = bl_audit_side(audit);
    bl_audit_item item = {
        .id = bl_xml_get(element, BL_XML_ID),
        .ref = bl_xml_get(element, BL_XML_START_REF),
        .copied = bl_xml_get(element, BL_XML_COPY_OF),
        .tag = bl_xml_tag(audit->xml),
        .pair = audit->depth > 1 ? audit->frames[audit->depth - 2].pair : 0,
        .look = { hash_of(bl_xml_get(element, BL_XML_DIR)),
                  hash_of(bl_xml_get(element, BL_XML_TYPE)),
                  hash_of(bl_xml_get(element, BL_XML_SUB_TYPE)) },
        .segment = audit->segments,
        .kind = (uint8_t)item_kind(kind),
        .space = (uint8_t)space,
        .side = (uint8_t)space,
        .hints = hints_of(element),
    };

    if (is_code(kind))
        judge_sub_type(audit, element);
    if (space == BL_SPACE_NONE)
        return; /* of a candidate */
    if (is_code(kind)) {
        judge_data(audit, element);
        judge_hints(audit, element, item.hints);
        await_flows(audit, element);
    }
    if (kind == BL_AUDIT_PC)
        judge_pair(audit, element);
    judge_end(audit, &item);
    bl_audit_add(audit, &item,
                 space == BL_SPACE_SOURCE ? BL_FAULT_PART_ID
                                          : BL_FAULT_TARGET_ID);
}

/* ---- all codes of the unit ---------------------------------------------- */

static bool is_ending(const bl_audit_item *item)
{
    return (item->kind == BL_ITEM_EC || item->kind == BL_ITEM_EM) &&
           item->ref.ptr != NULL && (item->hints & BL_HINT_ISOLATED) == 0;
}

static bl_audit_item *start_of(const bl_audit *audit,
                               const bl_audit_item *end)
{
    const bl_audit_item *start =
        bl_audit_find(audit, (bl_audit_space)end->side, end->ref);

    if (start == NULL ||
        start->kind !=
            (end->kind == BL_ITEM_EC ? BL_ITEM_SC : BL_ITEM_SM))
        return NULL;
    return &audit->items[start - audit->items];
}

/* What an end says as well is what its start says. */
static bl_str difference(const bl_audit_item *start, const bl_audit_item *end)
{
    static const bl_str looks[] = { { "dir", 3 },
                                    { "type", 4 },
                                    { "subType", 7 } };
    const uint8_t other = start->hints ^ end->hints;

    for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
        if (end->look[i] != 0 && end->look[i] != start->look[i])
            return looks[i];
    }
    if ((other & BL_HINT_NO_COPY) != 0)
        return BL_STR("canCopy");
    if ((other & BL_HINT_NO_DELETE) != 0)
        return BL_STR("canDelete");
    if ((other & BL_HINT_NO_ORDER) != 0)
        return BL_STR("canReorder");
    return (other & BL_HINT_OVERLAP) != 0 ? BL_STR("canOverlap") : none;
}

/* A code of the target whose other half the target lost, and the source has:
 * code-missing tells. */
static bool is_lost(const bl_audit *audit, const bl_audit_item *half,
                    bl_str id)
{
    const bl_audit_item *source =
        half->side == BL_SPACE_TARGET
            ? bl_audit_find(audit, BL_SPACE_SOURCE, id)
            : NULL;

    return source != NULL && (source->kind == BL_ITEM_PC ||
                              (source->kind == BL_ITEM_SC &&
                               (source->hints & BL_HINT_CLOSED) != 0));
}

/* Where targets have an order of their own, the start may come behind; halves
 * in one target that have changed places are a matter of code-nesting. */
static bool is_behind(const bl_audit *audit, const bl_audit_item *start,
                      const bl_audit_item *end)
{
    return start > end &&
           (start->side == BL_SPACE_SOURCE ||
            (!audit->ordered &&
             (start->kind != BL_ITEM_SC || start->segment != end->segment)));
}

static void judge_halves(bl_audit *audit, const bl_audit_item *end)
{
    bl_audit_item *start = start_of(audit, end);
    const bool code = end->kind == BL_ITEM_EC;
    bl_str differs;

    if (start == NULL ? !code || !is_lost(audit, end, end->ref)
                      : is_behind(audit, start, end))
        bl_audit_tell(audit,
                      code ? BL_FAULT_END_UNOPENED : BL_FAULT_MARK_UNOPENED,
                      end->tag, end->ref, none);
    if (start == NULL)
        return;
    start->hints |= BL_HINT_CLOSED;
    if (!code)
        return;
    if ((start->hints & BL_HINT_ISOLATED) != 0)
        bl_audit_tell(audit, BL_FAULT_START_CLOSED, start->tag, start->id,
                      none);
    differs = difference(start, end);
    if (differs.ptr != NULL && (start->hints & BL_HINT_ISOLATED) == 0)
        bl_audit_tell(audit, BL_FAULT_END_DIFFERS, end->tag, end->ref,
                      differs);
}

static void judge_start(bl_audit *audit, const bl_audit_item *start)
{
    if ((start->hints & (BL_HINT_CLOSED | BL_HINT_ISOLATED)) != 0)
        return;
    if (start->kind == BL_ITEM_SC && !is_lost(audit, start, start->id))
        bl_audit_tell(audit, BL_FAULT_START_UNCLOSED, start->tag, start->id,
                      none);
    else if (start->kind == BL_ITEM_SM)
        bl_audit_tell(audit, BL_FAULT_MARK_UNCLOSED, start->tag, start->id,
                      none);
}

static void judge_copy(bl_audit *audit, const bl_audit_item *item)
{
    const bl_audit_item *base =
        bl_audit_find(audit, BL_SPACE_SOURCE, item->copied);

    if (base == NULL || base->kind == BL_ITEM_SEGMENT)
        base = bl_audit_find(audit, BL_SPACE_TARGET, item->copied);
    if (base == NULL)
        bl_audit_tell(audit, BL_FAULT_COPY_REFERENCE, item->tag, item->copied,
                      none);
    else if ((base->hints & BL_HINT_NO_COPY) != 0)
        bl_audit_tell(audit, BL_FAULT_COPY_FORBIDDEN, item->tag,
                      item->copied, none);
}

/* pc is sc and ec, and mrk is sm and em: the same to translators. */
static int family_of(uint8_t kind)
{
    switch (kind) {
    case BL_ITEM_PC:
    case BL_ITEM_SC:
        return BL_ITEM_PC;
    case BL_ITEM_MRK:
    case BL_ITEM_SM:
        return BL_ITEM_MRK;
    default:
        return kind;
    }
}

static bl_str element_of(uint8_t kind)
{
    static const bl_str names[] = {
        [BL_ITEM_PH] = { "ph", 2 }, [BL_ITEM_PC] = { "pc", 2 },
        [BL_ITEM_SC] = { "sc", 2 }, [BL_ITEM_EC] = { "ec", 2 },
        [BL_ITEM_SM] = { "sm", 2 }, [BL_ITEM_MRK] = { "mrk", 3 },
    };

    return kind <= BL_ITEM_MRK ? names[kind] : none;
}

/* An id that the source has, too, is that of the same code. */
static void judge_target(bl_audit *audit, const bl_audit_item *item)
{
    const bl_audit_item *source =
        bl_audit_find(audit, BL_SPACE_SOURCE, item->id);

    if (source == NULL || family_of(source->kind) == family_of(item->kind))
        return;
    bl_audit_tell(audit, BL_FAULT_OTHER_CODE, item->tag, item->id,
                  element_of(item->kind));
}

static void judge_reference(bl_audit *audit, const bl_audit_item *item)
{
    const bl_audit_space space =
        item->segment != 0 ? BL_SPACE_TARGET : BL_SPACE_SOURCE;

    if (bl_audit_find(audit, space, item->ref) == NULL)
        bl_audit_tell(audit, BL_FAULT_MODULE_REFERENCE, item->tag, item->ref,
                      item->id);
}

/* ---- sequences that canReorder holds together --------------------------- */

static bool is_sequenced(const bl_audit_item *item, bl_audit_space space)
{
    return item->side == space && (item->hints & BL_HINT_NO_ORDER) != 0 &&
           item->kind != BL_ITEM_EC;
}

static bool is_a_code(const bl_audit_item *item, bl_audit_space space)
{
    return item->side == space &&
           (item->kind == BL_ITEM_PH || item->kind == BL_ITEM_PC ||
            item->kind == BL_ITEM_SC);
}

static size_t next_code(const bl_audit *audit, size_t at,
                        bl_audit_space space)
{
    while (at < audit->item_count && !is_a_code(&audit->items[at], space))
        at++;
    return at;
}

/* In the source, each of them is behind one that begins a sequence; where a
 * sequence is over several targets, right behind the one that it follows in the
 * source. Within one target, code-order tells. */
static void judge_sequences(bl_audit *audit)
{
    const bl_audit_item *before = NULL;
    bool begun = false;

    for (size_t i = 0; i < audit->item_count; i++) {
        const bl_audit_item *item = &audit->items[i];
        const bl_audit_item *here;
        const bl_audit_item *there;
        size_t next;

        if (!is_sequenced(item, BL_SPACE_SOURCE))
            continue;
        begun = begun || (item->hints & BL_HINT_FIRST) != 0;
        if (!begun)
            bl_audit_tell(audit, BL_FAULT_REORDER_FIRST, item->tag, item->id,
                          none);
        there = before;
        before = item;
        if ((item->hints & BL_HINT_FIRST) != 0 || there == NULL)
            continue;
        here = bl_audit_find(audit, BL_SPACE_TARGET, item->id);
        there = bl_audit_find(audit, BL_SPACE_TARGET, there->id);
        if (here == NULL || there == NULL || audit->ordered ||
            here->segment == there->segment)
            continue;
        next = next_code(audit, (size_t)(there - audit->items) + 1,
                         BL_SPACE_TARGET);
        if (&audit->items[next] != here || here->pair != item->pair)
            bl_audit_tell(audit, BL_FAULT_REORDERED, here->tag, here->id,
                          none);
    }
}

void bl_audit_codes_end(bl_audit *audit)
{
    for (size_t i = 0; i < audit->item_count; i++) {
        const bl_audit_item *item = &audit->items[i];

        if (is_ending(item))
            judge_halves(audit, item);
        if (item->copied.ptr != NULL)
            judge_copy(audit, item);
        if (item->kind == BL_ITEM_REFERENCE)
            judge_reference(audit, item);
        else if (item->space == BL_SPACE_TARGET)
            judge_target(audit, item);
    }
    for (size_t i = 0; i < audit->item_count; i++)
        judge_start(audit, &audit->items[i]);
    judge_sequences(audit);
}
