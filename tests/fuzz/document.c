/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as a document. The first two say how: which engine, and in
 * pieces of how many bytes. The document is checked whole and in pieces, and
 * both must come to the same; but of a document with several faults, which
 * one is met first may depend on how far the parser is ahead.
 */
#include "laws.h"
#include "target.h"

#include <string.h>

enum { HEAD = 2, ENGINES = 3, RENEW = 512 };

/* Two texts of a document each in its own file: a name tells the language
 * where the document does not. */
static const char *const names[] = { "delivery.xlf", "messages.vi.xlf", NULL };

/* Languages that a document names stay with the engine, so that it is made
 * anew now and then. */
static bilint_engine *engine_of(unsigned which)
{
    static const char *const configs[ENGINES] = {
        "source-lang: en\ntarget-lang: vi\nrules:\n  spelling: off\n",
        "source-lang: en\ntarget-lang: de\n",
        "offsets: utf-16\nlimits:\n  text-size: 4096\n"
    };
    static bilint_engine *engines[ENGINES];
    static unsigned uses[ENGINES];

    if (engines[which] == NULL || ++uses[which] == RENEW) {
        bilint_engine_free(engines[which]);
        uses[which] = 0;
        engines[which] = which == 0 ? new_engine(configs[which])
                                    : new_engine_all(configs[which]);
    }
    return engines[which];
}

static bilint_status in_pieces(bilint_engine *engine, const char *name,
                               const uint8_t *data, size_t size, size_t piece,
                               bilint_report **report, bilint_error *err)
{
    bilint_stream *stream = NULL;
    bilint_status status = bilint_stream_new(engine, name, 0, &stream, err);

    MUST(status == BILINT_OK, "%s", err->message);
    while (size != 0 && status == BILINT_OK) {
        const size_t now = size < piece ? size : piece;

        status = bilint_stream_push(stream, data, now, err);
        must_explain(status, err);
        data += now;
        size -= now;
    }
    status = bilint_stream_finish(stream, report, err);
    bilint_stream_free(stream);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const size_t pieces[] = { 1, 2, 3, 7, 16, 61, 512, 4096 };
    bilint_error err[2] = { BILINT_ERROR_INIT, BILINT_ERROR_INIT };
    bilint_report *report[2] = { NULL, NULL };
    bilint_status status[2];
    bilint_engine *engine;
    char *text[2];
    const char *name;
    offset_unit unit;

    if (size < HEAD)
        return 0;
    engine = engine_of(data[0] % ENGINES);
    unit = data[0] % ENGINES == 2 ? UNIT_UTF16 : UNIT_UTF8;
    name = names[data[1] / 8 % 3];
    status[0] = bilint_check_document(engine, name, data + HEAD, size - HEAD,
                                      &report[0], &err[0]);
    status[1] = in_pieces(engine, name, data + HEAD, size - HEAD,
                          pieces[data[1] % 8], &report[1], &err[1]);
    for (int i = 0; i < 2; i++) {
        must_explain(status[i], &err[i]);
        MUST(status[i] == BILINT_OK || status[i] == BILINT_E_FORMAT ||
                 status[i] == BILINT_E_LIMIT ||
                 status[i] == BILINT_E_UNSUPPORTED ||
                 status[i] == BILINT_E_DATA,
             "%d: %s", (int)status[i], err[i].message);
        must_be_sound(report[i], NULL, unit);
        text[i] = as_text(report[i]);
        bilint_report_free(report[i]);
    }
    MUST((status[0] == BILINT_OK) == (status[1] == BILINT_OK),
         "%d, in pieces %d", (int)status[0], (int)status[1]);
    MUST(status[0] != BILINT_OK || strcmp(text[0], text[1]) == 0,
         "%s, in pieces %s", text[0], text[1]);
    free(text[0]);
    free(text[1]);
    return 0;
}
