#pragma once

#include <adwaita.h>

#include "content/keel-given.h"

#include "keel-session-entries.h"

G_BEGIN_DECLS

/* KeelEntryShareWindow: what of some entries is given to somebody, and how: on paper, or as a file. */
#define KEEL_TYPE_ENTRY_SHARE_WINDOW (keel_entry_share_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntryShareWindow, keel_entry_share_window, KEEL, ENTRY_SHARE_WINDOW, AdwWindow)

/* Takes @writings and @guarded (of KeelWriting, each with its entry), of which there is at least one
 * together. Nothing of @guarded is shown before the passphrase was given again, where the person wants that.
 */
KeelEntryShareWindow *keel_entry_share_window_new (GtkWindow *parent, KeelSession *session,
                                                   GPtrArray *writings, GPtrArray *guarded);

G_END_DECLS
