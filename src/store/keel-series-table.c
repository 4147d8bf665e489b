#include "keel-series-table.h"

#include "keel-day-columns.h"
#include "keel-directory.h"

/* Columns in KEEL_SERIES_COLUMNS: of the first of these texts, and of what the person says. */
#define FIRST_TEXT 16
#define FIRST_REMARK 30
#define LISTED_SCHEDULE (FIRST_REMARK + 6 + KEEL_N_QUESTIONS)
#define OPEN_REMINDER 15
#define FIRST_OF_STYLE (LISTED_SCHEDULE + 1)

static const gsize texts[] = {
  G_STRUCT_OFFSET (KeelMeeting, list),           G_STRUCT_OFFSET (KeelMeeting, slug),
  G_STRUCT_OFFSET (KeelMeeting, name),           G_STRUCT_OFFSET (KeelMeeting, program),
  G_STRUCT_OFFSET (KeelMeeting, timezone),       G_STRUCT_OFFSET (KeelMeeting, location),
  G_STRUCT_OFFSET (KeelMeeting, address),        G_STRUCT_OFFSET (KeelMeeting, region),
  G_STRUCT_OFFSET (KeelMeeting, group),          G_STRUCT_OFFSET (KeelMeeting, notes),
  G_STRUCT_OFFSET (KeelMeeting, conference_url), G_STRUCT_OFFSET (KeelMeeting, conference_notes),
  G_STRUCT_OFFSET (KeelMeeting, phone),          G_STRUCT_OFFSET (KeelMeeting, url),
};

/* Words and not numbers in a file that lasts: the order of an enumeration may change. */
static const char *const venues[] = { NULL, "in-person", "hybrid", "online", "inactive" };
static const char *const admissions[] = { NULL, "open", "closed" };

static int
parse_word (const char *const *words, guint n_words, const char *text)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], text) == 0)
      return (int) i;
  return 0;
}

static int
read_word (sqlite3_stmt *statement, int column, const char *const *words, guint n_words)
{
  return parse_word (words, n_words, (const char *) sqlite3_column_text (statement, column));
}

static KeelMeeting *
read_meeting (sqlite3_stmt *statement)
{
  KeelMeeting *meeting = keel_meeting_new ();

  meeting->day = sqlite3_column_int (statement, 4);
  meeting->minute = sqlite3_column_int (statement, 5);
  meeting->duration = sqlite3_column_int (statement, 6);
  meeting->any_time = sqlite3_column_int (statement, 7) != 0;
  meeting->has_position = sqlite3_column_type (statement, 8) != SQLITE_NULL;
  meeting->latitude = sqlite3_column_double (statement, 8);
  meeting->longitude = sqlite3_column_double (statement, 9);
  meeting->venue = read_word (statement, 10, venues, G_N_ELEMENTS (venues));
  meeting->admission = read_word (statement, 11, admissions, G_N_ELEMENTS (admissions));
  g_clear_pointer (&meeting->types, g_strfreev);
  meeting->types = keel_column_texts (statement, 12);
  g_clear_pointer (&meeting->type_names, g_strfreev);
  meeting->type_names = keel_column_texts (statement, 13);
  meeting->updated = sqlite3_column_int64 (statement, 14);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char **text = G_STRUCT_MEMBER_P (meeting, texts[i]);

      g_free (*text);
      *text = keel_column_text (statement, FIRST_TEXT + (int) i);
    }
  if (sqlite3_column_type (statement, LISTED_SCHEDULE) != SQLITE_NULL)
    meeting->schedule =
        keel_schedule_from_string ((const char *) sqlite3_column_text (statement, LISTED_SCHEDULE), NULL);
  if (meeting->list != NULL && meeting->slug != NULL)
    meeting->id = keel_directory_make_id (meeting->list, meeting->slug);
  return meeting;
}

/* NULL, and words of a file that somebody else wrote, are the first one. */
static int
read_known_word (sqlite3_stmt *statement, int column, const char *const *words)
{
  return MAX (keel_word_find (words, (const char *) sqlite3_column_text (statement, column)), 0);
}

static void
read_remarks (sqlite3_stmt *statement, KeelSeries *series)
{
  series->note = keel_column_text (statement, FIRST_REMARK);
  series->service = keel_column_text (statement, FIRST_REMARK + 1);
  series->colour = keel_column_number (statement, FIRST_REMARK + 2, KEEL_SERIES_OWN_COLOUR);
  series->home_group = sqlite3_column_int (statement, FIRST_REMARK + 3) != 0;
  series->led_by = read_known_word (statement, FIRST_REMARK + 4, keel_leader_words);
  series->stage = read_known_word (statement, FIRST_REMARK + 5, keel_stage_words);
  for (int i = 0; i < KEEL_N_QUESTIONS; i++)
    series->answers[i] = keel_column_number (statement, FIRST_REMARK + 6 + i, KEEL_ANSWER_NONE);
}

