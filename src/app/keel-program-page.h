#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelProgramPage: all that Keel knows of one program. */
#define KEEL_TYPE_PROGRAM_PAGE (keel_program_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramPage, keel_program_page, KEEL, PROGRAM_PAGE, AdwBin)

GtkWidget *keel_program_page_new (KeelSession *session, const KeelProgram *program);
/* Again, as it is by now. */
void keel_program_page_show (KeelProgramPage *self, const KeelProgram *program);
/* Leads the focus to the first thing that there is to read. */
void keel_program_page_start (KeelProgramPage *self);

G_END_DECLS
