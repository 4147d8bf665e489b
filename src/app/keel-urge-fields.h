#pragma once

#include <adwaita.h>

#include "core/keel-urge.h"

G_BEGIN_DECLS

/*
 * KeelUrgeFields: what else can be written of an urge. None of it is asked for.
 *
 * Signal: "changed", by the person.
 */
#define KEEL_TYPE_URGE_FIELDS (keel_urge_fields_get_type ())
G_DECLARE_FINAL_TYPE (KeelUrgeFields, keel_urge_fields, KEEL, URGE_FIELDS, AdwBin)

KeelUrgeFields *keel_urge_fields_new (void);
void keel_urge_fields_show (KeelUrgeFields *self, const KeelUrge *urge); /* without the signal */
void keel_urge_fields_read (KeelUrgeFields *self, KeelUrge *urge);

G_END_DECLS
