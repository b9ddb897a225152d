/* SPDX-License-Identifier: Apache-2.0 */
/* What values the attributes of XLIFF 2 may have (XLIFF 2.1, 4.3 and 5). */
#include "readers/audit.h"

#include <string.h>

/* ---- forms -------------------------------------------------------------- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* XML 1.0, production 7; what is not ASCII is taken for a letter. */
bool bl_audit_is_nmtoken(bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.ptr[i];

        if (!is_letter(c) && !is_digit(c) && (unsigned char)c < 0x80 &&
            strchr("-._:", c) == NULL)
            return false;
    }
    return text.size != 0;
}

/* NMTOKENs with spaces between them. */
static bool are_nmtokens(bl_str text)
{
    size_t at = 0;
    bool some = false;

    while (at < text.size) {
        const char *space = memchr(text.ptr + at, ' ', text.size - at);
        const size_t limit =
            space != NULL ? (size_t)(space - text.ptr) : text.size;

        if (limit != at &&
            !bl_audit_is_nmtoken(bl_str_of(text.ptr + at, limit - at)))
            return false;
        some = some || limit != at;
        at = limit + 1;
    }
    return some;
}

/* "prefix:value" */
static bool is_prefixed(bl_str text)
{
    const char *colon =
        text.size != 0 ? memchr(text.ptr, ':', text.size) : NULL;

    return colon != NULL && colon != text.ptr &&
           colon != text.ptr + text.size - 1;
}

/* BCP 47 (RFC 5646, 2.1): parts of up to eight letters and digits, the first
 * of letters alone. */
bool bl_audit_is_language(bl_str text)
{
    size_t part = 0;
    bool first = true;

    for (size_t i = 0; i < text.size; i++) {
        const char c = text.ptr[i];

        if (c == '-') {
            if (part == 0)
                return false;
            part = 0;
            first = false;
        } else if (++part > 8 || !(is_letter(c) || (!first && is_digit(c)))) {
            return false;
        }
    }
    return part != 0 && text.size > 1;
}

bool bl_audit_same_tag(bl_str a, bl_str b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++) {
        const char x = a.ptr[i] == '_' ? '-' : a.ptr[i];
        const char y = b.ptr[i] == '_' ? '-' : b.ptr[i];

        if (x != y && !(is_letter(x) && is_letter(y) && (x ^ y) == 0x20))
            return false;
    }
    return true;
}

static bool is_number(bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (!is_digit(text.ptr[i]))
            return false;
    }
    return text.size != 0;
}

/* Of not more than three digits. */
static bool is_between(bl_str text, uint32_t least, uint32_t most)
{
    uint32_t value = 0;

    if (!is_number(text) || text.size > 3)
        return false;
    for (size_t i = 0; i < text.size; i++)
        value = value * 10 + (uint32_t)(text.ptr[i] - '0');
    return value >= least && value <= most;
}

static bool is_positive(bl_str text)
{
    return is_number(text) && text.ptr[0] != '0';
}

/* Up to 100, with or without a fraction. */
static bool is_percentage(bl_str text)
{
    const char *dot = text.size != 0 ? memchr(text.ptr, '.', text.size) : NULL;
    const size_t whole =
        dot != NULL ? (size_t)(dot - text.ptr) : text.size;

    return is_between(bl_str_of(text.ptr, whole), 0, 100) &&
           (dot == NULL ||
            is_number(bl_str_of(dot + 1, text.size - whole - 1)));
}

/* A code point that XML cannot have as a character (XML 1.0, production 2). */
static bool is_lacking(bl_str text)
{
    uint32_t c = 0;

    for (size_t i = 0; i < text.size; i++) {
        const char x = text.ptr[i];

        if (c > 0x10ffff ||
            !(is_digit(x) || (x >= 'a' && x <= 'f') || (x >= 'A' && x <= 'F')))
            return false;
        c = c * 16 + (uint32_t)(is_digit(x) ? x - '0' : (x | 0x20) - 'a' + 10);
    }
    if (text.size == 0 || c > 0x10ffff)
        return false;
    return (c < 0x20 && c != 9 && c != 10 && c != 13) ||
           (c >= 0xd800 && c <= 0xdfff) || c == 0xfffe || c == 0xffff;
}

