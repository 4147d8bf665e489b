#include "keel-session-today.h"

#include "store/keel-journal-entries.h"

#include "keel-session-private.h"

/* Of what was changed last, and what is pinned, which comes before it. */
#define LOOKED_AT 200

typedef struct
{
  GHashTable *daily; /* set of ids of worksheets */
  char *worksheet;   /* nullable: only this one */
  gint64 midnight;   /* seconds UTC */
} Wish;

static void
wish_free (Wish *wish)
{
  g_hash_table_unref (wish->daily);
  g_free (wish->worksheet);
  g_free (wish);
}

void
keel_today_free (KeelToday *self)
{
  g_ptr_array_unref (self->daily);
  g_clear_object (&self->last);
  g_free (self);
}

KeelEntry *
keel_today_find (const KeelToday *self, const char *worksheet)
{
  for (guint i = 0; i < self->daily->len; i++)
    {
      KeelEntry *entry = g_ptr_array_index (self->daily, i);

      if (g_str_equal (entry->worksheet, worksheet))
        return entry;
    }
  return NULL;
}

/* The one that was written in last. */
static KeelEntry *
find_todays (KeelJournal *journal, const char *worksheet, gint64 midnight, GError **error)
{
  const KeelEntryFilter filter = { .worksheet = worksheet };
  g_autoptr (GPtrArray) entries = keel_journal_get_entries (journal, &filter, error);
  KeelEntry *found = NULL;

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      KeelEntry *entry = g_ptr_array_index (entries, i);

      if (entry->created_at >= midnight && (found == NULL || entry->changed_at > found->changed_at))
        found = entry;
    }
  return found != NULL ? g_object_ref (found) : NULL;
}

static gboolean
add_daily (KeelToday *today, KeelJournal *journal, const Wish *wish, GError **error)
{
  GHashTableIter ids;
  gpointer id;

  g_hash_table_iter_init (&ids, wish->daily);
  while (g_hash_table_iter_next (&ids, &id, NULL))
    {
      GError *failure = NULL;
      KeelEntry *entry = find_todays (journal, id, wish->midnight, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (entry != NULL && entry->guard == KEEL_ENTRY_GUARD_NONE)
        g_ptr_array_add (today->daily, g_steal_pointer (&entry));
      g_clear_object (&entry);
    }
  return TRUE;
}

static gboolean
add_last (KeelToday *today, KeelJournal *journal, const Wish *wish, GError **error)
{
  const KeelEntryFilter filter = { .limit = LOOKED_AT, .told = TRUE };
  g_autoptr (GPtrArray) entries = keel_journal_get_entries (journal, &filter, error);
  KeelEntry *last = NULL;

  if (entries == NULL)
    return FALSE;
  today->any = entries->len > 0;
  for (guint i = 0; i < entries->len; i++)
    {
      KeelEntry *entry = g_ptr_array_index (entries, i);

      if (entry->state != KEEL_ENTRY_FINISHED && !g_hash_table_contains (wish->daily, entry->worksheet) &&
          entry->guard == KEEL_ENTRY_GUARD_NONE && (last == NULL || entry->changed_at > last->changed_at))
        last = entry;
    }
  if (last != NULL)
    today->last = g_object_ref (last);
  return TRUE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  g_autoptr (KeelToday) today = g_new0 (KeelToday, 1);
  const Wish *wish = task_data;
  KeelJournal *journal;
  GError *error = NULL;

  today->daily = g_ptr_array_new_with_free_func (g_object_unref);
  if (profile == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
      return;
    }
  journal = keel_profile_get_journal (profile);
  if (!add_daily (today, journal, wish, &error) || !add_last (today, journal, wish, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&today), (GDestroyNotify) keel_today_free);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelProfile *profile = keel_session_get_profile (KEEL_SESSION (source));
  const Wish *wish = task_data;
  g_autoptr (KeelEntry) entry = NULL;
  GError *error = NULL;

  if (profile == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The profile is closed");
      return;
    }
  entry = find_todays (keel_profile_get_journal (profile), wish->worksheet, wish->midnight, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, entry != NULL ? g_strdup (entry->uuid) : NULL, g_free);
}

static gint64
find_midnight (KeelSession *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self);
  KeelLocalTime now = keel_local_time_from_utc (keel_session_get_now (self), zone);

  return keel_local_time_to_utc (keel_local_time_get_days (now) * KEEL_MINUTES_PER_DAY, zone);
}

static Wish *
make_wish (KeelSession *self)
{
  const GPtrArray *all = keel_content_get_worksheets (keel_session_get_content (self));
  Wish *wish = g_new0 (Wish, 1);

  wish->daily = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (all, i);

      if (worksheet->daily && !worksheet->quiet && !worksheet->ask_again)
        g_hash_table_add (wish->daily, g_strdup (worksheet->id));
    }
  wish->midnight = find_midnight (self);
  return wish;
}

void
keel_session_read_today_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, make_wish (self), (GDestroyNotify) wish_free);
  keel_session_run (self, task, read_in_thread, FALSE);
}

KeelToday *
keel_session_read_today_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
keel_session_find_todays_async (KeelSession *self, const char *worksheet, KeelSessionCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Wish *wish = make_wish (self);

  wish->worksheet = g_strdup (worksheet);
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  keel_session_run (self, task, find_in_thread, FALSE);
}

char *
keel_session_find_todays_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
