#pragma once

#include "content/keel-reading.h"
#include "keel-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What belongs to a small page, at the end of @box: a row for each worksheet, card, safety page, program and
 * page that there is, and below them the help lines. They speak by the action reading.open (ss: one of
 * keel_reading_link_words, and where to). */
void keel_reading_links_add (GtkBox *box, KeelSession *session, const KeelReading *reading);

G_END_DECLS
