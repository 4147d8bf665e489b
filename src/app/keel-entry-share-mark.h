#pragma once

#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says @sentence in the window of @widget, with a button that marks the entries (@uuids: of char *) as shared
 * today, which can be undone. No mark is made unless the person presses it. */
void keel_entry_share_mark_offer (GtkWidget *widget, KeelSession *session, GPtrArray *uuids,
                                  const char *sentence);

G_END_DECLS
