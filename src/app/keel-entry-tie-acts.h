#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The acts of KeelEntryPage that say what a page belongs to, with whom it was shared, and when to be
 * reminded of its worksheet: entry.link, entry.share and entry.remind. */
void keel_entry_tie_acts_install (GtkWidgetClass *page_class);

G_END_DECLS
