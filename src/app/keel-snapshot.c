#include "keel-snapshot.h"

#include "content/keel-sentences.h"
#include "store/keel-paused-series.h"

/* What began earlier is over, or is as good as over: whether one means to go has no meaning any more. */
#define GOING_SINCE (24 * 60 * 60)

static GPtrArray *
read_attended (KeelJournal *journal, GError **error)
{
  g_autoptr (GPtrArray) all = keel_journal_get_attendance (journal, G_MININT64, G_MAXINT64, error);

  for (guint i = 0; all != NULL && i < all->len / 2; i++)
    {
      gpointer early = all->pdata[i];

      all->pdata[i] = all->pdata[all->len - 1 - i];
      all->pdata[all->len - 1 - i] = early;
    }
  return g_steal_pointer (&all);
}

static gboolean
equal_series_cb (gconstpointer a, gconstpointer b)
{
  return keel_series_equal ((KeelSeries *) a, (KeelSeries *) b);
}

static gboolean
equal_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b) == 0;
}

static gboolean
equal_attendance_cb (gconstpointer a, gconstpointer b)
{
  return keel_attendance_equal ((KeelAttendance *) a, (KeelAttendance *) b);
}

static gboolean
equal_lists_cb (gconstpointer a, gconstpointer b)
{
  const KeelList *one = a;
  const KeelList *other = b;

  return strcmp (one->name, other->name) == 0 && one->imported_at == other->imported_at &&
         one->meetings == other->meetings;
}

static gboolean
equal_going_cb (gconstpointer a, gconstpointer b)
{
  const KeelOccurrenceKey *one = a;
  const KeelOccurrenceKey *other = b;

  return one->occurrence == other->occurrence && strcmp (one->series, other->series) == 0;
}

/* TRUE when *@part says something else than @before; else it becomes @before. */
static gboolean
differs (GPtrArray **part, GPtrArray *before, GEqualFunc equal)
{
  gboolean same = (*part)->len == before->len;

  for (guint i = 0; same && i < before->len; i++)
    same = equal ((*part)->pdata[i], before->pdata[i]);
  if (same)
    {
      g_ptr_array_unref (*part);
      *part = g_ptr_array_ref (before);
    }
  return !same;
}

/* What cannot be read of reminders keeps nobody from the rest. */
static void
read_reminders (KeelSnapshot *self, KeelProfile *profile)
{
  const GError *reason = NULL;
  g_autoptr (GError) error = NULL;

  if (keel_profile_is_behind (profile, &reason))
    self->delay = g_strdup (keel_sentence_delay (reason));
  if (!keel_reminder_file_has_reminders (keel_profile_get_reminder_file (profile), &self->has_reminders,
                                         &error))
    g_warning ("Cannot read the reminders: %s", error->message);
}

KeelSnapshot *
keel_snapshot_new (void)
{
  KeelSnapshot *self = g_new0 (KeelSnapshot, 1);

  self->counter = -1;
  self->series = g_ptr_array_new_with_free_func (g_object_unref);
  self->attended = g_ptr_array_new_with_free_func (g_object_unref);
  self->attendance = keel_attendance_book_new (self->attended);
  self->going = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  self->paused = g_ptr_array_new ();
  return self;
}

KeelSnapshot *
keel_snapshot_read (KeelProfile *profile, gint64 now, GError **error)
{
  g_autoptr (KeelSnapshot) self = g_new0 (KeelSnapshot, 1);
  KeelJournal *journal = keel_profile_get_journal (profile);

  /* The counter first: what changes in between is then read once more, not overlooked. */
  self->counter = keel_journal_get_change_counter (journal, error);
  if (self->counter < 0)
    return NULL;
  self->series = keel_journal_get_series (journal, error);
  self->attended = self->series != NULL ? read_attended (journal, error) : NULL;
  if (self->attended == NULL)
    return NULL;
  self->attendance = keel_attendance_book_new (self->attended);
  self->going = keel_profile_get_going (profile, now - GOING_SINCE, error);
  if (self->going == NULL)
    return NULL;
  self->lists = keel_directory_get_lists (keel_profile_get_directory (profile), error);
  if (self->lists == NULL)
    return NULL;
  read_reminders (self, profile);
  self->paused = keel_profile_get_paused (profile, self->series, error);
  return self->paused != NULL ? g_steal_pointer (&self) : NULL;
}

void
keel_snapshot_free (KeelSnapshot *self)
{
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->attended, g_ptr_array_unref);
  g_clear_pointer (&self->attendance, keel_attendance_book_free);
  g_clear_pointer (&self->going, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->paused, g_ptr_array_unref);
  g_free (self->delay);
  g_free (self);
}

KeelSnapshotParts
keel_snapshot_keep (KeelSnapshot *self, KeelSnapshot *before)
{
  KeelSnapshotParts changed = 0;

  if (differs (&self->lists, before->lists, equal_lists_cb))
    changed |= KEEL_SNAPSHOT_LISTS;
  if (differs (&self->series, before->series, equal_series_cb))
    changed |= KEEL_SNAPSHOT_SERIES;
  if (differs (&self->paused, before->paused, equal_texts_cb))
    changed |= KEEL_SNAPSHOT_SERIES;
  if (differs (&self->going, before->going, equal_going_cb))
    changed |= KEEL_SNAPSHOT_GOING;
  if (self->has_reminders != before->has_reminders || g_strcmp0 (self->delay, before->delay) != 0)
    changed |= KEEL_SNAPSHOT_REMINDERS;
  if (differs (&self->attended, before->attended, equal_attendance_cb))
    changed |= KEEL_SNAPSHOT_ATTENDANCE;
  else
    {
      KeelAttendanceBook *read = self->attendance;

      self->attendance = before->attendance;
      before->attendance = read;
    }
  return changed;
}
