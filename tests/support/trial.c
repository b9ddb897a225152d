/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An example goes through the door that hosts use: one pair through
 * bilint_check_pair(), several as a document that is made here.
 */
#include "trial.h"

#include <stdlib.h>
#include <string.h>

/* ---- engines ------------------------------------------------------------ */

static void BILINT_CALL take_note(const bilint_host *host, int32_t level,
                                  const char *area, const char *text)
{
    static const char intro[] = "no Hunspell dictionary for ";
    trial *t = host->context;

    (void)level;
    if (strcmp(area, "spelling") == 0 &&
        strncmp(text, intro, strlen(intro)) == 0)
        t->missing = keep_print("%s%s ", t->missing, text + strlen(intro));
}

static const void *BILINT_CALL offer(const bilint_host *host, const char *id)
{
    const trial *t = host->context;

    return strcmp(id, BILINT_HOST_LOG) == 0 ? &t->log : NULL;
}

/* The rule alone, at the severities of its messages, preview or not; with the
 * dictionaries of the pages. */
static const char *alone(const trial *t)
{
    growing yaml = { NULL, 0, 0 };

    grow_text(&yaml, keep_print("base: \"%s\"\n"
                                "hunspell: \"" SPEC_HUNSPELL "\"\n"
                                "hunspell-installed: no\n"
                                "rules:\n",
                                t->folder));
    for (uint32_t i = 0; i < bilint_rule_count(); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };

        bilint_rule_get(i, &rule);
        grow_text(&yaml,
                  keep_print("  %s: %s\n", rule.id,
                             strcmp(rule.id, t->rule) == 0 ? "on" : "off"));
    }
    return yaml.data;
}

static const char *build(trial *t, const char *config)
{
    bilint_error err = BILINT_ERROR_INIT;
    const char *yaml;

    if (t->engine != NULL && strcmp(t->config, config) == 0)
        return NULL;
    bilint_engine_free(t->engine);
    t->engine = NULL;
    t->missing = " ";
    yaml = keep_print("%s---\n%s", alone(t), config);
    if (bilint_engine_new(BILINT_ABI, yaml, strlen(yaml), &t->host, &t->engine,
                          &err) != BILINT_OK)
        return keep_copy(err.message, strlen(err.message));
    t->config = keep_copy(config, strlen(config));
    return NULL;
}

void trial_begin(trial *t, const char *rule, const char *folder)
{
    *t = (trial){ .rule = rule, .folder = folder, .missing = " " };
    t->log = (bilint_host_log){ sizeof(t->log), take_note };
    t->host = (bilint_host){ .struct_size = sizeof(t->host),
                             .abi = BILINT_ABI,
                             .context = t,
                             .name = "bilint_spec",
                             .get_interface = offer };
}

void trial_end(trial *t)
{
    bilint_report_free(t->report);
    bilint_engine_free(t->engine);
    t->report = NULL;
    t->engine = NULL;
}

const char *trial_accepts(trial *t, const char *config)
{
    return build(t, config);
}

/* ---- a document of several pairs ---------------------------------------- */

static void add_xml(growing *out, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '<')
            grow_text(out, "&lt;");
        else if (text[i] == '&')
            grow_text(out, "&amp;");
        else if (text[i] == '\r')
            grow_text(out, "&#13;");
        else
            grow_char(out, text[i]);
    }
}

/* bpt, ept and ph: they need not be nested. */
static void add_code(growing *out, const bilint_code *code)
{
    static const char *const names[] = { "ph", "bpt", "ept" };
    const char *inside = code->native != NULL ? code->native : "";

    grow_text(out, keep_print("<%s id=\"%s\">", names[code->kind], code->id));
    add_xml(out, inside, strlen(inside));
    grow_text(out, keep_print("</%s>", names[code->kind]));
}

static void add_side(growing *out, const char *name, const side_text *side)
{
    size_t at = 0;

    if (side->absent)
        return;
    grow_text(out, keep_print("<%s>", name));
    for (uint32_t i = 0; i < side->code_count; i++) {
        add_xml(out, side->text + at, side->codes[i].start - at);
        add_code(out, &side->codes[i]);
        at = side->codes[i].limit;
    }
    add_xml(out, side->text + at, side->size - at);
    grow_text(out, keep_print("</%s>\n", name));
}

