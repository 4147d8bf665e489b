#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where this program lives: installed, or run from its build folder. */

gboolean keel_installation_is_build_folder (void);

/* The path of `keel`, `keelctl` or `keel-reminders` that belongs to this program; the caller frees. */
char *keel_installation_get_program (const char *name);

/* setlocale and gettext for every program of Keel, before anything else. Messages come from the build
 * folder or the installed place. @language (nullable) overrides the person's, e.g. "es". A program that
 * uses GTK calls gtk_disable_setlocale () as well: gtk_init () would set the locale once more. */
void keel_installation_init_locale (const char *language);

G_END_DECLS
