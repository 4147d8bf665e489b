#pragma once

/* Private to store: how rows of the journal are read and written, whatever they say. */

#include "keel-journal-private.h"

G_BEGIN_DECLS

/* What the row says on which @statement stands; transfer full. NULL where it cannot be read: it is left out
 * then, as if it were not there. */
typedef gpointer (*KeelRowReader) (sqlite3_stmt *statement);
/* Writes @row, whose UUID is known, over the one with that UUID. */
typedef gboolean (*KeelRowWriter) (KeelJournal *self, gconstpointer row, GError **error);
/* Fills in what @row has not yet, and changes what hangs on it; it @is_new where it had no UUID. @was
 * (nullable) is what stands there. */
typedef gboolean (*KeelRowSettler) (KeelJournal *self, gpointer row, gboolean is_new, gconstpointer was,
                                    GError **error);

typedef struct
{
  KeelRowWriter write;
  KeelRowSettler settle; /* nullable */
  gboolean reminders;    /* whether any depends on it: see keel_journal_end_row () */

  /* NULL, all three: nobody asks what stood there. */
  const char *find; /* the row of ?1, unless it was deleted: a string literal */
  KeelRowReader reader;
  GDestroyNotify free_row;
} KeelRowKind;

/* All rows of @statement, which has its bindings; NULL where there is none, with the error that is set
 * already. Transfer full: @free_row frees what @reader returns. */
GPtrArray *keel_journal_read_rows (KeelJournal *self, sqlite3_stmt *statement, KeelRowReader reader,
                                   GDestroyNotify free_row, GError **error);
/* The same; *@n_damaged (nullable) is how many rows could not be read. */
GPtrArray *keel_journal_read_sound_rows (KeelJournal *self, sqlite3_stmt *statement, KeelRowReader reader,
                                         GDestroyNotify free_row, guint *n_damaged, GError **error);

/* The same of @sql, a string literal with @since as ?1 and @limit (0: all) as ?2. */
GPtrArray *keel_journal_read_latest (KeelJournal *self, const char *sql, gint64 since, guint limit,
                                     KeelRowReader reader, GDestroyNotify free_row, GError **error);

/* Reads the one row of @sql, a string literal with @id as ?1, into *@row (transfer full), which stays as it
 * is where there is none. Where @deleted is asked for, the last column says whether the row was deleted. */
gboolean keel_journal_find_row (KeelJournal *self, const char *sql, const char *id, KeelRowReader reader,
                                gpointer *row, gboolean *deleted, GError **error);
/* The same, returned: NULL without an error where there is none. */
gpointer keel_journal_read_row (KeelJournal *self, const char *sql, const char *id, KeelRowReader reader,
                                GError **error);

/* Ends what happened since keel_database_begin (): keel_journal_end_change () where @reminders depend on it,
 * else keel_journal_end_writing (). */
gboolean keel_journal_end_row (KeelJournal *self, gboolean success, gboolean reminders, GError **error);

/* Puts @row down as one change. *@uuid is its UUID: it gets one where it has none and loses that again where
 * this fails. *@before (nullable; transfer full) is what stood there; NULL where nothing did. */
gboolean keel_journal_put_row (KeelJournal *self, const KeelRowKind *kind, gpointer row, char **uuid,
                               gpointer *before, GError **error);

/* Now, and what the wall clock says where the person is: minutes east of UTC. */
void keel_journal_get_moment (KeelJournal *self, gint64 *at, int *offset);

G_END_DECLS
