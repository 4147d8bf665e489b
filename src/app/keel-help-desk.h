#pragma once

#include "keel-entrance.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelHelpDesk: shows Help now, whatever else Keel shows: while a profile is open, locked, broken, or none is
 * chosen. It installs the actions app.help-now and app.help-page (s: the id of a safety page).
 */
#define KEEL_TYPE_HELP_DESK (keel_help_desk_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpDesk, keel_help_desk, KEEL, HELP_DESK, GObject)

/* @application owns it, and lives longer. */
KeelHelpDesk *keel_help_desk_new (GtkApplication *application, KeelEntrance *entrance);

/* The profile that is open, or about to be. */
void keel_help_desk_set_session (KeelHelpDesk *self, KeelSession *session);
/* Another profile may be asked for by now. */
void keel_help_desk_look (KeelHelpDesk *self);

/* @page: the id of a safety page; "" for all. */
void keel_help_desk_show (KeelHelpDesk *self, const char *page);
/* What is shown now; NULL: nothing. */
const char *keel_help_desk_get_page (KeelHelpDesk *self);

G_END_DECLS
