/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint_spec [--fix] [--rule ID] [--jsonl FILE] PAGE...
 *
 * The page of a rule is its test: every example goes through the library with
 * that rule alone, and what is found must be what the page says, exactly and
 * in order. The rule is named by the file (number_mismatch.md), or by --rule.
 * --fix writes what was found into the page, to be looked at in the diff;
 * --jsonl adds the findings to a file.
 *
 * Exit status: 0 all is as the page says, 1 it is not, 2 wrong usage, 77 it
 * is as far as could be tried: a dictionary is missing on this machine.
 */
#include "trial.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STATUS_FAILED = 1, STATUS_USAGE = 2, STATUS_SKIPPED = 77 };
enum { SILENT_MIN = 2 };

typedef struct settings {
    const char *rule; /* NULL: as the page's file is called */
    bool fix;
    FILE *jsonl;
} settings;

/* ---- what a page must have ---------------------------------------------- */

static size_t total(const example *e)
{
    size_t count = 0;

    for (size_t i = 0; i < e->pair_count; i++)
        count += e->pairs[i].wanted_count;
    return count;
}

static void check_examples(page *p)
{
    size_t reported = 0;
    size_t silent = 0;

    for (size_t i = 0; i < p->example_count; i++) {
        const example *e = &p->examples[i];
        const size_t count = total(e);

        reported += e->in == SECTION_REPORTED && (count != 0 || e->broken);
        silent += e->in == SECTION_NOT_REPORTED && (count == 0 || e->broken);
        if (e->broken)
            continue;
        if (e->in == SECTION_REPORTED && count == 0)
            complain_at(p, e->line,
                        "nothing is found in this example: it "
                        "belongs under Not reported");
        if (e->in == SECTION_NOT_REPORTED && count != 0)
            complain_at(p, e->line,
                        "something is found in this example: it "
                        "belongs under Reported");
    }
    if (reported == 0)
        complain_at(p, p->line_count, "no example under Reported");
    if (silent < SILENT_MIN)
        complain_at(p, p->line_count,
                    "silent examples under Not reported: %u; wanted: %u",
                    (unsigned)silent, (unsigned)SILENT_MIN);
}

static void check_options(page *p, const char *rule)
{
    const char *said = p->sections[SECTION_OPTIONS];
    size_t count = 0;

    for (uint32_t i = 0; i < bilint_option_count(); i++) {
        bilint_option option = { .struct_size = sizeof(option) };

        bilint_option_get(i, &option);
        if (option.rule == NULL || strcmp(option.rule, rule) != 0)
            continue;
        count++;
        if (said == NULL ||
            strstr(said, keep_print("`%s`", option.key)) == NULL)
            complain_at(p, p->line_count,
                        "the section Options does not explain `%s`",
                        option.key);
    }
    if (count == 0 && said != NULL)
        complain_at(p, p->line_count,
                    "there is a section Options, but the rule has none");
}

static void check_rule(page *p, const char *id)
{
    bilint_rule rule = { .struct_size = sizeof(rule) };
    uint32_t i = 0;

    if (strcmp(p->title, id) != 0)
        complain_at(p, 1, "the title is \"%s\"; the rule is \"%s\"", p->title,
                    id);
    for (; i < bilint_rule_count(); i++) {
        bilint_rule_get(i, &rule);
        if (strcmp(rule.id, id) == 0)
            break;
    }
    if (i == bilint_rule_count()) {
        complain_at(p, 1, "there is no rule \"%s\"", id);
        return;
    }
    if (strcmp(rule.stage, "stable") == 0 &&
        p->sections[SECTION_MEASURED] == NULL)
        complain_at(p, p->line_count,
                    "the section \"Measured\" of a stable rule is missing");
    check_options(p, id);
}

/* ---- running the examples ----------------------------------------------- */

static void check_fix(page *p, trial *t, const example *e, size_t pair,
                      const expectation *wanted, const outcome *found)
{
    side_text target;
    outcomes again;
    const char *wrong;

    if (wanted->unfixed ? found->fixed != NULL
                        : found->fixed == NULL ||
                              strcmp(found->fixed, wanted->fixed) != 0) {
        complain_at(p, wanted->fixed_line,
                    "the fix is not so\n  wanted = %s\n  got    = %s",
                    wanted->unfixed ? "(none)" : wanted->fixed,
                    found->fixed != NULL ? found->fixed : "(none)");
        return;
    }
    if (wanted->unfixed)
        return;
    wrong = notation_read(wanted->fixed, e->natives, &target);
    if (wrong != NULL) {
        complain_at(p, wanted->fixed_line, "%s", wrong);
        return;
    }
    if (e->document != NULL)
        return;
    again = trial_run_with(t, e, pair, &target);
    if (again.failure != NULL || again.count + 1 != total(e))
        complain_at(p, wanted->fixed_line,
                    "the fix does not remove its finding, or adds another");
}

