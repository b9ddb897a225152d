/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The modules of XLIFF 2 beyond what the tables say: ids, conditions of
 * rules, and what excludes each other (XLIFF 2.1, 5).
 */
#include "readers/audit.h"

#include <string.h>

static const bl_str none = { NULL, 0 };

/* ---- vocabularies ------------------------------------------------------- */

static bl_module read_module(bl_str uri)
{
    static const struct {
        bl_str begins;
        bl_module module;
    } modules[] = {
        { { "document:", 9 }, BL_MODULE_CORE },
        { { "matches:", 8 }, BL_MODULE_MATCHES },
        { { "glossary:", 9 }, BL_MODULE_GLOSSARY },
        { { "fs:", 3 }, BL_MODULE_FORMAT_STYLE },
        { { "metadata:", 9 }, BL_MODULE_METADATA },
        { { "resourcedata:", 13 }, BL_MODULE_RESOURCES },
        { { "sizerestriction:", 16 }, BL_MODULE_SIZE },
        { { "validation:", 11 }, BL_MODULE_VALIDATION },
    };
    const bl_str committee = BL_STR("urn:oasis:names:tc:xliff:");

    if (bl_str_equal(uri, BL_STR("http://www.w3.org/2005/11/its")))
        return BL_MODULE_ITS;
    if (bl_str_begins(uri, BL_STR("http://www.w3.org/")))
        return BL_MODULE_OTHER;
    if (!bl_str_begins(uri, committee))
        return BL_MODULE_FOREIGN;
    uri = bl_str_of(uri.ptr + committee.size, uri.size - committee.size);
    for (size_t i = 0; i < sizeof(modules) / sizeof(modules[0]); i++) {
        if (bl_str_begins(uri, modules[i].begins))
            return modules[i].module;
    }
    return BL_MODULE_OTHER;
}

bl_module bl_audit_module_of(bl_audit *audit, const char *uri)
{
    if (uri == NULL)
        return BL_MODULE_NONE;
    if (uri != audit->uri) {
        audit->uri = uri;
        audit->module = read_module(bl_str_z(uri));
    }
    return audit->module;
}

/* ---- elements ----------------------------------------------------------- */

/* What ids of modules are unique among: BL_AUDIT_ELSE is of extensions. */
static void judge_id(bl_audit *audit, const bl_xml_element *element,
                     uint32_t scope, bl_audit_kind among, bl_str name)
{
    const bl_str id = bl_xml_get(element, BL_XML_ID);

    if (id.size != 0 &&
        !bl_audit_is_new_in(audit, scope, (uint32_t)among, id))
        bl_audit_tell(audit, BL_FAULT_MODULE_ID, bl_xml_tag(audit->xml), id,
                      name);
}

static void judge_rule(bl_audit *audit, const bl_xml_element *element)
{
    static const bl_xml_name conditions[] = { BL_XML_IS_PRESENT,
                                              BL_XML_STARTS_WITH,
                                              BL_XML_ENDS_WITH,
                                              BL_XML_IS_NOT_PRESENT };
    const uint64_t tag = bl_xml_tag(audit->xml);
    const bl_str present = bl_xml_get(element, BL_XML_IS_PRESENT);
    size_t own = 0;
    size_t custom = 0;

    for (size_t i = 0; i < sizeof(conditions) / sizeof(conditions[0]); i++)
        own += bl_xml_get(element, conditions[i]).ptr != NULL;
    for (uint32_t i = 0; i < element->all_count; i++) {
        bl_str name;
        const char *uri;

        custom += bl_xml_stranger(audit->xml, element, i, &name, &uri) &&
                  bl_audit_module_of(audit, uri) == BL_MODULE_FOREIGN;
    }
    for (uint32_t i = 0; i < element->attribute_count; i++)
        custom += element->attributes[i].space == BL_XML_FOREIGN;
    if (own + (custom != 0) != 1)
        bl_audit_tell(audit, BL_FAULT_RULE_CONDITION, tag,
                      own + custom == 0 ? BL_STR("none") : BL_STR("several"),
                      none);
    if (bl_xml_get(element, BL_XML_EXISTS_IN_SOURCE).ptr != NULL &&
        (own != 1 || bl_xml_get(element, BL_XML_IS_NOT_PRESENT).ptr != NULL))
        bl_audit_tell(audit, BL_FAULT_RULE_OPTION, tag,
                      BL_STR("existsInSource"), none);
    if (bl_xml_get(element, BL_XML_OCCURS).ptr != NULL && present.ptr == NULL)
        bl_audit_tell(audit, BL_FAULT_RULE_OPTION, tag, BL_STR("occurs"),
                      none);
}

