#include "keel-meeting-results.h"

static void
count_free (KeelFilterCount *self)
{
  g_free (self->name);
  g_free (self);
}

KeelMeetingResults *
keel_meeting_results_new (void)
{
  KeelMeetingResults *self = g_new0 (KeelMeetingResults, 1);

  self->matches = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_program = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  self->by_type = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  self->by_language = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  return self;
}

void
keel_meeting_results_free (KeelMeetingResults *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->matches);
  g_ptr_array_unref (self->by_program);
  g_ptr_array_unref (self->by_type);
  g_ptr_array_unref (self->by_language);
  g_free (self);
}

/* To the end of @counts, an array of a KeelMeetingResults. */
void
keel_filter_count_append (GPtrArray *counts, const char *name, guint count)
{
  KeelFilterCount *self = g_new (KeelFilterCount, 1);

  self->name = g_strdup (name);
  self->count = count;
  g_ptr_array_add (counts, self);
}
