#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelContentNote: one line that some of what Keel brings along, or of what the person made, cannot be read
 * and is left out; which files, when one asks. It can be dismissed. */
#define KEEL_TYPE_CONTENT_NOTE (keel_content_note_get_type ())
G_DECLARE_FINAL_TYPE (KeelContentNote, keel_content_note, KEEL, CONTENT_NOTE, AdwBin)

/* Shows itself where there is anything to tell. */
void keel_content_note_show (KeelContentNote *self, KeelSession *session);

G_END_DECLS
