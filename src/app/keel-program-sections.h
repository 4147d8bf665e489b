#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* What there is to say of a program, one section below the other: @box has nothing else in it. */
void keel_program_sections_fill (GtkBox *box, KeelSession *session, const KeelProgram *program);

G_END_DECLS
