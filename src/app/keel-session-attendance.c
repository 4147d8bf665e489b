#include "keel-session-private.h"

/* The key of an occurrence. */
typedef struct
{
  char *series;
  KeelLocalTime occurrence;
} Key;

static void
key_free (Key *key)
{
  g_free (key->series);
  g_free (key);
}

static gboolean
set_attendance (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  g_autoptr (KeelAttendance) before = NULL;

  if (!keel_profile_set_attendance (profile, (KeelAttendance *) wish, &before, error))
    return FALSE;
  *outcome = (GObject *) g_steal_pointer (&before);
  return TRUE;
}

static gboolean
delete_attendance (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  const Key *key = wish;

  return keel_profile_delete_attendance (profile, key->series, key->occurrence, error);
}

void
keel_session_set_attendance_async (KeelSession *self, KeelAttendance *attendance,
                                   KeelSessionCallback callback, gpointer data)
{
  keel_session_change (self, set_attendance, g_object_ref (attendance), g_object_unref, callback, data);
}

gboolean
keel_session_set_attendance_finish (KeelSession *self, GAsyncResult *result, KeelAttendance **before,
                                    GError **error)
{
  gpointer found = NULL;

  if (!keel_session_change_take (result, &found, error))
    return FALSE;
  *before = found;
  return TRUE;
}

void
keel_session_delete_attendance_async (KeelSession *self, const char *series, KeelLocalTime occurrence,
                                      KeelSessionCallback callback, gpointer data)
{
  Key *key = g_new (Key, 1);

  *key = (Key){ g_strdup (series), occurrence };
  keel_session_change (self, delete_attendance, key, (GDestroyNotify) key_free, callback, data);
}
