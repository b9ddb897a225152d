/* SPDX-License-Identifier: Apache-2.0 */
/* Hunspell: where its dictionaries are, their encoding, one handle. */
#include "lexicon/spelling.h"

#include "base/hash.h"
#include "base/lock.h"
#include "text/encoding.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

#include <hunspell/hunspell.h>

#include <stdio.h>
#include <string.h>

/* Bytes; answers that are remembered, as a power of two. */
enum { PATH_SIZE = 1024, WORD_BYTES = 400, ANSWER_BITS = 13 };

/* Bytes of an affix file by which its encoding is judged, and of the middle of
 * a list of words by which its script is, with so many letters in it. */
enum { JUDGED_BYTES = 1 << 14, LISTED_BYTES = 1 << 12, LISTED_LETTERS = 200 };

#if defined(_WIN32)
#    define FOLDER_SEPARATOR ';'
#else
#    define FOLDER_SEPARATOR ':'
#endif

/* Debian and its relatives; the older place of OpenOffice; macOS. */
static const char system_folders[] =
    "/usr/share/hunspell:/usr/share/myspell:/usr/share/myspell/dicts:"
    "/usr/local/share/hunspell:/opt/homebrew/share/hunspell:"
    "/Library/Spelling";

/* Taken after the lock of a speller: every handle shares a table of letters
 * that Hunspell makes with the first and drops with the last of them, counting
 * them without a lock. */
static bl_lock opening = BL_LOCK_INIT;

struct bl_speller {
    const bl_alloc *alloc;
    bl_lock lock;
    Hunhandle *handle; /* NULL until the first word */
    bl_encoding *encoding; /* opened where the dictionary is not UTF-8 */
    bool opened;
    bool encoded;
    bl_affixes endings;
    bl_atomic_ptr read; /* the endings, once they were read */
    /* By hashes of words: the hash, with the answer as its lowest bit. Words
     * of which no record is kept are asked for each time that they stand
     * there. Taken for another one is one word of 10^14. */
    uint64_t *answers; /* NULL: none yet */
    char affixes[PATH_SIZE];
    char words[PATH_SIZE];
};

static bool is_readable(const char *path)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        return false;
    fclose(file);
    return true;
}

/* The next word of a line, which is cut off it. */
static bl_str cut_word(bl_str *line)
{
    size_t start = 0;
    size_t limit;
    bl_str word;

    while (start < line->size &&
           (line->ptr[start] == ' ' || line->ptr[start] == '\t'))
        start++;
    for (limit = start; limit < line->size && line->ptr[limit] != ' ' &&
                        line->ptr[limit] != '\t';)
        limit++;
    word = bl_str_of(line->ptr + start, limit - start);
    *line = bl_str_of(line->ptr + limit, line->size - limit);
    return word;
}

/* Whether an ending is not in UTF-8: "SFX A y ies/B [^aeiou]y". The names of
 * rules, A and B, and comments may be in anything. */
static bool has_foreign_ending(bl_str line)
{
    enum { NAME = 1, TAKEN_OFF, PUT_ON, BEHIND, WORDS };
    bl_str kind;

    if (bl_utf8_valid(line.ptr, line.size) == line.size)
        return false;
    kind = cut_word(&line);
    if (!bl_str_equal(kind, BL_STR("PFX")) &&
        !bl_str_equal(kind, BL_STR("SFX")))
        return false;
    for (int i = NAME; i < WORDS; i++) {
        const bl_str word = cut_word(&line);
        const char *slash =
            i == PUT_ON && word.size != 0
                ? memchr(word.ptr, '/', word.size)
                : NULL;
        const size_t size =
            slash != NULL ? (size_t)(slash - word.ptr) : word.size;

        if (i != NAME && bl_utf8_valid(word.ptr, size) != size)
            return true;
    }
    return false;
}

/* Whether an affix file that says that it is UTF-8 is not, by its first
 * lines. */
static bool is_misnamed(const char *path)
{
    char bytes[JUDGED_BYTES];
    FILE *file = fopen(path, "rb");
    bool said = false;
    bool foreign = false;
    size_t start = 0;
    size_t size;

    if (file == NULL)
        return false;
    size = fread(bytes, 1, sizeof(bytes), file);
    fclose(file);
    for (size_t at = 0; at < size; at++) {
        const bl_str line = bl_str_of(bytes + start, at - start);

        if (bytes[at] != '\n' && bytes[at] != '\r')
            continue;
        said = said || bl_str_equal(line, BL_STR("SET UTF-8"));
        foreign = foreign || has_foreign_ending(line);
        start = at + 1;
    }
    return said && foreign;
}

