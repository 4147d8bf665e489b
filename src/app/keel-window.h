#pragma once

#include <adwaita.h>

#include "keel-foreground.h"
#include "keel-reminder-watch.h"
#include "keel-session.h"
#include "keel-shell.h"

G_BEGIN_DECLS

#define KEEL_TYPE_WINDOW (keel_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelWindow, keel_window, KEEL, WINDOW, AdwApplicationWindow)

KeelWindow *keel_window_new (GtkApplication *application, KeelSession *session);

/* Shows the details of what is followed under @uuid, once the profile is open. */
void keel_window_show_series (KeelWindow *self, const char *uuid);

/* "today", "meetings" or "worksheets"; at once or when the profile is open, then in the place of the first.
 */
void keel_window_show_page (KeelWindow *self, const char *name);
/* Goes to Worksheets and opens a page there; what is being written is saved first. */
void keel_window_open_worksheet (KeelWindow *self, const char *id);
/* A new page belongs to @target then; @link is one of keel_entry_link_words. */
void keel_window_open_worksheet_for (KeelWindow *self, const char *id, const char *link, const char *target);
void keel_window_open_entry (KeelWindow *self, const char *uuid);
void keel_window_open_strategy (KeelWindow *self, const char *id); /* a card of the coping library */

/* What the reminder of @uuid is of, if it is of no meeting: its worksheet, its card or its plans. */
void keel_window_show_prompt (KeelWindow *self, const char *uuid);

/* For its dialogs; transfer none. The reminders are NULL until the profile is open. */
KeelSession *keel_window_get_session (KeelWindow *self);
KeelShell *keel_window_get_shell (KeelWindow *self); /* nullable: the profile was sealed */
KeelForeground *keel_window_get_foreground (KeelWindow *self);
KeelReminderWatch *keel_window_get_reminders (KeelWindow *self);

/* One sentence to say when the profile is open, before any other. */
void keel_window_set_news (KeelWindow *self, const char *sentence);

/* For good: no key and no menu leads to anything of the profile any more. */
void keel_window_disarm (KeelWindow *self);
/* The profile was closed and has a passphrase now: nothing of it is to be seen any more but @dialog, and the
 * window locks when the profile's rules say so. */
void keel_window_seal (KeelWindow *self, GtkWindow *dialog);

/*
 * How other widgets speak to the person: they activate these actions of the window.
 *
 *   win.say (s)          one sentence for the status line
 *   win.unfollow (s)     stops following a series, with a toast that offers Undo
 *   win.show-series (s)  shows its details
 *   win.go (s)           goes to a page: "today", "meetings", "worksheets" …, as keel_shell_show ()
 *   win.find             goes to Find, its search entry focused
 *   win.search           searches the page that is shown
 *   win.reload-settings  profile.ini was saved: when to lock
 *   win.renew-code       makes another recovery code
 *   win.record           what the person went to
 *   win.reminders        whether reminders can come, how, and what became of them
 *   win.show-calendar, win.add-meeting, win.import, win.import-address, win.lists, win.places, win.profile
 */
void keel_say (GtkWidget *widget, const char *sentence);

G_END_DECLS
