#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelMatchRow: one result of a search. */
#define KEEL_TYPE_MATCH_ROW (keel_match_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelMatchRow, keel_match_row, KEEL, MATCH_ROW, GtkListBoxRow)

GtkWidget *keel_match_row_new (KeelMatch *match, KeelSession *session);
KeelMatch *keel_match_row_get_match (KeelMatchRow *self); /* transfer none */
void keel_match_row_show_followed (KeelMatchRow *self, gboolean followed);

G_END_DECLS
