#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

#define KEEL_TYPE_WINDOW (keel_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelWindow, keel_window, KEEL, WINDOW, AdwApplicationWindow)

KeelWindow *keel_window_new (GtkApplication *application, KeelSession *session);

/* Shows the details of what is followed under @uuid, once the profile is open. */
void keel_window_show_series (KeelWindow *self, const char *uuid);

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
 *   win.find             goes to Find, its search entry focused
 *   win.reload-settings  profile.ini was saved: when to lock
 *   win.renew-code       makes another recovery code
 *   win.record           what the person went to
 *   win.reminders        whether reminders can come, how, and what became of them
 *   win.worksheets       what can be written, and what was
 *   win.show-calendar, win.add-meeting, win.import, win.import-address, win.lists, win.places, win.profile
 */
void keel_say (GtkWidget *widget, const char *sentence);

G_END_DECLS
