#pragma once

#include <gtk/gtk.h>

#include "content/keel-part-work.h"
#include "core/keel-progress.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelPartRow: one part of a program in a list: its topic, where the person is with it and what was written.
 */
#define KEEL_TYPE_PART_ROW (keel_part_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelPartRow, keel_part_row, KEEL, PART_ROW, GtkListBoxRow)

GtkWidget *keel_part_row_new (void);
/* @progress is nullable: nothing was said. @n_entries: what was written for it. */
void keel_part_row_show (KeelPartRow *self, KeelSession *session, const KeelPartPlace *place,
                         const KeelPartProgress *progress, guint n_entries);

G_END_DECLS
