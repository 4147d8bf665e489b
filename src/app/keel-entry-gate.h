#pragma once

#include <adwaita.h>

#include "content/keel-worksheet.h"

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelEntryGate: asks for the passphrase again before a page is shown, where the person wants that.
 *
 * Signal: "opened", once it fits, or at once where nothing is to be asked.
 */
#define KEEL_TYPE_ENTRY_GATE (keel_entry_gate_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntryGate, keel_entry_gate, KEEL, ENTRY_GATE, AdwBin)

/* Whether there may be something to ask. */
gboolean keel_entry_gate_is_needed (KeelSession *session, const KeelWorksheet *worksheet);
KeelEntryGate *keel_entry_gate_new (KeelSession *session);
KeelEntryGate *keel_entry_gate_new_for_several (KeelSession *session, guint n_pages);

/* What is said of it on the page itself, with the switch where there is a passphrase; NULL: nothing. */
GtkWidget *keel_entry_gate_make_switch (KeelSession *session, const KeelWorksheet *worksheet);

G_END_DECLS
