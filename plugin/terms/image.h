/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A term list as one block of bytes without a pointer in it: what a compiled
 * list (.blt) is on disk, and what every list is in memory. docs/reference/
 * terms.md has the layout, docs/design/decisions/ the reasons.
 *
 * Nothing in a mapped file is believed: each access is held against the size
 * of its section, and a block of the file is held against its checksum when
 * it is first touched.
 */
#ifndef BL_TERMS_IMAGE_H
#define BL_TERMS_IMAGE_H

#include "base/alloc.h"
#include "base/cache.h"
#include "base/hash.h"
#include "base/lock.h"
#include "base/mapping.h"
#include "base/str.h"
#include "bilint/status.h"
#include "text/locale.h"

enum {
    BL_IMAGE_VERSION = 5,
    BL_IMAGE_BLOCK = 16384, /* bytes under one checksum */
    BL_IMAGE_ALIGN = 64,    /* where sections begin */
    BL_TERM_LANGUAGES = 256
};

typedef enum bl_term_status {
    BL_TERM_PREFERRED,
    BL_TERM_ADMITTED,
    BL_TERM_FORBIDDEN, /* deprecated and superseded ones too */
    BL_TERM_KEPT       /* not to be translated: the target has it as it is */
} bl_term_status;

/* How a text must write a term. */
typedef enum bl_term_case {
    BL_TERM_CASE_AUTO, /* short acronyms as they are, others in any way */
    BL_TERM_CASE_ANY,
    BL_TERM_CASE_INITIAL, /* as it is; its first letter may be a capital */
    BL_TERM_CASE_EXACT
} bl_term_case;

/* On which side the terms of a language may stand. */
enum { BL_TERM_OF_SOURCE = 1 << 0, BL_TERM_OF_TARGET = 1 << 1 };

/* How a sign is written: a key of bl_term_key() by its last character. */
typedef enum bl_sign_glue {
    BL_SIGN_APART,
    BL_SIGN_AFTER,  /* onto what is before: "<" */
    BL_SIGN_BEFORE, /* onto what follows: ">" */
    BL_SIGN_GLUES
} bl_sign_glue;

enum { BL_SIGNS = BL_SIGN_GLUES * 128 };

/* Where SIGNS has a sign of ASCII. */
static inline uint32_t bl_sign_place(bl_sign_glue glue, uint32_t c)
{
    return (uint32_t)glue * 128 + (c & 127);
}

/* A word of how many is in WORD_MARKS, the first of them. */
enum { BL_MARKED_WORDS = 64 };

/* Where WORD_FILTER has the bits of a word, by its hash; `room` numbers are a
 * power of two. It has an eighth of the size of the hash table, so that caches
 * have it, and most words that are looked up are not in a list. */
static inline uint64_t bl_filter_bits(uint32_t hash, uint32_t room,
                                      uint32_t *at)
{
    const uint64_t mixed = bl_hash_mix(hash);

    *at = (uint32_t)(mixed >> 32) & (room - 1);
    return UINT64_C(1) << (mixed & 63) | UINT64_C(1) << (mixed >> 6 & 63);
}

/* A number that is in the order of the first eight bytes. */
static inline uint64_t bl_first_bytes(bl_str text)
{
    uint64_t bytes = 0;

    for (size_t i = 0; i < sizeof(bytes); i++)
        bytes = bytes << 8 | (i < text.size ? (unsigned char)text.ptr[i] : 0);
    return bytes;
}

/* A word of the terms, by its number in the sorted vocabulary. */
typedef uint32_t bl_term_word;
#define BL_NO_TERM_WORD UINT32_MAX

/* ---- what is in it ------------------------------------------------------ */

