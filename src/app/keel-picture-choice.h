#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelPictureChoice: one of keel_profile_pictures. Signal: "changed". */
#define KEEL_TYPE_PICTURE_CHOICE (keel_picture_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelPictureChoice, keel_picture_choice, KEEL, PICTURE_CHOICE, AdwBin)

const char *keel_picture_choice_get_picture (KeelPictureChoice *self);
void keel_picture_choice_set_picture (KeelPictureChoice *self, const char *picture); /* nullable: the first */

G_END_DECLS
