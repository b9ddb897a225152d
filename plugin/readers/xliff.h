/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the XLIFF reader share; nobody else includes this. */
#ifndef BL_READERS_XLIFF_H
#define BL_READERS_XLIFF_H

#include "readers/content.h"
#include "readers/reader.h"
#include "readers/xml.h"

/* What an open element is to the reader. */
typedef enum bl_role {
    BL_ROLE_OTHER, /* read through */
    BL_ROLE_FILE,
    BL_ROLE_UNIT,
    BL_ROLE_SEGMENT, /* XLIFF 2 segment or ignorable */
    BL_ROLE_CONTENT, /* source, target, seg-source */
    BL_ROLE_PAIR,    /* g, pc: ends with a closing code */
    BL_ROLE_NATIVE,  /* bpt, ept, ph, it of XLIFF 1: code written as text */
    BL_ROLE_PART,    /* mrk of a segment */
    BL_ROLE_KEPT,    /* mrk of what is not to be translated */
    BL_ROLE_MARK,    /* other elements inside content: read through */
    BL_ROLE_FLOW,    /* sub: text inside a code */
    BL_ROLE_NOTE,
    BL_ROLE_TERM,        /* of the unit's glossary */
    BL_ROLE_TRANSLATION, /* the same */
    BL_ROLE_DATA /* data of originalData */
} bl_role;

#define BL_NO_CODE UINT32_MAX

/* An open element. */
typedef struct bl_frame {
    uint8_t role;
    bool translate; /* inherited, as is what follows */
    bool preserve;
    bl_size_limit limit;
    bl_content *outer; /* FLOW: what gathered before it */
    bl_str end_native;  /* PAIR: of its closing code */
    uint32_t mark; /* KEPT: where it began; PAIR, NATIVE: index of its code,
                      or BL_NO_CODE */
} bl_frame;

/* A piece of native code of an XLIFF 2 unit. */
typedef struct bl_data {
    bl_str id;
    bl_str text;
} bl_data;

/* What stands elsewhere in the unit about one of its segments. */
typedef struct bl_status_note {
    bl_str id;
    uint8_t state; /* bl_state */
    bool locked;
} bl_status_note;

/* Texts inside the codes of one side (sub), as parts of one text. */
typedef struct bl_flows {
    bl_text text;
    bl_part *parts; /* in the unit's arena */
    size_t count;
} bl_flows;

/* The unit that is being read. */
typedef struct bl_draft {
    bl_unit unit;
    bool checked; /* not locked, translate is not "no" */
    uint8_t state; /* bl_state; of the unit or of its target */
    uint8_t target_state;
    const char *target_lang; /* xml:lang of the target, or NULL */

    bl_content source;
    bl_content segmented; /* seg-source */
    bl_content target;
    bl_content flow;
    bl_content *filling; /* the one of the first three that is open */
    bl_position content_at; /* where that begins */
    bl_text source_text;
    bl_text segmented_text;
    bl_text target_text;
    bl_flows flows[2]; /* by bl_side_id */

    bl_segment *segments;
    size_t segment_count;
    size_t segment_room;
    bl_segment segment; /* XLIFF 2: the one that is open */

    bl_buf note;
    bl_buf data_text;
    bl_str data_id;
    bl_data *data;
    size_t data_count;
    size_t data_room;
    bool data_sorted;
    bl_buf gloss_text; /* of a term or translation */
    bl_str gloss_term; /* whose translations are being read */
    bl_gloss *glossary;
    size_t gloss_count;
    size_t gloss_room;
    bl_status_note *status;
    size_t status_count;
    size_t status_room;
} bl_draft;

struct bl_reader {
    const bl_alloc *alloc;
    const char *name; /* of the document; may be NULL */
    bl_reader_limits limits;
    bl_unit_sink *sink;
    bl_xml *xml;
    bl_xml_handler handler;
    bl_arena strings; /* language tags: they outlive the units */

    int family; /* 1 or 2 by the root element; 0 before it */
    bl_frame *frames;
    size_t depth;
    size_t frame_room;
    uint32_t skipping; /* how many open elements are passed over */

    bl_str original; /* of the file that is open */
    const char *source_lang;
    const char *target_lang;
    const char *element_lang; /* xml:lang of a target, the last one seen */

    bool in_unit;
    bl_content *content; /* what gathers text now, or NULL */
    bl_draft draft;
    bool no_memory;
    bilint_error *err; /* of the push that is under way */
};

/* ---- xliff.c ------------------------------------------------------------ */

/* Everything up to the end of this element is passed over. */
void bl_reader_skip(bl_reader *reader);

/* A language tag or name that lives as long as the reader. */
const char *bl_reader_keep(bl_reader *reader, bl_str text);

/* ---- inline.c ----------------------------------------------------------- */

/* An element inside source, target or seg-source begins: sets the role of
 * `frame`. Or it ends. */
void bl_inline_start(bl_reader *reader, const bl_xml_element *element,
                     bl_frame *frame, const bl_frame *parent);
void bl_inline_end(bl_reader *reader, const bl_frame *frame);

/* ---- unit.c ------------------------------------------------------------- */

void bl_draft_init(bl_draft *draft, const bl_alloc *alloc,
                   const bl_reader_limits *limits);
void bl_draft_free(bl_draft *draft, const bl_alloc *alloc);

void bl_unit_start(bl_reader *reader, const bl_xml_element *element,
                   const bl_frame *frame);

/* source, target or seg-source begins or ends. */
void bl_unit_content(bl_reader *reader, const bl_xml_element *element);
void bl_unit_content_end(bl_reader *reader);

/* XLIFF 2: segment or ignorable begins or ends; data ends. */
void bl_unit_segment(bl_reader *reader, const bl_xml_element *element);
void bl_unit_segment_end(bl_reader *reader);
void bl_unit_data_end(bl_reader *reader);

/* The unit is complete: hand it over. */
void bl_unit_end(bl_reader *reader, const bl_frame *frame);

/* ---- glossary.c --------------------------------------------------------- */

/* Whether the element is of the glossary module; then it is read, or passed
 * over. Its texts end. */
bool bl_glossary_element(bl_reader *reader, const bl_xml_element *element,
                         bl_frame *frame);
void bl_glossary_end(bl_reader *reader, const bl_frame *frame);

/* ---- dialect.c ---------------------------------------------------------- */

/* State of translation in the words of XLIFF 1.2, XLIFF 2 or a dialect. */
bl_state bl_state_of(bl_str word);

/* What a tool's own attributes say of a unit: state and lock. */
void bl_dialect_unit(bl_reader *reader, const bl_xml_element *element);

/* A tool's own element inside a unit, outside of its texts: read, or passed
 * over. */
void bl_dialect_element(bl_reader *reader, const bl_xml_element *element);

/* Whether the content of such a mark was deleted by a reviser. */
bool bl_dialect_deleted(bl_str mark_type);

/* The target language that the document's file name tells, or "". */
const char *bl_dialect_language(bl_reader *reader);

#endif
