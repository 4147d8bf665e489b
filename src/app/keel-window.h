#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

#define KEEL_TYPE_WINDOW (keel_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelWindow, keel_window, KEEL, WINDOW, AdwApplicationWindow)

KeelWindow *keel_window_new (GtkApplication *application, KeelSession *session);

/* Shows the details of what is followed under @uuid, once the profile is open. */
void keel_window_show_series (KeelWindow *self, const char *uuid);

/* Keeps what stands unsaved in the dialogs, and stops imports: before Keel locks or ends. Written by the
 * time the session is closed; offered again when the profile is next opened. */
void keel_window_save_drafts (KeelWindow *self);

/*
 * How other widgets speak to the person: they activate these actions of the window.
 *
 *   win.say (s)          one sentence for the status line
 *   win.unfollow (s)     stops following a series, with a toast that offers Undo
 *   win.show-series (s)  shows its details
 *   win.find             goes to Find, its search entry focused
 *   win.reload-settings  profile.ini was saved: when to lock
 *   win.show-calendar, win.add-meeting, win.import, win.lists, win.profile
 */
void keel_say (GtkWidget *widget, const char *sentence);

G_END_DECLS
