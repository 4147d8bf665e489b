#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelFindView: search in all lists, as one types.
 *
 * Signal: "show-match" (KeelMatch *match), when the person wants its details.
 */
#define KEEL_TYPE_FIND_VIEW (keel_find_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelFindView, keel_find_view, KEEL, FIND_VIEW, AdwBin)

void keel_find_view_set_session (KeelFindView *self, KeelSession *session);
void keel_find_view_start (KeelFindView *self); /* the search entry gets the focus */

G_END_DECLS
