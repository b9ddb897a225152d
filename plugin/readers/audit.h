/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a document keeps to its format: what can be read, and is wrong all
 * the same. Sees the same events as the reader and changes nothing of what it
 * reads; each fault goes to the sink. Nobody but the XLIFF reader includes
 * this.
 *
 * XLIFF 2 is judged by its tables of elements and attributes (audit_tables.c)
 * and by what holds between them; of XLIFF 1, in which tools are freer, what
 * costs a translation or makes it ambiguous.
 */
#ifndef BL_READERS_AUDIT_H
#define BL_READERS_AUDIT_H

#include "model/fault.h"
#include "model/unit_sink.h"
#include "readers/id_set.h"
#include "readers/xml.h"
#include "text/locale.h"

struct bl_content;
struct bl_reader;

/* The vocabularies of XLIFF 2. */
typedef enum bl_module {
    BL_MODULE_NONE, /* no namespace */
    BL_MODULE_CORE,
    BL_MODULE_MATCHES,
    BL_MODULE_GLOSSARY,
    BL_MODULE_FORMAT_STYLE,
    BL_MODULE_METADATA,
    BL_MODULE_RESOURCES,
    BL_MODULE_SIZE,
    BL_MODULE_VALIDATION,
    BL_MODULE_ITS,
    BL_MODULE_OTHER, /* of the TC or W3C, not judged */
    BL_MODULE_FOREIGN
} bl_module;

/* The elements that have a row in the table. */
typedef enum bl_audit_kind {
    BL_AUDIT_NONE, /* beside the document */
    BL_AUDIT_XLIFF,
    BL_AUDIT_FILE,
    BL_AUDIT_SKELETON,
    BL_AUDIT_GROUP,
    BL_AUDIT_UNIT,
    BL_AUDIT_SEGMENT,
    BL_AUDIT_IGNORABLE,
    BL_AUDIT_NOTES,
    BL_AUDIT_NOTE,
    BL_AUDIT_ORIGINAL_DATA,
    BL_AUDIT_DATA,
    BL_AUDIT_SOURCE,
    BL_AUDIT_TARGET,
    BL_AUDIT_CP,
    BL_AUDIT_PH,
    BL_AUDIT_PC,
    BL_AUDIT_SC,
    BL_AUDIT_EC,
    BL_AUDIT_MRK,
    BL_AUDIT_SM,
    BL_AUDIT_EM,
    BL_AUDIT_MATCHES,
    BL_AUDIT_MATCH,
    BL_AUDIT_GLOSSARY,
    BL_AUDIT_GLOSS_ENTRY,
    BL_AUDIT_TERM,
    BL_AUDIT_TRANSLATION,
    BL_AUDIT_DEFINITION,
    BL_AUDIT_METADATA,
    BL_AUDIT_META_GROUP,
    BL_AUDIT_META,
    BL_AUDIT_RESOURCE_DATA,
    BL_AUDIT_RESOURCE_REF,
    BL_AUDIT_RESOURCE_ITEM,
    BL_AUDIT_RESOURCE_SOURCE,
    BL_AUDIT_RESOURCE_TARGET,
    BL_AUDIT_RESOURCE_REFERENCE,
    BL_AUDIT_PROFILES,
    BL_AUDIT_NORMALIZATION,
    BL_AUDIT_SIZE_DATA,
    BL_AUDIT_VALIDATION,
    BL_AUDIT_RULE,
    BL_AUDIT_KINDS,
    BL_AUDIT_ELSE = BL_AUDIT_KINDS /* an extension, or inside of one */
} bl_audit_kind;

#define BL_AUDIT_BIT(kind) (UINT64_C(1) << (kind))

enum { BL_AUDIT_MUST = 4, BL_AUDIT_MAY = 20 };

