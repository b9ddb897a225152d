/* SPDX-License-Identifier: Apache-2.0 */
/* Documents: in pieces, in memory, from a file. */
#include "api/handles.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum {
    PIECE = 64 * 1024,   /* bytes read from a file at a time */
    TELL_EVERY = 1 << 20 /* bytes between two calls of the host's progress */
};

static bilint_status begin(bl_engine *engine, const char *name,
                           uint64_t total, struct bilint_report **report,
                           bilint_stream **out, bilint_error *err)
{
    const bl_reader_limits limits = { .text_size =
                                          engine->config.limit_text };
    bilint_stream *stream = bl_new(&engine->alloc, 1, sizeof(*stream));
    bilint_status status;

    if (stream == NULL)
        return bl_fail_memory(err);
    stream->engine = engine;
    bl_atomic_add(&engine->owners, 1);
    stream->total = total;
    stream->error = (bilint_error)BILINT_ERROR_INIT;
    stream->report = *report;
    *report = NULL; /* the stream's, until it is finished */
    status = bl_report_prepare(engine, &stream->report, err);
    if (status == BILINT_OK) {
        bl_report *own = &stream->report->report;

        stream->document = bl_document_new(engine, own);
        if (stream->document != NULL)
            stream->reader =
                bl_reader_new(&engine->alloc, name, &limits,
                              bl_document_sink(stream->document));
        if (name != NULL)
            own->file = bl_str_of(
                bl_arena_copy(&own->arena, name, strlen(name)),
                strlen(name));
        if (stream->reader == NULL || own->arena.failed)
            status = bl_fail_memory(err);
    }
    if (status != BILINT_OK) {
        *report = stream->report;
        stream->report = NULL;
        bilint_stream_free(stream);
        return status;
    }
    *out = stream;
    return BILINT_OK;
}

/* The first failure of a stream is its failure for good. */
static bilint_status keep_error(bilint_stream *stream, bilint_status status,
                                const bilint_error *inner, bilint_error *err)
{
    if (stream->status == BILINT_OK && status != BILINT_OK) {
        stream->status = status;
        stream->error = *inner;
    }
    if (stream->status != BILINT_OK)
        return bl_fail_at(err, stream->status, stream->error.line,
                          stream->error.column, stream->error.byte_offset,
                          "%s", stream->error.message);
    return BILINT_OK;
}

static bool is_cancelled(bilint_stream *stream, bool now)
{
    const bl_engine *engine = stream->engine;

    if (engine->progress == NULL || engine->progress->step == NULL ||
        (!now && stream->done - stream->told < TELL_EVERY))
        return false;
    stream->told = stream->done;
    return engine->progress->step(engine->host, stream->done,
                                  stream->total) != 0;
}

static bilint_status push(bilint_stream *stream, const void *data,
                          size_t size, bilint_error *err)
{
    bilint_error inner = BILINT_ERROR_INIT;
    bilint_status status = BILINT_OK;

    if (stream->status == BILINT_OK)
        status = bl_reader_push(stream->reader, data, size, &inner);
    stream->done += size;
    if (status == BILINT_OK && stream->status == BILINT_OK &&
        is_cancelled(stream, stream->done == size))
        status = bl_fail(&inner, BILINT_E_CANCELLED, "%s",
                         bl_status_text(BILINT_E_CANCELLED));
    return keep_error(stream, status, &inner, err);
}

static bilint_status finish(bilint_stream *stream,
                            struct bilint_report **report, bilint_error *err)
{
    bilint_error inner = BILINT_ERROR_INIT;
    bilint_status status = BILINT_OK;

    if (stream->document != NULL) {
        if (stream->status == BILINT_OK)
            status = bl_reader_finish(stream->reader, &inner);
        keep_error(stream, status, &inner, NULL);
        status = bl_document_finish(stream->document,
                                    stream->status == BILINT_OK, &inner);
        keep_error(stream, status, &inner, NULL);
        bl_document_free(stream->document);
        stream->document = NULL;
        bl_reader_free(stream->reader);
        stream->reader = NULL;
    }
    if (stream->report != NULL) {
        stream->report->report.broken = stream->status != BILINT_OK;
        *report = stream->report;
        stream->report = NULL;
    }
    return keep_error(stream, BILINT_OK, &inner, err);
}

/* ---- exported ----------------------------------------------------------- */

