#include "keel-town-list.h"

void
keel_town_free (KeelTown *self)
{
  if (!self)
    return;
  g_free (self->name);
  g_free (self->region);
  g_free (self);
}
