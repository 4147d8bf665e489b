#include "keel-meeting-index.h"

#include "keel-directory-private.h"
#include "keel-meeting-scan.h"
#include "keel-meeting-table.h"
#include "keel-town-table.h"

struct _KeelMeetingIndex
{
  GObject parent_instance;

  KeelDirectory *directory;
  KeelDatabase *database; /* the directory's */
  KeelWordIndex *words;
  KeelMeetingArray *array;
  gint64 change;        /* of the directory when the array was loaded */
  KeelTownTable *towns; /* NULL until they were asked for */
};

/* What one search needs beside the index. */
typedef struct
{
  const KeelMeetingQuery *query;
  gint64 now;
  GTimeZone *person;
  const KeelSlotState *states;
  KeelMeetingResults *results;
} Search;

G_DEFINE_FINAL_TYPE (KeelMeetingIndex, keel_meeting_index, G_TYPE_OBJECT)

static void
keel_meeting_index_finalize (GObject *object)
{
  KeelMeetingIndex *self = KEEL_MEETING_INDEX (object);

  g_clear_pointer (&self->words, keel_word_index_free);
  g_clear_pointer (&self->array, keel_meeting_array_free);
  g_clear_pointer (&self->towns, keel_town_table_free);
  g_clear_object (&self->directory);
  G_OBJECT_CLASS (keel_meeting_index_parent_class)->finalize (object);
}

static void
keel_meeting_index_class_init (KeelMeetingIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_meeting_index_finalize;
}

static void
keel_meeting_index_init (KeelMeetingIndex *self)
{
}

/* Those of a schedule are of the date that comes next, and not of the day of the import. */
static void
set_next_day (KeelMeeting *meeting, gint64 next_start, GTimeZone *person)
{
  const char *name = keel_schedule_get_zone (meeting->schedule);
  g_autoptr (GTimeZone) zone = name ? keel_zone_open (name) : NULL;
  KeelLocalTime local = keel_local_time_from_utc (next_start, zone ? zone : person);

  meeting->day = keel_local_time_get_weekday (local);
  meeting->minute = keel_local_time_get_minute (local);
}

static void
fill_match (KeelMatch *match, const Search *search, KeelMeetingIndex *index, const KeelPackedMeeting *packed)
{
  const KeelMeetingQuery *query = search->query;
  KeelMeeting *meeting = match->meeting;

  match->next_start = search->states[packed->slot].next;
  match->days = search->states[packed->slot].days / KEEL_SLOT_DAY (0);
  match->began_at = search->states[packed->slot].began;
  if (meeting->schedule && match->next_start > 0)
    set_next_day (meeting, match->next_start, search->person);
  keel_meeting_types_describe (index->array->types, packed->types, meeting);
  match->distance_km = -1;
  if (query->near && meeting->has_position)
    match->distance_km = keel_get_distance_km (query->latitude, query->longitude, meeting->latitude,
                                               meeting->longitude);
  /* Another list says which. */
  if (!meeting->program && packed->program)
    meeting->program = g_strdup (g_ptr_array_index (index->array->programs, packed->program));
}

static sqlite3_stmt *
prepare_row (KeelMeetingIndex *self, guint32 id, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "SELECT " KEEL_MEETING_COLUMNS ", l.imported_at"
                                     " FROM meeting AS m JOIN list AS l ON l.id = m.list WHERE m.id = ?1",
                                     error);
  if (statement)
    sqlite3_bind_int64 (statement, 1, id);
  return statement;
}

/* NULL without @error for a row that another process has taken away in the meantime. */
static KeelMatch *
read_match (KeelMeetingIndex *self, const KeelPackedMeeting *packed, GError **error)
{
  sqlite3_stmt *statement = prepare_row (self, packed->id, error);
  KeelMatch *match;
  gboolean row;

  if (!statement || !keel_database_step (self->database, statement, &row, error) || !row)
    return NULL;
  match = g_object_new (KEEL_TYPE_MATCH, NULL);
  match->meeting = keel_meeting_table_read (statement);
  match->imported_at = sqlite3_column_int64 (statement, KEEL_MEETING_N_COLUMNS);
  g_ptr_array_add (match->sources, keel_match_source_new (match->meeting->list, match->meeting->id,
                                                          match->meeting->url, match->imported_at));
  sqlite3_reset (statement);
  return match;
}

