#include "keel-feed-context.h"

#include <string.h>

#include "keel-feed-time.h"
#include "keel-feed-types.h"

#define LABEL_END "#@-@#"

/* Some servers send `label#@-@#value`; only the value is meant for people. */
static char *
strip_label (char *text)
{
  char *value = text;
  char *label;
  char *rest;

  while (value != NULL && (label = strstr (value, LABEL_END)) != NULL)
    value = label + strlen (LABEL_END);
  if (value == text)
    return text;

  rest = keel_feed_clean (value, TRUE);
  g_free (text);

  return rest;
}

static char *
get_line (JsonObject *row, const char *member)
{
  return strip_label (keel_feed_get_line (row, member));
}

static char *
get_lines (JsonObject *row, const char *member)
{
  return strip_label (keel_feed_get_lines (row, member));
}

/* Without words of ours: a list must read the same in whatever language it was imported. */
static char *
read_notes (JsonObject *row)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  keel_feed_add_line (lines, get_lines (row, "location_info"));
  keel_feed_add_line (lines, get_lines (row, "comments"));
  keel_feed_add_line (lines, get_line (row, "train_lines"));
  keel_feed_add_line (lines, get_line (row, "bus_lines"));

  return keel_feed_join (lines, "\n");
}

static char *
read_address (JsonObject *row)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *province = get_line (row, "location_province");
  g_autofree char *code = get_line (row, "location_postal_code_1");

  keel_feed_add_line (parts, get_line (row, "location_street"));
  keel_feed_add_line (parts, get_line (row, "location_city_subsection"));
  keel_feed_add_line (parts, get_line (row, "location_municipality"));
  keel_feed_add_pair (parts, province, code);
  keel_feed_add_line (parts, get_line (row, "location_nation"));

  return keel_feed_join (parts, ", ");
}

/* From general to specific. */
static char *
read_region (JsonObject *row)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  keel_feed_add_line (parts, get_line (row, "location_sub_province"));
  keel_feed_add_line (parts, get_line (row, "location_municipality"));
  keel_feed_add_line (parts, get_line (row, "location_city_subsection"));
  keel_feed_add_line (parts, get_line (row, "location_neighborhood"));

  return keel_feed_join (parts, ", ");
}

static void
read_joining (KeelFeedContext *context, JsonObject *row, KeelMeeting *meeting)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *link = get_line (row, "virtual_meeting_link");

  meeting->conference_url = keel_feed_context_check_link (context, link);
  keel_feed_add_line (notes, get_lines (row, "virtual_meeting_additional_info"));
  keel_feed_context_set_phone (context, meeting, get_line (row, "phone_meeting_number"), notes);
  meeting->conference_notes = keel_feed_join (notes, "\n");
}

/* Which of the kinds that decide about place and admission this is: by the id that is the same on all
 * servers, and by the key only where the server's own list does not say otherwise. */
static gboolean
is_kind (const KeelBmltFormat *format, const char *key, const char *world_id, const char *usual_key)
{
  if (format != NULL && format->world_id != NULL)
    return g_str_equal (format->world_id, world_id);

  return g_str_equal (key, usual_key) && (format == NULL || g_ascii_strcasecmp (world_id, "OPEN") != 0);
}

static void
add_type (KeelFeedTypes *types, const KeelBmltFormat *format, const char *key)
{
  KeelTypeTable *table = types->context->types;
  const char *name = format != NULL ? format->name : NULL;

  if (name == NULL && table != NULL)
    name = keel_type_table_lookup (table, "na", key, &key);
  keel_feed_types_add (types, key, name);

  types->open |= is_kind (format, key, "OPEN", "O");
  types->closed |= is_kind (format, key, "CLOSED", "C");
  types->online |= is_kind (format, key, "VM", "VM");
  types->hybrid |= is_kind (format, key, "HYBR", "HY");
  types->suspended |= is_kind (format, key, "TC", "TC");
}

static void
read_types (KeelFeedTypes *types, KeelBmltFormats *formats, JsonObject *row)
{
  g_autofree char *server = keel_feed_get_line (row, "root_server_uri");
  g_autofree char *keys = get_line (row, "formats");
  g_autofree char *ids = keys == NULL ? get_line (row, "format_shared_id_list") : NULL;
  g_auto (GStrv) words = g_strsplit (keys != NULL ? keys : ids != NULL ? ids : "", ",", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);
      const KeelBmltFormat *format;

      if (*word == '\0')
        continue;
      if (keys != NULL)
        format = keel_bmlt_formats_find_key (formats, server, word);
      else
        format = keel_bmlt_formats_find_id (formats, server, word);
      if (keys != NULL || format != NULL)
        add_type (types, format, keys != NULL ? word : format->key);
    }
}

/* Where `venue_type` is absent: by the formats, else by what one could join or go to. */
static KeelVenue
derive_venue (JsonObject *row, KeelMeeting *meeting, const KeelFeedTypes *types)
{
  g_autofree char *street = get_line (row, "location_street");
  gboolean online = meeting->conference_url != NULL || meeting->phone != NULL;
  gboolean place = street != NULL || meeting->location != NULL;

  if (types->hybrid)
    return KEEL_VENUE_HYBRID;
  if (types->online)
    return KEEL_VENUE_ONLINE;
  if (online)
    return place ? KEEL_VENUE_HYBRID : KEEL_VENUE_ONLINE;

  return place || meeting->address != NULL ? KEEL_VENUE_IN_PERSON : KEEL_VENUE_UNKNOWN;
}