/* What an element may be and have. */
typedef struct bl_audit_row {
    const char *section; /* of the standard */
    uint8_t module;     /* bl_module */
    uint8_t name;       /* bl_xml_name */
    uint8_t rank;       /* children come in the order of their ranks */
    bool single;        /* once in its parent */
    bool open;          /* attributes of any namespace */
    bool extended;      /* elements of other namespaces */
    uint64_t parents;   /* a set of kinds */
    uint64_t needs;     /* of which it has one child at least */
    uint8_t must[BL_AUDIT_MUST];
    uint8_t may[BL_AUDIT_MAY];
} bl_audit_row;

/* The name of such an element. */
bl_str bl_audit_name(bl_audit_kind kind);

/* By bl_audit_kind. */
extern const bl_audit_row bl_audit_rows[BL_AUDIT_KINDS];

/* An open element. */
typedef struct bl_audit_frame {
    uint8_t kind; /* bl_audit_kind */
    uint8_t rank; /* of its last child */
    bool preserve;
    bool text;            /* it has some, or children */
    bool href;            /* it has that attribute */
    bool stray;           /* text that belongs nowhere was told */
    bool source_preserve; /* SEGMENT: of its source */
    bl_str state;         /* SEGMENT: one that needs a target */
    uint64_t children;    /* kinds that it has */
    uint64_t pair;        /* key of the pc that it is in; 0: none */
    uint64_t tag;
    bl_position at; /* outside of units, where tags cannot be placed later */
    uint32_t scope; /* where the ids of extensions are unique; 0: nowhere */
    char lang[BL_TAG_SIZE]; /* xml:lang, inherited; "": none */
} bl_audit_frame;

/* Something of a unit that has an id, or points at one. */
typedef enum bl_audit_item_kind {
    BL_ITEM_SEGMENT,
    BL_ITEM_PH,
    BL_ITEM_PC,
    BL_ITEM_SC,
    BL_ITEM_EC,
    BL_ITEM_SM,
    BL_ITEM_MRK,
    BL_ITEM_EM,
    BL_ITEM_DATA,
    BL_ITEM_NOTE,
    BL_ITEM_REFERENCE /* of a match or a glossary entry */
} bl_audit_item_kind;

/* Where ids are unique: bl_audit_item.space. */
typedef enum bl_audit_space {
    BL_SPACE_SOURCE, /* segments, codes and marks of sources */
    BL_SPACE_TARGET,
    BL_SPACE_DATA,
    BL_SPACE_NOTES,
    BL_SPACE_NONE /* it has none */
} bl_audit_space;

/* Bits of bl_audit_item.hints. */
enum {
    BL_HINT_NO_COPY = 1 << 0,
    BL_HINT_NO_DELETE = 1 << 1,
    BL_HINT_NO_ORDER = 1 << 2,  /* canReorder is firstNo or no */
    BL_HINT_FIRST = 1 << 3,     /* it is firstNo */
    BL_HINT_OVERLAP = 1 << 4,
    BL_HINT_ISOLATED = 1 << 5,
    BL_HINT_CLOSED = 1 << 6     /* its end was seen */
};

typedef struct bl_audit_item {
    bl_str id;
    bl_str ref; /* startRef, or what it points at */
    bl_str copied;
    uint64_t key;  /* hash of id and space */
    uint64_t tag;
    uint64_t pair; /* key of the pc that it is in; 0: none */
    uint64_t look[3]; /* hashes of dir, type and subType; 0: not given */
    uint32_t segment;
    uint8_t kind;  /* bl_audit_item_kind */
    uint8_t space; /* bl_audit_space, of its id */
    uint8_t side;  /* the same, of what it stands in */
    uint8_t hints;
} bl_audit_item;

/* An id that stands later in the file, perhaps. */
typedef struct bl_audit_pending {
    bl_str id; /* in the file's arena */
    bl_str unit;
    bl_position at;
    uint16_t fault;
} bl_audit_pending;

enum { BL_AUDIT_DEPTH = 256, BL_AUDIT_PENDING_MAX = 100000 };

