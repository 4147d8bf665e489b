#pragma once

#include <adwaita.h>

#include "store/keel-profiles.h"

G_BEGIN_DECLS

/* A profile's picture, @size pixels wide; @picture as in keel_profile_pictures, nullable. The colour comes
 * from
 * @name. It says nothing to a screen reader: the name stands beside it. */
GtkWidget *keel_profile_picture_new (const char *picture, const char *name, int size);

/* What the picture shows, in a word. */
const char *keel_profile_picture_describe (const char *picture);

/* What the profile is called where one is chosen. */
const char *keel_profile_card_get_title (const KeelProfileCard *card);

G_END_DECLS
