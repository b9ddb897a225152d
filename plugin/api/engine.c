/* SPDX-License-Identifier: Apache-2.0 */
/* Engines: made, shared, asked. */
#include "api/handles.h"

#include "checks/custom.h"

const char *BILINT_CALL bilint_version(void)
{
    return BILINT_VERSION;
}

uint32_t BILINT_CALL bilint_abi(void)
{
    return BILINT_ABI;
}

const char *BILINT_CALL bilint_status_text(bilint_status status)
{
    return bl_status_text(status);
}

bilint_status BILINT_CALL bilint_engine_new(uint32_t abi, const char *config,
                                            size_t size,
                                            const bilint_host *host,
                                            bilint_engine **out,
                                            bilint_error *err)
{
    bl_engine *engine = NULL;
    bilint_status status;

    bl_error_clear(err);
    if (out == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "out is NULL");
    *out = NULL;
    if (abi >> 16 != BILINT_ABI_MAJOR || (abi & 0xffff) > BILINT_ABI_MINOR)
        return bl_fail(err, BILINT_E_ABI,
                       "compiled for interface %u.%u, this is %u.%u",
                       (unsigned)(abi >> 16), (unsigned)(abi & 0xffff),
                       (unsigned)BILINT_ABI_MAJOR,
                       (unsigned)BILINT_ABI_MINOR);
    if (config == NULL && size != 0)
        return bl_fail(err, BILINT_E_ARGUMENT, "config is NULL");
    status = bl_engine_new(config, size, host, &engine, err);
    *out = (bilint_engine *)engine;
    return status;
}

bilint_engine *BILINT_CALL bilint_engine_ref(bilint_engine *engine)
{
    return (bilint_engine *)bl_engine_hold(bl_engine_of(engine));
}

void BILINT_CALL bilint_engine_free(bilint_engine *engine)
{
    if (engine != NULL)
        bl_engine_drop(bl_engine_of(engine));
}

static bilint_status prepare(bl_engine *engine, const char *tag,
                             bilint_error *err)
{
    bl_language *language = NULL;
    bilint_status status = bl_engine_language(engine, tag, &language, err);

    if (status == BILINT_OK && language == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "not a language tag: %s",
                       tag);
    if (status == BILINT_OK)
        bl_engine_open(language);
    return status;
}

bilint_status BILINT_CALL bilint_engine_prepare(bilint_engine *engine,
                                                const char *source_lang,
                                                const char *target_lang,
                                                bilint_error *err)
{
    bilint_status status;

    bl_error_clear(err);
    if (engine == NULL || source_lang == NULL || target_lang == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "an argument is NULL");
    status = prepare(bl_engine_of(engine), source_lang, err);
    return status == BILINT_OK
               ? prepare(bl_engine_of(engine), target_lang, err)
               : status;
}

const char *BILINT_CALL bilint_engine_setting(const bilint_engine *engine,
                                              const char *key)
{
    return bl_config_value(&bl_engine_of(engine)->config, key);
}

int32_t BILINT_CALL bilint_engine_severity(const bilint_engine *engine,
                                           const char *rule)
{
    const bl_engine *of = bl_engine_of(engine);
    uint16_t index = 0;

    if (rule == NULL || bl_settings_find(&of->config.settings, bl_str_z(rule),
                                         &index) == NULL)
        return BILINT_E_ARGUMENT;
    return (int32_t)bl_engine_severity(of, index);
}
