#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelNoteArea: several lines to write, with their title above them. Tab leaves it.
 *
 * Signal: "written", whenever the person changes the text.
 */
#define KEEL_TYPE_NOTE_AREA (keel_note_area_get_type ())
G_DECLARE_FINAL_TYPE (KeelNoteArea, keel_note_area, KEEL, NOTE_AREA, AdwBin)

/* @hint is nullable: what to mind when writing, below the title. */
void keel_note_area_set_title (KeelNoteArea *self, const char *title, const char *hint);
void keel_note_area_set_text (KeelNoteArea *self, const char *text); /* nullable; without the signal */
/* Without white space at the ends; NULL where nothing is written. Transfer full. */
char *keel_note_area_dup_text (KeelNoteArea *self);

G_END_DECLS
