#include "keel-meeting-query.h"

KeelMeetingQuery *
keel_meeting_query_copy (const KeelMeetingQuery *self)
{
  KeelMeetingQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->text = g_strdup (self->text);
  copy->program = g_strdup (self->program);
  copy->types = (const char *const *) g_strdupv ((char **) self->types);
  copy->language = g_strdup (self->language);
  return copy;
}

void
keel_meeting_query_free (KeelMeetingQuery *self)
{
  if (!self)
    return;
  g_free ((char *) self->text);
  g_free ((char *) self->program);
  g_strfreev ((char **) self->types);
  g_free ((char *) self->language);
  g_free (self);
}
