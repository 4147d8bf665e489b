#include "keel-importer.h"

#include "keel-directory-private.h"
#include "keel-feed-thread.h"
#include "keel-kept-list.h"
#include "keel-known-meetings.h"
#include "keel-list-name.h"
#include "keel-list-sample.h"
#include "keel-list-source.h"
#include "keel-meeting-table.h"
#include "keel-paused-meetings.h"
#include "keel-type-rows.h"

#define PROGRESS_INTERVAL_US (G_USEC_PER_SEC / 10)
#define CHECKPOINT_TIMEOUT_MS 100

/* How many rows between two looks at whether the person has cancelled. */
#define CANCEL_INTERVAL 64

typedef struct
{
  const KeelImportOptions *options;
  KeelImportProgress progress; /* nullable */
  gpointer data;
  GCancellable *cancellable; /* nullable */

  KeelDatabase *database;
  KeelFeedThread *thread;
  KeelImportReport *report;
  KeelListSource *source; /* NULL until it is open */
  gint64 told_at;         /* monotonic µs: when progress was last told */

  gint64 list;    /* 0: new and a dry run */
  gint64 next_id; /* of meeting */
  char *program;  /* what is chosen now, else what an earlier import chose */
  char *timezone;
  char *format; /* nullable: of the list as it is */
  gint64 meetings;
  GArray *known; /* of KeelKnownMeeting */
  GFile *file;   /* NULL where it comes from an address */
} KeelImport;

static void
clear_import (KeelImport *self)
{
  /* First, because the thread reads what follows. */
  g_clear_pointer (&self->thread, keel_feed_thread_free);
  g_clear_pointer (&self->database, keel_database_close);
  g_clear_pointer (&self->report, keel_import_report_free);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->timezone, g_free);
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->source, keel_list_source_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelImport, clear_import)

static void
tell_progress (KeelImport *self, guint64 position)
{
  gint64 now = g_get_monotonic_time ();
  KeelImportReport *report = self->report;

  if (!self->progress || now - self->told_at < PROGRESS_INTERVAL_US)
    return;
  self->told_at = now;
  self->progress (position, self->source->size, report->added + report->updated + report->unchanged,
                  self->data);
}

static gboolean
insert_list (KeelImport *self, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "INSERT INTO list (name, source, format, imported_at, meetings)"
                                     " VALUES (?1, ?2, '', 0, 0)",
                                     error);
  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, self->report->list);
  keel_bind_text (statement, 2, self->report->source);
  if (!keel_database_step (self->database, statement, NULL, error))
    return FALSE;
  self->list = sqlite3_last_insert_rowid (keel_database_get_handle (self->database));
  return TRUE;
}

/* What the list was told before holds until something else is chosen. */
static gboolean
load_list (KeelImport *self, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement =
      keel_database_prepare (self->database,
                             "SELECT id, program, timezone, format, meetings FROM list WHERE name = ?1",
                             error);
  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, self->report->list);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    {
      self->list = sqlite3_column_int64 (statement, 0);
      self->program = keel_column_text (statement, 1);
      self->timezone = keel_column_text (statement, 2);
      self->format = keel_column_text (statement, 3);
      self->meetings = sqlite3_column_int64 (statement, 4);
      sqlite3_reset (statement);
    }
  if (self->options->program)
    {
      g_free (self->program);
      self->program = g_strdup (self->options->program);
    }
  if (self->options->timezone)
    {
      g_free (self->timezone);
      self->timezone = g_strdup (self->options->timezone);
    }
  return row || self->options->dry_run || insert_list (self, error);
}

static gboolean
store_kinds (KeelImport *self, GError **error)
{
  return self->options->dry_run || keel_type_rows_store_kinds (self->database, self->options->types, error);
}

static gboolean
load_known (KeelImport *self, GError **error)
{
  if (!load_list (self, error) || !store_kinds (self, error) ||
      !keel_database_get_integer (self->database, "SELECT coalesce (max (id), 0) + 1 FROM meeting",
                                  &self->next_id, error))
    return FALSE;
  self->known = keel_known_meetings_load (self->database, self->list, error);
  return self->known != NULL;
}

static gboolean
add_meeting (KeelImport *self, const KeelFeedRow *row, GError **error)
{
  self->report->added++;
  if (self->options->dry_run)
    return TRUE;
  return keel_meeting_table_insert (self->database, self->next_id++, self->list, row->key, row->digest,
                                    row->meeting, error);
}

static gboolean
update_meeting (KeelImport *self, gint64 id, const KeelFeedRow *row, GError **error)
{
  self->report->updated++;
  if (self->options->dry_run)
    return TRUE;
  return keel_meeting_table_update (self->database, id, row->digest, row->meeting, error);
}

