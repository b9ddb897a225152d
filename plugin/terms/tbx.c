/* SPDX-License-Identifier: Apache-2.0 */
/*
 * TBX: ISO 30042:2008 (martif) and ISO 30042:2019 (tbx) in both styles, data
 * categories as attributes (DCA) and as elements (DCT), TBX-Basic, TBX-Min,
 * and what tools write that is none of them.
 *
 * Read by local names. What says how a term may be used, and whether it is
 * to be translated, is read wherever it stands; everything else is passed
 * over.
 */
#include "terms/format.h"

#include "base/error.h"
#include "readers/xml.h"

#include <string.h>

enum { PIECE = 1 << 16, ENTITY_BYTES = 1 << 20 };

/* What the text that is being read will be. */
typedef enum category {
    NOTHING,
    TERM,
    STATUS,
    TRANSLATE, /* "no": the term stays as it is */
    KEEP,      /* "yes": the same */
    CASE
} category;

typedef struct tbx {
    bl_term_reading *reading;
    bl_xml *xml;
    bool is_tbx;
    category reading_now;
    bl_xml_name until; /* the element that it is in */
    bl_buf text;

    int language; /* of the section; -1: none, or none known */
    uint32_t line; /* where the entry begins */
    bool has_terms; /* the entry has */

    bool open; /* a term was read, and is not added yet */
    bool group; /* in a tig and the like */
    bl_buf term;
    bl_term_status status;
    bl_term_case letter_case;
    bl_term_status entry_status; /* said of the whole entry */
    bl_term_case entry_case;
} tbx;

static void reset_term(tbx *t)
{
    t->open = false;
    t->status = t->entry_status;
    t->letter_case = t->entry_case;
    bl_buf_clear(&t->term);
}

static void add_term(tbx *t)
{
    if (t->open)
        t->has_terms = bl_term_put(t->reading, t->line, t->language,
                                   bl_buf_view(&t->term), t->status,
                                   t->letter_case) ||
                       t->has_terms;
    reset_term(t);
}

/* ---- what elements mean ------------------------------------------------- */

/* A data category by name, as an attribute or as an element has it. */
static category category_of(bl_str name)
{
    static const struct {
        const char *name;
        category meaning;
    } names[] = {
        { "administrativestatus", STATUS },
        { "normativeauthorization", STATUS },
        { "usagestatus", STATUS },
        { "termstatus", STATUS },
        { "status", STATUS },
        { "translationnote", TRANSLATE },
        { "translatable", TRANSLATE },
        { "donottranslate", KEEP },
        { "casesensitive", CASE },
        { "casesensitivity", CASE },
    };
    char plain[BL_PLAIN_SIZE];

    bl_term_plain(name, plain);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (strcmp(plain, names[i].name) == 0)
            return names[i].meaning;
    }
    return NOTHING;
}

static category meaning_of(const bl_xml_element *element)
{
    switch (element->name) {
    case BL_XML_TERM:
        return TERM;
    case BL_XML_ADMINISTRATIVE_STATUS:
    case BL_XML_NORMATIVE_AUTHORIZATION:
    case BL_XML_USAGE_STATUS:
    case BL_XML_TERM_STATUS:
        return STATUS;
    case BL_XML_TERM_NOTE:
    case BL_XML_DESCRIP:
    case BL_XML_ADMIN:
        return category_of(bl_xml_get(element, BL_XML_TYPE));
    default:
        return NOTHING;
    }
}

static void begin_entry(tbx *t)
{
    bl_builder_concept(t->reading->builder);
    t->line = bl_xml_position(t->xml, bl_xml_tag(t->xml)).line;
    t->has_terms = false;
    t->language = -1;
    t->entry_status = BL_TERM_PREFERRED;
    t->entry_case = BL_TERM_CASE_AUTO;
    reset_term(t);
}

static void begin_language(tbx *t, const bl_xml_element *element)
{
    bl_str tag =
        bl_xml_get_in(element, BL_XML_LANG, BL_XML_XML);

    if (tag.size == 0)
        tag = bl_xml_get(element, BL_XML_LANG);
    t->language = tag.size != 0
                      ? bl_builder_language(
                            t->reading->builder, tag,
                            BL_TERM_OF_SOURCE | BL_TERM_OF_TARGET)
                      : -1;
}

static void on_start(void *context, const bl_xml_element *element)
{
    tbx *t = context;
    const category meaning = meaning_of(element);

    switch (element->name) {
    case BL_XML_MARTIF:
    case BL_XML_TBX:
    case BL_XML_TBX_MIN:
        t->is_tbx = true;
        break;
    case BL_XML_TERM_ENTRY:
    case BL_XML_CONCEPT_ENTRY:
    case BL_XML_ENTRY:
        begin_entry(t);
        break;
    case BL_XML_LANG_SET:
    case BL_XML_LANG_SEC:
    case BL_XML_LANG_GROUP:
        begin_language(t, element);
        break;
    case BL_XML_TIG:
    case BL_XML_NTIG:
    case BL_XML_TERM_SEC:
    case BL_XML_TERM_GROUP:
        t->group = true;
        reset_term(t);
        break;
    default:
        break;
    }
    if (meaning == NOTHING || t->reading_now != NOTHING)
        return;
    if (meaning == TERM && t->open)
        add_term(t); /* one without a group of its own */
    t->reading_now = meaning;
    t->until = element->name;
    bl_buf_clear(&t->text);
}

