#pragma once

#include <gtk/gtk.h>

#include "keel-session-entries.h"

G_BEGIN_DECLS

typedef void (*KeelEntryDestroyed) (gpointer widget);

/* Asks once, names what may still hold it, and destroys it. @done gets @widget when that is so. */
void keel_entry_destroy_ask (GtkWidget *widget, KeelSession *session, KeelEntry *entry,
                             KeelEntryDestroyed done);

G_END_DECLS
