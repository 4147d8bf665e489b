#include "keel-feed-context.h"

#include <string.h>

#include "keel-feed-time.h"
#include "keel-feed-types.h"

/* As bits, Sunday first. */
#define EVERY_DAY 0x7f

/* "Online" in place of an address is none. */
static gboolean
is_place (const char *text)
{
  static const char *const words[] = { "online", "zoom", "virtual", "online only", "online meeting" };
  gsize i;

  for (i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (text, words[i]) == 0)
        return FALSE;
    }

  return text != NULL;
}

static KeelVenue
parse_attendance (const char *text)
{
  static const struct
  {
    const char *word;
    KeelVenue venue;
  } words[] = {
    { "in_person", KEEL_VENUE_IN_PERSON }, { "in-person", KEEL_VENUE_IN_PERSON },
    { "in person", KEEL_VENUE_IN_PERSON }, { "hybrid", KEEL_VENUE_HYBRID },
    { "online", KEEL_VENUE_ONLINE },       { "inactive", KEEL_VENUE_INACTIVE },
  };
  gsize i;

  for (i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (text, words[i].word) == 0)
        return words[i].venue;
    }

  return KEEL_VENUE_UNKNOWN;
}

/* Where `attendance_option` is absent. A way to join counts as ONL: small feeds have the one without
 * the other. */
static KeelVenue
derive_venue (JsonObject *row, KeelMeeting *meeting, const KeelFeedTypes *types)
{
  g_autofree char *approximate = keel_feed_get_line (row, "approximate");
  g_autofree char *street = keel_feed_get_first_line (row, "formatted_address", "full_address", "address",
                                                      NULL);
  gboolean vague = approximate != NULL && g_ascii_strcasecmp (approximate, "yes") == 0;
  gboolean online = types->online || meeting->conference_url != NULL || meeting->phone != NULL;
  gboolean place = is_place (street) || is_place (meeting->location);

  if (types->suspended)
    return online ? KEEL_VENUE_ONLINE : KEEL_VENUE_INACTIVE;
  if (online)
    return vague || !place ? KEEL_VENUE_ONLINE : KEEL_VENUE_HYBRID;
  if (vague)
    return KEEL_VENUE_INACTIVE;

  return place || meeting->address != NULL ? KEEL_VENUE_IN_PERSON : KEEL_VENUE_UNKNOWN;
}

static void
read_venue (JsonObject *row, KeelMeeting *meeting, const KeelFeedTypes *types)
{
  g_autofree char *attendance = keel_feed_get_line (row, "attendance_option");

  meeting->venue = parse_attendance (attendance);
  if (meeting->venue == KEEL_VENUE_UNKNOWN)
    meeting->venue = derive_venue (row, meeting, types);
}

/* The fellowship, only where the publisher's name says it in so many words. */
static const char *
find_program (const char *entity)
{
  static const char *const names[][2] = {
    { "alcoholics anonymous", "aa" }, { "narcotics anonymous", "na" }, { "dual recovery anonymous", "dra" },
    { "celebrate recovery", "cr" },   { "women for sobriety", "wfs" }, { "lifering", "lifering" },
    { "al-anon", "al-anon" },         { "nar-anon", "nar-anon" },      { "smart recovery", "smart" },
  };
  g_autofree char *text = g_ascii_strdown (entity, -1);
  const char *found = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strstr (text, names[i][0]) != NULL)
        {
          if (found != NULL)
            return NULL;
          found = names[i][1];
        }
    }

  return found;
}

static void
read_program (KeelFeedContext *context, JsonObject *row, KeelMeeting *meeting)
{
  g_autofree char *entity = NULL;

  if (context->program != NULL)
    {
      meeting->program = g_strdup (context->program);
      return;
    }

  entity = keel_feed_get_line (row, "entity");
  if (entity != NULL)
    meeting->program = g_strdup (find_program (entity));
}

static char *
join_address (JsonObject *row)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *state = keel_feed_get_line (row, "state");
  g_autofree char *code = keel_feed_get_first_line (row, "postal_code", "zip", NULL);

  keel_feed_add_line (parts, keel_feed_get_line (row, "address"));
  keel_feed_add_line (parts, keel_feed_get_line (row, "city"));
  keel_feed_add_pair (parts, state, code);
  keel_feed_add_line (parts, keel_feed_get_line (row, "country"));

  return keel_feed_join (parts, ", ");
}

