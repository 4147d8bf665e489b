#include "keel-word-index.h"

#include <string.h>

/* Of a text that is searched for. */
#define MAX_WORDS 16
#define MAX_TEXT 4096

/* meeting_text has indexes for prefixes of up to so many characters. */
#define INDEXED_PREFIX 3

/* Longer prefixes are looked up word by word, unless that would be more words than these. */
#define MAX_WORDS_OF_PREFIX 500

/* Row sets that are kept: at 100,000 meetings 2 MB. */
#define MAX_KEPT 160

struct _KeelWordIndex
{
  KeelDatabase *database;
  fts5_api *api;
  fts5_tokenizer tokenizer;
  Fts5Tokenizer *instance;
  guint max_id;
  GHashTable *kept; /* char *word → KeelRowSet * */
};

static const char row_set_type[] = "keel-row-set";

static int
add_row_cb (const Fts5ExtensionApi *api, Fts5Context *context, void *data)
{
  KeelRowSet *rows = data;

  /* A row that is newer than the array that the set is for is passed over. */
  keel_row_set_add (rows, (guint) api->xRowid (context));
  return SQLITE_OK;
}

/*
 * keel_collect (meeting_text, ?): fills a row set with all rows that match the first phrase of the query.
 * Called on the query's first row, it takes the rest straight from FTS5: a third of the time that a
 * statement takes which returns each row.
 */
static void
collect_cb (const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int n_values,
            sqlite3_value **values)
{
  KeelRowSet *rows = n_values == 1 ? sqlite3_value_pointer (values[0], row_set_type) : NULL;
  int code = SQLITE_MISUSE;

  if (rows)
    code = api->xQueryPhrase (context, 0, rows, add_row_cb);
  if (code != SQLITE_OK)
    sqlite3_result_error_code (result, code);
}

static int
add_word_cb (void *data, int flags, const char *word, int length, int start, int end)
{
  GPtrArray *words = data;
  g_autofree char *copy = g_strndup (word, (gsize) length);

  if (words->len < MAX_WORDS && !g_ptr_array_find_with_equal_func (words, copy, g_str_equal, NULL))
    g_ptr_array_add (words, g_steal_pointer (&copy));
  return SQLITE_OK;
}

/* With the index's own tokenizer, so that nothing a person types is ever syntax. */
static GPtrArray *
split_words (KeelWordIndex *self, const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_TEXT));

  self->tokenizer.xTokenize (self->instance, words, FTS5_TOKENIZE_QUERY, valid, (int) strlen (valid),
                             add_word_cb);
  return words;
}

static KeelRowSet *
new_row_set (KeelWordIndex *self)
{
  guint len = self->max_id / 64 + 1;
  KeelRowSet *rows = g_malloc0 (sizeof (KeelRowSet) + len * sizeof (guint64));

  rows->len = len;
  return rows;
}

static void
intersect (KeelRowSet *rows, const KeelRowSet *others)
{
  for (guint i = 0; i < rows->len; i++)
    rows->words[i] &= others->words[i];
}

/* @word is one of the tokenizer's, which has no quote in it. */
static gboolean
collect (KeelWordIndex *self, const char *word, gboolean is_prefix, KeelRowSet *rows, GError **error)
{
  g_autofree char *query = g_strdup_printf ("\"%s\"%s", word, is_prefix ? "*" : "");
  sqlite3_stmt *statement;
  gboolean success;

  statement = keel_database_prepare (self->database,
                                     "SELECT keel_collect (meeting_text, ?2) FROM meeting_text"
                                     " WHERE meeting_text MATCH ?1 LIMIT 1",
                                     error);
  if (!statement)
    return FALSE;
  keel_bind_text (statement, 1, query);
  sqlite3_bind_pointer (statement, 2, rows, row_set_type, NULL);
  success = keel_database_step (self->database, statement, NULL, error);
  sqlite3_reset (statement);
  return success;
}

