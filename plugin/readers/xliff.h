/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the XLIFF reader share; nobody else includes this. */
#ifndef BL_READERS_XLIFF_H
#define BL_READERS_XLIFF_H

#include "readers/audit.h"
#include "readers/content.h"
#include "readers/reader.h"
#include "readers/xml.h"
#include "text/char_class.h"

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
    bool plural; /* a group of the plural forms of one text */
    uint32_t scope; /* how many of the reader's scopes it is in */
    const bl_char_class *allowed; /* characters of targets; NULL: all. Of an
                                     inline element: its own */
    bl_content *outer; /* FLOW: what gathered before it */
    bl_str end_native;  /* PAIR: of its closing code */
    uint32_t mark; /* KEPT and others with `allowed`: where it began; PAIR,
                      NATIVE: index of its code, or BL_NO_CODE */
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

/* A rule of the validation module, until its file, group or unit ends. */
typedef struct bl_open_rule {
    bl_requirement rule;
    size_t level; /* of what it holds for, in frames */
    size_t text;  /* where its value is in bl_open_rules.text */
    size_t size;
    bool disabled;
} bl_open_rule;

typedef struct bl_open_rules {
    bl_open_rule *items;
    size_t count;
    size_t room;
    bl_buf text;
    const bl_requirement *made; /* of the file's rules, or NULL */
    uint32_t made_count;
    uint32_t sets; /* that were made so */
} bl_open_rules;

/* The character classes of a document, each once. */
typedef struct bl_known_class {
    bl_str text;
    const bl_char_class *set; /* NULL: it is none */
    struct bl_known_class *next;
} bl_known_class;

/* Texts inside the codes of one side (sub), as parts of one text. */
typedef struct bl_flows {
    bl_text text;
    bl_part *parts; /* in the unit's arena */
    size_t count;
} bl_flows;

/* From the least to the most. */
typedef struct bl_range {
    uint32_t least;
    uint32_t most; /* or BL_SIZE_ENDLESS */
} bl_range;

/* What the module of XLIFF 2 has ranges of. */
enum { BL_SIZE_GENERAL, BL_SIZE_STORAGE, BL_SIZE_PROFILES };

/* An open element that limits the length of what is in it. */
typedef struct bl_scope {
    uint8_t kind;       /* bl_size_scope */
    uint8_t unit;       /* XLIFF 1: of width and height */
    bl_range ranges[3]; /* XLIFF 1: width, height, bytes, those that it inherits
                           too; XLIFF 2: general and storage */
    uint64_t sums[BL_SIZE_PROFILES][2]; /* XLIFF 2: of its units, by side */
    bool passed[BL_SIZE_PROFILES];      /* that has been told */
} bl_scope;

/* A stretch of a target that has a limit. */
typedef struct bl_stretch {
    bl_str id;    /* sc, sm: what ends it has this; none: pc, mrk */
    size_t depth; /* pc, mrk: of open elements */
    uint32_t start;
    bl_range ranges[BL_SIZE_PROFILES];
    uint64_t beside[BL_SIZE_PROFILES]; /* of the codes before it */
} bl_stretch;

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

    uint64_t code_sizes[2][BL_SIZE_PROFILES]; /* by side */
    bl_stretch *stretches; /* those that are open */
    size_t stretch_count;
    size_t stretch_room;
    bl_size_limit *limits;
    size_t limit_count;
    size_t limit_room;
} bl_draft;

struct bl_reader {
    const bl_alloc *alloc;
    const char *name; /* of the document; may be NULL */
    bl_reader_limits limits;
    bl_unit_sink *sink;
    bl_xml *xml;
    bl_xml_handler handler;
    bl_arena strings; /* language tags: they outlive the units */
    bl_audit *audit;  /* NULL: nobody wants to know */
    bl_open_rules rules;
    bl_known_class *classes; /* in `strings` */
    uint32_t class_count;

    int family; /* 1 or 2 by the root element; 0 before it */
    bl_frame *frames;
    size_t depth;
    size_t frame_room;
    uint32_t skipping; /* how many open elements are passed over */

    bl_str original; /* of the file that is open */
    const char *source_lang;
    const char *target_lang;
    uint32_t plural_forms; /* so far, of the text whose group is open */
    const char *element_lang; /* xml:lang of a target, the last one seen */