static void on_text(void *context, bl_str text)
{
    tbx *t = context;

    if (t->reading_now != NOTHING)
        bl_buf_str(&t->text, text);
}

static void on_entity(void *context, bl_str text, uint64_t start,
                      uint64_t limit)
{
    (void)start;
    (void)limit;
    on_text(context, text);
}

/* ---- what was read ------------------------------------------------------ */

/* Line breaks and rows of spaces are one space, none at the ends. */
static void add_collapsed(bl_buf *out, bl_str text)
{
    bool gap = false;

    for (size_t i = 0; i < text.size; i++) {
        const char c = text.ptr[i];

        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            gap = out->size != 0;
            continue;
        }
        if (gap)
            bl_buf_char(out, ' ');
        gap = false;
        bl_buf_char(out, c);
    }
}

static void say_status(tbx *t, bl_term_status status)
{
    if (t->group || t->open)
        t->status = status;
    else
        t->entry_status = status;
}

static void end_text(tbx *t)
{
    const bl_str text = bl_buf_view(&t->text);

    switch (t->reading_now) {
    case TERM:
        add_collapsed(&t->term, text);
        t->open = true;
        break;
    case STATUS:
        say_status(t, bl_term_status_said(text));
        break;
    case TRANSLATE:
        if (bl_term_case_said(text) == BL_TERM_CASE_ANY) /* "no" */
            say_status(t, BL_TERM_KEPT);
        break;
    case KEEP:
        if (bl_term_says_yes(text))
            say_status(t, BL_TERM_KEPT);
        break;
    case CASE:
        if (t->group || t->open)
            t->letter_case = bl_term_case_said(text);
        else
            t->entry_case = bl_term_case_said(text);
        break;
    case NOTHING:
        break;
    }
    t->reading_now = NOTHING;
}

static void on_end(void *context, bl_xml_name name)
{
    tbx *t = context;

    if (t->reading_now != NOTHING) {
        if (name == t->until)
            end_text(t);
        return;
    }
    switch (name) {
    case BL_XML_TIG:
    case BL_XML_NTIG:
    case BL_XML_TERM_SEC:
    case BL_XML_TERM_GROUP:
        add_term(t);
        t->group = false;
        break;
    case BL_XML_LANG_SET:
    case BL_XML_LANG_SEC:
    case BL_XML_LANG_GROUP:
        add_term(t);
        t->language = -1;
        break;
    case BL_XML_TERM_ENTRY:
    case BL_XML_CONCEPT_ENTRY:
    case BL_XML_ENTRY:
        if (!t->has_terms)
            bl_term_skip(t->reading, t->line, "the entry has no terms");
        break;
    default:
        break;
    }
    bl_xml_keep(t->xml, bl_xml_offset(t->xml));
}

/* ---- the file ----------------------------------------------------------- */

static bilint_status push_all(tbx *t, bilint_error *err)
{
    char *piece = bl_resize(t->reading->alloc, NULL, PIECE, 1);
    bilint_status status = BILINT_OK;
    size_t size = 1;

    if (piece == NULL)
        return bl_fail_memory(err);
    while (status == BILINT_OK && size != 0) {
        size = bl_term_bytes(t->reading, piece, PIECE);
        status = bl_xml_push(t->xml, piece, size, size == 0, err);
    }
    bl_free(t->reading->alloc, piece);
    return status;
}

static bilint_status read_tbx(bl_term_reading *reading, bilint_error *err)
{
    tbx t = { .reading = reading, .language = -1 };
    const bl_xml_handler handler = { &t, on_start, on_end, on_text,
                                     on_entity };
    bilint_error inner = BILINT_ERROR_INIT;
    bilint_status status;

    t.xml = bl_xml_new(reading->alloc, &handler, ENTITY_BYTES);
    if (t.xml == NULL)
        return bl_fail_memory(err);
    bl_buf_init(&t.text, reading->alloc);
    bl_buf_init(&t.term, reading->alloc);
    status = push_all(&t, &inner);
    if (status == BILINT_OK && (t.text.failed || t.term.failed))
        status = bl_fail_memory(&inner);
    if (status == BILINT_OK && !t.is_tbx)
        status = bl_fail(err, BILINT_E_DATA,
                         "%s: XML that is no TBX: <martif> or <tbx> is "
                         "missing",
                         reading->name);
    else if (status == BILINT_E_MEMORY)
        bl_fail_memory(err);
    else if (status != BILINT_OK)
        status = bl_fail_at(err, BILINT_E_DATA, inner.line, inner.column,
                            inner.byte_offset, "%s:%u:%u: %s", reading->name,
                            (unsigned)inner.line, (unsigned)inner.column,
                            inner.message);
    bl_xml_free(t.xml);
    bl_buf_free(&t.text);
    bl_buf_free(&t.term);
    return status;
}

static bool is_tbx(bl_str ending, bl_str begin)
{
    size_t at = 0;

    if (begin.size >= 3 && memcmp(begin.ptr, "\xEF\xBB\xBF", 3) == 0)
        at = 3;
    while (at < begin.size && (begin.ptr[at] == ' ' ||
                               begin.ptr[at] == '\n' ||
                               begin.ptr[at] == '\r'))
        at++;
    return bl_str_equal(ending, BL_STR(".tbx")) ||
           (at < begin.size && begin.ptr[at] == '<');
}

const bl_term_format bl_format_tbx = { .name = "TBX",
                                       .is = is_tbx,
                                       .read = read_tbx };
