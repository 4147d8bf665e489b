#pragma once

#include <adwaita.h>

#include "store/keel-profiles.h"

G_BEGIN_DECLS

/*
 * KeelEntranceWindow: what is there while no profile is open: the profiles to choose from, the lock page of
 * one, or something harmless. It never knew anything of what is inside a profile.
 *
 * Signals: "chosen" (id of a profile); "unlocked" (id, KeelVaultKey, gboolean: with the recovery code);
 * "returned" from what is harmless.
 */
#define KEEL_TYPE_ENTRANCE_WINDOW (keel_entrance_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntranceWindow, keel_entrance_window, KEEL, ENTRANCE_WINDOW, AdwApplicationWindow)

KeelEntranceWindow *keel_entrance_window_new (GtkApplication *application, const char *data_dir);

void keel_entrance_window_show_profiles (KeelEntranceWindow *self);
void keel_entrance_window_show_lock (KeelEntranceWindow *self, const KeelProfileCard *card);
void keel_entrance_window_show_harmless (KeelEntranceWindow *self);
gboolean keel_entrance_window_is_harmless (KeelEntranceWindow *self);

/* One sentence for the status line. */
void keel_entrance_window_say (KeelEntranceWindow *self, const char *sentence);

G_END_DECLS
