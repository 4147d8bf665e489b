#pragma once

#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks how @series is to repeat from the date on whose key is @occurrence, a local time of the series' own
 * zone. What was before stays as it was. What was done is said in the window behind it, with Undo. */
void keel_rhythm_dialog_present (GtkWindow *parent, KeelSession *session, KeelSeries *series,
                                 KeelLocalTime occurrence);

/* As it was when @draft was kept. FALSE where that is no longer followed: then there is no dialog. */
gboolean keel_rhythm_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft);
#define KEEL_RHYTHM_DRAFT "rhythm"

G_END_DECLS