typedef struct bl_audit {
    const bl_alloc *alloc;
    bl_xml *xml;
    bl_unit_sink *sink;
    bool no_memory;
    uint32_t told[BL_FAULT_COUNT]; /* up to BL_FAULTS_TOLD */
    uint8_t kinds[BL_XML_NAME_COUNT]; /* of the core */
    const char *uri; /* the last one asked about */
    bl_module module;

    char source_lang[BL_TAG_SIZE];
    char target_lang[BL_TAG_SIZE];
    bool counts_text;   /* the file has a size profile of the standard, */
    bool counts_bytes;  /* for text and for storage */
    bool told_language; /* that there is no target language */
    bl_audit_frame *frames; /* BL_AUDIT_DEPTH */
    uint32_t depth;
    uint32_t scopes;

    bl_id_set files;
    bl_id_set groups;
    bl_id_set units;
    bl_id_set phases; /* XLIFF 1 */
    bl_id_set outer;  /* of notes, modules and extensions, by their scope */
    bl_id_set inner;  /* the same inside of the unit */

    /* The unit that is being read. */
    bool in_unit;
    bl_str unit;
    uint64_t unit_tag;
    bl_position unit_at;
    bl_arena arena;
    bl_audit_item *items;
    size_t item_count;
    size_t item_room;
    uint32_t *index; /* of items by key, open addressing; 0: free */
    size_t places;
    uint32_t segments; /* and ignorables */
    uint32_t *orders;  /* of their targets; 0: as they come */
    size_t order_room;
    bool ordered; /* some target has one */
    bool worded;  /* the last source of a segment has words */

    bl_arena file; /* what pending ids are in */
    bl_audit_pending *pending;
    size_t pending_count;
    size_t pending_room;
} bl_audit;

/* For a document of XLIFF 1 or 2. NULL when there is no memory. */
bl_audit *bl_audit_new(const bl_alloc *alloc, bl_xml *xml,
                       bl_unit_sink *sink, int family);
void bl_audit_free(bl_audit *audit);

/* ---- audit.c: XLIFF 2 --------------------------------------------------- */

/* The events of the reader, before it acts on them. */
void bl_audit_start(bl_audit *audit, const bl_xml_element *element);
void bl_audit_end(bl_audit *audit);
void bl_audit_text(bl_audit *audit, bl_str text);

/* ---- audit_faults.c ----------------------------------------------------- */

/* Where a tag is. Inside of a unit, whose bytes are there, it may lie before
 * what was placed last; that takes longer. */
bl_position bl_audit_place(const bl_audit *audit, uint64_t tag);

/* A fault of the element whose tag begins there, with what its wording
 * names. */
void bl_audit_tell(bl_audit *audit, bl_fault_kind kind, uint64_t tag,
                   bl_str a, bl_str b);
void bl_audit_tell_at(bl_audit *audit, bl_fault_kind kind, bl_position at,
                      const bl_str arguments[BL_FAULT_ARGUMENTS]);
void bl_audit_tell_all(bl_audit *audit, bl_fault_kind kind, uint64_t tag,
                       const bl_str arguments[BL_FAULT_ARGUMENTS]);

/* Whether the fault is one of the first of its kind, and wants a place; where
 * it is not, it has been counted. */
bool bl_audit_is_wanted(bl_audit *audit, bl_fault_kind kind);

/* The same of the element at hand, whose section of the standard comes after
 * what its wording names. */
void bl_audit_tell_of(bl_audit *audit, bl_fault_kind kind,
                      bl_audit_kind element, bl_str a, bl_str b);

/* An id that must be one of `ids`, where there are such, when the file ends, or
 * it is that fault. */
void bl_audit_await(bl_audit *audit, bl_str id, bl_fault_kind kind,
                    uint64_t tag);
void bl_audit_await_at(bl_audit *audit, bl_str id, bl_fault_kind kind,
                       bl_position at);
/* Each of several, with spaces between them, at the tag of the event. */
void bl_audit_await_all(bl_audit *audit, bl_str ids, bl_fault_kind kind);
void bl_audit_settle(bl_audit *audit, bl_fault_kind kind,
                     const bl_id_set *ids);

/* Whether the id was not seen in the set, which has it now. */
bool bl_audit_is_new(bl_audit *audit, bl_id_set *set, bl_str id);