static gboolean
store_row (KeelImport *self, const KeelFeedRow *row, GError **error)
{
  KeelKnownMeeting *known = keel_known_meetings_find (self->known, row->key);

  if (!known)
    return add_meeting (self, row, error);
  known->seen = TRUE;
  if (known->digest != row->digest)
    return update_meeting (self, known->id, row, error);
  self->report->unchanged++;
  return TRUE;
}

/* Whoever follows one of these is told that it pauses, not that it is gone. */
static gboolean
store_paused (KeelImport *self, const KeelSkippedRow *row, GError **error)
{
  if (!row->slugs || self->options->dry_run)
    return TRUE;
  return keel_paused_meetings_add (self->database, self->list, self->report->list,
                                   (const char *const *) row->slugs, error);
}

static gboolean
store_batch (KeelImport *self, KeelFeedBatch *batch, GError **error)
{
  for (guint i = 0; i < batch->rows->len; i++)
    {
      if ((i % CANCEL_INTERVAL == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error)) ||
          !store_row (self, &g_array_index (batch->rows, KeelFeedRow, i), error))
        return FALSE;
    }
  while (batch->skipped->len > 0)
    {
      KeelSkippedRow *row = g_ptr_array_steal_index (batch->skipped, 0);

      g_ptr_array_add (self->report->skipped, row);
      if (!store_paused (self, row, error))
        return FALSE;
    }
  tell_progress (self, batch->position);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
store_batches (KeelImport *self, GError **error)
{
  gboolean last = FALSE;

  while (!last)
    {
      KeelFeedBatch *batch = keel_feed_thread_take (self->thread);
      gboolean stored = store_batch (self, batch, error);

      last = batch->last;
      keel_feed_thread_return (self->thread, batch);
      if (!stored)
        return FALSE;
    }
  return TRUE;
}

/* A file without one usable meeting must not empty a list. */
static gboolean
check_outcome (KeelImport *self, GError **error)
{
  KeelImportReport *report = self->report;

  if (report->added + report->updated + report->unchanged > 0)
    return TRUE;
  if (report->read == 0)
    g_set_error (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_EMPTY_LIST, "The list has no meeting in it");
  else
    g_set_error (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_NO_MEETINGS,
                 "None of the %u rows could be read as a meeting", report->read);
  return FALSE;
}

