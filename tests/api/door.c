/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A host that loads the library when it runs: one symbol, the magic block, a
 * factory by id, and a pair checked through it. The program is not linked
 * with the library; its path is the argument.
 */
#include "bilint/bilint.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

static int failures;

#define EXPECT(what)                                                   \
    do {                                                               \
        if (!(what)) {                                                 \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, \
                    #what);                                            \
            failures++;                                                \
        }                                                              \
    } while (0)

static void check_pair(const bilint_engine_factory *factory)
{
    const char config[] = "dictionaries: \"" BILINT_TREE "/dictionaries\"\n";
    const bilint_pair pair = {
        .struct_size = sizeof(pair),
        .source_lang = "en",
        .target_lang = "vi",
        .source = "It has 12 pages.",
        .source_size = 16,
        .target = "Nó có 21 trang.",
        .target_size = strlen("Nó có 21 trang."),
    };
    bilint_error err = BILINT_ERROR_INIT;
    bilint_engine *engine = NULL;
    bilint_report *report = NULL;
    int seen = 0;

    EXPECT(factory->engine_new(BILINT_ABI, config, sizeof(config) - 1, NULL,
                               &engine, &err) == BILINT_OK);
    EXPECT(factory->check_pair(engine, &pair, &report, &err) == BILINT_OK);
    for (uint32_t i = 0; i < factory->report_count(report); i++) {
        bilint_finding finding = { .struct_size = sizeof(finding) };
        bilint_mark mark = { .struct_size = sizeof(mark) };

        EXPECT(factory->report_get(report, i, &finding) == BILINT_OK);
        if (strcmp(finding.rule, "number-mismatch") != 0)
            continue;
        seen++;
        EXPECT(finding.mark_count == 2);
        EXPECT(factory->report_mark(report, i, 1, &mark) == BILINT_OK);
        EXPECT(mark.text_size == 2 && memcmp(mark.text, "21", 2) == 0);
    }
    EXPECT(seen == 1);
    EXPECT(factory->check_document(engine, NULL, "<a/>", 4, &report, &err) ==
           BILINT_E_UNSUPPORTED);
    factory->report_free(report);
    factory->engine_free(engine);
}

int main(int argc, char **argv)
{
    /* The library may be older or newer: sizes are looked at first. */
    const bilint_plugin_info *(BILINT_CALL * door)(void) = NULL;
    const bilint_plugin_info *info;
    const bilint_engine_factory *factory;
    void *library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    void *symbol = library != NULL ? dlsym(library, "bilint_plugin") : NULL;

    if (symbol == NULL) {
        fprintf(stderr, "cannot load: %s\n", dlerror());
        return 1;
    }
    memcpy(&door, &symbol, sizeof(door));
    info = door();
    EXPECT(info != NULL);
    EXPECT(info->magic == BILINT_PLUGIN_MAGIC);
    EXPECT(info->struct_size >= sizeof(*info));
    EXPECT(info->abi >> 16 == BILINT_ABI_MAJOR);
    EXPECT(info->flags == 0);
    EXPECT(strcmp(info->name, "bilint") == 0);
    EXPECT(strcmp(info->version, BILINT_VERSION) == 0);
    EXPECT(door() == info);
    EXPECT(info->get_factory("bilint.engine/999") == NULL);
    EXPECT(info->get_factory("") == NULL);
    EXPECT(info->get_factory(NULL) == NULL);
    factory = info->get_factory(BILINT_ENGINE_FACTORY);
    EXPECT(factory != NULL);
    EXPECT(factory->struct_size >= sizeof(*factory));
    if (failures == 0)
        check_pair(factory);
    EXPECT(dlclose(library) == 0);
    return failures != 0;
}
