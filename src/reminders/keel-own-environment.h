#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What this program changes in its environment for itself alone. All of it at the start, before there are
 * threads. */

/* Remembers how it was, and does without what desktops add to GIO: a library and a bus of its own for files
 * of other computers, which nothing here needs. */
void keel_own_environment_enter (void);
/* Speaks @language (nullable: the person's) from here on. */
void keel_own_environment_speak (const char *language);

/* As it was: for what is launched from here, and for another start of this program. Transfer none. */
char **keel_own_environment_get_inherited (void);
/* The names of what differs from that, ended by NULL. */
extern const char *const keel_own_environment_names[];

G_END_DECLS
