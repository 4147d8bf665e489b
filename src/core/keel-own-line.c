#include "keel-own-line.h"

KeelOwnLine *
keel_own_line_new (const char *name)
{
  KeelOwnLine *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (KeelOwnLine, 1);
  self->name = g_strdup (name);
  self->position = -1;
  return self;
}

KeelOwnLine *
keel_own_line_copy (const KeelOwnLine *self)
{
  KeelOwnLine *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = keel_own_line_new (self->name);
  copy->uuid = g_strdup (self->uuid);
  copy->number = g_strdup (self->number);
  copy->address = g_strdup (self->address);
  copy->hours = g_strdup (self->hours);
  copy->note = g_strdup (self->note);
  copy->on_lock = self->on_lock;
  copy->position = self->position;
  return copy;
}

void
keel_own_line_free (KeelOwnLine *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->name);
  g_free (self->number);
  g_free (self->address);
  g_free (self->hours);
  g_free (self->note);
  g_free (self);
}