/* X(symbol, item): the sections in the order of the file. */
#define BL_IMAGE_SECTIONS(X)                                               \
    X(LANGUAGES, bl_term_language)                                         \
    X(SUMS, uint64_t)        /* of the blocks behind this section */       \
    X(WORD_STARTS, uint32_t) /* by word: where it begins in WORD_TEXT */   \
    X(WORD_TEXT, char)                                                     \
    X(WORD_MARKS, uint64_t)     /* bl_first_bytes() of some of them */     \
    X(WORD_FILTER, uint64_t)    /* bits of the words: a Bloom filter */    \
    X(WORD_SLOTS, bl_word_slot) /* hash table */                           \
    X(WORD_PHRASES, uint32_t)   /* by word: first phrase beginning so */   \
    X(WORD_MASKS, uint8_t)      /* by word: of the phrases beginning so */ \
    X(SIGNS, uint32_t)          /* words that are signs: bl_sign_place */  \
    X(PHRASE_STARTS, uint32_t)  /* by phrase: first in PHRASE_WORDS */     \
    X(PHRASE_WORDS, uint32_t)                                              \
    X(PHRASE_MASKS, uint8_t)  /* by phrase: of the terms that it is */     \
    X(SECONDS, uint32_t)      /* by phrase: second word, plus 1; or 0 */   \
    X(PAIRS, uint64_t)        /* bits: which words follow a first one */   \
    X(PHRASE_TERMS, uint32_t) /* by phrase: first in TERM_NUMBERS */       \
    X(TERM_NUMBERS, uint32_t)                                              \
    X(CONCEPT_TERMS, uint32_t) /* by concept: first in TERMS */            \
    X(TERMS, bl_term)                                                      \
    X(TEXT, char)

typedef enum bl_image_section {
#define X(symbol, item) BL_IMAGE_##symbol,
    BL_IMAGE_SECTIONS(X)
#undef X
        BL_IMAGE_SECTION_COUNT
} bl_image_section;

typedef struct bl_term_language {
    char tag[BL_TAG_SIZE]; /* "" is any */
    uint32_t sides;        /* BL_TERM_OF_... */
    uint32_t terms;
    uint32_t forbidden; /* how many of them */
    uint32_t kept;      /* the same of those that are not translated */
} bl_term_language;

/* A slot of the hash table: most words that are looked up are others, and
 * their hash tells. */
typedef struct bl_word_slot {
    uint32_t hash;
    uint32_t word; /* plus 1; 0: free */
} bl_word_slot;

/* Of terms: a bit for each of the languages that they are in, which several
 * share where there are more than seven, and one for forbidden terms. */
typedef uint8_t bl_term_mask;
enum { BL_MASK_LANGUAGES = 7, BL_MASK_FORBIDDEN = 1 << BL_MASK_LANGUAGES };

static inline bl_term_mask bl_mask_of_language(uint32_t language)
{
    return (bl_term_mask)(1u << language % BL_MASK_LANGUAGES);
}

typedef struct bl_term {
    uint32_t text; /* first byte in TEXT */
    uint32_t phrase;
    uint32_t concept;
    uint16_t size; /* of the text */
    uint8_t language;
    uint8_t bits; /* status, and case << 4 */
} bl_term;

static inline bl_term_status bl_term_status_of(const bl_term *term)
{
    return (bl_term_status)(term->bits & 3);
}

static inline bl_term_case bl_term_case_of(const bl_term *term)
{
    return (bl_term_case)(term->bits >> 4 & 3);
}

/* ---- the block ---------------------------------------------------------- */

typedef struct bl_image_range {
    uint64_t at;    /* bytes from the beginning of the file; a multiple of
                       BL_IMAGE_ALIGN */
    uint32_t count; /* items */
    uint32_t reserved;
} bl_image_range;

typedef struct bl_image_header {
    unsigned char magic[8];
    uint32_t version;
    uint32_t order; /* of bytes: 0x01020304 on the machine that wrote it */
    uint64_t size;  /* of the file */
    uint64_t sum;   /* of all before the first block; this field as 0 */
    bl_image_range sections[BL_IMAGE_SECTION_COUNT];
} bl_image_header;

static inline uint64_t bl_image_aligned(uint64_t at)
{
    return (at + BL_IMAGE_ALIGN - 1) / BL_IMAGE_ALIGN * BL_IMAGE_ALIGN;
}

/* Where the first block begins: behind the sums. */
static inline uint64_t bl_image_blocks(const bl_image_header *header)
{
    const bl_image_range *sums = &header->sections[BL_IMAGE_SUMS];

    return bl_image_aligned(sums->at + sums->count * (uint64_t)8);
}

/* A section where it is in memory. */
typedef struct bl_image_part {
    const unsigned char *data;
    uint32_t count; /* items */
    uint32_t item;  /* bytes of one */
    uint32_t reach; /* of starts: how many things they divide */
} bl_image_part;