/* The same of ids that are unique inside of an element: `what` they are of. */
bool bl_audit_is_new_in(bl_audit *audit, uint32_t scope, uint32_t what,
                        bl_str id);

/* Whether it was seen there; true when that is not known any more. */
bool bl_audit_is_known_in(bl_audit *audit, uint32_t scope, uint32_t what,
                          bl_str id);

/* ---- audit_values.c ----------------------------------------------------- */

bool bl_audit_is_nmtoken(bl_str text);
bool bl_audit_is_language(bl_str text);

/* Whether two tags name the same language in the same way. */
bool bl_audit_same_tag(bl_str a, bl_str b);

/* Values and places of all attributes of the element. */
void bl_audit_values(bl_audit *audit, const bl_xml_element *element,
                     bl_audit_kind kind);

/* ---- audit_refs.c ------------------------------------------------------- */

/* "#/f=f1/u=u1/n=n1" in its parts; those that it has not are empty. */
typedef struct bl_fragment {
    bl_str file;
    bl_str group;
    bl_str unit;
    bl_str prefix; /* of the leaf; none: a segment or something inline */
    bl_str leaf;
    bool absolute; /* it begins with "/" */
} bl_fragment;

/* False where it is no fragment identifier of XLIFF 2. */
bool bl_fragment_read(bl_str ref, bl_fragment *fragment);

/* A reference inside the unit: what it points at is looked for when the unit
 * ends; and what a mark points at, at once. */
void bl_audit_reference(bl_audit *audit, const bl_xml_element *element,
                        bl_audit_kind kind);
void bl_audit_mark(bl_audit *audit, const bl_xml_element *element);

/* ---- audit_items.c ------------------------------------------------------ */

void bl_audit_unit_start(bl_audit *audit, bl_str id, uint64_t tag);

/* One more item of the unit, whose id is new in its space or is told; copies
 * what it has. */
void bl_audit_add(bl_audit *audit, const bl_audit_item *item,
                  bl_fault_kind twice);
const bl_audit_item *bl_audit_find(const bl_audit *audit, bl_audit_space space,
                                   bl_str id);

/* ---- audit_codes.c ------------------------------------------------------ */

/* Whether the element at hand stands in a source, a target, or in neither of
 * the unit: in a candidate. */
bl_audit_space bl_audit_side(const bl_audit *audit);

/* What a pc is known by among the codes in it. */
uint64_t bl_audit_code_key(const bl_xml_element *element);

void bl_audit_code(bl_audit *audit, const bl_xml_element *element,
                   bl_audit_kind kind);

/* What only shows when all of the unit is there. */
void bl_audit_codes_end(bl_audit *audit);

/* ---- audit_modules.c ---------------------------------------------------- */

bl_module bl_audit_module_of(bl_audit *audit, const char *uri);

/* An element of a module, and attributes of modules on any element. */
void bl_audit_module(bl_audit *audit, const bl_xml_element *element,
                     bl_audit_kind kind);
void bl_audit_module_end(bl_audit *audit, const bl_audit_frame *frame);
void bl_audit_module_attributes(bl_audit *audit,
                                const bl_xml_element *element,
                                bl_audit_kind kind);

/* ---- audit_1.c: XLIFF 1 ------------------------------------------------- */

/* A file begins, or a phase of its header. */
void bl_audit_1_file(struct bl_reader *reader);
void bl_audit_1_phase(struct bl_reader *reader,
                      const bl_xml_element *element);
void bl_audit_1_file_end(struct bl_reader *reader);

/* A trans-unit begins at `tag`; it is complete. */
void bl_audit_1_unit(struct bl_reader *reader, const bl_xml_element *element,
                     uint64_t tag);
void bl_audit_1_unit_end(struct bl_reader *reader);

/* A text of it begins, with what was there of it so far; a code. */
void bl_audit_1_content(struct bl_reader *reader,
                        const bl_xml_element *element,
                        const struct bl_content *content);
void bl_audit_1_inline(struct bl_reader *reader,
                       const bl_xml_element *element);

#endif