/* "*", "90", "10,90" and "10,*" (Size and Length Restriction Module). */
static bool is_size(bl_str text)
{
    const char *comma =
        text.size != 0 ? memchr(text.ptr, ',', text.size) : NULL;
    const size_t first = comma != NULL ? (size_t)(comma - text.ptr) + 1 : 0;
    const bl_str most = bl_str_of(text.ptr + first, text.size - first);

    return (comma == NULL || is_number(bl_str_of(text.ptr, first - 1))) &&
           (is_number(most) || bl_str_equal(most, BL_STR("*")));
}

/* ---- attributes --------------------------------------------------------- */

typedef enum value_type {
    ANY,
    YES_NO,
    REORDER,
    DIRECTION,
    STATE,
    NMTOKEN,
    NMTOKENS,
    PREFIXED,
    POSITIVE,
    PRIORITY,
    PERCENTAGE,
    LACKING,
    SIDE,
    SPACE,
    FORM,
    SIZE,
    NUMBER,
    CODE_TYPE,
    MARK_TYPE,
    MATCH_TYPE,
    TWO_X
} value_type;

static const char *const lists[][10] = {
    [YES_NO] = { "yes", "no" },
    [REORDER] = { "yes", "no", "firstNo" },
    [DIRECTION] = { "ltr", "rtl", "auto" },
    [STATE] = { "initial", "translated", "reviewed", "final" },
    [SIDE] = { "source", "target", "ignorable" },
    [SPACE] = { "default", "preserve" },
    [FORM] = { "none", "nfc", "nfd" },
    [CODE_TYPE] = { "fmt", "ui", "quote", "link", "image", "other" },
    [MARK_TYPE] = { "generic", "comment", "term" },
    [MATCH_TYPE] = { "am", "mt", "icm", "idm", "tb", "tm", "other" },
    [TWO_X] = { "2.0", "2.1", "2.2" },
};

/* What they say that a value is to be; of lists, their values are told. */
static const char *const demands[] = {
    [NMTOKEN] = "an id (letters, digits, . - _ :)",
    [NMTOKENS] = "ids with spaces between them",
    [PREFIXED] = "of the form prefix:value",
    [POSITIVE] = "a number greater than 0",
    [PRIORITY] = "a number from 1 to 10",
    [PERCENTAGE] = "a number from 0 to 100",
    [SIZE] = "a size: 90 or 10,90 or 10,* or *",
    [NUMBER] = "a number",
    [TWO_X] = NULL,
};

/* Where XLIFF 2.1 has the attributes of the core. */
static const char *const sections[BL_XML_NAME_COUNT] = {
    [BL_XML_APPLIES_TO] = "4.3.1.1",
    [BL_XML_CAN_COPY] = "4.3.1.2",
    [BL_XML_CAN_DELETE] = "4.3.1.3",
    [BL_XML_CAN_OVERLAP] = "4.3.1.4",
    [BL_XML_CAN_REORDER] = "4.3.1.5",
    [BL_XML_CAN_RESEGMENT] = "4.3.1.6",
    [BL_XML_COPY_OF] = "4.3.1.8",
    [BL_XML_DATA_REF] = "4.3.1.9",
    [BL_XML_DATA_REF_END] = "4.3.1.10",
    [BL_XML_DATA_REF_START] = "4.3.1.11",
    [BL_XML_DIR] = "4.3.1.12",
    [BL_XML_ID] = "4.3.1.21",
    [BL_XML_ISOLATED] = "4.3.1.22",
    [BL_XML_ORDER] = "4.3.1.24",
    [BL_XML_PRIORITY] = "4.3.1.26",
    [BL_XML_SRC_DIR] = "4.3.1.28",
    [BL_XML_START_REF] = "4.3.1.30",
    [BL_XML_STATE] = "4.3.1.31",
    [BL_XML_SUB_FLOWS] = "4.3.1.32",
    [BL_XML_SUB_FLOWS_END] = "4.3.1.33",
    [BL_XML_SUB_FLOWS_START] = "4.3.1.34",
    [BL_XML_SUB_STATE] = "4.3.1.35",
    [BL_XML_SUB_TYPE] = "4.3.1.36",
    [BL_XML_TRANSLATE] = "4.3.1.38",
    [BL_XML_TRG_DIR] = "4.3.1.39",
    [BL_XML_TYPE] = "4.3.1.40",
    [BL_XML_VERSION] = "4.3.1.42",
};

