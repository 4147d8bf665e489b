#pragma once

#include "keel-entry-document.h"
#include "keel-session-entries.h"

G_BEGIN_DECLS

/*
 * KeelEntrySaver: saves what is being written, by itself: less than a second after the first key that is not
 * saved yet, one save at a time and the last answers in the end, and all of it before the profile is closed.
 * An entry begins with the first thing that is written.
 *
 * Signals: "waiting", when something is not saved yet; "saved", when all is; "left", when all is and a
 * version was kept, as keel_entry_saver_leave () wanted; "failed" (GError), when it was not: it is tried
 * again by itself, and with the next key.
 */
#define KEEL_TYPE_ENTRY_SAVER (keel_entry_saver_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntrySaver, keel_entry_saver, KEEL, ENTRY_SAVER, GObject)

/* @entry is nullable: none yet. */
KeelEntrySaver *keel_entry_saver_new (KeelSession *session, KeelEntryDocument *document, KeelEntry *entry);

KeelEntry *keel_entry_saver_get_entry (KeelEntrySaver *self); /* transfer none, nullable */
/* What an entry that is not there yet will belong to; @target is nullable: to nothing. */
void keel_entry_saver_set_link (KeelEntrySaver *self, KeelEntryLink link, const char *target);
void keel_entry_saver_set_entry (KeelEntrySaver *self, KeelEntry *entry);
gboolean keel_entry_saver_is_waiting (KeelEntrySaver *self);

/* The entry begins although nothing is written in it yet: it has a title, say. */
void keel_entry_saver_begin (KeelEntrySaver *self);
void keel_entry_saver_leave (KeelEntrySaver *self);
/* Nothing is saved any more: the entry is destroyed, or what is there is not wanted. */
void keel_entry_saver_stop (KeelEntrySaver *self);

G_END_DECLS
