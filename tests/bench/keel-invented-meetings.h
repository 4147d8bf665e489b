#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes @n meetings that nobody holds as a Meeting Guide list, always the same ones. */
void keel_invented_meetings_write (const char *path, guint n);
/* The first @n of the @of meetings that keel_invented_meetings_write () writes. */
void keel_invented_meetings_write_first (const char *path, guint n, guint of);

/* A word that some of them have, in the order of how often; from 0 on. */
const char *keel_invented_word (guint rank);

G_END_DECLS
