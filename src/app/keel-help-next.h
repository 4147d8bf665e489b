#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelHelpNext: what can be done after the first call: the safety plan and the emergency card, something to
 * do now, and the next meeting. */
#define KEEL_TYPE_HELP_NEXT (keel_help_next_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpNext, keel_help_next, KEEL, HELP_NEXT, AdwBin)

GtkWidget *keel_help_next_new (KeelSession *session);
/* Another meeting may be the next by now. */
void keel_help_next_look (KeelHelpNext *self);

G_END_DECLS
