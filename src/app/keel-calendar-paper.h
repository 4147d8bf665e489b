#pragma once

#include <gtk/gtk.h>

#include "keel-calendar.h"
#include "paper/keel-paper.h"

G_BEGIN_DECLS

/* The month of the chosen day as a grid on one page, or four weeks from that day on as a list. Without @names
 * it says when something is, but neither what nor where. Transfer full. */
KeelPaper *keel_calendar_paper_new (KeelCalendar *calendar, gboolean month, gboolean names);

/* Shows it in a preview, without names until the person wants them. */
void keel_calendar_paper_present (GtkWindow *parent, KeelCalendar *calendar, gboolean month);

G_END_DECLS
