#pragma once

#include <adwaita.h>

#include "keel-start-options.h"

G_BEGIN_DECLS

#define KEEL_TYPE_APPLICATION (keel_application_get_type ())
G_DECLARE_FINAL_TYPE (KeelApplication, keel_application, KEEL, APPLICATION, AdwApplication)

/* @language is what the program speaks; nullable: the computer's. */
KeelApplication *keel_application_new (const KeelStartOptions *options, const char *language);

/*
 * Saves what was typed, closes the profile and replaces this process with a new one: of what was open,
 * nothing stays in memory or on the accessibility bus. @profile, an id, is nullable: the one that is open.
 * Does not return.
 *
 * Actions that do so: app.lock, app.hide, app.switch-profile. app.new-profile does after a new one was made.
 */
void keel_application_restart (KeelApplication *self, KeelStart how, const char *profile);

/* Starts anew in the language of @profile, an id, whatever was asked for at the start. Does not return. */
void keel_application_change_language (KeelApplication *self, const char *profile);

/* The open profile was closed and has a passphrase now: nothing of it is to be seen any more but @dialog, and
 * it can be locked from now on. */
void keel_application_seal (KeelApplication *self, GtkWindow *dialog);

/* Goes to the profile @id from where nothing is open, or starts anew with it: it opens, or its lock page
 * does. */
void keel_application_go_to_profile (KeelApplication *self, const char *id);

G_END_DECLS