static KeelReminderStyle
read_style (sqlite3_stmt *statement)
{
  return (KeelReminderStyle){
    .text = read_known_word (statement, FIRST_OF_STYLE, keel_reminder_text_words),
    .open = sqlite3_column_int (statement, OPEN_REMINDER) != 0,
    .silent = sqlite3_column_int (statement, FIRST_OF_STYLE + 1) != 0,
    .important = sqlite3_column_int (statement, FIRST_OF_STYLE + 2) != 0,
    .travel = sqlite3_column_int (statement, FIRST_OF_STYLE + 3),
  };
}

static KeelSchedule *
read_schedule (sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GError) failure = NULL;
  KeelSchedule *schedule;

  schedule = keel_schedule_from_string ((const char *) sqlite3_column_text (statement, 2), &failure);
  if (schedule == NULL)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT,
                 "The schedule of series %s cannot be read: %s",
                 (const char *) sqlite3_column_text (statement, 0), failure->message);
  return schedule;
}

static gboolean
read_leads (KeelDatabase *database, const char *uuid, GArray *leads, GError **error)
{
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  statement = keel_database_prepare (database,
                                     "SELECT minutes FROM lead WHERE series = ?1 AND deleted_at IS NULL"
                                     " ORDER BY minutes",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  while (keel_database_step (database, statement, &row, error))
    {
      int minutes;

      if (!row)
        return TRUE;
      minutes = sqlite3_column_int (statement, 0);
      g_array_append_val (leads, minutes);
    }
  return FALSE;
}

static gboolean
has_lead (GArray *leads, int minutes)
{
  for (guint i = 0; i < leads->len; i++)
    if (g_array_index (leads, int, i) == minutes)
      return TRUE;
  return FALSE;
}

static gboolean
insert_lead (KeelDatabase *database, const char *series, int minutes, gint64 now, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "INSERT INTO lead (uuid, series, minutes, since, changed_at)"
                                     " VALUES (?1, ?2, ?3, ?4, ?4)",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, series);
  sqlite3_bind_int (statement, 3, minutes);
  sqlite3_bind_int64 (statement, 4, now);
  return keel_database_step (database, statement, NULL, error);
}

static gboolean
delete_lead (KeelDatabase *database, const char *series, int minutes, gint64 now, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "UPDATE lead SET deleted_at = ?3, changed_at = ?3"
                                     " WHERE series = ?1 AND minutes = ?2 AND deleted_at IS NULL",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, series);
  sqlite3_bind_int (statement, 2, minutes);
  sqlite3_bind_int64 (statement, 3, now);
  return keel_database_step (database, statement, NULL, error);
}

/* What stays keeps its row and its since. */
static gboolean
write_leads (KeelDatabase *database, const char *uuid, GArray *wanted, gint64 now, GError **error)
{
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (int));

  if (!read_leads (database, uuid, there, error))
    return FALSE;
  for (guint i = 0; i < there->len; i++)
    {
      int minutes = g_array_index (there, int, i);

      if (!has_lead (wanted, minutes) && !delete_lead (database, uuid, minutes, now, error))
        return FALSE;
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      int minutes = g_array_index (wanted, int, i);

      if (has_lead (there, minutes))
        continue;
      if (!insert_lead (database, uuid, minutes, now, error))
        return FALSE;
      g_array_append_val (there, minutes);
    }
  return TRUE;
}

static void
bind_types (sqlite3_stmt *statement, int index, char **types)
{
  g_autofree char *joined = keel_join_texts (types);

  keel_bind_text (statement, index, joined);
}

/* Leaves NULL where it says nothing. */
static void
bind_number (sqlite3_stmt *statement, int index, int number)
{
  if (number >= 0)
    sqlite3_bind_int (statement, index, number);
}

static void
bind_remark (sqlite3_stmt *statement, int index, const char *text)
{
  keel_bind_text (statement, index, text != NULL && *text != '\0' ? text : NULL);
}