static void judge_resource_language(bl_audit *audit,
                                    const bl_xml_element *element,
                                    const char *expected)
{
    const bl_str lang = bl_xml_get_in(element, BL_XML_LANG, BL_XML_XML);

    if (lang.size != 0 && expected[0] != '\0' &&
        !bl_audit_same_tag(lang, bl_str_z(expected)))
        bl_audit_tell(audit, BL_FAULT_RESOURCE_LANGUAGE,
                      bl_xml_tag(audit->xml), lang, bl_str_z(expected));
}

void bl_audit_module(bl_audit *audit, const bl_xml_element *element,
                     bl_audit_kind kind)
{
    const bl_audit_frame *frame = &audit->frames[audit->depth - 1];

    switch (kind) {
    case BL_AUDIT_MATCH:
        judge_id(audit, element, frame->scope, kind, BL_STR("match"));
        bl_audit_reference(audit, element, kind);
        if (bl_xml_get(element, BL_XML_SUB_TYPE).ptr != NULL &&
            bl_xml_get(element, BL_XML_TYPE).ptr == NULL)
            bl_audit_tell(audit, BL_FAULT_SUB_TYPE, bl_xml_tag(audit->xml),
                          bl_xml_get(element, BL_XML_SUB_TYPE), none);
        break;
    case BL_AUDIT_GLOSS_ENTRY:
        judge_id(audit, element, frame->scope, BL_AUDIT_GLOSSARY,
                 BL_STR("glossEntry"));
        bl_audit_reference(audit, element, kind);
        break;
    case BL_AUDIT_TRANSLATION:
        judge_id(audit, element, frame->scope, BL_AUDIT_GLOSSARY,
                 BL_STR("translation"));
        break;
    case BL_AUDIT_METADATA:
    case BL_AUDIT_META_GROUP:
        judge_id(audit, element, frame->scope, BL_AUDIT_METADATA,
                 BL_STR("metaGroup"));
        break;
    case BL_AUDIT_RESOURCE_REF:
    case BL_AUDIT_RESOURCE_ITEM:
        judge_id(audit, element, frame->scope, BL_AUDIT_RESOURCE_DATA,
                 BL_STR("resourceItem"));
        break;
    case BL_AUDIT_RESOURCE_SOURCE:
        judge_resource_language(audit, element, audit->source_lang);
        break;
    case BL_AUDIT_RESOURCE_TARGET:
        judge_resource_language(audit, element, audit->target_lang);
        break;
    case BL_AUDIT_PROFILES:
        audit->counts_text =
            bl_str_equal(bl_xml_get(element, BL_XML_GENERAL_PROFILE),
                         BL_STR("xliff:codepoints"));
        audit->counts_bytes =
            bl_str_begins(bl_xml_get(element, BL_XML_STORAGE_PROFILE),
                          BL_STR("xliff:utf"));
        break;
    case BL_AUDIT_RULE:
        judge_rule(audit, element);
        break;
    default:
        break;
    }
}

void bl_audit_module_end(bl_audit *audit, const bl_audit_frame *frame)
{
    const bool source = frame->kind == BL_AUDIT_RESOURCE_SOURCE;
    const bl_str name = source ? BL_STR("source") : BL_STR("target");

    if ((!source && frame->kind != BL_AUDIT_RESOURCE_TARGET) ||
        frame->href != frame->text)
        return;
    if (audit->in_unit)
        bl_audit_tell(audit, BL_FAULT_RESOURCE, frame->tag, name, none);
    else if (bl_audit_is_wanted(audit, BL_FAULT_RESOURCE))
        bl_audit_tell_at(audit, BL_FAULT_RESOURCE, frame->at,
                         (const bl_str[BL_FAULT_ARGUMENTS]){ name });
}

/* ---- attributes --------------------------------------------------------- */