typedef struct bl_image {
    const bl_alloc *alloc;
    const unsigned char *data;
    size_t size;
    bl_image_part parts[BL_IMAGE_SECTION_COUNT];
    bl_mapping mapping;    /* where it is a file */
    void *owned;           /* where it is memory */
    size_t blocks_at;      /* where the first block begins */
    _Atomic uint8_t *seen; /* by block: its checksum was right; NULL: made
                              here, and trusted */
    bl_atomic_u32 damaged; /* a checksum was wrong, or a number too large */
} bl_image;

/* Whether a file that begins so means to be a compiled list. */
bool bl_image_is(const void *data, size_t size);

/* The writer's: magic, version and order of a header. */
void bl_image_sign(bl_image_header *header);

/* Checksum of the head, and of a block. */
uint64_t bl_image_head_sum(const unsigned char *data, size_t size);
uint64_t bl_image_block_sum(const unsigned char *data, size_t size);

/*
 * Open a compiled list. The head is looked at, and all of a small file; of a
 * large one no more than is asked for. E_DATA with a reason for what is
 * foreign, cut short or damaged.
 */
bilint_status bl_image_open(bl_image *image, const bl_alloc *alloc,
                            const char *path, bilint_error *err);

/* Bytes that bl_builder_finish() made; they become the image's. */
void bl_image_take(bl_image *image, const bl_alloc *alloc, void *data,
                   size_t size);
void bl_image_close(bl_image *image);

/* Hold every block against its checksum. */
bool bl_image_verify(const bl_image *image);

/* ---- asking ------------------------------------------------------------- */

static inline const bl_image_header *bl_image_head(const bl_image *image)
{
    return (const bl_image_header *)(const void *)image->data;
}

static inline uint32_t bl_image_count(const bl_image *image,
                                      bl_image_section section)
{
    return image->parts[section].count;
}

/* Of a section of starts, which has one more than there are things. */
static inline uint32_t bl_image_starts(const bl_image *image,
                                       bl_image_section section)
{
    const uint32_t count = bl_image_count(image, section);

    return count != 0 ? count - 1 : 0;
}

/* Hold the bytes at `start` against their checksums; the image is damaged
 * where they differ. */
bool bl_image_check(const bl_image *image, size_t start, size_t size);

/* Whether that was done before, of bytes behind the head. */
static inline bool bl_image_seen(const bl_image *image, size_t start,
                                 size_t size)
{
    const size_t at = start - image->blocks_at;

    return start >= image->blocks_at &&
           (at ^ (at + size - 1)) < BL_IMAGE_BLOCK &&
           bl_atomic_get(&image->seen[at / BL_IMAGE_BLOCK]) != 0;
}

/* A number in the image leads nowhere: it is damaged. Gives NULL. */
const void *bl_image_lost(const bl_image *image);

/* `count` items of a section from `first` on; NULL, and the image is
 * damaged, where there are not so many. */
static inline const void *bl_image_get(const bl_image *image,
                                       bl_image_section section, uint32_t first,
                                       uint32_t count)
{
    const bl_image_part *part = &image->parts[section];
    const unsigned char *at = part->data + (size_t)first * part->item;

    if (first > part->count || count > part->count - first)
        return bl_image_lost(image);
    if (image->seen != NULL &&
        !bl_image_seen(image, (size_t)(at - image->data),
                       (size_t)count * part->item) &&
        !bl_image_check(image, (size_t)(at - image->data),
                        (size_t)count * part->item))
        return NULL;
    return at;
}

/* The half-open range number `index` of a section of starts; an empty one
 * where it is damaged. */
typedef struct bl_image_span {
    uint32_t start;
    uint32_t limit;
} bl_image_span;
static inline bl_image_span bl_image_span_of(const bl_image *image,
                                             bl_image_section section,
                                             uint32_t index)
{
    const uint32_t *starts =
        index < UINT32_MAX ? bl_image_get(image, section, index, 2) : NULL;

    if (starts == NULL)
        return (bl_image_span){ 0, 0 };
    if (starts[0] > starts[1] || starts[1] > image->parts[section].reach) {
        bl_image_lost(image);
        return (bl_image_span){ 0, 0 };
    }
    return (bl_image_span){ starts[0], starts[1] };
}

/*
 * Where PAIRS has the bits of two words: all that may follow a first word
 * stand in one line of the processor's cache, or in as many as it needs.
 * `room` numbers are a power of two, and so are lines; `phrases` is how many
 * begin with the first word.
 */