static bool is_listed(value_type type, bl_str text)
{
    for (int i = 0; lists[type][i] != NULL; i++) {
        if (bl_str_equal(text, bl_str_z(lists[type][i])))
            return true;
    }
    return false;
}

static value_type type_of_type(bl_audit_kind kind)
{
    switch (kind) {
    case BL_AUDIT_PH:
    case BL_AUDIT_PC:
    case BL_AUDIT_SC:
    case BL_AUDIT_EC:
        return CODE_TYPE;
    case BL_AUDIT_MRK:
    case BL_AUDIT_SM:
        return MARK_TYPE;
    case BL_AUDIT_MATCH:
        return MATCH_TYPE;
    case BL_AUDIT_GROUP:
    case BL_AUDIT_UNIT:
        return PREFIXED;
    default:
        return ANY;
    }
}

/* By bl_xml_name; what is not there is ANY. */
static const uint8_t value_types[BL_XML_NAME_COUNT] = {
    [BL_XML_APPLIES_TO] = SIDE,
    [BL_XML_CAN_COPY] = YES_NO,
    [BL_XML_CAN_DELETE] = YES_NO,
    [BL_XML_CAN_OVERLAP] = YES_NO,
    [BL_XML_CAN_REORDER] = REORDER,
    [BL_XML_CAN_RESEGMENT] = YES_NO,
    [BL_XML_CASE_SENSITIVE] = YES_NO,
    [BL_XML_CONTEXT] = YES_NO,
    [BL_XML_COPY_OF] = NMTOKEN,
    [BL_XML_DATA_REF] = NMTOKEN,
    [BL_XML_DATA_REF_END] = NMTOKEN,
    [BL_XML_DATA_REF_START] = NMTOKEN,
    [BL_XML_DIR] = DIRECTION,
    [BL_XML_DISABLED] = YES_NO,
    [BL_XML_EXISTS_IN_SOURCE] = YES_NO,
    [BL_XML_GENERAL] = FORM,
    [BL_XML_HEX] = LACKING,
    [BL_XML_ID] = NMTOKEN,
    [BL_XML_ISOLATED] = YES_NO,
    [BL_XML_MATCH_QUALITY] = PERCENTAGE,
    [BL_XML_MATCH_SUITABILITY] = PERCENTAGE,
    [BL_XML_NORMALIZATION] = FORM,
    [BL_XML_OCCURS] = POSITIVE,
    [BL_XML_ORDER] = POSITIVE,
    [BL_XML_PRIORITY] = PRIORITY,
    [BL_XML_REFERENCE] = YES_NO,
    [BL_XML_SIMILARITY] = PERCENTAGE,
    [BL_XML_SRC_DIR] = DIRECTION,
    [BL_XML_START_REF] = NMTOKEN,
    [BL_XML_STATE] = STATE,
    [BL_XML_STORAGE] = FORM,
    [BL_XML_SUB_FLOWS] = NMTOKENS,
    [BL_XML_SUB_FLOWS_END] = NMTOKENS,
    [BL_XML_SUB_FLOWS_START] = NMTOKENS,
    [BL_XML_SUB_STATE] = PREFIXED,
    [BL_XML_SUB_TYPE] = PREFIXED,
    [BL_XML_TRANSLATE] = YES_NO,
    [BL_XML_TRG_DIR] = DIRECTION,
    [BL_XML_VERSION] = TWO_X,
};

