#pragma once

#include "keel-coping-page.h"
#include "keel-meetings-page.h"
#include "keel-worksheets-page.h"

G_BEGIN_DECLS

/*
 * KeelShell: the pages of the main window, one beside the other, each made when it is first shown. Members'
 * pages have the tab "progress", family pages "family", and both together both of them; what has no tab
 * because of that comes and goes with the session's "pages-changed".
 *
 * Signal: "changed", when another page is shown, or what is shown has a header of its own or none any more.
 */
#define KEEL_TYPE_SHELL (keel_shell_get_type ())
G_DECLARE_FINAL_TYPE (KeelShell, keel_shell, KEEL, SHELL, AdwBin)

/* Before any page is shown. */
void keel_shell_set_session (KeelShell *self, KeelSession *session);
AdwViewStack *keel_shell_get_stack (KeelShell *self); /* for those that switch; transfer none */

/* "today", "meetings", "worksheets", "coping", "progress" or, where there are family pages, "family": shows
 * it and leads the focus there. Anything else does nothing. */
void keel_shell_show (KeelShell *self, const char *name);
/* The one after it, or before it with -1. */
void keel_shell_step (KeelShell *self, int direction);
/* The one of the @n-th tab, from 0; after the last tab "progress", where it has none. */
void keel_shell_show_nth (KeelShell *self, guint n);
const char *keel_shell_get_name (KeelShell *self);  /* nullable: none is shown yet */
const char *keel_shell_get_title (KeelShell *self); /* in words; the same */
/* Whether what is shown has the whole window, with a header of its own. */
gboolean keel_shell_is_immersed (KeelShell *self);

/* Transfer none; they are made with the first call. */
KeelMeetingsPage *keel_shell_get_meetings (KeelShell *self);
KeelWorksheetsPage *keel_shell_get_worksheets (KeelShell *self);
KeelCopingPage *keel_shell_get_coping (KeelShell *self);
/* NULL where nobody has been there. */
KeelWorksheetsPage *keel_shell_peek_worksheets (KeelShell *self);

G_END_DECLS
