#pragma once

#include "content/keel-content.h"
#include "core/keel-clock.h"
#include "keel-profiles.h"

G_BEGIN_DECLS

/*
 * A demo: a profile of a made-up person with about a year behind them, to look around in. Everything in it is
 * counted from the day on which it is made, so that it is the same on any day and at any hour; its words are
 * in the language of that moment. It reminds of nothing. profile.ini says that it is one, and that is also
 * what allows it to be removed without any further question.
 */

/* Makes one with these pages, and returns its id. NAME_TAKEN where there is one with the same pages (see
 * keel_demo_find ()), or another profile is called so. Takes a second or so: in the app, not in the main
 * thread; @content may be used from any. */
char *keel_demo_create (const char *data_dir, KeelPageGroups pages, KeelContent *content, KeelClock *clock,
                        GError **error);
/* The id of the first demo with these pages (0: with any); NULL where there is none. Transfer full. */
char *keel_demo_find (const char *data_dir, KeelPageGroups pages);
/* Whether the profile @id is one. */
gboolean keel_demo_is (const char *data_dir, const char *id);
/* As keel_profiles_remove (), of a demo alone: NOT_FOUND for any other profile. */
gboolean keel_demo_remove (const char *data_dir, const char *id, GError **error);

G_END_DECLS
