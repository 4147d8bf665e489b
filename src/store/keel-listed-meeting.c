#include "keel-listed-meeting.h"

#include "core/keel-ical-reader.h"
#include "keel-directory-private.h"
#include "keel-paused-meetings.h"
#include "keel-profile-private.h"

/* NULL without error where there is none. */
static gboolean
look_up (KeelProfile *profile, const char *list, const char *slug, KeelMeeting **listed, GError **error)
{
  GError *failure = NULL;

  *listed = keel_directory_find (keel_profile_get_directory (profile), list, slug, &failure);
  if (failure == NULL)
    return TRUE;
  if (!g_error_matches (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  return TRUE;
}

/* Whether @meeting, of the same list as @followed, is another day of its event, which is called @slug now. */
static gboolean
is_other_day (KeelMeeting *meeting, KeelMeeting *followed, const char *slug)
{
  g_autofree char *event = NULL;

  if (g_strcmp0 (meeting->list, followed->list) != 0 || g_strcmp0 (meeting->slug, followed->slug) == 0)
    return FALSE;
  event = keel_ical_get_other_slug (meeting->slug, meeting->day);
  return g_strcmp0 (meeting->slug, slug) == 0 || g_strcmp0 (event, slug) == 0;
}

/* Who follows the day that is left is not told that the one that is gone has become it. */
static gboolean
is_followed (KeelProfile *profile, KeelMeeting *followed, const char *slug, gboolean *found, GError **error)
{
  g_autoptr (GPtrArray) all = keel_journal_get_series (keel_profile_get_journal (profile), error);

  *found = FALSE;
  for (guint i = 0; all != NULL && i < all->len && !*found; i++)
    {
      const KeelSeries *series = g_ptr_array_index (all, i);

      *found = is_other_day (series->meeting, followed, slug);
    }
  return all != NULL;
}

static gboolean
look_up_other (KeelProfile *profile, KeelMeeting *followed, KeelMeeting **listed, GError **error)
{
  g_autofree char *slug = keel_ical_get_other_slug (followed->slug, followed->day);
  gboolean taken = FALSE;
  gboolean known;

  if (slug == NULL)
    return TRUE;
  if (!look_up (profile, followed->list, slug, listed, error))
    return FALSE;
  if (*listed == NULL || (*listed)->day == followed->day)
    return TRUE;
  known = is_followed (profile, followed, slug, &taken, error);
  if (!known || taken)
    g_clear_object (listed);
  return known;
}

gboolean
keel_listed_meeting_find (KeelProfile *profile, KeelMeeting *followed, KeelMeeting **listed, gboolean *paused,
                          GError **error)
{
  KeelDatabase *directory = keel_directory_get_database (keel_profile_get_directory (profile));

  *paused = FALSE;
  if (!look_up (profile, followed->list, followed->slug, listed, error))
    return FALSE;
  if (*listed != NULL)
    return TRUE;
  if (!keel_paused_meetings_have (directory, followed->list, followed->slug, paused, error))
    return FALSE;
  return *paused || look_up_other (profile, followed, listed, error);
}