/* Whether the words of a list are all in another script, by lines of its
 * middle: "уй/AB". What is not in UTF-8 is not judged. */
static bool is_of_other_script(const char *path, const char *script)
{
    char bytes[LISTED_BYTES];
    FILE *file = fopen(path, "rb");
    bool in_word = false;
    size_t letters = 0;
    size_t size = 0;

    if (file == NULL)
        return false;
    if (fseek(file, 0, SEEK_END) == 0 &&
        fseek(file, ftell(file) / 2, SEEK_SET) == 0)
        size = fread(bytes, 1, sizeof(bytes), file);
    fclose(file);
    for (size_t at = 0; at < size;) {
        const uint32_t c = bl_utf8_next(bytes, size, &at);

        if (c == '\n' || c == '/') {
            in_word = c == '\n';
        } else if (in_word && bl_is_word_letter(c)) {
            if (bl_is_of_script(c, script))
                return false;
            letters++;
        } else if (in_word && c == BL_REPLACEMENT && at < size) {
            return false;
        }
    }
    return letters >= LISTED_LETTERS;
}

/* A dictionary that is looked for, country by country. */
typedef struct search {
    bl_speller *speller;
    const bl_locale *locale;
    const bl_speller_source *source;
    bool found;
    bool told; /* of one that cannot be used; others are its links */
} search;

static void tell_unfit(search *wanted, const char *path, const char *why)
{
    const bl_speller_source *source = wanted->source;
    char text[PATH_SIZE + 64];

    snprintf(text, sizeof(text), "%s is %s, and not used", path, why);
    if (source->tell != NULL && !wanted->told)
        source->tell(source->context, text);
    wanted->told = true;
}

static bool find_in(search *wanted, bl_str folder, const char *name)
{
    bl_speller *speller = wanted->speller;
    const int size = (int)folder.size;

    if (size == 0 ||
        snprintf(speller->affixes, PATH_SIZE, "%.*s/%s.aff", size, folder.ptr,
                 name) >= PATH_SIZE ||
        snprintf(speller->words, PATH_SIZE, "%.*s/%s.dic", size, folder.ptr,
                 name) >= PATH_SIZE ||
        !is_readable(speller->affixes) || !is_readable(speller->words))
        return false;
    if (is_misnamed(speller->affixes))
        tell_unfit(wanted, speller->affixes, "not in UTF-8, as it says");
    else if (is_of_other_script(speller->words, wanted->locale->script))
        tell_unfit(wanted, speller->words, "in another script");
    else
        return true;
    return false;
}

static bool find_name(search *wanted, const char *folders, const char *name)
{
    while (folders != NULL && *folders != '\0') {
        const char *cut = strchr(folders, FOLDER_SEPARATOR);
        const size_t size =
            cut != NULL ? (size_t)(cut - folders) : strlen(folders);

        if (find_in(wanted, bl_str_of(folders, size), name))
            return true;
        folders = cut != NULL ? cut + 1 : NULL;
    }
    return false;
}

static bool find_anywhere(search *wanted, const char *name)
{
    return find_name(wanted, wanted->source->folders, name) ||
           (wanted->source->installed &&
            find_name(wanted, system_folders, name));
}

static bool find_of_country(void *context, const char *country)
{
    search *wanted = context;
    char name[2 * BL_TAG_SIZE];

    snprintf(name, sizeof(name), "%s_%s", wanted->locale->language,
             country);
    wanted->found = find_anywhere(wanted, name);
    return !wanted->found;
}

/* The last part of a tag where it is a variant, which has five letters at
 * least (BCP 47, 2.2.5): the "valencia" of "ca-ES-valencia"; or "". */
static const char *variant_of(const bl_locale *locale)
{
    enum { LEAST = 5 };
    const char *last = strrchr(locale->tag, '-');

    return last != NULL && strlen(last + 1) >= LEAST ? last + 1 : "";
}

