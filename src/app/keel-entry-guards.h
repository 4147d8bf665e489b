#pragma once

#include "store/keel-journal-entries.h"

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelEntryGuards: how much of what was written may be told outside its page, by the worksheet. Of a quiet
 * one nothing is told. Of one that can ask for the passphrase again no word is; and while it asks, it is not
 * found by its words either, unless the person has had it open since the profile was unlocked.
 *
 * Made in the main thread, and used in the store thread.
 */
typedef struct _KeelEntryGuards KeelEntryGuards;

KeelEntryGuards *keel_entry_guards_new (KeelSession *session);
void keel_entry_guards_free (KeelEntryGuards *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelEntryGuards, keel_entry_guards_free)

/* The entries that fit @filter, as many as it wants, without what must not be told. In the trash there is a
 * way to each of them, without a name. Transfer full; NULL with an error. */
GPtrArray *keel_entry_guards_list (const KeelEntryGuards *self, KeelJournal *journal,
                                   const KeelEntryFilter *filter, GError **error);

G_END_DECLS