/* ?31 to ?40 of the statements below. */
static void
bind_remarks (sqlite3_stmt *statement, KeelSeries *series)
{
  bind_remark (statement, 31, series->note);
  bind_remark (statement, 32, series->service);
  bind_number (statement, 33, series->colour);
  sqlite3_bind_int (statement, 34, series->home_group ? 1 : 0);
  if (series->led_by != KEEL_LEADER_UNKNOWN)
    keel_bind_text (statement, 35, keel_leader_words[series->led_by]);
  if (series->stage != KEEL_STAGE_NONE)
    keel_bind_text (statement, 36, keel_stage_words[series->stage]);
  for (int i = 0; i < KEEL_N_QUESTIONS; i++)
    bind_number (statement, 37 + i, series->answers[i]);
}

/* ?30 and ?42 to ?45. */
static void
bind_style (sqlite3_stmt *statement, const KeelReminderStyle *style)
{
  sqlite3_bind_int (statement, 30, style->open ? 1 : 0);
  keel_bind_text (statement, 42, keel_reminder_text_words[style->text]);
  sqlite3_bind_int (statement, 43, style->silent ? 1 : 0);
  sqlite3_bind_int (statement, 44, style->important ? 1 : 0);
  sqlite3_bind_int (statement, 45, style->travel);
}

/* ?1 to ?45. */
static void
bind_series (sqlite3_stmt *statement, const char *uuid, KeelSeries *series, gint64 now)
{
  KeelMeeting *meeting = series->meeting;
  g_autofree char *schedule = keel_schedule_to_string (series->schedule);
  g_autofree char *listed = meeting->schedule != NULL ? keel_schedule_to_string (meeting->schedule) : NULL;

  keel_bind_text (statement, 41, listed);
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, keel_series_kind_words[series->kind]);
  keel_bind_text (statement, 3, schedule);
  sqlite3_bind_int64 (statement, 4, now);
  sqlite3_bind_int (statement, 5, meeting->day);
  sqlite3_bind_int (statement, 6, meeting->minute);
  sqlite3_bind_int (statement, 7, meeting->duration);
  sqlite3_bind_int (statement, 8, meeting->any_time ? 1 : 0);
  if (meeting->has_position)
    {
      sqlite3_bind_double (statement, 9, meeting->latitude);
      sqlite3_bind_double (statement, 10, meeting->longitude);
    }
  keel_bind_text (statement, 11, venues[meeting->venue]);
  keel_bind_text (statement, 12, admissions[meeting->admission]);
  bind_types (statement, 13, meeting->types);
  bind_types (statement, 14, meeting->type_names);
  sqlite3_bind_int64 (statement, 15, meeting->updated);
  bind_style (statement, &series->style);
  bind_remarks (statement, series);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    keel_bind_text (statement, 16 + (int) i, G_STRUCT_MEMBER (const char *, meeting, texts[i]));
}

/* The statement changed the row of the one series that it is about. */
static gboolean
check_changed (KeelDatabase *database, GError **error)
{
  if (sqlite3_changes (keel_database_get_handle (database)) > 0)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND,
               "There is no such meeting in the calendar");
  return FALSE;
}

/* What no form offers: a caller that is wrong, or a file that somebody made. */
static gboolean
check_remarks (KeelSeries *series, GError **error)
{
  gboolean possible = series->kind <= KEEL_SERIES_OTHER && series->led_by <= KEEL_LEADER_CLINICIAN &&
                      series->stage <= KEEL_STAGE_GAVE_SERVICE && series->colour >= KEEL_SERIES_OWN_COLOUR &&
                      series->colour < KEEL_SERIES_COLOURS;

  for (guint i = 0; i < KEEL_N_QUESTIONS; i++)
    possible = possible && series->answers[i] >= KEEL_ANSWER_NONE && series->answers[i] <= KEEL_ANSWER_MAX;
  if (!possible)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                 "The kind, colour, stage or an answer is none of those that there are");
  return possible;
}

gboolean
keel_series_table_check (KeelSeries *series, GError **error)
{
  g_autofree char *name = g_strdup (series->meeting->name != NULL ? series->meeting->name : "");

  if (*g_strstrip (name) == '\0')
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "A meeting needs a name");
      return FALSE;
    }
  for (guint i = 0; i < series->leads->len; i++)
    {
      int lead = g_array_index (series->leads, int, i);

      if (lead >= 0 && lead <= KEEL_SERIES_MAX_LEAD)
        continue;
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "A reminder comes between 0 and %d minutes before the start, not %d", KEEL_SERIES_MAX_LEAD,
                   lead);
      return FALSE;
    }
  if (!keel_reminder_style_is_possible (&series->style))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "A way takes from 0 to %d minutes, not %d", KEEL_SERIES_MAX_TRAVEL, series->style.travel);
      return FALSE;
    }
  return check_remarks (series, error);
}

