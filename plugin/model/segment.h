/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What readers produce: units of segments of two texts. Plain data, no
 * libxml2, ICU or Hunspell type in sight.
 */
#ifndef BL_MODEL_SEGMENT_H
#define BL_MODEL_SEGMENT_H

#include "base/str.h"
#include "model/requirement.h"
#include "model/span.h"

/* U+FFFC OBJECT REPLACEMENT CHARACTER: one stands for each inline code. */
#define BL_SENTINEL "\xEF\xBF\xBC"
enum { BL_SENTINEL_SIZE = 3 };

typedef enum bl_code_kind {
    BL_CODE_ISOLATED, /* <x/>, <ph/>, and halves without a partner: <it/> */
    BL_CODE_OPEN,     /* <g>, <bpt>, <bx/>, <pc>, <sc/> */
    BL_CODE_CLOSE
} bl_code_kind;

enum {
    BL_CODE_ELSEWHERE = 1 << 0,  /* another segment of the unit has it too,
                                    on the other side */
    BL_CODE_DELETABLE = 1 << 1,  /* XLIFF 2 canDelete="yes" said so */
    BL_CODE_COPY = 1 << 2,       /* XLIFF 2 copyOf: a repetition is meant */
    BL_CODE_ORPHAN = 1 << 3,     /* the partner is in another segment */
    BL_CODE_COPYABLE = 1 << 4,   /* XLIFF 2 canCopy="yes" said so */
    BL_CODE_ALONE = 1 << 5,      /* XLIFF 2 canCopy="no" */
    BL_CODE_OVERLAPS = 1 << 6,   /* XLIFF 2 canOverlap="yes" said so */
    BL_CODE_FIRST = 1 << 7,      /* XLIFF 2 canReorder="firstNo": codes in a
                                    fixed order begin with it */
    BL_CODE_NEXT = 1 << 8,       /* XLIFF 2 canReorder="no": and go on */
    BL_CODE_STAYS = 1 << 9       /* XLIFF 2 canDelete="no" */
};

/* An inline code. */
typedef struct bl_code {
    uint32_t at;     /* offset of its sentinel in the text */
    uint8_t kind;    /* bl_code_kind */
    uint16_t flags;  /* BL_CODE_... */
    int32_t partner; /* index of the other half in the same text, or -1 */
    bl_str id;       /* equal on both sides for the same code */
    bl_str native;   /* "<br/>", "%s": code of the original document */
    bl_str type;     /* ctype, or type and subType */
    bl_str equiv;    /* text that stands for it, such as "file name" */
} bl_code;

/* Opening and closing halves of one text find each other by id: their partners,
 * which are -1 so far. */
void bl_codes_pair(bl_code *codes, uint32_t count);

/* Where text and file run in parallel: from `text` on, up to the next
 * anchor, the characters are those at `raw`, as XML writes them. */
typedef struct bl_anchor {
    uint32_t text; /* offset into the text */
    uint32_t raw;  /* offset into bl_text.raw */
} bl_anchor;

typedef struct bl_text bl_text;

/* The place in the file of byte `offset` of a text; see bl_text.locate. */
typedef bl_position (*bl_locate)(const bl_text *text, uint32_t offset);

/* One side of a segment. */
struct bl_text {
    const char *ptr; /* UTF-8, valid, NFC not assumed; sentinels for codes */
    uint32_t size;   /* in bytes */
    bool present;    /* there is such an element, be it empty */
    const bl_code *codes;
    uint32_t code_count;
    const bl_span *kept; /* stretches marked as not to be translated */
    uint32_t kept_count;
    const bl_restriction *restrictions; /* of its characters */
    uint32_t restriction_count;

    /* How offsets become places; NULL for text that is in no file. */
    bl_locate locate;
    const bl_anchor *anchors; /* ordered; the first is at text offset 0 */
    uint32_t anchor_count;
    bl_str raw;         /* the element's content as it stands in the file,
                           in UTF-8 */
    bl_position raw_at; /* where `raw` begins */
    const void *encoding; /* of the file, for byte offsets; NULL: UTF-8 */
};

