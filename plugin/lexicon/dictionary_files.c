/* SPDX-License-Identifier: Apache-2.0 */
/* Which files there are for a language, and what is in them. */
#include "lexicon/dictionary.h"

#include "base/error.h"
#include "base/hash.h"

#include <stdio.h>
#include <string.h>

enum { PATH_SIZE = 1024, STEP = 16384, FILE_SIZE_MAX = 8 << 20 };

/* Every file that a locale's folder may have. */
static const char *const file_names[BL_DICTIONARY_FILES] = {
    "dates.txt",   "endings.txt",     "latin.txt",    "names.txt",
    "numbers.txt", "punctuation.txt", "spelling.txt", "spellout.txt",
    "syllables.txt", "units.txt",
};

static bool path_of(const bl_dictionary *dictionary, size_t tag, size_t name,
                    char *path)
{
    const int size =
        snprintf(path, PATH_SIZE, "%s/%s/%s", dictionary->folder,
                 dictionary->tags[tag], file_names[name]);

    return size >= 0 && size < PATH_SIZE;
}

bl_str bl_dictionary_text(const bl_dictionary *dictionary, size_t text)
{
    return bl_str_of(dictionary->bytes.data + dictionary->texts[text].at,
                     dictionary->texts[text].size);
}

/* What is read stays among the bytes; or goes into the hash, and what is read
 * next takes its place. */
static bilint_status read_file(bl_dictionary *dictionary, const char *path,
                               FILE *file, bool stays, bilint_error *err)
{
    bl_buf *bytes = &dictionary->bytes;
    size_t read = 0;
    size_t size;
    char *room;

    do {
        room = bl_buf_room(bytes, STEP);
        if (room == NULL)
            return bl_fail_memory(err);
        size = fread(room, 1, STEP, file);
        read += size;
        if (stays)
            bytes->size += size;
        else if (size != 0)
            dictionary->hash = bl_hash(room, size, dictionary->hash);
    } while (size == STEP && read <= FILE_SIZE_MAX);
    return ferror(file) == 0 && read <= FILE_SIZE_MAX
               ? BILINT_OK
               : bl_fail(err, BILINT_E_IO, "cannot read %s", path);
}

/* One more file, where there is one: its name and its bytes into the hash. */
static bilint_status find_text(bl_dictionary *dictionary, size_t tag,
                               size_t name, bilint_error *err)
{
    const char *of_tag = dictionary->tags[tag];
    const char *of_name = file_names[name];
    char path[PATH_SIZE];
    bilint_status status;
    FILE *file;

    if (!path_of(dictionary, tag, name, path))
        return bl_fail(err, BILINT_E_DATA, "path too long: %s",
                       dictionary->folder);
    file = fopen(path, "rb");
    if (file == NULL)
        return BILINT_OK; /* a locale need not have every file */
    dictionary->texts[dictionary->count++] =
        (struct bl_dictionary_text){ (uint8_t)tag, (uint8_t)name, 0, 0 };
    dictionary->hash = bl_hash(of_tag, strlen(of_tag), dictionary->hash);
    dictionary->hash = bl_hash(of_name, strlen(of_name), dictionary->hash);
    status = read_file(dictionary, path, file, false, err);
    fclose(file);
    return status;
}

/* The folder of the script of a locale whose language has another one by
 * itself, which its tag does not name: zh-TW -> zh-Hant. */
static bool script_tag(const bl_locale *locale, char *tag)
{
    bl_locale plain;
    const int size = snprintf(tag, BL_TAG_SIZE, "%s-%s", locale->language,
                              locale->script);

    return size > 0 && size < BL_TAG_SIZE &&
           bl_locale_parse(locale->language, strlen(locale->language),
                           &plain) &&
           strcmp(plain.script, locale->script) != 0 &&
           strncmp(locale->tag, tag, (size_t)size) != 0;
}

bilint_status bl_dictionary_find(bl_dictionary *dictionary,
                                 const bl_alloc *alloc, const char *folder,
                                 const bl_locale *locale, bilint_error *err)
{
    char tags[BL_DICTIONARY_TAGS - 1][BL_TAG_SIZE];
    size_t wider = 0;
    size_t count = 1;
    char tag[BL_TAG_SIZE];
    bilint_status status = BILINT_OK;

    *dictionary = (bl_dictionary){ .folder = folder, .tags = { "und" } };
    bl_buf_init(&dictionary->bytes, alloc);
    if (folder == NULL)
        return BILINT_OK;
    memcpy(tag, locale->tag, sizeof(tag));
    for (; tag[0] != '\0' && wider < BL_DICTIONARY_TAGS - 1;
         bl_tag_widen(tag)) {
        if (strcmp(tag, locale->language) == 0 &&
            wider + 2 < BL_DICTIONARY_TAGS && script_tag(locale, tags[wider]))
            wider++;
        memcpy(tags[wider++], tag, sizeof(tag));
    }
    while (wider-- > 0)
        memcpy(dictionary->tags[count++], tags[wider], sizeof(tag));
    for (size_t i = 0; i < count * BL_DICTIONARY_FILES && status == BILINT_OK;
         i++)
        status = find_text(dictionary, i / BL_DICTIONARY_FILES,
                           i % BL_DICTIONARY_FILES, err);
    if (status != BILINT_OK)
        bl_dictionary_close(dictionary);
    return status;
}

void bl_dictionary_close(bl_dictionary *dictionary)
{
    bl_buf_free(&dictionary->bytes);
    dictionary->count = 0;
}

bilint_status bl_dictionary_open(bl_dictionary *dictionary, bilint_error *err)
{
    bilint_status status = BILINT_OK;

    for (size_t i = 0; i < dictionary->count && status == BILINT_OK; i++) {
        struct bl_dictionary_text *text = &dictionary->texts[i];
        char path[PATH_SIZE];
        FILE *file;

        path_of(dictionary, text->tag, text->name, path);
        file = fopen(path, "rb");
        if (file == NULL)
            return bl_fail(err, BILINT_E_IO, "cannot read %s", path);
        text->at = dictionary->bytes.size;
        status = read_file(dictionary, path, file, true, err);
        text->size = dictionary->bytes.size - text->at;
        fclose(file);
    }
    return status;
}

bilint_status bl_dictionary_load(const bl_dictionary *dictionary,
                                 bl_language *language, bilint_error *err)
{
    bilint_status status = BILINT_OK;

    for (size_t i = 0; i < dictionary->count && status == BILINT_OK; i++) {
        const struct bl_dictionary_text *text = &dictionary->texts[i];
        char path[PATH_SIZE];

        path_of(dictionary, text->tag, text->name, path);
        status = bl_dictionary_read(language, path,
                                    bl_dictionary_text(dictionary, i), err);
    }
    return status;
}
