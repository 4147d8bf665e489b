#pragma once

/* Private to store: what lists are called. All results are transfer full. */

#include <glib.h>

G_BEGIN_DECLS

/* Collapses white space; NULL where nothing is left. */
char *keel_list_name_tidy (const char *text);
/* From the name of a file, or the host of an address. */
char *keel_list_name_suggest (const char *source);
/* The same as @name, with the number @n behind it. */
char *keel_list_name_number (const char *name, guint n);

G_END_DECLS
