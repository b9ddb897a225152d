/* SPDX-License-Identifier: Apache-2.0 */
/* A reader gives back all memory: its own, and what libxml2 took for it,
 * which does not pass through the host's allocator. */
#include "suite.h"

#include "readers/reader.h"

#include <libxml/xmlmemory.h>

#include <stdlib.h>
#include <string.h>

static long own_blocks;
static long xml_blocks;

static void *count_own(const bl_alloc *alloc, void *block, size_t size)
{
    (void)alloc;
    own_blocks += (block == NULL) - (size == 0);
    if (size == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, size);
}

static void free_xml(void *block)
{
    xml_blocks -= block != NULL;
    free(block);
}

static void *new_xml(size_t size)
{
    xml_blocks++;
    return malloc(size);
}

static void *resize_xml(void *block, size_t size)
{
    xml_blocks += block == NULL;
    return realloc(block, size);
}

static char *copy_xml(const char *text)
{
    char *copy = new_xml(strlen(text) + 1);

    if (copy != NULL)
        strcpy(copy, text);
    return copy;
}

static int set_up(void **state)
{
    (void)state;
    return xmlMemSetup(free_xml, new_xml, resize_xml, copy_xml);
}

static bilint_status take(bl_unit_sink *sink, const bl_unit *unit,
                          bilint_error *err)
{
    (void)sink;
    (void)unit;
    (void)err;
    return BILINT_OK;
}

static void read_document(const char *text)
{
    const bl_alloc alloc = { count_own, NULL };
    bl_unit_sink sink = { .unit = take };
    bl_arena arena;
    bl_reader *reader;

    bl_arena_init(&arena, &alloc, 0);
    sink.arena = &arena;
    reader = bl_reader_new(&alloc, "d.xlf", NULL, &sink);
    assert_non_null(reader);
    if (bl_reader_push(reader, text, strlen(text), NULL) == BILINT_OK)
        bl_reader_finish(reader, NULL);
    bl_reader_free(reader);
    bl_arena_free(&arena);
}

/* Twice: what libxml2 sets up once stays. */
static void leaves_nothing_of(const char *text)
{
    long before;

    read_document(text);
    before = xml_blocks;
    read_document(text);
    assert_int_equal(own_blocks, 0);
    assert_int_equal(xml_blocks, before);
}

#define UNIT                                                               \
    "<xliff version=\"1.2\"><file source-language=\"en\" "                 \
    "target-language=\"vi\"><body><trans-unit id=\"1\">"                   \
    "<source>a<g id=\"1\">b</g></source><target>c</target></trans-unit>"

static void gives_back_memory(void **state)
{
    static const char *const texts[] = {
        "",
        "<",
        "<html/>",
        UNIT "</body></file></xliff>",
        UNIT,                                   /* cut off */
        UNIT "<trans-unit><source>a</target>",  /* not well-formed */
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?>" UNIT
        "</body></file></xliff>",
        "<?xml version=\"1.0\" encoding=\"none\"?><xliff/>",
        "<!DOCTYPE xliff>" UNIT "</body></file></xliff>",
        "<!DOCTYPE xliff SYSTEM \"xliff.dtd\">" UNIT "</body></file></xliff>",
        "<!DOCTYPE xliff [<!ENTITY a \"b\">]>" UNIT "</body></file></xliff>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        leaves_nothing_of(texts[i]);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(gives_back_memory),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, NULL);
}
