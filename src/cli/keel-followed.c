#include "keel-followed.h"

#include <glib/gi18n-lib.h>

/* By its own id or by that of the meeting that it was copied from, also when no list has that any more. */
static gboolean
answers_to (const KeelSeries *series, const char *id)
{
  g_autofree char *meeting_id = NULL;

  if (g_ascii_strcasecmp (series->uuid, id) == 0)
    return TRUE;
  if (series->meeting->list == NULL || series->meeting->slug == NULL)
    return FALSE;
  meeting_id = keel_directory_make_id (series->meeting->list, series->meeting->slug);
  return g_ascii_strcasecmp (meeting_id, id) == 0;
}

KeelSeries *
keel_followed_find (KeelInvocation *invocation, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = keel_journal_get_series (keel_profile_get_journal (invocation->profile),
                                                       &error);
  guint i;

  if (all == NULL)
    {
      keel_invocation_fail (invocation, error, NULL);
      return NULL;
    }
  for (i = 0; i < all->len; i++)
    {
      if (answers_to (g_ptr_array_index (all, i), id))
        return g_object_ref (g_ptr_array_index (all, i));
    }
  keel_invocation_give_up (
      invocation, _ ("You follow no meeting with the id “%s”. “keelctl agenda --json” shows the ids."), id);
  return NULL;
}
