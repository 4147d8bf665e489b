#pragma once

#include <gtk/gtk.h>

#include "keel-text-row.h"

G_BEGIN_DECLS

/* What the forms for medicine, dates and goals are made of. */

void keel_care_fields_add_heading (GtkBox *box, const char *text);
KeelTextRow *keel_care_fields_add_text (GtkListBox *list, const char *title);
/* A switch with @text beside it, at the end of @box. */
GtkSwitch *keel_care_fields_add_switch (GtkBox *box, const char *text);

void keel_care_fields_set_text (KeelTextRow *row, const char *text); /* nullable */
/* Without the white space around it; NULL where nothing is written. Transfer full. */
char *keel_care_fields_dup_text (KeelTextRow *row);
void keel_care_fields_set_day (KeelTextRow *row, gint64 day); /* KEEL_DAY_UNSAID: empty */
/* FALSE, and it is told there, where it is no day; *@day is KEEL_DAY_UNSAID where nothing is written, which
 * is refused likewise where it @must be said. */
gboolean keel_care_fields_read_day (KeelTextRow *row, gboolean must, gint64 *day);
/* FALSE, always: tells what is wrong and leads the focus there. */
gboolean keel_care_fields_refuse (KeelTextRow *row, const char *problem);

G_END_DECLS
