#pragma once

#include <adwaita.h>

#include "content/keel-given.h"

G_BEGIN_DECLS

/*
 * KeelEntryShareChoice: one entry, and what of it is given, field by field. Only what was answered stands
 * there.
 *
 * Signal: "changed", when something else is chosen.
 */
#define KEEL_TYPE_ENTRY_SHARE_CHOICE (keel_entry_share_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntryShareChoice, keel_entry_share_choice, KEEL, ENTRY_SHARE_CHOICE, AdwBin)

/* Takes @given. @alone: there is no other, and all of it can be seen at once. What nobody else is to see is
 * not chosen at first. */
KeelEntryShareChoice *keel_entry_share_choice_new (KeelGiven *given, gboolean alone);
/* Whether names are shortened. A title may hold one: then it is not given unless it is chosen by itself. */
void keel_entry_share_choice_set_initials (KeelEntryShareChoice *self, gboolean initials);

/* With what is chosen now; NULL: nothing of it. Transfer none. */
KeelGiven *keel_entry_share_choice_get_given (KeelEntryShareChoice *self);

G_END_DECLS
