#pragma once

#include "content/keel-help-line.h"
#include "core/keel-own-line.h"
#include "keel-inner-row.h"

G_BEGIN_DECLS

/*
 * KeelHelpLineRow: one help line: what it is for, whether somebody answers now, how to reach it, and what is
 * known of it.
 */
#define KEEL_TYPE_HELP_LINE_ROW (keel_help_line_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpLineRow, keel_help_line_row, KEEL, HELP_LINE_ROW, KeelInnerRow)

/* @line must live longer. @is_short: without what is not needed to call. @zone is the person's, @now in
 * seconds UTC. */
GtkWidget *keel_help_line_row_new (const KeelHelpLine *line, gboolean is_short, GTimeZone *zone, gint64 now);
/* Whether somebody answers may be otherwise by now. */
void keel_help_line_row_look (KeelHelpLineRow *self, GTimeZone *zone, gint64 now);

/* One of the person's own. Of this, @edit (nullable) is a button that stands at its end. */
GtkWidget *keel_help_line_row_new_own (const KeelOwnLine *line, GtkWidget *edit);

G_END_DECLS
