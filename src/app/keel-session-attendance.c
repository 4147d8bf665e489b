#include "keel-session-private.h"

#include "core/keel-attendance-undo.h"

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

/* A change that is taken back. */
typedef struct
{
  KeelAttendance *before; /* both nullable: nothing known */
  KeelAttendance *after;
} Change;

static void
change_free (Change *change)
{
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

/* What a person saw, and what they want in its place. */
typedef struct
{
  KeelAttendance *shown; /* nullable: nothing known */
  KeelAttendance *wanted;
} Edit;

static void
edit_free (Edit *edit)
{
  g_clear_object (&edit->shown);
  g_object_unref (edit->wanted);
  g_free (edit);
}

/* NULL without error where nothing is known. */
static KeelAttendance *
find (KeelProfile *profile, const char *series, KeelLocalTime occurrence, GError **error)
{
  return keel_journal_find_attendance (keel_profile_get_journal (profile), series, occurrence, error);
}

static gboolean
set_attendance (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  const Edit *edit = wish;
  g_autoptr (KeelAttendance) before = NULL;

  if (!keel_profile_edit_attendance (profile, edit->shown, edit->wanted, &before, error))
    return FALSE;
  *outcome = (GObject *) g_steal_pointer (&before);
  return TRUE;
}

static gboolean
delete_attendance (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  const Key *key = wish;
  g_autoptr (GError) failure = NULL;
  g_autoptr (KeelAttendance) before = find (profile, key->series, key->occurrence, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!keel_profile_delete_attendance (profile, key->series, key->occurrence, error))
    return FALSE;
  *outcome = (GObject *) g_steal_pointer (&before);
  return TRUE;
}

static gboolean
put_result (KeelProfile *profile, const Change *change, KeelAttendance *result, GError **error)
{
  KeelAttendance *key = change->after != NULL ? change->after : change->before;
  g_autoptr (KeelAttendance) replaced = NULL;

  if (result == NULL)
    return keel_profile_delete_attendance (profile, key->series, key->occurrence, error);
  return keel_profile_set_attendance (profile, result, &replaced, error);
}

/* Compared with what is in the journal at that moment, not with what the window knows. */
static gboolean
undo_attendance (KeelProfile *profile, gconstpointer wish, GObject **outcome, GError **error)
{
  const Change *change = wish;
  KeelAttendance *key = change->after != NULL ? change->after : change->before;
  g_autoptr (GError) failure = NULL;
  g_autoptr (KeelAttendance) now = find (profile, key->series, key->occurrence, &failure);
  g_autoptr (KeelAttendance) result = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (keel_attendance_undo (now, change->before, change->after, &result))
    return put_result (profile, change, result, error);
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED, "The attendance has changed since");
  return FALSE;
}

void
keel_session_set_attendance_async (KeelSession *self, KeelAttendance *shown, KeelAttendance *wanted,
                                   KeelSessionCallback callback, gpointer data)
{
  Edit *edit = g_new0 (Edit, 1);

  g_set_object (&edit->shown, shown);
  edit->wanted = g_object_ref (wanted);
  keel_session_change (self, set_attendance, edit, (GDestroyNotify) edit_free, callback, data);
}

gboolean
keel_session_attendance_finish (KeelSession *self, GAsyncResult *result, KeelAttendance **before,
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

void
keel_session_undo_attendance_async (KeelSession *self, KeelAttendance *before, KeelAttendance *after,
                                    KeelSessionCallback callback, gpointer data)
{
  Change *change = g_new0 (Change, 1);

  g_return_if_fail (before != NULL || after != NULL);

  g_set_object (&change->before, before);
  g_set_object (&change->after, after);
  keel_session_change (self, undo_attendance, change, (GDestroyNotify) change_free, callback, data);
}
