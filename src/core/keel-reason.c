#include "keel-reason.h"

KeelReason *
keel_reason_new (const char *words, GBytes *photo)
{
  KeelReason *self = g_new0 (KeelReason, 1);

  self->words = g_strdup (words);
  self->photo = photo != NULL ? g_bytes_ref (photo) : NULL;
  self->position = -1;
  return self;
}

KeelReason *
keel_reason_copy (const KeelReason *self)
{
  KeelReason *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = keel_reason_new (self->words, self->photo);
  copy->uuid = g_strdup (self->uuid);
  copy->position = self->position;
  return copy;
}

void
keel_reason_free (KeelReason *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->words);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

gboolean
keel_reason_is_possible (const KeelReason *self)
{
  g_autofree char *words = NULL;
  gsize size;

  g_return_val_if_fail (self != NULL, FALSE);

  words = g_strstrip (g_strdup (self->words != NULL ? self->words : ""));
  size = self->photo != NULL ? g_bytes_get_size (self->photo) : 0;
  return size <= KEEL_REASON_PHOTO_MAX && (size > 0 || *words != '\0');
}
