/* SPDX-License-Identifier: Apache-2.0 */
/* Where faults are told, and what must wait until the file is read. */
#include "readers/audit.h"

#include "base/hash.h"

bl_position bl_audit_place(const bl_audit *audit, uint64_t tag)
{
    return audit->in_unit && tag >= audit->unit_tag &&
                   tag < bl_xml_placed(audit->xml)
               ? bl_xml_position_behind(audit->xml, audit->unit_at,
                                        audit->unit_tag, tag)
               : bl_xml_position(audit->xml, tag);
}

bool bl_audit_is_wanted(bl_audit *audit, bl_fault_kind kind)
{
    const bl_fault fault = { .kind = (uint16_t)kind };

    if (audit->told[kind] < BL_FAULTS_TOLD)
        return true;
    audit->sink->fault(audit->sink, &fault);
    return false;
}

void bl_audit_tell_at(bl_audit *audit, bl_fault_kind kind, bl_position at,
                      const bl_str arguments[BL_FAULT_ARGUMENTS])
{
    bl_fault fault = {
        .kind = (uint16_t)kind,
        .at = at,
        .unit = audit->unit,
    };

    memcpy(fault.arguments, arguments, sizeof(fault.arguments));
    audit->told[kind]++;
    audit->sink->fault(audit->sink, &fault);
}

void bl_audit_tell_all(bl_audit *audit, bl_fault_kind kind, uint64_t tag,
                       const bl_str arguments[BL_FAULT_ARGUMENTS])
{
    if (bl_audit_is_wanted(audit, kind))
        bl_audit_tell_at(audit, kind, bl_audit_place(audit, tag), arguments);
}

void bl_audit_tell(bl_audit *audit, bl_fault_kind kind, uint64_t tag,
                   bl_str a, bl_str b)
{
    const bl_str arguments[BL_FAULT_ARGUMENTS] = { a, b };

    bl_audit_tell_all(audit, kind, tag, arguments);
}

void bl_audit_tell_of(bl_audit *audit, bl_fault_kind kind,
                      bl_audit_kind element, bl_str a, bl_str b)
{
    const bl_str arguments[BL_FAULT_ARGUMENTS] = {
        a, b, bl_str_z(bl_audit_rows[element].section)
    };

    bl_audit_tell_all(audit, kind, bl_xml_tag(audit->xml), arguments);
}

static bl_str copy(bl_audit *audit, bl_arena *arena, bl_str text)
{
    const char *copied = bl_arena_copy(arena, text.ptr, text.size);

    if (copied == NULL)
        audit->no_memory = true;
    return bl_str_of(copied, copied != NULL ? text.size : 0);
}

void bl_audit_await_at(bl_audit *audit, bl_str id, bl_fault_kind kind,
                       bl_position at)
{
    if (audit->pending_count == BL_AUDIT_PENDING_MAX)
        return;
    if (!bl_grow(audit->alloc, &audit->pending, &audit->pending_room,
                 audit->pending_count, sizeof(*audit->pending))) {
        audit->no_memory = true;
        return;
    }
    audit->pending[audit->pending_count++] = (bl_audit_pending){
        copy(audit, &audit->file, id),
        copy(audit, &audit->file, audit->unit),
        at, (uint16_t)kind
    };
}

void bl_audit_await(bl_audit *audit, bl_str id, bl_fault_kind kind,
                    uint64_t tag)
{
    if (audit->pending_count != BL_AUDIT_PENDING_MAX)
        bl_audit_await_at(audit, id, kind, bl_audit_place(audit, tag));
}

void bl_audit_await_all(bl_audit *audit, bl_str ids, bl_fault_kind kind)
{
    for (size_t at = 0; at < ids.size;) {
        const char *space = memchr(ids.ptr + at, ' ', ids.size - at);
        const size_t limit =
            space != NULL ? (size_t)(space - ids.ptr) : ids.size;

        if (limit != at)
            bl_audit_await(audit, bl_str_of(ids.ptr + at, limit - at), kind,
                           bl_xml_tag(audit->xml));
        at = limit + 1;
    }
}

void bl_audit_settle(bl_audit *audit, bl_fault_kind kind,
                     const bl_id_set *ids)
{
    const bl_str unit = audit->unit;

    for (size_t i = 0; i < audit->pending_count; i++) {
        const bl_audit_pending *p = &audit->pending[i];

        if (p->fault != kind || (ids != NULL && bl_id_set_has(ids, p->id)))
            continue;
        audit->unit = p->unit;
        if (bl_audit_is_wanted(audit, kind))
            bl_audit_tell_at(audit, kind, p->at,
                         (const bl_str[BL_FAULT_ARGUMENTS]){ p->id });
    }
    audit->unit = unit;
}

bool bl_audit_is_new(bl_audit *audit, bl_id_set *set, bl_str id)
{
    bool fresh = true;

    if (!bl_id_set_add(set, id, &fresh))
        audit->no_memory = true;
    return fresh;
}

static uint64_t hash_in(uint32_t scope, uint32_t what, bl_str id)
{
    const uint64_t hash =
        bl_hash(id.ptr, id.size, (uint64_t)scope << 8 | what);

    return hash != 0 ? hash : 1;
}

static bl_id_set *set_in(bl_audit *audit)
{
    return audit->in_unit ? &audit->inner : &audit->outer;
}

bool bl_audit_is_new_in(bl_audit *audit, uint32_t scope, uint32_t what,
                        bl_str id)
{
    bool fresh = true;

    if (!bl_id_set_add_hash(set_in(audit), hash_in(scope, what, id), &fresh))
        audit->no_memory = true;
    return fresh;
}

bool bl_audit_is_known_in(bl_audit *audit, uint32_t scope, uint32_t what,
                          bl_str id)
{
    return bl_id_set_has_hash(set_in(audit), hash_in(scope, what, id));
}