gboolean
keel_series_table_check_free (KeelDatabase *database, const char *list, const char *slug, const char *uuid,
                              GError **error)
{
  gboolean row = FALSE;
  sqlite3_stmt *statement;

  statement = keel_database_prepare (database,
                                     "SELECT 1 FROM series WHERE uuid IS NOT ?1 AND list = ?2 AND slug = ?3"
                                     " AND deleted_at IS NULL",
                                     error);
  if (statement == NULL)
    return FALSE;
  keel_bind_text (statement, 1, uuid);
  keel_bind_text (statement, 2, list);
  keel_bind_text (statement, 3, slug);
  if (!keel_database_step (database, statement, &row, error))
    return FALSE;
  sqlite3_reset (statement);
  if (row)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "This meeting is followed already");
  return !row;
}

KeelSeries *
keel_series_table_read (KeelDatabase *database, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (KeelSchedule) schedule = read_schedule (statement, error);
  g_autoptr (KeelMeeting) meeting = NULL;
  g_autoptr (KeelSeries) series = NULL;

  if (schedule == NULL)
    return NULL;
  meeting = read_meeting (statement);
  series = keel_series_new (read_known_word (statement, 1, keel_series_kind_words), meeting, schedule);
  series->uuid = keel_column_text (statement, 0);
  series->vanished_at = sqlite3_column_int64 (statement, 3);
  series->style = read_style (statement);
  read_remarks (statement, series);
  return read_leads (database, series->uuid, series->leads, error) ? g_steal_pointer (&series) : NULL;
}

gboolean
keel_series_table_insert (KeelDatabase *database, const char *uuid, KeelSeries *series, gint64 now,
                          GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      database,
      "INSERT INTO series (uuid, kind, schedule, changed_at, day, minute, duration,"
      " any_time, latitude, longitude, venue, admission, types, type_names, updated,"
      " list, slug, name, program, timezone, location, address, region, group_name,"
      " notes, conference_url, conference_notes, phone, url, open_reminder, note, service,"
      " colour, home_group, led_by, stage, felt_safe, fit, distance, again, listed_schedule,"
      " reminder_text, reminder_silent, reminder_important, travel, followed_at, travel_since)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
      " ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30,"
      " ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?4, ?4)",
      error);
  if (statement == NULL)
    return FALSE;
  bind_series (statement, uuid, series, now);
  return keel_database_step (database, statement, NULL, error) &&
         write_leads (database, uuid, series->leads, now, error);
}

gboolean
keel_series_table_update (KeelDatabase *database, KeelSeries *series, gint64 now, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      database,
      "UPDATE series SET kind = ?2, schedule = ?3, changed_at = ?4, day = ?5, minute = ?6,"
      " duration = ?7, any_time = ?8, latitude = ?9, longitude = ?10, venue = ?11,"
      " admission = ?12, types = ?13, type_names = ?14, updated = ?15, list = ?16,"
      " slug = ?17, name = ?18, program = ?19, timezone = ?20, location = ?21,"
      " address = ?22, region = ?23, group_name = ?24, notes = ?25,"
      " conference_url = ?26, conference_notes = ?27, phone = ?28, url = ?29, open_reminder = ?30,"
      " note = ?31, service = ?32, colour = ?33, home_group = ?34, led_by = ?35, stage = ?36,"
      " felt_safe = ?37, fit = ?38, distance = ?39, again = ?40, listed_schedule = ?41,"
      " reminder_text = ?42, reminder_silent = ?43, reminder_important = ?44, travel = ?45,"
      " travel_since = iif (travel = ?45, travel_since, ?4)"
      " WHERE uuid = ?1 AND deleted_at IS NULL",
      error);
  if (statement == NULL)
    return FALSE;
  bind_series (statement, series->uuid, series, now);
  return keel_database_step (database, statement, NULL, error) && check_changed (database, error) &&
         write_leads (database, series->uuid, series->leads, now, error);
}

gboolean
keel_series_table_renew_leads (KeelDatabase *database, const char *uuid, gint64 now, GError **error)
{
  static const char *const renewals[] = {
    "UPDATE lead SET since = ?2, changed_at = ?2 WHERE series = ?1 AND deleted_at IS NULL",
    "UPDATE series SET followed_at = ?2, travel_since = ?2 WHERE uuid = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (renewals); i++)
    {
      sqlite3_stmt *statement = keel_database_prepare (database, renewals[i], error);

      if (statement == NULL)
        return FALSE;
      keel_bind_text (statement, 1, uuid);
      sqlite3_bind_int64 (statement, 2, now);
      if (!keel_database_step (database, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}