enum { BL_PAIR_LINE = 8, BL_PAIRS_OF_LINE = 32 };

/* How many lines: the power of two. */
static inline uint8_t bl_pair_scale_of(uint32_t phrases, uint32_t room)
{
    uint8_t scale = 0;

    while ((uint64_t)BL_PAIRS_OF_LINE << scale < phrases && room >> scale > 1)
        scale++;
    return scale;
}

typedef struct bl_pair_lines {
    bl_term_word word;
    uint32_t first;
    uint32_t more; /* lines behind the first */
} bl_pair_lines;
static inline bl_pair_lines bl_pair_lines_of(bl_term_word first, uint8_t scale)
{
    return (bl_pair_lines){ first, (uint32_t)bl_hash_mix(first),
                            (UINT32_C(1) << scale) - 1 };
}

typedef struct bl_pair_place {
    uint64_t bits;
    uint32_t at;
} bl_pair_place;
static inline bl_pair_place bl_pair_place_of(bl_pair_lines lines,
                                             bl_term_word second, uint32_t room)
{
    const uint64_t hash = bl_hash_mix((uint64_t)lines.word << 32 | second);
    const uint32_t line =
        lines.first + ((uint32_t)(hash >> 32) & lines.more);

    return (bl_pair_place){
        UINT64_C(1) << (hash & 63) | UINT64_C(1) << (hash >> 6 & 63) |
            UINT64_C(1) << (hash >> 15 & 63),
        (line * BL_PAIR_LINE + (hash >> 12 & (BL_PAIR_LINE - 1))) & (room - 1)
    };
}

/* Whether any phrase begins with the two words of that place: "no" is sure. */
static inline bool bl_image_may_have_pair(const bl_image *image,
                                          bl_pair_place pair)
{
    const uint64_t *bits = bl_image_get(image, BL_IMAGE_PAIRS, pair.at, 1);

    return bits == NULL || (*bits & pair.bits) == pair.bits;
}

/* Send for what that question wants. */
static inline void bl_image_send_for_pair(const bl_image *image,
                                          bl_pair_place pair)
{
    const bl_image_part *pairs = &image->parts[BL_IMAGE_PAIRS];

    bl_prefetch(pairs->data + (size_t)pair.at * pairs->item);
}

/* The number of a folded word, or BL_NO_TERM_WORD. */
bl_term_word bl_image_word(const bl_image *image, bl_str folded);

/* Its text. */
bl_str bl_image_word_text(const bl_image *image, bl_term_word word);

/* Whether BL_MARKED_WORDS words or more begin with the same bytes: "yes" is
 * sure. */
bool bl_image_many_from(const bl_image *image, bl_str begin);

/* The words that begin with the same bytes, but no more than `most`: the
 * first of them and the one behind. None of them stands before `from`. */
bl_image_span bl_image_words_from(const bl_image *image, bl_str begin,
                                  uint32_t from, uint32_t most);

/*
 * Phrases are sorted by their words, so those that begin alike stand
 * together. The phrases that begin with a word; and those among `phrases`,
 * which have `depth` words in common, whose next word is `word`.
 */
bl_image_span bl_image_begin(const bl_image *image, bl_term_word word);
bl_image_span bl_image_narrow(const bl_image *image, bl_image_span phrases,
                              uint32_t depth, bl_term_word first,
                              bl_term_word word);

/* The mask of the first of such phrases where it ends there, with `depth`
 * words; else 0. */
bl_term_mask bl_image_end_mask(const bl_image *image, bl_image_span phrases,
                               uint32_t depth);

/* The mask of a word; 0 where the image is damaged. */
bl_term_mask bl_image_word_mask(const bl_image *image, bl_term_word word);

/* The second words of phrases, each plus 1, and 0 where there is none: NULL
 * where the image is damaged. */
static inline const uint32_t *bl_image_seconds(const bl_image *image,
                                               bl_image_span phrases)
{
    return bl_image_get(image, BL_IMAGE_SECONDS, phrases.start,
                        phrases.limit - phrases.start);
}

const bl_term *bl_image_term(const bl_image *image, uint32_t term);

/* The same by its number among the terms of phrases, of which a phrase has
 * the range PHRASE_TERMS. */
const bl_term *bl_image_phrase_term(const bl_image *image, uint32_t number);
bl_str bl_image_text(const bl_image *image, const bl_term *term);

#endif
