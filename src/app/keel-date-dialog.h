#pragma once

#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks what is to become of one date of @series: it is moved, cancelled or put back. @original is its key, a
 * local time of the series' own zone. What was done is said in the window behind it, with Undo. */
void keel_date_dialog_present (GtkWindow *parent, KeelSession *session, KeelSeries *series,
                               KeelLocalTime original);

/* As it was when @draft was kept. FALSE where that is no longer followed: then there is no dialog. */
gboolean keel_date_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft);
#define KEEL_DATE_DRAFT "date"

G_END_DECLS
