#pragma once

#include <adwaita.h>

#include "keel-session-entries.h"

G_BEGIN_DECLS

/*
 * KeelEntryHistory: what an entry was like whenever the person left it, to look at and to bring back.
 *
 * Signal: "chosen" (KeelAnswers *), to be brought back.
 */
#define KEEL_TYPE_ENTRY_HISTORY (keel_entry_history_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntryHistory, keel_entry_history, KEEL, ENTRY_HISTORY, AdwWindow)

KeelEntryHistory *keel_entry_history_new (GtkWindow *parent, KeelSession *session, const char *uuid,
                                          KeelWorksheet *worksheet);

G_END_DECLS
