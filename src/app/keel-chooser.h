#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelChooser: one out of many, found by typing: a search entry above a list of at most fifty rows.
 *
 * Signals: "chosen" (const char *id; "" for an item without one) and "left", when the person wants none.
 */
#define KEEL_TYPE_CHOOSER (keel_chooser_get_type ())
G_DECLARE_FINAL_TYPE (KeelChooser, keel_chooser, KEEL, CHOOSER, AdwBin)

void keel_chooser_add (KeelChooser *self, const char *id, const char *title, const char *subtitle);
/* Clears the search, shows what can be chosen and takes the focus. */
void keel_chooser_start (KeelChooser *self);

G_END_DECLS
