#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* How a person answered one question about one group, as a button; pressed, it offers the answers. Transfer
 * floating. */
GtkWidget *keel_series_answers_make_button (KeelSession *session, KeelSeries *series, KeelQuestion question);

/* All questions about one group below each other. */
GtkWidget *keel_series_answers_make_list (KeelSession *session, KeelSeries *series);

G_END_DECLS
