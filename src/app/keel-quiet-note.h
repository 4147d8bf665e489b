#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelQuietNote: that there is nothing in the days that are shown, with the two ways to more. Hidden until it
 * has something to tell. */
#define KEEL_TYPE_QUIET_NOTE (keel_quiet_note_get_type ())
G_DECLARE_FINAL_TYPE (KeelQuietNote, keel_quiet_note, KEEL, QUIET_NOTE, AdwBin)

void keel_quiet_note_tell (KeelQuietNote *self, const char *words); /* nullable: hides it */

G_END_DECLS
