#pragma once

#include <gtk/gtk.h>

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/* A worksheet as it is filled in, in which nothing that is written is kept. Takes @worksheet. */
GtkWidget *keel_template_preview_new (KeelWorksheet *worksheet);

G_END_DECLS
