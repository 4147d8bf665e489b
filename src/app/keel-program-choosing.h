#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * What a person does with programs. Each change is told in the window of @widget, with a button that takes it
 * back, and loses nothing that was written. A change waits for none before it: it begins where that one ends.
 */

/* Chooses @program, after those that are chosen, or lets it go. "No program" lets all of them go. */
void keel_program_choose (GtkWidget *widget, KeelSession *session, const KeelProgram *program,
                          gboolean chosen);
/* Moves it among those that are chosen: -1 up, 1 down. */
void keel_program_move (GtkWidget *widget, KeelSession *session, const KeelProgram *program, int by);
/* One of the person's own. */
void keel_program_delete (GtkWidget *widget, KeelSession *session, const KeelProgram *program);
/* Whether it is "no program", which is also so where nothing is chosen. */
gboolean keel_program_is_none (const KeelProgram *program);

/* Whether the person goes without one, said or unsaid. */
gboolean keel_program_is_none_chosen (KeelSession *session);

G_END_DECLS
