#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelHelpNow: the window that helps at once: the emergency number, help lines, what to do in danger, and,
 * where a profile is open, the person's own people, their safety plan and their next meeting. It needs no
 * profile, no data folder and no network. Its title says nothing.
 */
#define KEEL_TYPE_HELP_NOW (keel_help_now_get_type ())
G_DECLARE_FINAL_TYPE (KeelHelpNow, keel_help_now, KEEL, HELP_NOW, AdwApplicationWindow)

KeelHelpNow *keel_help_now_new (GtkApplication *application);

/* @folder is that of the profile, for what profile.ini says; @session shows its own when it is open. Both are
 * nullable. */
void keel_help_now_set_profile (KeelHelpNow *self, KeelSession *session, const char *folder);

/* The id of a safety page; "" for all. */
void keel_help_now_show_page (KeelHelpNow *self, const char *page);
const char *keel_help_now_get_page (KeelHelpNow *self);

G_END_DECLS