static gboolean
add_source (KeelMeetingIndex *self, KeelMatch *match, guint32 id, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement = keel_database_prepare (self->database,
                                     "SELECT l.name, m.key, m.url, l.imported_at FROM meeting AS m"
                                     " JOIN list AS l ON l.id = m.list WHERE m.id = ?1",
                                     error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!keel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    {
      g_autofree char *key = keel_meeting_format_key (sqlite3_column_int64 (statement, 1));

      g_ptr_array_add (match->sources,
                       keel_match_source_new ((const char *) sqlite3_column_text (statement, 0), key,
                                              (const char *) sqlite3_column_text (statement, 2),
                                              sqlite3_column_int64 (statement, 3)));
    }
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
add_match (const Search *search, KeelMeetingIndex *index, guint place, GError **error)
{
  const KeelPackedMeeting *packed = &g_array_index (index->array->meetings, KeelPackedMeeting, place);
  g_autoptr (GError) failure = NULL;
  KeelMatch *match = read_match (index, packed, &failure);
  const KeelTwin *twins;
  guint n;

  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!match)
    return TRUE;
  g_ptr_array_add (search->results->matches, match);
  fill_match (match, search, index, packed);
  twins = keel_meeting_array_get_twins (index->array, place, &n);
  for (guint i = 0; i < n; i++)
    {
      if (!twins[i].same_list && !add_source (index, match, twins[i].id, error))
        return FALSE;
    }
  return TRUE;
}

/* In one transaction of the caller: SQLite looks for other writers once and not for each of fifty rows, which
 * takes longer than finding them. */
static gboolean
find (Search *self, KeelMeetingIndex *index, GError **error)
{
  const KeelMeetingQuery *query = self->query;
  g_autofree KeelRowSet *rows = NULL;
  g_autoptr (GArray) candidates = NULL;

  if (query->order == KEEL_ORDER_NAME &&
      !keel_meeting_array_rank_names (index->array, index->database, error))
    return FALSE;
  if (query->text && !keel_word_index_search (index->words, query->text, &rows, error))
    return FALSE;
  candidates = keel_meeting_scan (index->array, query, rows, self->now, self->person, self->results);
  self->states = keel_meeting_slots_look (index->array->slots, index->array->zones, self->now, self->person);
  for (guint i = 0; i < candidates->len; i++)
    {
      if (!add_match (self, index, g_array_index (candidates, KeelCandidate, i).place, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_change (KeelMeetingIndex *self, gint64 *change, GError **error)
{
  *change = 0;
  return keel_database_get_integer (self->database, "SELECT change FROM state", change, error);
}

static gboolean
load (KeelMeetingIndex *self, GError **error)
{
  KeelMeetingArray *array;
  gint64 change;

  if (!read_change (self, &change, error))
    return FALSE;
  array = keel_meeting_array_load (self->database, error);
  if (!array)
    return FALSE;
  g_clear_pointer (&self->array, keel_meeting_array_free);
  g_clear_pointer (&self->towns, keel_town_table_free);
  self->array = array;
  self->change = change;
  keel_word_index_reset (self->words, array->max_id);
  return TRUE;
}

/* Both reads of it in one transaction, so that a commit between them is seen the next time. */
static gboolean
load_at_once (KeelMeetingIndex *self, GError **error)
{
  gboolean loaded;

  if (!keel_database_execute (self->database, "BEGIN", error))
    return FALSE;
  loaded = load (self, error);
  keel_database_rollback (self->database);
  return loaded;
}

/* Keeps a reference to @directory and uses its connection, in its thread. */
KeelMeetingIndex *
keel_meeting_index_new (KeelDirectory *directory, GError **error)
{
  g_autoptr (KeelMeetingIndex) self = NULL;

  g_return_val_if_fail (KEEL_IS_DIRECTORY (directory), NULL);

  self = g_object_new (KEEL_TYPE_MEETING_INDEX, NULL);
  self->directory = g_object_ref (directory);
  self->database = keel_directory_get_database (directory);
  self->words = keel_word_index_new (self->database, error);
  if (!self->words || !load_at_once (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* One small SELECT where nothing has changed. On failure the index stays as it was. */
gboolean
keel_meeting_index_refresh (KeelMeetingIndex *self, GError **error)
{
  gint64 change;

  g_return_val_if_fail (KEEL_IS_MEETING_INDEX (self), FALSE);

  if (!read_change (self, &change, error))
    return FALSE;
  return change == self->change || load_at_once (self, error);
}

/**
 * keel_meeting_index_search:
 * @now: seconds UTC; next starts lie after it
 * @person: the zone of meetings that have none
 *
 * Returns: (transfer full): errors are of KEEL_STORE_ERROR
 */
KeelMeetingResults *
keel_meeting_index_search (KeelMeetingIndex *self, const KeelMeetingQuery *query, gint64 now,
                           GTimeZone *person, GError **error)
{
  g_autoptr (KeelMeetingResults) results = NULL;
  Search search = { .query = query, .now = now, .person = person };
  gboolean found;

  g_return_val_if_fail (KEEL_IS_MEETING_INDEX (self), NULL);
  g_return_val_if_fail (query != NULL && person != NULL, NULL);

  if (!keel_database_execute (self->database, "BEGIN", error))
    return NULL;
  search.results = results = keel_meeting_results_new ();
  found = find (&search, self, error);
  keel_database_rollback (self->database);
  return found ? g_steal_pointer (&results) : NULL;
}

/**
 * keel_meeting_index_find_towns:
 *
 * Returns: (transfer full): errors are of KEEL_STORE_ERROR
 */
GPtrArray *
keel_meeting_index_find_towns (KeelMeetingIndex *self, const char *text, guint limit, GError **error)
{
  g_return_val_if_fail (KEEL_IS_MEETING_INDEX (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (!self->towns)
    self->towns = keel_town_table_load (self->database, error);
  return self->towns ? keel_town_table_find (self->towns, text, limit) : NULL;
}
