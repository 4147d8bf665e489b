#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* entry.change-worksheet of KeelEntryPage: changes the worksheet of the page, or a copy of it where it is not
 * the person's own. What is written stays with the worksheet as it was. */
void keel_template_entry_install (GtkWidgetClass *page_class);

G_END_DECLS
