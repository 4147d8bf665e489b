#pragma once

#include <gtk/gtk.h>

#include "content/keel-reading.h"

G_BEGIN_DECLS

/* What a small page says, at the end of @box: what stands before all else, then its sections. */
void keel_reading_sections_add_words (GtkBox *box, const KeelReading *reading);
/* What was measured, and where it is from. */
void keel_reading_sections_add_sources (GtkBox *box, const KeelReading *reading);

G_END_DECLS