/* "ca_ES-valencia" before "ca_ES", which serves as well. */
static bool find_of_variant(search *wanted, const char *name)
{
    const char *variant = variant_of(wanted->locale);
    char whole[3 * BL_TAG_SIZE];

    snprintf(whole, sizeof(whole), "%s-%s", name, variant);
    return variant[0] != '\0' && find_anywhere(wanted, whole);
}

/* "pt_BR", then "pt", then the language where it is at home: "pt_PT" is not
 * tried for "pt-BR", since they are spelled differently. For "es-419" any
 * country of Latin America will do. A name with the script is tried last, or
 * alone where the others are those of another script: "sr_RS" has Cyrillic
 * letters and "sr_Latn_RS" Latin ones. */
static bool find_dictionary(bl_speller *speller, const bl_locale *locale,
                            const bl_speller_source *source)
{
    enum { WITH_SCRIPT = 3, NAMES = 5 };
    const char *region =
        locale->region[0] != '\0' ? locale->region : locale->home;
    char names[NAMES][2 * BL_TAG_SIZE];
    search wanted = { speller, locale, source, false, false };

    snprintf(names[0], sizeof(names[0]), "%s_%s", locale->language, region);
    snprintf(names[1], sizeof(names[1]), "%s", locale->icu);
    snprintf(names[2], sizeof(names[2]), "%s", locale->language);
    snprintf(names[3], sizeof(names[3]), "%s_%s_%s", locale->language,
             locale->script, region);
    snprintf(names[4], sizeof(names[4]), "%s_%s", locale->language,
             locale->script);
    if (find_of_variant(&wanted, names[0]))
        return true;
    for (int i = locale->other_script ? WITH_SCRIPT : 0; i < NAMES; i++) {
        if (find_anywhere(&wanted, names[i]))
            return true;
    }
    if (!locale->other_script)
        bl_locale_each_country(locale, find_of_country, &wanted);
    return wanted.found;
}

static Hunhandle *create_handle(const char *affixes, const char *words)
{
    Hunhandle *handle;

    bl_lock_take(&opening);
    handle = Hunspell_create(affixes, words);
    bl_lock_give(&opening);
    return handle;
}

static void destroy_handle(Hunhandle *handle)
{
    bl_lock_take(&opening);
    Hunspell_destroy(handle);
    bl_lock_give(&opening);
}

bool bl_speller_new(const bl_alloc *alloc, const bl_locale *locale,
                    const bl_speller_source *source, bl_speller **out)
{
    bl_speller *speller = bl_new(alloc, 1, sizeof(*speller));
    bool found;

    *out = NULL;
    if (speller == NULL)
        return false;
    speller->alloc = alloc;
    found = find_dictionary(speller, locale, source);
    /* Whoever asks about a word is not told of lack of memory. */
    if (found)
        speller->encoding = bl_encoding_blank(alloc);
    if (speller->encoding != NULL && bl_lock_init(&speller->lock)) {
        *out = speller;
        return true;
    }
    bl_encoding_free(speller->encoding);
    bl_free(alloc, speller);
    return !found;
}

void bl_speller_free(bl_speller *speller)
{
    if (speller == NULL)
        return;
    if (speller->handle != NULL)
        destroy_handle(speller->handle);
    bl_free(speller->alloc, speller->answers);
    bl_affixes_free(&speller->endings);
    bl_encoding_free(speller->encoding);
    bl_lock_free(&speller->lock);
    bl_free(speller->alloc, speller);
}

/* Under the lock. */
static bool open_handle(bl_speller *speller)
{
    const char *encoding;

    if (speller->opened)
        return speller->handle != NULL;
    speller->opened = true;
    speller->handle = create_handle(speller->affixes, speller->words);
    if (speller->handle == NULL)
        return false;
    encoding = Hunspell_get_dic_encoding(speller->handle);
    if (encoding == NULL || strcmp(encoding, "UTF-8") == 0)
        return true;
    speller->encoded = bl_encoding_open(speller->encoding, encoding);
    if (!speller->encoded) {
        destroy_handle(speller->handle);
        speller->handle = NULL;
    }
    return speller->handle != NULL;
}

/* The word as the dictionary writes it, in NFC as all do; false where it
 * cannot. */
static bool encode(const bl_speller *speller, bl_str word, char *out)
{
    char composed[WORD_BYTES];
    size_t size;

    if (bl_to_nfc(word, composed, sizeof(composed), &size)) {
        if (size == 0)
            return false;
        word = bl_str_of(composed, size);
    }
    if (speller->encoded)
        return bl_encoding_encode(speller->encoding, word, out, WORD_BYTES);
    if (word.size >= WORD_BYTES)
        return false;
    memcpy(out, word.ptr, word.size);
    out[word.size] = '\0';
    return true;
}

