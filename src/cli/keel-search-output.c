#include "keel-search-output.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "content/keel-sentences.h"
#include "keel-json-output.h"

const char *const keel_part_words[] = { "morning", "afternoon", "evening", "night" };
const char *const keel_access_words[] = { "wheelchair", "sign-language", "children" };

G_STATIC_ASSERT (G_N_ELEMENTS (keel_part_words) == KEEL_N_PARTS);
G_STATIC_ASSERT (G_N_ELEMENTS (keel_access_words) == KEEL_N_ACCESS);

static void
add_types (JsonBuilder *builder, const KeelMeeting *meeting)
{
  guint i;

  json_builder_set_member_name (builder, "types");
  json_builder_begin_array (builder);
  for (i = 0; meeting->type_names != NULL && meeting->type_names[i] != NULL; i++)
    json_builder_add_string_value (builder, meeting->type_names[i]);
  json_builder_end_array (builder);
}

static void
add_distance (JsonBuilder *builder, double km)
{
  json_builder_set_member_name (builder, "distance_km");
  if (km < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, round (km * 1000) / 1000);
}

static void
add_time (JsonBuilder *builder, const KeelMeeting *meeting)
{
  g_autofree char *time = NULL;

  if (meeting->minute >= 0)
    time = g_strdup_printf ("%02d:%02d", meeting->minute / 60, meeting->minute % 60);
  keel_json_add_count (builder, "day", meeting->day);
  keel_json_add_text (builder, "time", time);
  keel_json_add_text (builder, "timezone", meeting->timezone);
}

/* A member that is null where nobody says it. */
static void
add_admission (JsonBuilder *builder, const KeelMeeting *meeting)
{
  json_builder_set_member_name (builder, "open");
  if (meeting->admission == KEEL_ADMISSION_UNKNOWN)
    json_builder_add_null_value (builder);
  else
    json_builder_add_boolean_value (builder, meeting->admission == KEEL_ADMISSION_OPEN);
}

