#include "keel-command.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "content/keel-sentences.h"
#include "keel-day-name.h"
#include "keel-json-output.h"

typedef struct
{
  char **days;
  char *program;
  char *near;
  double within;
  int limit;
  gboolean online;
  gboolean in_person;
} SearchRequest;

static void
clear_request (SearchRequest *request)
{
  g_strfreev (request->days);
  g_free (request->program);
  g_free (request->near);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SearchRequest, clear_request)

static gboolean
parse_coordinate (const char *text, char end, double limit, double *value, const char **rest)
{
  char *stop;

  *value = g_ascii_strtod (text, &stop);
  if (stop == text || *stop != end || !(fabs (*value) <= limit))
    return FALSE;
  *rest = end == '\0' ? stop : stop + 1;
  return TRUE;
}

static gboolean
parse_position (const char *text, KeelMeetingQuery *query)
{
  const char *rest;

  query->near = TRUE;
  query->order = KEEL_ORDER_DISTANCE;
  return parse_coordinate (text, ',', 90, &query->latitude, &rest) &&
         parse_coordinate (rest, '\0', 180, &query->longitude, &rest);
}

static KeelExit
fill_days (KeelInvocation *invocation, char **days, KeelMeetingQuery *query)
{
  guint i;

  for (i = 0; days != NULL && days[i] != NULL; i++)
    {
      int day = keel_day_name_parse (days[i]);

      if (day < 0)
        return keel_invocation_refuse (
            invocation, _ ("“%s” is not a day of the week. Give one such as “mon”, or 0 for Sunday."),
            days[i]);
      query->days |= 1 << day;
    }
  return KEEL_EXIT_DONE;
}

static KeelExit
fill_place (KeelInvocation *invocation, const SearchRequest *request, KeelMeetingQuery *query)
{
  if (request->online && request->in_person)
    return keel_invocation_refuse (invocation, "%s", _ ("--online and --in-person exclude each other."));
  if (request->near != NULL && !parse_position (request->near, query))
    return keel_invocation_refuse (
        invocation, _ ("“%s” is not a position. Give degrees north and east, such as 40.71,-74.01."),
        request->near);
  if (request->within != 0 && request->near == NULL)
    return keel_invocation_refuse (invocation, "%s", _ ("--within needs --near: within how far of what?"));
  if (!(request->within >= 0) || isinf (request->within))
    return keel_invocation_refuse (invocation, "%s", _ ("--within takes a distance in kilometres."));
  query->online = request->online;
  query->in_person = request->in_person;
  query->within_km = request->within;
  return KEEL_EXIT_DONE;
}

static KeelExit
fill_query (KeelInvocation *invocation, SearchRequest *request, const char *words, KeelMeetingQuery *query)
{
  KeelExit status;

  if (!g_utf8_validate (words, -1, NULL))
    return keel_invocation_refuse (invocation, "%s", _ ("These words are not in UTF-8."));
  if (request->limit < 1)
    return keel_invocation_refuse (invocation, "%s", _ ("--limit takes a number from 1 up."));
  if (!keel_invocation_check_program (invocation, request->program))
    return KEEL_EXIT_WRONG_USAGE;

  query->text = words;
  query->program = request->program;
  query->limit = request->limit;
  status = fill_days (invocation, request->days, query);
  return status == KEEL_EXIT_DONE ? fill_place (invocation, request, query) : status;
}

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
  json_builder_end_object (builder);
}

static void
print_results_as_json (const KeelMeetingResults *results, GTimeZone *zone)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < results->matches->len; i++)
    add_match (builder, g_ptr_array_index (results->matches, i), zone);
  json_builder_end_array (builder);
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

static void
print_match (KeelInvocation *invocation, const KeelMatch *match, GTimeZone *zone)
{
  KeelMeeting *meeting = match->meeting;
  g_autofree char *time = keel_sentence_meeting_time (meeting, zone, keel_invocation_get_now (invocation));
  g_autofree char *place = describe_place (invocation, match);
  g_autofree char *types = describe_types (invocation, meeting);

  keel_invocation_print (invocation, "%s  %s  %s", meeting->id, time, meeting->name);
  print_detail (invocation, place);
  print_detail (invocation, types);
  print_detail (invocation, meeting->conference_url);
  print_detail (invocation, meeting->phone);
  /* The rhythm of a meeting may stand in its notes alone. */
  print_detail (invocation, meeting->notes);
}

/* Nothing found, nothing imported: they must not look alike. */
static void
explain_nothing (KeelInvocation *invocation)
{
  g_autoptr (GPtrArray) lists = keel_directory_get_lists (keel_profile_get_directory (invocation->profile),
                                                          NULL);

  if (lists != NULL && lists->len == 0)
    keel_invocation_warn (
        invocation, "%s",
        _ ("No list was imported yet, so there is nothing to search. “keelctl import FILE” reads one."));
  else
    keel_invocation_warn (
        invocation, "%s",
        _ ("No meeting in the imported lists fits. There may be others that they do not name."));
}

static void
print_results (KeelInvocation *invocation, const KeelMeetingResults *results, GTimeZone *zone)
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

static KeelExit
search (KeelInvocation *invocation, const KeelMeetingQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  g_autoptr (KeelMeetingResults) results = NULL;
  KeelMeetingIndex *index = keel_profile_get_index (invocation->profile, &error);

  if (index != NULL)
    results = keel_meeting_index_search (index, query, keel_invocation_get_now (invocation), zone, &error);
  if (results == NULL)
    return keel_invocation_fail (invocation, error, NULL);

  if (invocation->json)
    print_results_as_json (results, zone);
  if (results->total == 0)
    explain_nothing (invocation);
  else if (!invocation->json)
    print_results (invocation, results, zone);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_search_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (SearchRequest) request = { .limit = 50 };
  const GOptionEntry entries[] = {
    { "program", 0, 0, G_OPTION_ARG_STRING, &request.program, N_ ("Meetings of this program"), N_ ("CODE") },
    { "day", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.days, N_ ("Meetings of this day; may be given again"),
      N_ ("DAY") },
    { "online", 0, 0, G_OPTION_ARG_NONE, &request.online, N_ ("Meetings that one can join from afar"), NULL },
    { "in-person", 0, 0, G_OPTION_ARG_NONE, &request.in_person, N_ ("Meetings that one can go to"), NULL },
    { "near", 0, 0, G_OPTION_ARG_STRING, &request.near, N_ ("The nearest first; degrees north and east"),
      N_ ("LAT,LON") },
    { "within", 0, 0, G_OPTION_ARG_DOUBLE, &request.within, N_ ("No farther than this"), N_ ("KM") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &request.limit, N_ ("Show at most this many (50)"), N_ ("N") },
    { NULL }
  };
  g_autofree char *words = NULL;
  KeelMeetingQuery query = { .order = KEEL_ORDER_NEXT_START };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  words = g_strjoinv (" ", *arguments + 1);
  status = fill_query (invocation, &request, words, &query);
  if (status != KEEL_EXIT_DONE)
    return status;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return search (invocation, &query);
}