static gboolean
remove_vanished (KeelImport *self, GError **error)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      const KeelKnownMeeting *known = &g_array_index (self->known, KeelKnownMeeting, i);

      if (known->seen)
        continue;
      self->report->removed++;
      if (self->options->dry_run)
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !keel_meeting_table_remove (self->database, known->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
update_list (KeelImport *self, const char *program, GError **error)
{
  KeelImportReport *report = self->report;
  g_autofree char *uri = self->file ? g_file_get_uri (self->file) : NULL;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "UPDATE list SET source = ?2, format = ?3, program = ?4, timezone = ?5,"
                                     " imported_at = ?6, meetings = ?7, etag = ?8, last_modified = ?9,"
                                     " file = ?10 WHERE id = ?1",
                                     error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->list);
  keel_bind_text (statement, 2, report->source);
  keel_bind_text (statement, 3, keel_feed_format_get_code (report->format));
  keel_bind_text (statement, 4, program);
  keel_bind_text (statement, 5, self->timezone);
  sqlite3_bind_int64 (statement, 6, self->options->now);
  sqlite3_bind_int64 (statement, 7, report->added + report->updated + report->unchanged);
  keel_bind_text (statement, 8, self->source->etag);
  keel_bind_text (statement, 9, self->source->last_modified);
  keel_bind_text (statement, 10, uri);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
finish (KeelImport *self, GError **error)
{
  KeelImportReport *report = self->report;
  KeelListReader *reader = keel_feed_thread_finish (self->thread, error);

  if (!reader)
    return FALSE;
  report->format = keel_list_reader_get_format (reader);
  report->program = g_strdup (keel_list_reader_get_program (reader));
  report->read = keel_list_reader_get_rows (reader);
  keel_import_report_add_notices (report, keel_list_reader_get_notices (reader));
  if (!check_outcome (self, error) || !remove_vanished (self, error))
    return FALSE;
  if (self->options->dry_run)
    return TRUE;
  if (report->updated + report->removed > 0 && !keel_type_rows_sweep (self->database, error))
    return FALSE;
  if (report->added + report->updated + report->removed > 0 &&
      !keel_meeting_table_touch (self->database, error))
    return FALSE;
  return update_list (self, keel_list_reader_get_program (reader), error) &&
         !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static KeelFeedFormat
find_format (const char *code)
{
  KeelFeedFormat format = KEEL_FEED_MEETING_GUIDE;

  while (format < KEEL_FEED_ICAL && g_strcmp0 (keel_feed_format_get_code (format), code) != 0)
    format++;
  return format;
}

/* The server says that it has nothing new: the list is as of now. */
static gboolean
renew_list (KeelImport *self, GError **error)
{
  sqlite3_stmt *statement;

  self->report->not_modified = TRUE;
  self->report->unchanged = (guint) self->meetings;
  self->report->format = find_format (self->format);
  self->report->program = g_strdup (self->program);
  if (self->options->dry_run)
    return TRUE;
  statement = keel_database_prepare (self->database, "UPDATE list SET imported_at = ?2 WHERE id = ?1", error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->list);
  sqlite3_bind_int64 (statement, 2, self->options->now);
  return keel_database_step (self->database, statement, NULL, error);
}

static gboolean
read_and_store (KeelImport *self, GInputStream *formats, GError **error)
{
  const KeelFeedOptions options = {
    .program = self->program,
    .timezone = self->timezone,
    .types = self->options->types,
    .formats = formats,
  };
  gboolean success;

  self->thread = keel_feed_thread_new (self->source->stream, &options, self->report->list, self->options->now,
                                       self->cancellable);
  success = store_batches (self, error) && finish (self, error);
  g_clear_pointer (&self->thread, keel_feed_thread_free);
  return success;
}

static gboolean
update (KeelImport *self, GInputStream *formats, GError **error)
{
  if (!self->source->stream)
    return load_list (self, error) && renew_list (self, error);
  return load_known (self, error) &&
         (self->options->dry_run || keel_paused_meetings_clear (self->database, self->list, error)) &&
         read_and_store (self, formats, error);
}

static gboolean
run (KeelImport *self, GInputStream *formats, GError **error)
{
  gboolean dry_run = self->options->dry_run;

  if (!keel_database_execute (self->database, dry_run ? "BEGIN" : "BEGIN IMMEDIATE", error))
    return FALSE;
  if (update (self, formats, error))
    return keel_database_commit (self->database, error);
  keel_database_rollback (self->database);
  return FALSE;
}

/* The log has grown by all that was written, kept or not. While somebody reads it stays as it is. */
static void
shrink_log (KeelDatabase *database)
{
  sqlite3 *handle = keel_database_get_handle (database);

  sqlite3_busy_timeout (handle, CHECKPOINT_TIMEOUT_MS);
  sqlite3_wal_checkpoint_v2 (handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/* Where there is no log beside the file, a page that is written before the commit would shut out everybody
 * who reads. A large list is held in memory until then. */
static KeelDatabase *
open_directory (const char *path, KeelVaultKey *key, GError **error)
{
  KeelDatabase *database = keel_database_open_protected (path, &keel_directory_kind, key, error);

  if (!database || !key || keel_database_execute (database, "PRAGMA cache_spill = OFF", error))
    return database;
  keel_database_close (database);
  return NULL;
}

/* What would be read in another way now has to be read again. */
static gboolean
is_read_alike (KeelImport *self, const KeelKeptList *kept)
{
  const KeelImportOptions *options = self->options;

  return !options->formats && (!options->program || g_strcmp0 (options->program, kept->program) == 0) &&
         (!options->timezone || g_strcmp0 (options->timezone, kept->timezone) == 0);
}

static void
fetch_progress_cb (guint64 bytes, guint64 total, gpointer data)
{
  KeelImport *self = data;
  gint64 now = g_get_monotonic_time ();

  if (!self->progress || now - self->told_at < PROGRESS_INTERVAL_US)
    return;
  self->told_at = now;
  self->progress (bytes, total, 0, self->data);
}

static char *
name_fetched (KeelImport *self, const char *address, GError **error)
{
  g_autofree char *own = self->source->stream ? keel_list_name_read (self->source->stream, self->cancellable)
                                              : NULL;
  g_autofree char *host = own ? NULL : keel_list_name_suggest (address);

  return keel_kept_list_make_name (self->database, own ? own : host, error);
}

/* In a protected profile what was fetched waits in memory: nothing of it may be readable on the disk. */
static gboolean
fetch (KeelImport *self, const char *path, gboolean protected, const char *address, GError **error)
{
  g_auto (KeelKeptList) kept = { 0 };
  g_autofree char *name = self->options->list ? keel_list_name_tidy (self->options->list) : NULL;
  g_autofree char *folder = protected ? NULL : g_path_get_dirname (path);
  KeelFetchOptions options = { .folder = folder };

  if (!keel_kept_list_find (self->database, address, name, &kept, error))
    return FALSE;
  if (is_read_alike (self, &kept))
    {
      options.etag = kept.etag;
      options.last_modified = kept.last_modified;
    }
  self->source = keel_list_source_fetch (address, &options, fetch_progress_cb, self, self->cancellable,
                                         error);
  if (!self->source)
    return FALSE;
  self->report->list = kept.list ? g_steal_pointer (&kept.list) : name_fetched (self, address, error);
  return self->report->list != NULL;
}

/* From an address such a page is an answer of its own kind. */
static void
tell_web_page (GError **error)
{
  if (!error || !g_error_matches (*error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_HTML))
    return;
  g_clear_error (error);
  g_set_error (error, KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_WEB_PAGE, "The answer is a web page");
}

static KeelListSample *
read_sample (KeelImport *self)
{
  const KeelFeedOptions options = {
    .program = self->options->program,
    .timezone = self->options->timezone,
    .types = self->options->types,
  };

  return keel_list_sample_new (self->source->stream, &options, self->options->now, self->cancellable);
}

typedef struct
{
  KeelImport *import;
  KeelListSample *sample; /* NULL until it is asked for */
} Look;

static gboolean
check_list_cb (KeelList *list, gboolean says_name, gpointer data)
{
  Look *look = data;

  if (!look->sample)
    look->sample = read_sample (look->import);
  return keel_list_sample_is_of (look->sample, look->import->database, list, says_name);
}

static gboolean
choose_list (KeelImport *self, GError **error)
{
  g_autofree char *own = keel_list_name_read (self->source->stream, self->cancellable);
  g_autoptr (GPtrArray) lists = keel_directory_read_lists (self->database, error);
  Look look = { self, NULL };

  if (lists)
    self->report->list = keel_kept_list_choose (lists, self->file, own, check_list_cb, &look);
  keel_list_sample_free (look.sample);
  return lists != NULL;
}

static gboolean
import_file (KeelImport *self, GInputStream *formats, GError **error)
{
  const KeelImportOptions *options = self->options;

  if (options->list)
    self->report->list = keel_list_name_tidy (options->list);
  else if (!choose_list (self, error))
    return FALSE;
  if (self->report->list)
    return run (self, formats, error);
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "A list needs a name");
  return FALSE;
}

static gboolean
import_address (KeelImport *self, const char *path, gboolean protected, const char *address,
                GInputStream *formats, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (fetch (self, path, protected, address, &failure) && run (self, formats, &failure))
    return TRUE;
  tell_web_page (&failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * keel_importer_import:
 * @key: (nullable): of a profile with a passphrase
 * @file: a file, or an address that the person gave (https, or http to this machine): it is fetched now
 * @progress: (nullable): called in this thread; while an address is fetched, with no meetings yet
 *
 * Errors are of G_IO_ERROR (the file, or cancelled), KEEL_FETCH_ERROR (the address), KEEL_FEED_ERROR (its
 * content) or KEEL_STORE_ERROR (the directory); then nothing was changed.
 *
 * Returns: (transfer full): what came of it
 */
KeelImportReport *
keel_importer_import (const char *directory_path, KeelVaultKey *key, GFile *file,
                      const KeelImportOptions *options, KeelImportProgress progress, gpointer data,
                      GCancellable *cancellable, GError **error)
{
  g_auto (KeelImport) self = {
    .options = options,
    .progress = progress,
    .data = data,
    .cancellable = cancellable,
  };
  g_autoptr (KeelListSource) formats = NULL;
  g_autofree char *address = NULL;
  gboolean success;

  g_return_val_if_fail (directory_path != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  address = keel_list_source_dup_address (file);
  self.file = address ? NULL : file;
  if (!address && !(self.source = keel_list_source_open (file, cancellable, error)))
    return NULL;
  if (options->formats && !(formats = keel_list_source_open (options->formats, cancellable, error)))
    return NULL;
  self.database = open_directory (directory_path, key, error);
  if (!self.database)
    return NULL;
  self.report = keel_import_report_new ();
  self.report->source = g_strdup (address ? address : self.source->name);

  success = address ? import_address (&self, directory_path, key != NULL, address,
                                      formats ? formats->stream : NULL, error)
                    : import_file (&self, formats ? formats->stream : NULL, error);
  shrink_log (self.database);
  return success ? g_steal_pointer (&self.report) : NULL;
}

char *
keel_importer_suggest_name (const char *source)
{
  return keel_list_name_suggest (source);
}

char *
keel_importer_suggest_name_of (GFile *file, GPtrArray *lists)
{
  g_autoptr (KeelListSource) source = keel_list_source_open (file, NULL, NULL);
  g_autofree char *own = source ? keel_list_name_read (source->stream, NULL) : NULL;

  return source ? keel_kept_list_choose (lists, file, own, NULL, NULL) : NULL;
}
