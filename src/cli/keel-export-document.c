#include "keel-export-document.h"

#include "keel-json-output.h"

static void
add_places (JsonBuilder *builder, KeelMeeting *meeting)
{
  keel_json_add_text (builder, "program", meeting->program);
  keel_json_add_text (builder, "location", meeting->location);
  keel_json_add_text (builder, "address", meeting->address);
  keel_json_add_text (builder, "link", meeting->conference_url);
  keel_json_add_text (builder, "phone", meeting->phone);
  keel_json_add_text (builder, "url", meeting->url);
  keel_json_add_text (builder, "notes", meeting->notes);
}

static void
add_series (JsonBuilder *builder, KeelSeries *series, const char *discreet_title)
{
  KeelSchedule *schedule = series->schedule;
  g_autofree char *rule = keel_schedule_get_rule (schedule);

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", series->uuid);
  keel_json_add_text (builder, "name", discreet_title != NULL ? discreet_title : series->meeting->name);
  keel_json_add_local (builder, "start", keel_schedule_get_last_start (schedule));
  keel_json_add_text (builder, "timezone", keel_schedule_get_zone (schedule));
  keel_json_add_number (builder, "duration", keel_schedule_get_duration (schedule));
  keel_json_add_text (builder, "rrule", rule);
  json_builder_set_member_name (builder, "leads");
  json_builder_begin_array (builder);
  for (guint i = 0; i < series->leads->len; i++)
    json_builder_add_int_value (builder, g_array_index (series->leads, int, i));
  json_builder_end_array (builder);
  if (discreet_title == NULL)
    {
      keel_json_add_text (builder, "kind", keel_series_kind_words[series->kind]);
      add_places (builder, series->meeting);
    }
  json_builder_end_object (builder);
}

static void
add_attendance (JsonBuilder *builder, KeelAttendance *attendance, const char *discreet_title)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", attendance->series);
  keel_json_add_text (builder, "name", discreet_title != NULL ? discreet_title : attendance->name);
  keel_json_add_local (builder, "occurrence", attendance->occurrence);
  keel_json_add_instant (builder, "start", attendance->start);
  keel_json_add_text (builder, "attendance", keel_attendance_words[attendance->state]);
  if (discreet_title == NULL)
    {
      keel_json_add_text (builder, "heard", attendance->heard);
      keel_json_add_text (builder, "note", attendance->note);
      /* KEEL_MOOD_NONE is below 0. */
      keel_json_add_count (builder, "mood_before", attendance->mood_before);
      keel_json_add_count (builder, "mood_after", attendance->mood_after);
    }
  json_builder_end_object (builder);
}

static void
add_all_series (JsonBuilder *builder, GPtrArray *series, const char *discreet_title)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < series->len; i++)
    add_series (builder, series->pdata[i], discreet_title);
  json_builder_end_array (builder);
}

static void
add_all_attendance (JsonBuilder *builder, GPtrArray *attendance, const char *discreet_title)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < attendance->len; i++)
    add_attendance (builder, attendance->pdata[i], discreet_title);
  json_builder_end_array (builder);
}

static void
add_both (JsonBuilder *builder, GPtrArray *series, GPtrArray *attendance, const char *discreet_title)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "meetings");
  add_all_series (builder, series, discreet_title);
  json_builder_set_member_name (builder, "attendance");
  add_all_attendance (builder, attendance, discreet_title);
  json_builder_end_object (builder);
}

GBytes *
keel_export_document_write (GPtrArray *series, GPtrArray *attendance, const char *discreet_title)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;
  gsize length;

  if (series != NULL && attendance != NULL)
    add_both (builder, series, attendance, discreet_title);
  else if (series != NULL)
    add_all_series (builder, series, discreet_title);
  else
    add_all_attendance (builder, attendance, discreet_title);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}