/* The elements of HTML that fs may name (Format Style Module, fs). */
static bool is_style(bl_str text)
{
    static const char *const elements[] = {
        "a",       "b",      "bdo",     "big",    "blockquote", "body",
        "br",      "button", "caption", "center", "cite",       "code",
        "col",     "colgroup", "dd",    "del",    "div",        "dl",
        "dt",      "em",     "h1",      "h2",     "h3",         "h4",
        "h5",      "h6",     "head",    "hr",     "html",       "i",
        "img",     "label",  "legend",  "li",     "ol",         "p",
        "pre",     "q",      "s",       "samp",   "select",     "small",
        "span",    "strike", "strong",  "sub",    "sup",        "table",
        "tbody",   "td",     "tfoot",   "th",     "thead",      "title",
        "tr",      "tt",     "u",       "ul"
    };

    return bl_str_is_one(text, elements,
                         sizeof(elements) / sizeof(elements[0]));
}

/* The attribute of a module, or nothing. */
static bl_str get(bl_audit *audit, const bl_xml_element *element,
                  bl_module module, bl_xml_name name)
{
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const bl_xml_attribute *a = &element->attributes[i];

        if (a->name == name && a->space == BL_XML_FOREIGN &&
            bl_audit_module_of(audit, a->uri) == module)
            return a->value;
    }
    return none;
}

static void judge_style(bl_audit *audit, const bl_xml_element *element,
                        bl_audit_kind kind)
{
    const uint64_t tag = bl_xml_tag(audit->xml);
    const bl_str style =
        get(audit, element, BL_MODULE_FORMAT_STYLE, BL_XML_FS);
    const bl_str sub =
        get(audit, element, BL_MODULE_FORMAT_STYLE, BL_XML_SUB_FS);

    if (style.ptr != NULL && !is_style(style))
        bl_audit_tell(audit, BL_FAULT_STYLE_VALUE, tag, style, none);
    if (sub.ptr != NULL && style.ptr == NULL)
        bl_audit_tell(audit, BL_FAULT_STYLE, tag, none, none);
    if (style.ptr != NULL && kind == BL_AUDIT_EC &&
        !bl_str_equal(bl_xml_get(element, BL_XML_ISOLATED), BL_STR("yes")))
        bl_audit_tell_of(audit, BL_FAULT_ATTRIBUTE, kind, BL_STR("fs"),
                         bl_audit_name(kind));
    for (uint32_t i = 0; i < element->all_count; i++) {
        bl_str name;
        const char *uri;

        if (bl_xml_stranger(audit->xml, element, i, &name, &uri) &&
            bl_audit_module_of(audit, uri) == BL_MODULE_FORMAT_STYLE)
            bl_audit_tell_of(audit, BL_FAULT_ATTRIBUTE, kind, name,
                             bl_audit_name(kind));
    }
}

static void judge_size(bl_audit *audit, const bl_xml_element *element,
                       bl_audit_kind kind)
{
    static const struct {
        bl_xml_name name;
        bl_str text;
    } ends[] = { { BL_XML_SIZE_INFO, { "sizeInfo", 8 } },
                 { BL_XML_SIZE_INFO_REF, { "sizeInfoRef", 11 } },
                 { BL_XML_EQUIV_STORAGE, { "equivStorage", 12 } } };
    const uint64_t tag = bl_xml_tag(audit->xml);

    if (get(audit, element, BL_MODULE_SIZE, BL_XML_SIZE_INFO).ptr != NULL &&
        get(audit, element, BL_MODULE_SIZE, BL_XML_SIZE_INFO_REF).ptr != NULL)
        bl_audit_tell(audit, BL_FAULT_SIZE_TWICE, tag, none, none);
    if (kind != BL_AUDIT_EC ||
        bl_str_equal(bl_xml_get(element, BL_XML_ISOLATED), BL_STR("yes")))
        return;
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (get(audit, element, BL_MODULE_SIZE, ends[i].name).ptr != NULL)
            bl_audit_tell(audit, BL_FAULT_SIZE_ISOLATED, tag, ends[i].text,
                          none);
    }
}

void bl_audit_module_attributes(bl_audit *audit,
                                const bl_xml_element *element,
                                bl_audit_kind kind)
{
    judge_style(audit, element, kind);
    judge_size(audit, element, kind);
}
