#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelProgramWindow: the programs that there are and those that a person chose, one beside the other.
 *
 * What stands in it speaks to it by its actions: programs.open (s), programs.find, programs.fits (au),
 * programs.compare (as), programs.edit (s; "": a new one), programs.back, programs.worksheet (s) and
 * programs.tell (s: a sentence).
 */
#define KEEL_TYPE_PROGRAM_WINDOW (keel_program_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramWindow, keel_program_window, KEEL, PROGRAM_WINDOW, AdwWindow)

void keel_program_window_present (GtkWindow *parent, KeelSession *session);
/* With the questions that find what fits. */
void keel_program_window_present_find (GtkWindow *parent, KeelSession *session);
/* With the page of one of them. */
void keel_program_window_present_program (GtkWindow *parent, KeelSession *session, const char *code);

G_END_DECLS