/* Units are numbered from 0: the id is the index of the pair. */
static const char *make_document(const example *e, size_t replaced,
                                 const side_text *target)
{
    growing out = { NULL, 0, 0 };

    grow_text(&out,
              keep_print("<xliff version=\"1.2\" "
                         "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n"
                         "<file original=\"page\" datatype=\"plaintext\" "
                         "source-language=\"%s\" target-language=\"%s\"%s>"
                         "<body>\n",
                         e->lang[BILINT_SOURCE], e->lang[BILINT_TARGET],
                         e->preserve ? " xml:space=\"preserve\"" : ""));
    for (size_t i = 0; i < e->pair_count; i++) {
        const side_text *sides = e->pairs[i].side;

        grow_text(&out, keep_print("<trans-unit id=\"%u\">\n", (unsigned)i));
        add_side(&out, "source", &sides[BILINT_SOURCE]);
        add_side(&out, "target",
                 target != NULL && i == replaced ? target
                                                 : &sides[BILINT_TARGET]);
        grow_text(&out, "</trans-unit>\n");
    }
    grow_text(&out, "</body></file></xliff>\n");
    return out.data;
}

/* ---- findings as lines -------------------------------------------------- */

/* The text of one side as the example shows it. In a report on a document a
 * code is U+FFFC; `at` are offsets into it, moved along. */
static void show_codes(const side_text *side, const char **text, size_t *size,
                       size_t at[2])
{
    static const char object[] = "\xEF\xBF\xBC";
    growing out = { NULL, 0, 0 };
    size_t moved[2] = { at[0], at[1] };
    uint32_t next = 0;

    grow_text(&out, "");
    for (size_t i = 0; i < *size;) {
        const bilint_code *code = &side->codes[next];
        size_t length;

        if (next == side->code_count || *size - i < 3 ||
            memcmp(*text + i, object, 3) != 0) {
            grow_char(&out, (*text)[i++]);
            continue;
        }
        length = code->limit - code->start;
        grow_by(&out, side->text + code->start, length);
        for (int j = 0; j < 2; j++)
            moved[j] += i < at[j] ? length - 3 : 0;
        next++;
        i += 3;
    }
    *text = out.data;
    *size = out.size;
    at[0] = moved[0];
    at[1] = moved[1];
}

/* Both sides of the pair that a finding is about. */
typedef struct looked_at {
    const side_text *side[2];
    bool is_document;
} looked_at;

static const char *side_of(const trial *t, uint32_t finding, int32_t side,
                           const looked_at *at, size_t span[2], size_t *size)
{
    const side_text *known = at->side[side];
    const char *text;

    if (!at->is_document) {
        *size = known->size;
        return known->text;
    }
    text = bilint_report_text(t->report, finding, side, size);
    if (known != NULL && text != NULL)
        show_codes(known, &text, size, span);
    return text;
}

/* Whether the span begins or ends within a character. */
static bool is_cut(const char *text, size_t size, const size_t span[2])
{
    for (int i = 0; i < 2; i++) {
        if (span[i] < size && ((unsigned char)text[span[i]] & 0xc0) == 0x80)
            return true;
    }
    return false;
}

static const char *describe(const trial *t, uint32_t index,
                            const bilint_finding *finding, const looked_at *at)
{
    growing line = { NULL, 0, 0 };

    grow_text(&line, finding->code);
    for (uint32_t i = 0; i < finding->mark_count; i++) {
        bilint_mark mark = { .struct_size = sizeof(mark) };
        size_t span[2];
        size_t size;
        const char *text;

        bilint_report_mark(t->report, index, i, &mark);
        span[0] = mark.start;
        span[1] = mark.limit;
        text = side_of(t, index, mark.side, at, span, &size);
        grow_text(&line, mark.side == BILINT_SOURCE ? " source " : " target ");
        grow_text(&line, notation_quote(text, size, span[0], span[1]));
        if (is_cut(text, size, span))
            grow_text(&line, " (cuts a character)");
    }
    return line.data;
}