static char *
read_region (JsonObject *row)
{
  GPtrArray *parts;
  char *text = keel_feed_get_line (row, "regions");

  if (text != NULL)
    return text;

  parts = g_ptr_array_new_with_free_func (g_free);
  keel_feed_add_line (parts, keel_feed_get_line (row, "region"));
  keel_feed_add_line (parts, keel_feed_get_line (row, "sub_region"));
  /* A district is drawn by those who serve there; better than nothing. */
  if (parts->len == 0)
    {
      keel_feed_add_line (parts, keel_feed_get_line (row, "district"));
      keel_feed_add_line (parts, keel_feed_get_line (row, "sub_district"));
    }

  return keel_feed_join (parts, ", ");
}

static void
read_place (JsonObject *row, KeelMeeting *meeting)
{
  meeting->location = keel_feed_get_first_line (row, "location", "location_name", NULL);
  meeting->address = keel_feed_get_first_line (row, "formatted_address", "full_address", NULL);
  if (meeting->address == NULL)
    meeting->address = join_address (row);
  meeting->region = read_region (row);
  meeting->has_position = keel_feed_get_position (row, &meeting->latitude, &meeting->longitude);
}

static char *
read_link (KeelFeedContext *context, JsonObject *row, const char *member)
{
  g_autofree char *text = keel_feed_get_line (row, member);

  return keel_feed_context_check_link (context, text);
}

static void
read_joining (KeelFeedContext *context, JsonObject *row, KeelMeeting *meeting)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  meeting->conference_url = read_link (context, row, "conference_url");
  keel_feed_add_line (notes, keel_feed_get_lines (row, "conference_url_notes"));
  keel_feed_context_set_phone (context, meeting, keel_feed_get_line (row, "conference_phone"), notes);
  keel_feed_add_line (notes, keel_feed_get_lines (row, "conference_phone_notes"));
  meeting->conference_notes = keel_feed_join (notes, "\n");

  meeting->url = read_link (context, row, "url");
  if (meeting->url == NULL)
    meeting->url = read_link (context, row, "website");
}

static char *
read_notes (JsonObject *row)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  keel_feed_add_line (lines, keel_feed_get_lines (row, "notes"));
  keel_feed_add_line (lines, keel_feed_get_lines (row, "location_notes"));
  keel_feed_add_line (lines, keel_feed_get_lines (row, "group_notes"));

  return keel_feed_join (lines, "\n");
}

static void
read_time (KeelFeedContext *context, JsonObject *row, KeelMeeting *meeting, int day, int start)
{
  g_autofree char *text = NULL;
  int end = -1;

  if (day < 0 || start < 0)
    {
      meeting->day = KEEL_DAY_BY_APPOINTMENT;
      meeting->minute = -1;
      return;
    }

  meeting->day = (day + start / KEEL_MINUTES_PER_DAY) % 7;
  meeting->minute = start % KEEL_MINUTES_PER_DAY;
  text = keel_feed_get_line (row, "end_time");
  if (text != NULL && keel_feed_parse_time (text, &end))
    keel_feed_context_set_end (context, meeting, end);
}

static char *
read_slug (JsonObject *row, const char *name)
{
  g_autofree char *text = keel_feed_get_first_line (row, "slug", "id", NULL);

  return text != NULL ? g_steal_pointer (&text) : keel_feed_slugify (name);
}

/* One meeting of a row; NULL where it does not take place any more. */
static KeelMeeting *
build_meeting (KeelFeedContext *context, JsonObject *row, const char *name, int day, int start)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autofree char *updated = keel_feed_get_line (row, "updated");
  KeelFeedTypes types;

  meeting->name = g_strdup (name);
  meeting->slug = read_slug (row, name);
  meeting->group = keel_feed_get_line (row, "group");
  meeting->updated = updated != NULL ? keel_feed_parse_updated (updated) : 0;
  read_program (context, row, meeting);
  read_time (context, row, meeting, day, start);
  read_place (row, meeting);
  read_joining (context, row, meeting);
  meeting->notes = read_notes (row);

  keel_feed_types_init (&types, context);
  keel_feed_types_read (&types, json_object_get_member (row, "types"));
  read_venue (row, meeting, &types);
  keel_feed_types_give (&types, meeting);

  return g_steal_pointer (&meeting);
}