    bl_scope *scopes; /* open elements that have limits */
    size_t scope_count;
    size_t scope_room;
    uint8_t size_units[BL_SIZE_PROFILES]; /* bl_size_unit of the profiles of
                                             the file; NONE: not known */
    uint8_t size_forms[BL_SIZE_PROFILES]; /* bl_size_form */

    bool in_unit;
    bl_content *content; /* what gathers text now, or NULL */
    bl_draft draft;
    bool no_memory;
    bilint_error *err; /* of the push that is under way */
};

/* ---- xliff.c ------------------------------------------------------------ */

/* Everything up to the end of this element is passed over. */
void bl_reader_skip(bl_reader *reader);

/* The class of characters that an attribute writes, or NULL; where the standard
 * says that it writes one, another text is a fault. */
const bl_char_class *bl_reader_class(bl_reader *reader, bl_str text,
                                     bool standard);

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
void bl_unit_content_end(bl_reader *reader, const bl_frame *frame);

/* XLIFF 2: segment or ignorable begins or ends; data ends. */
void bl_unit_segment(bl_reader *reader, const bl_xml_element *element);
void bl_unit_segment_end(bl_reader *reader);
void bl_unit_data_end(bl_reader *reader);

/* XLIFF 1: the content whose parts are the segments of the unit; NULL: it is
 * one. */
bl_content *bl_unit_parts(bl_draft *draft);

/* The unit is complete: hand it over. */
void bl_unit_end(bl_reader *reader, const bl_frame *frame);

/* ---- validation.c ------------------------------------------------------- */

/* Whether the element is of the validation module; then its rule is noted. */
bool bl_validation_element(bl_reader *reader, const bl_xml_element *element);

/* An element has ended, and with it what holds for it. */
void bl_validation_leave(bl_reader *reader);

/* The rules that hold for a unit. */
void bl_validation_unit(bl_reader *reader, bl_unit *unit);

/* ---- glossary.c --------------------------------------------------------- */

/* Whether the element is of the glossary module; then it is read, or passed
 * over. Its texts end. */
bool bl_glossary_element(bl_reader *reader, const bl_xml_element *element,
                         bl_frame *frame);
void bl_glossary_end(bl_reader *reader, const bl_frame *frame);

/* ---- sizes.c ------------------------------------------------------------ */

/* An element of the structure begins: its limits. Or it ends, and is no more
 * in scopes than `outer`. */
void bl_sizes_start(bl_reader *reader, const bl_xml_element *element,
                    bl_frame *frame);
void bl_sizes_end(bl_reader *reader, uint32_t outer);

/* A file begins; an element of another vocabulary outside of units. */
void bl_sizes_file(bl_reader *reader);
void bl_sizes_element(bl_reader *reader, const bl_xml_element *element);

/* XLIFF 2: an inline element has begun, and an element in a text ends. */
void bl_sizes_inline(bl_reader *reader, const bl_xml_element *element);
void bl_sizes_inline_end(bl_reader *reader);

/* XLIFF 2: a segment ends. */
void bl_sizes_segment_end(bl_reader *reader);

/* The limits of a unit that has all its segments but those of its codes, or
 * NULL. */
const bl_sizes *bl_sizes_unit(bl_reader *reader, const bl_frame *frame);

/* ---- dialect.c ---------------------------------------------------------- */

/* State of translation in the words of XLIFF 1.2, XLIFF 2 or a dialect. */
bl_state bl_state_of(bl_str word);

/* What a tool's own attributes say of a unit: state and lock. */
void bl_dialect_unit(bl_reader *reader, const bl_xml_element *element);

/* Whether the units of a group are the plural forms of one text. */
void bl_dialect_group(bl_reader *reader, const bl_xml_element *element,
                      bl_frame *frame);

/* A tool's own element inside a unit, outside of its texts: read, or passed
 * over. */
void bl_dialect_element(bl_reader *reader, const bl_xml_element *element);

/* Whether the content of such a mark was deleted by a reviser. */
bool bl_dialect_deleted(bl_str mark_type);

/* Whether a g goes on with one that the text has, which a change that was
 * tracked has cut in two. */
bool bl_dialect_continues(const bl_content *content,
                          const bl_xml_element *element);

/* The target language that the document's file name tells, or "". */
const char *bl_dialect_language(bl_reader *reader);

#endif
