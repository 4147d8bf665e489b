#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelProfilePage: the profiles, to choose one. Signal: "chosen" (its id). */
#define KEEL_TYPE_PROFILE_PAGE (keel_profile_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelProfilePage, keel_profile_page, KEEL, PROFILE_PAGE, AdwBin)

KeelProfilePage *keel_profile_page_new (const char *data_dir);

G_END_DECLS
