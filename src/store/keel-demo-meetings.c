#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "keel-demo-year.h"
#include "keel-system-clock.h"

/* One meeting of a made-up list. */
typedef struct
{
  const char *name;
  const char *place;   /* nullable: online alone */
  const char *address; /* nullable, with the place */
  const char *minute;
  const char *types; /* codes of Meeting Guide */
  int weekday;       /* after the weekday of today: never 0, so that nothing depends on the hour */
  gboolean followed;
  gboolean home;
} Meeting;

typedef struct
{
  const char *program;
  const char *list;
  const Meeting *meetings;
  guint n_meetings;
  gboolean member;
} List;

static const Meeting steps[] = {
  { N_ ("Harbour Lights"), N_ ("Community House"), "21 Orchard Street", "19:00", "O,D", 1, TRUE, TRUE },
  { N_ ("Stone Bridge"), N_ ("Stone Bridge Hall"), "4 Mill Lane", "07:30", "O,D,X", 3, TRUE, FALSE },
  { N_ ("Open Water"), NULL, NULL, "20:00", "O,ONL", 5, TRUE, FALSE },
  { N_ ("The Quiet Room"), N_ ("Library, first floor"), "9 Library Square", "18:30", "C,MED", 2, FALSE,
    FALSE },
  { N_ ("Early Tide"), N_ ("Pier House"), "1 Pier Road", "06:45", "O,X", 4, FALSE, FALSE },
  { N_ ("Evening Lantern"), NULL, NULL, "21:00", "O,ONL,BE", 2, FALSE, FALSE },
  { N_ ("Women’s Circle"), N_ ("Community House"), "21 Orchard Street", "18:00", "C,W", 4, FALSE, FALSE },
  { N_ ("Young People by the River"), N_ ("Boat House"), "30 River Walk", "19:30", "O,Y", 5, FALSE, FALSE },
  { N_ ("Sunday Bread"), N_ ("Old Bakery"), "7 Market Street", "10:00", "O,D", 6, FALSE, FALSE },
  { N_ ("Midday Pause"), NULL, NULL, "12:30", "O,ONL", 1, FALSE, FALSE },
};

static const Meeting tools[] = {
  { N_ ("Toolbox at Noon"), NULL, NULL, "12:15", "O,ONL", 2, TRUE, FALSE },
  { N_ ("Next Step Group"), N_ ("Adult School, room 12"), "18 School Street", "18:00", "O", 4, FALSE, FALSE },
  { N_ ("Weekend Plan"), NULL, NULL, "17:00", "O,ONL", 5, FALSE, FALSE },
};

static const Meeting families[] = {
  { N_ ("The Open Door"), N_ ("Garden Room"), "12 Chapel Lane", "19:30", "O,D", 4, TRUE, TRUE },
  { N_ ("Lamp in the Window"), NULL, NULL, "20:15", "O,ONL", 6, TRUE, FALSE },
  { N_ ("Parents and Partners"), N_ ("Community House"), "21 Orchard Street", "18:30", "C", 2, FALSE, FALSE },
  { N_ ("Sunday Garden"), N_ ("Garden Room"), "12 Chapel Lane", "11:00", "O", 6, FALSE, FALSE },
};

static const Meeting family_tools[] = {
  { N_ ("Tools for Families"), NULL, NULL, "18:45", "O,ONL", 2, TRUE, FALSE },
  { N_ ("Talking So That It Is Heard"), NULL, NULL, "12:00", "O,ONL", 5, FALSE, FALSE },
};

static const List lists[] = {
  { "aa", N_ ("Harbour Town (made up)"), steps, G_N_ELEMENTS (steps), TRUE },
  { "smart", N_ ("Tools online (made up)"), tools, G_N_ELEMENTS (tools), TRUE },
  { "al-anon", N_ ("Harbour Town families (made up)"), families, G_N_ELEMENTS (families), FALSE },
  { "smartff", N_ ("Tools for families (made up)"), family_tools, G_N_ELEMENTS (family_tools), FALSE },
};

static const char *const heard[] = {
  N_ ("I do not have to decide about next year today."),
  N_ ("Ask for help before it is bad."),
  N_ ("Somebody laughed, and I did, too."),
  N_ ("It gets easier to say it out loud."),
  N_ ("Come early, leave late."),
};

static const char *const notes[] = {
  N_ ("Sat near the door. Stayed to the end."),
  N_ ("Put the chairs away with two others."),
  N_ ("Said a few words for the first time in weeks."),
  N_ ("Walked home the long way."),
};

