#include "keel-session-progress.h"

#include "keel-session-private.h"
#include "store/keel-journal-progress.h"

void
keel_program_work_free (KeelProgramWork *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

/* What is quiet is not spoken of outside its own page, and no word is told of what asks for the passphrase
 * again. */
static GPtrArray *
read_told (KeelJournal *journal, KeelEntryLink link, const char *target, GError **error)
{
  const KeelEntryFilter filter = { .link = link, .target = target, .told = TRUE };
  GPtrArray *entries = keel_journal_get_entries (journal, &filter, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      KeelEntry *entry = g_ptr_array_index (entries, i);

      if (entry->guard != KEEL_ENTRY_GUARD_NONE)
        g_clear_pointer (&entry->beginning, g_free);
    }
  return entries;
}

/* --- What there is --- */

static void
work_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
  g_autoptr (KeelProgramWork) work = g_new0 (KeelProgramWork, 1);
  GError *error = NULL;

  work->parts = keel_journal_get_progress (journal, task_data, &error);
  if (work->parts != NULL)
    work->entries = read_told (journal, KEEL_ENTRY_LINK_NONE, NULL, &error);
  if (work->entries != NULL)
    g_task_return_pointer (task, g_steal_pointer (&work), (GDestroyNotify) keel_program_work_free);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_program_work_async (KeelSession *self, const char *program, KeelSessionCallback callback,
                                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, g_strdup (program), g_free);
  keel_session_run (self, task, work_in_thread, FALSE);
}

KeelProgramWork *
keel_session_read_program_work_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
progress_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
  GError *error = NULL;
  GPtrArray *parts = keel_journal_get_progress (journal, task_data, &error);

  if (parts != NULL)
    g_task_return_pointer (task, parts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_progress_async (KeelSession *self, const char *program, KeelSessionCallback callback,
                                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, g_strdup (program), g_free);
  keel_session_run (self, task, progress_in_thread, FALSE);
}

GPtrArray *
keel_session_read_progress_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- What is said of a part --- */

typedef struct
{
  KeelPartProgress *wanted;
  KeelPartSays which;
  KeelPartProgress *expected; /* nullable */
} PartWish;

static void
part_wish_free (PartWish *wish)
{
  keel_part_progress_free (wish->wanted);
  g_clear_pointer (&wish->expected, keel_part_progress_free);
  g_free (wish);
}

static void
set_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
  const PartWish *wish = task_data;
  KeelPartProgress *before = NULL;
  GError *error = NULL;

  if (keel_journal_set_progress (journal, wish->wanted, wish->which, wish->expected, &before, &error))
    g_task_return_pointer (task, before, (GDestroyNotify) keel_part_progress_free);
  else
    g_task_return_error (task, error);
}

/* The callback, which knows best what to say, comes first. */
static void
tell_cb (GTask *task, GParamSpec *pspec, KeelSession *self)
{
  if (!g_task_had_error (task))
    g_signal_emit_by_name (self, "progress-changed");
}

void
keel_session_set_progress_async (KeelSession *self, const KeelPartProgress *wanted, KeelPartSays which,
                                 const KeelPartProgress *expected, KeelSessionCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  PartWish *wish = g_new0 (PartWish, 1);

  wish->wanted = keel_part_progress_copy (wanted);
  wish->which = which;
  wish->expected = expected != NULL ? keel_part_progress_copy (expected) : NULL;
  g_task_set_task_data (task, wish, (GDestroyNotify) part_wish_free);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (tell_cb), self, 0);
  keel_session_run (self, task, set_in_thread, FALSE);
}

KeelPartProgress *
keel_session_set_progress_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- What entries belong to --- */

typedef struct
{
  char *uuid;
  KeelEntryLink link;
  char *text;     /* nullable: a target, or with whom it was shared */
  gint64 at;      /* shared */
  gboolean share; /* it is about that */
} EntryWish;

static void
entry_wish_free (EntryWish *wish)
{
  g_free (wish->uuid);
  g_free (wish->text);
  g_free (wish);
}

static void
linked_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
  const EntryWish *wish = task_data;
  GError *error = NULL;
  GPtrArray *entries = read_told (journal, wish->link, wish->text, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_list_linked_async (KeelSession *self, KeelEntryLink link, const char *target,
                                KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  EntryWish *wish = g_new0 (EntryWish, 1);

  wish->link = link;
  wish->text = g_strdup (target);
  g_task_set_task_data (task, wish, (GDestroyNotify) entry_wish_free);
  keel_session_run (self, task, linked_in_thread, FALSE);
}

GPtrArray *
keel_session_list_linked_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
entry_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KeelJournal *journal = keel_profile_get_journal (keel_session_get_profile (KEEL_SESSION (source)));
  const EntryWish *wish = task_data;
  KeelEntry *entry = NULL;
  GError *error = NULL;
  gboolean done;

  if (wish->share)
    done = keel_journal_set_entry_shared (journal, wish->uuid, wish->at, wish->text, &error);
  else
    done = keel_journal_set_entry_link (journal, wish->uuid, wish->link, wish->text, &error);
  if (done)
    entry = keel_journal_find_entry (journal, wish->uuid, &error);
  if (entry != NULL)
    g_task_return_pointer (task, entry, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
tell_entries_cb (GTask *task, GParamSpec *pspec, KeelSession *self)
{
  if (!g_task_had_error (task))
    g_signal_emit_by_name (self, "entries-changed");
}

/* Takes @wish. */
static void
change_entry (KeelSession *self, EntryWish *wish, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_task_data (task, wish, (GDestroyNotify) entry_wish_free);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (tell_entries_cb), self, 0);
  keel_session_run (self, task, entry_in_thread, FALSE);
}

void
keel_session_link_entry_async (KeelSession *self, const char *uuid, KeelEntryLink link, const char *target,
                               KeelSessionCallback callback, gpointer data)
{
  EntryWish *wish = g_new0 (EntryWish, 1);

  wish->uuid = g_strdup (uuid);
  wish->link = link;
  wish->text = g_strdup (target);
  change_entry (self, wish, callback, data);
}

void
keel_session_share_entry_async (KeelSession *self, const char *uuid, gint64 at, const char *with,
                                KeelSessionCallback callback, gpointer data)
{
  EntryWish *wish = g_new0 (EntryWish, 1);

  wish->uuid = g_strdup (uuid);
  wish->at = at;
  wish->text = g_strdup (with);
  wish->share = TRUE;
  change_entry (self, wish, callback, data);
}
