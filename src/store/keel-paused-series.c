#include "keel-paused-series.h"

#include "keel-directory-private.h"
#include "keel-paused-meetings.h"

GPtrArray *
keel_profile_get_paused (KeelProfile *self, GPtrArray *series, GError **error)
{
  g_autoptr (GPtrArray) paused = g_ptr_array_new_with_free_func (g_free);
  KeelDatabase *database;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);
  g_return_val_if_fail (series != NULL, NULL);

  database = keel_directory_get_database (keel_profile_get_directory (self));
  for (guint i = 0; i < series->len; i++)
    {
      const KeelSeries *one = series->pdata[i];
      gboolean is_paused = FALSE;

      if (one->meeting->list == NULL || one->meeting->slug == NULL)
        continue;
      if (!keel_paused_meetings_have (database, one->meeting->list, one->meeting->slug, &is_paused, error))
        return NULL;
      if (is_paused)
        g_ptr_array_add (paused, g_strdup (one->uuid));
    }
  return g_steal_pointer (&paused);
}
