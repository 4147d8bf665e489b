#pragma once

#include <gtk/gtk.h>

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/* What is to be read before the first line, who might read it, what to mind above all and hints, goes into
 * @before; whose idea it is into @after. */
void keel_entry_notes_fill (GtkBox *before, GtkBox *after, const KeelWorksheet *worksheet);

G_END_DECLS
