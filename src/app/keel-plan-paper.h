#pragma once

#include <gtk/gtk.h>

#include "core/keel-plan.h"

G_BEGIN_DECLS

/* Prints @plans (of KeelPlan) as cards to cut out, in large letters. What cannot be printed is told in the
 * status line of the window that @widget stands in. */
void keel_plan_paper_print (GtkWidget *widget, GPtrArray *plans);

G_END_DECLS
