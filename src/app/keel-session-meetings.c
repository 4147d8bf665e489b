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

/* How the reminders of a series are wanted. */
typedef struct
{
  char *uuid;
  GArray *leads;
  KeelReminderStyle style;
} Reminders;

static void
reminders_free (Reminders *reminders)
{
  g_free (reminders->uuid);
  g_array_unref (reminders->leads);
  g_free (reminders);
}

/* A form, filled in. */
typedef struct
{
  KeelSeries *shown;
  KeelSeries *wanted;
} Edit;

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->shown);
  g_object_unref (edit->wanted);
  g_free (edit);
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
edit_series (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  const Edit *edit = wish;

  *outcome = (GObject *) keel_profile_edit (profile, edit->shown, edit->wanted, error);
  return *outcome != NULL;
}

static gboolean
set_reminders (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  const Reminders *reminders = wish;

  *outcome = (GObject *) keel_profile_set_reminders (profile, reminders->uuid, reminders->leads,
                                                     &reminders->style, error);
  return *outcome != NULL;
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
keel_session_edit_async (KeelSession *self, KeelSeries *shown, KeelSeries *wanted,
                         KeelSessionCallback callback, gpointer data)
{
  Edit *edit = g_new (Edit, 1);

  *edit = (Edit){ g_object_ref (shown), g_object_ref (wanted) };
  keel_session_change (self, edit_series, edit, (GDestroyNotify) edit_free, callback, data);
}

void
keel_session_set_reminders_async (KeelSession *self, const char *uuid, GArray *leads,
                                  const KeelReminderStyle *style, KeelSessionCallback callback, gpointer data)
{
  Reminders *reminders = g_new (Reminders, 1);

  *reminders = (Reminders){ g_strdup (uuid), g_array_copy (leads), *style };
  keel_session_change (self, set_reminders, reminders, (GDestroyNotify) reminders_free, callback, data);
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