/* NULL with @error on failure; the words that begin with @prefix, at most one more than are of use. */
static GPtrArray *
list_words (KeelWordIndex *self, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *end = g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL); /* the last character there is */
  sqlite3_stmt *statement;
  gboolean row;

  statement = keel_database_prepare (self->database,
                                     "SELECT term FROM meeting_word WHERE term >= ?1 AND term <= ?2 LIMIT ?3",
                                     error);
  if (!statement)
    return NULL;
  keel_bind_text (statement, 1, prefix);
  keel_bind_text (statement, 2, end);
  sqlite3_bind_int (statement, 3, MAX_WORDS_OF_PREFIX + 1);
  while (keel_database_step (self->database, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&words);
      g_ptr_array_add (words, keel_column_text (statement, 0));
    }
  return NULL;
}

static gboolean
fill (KeelWordIndex *self, const char *prefix, KeelRowSet *rows, GError **error)
{
  g_autoptr (GPtrArray) words = NULL;

  if (g_utf8_strlen (prefix, -1) <= INDEXED_PREFIX)
    return collect (self, prefix, TRUE, rows, error);

  /* FTS5 would merge the rows of all words into one sorted list first, which a set does not need. */
  words = list_words (self, prefix, error);
  if (!words)
    return FALSE;
  if (words->len > MAX_WORDS_OF_PREFIX)
    return collect (self, prefix, TRUE, rows, error);
  for (guint i = 0; i < words->len; i++)
    {
      if (!collect (self, g_ptr_array_index (words, i), FALSE, rows, error))
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer none): valid until the next call */
static const KeelRowSet *
find (KeelWordIndex *self, const char *word, GError **error)
{
  const KeelRowSet *kept = g_hash_table_lookup (self->kept, word);
  g_autofree KeelRowSet *rows = NULL;

  if (kept)
    return kept;
  rows = new_row_set (self);
  if (!fill (self, word, rows, error))
    return NULL;
  if (g_hash_table_size (self->kept) >= MAX_KEPT)
    g_hash_table_remove_all (self->kept);
  kept = rows;
  g_hash_table_insert (self->kept, g_strdup (word), g_steal_pointer (&rows));
  return kept;
}

static gboolean
load_api (KeelWordIndex *self, GError **error)
{
  static const char *const options[] = { "remove_diacritics", "2" }; /* as directory.sql says */
  sqlite3_stmt *statement;
  void *user_data = NULL;

  statement = keel_database_prepare (self->database, "SELECT fts5 (?1)", error);
  if (!statement)
    return FALSE;
  sqlite3_bind_pointer (statement, 1, &self->api, "fts5_api_ptr", NULL);
  if (!keel_database_step (self->database, statement, NULL, error))
    return FALSE;
  sqlite3_reset (statement);
  if (self->api &&
      self->api->xFindTokenizer (self->api, "unicode61", &user_data, &self->tokenizer) == SQLITE_OK &&
      self->tokenizer.xCreate (user_data, (const char **) options, G_N_ELEMENTS (options), &self->instance) ==
          SQLITE_OK &&
      self->api->xCreateFunction (self->api, "keel_collect", NULL, collect_cb, NULL) == SQLITE_OK)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED, "This SQLite has no full text search");
  return FALSE;
}

KeelWordIndex *
keel_word_index_new (KeelDatabase *database, GError **error)
{
  g_autoptr (KeelWordIndex) self = g_new0 (KeelWordIndex, 1);

  self->database = database;
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return load_api (self, error) ? g_steal_pointer (&self) : NULL;
}

void
keel_word_index_free (KeelWordIndex *self)
{
  if (!self)
    return;
  if (self->instance)
    self->tokenizer.xDelete (self->instance);
  g_hash_table_unref (self->kept);
  g_free (self);
}

void
keel_word_index_reset (KeelWordIndex *self, guint max_id)
{
  g_hash_table_remove_all (self->kept);
  self->max_id = max_id;
}

gboolean
keel_word_index_search (KeelWordIndex *self, const char *text, KeelRowSet **rows, GError **error)
{
  g_autoptr (GPtrArray) words = split_words (self, text);
  g_autofree KeelRowSet *all = NULL;

  *rows = NULL;
  for (guint i = 0; i < words->len; i++)
    {
      const KeelRowSet *found = find (self, g_ptr_array_index (words, i), error);

      if (!found)
        return FALSE;
      if (all)
        intersect (all, found);
      else
        all = g_memdup2 (found, sizeof (KeelRowSet) + found->len * sizeof (guint64));
    }
  *rows = g_steal_pointer (&all);
  return TRUE;
}
