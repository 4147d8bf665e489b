#pragma once

#include <adwaita.h>

#include "keel-session-progress.h"

G_BEGIN_DECLS

/*
 * KeelEntryTies: what a page belongs to, followed with one press, and with whom it was shared. Hidden where
 * there is neither.
 *
 * Signal: "changed" (KeelEntry *), when one of both was changed or that was taken back.
 */
#define KEEL_TYPE_ENTRY_TIES (keel_entry_ties_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntryTies, keel_entry_ties, KEEL, ENTRY_TIES, AdwBin)

/* @entry is nullable: not saved yet, and then it will belong to @target (nullable). */
void keel_entry_ties_show (KeelEntryTies *self, KeelSession *session, KeelEntry *entry, KeelEntryLink link,
                           const char *target);

/* Asks, and changes it with a way back. Only where there is an entry. */
void keel_entry_ties_ask_link (KeelEntryTies *self);
void keel_entry_ties_ask_shared (KeelEntryTies *self);

G_END_DECLS
