#pragma once

#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "Give to Someone…": what of these entries (@uuids: of char *, one or several) goes on paper or into a file.
 * What could not be read is told in the window of @parent. */
void keel_entry_share_present (GtkWindow *parent, KeelSession *session, GPtrArray *uuids);

/* The action entry.give of KeelEntryPage. */
void keel_entry_share_install (GtkWidgetClass *page_class);

G_END_DECLS
