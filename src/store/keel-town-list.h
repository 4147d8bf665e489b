#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place that meetings of the directory are in. */
typedef struct
{
  char *name;
  char *region;               /* what tells it from others of that name; nullable */
  double latitude, longitude; /* in the middle of its meetings */
  guint count;
} KeelTown;

void keel_town_free (KeelTown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelTown, keel_town_free)

G_END_DECLS
