#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place that meetings of the directory are in. */
typedef struct
{
  char *name;
  char *region;               /* what tells it from others of that name; nullable */
  double latitude, longitude; /* in the middle of its meetings */
  guint count;                /* meetings there; 0 for a position that was typed */
} KeelTown;

void keel_town_free (KeelTown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelTown, keel_town_free)

/* Degrees north and east: "52.5, 13.4", "-33.9 18.4", "52,5; 13,4". */
gboolean keel_town_parse_position (const char *text, double *latitude, double *longitude);

G_END_DECLS
