#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* `W. Europe Standard Time` */
  const char *zone; /* `Europe/Berlin` */
} KeelWindowsZone;

extern const KeelWindowsZone keel_windows_zones[];
extern const guint keel_n_windows_zones;

G_END_DECLS
