/* SPDX-License-Identifier: Apache-2.0 */
/* Projects: documents that are compared with each other. */
#include "api/handles.h"

bilint_status BILINT_CALL bilint_project_new(bilint_engine *engine,
                                             uint32_t documents,
                                             bilint_project **out,
                                             bilint_error *err)
{
    bl_error_clear(err);
    if (out != NULL)
        *out = NULL;
    if (engine == NULL || out == NULL || documents == 0)
        return bl_fail(err, BILINT_E_ARGUMENT,
                       "an argument is NULL, or there are no documents");
    *out = (bilint_project *)bl_project_new(bl_engine_of(engine), documents);
    return *out != NULL ? BILINT_OK : bl_fail_memory(err);
}

bilint_status BILINT_CALL bilint_stream_join(bilint_stream *stream,
                                             bilint_project *project,
                                             uint32_t index,
                                             bilint_error *err)
{
    bl_error_clear(err);
    if (stream == NULL || project == NULL || stream->document == NULL ||
        stream->done != 0)
        return bl_fail(err, BILINT_E_ARGUMENT,
                       "an argument is NULL, or the stream has begun");
    if (index >= bl_project_count(bl_project_of(project)))
        return bl_fail(err, BILINT_E_ARGUMENT,
                       "the project has %u documents, not %u",
                       (unsigned)bl_project_count(bl_project_of(project)),
                       (unsigned)index + 1);
    bl_document_join(stream->document, bl_project_of(project), index);
    return BILINT_OK;
}

bilint_status BILINT_CALL bilint_project_finish(bilint_project *project,
                                                bilint_report **report,
                                                bilint_error *err)
{
    bilint_status status;

    bl_error_clear(err);
    if (project == NULL || report == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "an argument is NULL");
    status = bl_report_prepare(bl_project_engine(bl_project_of(project)),
                               report, err);
    return status == BILINT_OK
               ? bl_project_finish(bl_project_of(project),
                                   &(*report)->report, err)
               : status;
}

void BILINT_CALL bilint_project_free(bilint_project *project)
{
    bl_project_free(bl_project_of(project));
}
