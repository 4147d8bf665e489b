#pragma once

#include <gtk/gtk.h>

#include "core/keel-plan.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* Both say what came of them in the window that @widget stands in, with a way to undo it. */
void keel_plan_undo_save (GtkWidget *widget, KeelSession *session, const KeelPlan *plan);
void keel_plan_undo_delete (GtkWidget *widget, KeelSession *session, const char *uuid);

G_END_DECLS