/* Translation progress in the order in which it is made (XLIFF 1.2 state,
 * XLIFF 2 state, and dialects). */
typedef enum bl_state {
    BL_STATE_NONE, /* the file does not say */
    BL_STATE_NEW,
    BL_STATE_DRAFT,
    BL_STATE_NEEDS_REVIEW,
    BL_STATE_TRANSLATED,
    BL_STATE_REVIEWED,
    BL_STATE_FINAL
} bl_state;

/* A source stretch and its translation. */
typedef struct bl_segment {
    bl_str id; /* mid, or the segment's id; none where there is one only */
    bl_text source;
    bl_text target;
    uint8_t state; /* bl_state */
    bool checked;  /* false: ignorable, translate="no", locked */
} bl_segment;

/* What the length of a text is counted in. */
typedef enum bl_size_unit {
    BL_SIZE_NONE, /* the file does not say, or it takes a font: pixels, em */
    BL_SIZE_CHAR, /* code points */
    BL_SIZE_GLYPH, /* with what belongs to them */
    BL_SIZE_COLUMN,
    BL_SIZE_ROW,
    BL_SIZE_BYTE, /* of an encoding that the file does not name */
    BL_SIZE_UTF8, /* the same of one that it does */
    BL_SIZE_UTF16,
    BL_SIZE_UTF32
} bl_size_unit;

/* The normal form in which it is counted. */
typedef enum bl_size_form {
    BL_SIZE_AS_IS,
    BL_SIZE_NFC,
    BL_SIZE_NFD
} bl_size_form;

/* What a limit is set to. */
typedef enum bl_size_scope {
    BL_SCOPE_UNIT,
    BL_SCOPE_GROUP, /* all its units together */
    BL_SCOPE_FILE,
    BL_SCOPE_STRETCH /* of the target of one segment */
} bl_size_scope;

/* There is no maximum. */
#define BL_SIZE_ENDLESS UINT32_MAX

/* A limit to the length of a text. */
typedef struct bl_size_limit {
    uint32_t most; /* or BL_SIZE_ENDLESS */
    uint32_t least;
    uint8_t unit;  /* bl_size_unit, not NONE */
    uint8_t form;  /* bl_size_form */
    uint8_t scope; /* bl_size_scope */
    uint64_t beside[2]; /* by side: what counts beside the unit's texts, such
                           as codes, and the units before it in a group */
    uint32_t segment; /* STRETCH: index in the unit, and where in its target */
    bl_span span;
} bl_size_limit;

/* The limits that a unit has, or that its texts are the first to pass. */
typedef struct bl_sizes {
    const bl_size_limit *limits; /* those of stretches first, by segment */
    uint32_t count;
    uint32_t stretch_count;
    uint32_t segment_count; /* of the unit, those of its codes left out */
    uint32_t last; /* the last one of these that is checked and has a target; if
                      there is none, their count */
} bl_sizes;

/* A term that the unit's own glossary has (XLIFF 2, module gls), and one of
 * its translations. */
typedef struct bl_gloss {
    bl_str term;
    bl_str translation;
} bl_gloss;

/* A translatable item with an id. */
typedef struct bl_unit {
    bl_str id;          /* none where the file gives none */
    bl_str name;        /* resname, name: the key in the original */
    bl_str original;    /* the file it comes from, as the document says */
    bl_str note;        /* notes, one a line */
    const char *source_lang; /* BCP 47 as written; "" when unknown */
    const char *target_lang;
    bl_position at;     /* of the unit's own start tag */
    const bl_sizes *sizes; /* NULL: its length is not limited */
    bool preserve;      /* xml:space="preserve" */
    uint32_t plural_form; /* of one text that has several: from 1 on; 0: of
                             none */
    const bl_segment *segments;
    uint32_t segment_count;
    const bl_gloss *glossary; /* a term with several translations is there
                                 several times */
    uint32_t gloss_count;
    const bl_requirement *requirements; /* that each target has to meet */
    uint32_t requirement_count;
} bl_unit;

#endif
