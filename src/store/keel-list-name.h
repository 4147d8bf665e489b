#pragma once

/* Private to store: what lists are called. All results are transfer full. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* Collapses white space; NULL where nothing is left. */
char *keel_list_name_tidy (const char *text);
/* From the name of a file, or the host of an address. */
char *keel_list_name_suggest (const char *source);
/* @file_name without the number that a browser gives to a copy: "meetings.json" of "meetings (1).json". */
char *keel_list_name_cut_copy (const char *file_name);
/* What the list in @stream calls itself; NULL where it does not say, or where the stream cannot go back to
 * its beginning, at which it is again afterwards. */
char *keel_list_name_read (GInputStream *stream, GCancellable *cancellable);
/* The same as @name, with the number @n behind it. */
char *keel_list_name_number (const char *name, guint n);

G_END_DECLS