static void compare_pair(page *p, trial *t, const example *e, size_t pair,
                         const outcomes *found)
{
    const example_pair *expected = &e->pairs[pair];
    size_t n = 0;

    for (size_t i = 0; i < found->count; i++) {
        const outcome *got = &found->items[i];
        const expectation *wanted =
            n < expected->wanted_count ? &expected->wanted[n] : NULL;

        if (got->pair != pair)
            continue;
        n++;
        if (wanted == NULL)
            complain_at(p, expected->last_line,
                        "found, but not on the page\n"
                        "  got    ! %s",
                        got->text);
        else if (strcmp(wanted->text, got->text) != 0)
            complain_at(p, wanted->line,
                        "another finding\n  wanted ! %s\n  got    ! %s",
                        wanted->text, got->text);
        else if (wanted->fixed_line != 0)
            check_fix(p, t, e, pair, wanted, got);
    }
    for (; n < expected->wanted_count; n++)
        complain_at(p, expected->wanted[n].line, "not found\n  wanted ! %s",
                    expected->wanted[n].text);
}

static void compare(page *p, trial *t, const example *e, const outcomes *found)
{
    if (found->failure != NULL) {
        complain_at(p, e->line, "the library refuses this example: %s",
                    found->failure);
        return;
    }
    for (size_t i = 0; i < e->pair_count; i++)
        compare_pair(p, t, e, i, found);
}

/* ---- --fix -------------------------------------------------------------- */

static bool has_fixed(const example *e)
{
    for (size_t i = 0; i < e->pair_count; i++) {
        for (size_t j = 0; j < e->pairs[i].wanted_count; j++) {
            if (e->pairs[i].wanted[j].fixed_line != 0)
                return true;
        }
    }
    return false;
}

/* Lines that go (true in `gone`) and text that comes behind a line. */
static void plan(const example *e, const outcomes *found, bool *gone,
                 growing *behind)
{
    for (size_t i = 0; i < e->pair_count; i++) {
        const example_pair *pair = &e->pairs[i];

        for (size_t j = 0; j < pair->wanted_count; j++) {
            gone[pair->wanted[j].line] = true;
            gone[pair->wanted[j].fixed_line] = true; /* 0: none */
        }
        for (size_t j = 0; j < found->count; j++) {
            const outcome *got = &found->items[j];

            if (got->pair != i)
                continue;
            grow_text(&behind[pair->last_line],
                      keep_print("! %s\n", got->text));
            if (has_fixed(e))
                grow_text(&behind[pair->last_line],
                          got->fixed != NULL
                              ? keep_print("= %s\n", got->fixed)
                              : keep_copy("=-\n", 3));
        }
    }
}

static void rewrite(page *p, const outcomes *found)
{
    bool *gone = keep((p->line_count + 1) * sizeof(*gone));
    growing *behind = keep((p->line_count + 1) * sizeof(*behind));
    FILE *file;

    for (size_t i = 0; i < p->example_count; i++) {
        if (found[i].failure == NULL && !found[i].skipped)
            plan(&p->examples[i], &found[i], gone, behind);
    }
    file = fopen(p->path, "wb");
    if (file == NULL) {
        complain_at(p, 1, "cannot be written");
        return;
    }
    for (unsigned i = 1; i <= p->line_count; i++) {
        if (!gone[i])
            fprintf(file, "%s\n", p->lines[i]);
        if (behind[i].data != NULL)
            fputs(behind[i].data, file);
    }
    if (fclose(file) != 0)
        complain_at(p, 1, "cannot be written");
}

/* ---- a page ------------------------------------------------------------- */

static void write_blocks(page *p, const char *folder)
{
    for (size_t i = 0; i < p->block_count; i++) {
        const page_block *block = &p->blocks[i];
        FILE *file;

        if (block->name == NULL)
            continue;
        file = strchr(block->name, '/') == NULL
                   ? fopen(keep_print("%s/%s", folder, block->name), "wb")
                   : NULL;
        if (file == NULL) {
            complain_at(p, block->line, "not a file name: %s", block->name);
            continue;
        }
        fputs(block->text, file);
        fclose(file);
    }
}

