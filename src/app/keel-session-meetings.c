#include "keel-session-private.h"

/* A meeting of the directory, and the reminders that are wanted (nullable). */
typedef struct
{
  char *id;
  GArray *leads;
} Following;

static void
following_free (Following *following)
{
  g_free (following->id);
  g_clear_pointer (&following->leads, g_array_unref);
  g_free (following);
}

static gboolean
follow (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  const Following *following = wish;

  *outcome = (GObject *) keel_profile_follow (profile, following->id, following->leads, error);
  return *outcome != NULL;
}

static gboolean
follow_new (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  *outcome = (GObject *) keel_profile_follow_new (profile, (KeelSeries *) wish, error);
  return *outcome != NULL;
}

static gboolean
update (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_profile_update (profile, (KeelSeries *) wish, error);
}

static gboolean
unfollow (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_profile_unfollow (profile, wish, error);
}

static gboolean
refollow (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_profile_refollow (profile, wish, error);
}

static gboolean
remove_list (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  return keel_directory_remove_list (keel_profile_get_directory (profile), wish, error) &&
         keel_profile_reconcile (profile, NULL, error);
}

void
keel_session_follow_async (KeelSession *self, KeelMeeting *meeting, GArray *leads,
                           KeelSessionCallback callback, gpointer data)
{
  Following *following = g_new (Following, 1);

  following->id = keel_directory_make_id (meeting->list, meeting->slug);
  following->leads = leads != NULL ? g_array_copy (leads) : NULL;
  keel_session_change (self, follow, following, (GDestroyNotify) following_free, callback, data);
}

void
keel_session_follow_new_async (KeelSession *self, KeelSeries *series, KeelSessionCallback callback,
                               gpointer data)
{
  keel_session_change (self, follow_new, g_object_ref (series), g_object_unref, callback, data);
}

KeelSeries *
keel_session_follow_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  gpointer followed = NULL;

  return keel_session_change_take (result, &followed, error) ? followed : NULL;
}

void
keel_session_update_async (KeelSession *self, KeelSeries *series, KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, update, g_object_ref (series), g_object_unref, callback, data);
}

void
keel_session_set_reminders_async (KeelSession *self, KeelSeries *series, GArray *leads,
                                  const KeelReminderStyle *style, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (KeelSeries) changed = keel_series_copy (series);

  changed->style = *style;
  keel_series_set_leads (changed, leads);
  keel_session_update_async (self, changed, callback, data);
}

void
keel_session_unfollow_async (KeelSession *self, const char *uuid, KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, unfollow, g_strdup (uuid), g_free, callback, data);
}

void
keel_session_refollow_async (KeelSession *self, const char *uuid, KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, refollow, g_strdup (uuid), g_free, callback, data);
}

void
keel_session_remove_list_async (KeelSession *self, const char *name, KeelSessionCallback callback,
                                gpointer data)
{
  keel_session_change (self, remove_list, g_strdup (name), g_free, callback, data);
}
