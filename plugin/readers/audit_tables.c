/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The elements of XLIFF 2 and of its modules: where each may stand, in which
 * order, how often, and with which attributes (XLIFF 2.1, 4.2 and 5; what
 * XLIFF 2.2 added is allowed in all).
 */
#include "readers/audit.h"

#define B(kind)  BL_AUDIT_BIT(BL_AUDIT_##kind)
#define A(name)  BL_XML_##name

#define TEXTS    (B(SOURCE) | B(TARGET))
#define INLINE   (TEXTS | B(PC) | B(MRK))
#define SCOPES   (B(FILE) | B(GROUP) | B(UNIT))

#define CODE     A(CAN_COPY), A(CAN_DELETE), A(CAN_REORDER), A(COPY_OF), \
                 A(SUB_TYPE), A(TYPE)
#define SPANNING A(CAN_OVERLAP), A(DIR), A(ISOLATED), A(DATA_REF), A(DISP), \
                 A(EQUIV), A(SUB_FLOWS)
#define MARK     A(TRANSLATE), A(TYPE), A(REF), A(VALUE)
#define PART     A(CAN_RESEGMENT), A(TRANSLATE), A(SRC_DIR), A(TRG_DIR), \
                 A(NAME), A(TYPE)

/* Children of files, groups, units and the like, in their order. */
enum { AT_ONCE, BEFORE, NOTED, STORED, CONTENT };

bl_str bl_audit_name(bl_audit_kind kind)
{
    return kind < BL_AUDIT_KINDS
               ? bl_xml_name_text((bl_xml_name)bl_audit_rows[kind].name)
               : BL_STR("extension");
}

#define ROW(module_, name_, section_) \
    .section = section_, .module = BL_MODULE_##module_, .name = A(name_)