static void
add_member (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static char *
make_slug (const Meeting *meeting)
{
  g_autofree char *lower = g_ascii_strdown (meeting->name, -1);

  return g_strcanon (g_steal_pointer (&lower), G_CSET_a_2_z G_CSET_DIGITS, '-');
}

static void
add_types (JsonBuilder *builder, const char *types)
{
  g_auto (GStrv) codes = g_strsplit (types, ",", -1);

  json_builder_set_member_name (builder, "types");
  json_builder_begin_array (builder);
  for (guint i = 0; codes[i] != NULL; i++)
    json_builder_add_string_value (builder, codes[i]);
  json_builder_end_array (builder);
}

static void
add_meeting (JsonBuilder *builder, KeelDemoYear *self, const Meeting *meeting, const char *zone)
{
  g_autofree char *slug = make_slug (meeting);
  KeelLocalTime day = (self->today + meeting->weekday) * KEEL_MINUTES_PER_DAY;

  json_builder_begin_object (builder);
  add_member (builder, "slug", slug);
  add_member (builder, "name", _ (meeting->name));
  json_builder_set_member_name (builder, "day");
  json_builder_add_int_value (builder, keel_local_time_get_weekday (day));
  add_member (builder, "time", meeting->minute);
  if (zone != NULL)
    add_member (builder, "timezone", zone);
  add_types (builder, meeting->types);
  if (meeting->place != NULL)
    {
      add_member (builder, "location", _ (meeting->place));
      add_member (builder, "address", meeting->address);
      add_member (builder, "city", _ ("Harbour Town"));
    }
  else
    {
      g_autofree char *link = g_strconcat ("https://meet.example.org/", slug, NULL);

      add_member (builder, "attendance_option", "online");
      add_member (builder, "conference_url", link);
    }
  json_builder_end_object (builder);
}

/* The list as a file of Meeting Guide: it is read like any other. */
static GFile *
write_list (KeelDemoYear *self, const List *list, const char *zone, GError **error)
{
  g_autofree char *path = g_build_filename (keel_profile_get_folder (self->profile), "meetings.json", NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < list->n_meetings; i++)
    add_meeting (builder, self, &list->meetings[i], zone);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  return json_generator_to_file (generator, path, error) ? g_file_new_for_path (path) : NULL;
}

static gboolean
import_list (KeelDemoYear *self, const List *list, const char *zone, GError **error)
{
  g_autoptr (GFile) file = write_list (self, list, zone, error);
  g_autoptr (KeelImportReport) report = NULL;
  KeelImportOptions options = { 0 };

  if (file == NULL)
    return FALSE;
  options.list = _ (list->list);
  options.program = list->program;
  options.timezone = zone;
  options.types = keel_content_get_types (self->content);
  options.now = keel_clock_get_now (KEEL_CLOCK (self->clock));
  report = keel_profile_import (self->profile, file, &options, NULL, NULL, NULL, NULL, error);
  g_file_delete (file, NULL, NULL);
  return report != NULL;
}

/* What came of one date. One in ten was left out, and of some nothing was said. */
static gboolean
add_attendance (KeelDemoYear *self, const char *uuid, const KeelOccurrence *date, GError **error)
{
  int day = (int) (date->local_start / KEEL_MINUTES_PER_DAY - self->today);
  int salt = (int) (date->local_start % KEEL_MINUTES_PER_DAY);
  int luck = keel_demo_year_vary (day, salt, 20);
  g_autoptr (KeelAttendance) attendance = NULL;

  if (luck == 0)
    return TRUE;
  attendance = keel_attendance_new (uuid, date->original, date->start,
                                    luck <= 3   ? KEEL_ATTENDANCE_NOT
                                    : luck == 4 ? KEEL_ATTENDANCE_LEFT
                                                : KEEL_ATTENDANCE_WENT);
  if (luck > 3 && keel_demo_year_vary (day, 70, 3) > 0)
    {
      attendance->mood_before = 1 + keel_demo_year_vary (day, 71, 3);
      attendance->mood_after = MIN (attendance->mood_before + keel_demo_year_vary (day, 72, 3),
                                    KEEL_MOOD_MAX);
    }
  if (luck > 4 && keel_demo_year_vary (day, 73, 5) == 0)
    attendance->heard = g_strdup (_ (heard[keel_demo_year_vary (day, 74, G_N_ELEMENTS (heard))]));
  if (luck > 3 && keel_demo_year_vary (day, 75, 7) == 0)
    attendance->note = g_strdup (_ (notes[keel_demo_year_vary (day, 76, G_N_ELEMENTS (notes))]));
  keel_demo_clock_set (self->clock, date->end + 40 * 60);
  return keel_journal_set_attendance (self->journal, attendance, NULL, error);
}

/* All dates until the day before yesterday: of the last one Keel may still ask. */
static gboolean
attend (KeelDemoYear *self, KeelSeries *series, GError **error)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  gint64 from = keel_local_time_to_utc ((self->today - KEEL_DEMO_FIRST_DAY) * KEEL_MINUTES_PER_DAY,
                                        self->zone);
  gint64 to = keel_local_time_to_utc ((self->today - 1) * KEEL_MINUTES_PER_DAY, self->zone);

  keel_schedule_expand (series->schedule, from, to, self->zone, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      if (!add_attendance (self, series->uuid, &g_array_index (dates, KeelOccurrence, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
say_more (KeelSeries *series, gconstpointer data, GError **error)
{
  const Meeting *meeting = data;

  series->home_group = meeting->home;
  series->stage = meeting->home ? KEEL_STAGE_HOME_GROUP : KEEL_STAGE_ATTENDED_THREE_TIMES;
  series->service = g_strdup (meeting->home ? _ ("Coffee, every first week") : NULL);
  for (int i = 0; i < KEEL_N_QUESTIONS; i++)
    series->answers[i] = 2 + keel_demo_year_vary (meeting->weekday, 80 + i, 3);
  return TRUE;
}

static gboolean
follow (KeelDemoYear *self, const List *list, const Meeting *meeting, GError **error)
{
  g_autofree char *slug = make_slug (meeting);
  g_autofree char *id = keel_directory_make_id (_ (list->list), slug);
  g_autoptr (GArray) no_leads = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) before = NULL;

  keel_demo_year_go (self, KEEL_DEMO_FIRST_DAY, 10 * 60);
  series = keel_profile_follow (self->profile, id, no_leads, error);
  if (series == NULL)
    return FALSE;
  keel_demo_year_go (self, KEEL_DEMO_FIRST_DAY / 3, 21 * 60);
  before = keel_journal_change_series (self->journal, series->uuid, say_more, meeting, error);
  return before != NULL && attend (self, series, error);
}

static gboolean
take_list (KeelDemoYear *self, const List *list, const char *zone, GError **error)
{
  keel_demo_year_go (self, KEEL_DEMO_FIRST_DAY, 9 * 60 + 30);
  if (!import_list (self, list, zone, error))
    return FALSE;
  for (guint i = 0; i < list->n_meetings; i++)
    {
      if (list->meetings[i].followed && !follow (self, list, &list->meetings[i], error))
        return FALSE;
    }
  return TRUE;
}

/* Every second week, and a visit to come. */
static gboolean
add_appointment (KeelDemoYear *self, KeelSeriesKind kind, const char *name, int ago, int minute,
                 const char *rule, GError **error)
{
  g_autofree char *zone = keel_zone_get_name (self->zone);
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSeries) series = NULL;
  g_autoptr (KeelSeries) followed = NULL;
  KeelLocalTime start = (self->today - ago) * KEEL_MINUTES_PER_DAY + minute;

  schedule = keel_schedule_new (start, zone, 50, rule, error);
  if (schedule == NULL)
    return FALSE;
  meeting->name = g_strdup (name);
  meeting->day = keel_local_time_get_weekday (start);
  meeting->minute = minute;
  meeting->duration = 50;
  meeting->timezone = g_strdup (zone);
  meeting->venue = KEEL_VENUE_IN_PERSON;
  meeting->location = g_strdup (_ ("Health centre"));
  series = keel_series_new (kind, meeting, schedule);
  keel_demo_year_go (self, MAX (ago, 20), 12 * 60);
  followed = keel_profile_follow_new (self->profile, series, error);
  return followed != NULL && attend (self, followed, error);
}

gboolean
keel_demo_add_meetings (KeelDemoYear *self, GError **error)
{
  g_autofree char *zone = keel_zone_get_name (self->zone);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if ((lists[i].member ? self->member : self->family) && !take_list (self, &lists[i], zone, error))
        return FALSE;
    }
  return add_appointment (self, KEEL_SERIES_THERAPY, _ ("Talk with Dr. Lind"), 318, 16 * 60,
                          "FREQ=WEEKLY;INTERVAL=2", error) &&
         add_appointment (self, KEEL_SERIES_DOCTOR, _ ("Check-up"), -9, 10 * 60, NULL, error) &&
         keel_journal_set_weekly_goal (self->journal, 3, error);
}