bilint_status BILINT_CALL bilint_stream_new(bilint_engine *engine,
                                            const char *name, uint64_t total,
                                            bilint_stream **out,
                                            bilint_error *err)
{
    struct bilint_report *report = NULL;
    bilint_status status;

    bl_error_clear(err);
    if (out != NULL)
        *out = NULL;
    if (engine == NULL || out == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "an argument is NULL");
    status = begin(bl_engine_of(engine), name, total, &report, out, err);
    bl_report_discard(report);
    return status;
}

bilint_status BILINT_CALL bilint_stream_push(bilint_stream *stream,
                                             const void *data, size_t size,
                                             bilint_error *err)
{
    bl_error_clear(err);
    if (stream == NULL || stream->document == NULL ||
        (data == NULL && size != 0))
        return bl_fail(err, BILINT_E_ARGUMENT,
                       "an argument is NULL, or the stream is finished");
    return push(stream, data, size, err);
}

bilint_status BILINT_CALL bilint_stream_finish(bilint_stream *stream,
                                               bilint_report **report,
                                               bilint_error *err)
{
    bl_error_clear(err);
    if (stream == NULL || report == NULL || stream->document == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT,
                       "an argument is NULL, or the stream is finished");
    bl_report_discard(*report);
    *report = NULL;
    return finish(stream, report, err);
}

void BILINT_CALL bilint_stream_free(bilint_stream *stream)
{
    bl_engine *engine;

    if (stream == NULL)
        return;
    engine = stream->engine;
    bl_document_free(stream->document);
    bl_reader_free(stream->reader);
    bl_report_discard(stream->report);
    bl_free(&engine->alloc, stream);
    bilint_engine_free((bilint_engine *)engine);
}

bilint_status BILINT_CALL bilint_check_document(bilint_engine *engine,
                                                const char *name,
                                                const void *data, size_t size,
                                                bilint_report **report,
                                                bilint_error *err)
{
    bilint_stream *stream = NULL;
    const char *next = data;
    bilint_status status;

    bl_error_clear(err);
    if (engine == NULL || report == NULL || (data == NULL && size != 0))
        return bl_fail(err, BILINT_E_ARGUMENT, "an argument is NULL");
    status =
        begin(bl_engine_of(engine), name, size, report, &stream, err);
    if (status != BILINT_OK)
        return status;
    while (size != 0 && status == BILINT_OK) {
        const size_t piece = size < PIECE ? size : PIECE;

        status = push(stream, next, piece, err);
        next += piece;
        size -= piece;
    }
    status = finish(stream, report, err);
    bilint_stream_free(stream);
    return status;
}

static bilint_status read_file(bilint_stream *stream, FILE *file,
                               const char *path, bilint_error *err)
{
    char *piece = bl_resize(&stream->engine->alloc, NULL, PIECE, 1);
    bilint_error inner = BILINT_ERROR_INIT;
    bilint_status status = BILINT_OK;
    size_t size;

    if (piece == NULL)
        return keep_error(stream, bl_fail_memory(&inner), &inner, err);
    while (status == BILINT_OK && (size = fread(piece, 1, PIECE, file)) != 0)
        status = push(stream, piece, size, err);
    /* A short read is not the end of the file. */
    if (status == BILINT_OK && ferror(file))
        status = keep_error(stream,
                            bl_fail(&inner, BILINT_E_IO, "cannot read %s: %s",
                                    path, strerror(errno)),
                            &inner, err);
    bl_free(&stream->engine->alloc, piece);
    return status;
}

static uint64_t size_of(FILE *file)
{
    long size;

    if (fseek(file, 0, SEEK_END) != 0)
        return 0; /* a pipe */
    size = ftell(file);
    rewind(file);
    return size > 0 ? (uint64_t)size : 0;
}

bilint_status BILINT_CALL bilint_check_file(bilint_engine *engine,
                                            const char *path,
                                            bilint_report **report,
                                            bilint_error *err)
{
    bilint_stream *stream = NULL;
    bilint_status status;
    FILE *file;

    bl_error_clear(err);
    if (engine == NULL || path == NULL || report == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "an argument is NULL");
    file = fopen(path, "rb");
    if (file == NULL)
        return bl_fail(err, BILINT_E_IO, "cannot open %s: %s", path,
                       strerror(errno));
    status = begin(bl_engine_of(engine), path, size_of(file), report,
                   &stream, err);
    if (status == BILINT_OK) {
        read_file(stream, file, path, err);
        status = finish(stream, report, err);
        bilint_stream_free(stream);
    }
    fclose(file);
    return status;
}
