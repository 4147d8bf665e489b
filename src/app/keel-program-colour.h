#pragma once

#include <gtk/gtk.h>

#include "content/keel-program.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* Asks which colour a milestone of a program shall have for this person, out of a few that have names, or as
 * usual; with an undo. */
void keel_program_colour_present (GtkWidget *widget, KeelSession *session, const KeelProgram *program,
                                  const KeelMilestone *milestone);

G_END_DECLS
