#pragma once

#include <adwaita.h>

#include "keel-start-options.h"

G_BEGIN_DECLS

#define KEEL_TYPE_APPLICATION (keel_application_get_type ())
G_DECLARE_FINAL_TYPE (KeelApplication, keel_application, KEEL, APPLICATION, AdwApplication)

KeelApplication *keel_application_new (const KeelStartOptions *options);

/* How the program shows itself when it starts anew. */
typedef enum
{
  KEEL_START_OPEN,    /* the profile, or its lock page where it has a passphrase */
  KEEL_START_LOCKED,  /* the same; says that Keel was locked */
  KEEL_START_HIDDEN,  /* something harmless; a way back from there to the lock page or the profile */
  KEEL_START_CHOOSER, /* the profiles */
} KeelStart;

/*
 * Saves what was typed, closes the profile and replaces this process with a new one: of what was open, nothing stays
 * in memory or on the accessibility bus. @profile, an id, is nullable: the one that is open. Does not return.
 *
 * Actions that do so: app.lock, app.hide, app.switch-profile.
 */
void keel_application_restart (KeelApplication *self, KeelStart how, const char *profile);

G_END_DECLS
