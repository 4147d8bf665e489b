#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelFamilyLife: what leads to a person's own life: their meetings, their people, what they write, and where
 * no other page does, their own time in a group and looking back. */
#define KEEL_TYPE_FAMILY_LIFE (keel_family_life_get_type ())
G_DECLARE_FINAL_TYPE (KeelFamilyLife, keel_family_life, KEEL, FAMILY_LIFE, AdwBin)

GtkWidget *keel_family_life_new (KeelSession *session);

G_END_DECLS
