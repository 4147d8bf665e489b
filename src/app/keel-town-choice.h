#pragma once

#include <adwaita.h>

#include "keel-filters.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelTownChoice: from where, and how far: a town of the lists, found by typing, or coordinates. */
#define KEEL_TYPE_TOWN_CHOICE (keel_town_choice_get_type ())
G_DECLARE_FINAL_TYPE (KeelTownChoice, keel_town_choice, KEEL, TOWN_CHOICE, AdwBin)

void keel_town_choice_bind (KeelTownChoice *self, KeelFilters *filters, KeelSession *session);

G_END_DECLS
