#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelProgramList: the programs that a person chose, in their order, and all that there are. */
#define KEEL_TYPE_PROGRAM_LIST (keel_program_list_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgramList, keel_program_list, KEEL, PROGRAM_LIST, AdwBin)

void keel_program_list_set_session (KeelProgramList *self, KeelSession *session);
/* Leads the focus to the row of a program. FALSE where there is none. */
gboolean keel_program_list_focus (KeelProgramList *self, const char *code);

/* What is to be told of programs of the person's own that cannot be read; NULL. Transfer full. */
char *keel_program_trouble_describe (KeelSession *session);

G_END_DECLS