static const char *repair(const trial *t, uint32_t index,
                          const bilint_finding *finding, const looked_at *at)
{
    growing fixed = { NULL, 0, 0 };
    size_t span[2] = { finding->fix_start, finding->fix_limit };
    size_t size;
    const char *text;

    if (finding->fix == NULL || finding->fix_side != BILINT_TARGET)
        return NULL;
    text = side_of(t, index, BILINT_TARGET, at, span, &size);
    grow_by(&fixed, text, span[0]);
    grow_by(&fixed, finding->fix, finding->fix_size);
    grow_by(&fixed, text + span[1], size - span[1]);
    return notation_write(fixed.data, fixed.size);
}

static void collect(const trial *t, const example *e, size_t replaced,
                    const side_text *target, outcomes *found)
{
    for (uint32_t i = 0; i < bilint_report_count(t->report); i++) {
        bilint_finding finding = { .struct_size = sizeof(finding) };
        looked_at at = { { NULL, NULL },
                         e->document != NULL || e->pair_count > 1 };
        outcome *to;

        bilint_report_get(t->report, i, &finding);
        found->items =
            keep_one_more(found->items, found->count, sizeof(*found->items));
        to = &found->items[found->count++];
        if (e->document == NULL && at.is_document)
            to->pair = (size_t)strtoul(finding.unit, NULL, 10);
        if (e->document == NULL) {
            at.side[BILINT_SOURCE] = &e->pairs[to->pair].side[BILINT_SOURCE];
            at.side[BILINT_TARGET] =
                target != NULL && to->pair == replaced
                    ? target
                    : &e->pairs[to->pair].side[BILINT_TARGET];
        }
        to->text = describe(t, i, &finding, &at);
        to->fixed = repair(t, i, &finding, &at);
    }
}

/* ---- running ------------------------------------------------------------ */

static bilint_status check_pair(trial *t, const example *e,
                                const side_text *target, bilint_error *err)
{
    const side_text *source = &e->pairs[0].side[BILINT_SOURCE];
    bilint_pair pair = { .struct_size = sizeof(pair) };

    if (target == NULL)
        target = &e->pairs[0].side[BILINT_TARGET];
    pair.flags = (target->absent ? BILINT_PAIR_NO_TARGET : 0) |
                 (e->preserve ? BILINT_PAIR_PRESERVE_SPACE : 0);
    pair.source_lang = e->lang[BILINT_SOURCE];
    pair.target_lang = e->lang[BILINT_TARGET];
    pair.source = source->text;
    pair.source_size = source->size;
    pair.source_codes = source->codes;
    pair.source_code_count = source->code_count;
    pair.target = target->text;
    pair.target_size = target->size;
    pair.target_codes = target->codes;
    pair.target_code_count = target->code_count;
    return bilint_check_pair(t->engine, &pair, &t->report, err);
}

static int32_t BILINT_CALL write_jsonl(void *context, const char *data,
                                       size_t size)
{
    return fwrite(data, 1, size, context) == size ? 0 : -1;
}

outcomes trial_run_with(trial *t, const example *e, size_t replaced,
                        const side_text *target)
{
    outcomes found = { NULL, 0, NULL, false };
    bilint_error err = BILINT_ERROR_INIT;
    const char *document = e->document;
    bilint_status status;

    found.failure = build(t, e->config);
    if (found.failure != NULL)
        return found;
    if (document == NULL && e->pair_count > 1)
        document = make_document(e, replaced, target);
    if (document != NULL)
        status = bilint_check_document(t->engine, "page.xlf", document,
                                       strlen(document), &t->report, &err);
    else
        status = check_pair(t, e, target, &err);
    if (status != BILINT_OK) {
        found.failure =
            keep_print("%s: %s", bilint_status_text(status), err.message);
        return found;
    }
    if (t->jsonl != NULL)
        bilint_report_write(t->report, "jsonl", BILINT_INFO, 0, write_jsonl,
                            t->jsonl, NULL);
    found.skipped =
        strcmp(t->rule, "spelling") == 0 && e->document == NULL &&
        strstr(t->missing, keep_print(" %s ", e->lang[BILINT_TARGET])) != NULL;
    collect(t, e, replaced, target, &found);
    return found;
}

outcomes trial_run(trial *t, const example *e)
{
    return trial_run_with(t, e, 0, NULL);
}
