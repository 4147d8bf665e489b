#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* What drafts of it are kept under. */
#define KEEL_PROGRAM_DRAFT "own-program"

/* A program of the person's own: a new one (@program NULL) or one to change. What is new is then opened in
 * @parent, where that is the window of the programs. */
void keel_program_dialog_present (GtkWindow *parent, KeelSession *session, const KeelProgram *program);

/* FALSE where the program is not there any more. */
gboolean keel_program_dialog_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft);

G_END_DECLS