/* Attributes of the Size and Length Restriction Module. */
static const uint8_t size_types[BL_XML_NAME_COUNT] = {
    [BL_XML_EQUIV_STORAGE] = NUMBER,
    [BL_XML_SIZE_INFO] = NUMBER,
    [BL_XML_SIZE_RESTRICTION] = SIZE,
    [BL_XML_STORAGE_RESTRICTION] = SIZE,
};

static bool is_valid(value_type type, bl_str text)
{
    switch (type) {
    case ANY:
        return true;
    case NMTOKEN:
        return bl_audit_is_nmtoken(text);
    case NMTOKENS:
        return are_nmtokens(text);
    case PREFIXED:
        return is_prefixed(text);
    case POSITIVE:
        return is_positive(text);
    case PRIORITY:
        return is_between(text, 1, 10);
    case PERCENTAGE:
        return is_percentage(text);
    case LACKING:
        return is_lacking(text);
    case SIZE:
        return text.size == 0 || is_size(text);
    case NUMBER:
        return is_number(text);
    case MARK_TYPE:
        return is_listed(type, text) || is_prefixed(text);
    default:
        return is_listed(type, text);
    }
}

/* What sizes look like is up to the profile; those of the standard count. */
static bool has_profile(const bl_audit *audit, uint8_t name)
{
    return name == BL_XML_SIZE_INFO || name == BL_XML_SIZE_RESTRICTION
               ? audit->counts_text
               : audit->counts_bytes;
}

static value_type type_of(const bl_xml_attribute *a, bl_audit_kind kind)
{
    if (a->space == BL_XML_XML)
        return a->name == BL_XML_SPACE ? SPACE : ANY;
    if (a->space != BL_XML_CORE)
        return ANY;
    return a->name == BL_XML_TYPE ? type_of_type(kind)
                                  : (value_type)value_types[a->name];
}

static bl_str name_text(uint8_t name)
{
    return bl_xml_name_text((bl_xml_name)name);
}

/* "one of ltr, rtl, auto", or what else it has to be. */
static bl_str demand_of(value_type type, char *text, size_t room)
{
    size_t size = 0;

    if (demands[type] != NULL)
        return bl_str_z(demands[type]);
    for (int i = 0; lists[type][i] != NULL; i++) {
        const bl_str before = i == 0 ? BL_STR("one of ") : BL_STR(", ");
        const bl_str value = bl_str_z(lists[type][i]);

        if (size + before.size + value.size > room)
            break;
        memcpy(text + size, before.ptr, before.size);
        memcpy(text + size + before.size, value.ptr, value.size);
        size += before.size + value.size;
    }
    return bl_str_of(text, size);
}

static void tell_value(bl_audit *audit, const bl_xml_attribute *a,
                       value_type type, const char *section)
{
    char text[96];
    const bl_str arguments[BL_FAULT_ARGUMENTS] = {
        a->value, name_text(a->name), demand_of(type, text, sizeof(text)),
        bl_str_z(section)
    };

    bl_audit_tell_all(audit,
                      section[0] == '4' ? BL_FAULT_VALUE
                                        : BL_FAULT_MODULE_VALUE,
                      bl_xml_tag(audit->xml), arguments);
}

/* Where the standard says what the value is to be. */
static const char *section_of(const bl_xml_attribute *a, bl_audit_kind kind)
{
    const bl_audit_row *row = &bl_audit_rows[kind];

    if (a->space == BL_XML_XML)
        return "4.3.2.2";
    return row->module == BL_MODULE_CORE && sections[a->name] != NULL
               ? sections[a->name]
               : row->section;
}