static void
read_venue (JsonObject *row, KeelMeeting *meeting, const KeelFeedTypes *types)
{
  g_autofree char *type = get_line (row, "venue_type");
  gboolean online = types->online || meeting->conference_url != NULL || meeting->phone != NULL;

  if (g_strcmp0 (type, "1") == 0)
    meeting->venue = KEEL_VENUE_IN_PERSON;
  else if (g_strcmp0 (type, "2") == 0)
    meeting->venue = KEEL_VENUE_ONLINE;
  else if (g_strcmp0 (type, "3") == 0)
    meeting->venue = KEEL_VENUE_HYBRID;
  else
    meeting->venue = derive_venue (row, meeting, types);

  /* A closed building leaves the online room, where there is one. */
  if (types->suspended)
    meeting->venue = online || meeting->venue == KEEL_VENUE_ONLINE ? KEEL_VENUE_ONLINE : KEEL_VENUE_INACTIVE;
}

/* Ids are unique on one server only, and aggregators mix many. */
static char *
read_slug (JsonObject *row, const char *name)
{
  g_autofree char *id = keel_feed_get_line (row, "id_bigint");
  g_autofree char *server = keel_feed_get_line (row, "root_server_uri");
  g_autofree char *link = server != NULL ? keel_link_check (server) : NULL;
  g_autofree char *host = link != NULL ? keel_link_get_host (link) : NULL;

  if (id == NULL)
    return keel_feed_slugify (name);

  return host != NULL ? g_strconcat (host, "-", id, NULL) : g_steal_pointer (&id);
}

static void
read_duration (JsonObject *row, KeelMeeting *meeting)
{
  g_autofree char *text = get_line (row, "duration_time");
  int minutes;

  if (text == NULL || !keel_feed_parse_duration (text, &minutes))
    return;

  if (meeting->minute == 0 && minutes >= KEEL_MINUTES_PER_DAY - 1)
    {
      meeting->any_time = TRUE;
      meeting->duration = KEEL_MINUTES_PER_DAY;
    }
  else if (minutes < KEEL_FEED_ABSURD_DURATION)
    {
      meeting->duration = minutes;
    }
}

static void
set_time (JsonObject *row, KeelMeeting *meeting, int day, int start)
{
  if (day < 0 || start < 0)
    return;

  meeting->day = (day + start / KEEL_MINUTES_PER_DAY) % 7;
  meeting->minute = start % KEEL_MINUTES_PER_DAY;
  read_duration (row, meeting);
}

static KeelMeeting *
build_meeting (KeelFeedContext *context, KeelBmltFormats *formats, JsonObject *row, const char *name, int day,
               int start)
{
  KeelMeeting *meeting = keel_meeting_new ();
  KeelFeedTypes types;

  meeting->name = g_strdup (name);
  meeting->slug = read_slug (row, name);
  meeting->program = g_strdup (context->program);
  set_time (row, meeting, day, start);
  meeting->location = get_line (row, "location_text");
  meeting->address = read_address (row);
  meeting->region = read_region (row);
  meeting->has_position = keel_feed_get_position (row, &meeting->latitude, &meeting->longitude);
  meeting->notes = read_notes (row);
  read_joining (context, row, meeting);

  keel_feed_types_init (&types, context);
  read_types (&types, formats, row);
  read_venue (row, meeting, &types);
  keel_feed_types_give (&types, meeting);

  return meeting;
}

/* "1" is Sunday. FALSE where it is something else; -1 where it is missing. */
static gboolean
parse_weekday (const char *text, int *day)
{
  *day = -1;
  if (text == NULL)
    return TRUE;
  if (text[0] < '1' || text[0] > '7' || text[1] != '\0')
    return FALSE;
  *day = text[0] - '1';

  return TRUE;
}

KeelSkippedRow *
keel_bmlt_read (KeelFeedContext *context, KeelBmltFormats *formats, JsonObject *row, GPtrArray *meetings)
{
  g_autofree char *name = get_line (row, "meeting_name");
  g_autofree char *published = get_line (row, "published");
  g_autofree char *weekday = get_line (row, "weekday_tinyint");
  g_autofree char *time = get_line (row, "start_time");
  g_autofree char *zone = get_line (row, "time_zone");
  KeelMeeting *meeting;
  int day, start = -1;

  if (g_strcmp0 (published, "0") == 0)
    return keel_feed_skip (KEEL_SKIP_UNPUBLISHED, name, NULL);
  if (name == NULL)
    return keel_feed_skip (KEEL_SKIP_NO_NAME, NULL, NULL);
  if (!parse_weekday (weekday, &day))
    return keel_feed_skip (KEEL_SKIP_BAD_DAY, name, weekday);
  if (time != NULL && !keel_feed_parse_time (time, &start))
    return keel_feed_skip (KEEL_SKIP_BAD_TIME, name, time);

  meeting = build_meeting (context, formats, row, name, day, start);
  if (meeting->venue == KEEL_VENUE_INACTIVE)
    {
      KeelSkippedRow *skipped = keel_feed_skip_inactive (name, meeting->slug, 0);

      g_object_unref (meeting);
      return skipped;
    }
  keel_feed_context_finish (context, meeting, zone, meetings);
  keel_feed_context_note_contacts (context, row);

  return NULL;
}
