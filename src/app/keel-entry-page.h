#pragma once

#include <adwaita.h>

#include "keel-session-entries.h"

G_BEGIN_DECLS

/*
 * KeelEntryPage: a page of paper: one worksheet that is being written.
 *
 * Signals: "left", when all is saved and the person is done with it; "stayed", when it could not be
 * saved and the page stays; "opened" (KeelWriting *), when another
 * one is to be shown in its place; "gone" (KeelEntry *), when it was moved to the trash (the entry) or
 * destroyed (NULL).
 */
#define KEEL_TYPE_ENTRY_PAGE (keel_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntryPage, keel_entry_page, KEEL, ENTRY_PAGE, AdwBin)

/* Takes @paper. */
KeelEntryPage *keel_entry_page_new (KeelSession *session, KeelWriting *paper);

/* Saves what is there, and then "left". What cannot be saved is told, and the page stays. */
void keel_entry_page_leave (KeelEntryPage *self);
/* Whether something is not saved yet. */
gboolean keel_entry_page_is_waiting (KeelEntryPage *self);
const char *keel_entry_page_get_uuid (KeelEntryPage *self); /* nullable: none yet */
/* The first thing to write. */
void keel_entry_page_begin (KeelEntryPage *self);

G_END_DECLS