static void judge(bl_audit *audit, const bl_xml_attribute *a,
                  bl_audit_kind kind)
{
    const value_type type = type_of(a, kind);
    const uint64_t tag = bl_xml_tag(audit->xml);

    if (!is_valid(type, a->value)) {
        if (type == LACKING)
            bl_audit_tell(audit, BL_FAULT_CHARACTER, tag, a->value,
                          bl_str_of(NULL, 0));
        else
            tell_value(audit, a, type, section_of(a, kind));
    }
    if (a->space == BL_XML_FOREIGN &&
        bl_audit_module_of(audit, a->uri) == BL_MODULE_SIZE &&
        has_profile(audit, a->name) &&
        !is_valid((value_type)size_types[a->name], a->value))
        tell_value(audit, a, (value_type)size_types[a->name],
                   "Size and Length Restriction Module");
    if (((a->space == BL_XML_CORE &&
          (a->name == BL_XML_SRC_LANG || a->name == BL_XML_TRG_LANG)) ||
         (a->space == BL_XML_XML && a->name == BL_XML_LANG)) &&
        !bl_audit_is_language(a->value))
        bl_audit_tell(audit, BL_FAULT_LANGUAGE_FORM, tag, a->value,
                      name_text(a->name));
}

static bool is_in(uint8_t name, const uint8_t *list, int most)
{
    for (int i = 0; i < most && list[i] != 0; i++) {
        if (list[i] == name)
            return true;
    }
    return false;
}

/* xml:lang and xml:space, where they may stand. */
static bool may_have(bl_audit_kind kind, const bl_xml_attribute *a)
{
    const bl_audit_row *row = &bl_audit_rows[kind];

    if (a->space == BL_XML_XML && a->name == BL_XML_LANG)
        return kind != BL_AUDIT_MATCH;
    return a->space != BL_XML_CORE ||
           is_in(a->name, row->must, BL_AUDIT_MUST) ||
           is_in(a->name, row->may, BL_AUDIT_MAY);
}

/* Attributes of extensions stand where the standard lets them. */
static bool may_extend(bl_audit *audit, bl_audit_kind kind, const char *uri)
{
    const bl_module module = bl_audit_module_of(audit, uri);

    return module == BL_MODULE_NONE ? false
           : module == BL_MODULE_FOREIGN
               ? bl_audit_rows[kind].open
               : true;
}

static bool is_misplaced(bl_audit *audit, bl_audit_kind kind,
                         const bl_xml_attribute *a)
{
    return a->space == BL_XML_FOREIGN
               ? !may_extend(audit, kind, a->uri) && a->uri != NULL
               : !may_have(kind, a);
}

/* Attributes that names.def does not have: of an extension, or of nobody. */
static void judge_strangers(bl_audit *audit, const bl_xml_element *element,
                            bl_audit_kind kind)
{
    for (uint32_t i = 0; i < element->all_count; i++) {
        bl_str name;
        const char *uri;

        if (bl_xml_stranger(audit->xml, element, i, &name, &uri) &&
            !may_extend(audit, kind, uri))
            bl_audit_tell_of(audit, BL_FAULT_ATTRIBUTE, kind, name,
                             bl_audit_name(kind));
    }
}

void bl_audit_values(bl_audit *audit, const bl_xml_element *element,
                     bl_audit_kind kind)
{
    const bl_audit_row *row = &bl_audit_rows[kind];
    bool foreign = element->all_count != element->attribute_count;

    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const bl_xml_attribute *a = &element->attributes[i];

        /* What may not be there has no value that is wrong. */
        if (is_misplaced(audit, kind, a))
            bl_audit_tell_of(audit, BL_FAULT_ATTRIBUTE, kind,
                             name_text(a->name), bl_audit_name(kind));
        else
            judge(audit, a, kind);
        foreign = foreign || a->space == BL_XML_FOREIGN;
    }
    if (foreign) {
        judge_strangers(audit, element, kind);
        bl_audit_module_attributes(audit, element, kind);
    }
    for (int i = 0; i < BL_AUDIT_MUST && row->must[i] != 0; i++) {
        if (bl_xml_get(element, (bl_xml_name)row->must[i]).ptr == NULL)
            bl_audit_tell_of(audit, BL_FAULT_NO_ATTRIBUTE, kind,
                             bl_audit_name(kind), name_text(row->must[i]));
    }
}