/* “Every day” in one word. */
static gboolean
is_daily (const char *text)
{
  return g_ascii_strcasecmp (text, "daily") == 0 || g_ascii_strcasecmp (text, "every day") == 0 ||
         g_ascii_strcasecmp (text, "everyday") == 0;
}

/* “Mon-Fri”, “Saturday to Monday”: one end each, both of them days. */
static gboolean
add_range (const char *text, guint *days)
{
  static const char *const signs[] = { " to ", " through ", " thru ", "–", "—", "-" };
  guint i;
  int first, last;

  for (i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_auto (GStrv) ends = g_strsplit (text, signs[i], 2);

      if (g_strv_length (ends) < 2)
        continue;
      if (!keel_feed_parse_day (g_strstrip (ends[0]), &first) ||
          !keel_feed_parse_day (g_strstrip (ends[1]), &last))
        return FALSE;
      for (*days |= 1u << last; first != last; first = (first + 1) % 7)
        *days |= 1u << first;
      return TRUE;
    }

  return FALSE;
}

static void
add_days (const char *text, guint *days, char **bad)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit_set (text, ",;/&|", 16) : NULL;
  guint i;
  int day;

  for (i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (is_daily (parts[i]))
        *days = EVERY_DAY;
      else if (keel_feed_parse_day (parts[i], &day))
        *days |= 1u << day;
      else if (!add_range (parts[i], days) && *parts[i] != '\0' && *bad == NULL)
        *bad = g_strdup (parts[i]);
    }
}

/* The days as bits, 0 where there are none; @bad gets the first that is no day. */
static guint
read_days (JsonObject *row, char **bad)
{
  JsonNode *node = json_object_get_member (row, "day");
  guint days = 0;
  guint i;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (i = 0; i < MIN (json_array_get_length (array), 16); i++)
        {
          g_autofree char *text = keel_feed_get_node_line (json_array_get_element (array, i));

          add_days (text, &days, bad);
        }
    }
  else if (node != NULL)
    {
      g_autofree char *text = keel_feed_get_node_line (node);

      add_days (text, &days, bad);
    }

  return days;
}

/* A meeting on several days becomes several, told apart by the day behind the slug. */
static KeelSkippedRow *
read_on_days (KeelFeedContext *context, JsonObject *row, const char *name, guint days, int start,
              GPtrArray *meetings)
{
  g_autofree char *zone = keel_feed_get_line (row, "timezone");
  gboolean several = (days & (days - 1)) != 0;
  int day;

  for (day = days == 0 ? -1 : 0; day < 7; day++)
    {
      KeelMeeting *meeting;

      if (day >= 0 && (days & (1u << day)) == 0)
        continue;
      meeting = build_meeting (context, row, name, day, start);
      if (meeting->venue == KEEL_VENUE_INACTIVE)
        {
          KeelSkippedRow *skipped = keel_feed_skip_inactive (name, meeting->slug, days);

          g_object_unref (meeting);
          return skipped;
        }
      if (several)
        {
          g_autofree char *slug = g_steal_pointer (&meeting->slug);

          meeting->slug = keel_feed_make_day_slug (slug, day);
        }
      keel_feed_context_finish (context, meeting, zone, meetings);
      if (day < 0)
        break;
    }
  keel_feed_context_note_contacts (context, row);

  return NULL;
}

KeelSkippedRow *
keel_meeting_guide_read (KeelFeedContext *context, JsonObject *row, GPtrArray *meetings)
{
  g_autofree char *name = keel_feed_get_first_line (row, "name", "meeting", "group", "location",
                                                    "location_name", NULL);
  g_autofree char *time = keel_feed_get_first_line (row, "time", "start_time", NULL);
  g_autofree char *bad = NULL;
  KeelSkippedRow *skipped;
  guint days;
  int start = -1;

  if (name == NULL)
    return keel_feed_skip (KEEL_SKIP_NO_NAME, NULL, NULL);
  if (time != NULL && !keel_feed_parse_time (time, &start))
    return keel_feed_skip (KEEL_SKIP_BAD_TIME, name, time);
  days = read_days (row, &bad);
  if (bad != NULL && days == 0)
    return keel_feed_skip (KEEL_SKIP_BAD_DAY, name, bad);

  skipped = read_on_days (context, row, name, days, start, meetings);
  if (skipped == NULL && bad != NULL)
    skipped = keel_feed_skip (KEEL_SKIP_BAD_DAY, name, bad);

  return skipped;
}
