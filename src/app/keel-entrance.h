#pragma once

#include <adwaita.h>

#include "keel-start-options.h"
#include "store/keel-vault-key.h"

G_BEGIN_DECLS

/*
 * KeelEntrance: the way to a profile from where none is open. It finds out which one is meant, and shows the
 * window that asks for what is missing: which profile, its passphrase, or a way back from what is harmless.
 *
 * Signals: "open" (id, nullable: the first that is made; KeelVaultKey, nullable; gboolean: unlocked with the
 * recovery code); "restart" (KeelStart, id), where another process has to open it; "shown", when something
 * else is shown.
 */
#define KEEL_TYPE_ENTRANCE (keel_entrance_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntrance, keel_entrance, KEEL, ENTRANCE, GObject)

/* @language is what the program speaks; nullable: the computer's. */
KeelEntrance *keel_entrance_new (GtkApplication *application, const KeelStartOptions *options,
                                 const char *language);

/* Where we are, or on the way to: may be changed. */
KeelStartOptions *keel_entrance_get_options (KeelEntrance *self);
const char *keel_entrance_get_data_dir (KeelEntrance *self);

/* Goes where the options say. */
void keel_entrance_begin (KeelEntrance *self);
/* A second start, for the profile @wanted (nullable). What is hidden stays so until the person comes back. */
void keel_entrance_begin_again (KeelEntrance *self, const char *wanted);
/* Goes to the profile with this id. */
void keel_entrance_go (KeelEntrance *self, const char *id);

/* Shows something harmless, or comes back from it. */
void keel_entrance_hide_or_return (KeelEntrance *self);
gboolean keel_entrance_is_harmless (KeelEntrance *self);

/* A profile is open: the window goes. */
void keel_entrance_leave (KeelEntrance *self);

/* That there is no such profile; transfer full. */
char *keel_entrance_say_missing (const char *profile);

G_END_DECLS