/* Under the lock. */
static bool ask_dictionary(bl_speller *speller, bl_str word)
{
    char bytes[WORD_BYTES];

    if (!open_handle(speller))
        return true; /* it accuses nobody */
    return encode(speller, word, bytes) &&
           Hunspell_spell(speller->handle, bytes) != 0;
}

/* Under the lock: where the answer for that hash is, or belongs; NULL when
 * there is no memory. */
static uint64_t *find_answer(bl_speller *speller, uint64_t hash)
{
    if (speller->answers == NULL)
        speller->answers =
            bl_new(speller->alloc, (size_t)1 << ANSWER_BITS, sizeof(uint64_t));
    return speller->answers != NULL
               ? &speller->answers[hash >> (64 - ANSWER_BITS)]
               : NULL;
}

bool bl_speller_knows(bl_speller *speller, bl_str word)
{
    const uint64_t hash = bl_hash(word.ptr, word.size, 1) & ~UINT64_C(1);
    uint64_t *answer;
    bool known;

    bl_lock_take(&speller->lock);
    answer = find_answer(speller, hash);
    if (answer != NULL && hash != 0 && (*answer & ~UINT64_C(1)) == hash) {
        known = (*answer & 1) != 0;
    } else {
        known = ask_dictionary(speller, word);
        if (answer != NULL)
            *answer = hash | (known ? 1 : 0);
    }
    bl_lock_give(&speller->lock);
    return known;
}

static bl_str decode(const bl_speller *speller, const char *text,
                     bl_arena *arena)
{
    bl_buf out;
    bl_str copy;

    if (!speller->encoded) {
        copy.ptr = bl_arena_copy(arena, text, strlen(text));
        copy.size = copy.ptr != NULL ? strlen(text) : 0;
        return copy;
    }
    bl_buf_init(&out, speller->alloc);
    bl_encoding_decode(speller->encoding, text, strlen(text), true, &out);
    copy.ptr = bl_arena_copy(arena, out.data, out.size);
    copy.size = copy.ptr != NULL ? out.size : 0;
    arena->failed = arena->failed || out.failed;
    bl_buf_free(&out);
    return copy;
}

/* What a question that is answered with words is. */
typedef int (*asked)(Hunhandle *handle, char ***list, const char *word);

static size_t ask_list(bl_speller *speller, asked ask, bl_str word,
                       bl_str *out, size_t most, bl_arena *arena)
{
    char bytes[WORD_BYTES];
    char **list = NULL;
    int count = 0;
    size_t kept = 0;

    bl_lock_take(&speller->lock);
    if (open_handle(speller) && encode(speller, word, bytes))
        count = ask(speller->handle, &list, bytes);
    for (int i = 0; i < count && kept < most; i++) {
        out[kept] = decode(speller, list[i], arena);
        kept += out[kept].size != 0;
    }
    if (list != NULL)
        Hunspell_free_list(speller->handle, &list, count);
    bl_lock_give(&speller->lock);
    return kept;
}

size_t bl_speller_stems(bl_speller *speller, bl_str word, bl_str *out,
                        size_t most, bl_arena *arena)
{
    return ask_list(speller, Hunspell_stem, word, out, most, arena);
}

const bl_affixes *bl_speller_affixes(bl_speller *speller,
                                     const bl_locale *locale)
{
    const bl_affixes *read = bl_atomic_get(&speller->read);

    if (read != NULL)
        return read;
    bl_lock_take(&speller->lock);
    read = bl_atomic_get(&speller->read);
    if (read == NULL && bl_affixes_read(&speller->endings, speller->alloc,
                                        locale, speller->affixes)) {
        read = &speller->endings;
        bl_atomic_set(&speller->read, (void *)&speller->endings);
    } else if (read == NULL) {
        bl_affixes_free(&speller->endings);
    }
    bl_lock_give(&speller->lock);
    return read;
}

size_t bl_speller_suggest(bl_speller *speller, bl_str word, bl_str *out,
                          size_t most, bl_arena *arena)
{
    return ask_list(speller, Hunspell_suggest, word, out, most, arena);
}
