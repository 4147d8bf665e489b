#pragma once

#include <adwaita.h>

#include "content/keel-content.h"

G_BEGIN_DECLS

/* KeelProgramForm: what a person says of a program of their own. */
#define KEEL_TYPE_PROGRAM_FORM (keel_program_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramForm, keel_program_form, KEEL, PROGRAM_FORM, AdwBin)

/* @program is the one to change, or NULL for a new one; first of all. */
void keel_program_form_show (KeelProgramForm *self, KeelContent *content, const KeelProgram *program);
/* What stands there, NULL where something has to be mended: that is said there, and has the focus. Transfer
 * full. */
KeelProgram *keel_program_form_read (KeelProgramForm *self);
/* What was typed, right or wrong: a{sv}, floating; and back. */
GVariant *keel_program_form_save (KeelProgramForm *self);
void keel_program_form_restore (KeelProgramForm *self, GVariant *form);
/* As a window that comes up selects what is in its first entry. */
void keel_program_form_mend (KeelProgramForm *self);

G_END_DECLS