static void remove_blocks(const page *p, const char *folder)
{
    for (size_t i = 0; i < p->block_count; i++) {
        if (p->blocks[i].name != NULL)
            remove(keep_print("%s/%s", folder, p->blocks[i].name));
    }
    rmdir(folder);
}

/* What a page tells people to write into bilint.yml must be accepted. */
static void check_yaml(page *p, trial *t)
{
    for (size_t i = 0; i < p->block_count; i++) {
        const char *wrong = strcmp(p->blocks[i].kind, "yaml") == 0
                                ? trial_accepts(t, p->blocks[i].text)
                                : NULL;

        if (wrong != NULL)
            complain_at(p, p->blocks[i].line,
                        "the library refuses this configuration: %s", wrong);
    }
}

static size_t run_examples(page *p, const settings *s, const char *rule,
                           const char *folder)
{
    outcomes *found = keep((p->example_count + 1) * sizeof(*found));
    size_t skipped = 0;
    trial t;

    trial_begin(&t, rule, folder);
    t.jsonl = s->jsonl;
    check_yaml(p, &t);
    for (size_t i = 0; i < p->example_count; i++) {
        if (p->examples[i].broken)
            continue;
        found[i] = trial_run(&t, &p->examples[i]);
        skipped += found[i].skipped;
        if (found[i].skipped)
            fprintf(stderr, "%s:%u: skipped: no dictionary for %s\n", p->path,
                    p->examples[i].line, p->examples[i].lang[BILINT_TARGET]);
        else if (!s->fix || found[i].failure != NULL)
            compare(p, &t, &p->examples[i], &found[i]);
    }
    if (s->fix)
        rewrite(p, found);
    trial_end(&t);
    return skipped;
}

/* plugin/checks/number_mismatch.md -> number-mismatch */
static const char *rule_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    char *id = keep_copy(name, strcspn(name, "."));

    for (char *c = id; *c != '\0'; c++) {
        if (*c == '_')
            *c = '-';
    }
    return id;
}

static int run_page(const char *path, const settings *s)
{
    const char *temporary = getenv("TMPDIR");
    const char *rule = s->rule != NULL ? s->rule : rule_of(path);
    char *folder = keep_print("%s/bilint-spec-XXXXXX",
                              temporary != NULL ? temporary : "/tmp");
    size_t skipped;
    page p;

    if (!page_read(&p, path))
        return STATUS_FAILED;
    check_rule(&p, rule);
    if (!s->fix)
        check_examples(&p);
    if (mkdtemp(folder) == NULL) {
        fprintf(stderr, "%s: cannot be made\n", folder);
        return STATUS_FAILED;
    }
    write_blocks(&p, folder);
    skipped =
        p.complaints == 0 || !s->fix ? run_examples(&p, s, rule, folder) : 0;
    remove_blocks(&p, folder);
    printf("%s: %u examples, %u skipped, %u wrong\n", rule,
           (unsigned)p.example_count, (unsigned)skipped, p.complaints);
    if (p.complaints != 0)
        return STATUS_FAILED;
    return skipped != 0 ? STATUS_SKIPPED : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    settings s = { NULL, false, NULL };
    int status = EXIT_SUCCESS;
    int i = 1;

    for (; i < argc && strncmp(argv[i], "--", 2) == 0; i++) {
        if (strcmp(argv[i], "--fix") == 0)
            s.fix = true;
        else if (strcmp(argv[i], "--rule") == 0 && i + 1 < argc)
            s.rule = argv[++i];
        else if (strcmp(argv[i], "--jsonl") == 0 && i + 1 < argc)
            s.jsonl = fopen(argv[++i], "ab");
        else
            i = argc;
    }
    if (i >= argc) {
        fputs("bilint_spec [--fix] [--rule ID] [--jsonl FILE] PAGE...\n",
              stderr);
        return STATUS_USAGE;
    }
    for (; i < argc; i++) {
        const int page_status = run_page(argv[i], &s);

        if (status == EXIT_SUCCESS || page_status == STATUS_FAILED)
            status = page_status;
    }
    if (s.jsonl != NULL && fclose(s.jsonl) != 0)
        status = STATUS_FAILED;
    return status;
}