const bl_audit_row bl_audit_rows[BL_AUDIT_KINDS] = {
    [BL_AUDIT_XLIFF] = { ROW(CORE, XLIFF, "4.2.2.1 xliff"), .open = true,
                         .parents = B(NONE), .needs = B(FILE),
                         .must = { A(VERSION), A(SRC_LANG) },
                         .may = { A(TRG_LANG) } },
    [BL_AUDIT_FILE] = {
        ROW(CORE, FILE, "4.2.2.2 file"),
        .rank = CONTENT, .open = true,
                        .extended = true, .parents = B(XLIFF),
                        .needs = B(UNIT) | B(GROUP), .must = { A(ID) },
                        .may = { A(CAN_RESEGMENT), A(ORIGINAL), A(TRANSLATE),
                                 A(SRC_DIR), A(TRG_DIR) } },
    [BL_AUDIT_SKELETON] = {
        ROW(CORE, SKELETON, "4.2.2.3 skeleton"),
        .rank = AT_ONCE,
                            .single = true, .extended = true,
                            .parents = B(FILE), .may = { A(HREF) } },
    [BL_AUDIT_GROUP] = {
        ROW(CORE, GROUP, "4.2.2.4 group"),
        .rank = CONTENT, .open = true,
                         .extended = true, .parents = B(FILE) | B(GROUP),
                         .must = { A(ID) }, .may = { PART } },
    [BL_AUDIT_UNIT] = {
        ROW(CORE, UNIT, "4.2.2.5 unit"),
        .rank = CONTENT, .open = true,
                        .extended = true, .parents = B(FILE) | B(GROUP),
                        .needs = B(SEGMENT), .must = { A(ID) },
                        .may = { PART } },
    [BL_AUDIT_SEGMENT] = {
        ROW(CORE, SEGMENT, "4.2.2.6 segment"),
        .rank = CONTENT,
                           .parents = B(UNIT), .needs = B(SOURCE),
                           .may = { A(ID), A(CAN_RESEGMENT), A(STATE),
                                    A(SUB_STATE) } },
    [BL_AUDIT_IGNORABLE] = {
        ROW(CORE, IGNORABLE, "4.2.2.7 ignorable"),
        .rank = CONTENT,
                             .parents = B(UNIT), .needs = B(SOURCE),
                             .may = { A(ID) } },
    [BL_AUDIT_NOTES] = {
        ROW(CORE, NOTES, "4.2.2.8 notes"),
        .rank = NOTED, .single = true,
                         .parents = SCOPES | B(XLIFF), .needs = B(NOTE) },
    [BL_AUDIT_NOTE] = {
        ROW(CORE, NOTE, "4.2.2.9 note"),
        .open = true, .parents = B(NOTES),
                        .may = { A(ID), A(APPLIES_TO), A(CATEGORY),
                                 A(PRIORITY), A(REF) } },
    [BL_AUDIT_ORIGINAL_DATA] = {
        ROW(CORE, ORIGINAL_DATA, "4.2.2.10 originalData"),
        .rank = STORED,
                                 .single = true,
                                 .parents = B(UNIT) | B(MATCH),
                                 .needs = B(DATA) },
    [BL_AUDIT_DATA] = {
        ROW(CORE, DATA, "4.2.2.11 data"),
        .parents = B(ORIGINAL_DATA),
                        .must = { A(ID) }, .may = { A(DIR) } },
    [BL_AUDIT_SOURCE] = {
        ROW(CORE, SOURCE, "4.2.2.12 source"),
        .rank = CONTENT, .single = true,
                          .parents = B(SEGMENT) | B(IGNORABLE) | B(MATCH) },
    [BL_AUDIT_TARGET] = {
        ROW(CORE, TARGET, "4.2.2.13 target"),
        .rank = CONTENT + 1,
                          .single = true,
                          .parents = B(SEGMENT) | B(IGNORABLE) | B(MATCH),
                          .may = { A(ORDER) } },
    [BL_AUDIT_CP] = { ROW(CORE, CP, "4.2.3.1 cp"), .parents = INLINE | B(DATA),
                      .must = { A(HEX) } },
    [BL_AUDIT_PH] = {
        ROW(CORE, PH, "4.2.3.2 ph"),
        .parents = INLINE, .must = { A(ID) },
                      .may = { CODE, A(DISP), A(EQUIV), A(DATA_REF),
                               A(SUB_FLOWS) } },
    [BL_AUDIT_PC] = {
        ROW(CORE, PC, "4.2.3.3 pc"),
        .parents = INLINE, .must = { A(ID) },
                      .may = { CODE, A(CAN_OVERLAP), A(DIR), A(DISP_START),
                               A(DISP_END), A(EQUIV_START), A(EQUIV_END),
                               A(DATA_REF_START), A(DATA_REF_END),
                               A(SUB_FLOWS_START), A(SUB_FLOWS_END) } },
    [BL_AUDIT_SC] = {
        ROW(CORE, SC, "4.2.3.4 sc"),
        .parents = INLINE, .must = { A(ID) },
                      .may = { CODE, SPANNING } },
    [BL_AUDIT_EC] = { ROW(CORE, EC, "4.2.3.5 ec"), .parents = INLINE,
                      .may = { CODE, SPANNING, A(ID), A(START_REF) } },
    [BL_AUDIT_MRK] = {
        ROW(CORE, MRK, "4.2.3.6 mrk"),
        .open = true, .parents = INLINE,
                       .must = { A(ID) }, .may = { MARK } },
    [BL_AUDIT_SM] = {
        ROW(CORE, SM, "4.2.3.7 sm"),
        .open = true, .parents = INLINE,
                      .must = { A(ID) }, .may = { MARK } },
    [BL_AUDIT_EM] = { ROW(CORE, EM, "4.2.3.8 em"), .parents = INLINE,
                      .must = { A(START_REF) } },

    [BL_AUDIT_MATCHES] = {
        ROW(MATCHES, MATCHES, "Translation Candidates Module"),
        .rank = BEFORE,
                           .parents = B(UNIT), .needs = B(MATCH) },
    [BL_AUDIT_MATCH] = {
        ROW(MATCHES, MATCH, "Translation Candidates Module"),
        .open = true, .extended = true,
                         .parents = B(MATCHES), .needs = B(SOURCE),
                         .must = { A(REF) },
                         .may = { A(ID), A(MATCH_QUALITY),
                                  A(MATCH_SUITABILITY), A(ORIGIN),
                                  A(REFERENCE), A(SIMILARITY), A(SUB_TYPE),
                                  A(TYPE) } },
    [BL_AUDIT_GLOSSARY] = {
        ROW(GLOSSARY, GLOSSARY, "Glossary Module"),
        .rank = BEFORE,
                            .parents = B(UNIT), .needs = B(GLOSS_ENTRY) },
    [BL_AUDIT_GLOSS_ENTRY] = {
        ROW(GLOSSARY, GLOSS_ENTRY, "Glossary Module"),
        .open = true,
                               .extended = true, .parents = B(GLOSSARY),
                               .needs = B(TRANSLATION) | B(DEFINITION),
                               .may = { A(ID), A(REF) } },
    [BL_AUDIT_TERM] = {
        ROW(GLOSSARY, TERM, "Glossary Module"),
        .open = true, .single = true,
                        .parents = B(GLOSS_ENTRY), .may = { A(SOURCE) } },
    [BL_AUDIT_TRANSLATION] = {
        ROW(GLOSSARY, TRANSLATION, "Glossary Module"),
        .rank = BEFORE,
                               .open = true, .parents = B(GLOSS_ENTRY),
                               .may = { A(ID), A(REF), A(SOURCE) } },
    [BL_AUDIT_DEFINITION] = {
        ROW(GLOSSARY, DEFINITION, "Glossary Module"),
        .rank = NOTED,
                              .open = true, .single = true,
                              .parents = B(GLOSS_ENTRY),
                              .may = { A(SOURCE) } },
    [BL_AUDIT_METADATA] = {
        ROW(METADATA, METADATA, "Metadata Module"),
        .rank = BEFORE,
                            .parents = SCOPES | B(XLIFF) | B(MATCH) |
                                       B(GLOSS_ENTRY),
                            .needs = B(META_GROUP), .may = { A(ID) } },
    [BL_AUDIT_META_GROUP] = { ROW(METADATA, META_GROUP, "Metadata Module"),
                              .parents = B(METADATA) | B(META_GROUP),
                              .needs = B(META_GROUP) | B(META),
                              .may = { A(ID), A(CATEGORY),
                                       A(APPLIES_TO) } },
    [BL_AUDIT_META] = {
        ROW(METADATA, META, "Metadata Module"),
        .parents = B(META_GROUP),
                        .must = { A(TYPE) } },
    [BL_AUDIT_RESOURCE_DATA] = {
        ROW(RESOURCES, RESOURCE_DATA, "Resource Data Module"),
                                 .rank = BEFORE,
                                 .parents = B(FILE) | B(UNIT),
                                 .needs = B(RESOURCE_REF) |
                                          B(RESOURCE_ITEM) },
    [BL_AUDIT_RESOURCE_REF] = {
        ROW(RESOURCES, RESOURCE_ITEM_REF, "Resource Data Module"),
                                .open = true, .parents = B(RESOURCE_DATA),
                                .must = { A(REF) }, .may = { A(ID) } },
    [BL_AUDIT_RESOURCE_ITEM] = {
        ROW(RESOURCES, RESOURCE_ITEM, "Resource Data Module"),
        .open = true,
                                 .extended = true,
                                 .parents = B(RESOURCE_DATA),
                                 .needs = B(RESOURCE_SOURCE) |
                                          B(RESOURCE_TARGET) |
                                          B(RESOURCE_REFERENCE),
                                 .may = { A(ID), A(MIME_TYPE),
                                          A(CONTEXT) } },
    [BL_AUDIT_RESOURCE_SOURCE] = {
        ROW(RESOURCES, SOURCE, "Resource Data Module"),
        .rank = BEFORE,
                                   .open = true, .single = true,
                                   .extended = true,
                                   .parents = B(RESOURCE_ITEM),
                                   .may = { A(HREF) } },
    [BL_AUDIT_RESOURCE_TARGET] = {
        ROW(RESOURCES, TARGET, "Resource Data Module"),
        .rank = NOTED,
                                   .open = true, .single = true,
                                   .extended = true,
                                   .parents = B(RESOURCE_ITEM),
                                   .may = { A(HREF) } },
    [BL_AUDIT_RESOURCE_REFERENCE] = {
        ROW(RESOURCES, REFERENCE, "Resource Data Module"),
                                      .rank = STORED, .open = true,
                                      .parents = B(RESOURCE_ITEM),
                                      .must = { A(HREF) } },
    [BL_AUDIT_PROFILES] = {
        ROW(SIZE, PROFILES, "Size and Length Restriction Module"),
        .rank = BEFORE,
                            .open = true, .extended = true,
                            .parents = B(FILE),
                            .may = { A(GENERAL_PROFILE),
                                     A(STORAGE_PROFILE) } },
    [BL_AUDIT_NORMALIZATION] = {
        ROW(SIZE, NORMALIZATION, "Size and Length Restriction Module"),
        .single = true,
                                 .parents = B(PROFILES),
                                 .may = { A(GENERAL), A(STORAGE) } },
    [BL_AUDIT_SIZE_DATA] = {
        ROW(SIZE, DATA, "Size and Length Restriction Module"),
        .rank = BEFORE, .open = true,
                             .extended = true, .parents = SCOPES,
                             .must = { A(PROFILE) } },
    [BL_AUDIT_VALIDATION] = {
        ROW(VALIDATION, VALIDATION, "Validation Module"),
        .rank = BEFORE,
                              .open = true, .parents = SCOPES,
                              .needs = B(RULE) },
    [BL_AUDIT_RULE] = {
        ROW(VALIDATION, RULE, "Validation Module"),
        .open = true,
                        .parents = B(VALIDATION),
                        .may = { A(IS_PRESENT), A(IS_NOT_PRESENT),
                                 A(STARTS_WITH), A(ENDS_WITH), A(OCCURS),
                                 A(EXISTS_IN_SOURCE), A(CASE_SENSITIVE),
                                 A(NORMALIZATION), A(DISABLED) } },
};
