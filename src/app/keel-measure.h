#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelMeasure: its child no wider than about seventy letters, in the middle: so long is a line that is good
 * to read, however large its letters are. Shown as long as its child is. */
#define KEEL_TYPE_MEASURE (keel_measure_get_type ())
G_DECLARE_FINAL_TYPE (KeelMeasure, keel_measure, KEEL, MEASURE, AdwBin)

GtkWidget *keel_measure_new (GtkWidget *child);
/* As wide as @child wants to be, where that is more. */
GtkWidget *keel_measure_new_growing (GtkWidget *child);

G_END_DECLS
