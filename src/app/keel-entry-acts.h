#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done to a page as a whole, as actions of KeelEntryPage: entry.duplicate, entry.new, entry.history,
 * entry.trash and entry.destroy. */
void keel_entry_acts_install (GtkWidgetClass *page_class);

G_END_DECLS
