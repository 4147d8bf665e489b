#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelWrapBox: children beside each other, going on in the next line where there is no more room. */
#define KEEL_TYPE_WRAP_BOX (keel_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (KeelWrapBox, keel_wrap_box, KEEL, WRAP_BOX, GtkWidget)

void keel_wrap_box_append (KeelWrapBox *self, GtkWidget *child);
void keel_wrap_box_clear (KeelWrapBox *self);

G_END_DECLS
