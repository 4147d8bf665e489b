#include "keel-meeting-table.h"

#include <string.h>

#include "keel-twin-keys.h"
#include "keel-type-rows.h"

#define TEXT_COLUMNS "name, location, address, region, group_name, notes, type_names"

/* Changes when what is digested does, so that the next import writes every row anew. */
#define DIGEST_VERSION 3

static gint64
read_big_endian (const guint8 *bytes)
{
  guint64 value = 0;

  for (guint i = 0; i < 8; i++)
    value = value << 8 | bytes[i];
  return (gint64) value;
}

/* The first 64 bits of the SHA-256 of list and slug: what identifies a meeting from import to import. */
gint64
keel_meeting_make_key (const char *list, const char *slug)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) list, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) slug, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return read_big_endian (digest);
}

char *
keel_meeting_format_key (gint64 key)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", (guint64) key);
}

gboolean
keel_meeting_parse_key (const char *id, gint64 *key)
{
  if (strlen (id) != 16 || strspn (id, "0123456789abcdef") != 16)
    return FALSE;
  *key = (gint64) g_ascii_strtoull (id, NULL, 16);
  return TRUE;
}

/* FNV-1a: it only has to differ when the text does, and every row of an import waits for it. */
static guint64
digest_bytes (guint64 digest, const void *bytes, gsize length)
{
  const guint8 *byte = bytes;

  for (gsize i = 0; i < length; i++)
    digest = (digest ^ byte[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return digest;
}

/* The end of the string tells "a", "b" from "ab", "", and the mark tells NULL from "". */
static guint64
digest_text (guint64 digest, const char *text)
{
  digest = digest_bytes (digest, text ? "+" : "-", 1);
  return text ? digest_bytes (digest, text, strlen (text) + 1) : digest;
}

static guint64
digest_texts (guint64 digest, char **texts)
{
  for (guint i = 0; texts && texts[i]; i++)
    digest = digest_text (digest, texts[i]);
  return digest_text (digest, NULL);
}

/* Of everything that the list says about the meeting, so that an import sees what changed. Day and minute of
 * one with a schedule are those of the date that comes next: other ones each time. */
gint64
keel_meeting_make_digest (KeelMeeting *meeting)
{
  gboolean weekly = meeting->schedule == NULL;
  const gint64 numbers[] = { DIGEST_VERSION,     weekly ? meeting->day : 0, weekly ? meeting->minute : 0,
                             meeting->duration,  meeting->any_time,         meeting->venue,
                             meeting->admission, meeting->has_position,     meeting->updated };
  const double position[] = { meeting->has_position ? meeting->latitude : 0,
                              meeting->has_position ? meeting->longitude : 0 };
  const char *texts[] = {
    meeting->program,          meeting->timezone, meeting->slug,  meeting->name,  meeting->location,
    meeting->address,          meeting->region,   meeting->group, meeting->notes, meeting->conference_url,
    meeting->conference_notes, meeting->phone,    meeting->url
  };
  g_autofree char *schedule = meeting->schedule ? keel_schedule_to_string (meeting->schedule) : NULL;
  guint64 digest = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  digest = digest_bytes (digest, numbers, sizeof numbers);
  digest = digest_bytes (digest, position, sizeof position);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    digest = digest_text (digest, texts[i]);
  digest = digest_text (digest, schedule);
  digest = digest_texts (digest, meeting->types);
  return (gint64) digest_texts (digest, meeting->type_names);
}

static void
read_numbers (KeelMeeting *meeting, sqlite3_stmt *statement)
{
  meeting->day = sqlite3_column_int (statement, 2);
  meeting->minute = sqlite3_column_int (statement, 3);
  meeting->duration = sqlite3_column_int (statement, 4);
  meeting->any_time = sqlite3_column_int (statement, 5) != 0;
  meeting->venue = (KeelVenue) sqlite3_column_int (statement, 6);
  meeting->admission = (KeelAdmission) sqlite3_column_int (statement, 7);
  meeting->has_position = sqlite3_column_type (statement, 8) != SQLITE_NULL;
  meeting->latitude = sqlite3_column_double (statement, 8);
  meeting->longitude = sqlite3_column_double (statement, 9);
  meeting->updated = sqlite3_column_int64 (statement, 12);
}

/* The meeting of the current row of a SELECT of KEEL_MEETING_COLUMNS. Returns: (transfer full) */
KeelMeeting *
keel_meeting_table_read (sqlite3_stmt *statement)
{
  KeelMeeting *meeting = keel_meeting_new ();
  const char *schedule;

  read_numbers (meeting, statement);
  meeting->id = keel_meeting_format_key (sqlite3_column_int64 (statement, 0));
  meeting->list = keel_column_text (statement, 1);
  meeting->program = keel_column_text (statement, 10);
  meeting->timezone = keel_column_text (statement, 11);
  meeting->slug = keel_column_text (statement, 13);
  meeting->name = keel_column_text (statement, 14);
  meeting->location = keel_column_text (statement, 15);
  meeting->address = keel_column_text (statement, 16);
  meeting->region = keel_column_text (statement, 17);
  meeting->group = keel_column_text (statement, 18);
  meeting->notes = keel_column_text (statement, 19);
  g_clear_pointer (&meeting->types, g_strfreev);
  g_clear_pointer (&meeting->type_names, g_strfreev);
  meeting->types = keel_column_texts (statement, 20);
  meeting->type_names = keel_column_texts (statement, 21);
  meeting->conference_url = keel_column_text (statement, 22);
  meeting->conference_notes = keel_column_text (statement, 23);
  meeting->phone = keel_column_text (statement, 24);
  meeting->url = keel_column_text (statement, 25);
  /* One that a later Keel wrote and this one cannot read leaves the day and the minute. */
  schedule = (const char *) sqlite3_column_text (statement, 26);
  meeting->schedule = schedule ? keel_schedule_from_string (schedule, NULL) : NULL;
  return meeting;
}

/* Where a list does not speak of the venue, there is a place to go to if it names one, or if there is no
 * other way to take part. */
static gboolean
is_in_person (KeelMeeting *meeting)
{
  gboolean joinable = meeting->conference_url != NULL || meeting->phone != NULL;
  gboolean placed = meeting->location != NULL || meeting->address != NULL;

  return meeting->venue == KEEL_VENUE_IN_PERSON || meeting->venue == KEEL_VENUE_HYBRID ||
         (meeting->venue == KEEL_VENUE_UNKNOWN && (placed || !joinable));
}

/* What is made of a meeting for its row. */
typedef struct
{
  char *types;
  char *type_names;
  char *schedule;
  gint64 type_set;
} Row;

static void
clear_row (Row *self)
{
  g_free (self->types);
  g_free (self->type_names);
  g_free (self->schedule);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

static gboolean
make_row (Row *self, KeelDatabase *database, KeelMeeting *meeting, GError **error)
{
  self->types = keel_join_texts (meeting->types);
  self->type_names = keel_join_texts (meeting->type_names);
  self->schedule = meeting->schedule ? keel_schedule_to_string (meeting->schedule) : NULL;
  return keel_type_rows_store_set (database, self->type_names, &self->type_set, error);
}

/* ?4 to ?35 of the statements below. The meeting outlives the step, so nothing needs to be copied. */
static void
bind_meeting (sqlite3_stmt *statement, gint64 digest, KeelMeeting *meeting, const Row *row)
{
  const char *texts[] = { meeting->slug,
                          meeting->name,
                          meeting->location,
                          meeting->address,
                          meeting->region,
                          meeting->group,
                          meeting->notes,
                          row->types,
                          row->type_names,
                          meeting->conference_url,
                          meeting->conference_notes,
                          meeting->phone,
                          meeting->url };

  sqlite3_bind_int64 (statement, 4, digest);
  sqlite3_bind_int (statement, 5, meeting->day);
  sqlite3_bind_int (statement, 6, meeting->minute);
  sqlite3_bind_int (statement, 7, meeting->duration);
  sqlite3_bind_int (statement, 8, meeting->any_time ? 1 : 0);
  sqlite3_bind_int (statement, 9, meeting->venue);
  sqlite3_bind_int (statement, 10, meeting->admission);
  if (meeting->has_position)
    {
      sqlite3_bind_double (statement, 11, meeting->latitude);
      sqlite3_bind_double (statement, 12, meeting->longitude);
    }
  keel_bind_kept_text (statement, 13, meeting->program);
  keel_bind_kept_text (statement, 14, meeting->timezone);
  sqlite3_bind_int64 (statement, 15, meeting->updated);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    keel_bind_kept_text (statement, 16 + (int) i, texts[i]);
  sqlite3_bind_int (statement, 29, keel_meeting_is_online (meeting) ? 1 : 0);
  sqlite3_bind_int (statement, 30, is_in_person (meeting) ? 1 : 0);
  keel_bind_kept_text (statement, 31, row->schedule);
  sqlite3_bind_int64 (statement, 32, keel_twin_make_link_key (meeting->conference_url, meeting->name));
  sqlite3_bind_int64 (statement, 33, keel_twin_make_place_key (meeting->address, meeting->name));
  sqlite3_bind_int64 (statement, 34, row->type_set);
  sqlite3_bind_int64 (statement, 35, keel_twin_make_room_key (meeting));
}

static gboolean
run (KeelDatabase *database, sqlite3_stmt *statement, GError **error)
{
  gboolean success = keel_database_step (database, statement, NULL, error);

  /* What was bound without copying is about to go. */
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return success;
}

static gboolean
run_with_id (KeelDatabase *database, const char *sql, gint64 id, GError **error)
{
  sqlite3_stmt *statement = keel_database_prepare (database, sql, error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return run (database, statement, error);
}

static gboolean
insert_text (KeelDatabase *database, gint64 id, KeelMeeting *meeting, const char *type_names, GError **error)
{
  const char *texts[] = { meeting->name,  meeting->location, meeting->address, meeting->region,
                          meeting->group, meeting->notes,    type_names };
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "INSERT INTO meeting_text (rowid, " TEXT_COLUMNS ")"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                     error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    keel_bind_kept_text (statement, 2 + (int) i, texts[i]);
  return run (database, statement, error);
}

/* FTS5 takes words out by being told the text that put them in: before the row itself changes. */
static gboolean
remove_text (KeelDatabase *database, gint64 id, GError **error)
{
  return run_with_id (database,
                      "INSERT INTO meeting_text (meeting_text, rowid, " TEXT_COLUMNS ")"
                      " SELECT 'delete', id, " TEXT_COLUMNS " FROM meeting WHERE id = ?1",
                      id, error);
}

gboolean
keel_meeting_table_insert (KeelDatabase *database, gint64 id, gint64 list, gint64 key, gint64 digest,
                           KeelMeeting *meeting, GError **error)
{
  g_auto (Row) row = { NULL };
  sqlite3_stmt *statement;

  if (!make_row (&row, database, meeting, error))
    return FALSE;
  statement = keel_database_prepare (
      database,
      "INSERT INTO meeting (id, list, key, digest, day, minute, duration, any_time,"
      " venue, admission, latitude, longitude, program, timezone, updated, slug,"
      " name, location, address, region, group_name, notes, types, type_names,"
      " conference_url, conference_notes, phone, url, online, in_person, schedule, link_key,"
      " place_key, type_set, room_key)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
      " ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29,"
      " ?30, ?31, ?32, ?33, ?34, ?35)",
      error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, list);
  sqlite3_bind_int64 (statement, 3, key);
  bind_meeting (statement, digest, meeting, &row);
  return run (database, statement, error) && insert_text (database, id, meeting, row.type_names, error);
}

gboolean
keel_meeting_table_update (KeelDatabase *database, gint64 id, gint64 digest, KeelMeeting *meeting,
                           GError **error)
{
  g_auto (Row) row = { NULL };
  sqlite3_stmt *statement;

  if (!remove_text (database, id, error) || !make_row (&row, database, meeting, error))
    return FALSE;
  statement =
      keel_database_prepare (database,
                             "UPDATE meeting SET digest = ?4, day = ?5, minute = ?6, duration = ?7,"
                             " any_time = ?8, venue = ?9, admission = ?10, latitude = ?11, longitude = ?12,"
                             " program = ?13, timezone = ?14, updated = ?15, slug = ?16, name = ?17,"
                             " location = ?18, address = ?19, region = ?20, group_name = ?21, notes = ?22,"
                             " types = ?23, type_names = ?24, conference_url = ?25,"
                             " conference_notes = ?26, phone = ?27, url = ?28, online = ?29,"
                             " in_person = ?30, schedule = ?31, link_key = ?32, place_key = ?33,"
                             " type_set = ?34, room_key = ?35 WHERE id = ?1",
                             error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  bind_meeting (statement, digest, meeting, &row);
  return run (database, statement, error) && insert_text (database, id, meeting, row.type_names, error);
}

gboolean
keel_meeting_table_remove (KeelDatabase *database, gint64 id, GError **error)
{
  return remove_text (database, id, error) &&
         run_with_id (database, "DELETE FROM meeting WHERE id = ?1", id, error);
}

gboolean
keel_meeting_table_remove_list (KeelDatabase *database, gint64 list, GError **error)
{
  return run_with_id (database,
                      "INSERT INTO meeting_text (meeting_text, rowid, " TEXT_COLUMNS ")"
                      " SELECT 'delete', id, " TEXT_COLUMNS " FROM meeting WHERE list = ?1",
                      list, error) &&
         run_with_id (database, "DELETE FROM meeting WHERE list = ?1", list, error);
}

gboolean
keel_meeting_table_touch (KeelDatabase *database, GError **error)
{
  return keel_database_execute (database, "UPDATE state SET change = change + 1", error);
}