static void
add_access (JsonBuilder *builder, const KeelMatch *match)
{
  g_autofree char *repeats = NULL;
  guint i;

  if (match->meeting->schedule != NULL)
    repeats = keel_sentence_schedule (match->meeting->schedule);
  keel_json_add_text (builder, "repeats", repeats);
  add_admission (builder, match->meeting);
  keel_json_add_truth (builder, "any_time", match->meeting->any_time);
  keel_json_add_instant (builder, "began", match->began_at);
  json_builder_set_member_name (builder, "languages");
  json_builder_begin_array (builder);
  for (i = 0; match->meeting->languages[i] != NULL; i++)
    json_builder_add_string_value (builder, match->meeting->languages[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "access");
  json_builder_begin_array (builder);
  for (i = 0; i < KEEL_N_ACCESS; i++)
    {
      if (match->meeting->access >> i & 1)
        json_builder_add_string_value (builder, keel_access_words[i]);
    }
  json_builder_end_array (builder);
}

static void
add_sources (JsonBuilder *builder, const KeelMatch *match, GTimeZone *zone)
{
  guint i;

  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (i = 0; i < match->sources->len; i++)
    {
      const KeelMatchSource *source = g_ptr_array_index (match->sources, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "list", source->list);
      keel_json_add_text (builder, "id", source->id);
      keel_json_add_text (builder, "url", source->url);
      keel_json_add_date (builder, "imported_on", source->imported_at, zone);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_match (JsonBuilder *builder, const KeelMatch *match, GTimeZone *zone)
{
  KeelMeeting *meeting = match->meeting;

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", meeting->id);
  keel_json_add_text (builder, "program", meeting->program);
  keel_json_add_text (builder, "name", meeting->name);
  add_time (builder, meeting);
  keel_json_add_instant (builder, "next", match->next_start);
  keel_json_add_count (builder, "duration", meeting->duration > 0 ? meeting->duration : -1);
  keel_json_add_text (builder, "location", meeting->location);
  keel_json_add_text (builder, "address", meeting->address);
  keel_json_add_truth (builder, "online", keel_meeting_is_online (meeting));
  keel_json_add_text (builder, "url",
                      meeting->conference_url != NULL ? meeting->conference_url : meeting->url);
  keel_json_add_text (builder, "phone", meeting->phone);
  add_types (builder, meeting);
  keel_json_add_text (builder, "notes", meeting->notes);
  add_distance (builder, match->distance_km);
  keel_json_add_date (builder, "imported_on", match->imported_at, zone);
  add_access (builder, match);
  add_sources (builder, match, zone);
  json_builder_end_object (builder);
}

static void
add_matches (JsonBuilder *builder, const KeelMeetingResults *results, GTimeZone *zone)
{
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < results->matches->len; i++)
    add_match (builder, g_ptr_array_index (results->matches, i), zone);
  json_builder_end_array (builder);
}

static void
add_numbers (JsonBuilder *builder, const char *member, const char *const *words, const guint *counts, guint n)
{
  guint i;

  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  for (i = 0; i < n; i++)
    keel_json_add_count (builder, words[i], counts[i]);
  json_builder_end_object (builder);
}

static void
add_filter_counts (JsonBuilder *builder, const char *member, const GPtrArray *counts)
{
  guint i;

  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  for (i = 0; i < counts->len; i++)
    {
      const KeelFilterCount *count = g_ptr_array_index (counts, i);

      keel_json_add_count (builder, count->name, count->count);
    }
  json_builder_end_object (builder);
}

static void
add_counts (JsonBuilder *builder, const KeelMeetingResults *results)
{
  static const char *const days[] = { "0", "1", "2", "3", "4", "5", "6" };

  json_builder_begin_object (builder);
  add_numbers (builder, "day", days, results->by_day, G_N_ELEMENTS (days));
  add_numbers (builder, "part", keel_part_words, results->by_part, KEEL_N_PARTS);
  add_numbers (builder, "access", keel_access_words, results->by_access, KEEL_N_ACCESS);
  keel_json_add_count (builder, "soon", results->soon);
  keel_json_add_count (builder, "now", results->now);
  keel_json_add_count (builder, "online", results->online);
  keel_json_add_count (builder, "in_person", results->in_person);
  keel_json_add_count (builder, "open", results->open);
  add_filter_counts (builder, "program", results->by_program);
  add_filter_counts (builder, "type", results->by_type);
  add_filter_counts (builder, "language", results->by_language);
  json_builder_end_object (builder);
}

void
keel_search_output_print_json (const KeelMeetingResults *results, gboolean with_counts, GTimeZone *zone)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (with_counts)
    {
      json_builder_begin_object (builder);
      keel_json_add_count (builder, "total", results->total);
      json_builder_set_member_name (builder, "counts");
      add_counts (builder, results);
      json_builder_set_member_name (builder, "meetings");
    }
  add_matches (builder, results, zone);
  if (with_counts)
    json_builder_end_object (builder);
  keel_json_print (builder);
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
append_program (KeelInvocation *invocation, GString *line, const KeelMeeting *meeting)
{
  const KeelProgram *program = NULL;

  if (meeting->program != NULL)
    program = keel_content_find_program (keel_invocation_get_content (invocation), meeting->program);
  if (program != NULL)
    append_part (line, program->short_name);
}

static char *
describe_place (KeelInvocation *invocation, const KeelMatch *match)
{
  KeelMeeting *meeting = match->meeting;
  GString *line = g_string_new (NULL);
  g_autofree char *venue = keel_sentence_venue (meeting);
  g_autofree char *distance = match->distance_km >= 0 ? keel_sentence_distance (match->distance_km) : NULL;

  append_program (invocation, line, meeting);
  append_part (line, venue);
  append_part (line, meeting->location);
  append_part (line, meeting->address);
  append_part (line, distance);
  return g_string_free (line, FALSE);
}

static char *
describe_types (KeelInvocation *invocation, const KeelMeeting *meeting)
{
  KeelContent *content = keel_invocation_get_content (invocation);
  GString *line = g_string_new (NULL);
  guint i;

  for (i = 0; meeting->type_names != NULL && meeting->type_names[i] != NULL; i++)
    append_part (line, keel_content_translate_type (content, meeting->type_names[i]));
  return g_string_free (line, FALSE);
}

static void
print_detail (KeelInvocation *invocation, const char *detail)
{
  g_auto (GStrv) lines = NULL;
  guint i;

  if (detail == NULL)
    return;
  lines = g_strsplit (detail, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        keel_invocation_print (invocation, "    %s", lines[i]);
    }
}

/* How it repeats where that is not every week. */
static char *
describe_time (KeelInvocation *invocation, KeelMeeting *meeting, GTimeZone *zone)
{
  if (meeting->schedule != NULL)
    return keel_sentence_schedule (meeting->schedule);
  return keel_sentence_meeting_time (meeting, zone, keel_invocation_get_now (invocation));
}

static void
print_sources (KeelInvocation *invocation, const KeelMatch *match)
{
  GString *line = g_string_new (NULL);
  g_autofree char *lists = NULL;
  guint i;

  for (i = 0; i < match->sources->len; i++)
    append_part (line, ((const KeelMatchSource *) g_ptr_array_index (match->sources, i))->list);
  lists = g_string_free (line, FALSE);
  if (match->sources->len > 1)
    /* Translators: %s are the names of the lists that have this meeting. */
    keel_invocation_print (invocation, _ ("    In several lists: %s"), lists);
}

static void
print_match (KeelInvocation *invocation, const KeelMatch *match, GTimeZone *zone)
{
  KeelMeeting *meeting = match->meeting;
  g_autofree char *time = describe_time (invocation, meeting, zone);
  g_autofree char *place = describe_place (invocation, match);
  g_autofree char *types = describe_types (invocation, meeting);

  keel_invocation_print (invocation, "%s  %s  %s", meeting->id, time, meeting->name);
  print_detail (invocation, place);
  print_detail (invocation, types);
  print_detail (invocation, meeting->conference_url);
  print_detail (invocation, meeting->phone);
  /* The rhythm of a meeting may stand in its notes alone. */
  print_detail (invocation, meeting->notes);
  print_sources (invocation, match);
}

void
keel_search_output_print (KeelInvocation *invocation, const KeelMeetingResults *results, GTimeZone *zone)
{
  guint shown = results->matches->len;
  guint i;

  for (i = 0; i < shown; i++)
    print_match (invocation, g_ptr_array_index (results->matches, i), zone);
  if (shown == results->total)
    keel_invocation_print (invocation, ngettext ("%'u meeting", "%'u meetings", shown), shown);
  else
    keel_invocation_print (invocation,
                           ngettext ("%'u of %'u meeting; --limit shows more",
                                     "%'u of %'u meetings; --limit shows more", results->total),
                           shown, results->total);
}
