#include "keel-feed-context.h"

#include <string.h>

#include "keel-feed-time.h"

#define MAX_TYPES 64

typedef struct
{
  GPtrArray *codes;
  GPtrArray *names;
  gboolean open, closed, online, suspended;
  gboolean unknown;
} Types;

static void
add_type (KeelFeedContext *context, Types *types, const char *code, const char *name)
{
  guint i;

  for (i = 0; i < types->codes->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (types->codes, i), code))
        return;
    }
  g_ptr_array_add (types->codes, g_strdup (code));
  g_ptr_array_add (types->names, g_strdup (name != NULL ? name : code));

  if (name == NULL)
    {
      keel_feed_context_add_unknown (context, code);
      types->unknown = TRUE;
    }
}

/* ONL and TC are in no fellowship's table and in every feed. */
static const char *
find_type (KeelFeedContext *context, const char *text, const char **code)
{
  static const char *const words[][3] = {
    { "ONL", "online", "Online" },
    { "TC", "location temporarily closed", "Location Temporarily Closed" },
  };
  const char *name = NULL;
  gsize i;

  *code = text;
  if (context->types != NULL)
    name = keel_type_table_lookup (context->types, context->program, text, code);
  for (i = 0; name == NULL && i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (text, words[i][0]) == 0 || g_ascii_strcasecmp (text, words[i][1]) == 0)
        {
          *code = words[i][0];
          name = words[i][2];
        }
    }

  return name;
}

/* One code as text; brackets and quotes around it are left over from how somebody stored a list. */
static void
take_type (KeelFeedContext *context, Types *types, char *text)
{
  const char *code;
  const char *name;
  gsize length;

  text += strspn (text, " []{}\"'");
  for (length = strlen (text); length > 0 && strchr (" []{}\"'", text[length - 1]) != NULL; length--)
    text[length - 1] = '\0';
  if (length == 0 || types->codes->len >= MAX_TYPES)
    return;

  name = find_type (context, text, &code);
  types->open |= g_ascii_strcasecmp (code, "O") == 0 || g_ascii_strcasecmp (code, "open") == 0;
  types->closed |= g_ascii_strcasecmp (code, "C") == 0 || g_ascii_strcasecmp (code, "closed") == 0;
  types->online |= g_str_equal (code, "ONL");
  types->suspended |= g_str_equal (code, "TC");
  add_type (context, types, code, name);
}

static void
take_types_text (KeelFeedContext *context, Types *types, const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ",", MAX_TYPES) : NULL;
  guint i;

  for (i = 0; parts != NULL && parts[i] != NULL; i++)
    take_type (context, types, parts[i]);
}

static void
take_types_node (KeelFeedContext *context, Types *types, JsonNode *node)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    text = keel_feed_get_first_line (json_node_get_object (node), "code", "key", "id", "name", NULL);
  else
    text = keel_feed_get_node_line (node);

  take_types_text (context, types, text);
}

/* `{"O": "Open", "X": false}`: the codes are the names of the members. */
static void
take_types_object (KeelFeedContext *context, Types *types, JsonObject *object)
{
  GList *members = json_object_get_members (object);
  GList *l;

  for (l = members; l != NULL; l = l->next)
    {
      g_autofree char *value = keel_feed_get_line (object, l->data);
      g_autofree char *code = keel_feed_clean (l->data, FALSE);

      if (value != NULL && !g_str_equal (value, "no") && !g_str_equal (value, "0"))
        take_types_text (context, types, code);
    }
  g_list_free (members);
}

static void
read_types (KeelFeedContext *context, Types *types, JsonNode *node)
{
  JsonArray *array;
  guint i;

  types->codes = g_ptr_array_new_with_free_func (g_free);
  types->names = g_ptr_array_new_with_free_func (g_free);
  if (node == NULL)
    return;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      array = json_node_get_array (node);
      for (i = 0; i < MIN (json_array_get_length (array), MAX_TYPES); i++)
        take_types_node (context, types, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      take_types_object (context, types, json_node_get_object (node));
    }
  else
    {
      take_types_node (context, types, node);
    }
}

/* C together with O means C. */
static void
drop_open (Types *types)
{
  guint i;

  for (i = types->codes->len; i > 0; i--)
    {
      const char *code = g_ptr_array_index (types->codes, i - 1);

      if (g_ascii_strcasecmp (code, "O") == 0 || g_ascii_strcasecmp (code, "open") == 0)
        {
          g_ptr_array_remove_index (types->codes, i - 1);
          g_ptr_array_remove_index (types->names, i - 1);
        }
    }
}

static char **
steal_strings (GPtrArray *strings)
{
  g_ptr_array_add (strings, NULL);

  return (char **) g_ptr_array_free (strings, FALSE);
}

/* In every table that is known, C is closed and O is open, whatever else is said of who may come. */
static void
set_types (KeelFeedContext *context, KeelMeeting *meeting, Types *types)
{
  if (types->closed && types->open)
    drop_open (types);
  if (types->unknown)
    keel_feed_context_note (context, KEEL_NOTICE_FORMATS_UNKNOWN, NULL);

  meeting->admission = types->closed ? KEEL_ADMISSION_CLOSED
                       : types->open ? KEEL_ADMISSION_OPEN
                                     : KEEL_ADMISSION_UNKNOWN;
  g_strfreev (meeting->types);
  g_strfreev (meeting->type_names);
  meeting->types = steal_strings (types->codes);
  meeting->type_names = steal_strings (types->names);
}

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
    { "in_person", KEEL_VENUE_IN_PERSON }, { "in-person", KEEL_VENUE_IN_PERSON }, { "in person", KEEL_VENUE_IN_PERSON },
    { "hybrid", KEEL_VENUE_HYBRID },       { "online", KEEL_VENUE_ONLINE },       { "inactive", KEEL_VENUE_INACTIVE },
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
derive_venue (JsonObject *row, KeelMeeting *meeting, const Types *types)
{
  g_autofree char *approximate = keel_feed_get_line (row, "approximate");
  g_autofree char *street = keel_feed_get_first_line (row, "formatted_address", "full_address", "address", NULL);
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
read_venue (JsonObject *row, KeelMeeting *meeting, const Types *types)
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
    { "alcoholics anonymous", "aa" },   { "narcotics anonymous", "na" },  { "dual recovery anonymous", "dra" },
    { "celebrate recovery", "cr" },     { "women for sobriety", "wfs" },  { "lifering", "lifering" },
    { "al-anon", "al-anon" },           { "nar-anon", "nar-anon" },       { "smart recovery", "smart" },
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
  g_autofree char *text = NULL;

  keel_feed_add_line (parts, keel_feed_get_line (row, "address"));
  keel_feed_add_line (parts, keel_feed_get_line (row, "city"));
  if (state != NULL && code != NULL)
    keel_feed_add_line (parts, g_strdup_printf ("%s %s", state, code));
  else
    keel_feed_add_line (parts, g_strdup (state != NULL ? state : code));
  keel_feed_add_line (parts, keel_feed_get_line (row, "country"));

  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (", ", (char **) parts->pdata);
  g_ptr_array_unref (parts);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
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
  g_ptr_array_add (parts, NULL);
  text = parts->len > 1 ? g_strjoinv (", ", (char **) parts->pdata) : NULL;
  g_ptr_array_unref (parts);

  return text;
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

static void
read_joining (KeelFeedContext *context, JsonObject *row, KeelMeeting *meeting)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  meeting->conference_url = keel_feed_context_get_link (context, row, "conference_url");
  keel_feed_add_line (notes, keel_feed_get_lines (row, "conference_url_notes"));
  keel_feed_context_set_phone (context, meeting, keel_feed_get_line (row, "conference_phone"), notes);
  keel_feed_add_line (notes, keel_feed_get_lines (row, "conference_phone_notes"));
  meeting->conference_notes = keel_feed_join_lines (notes);

  meeting->url = keel_feed_context_get_link (context, row, "url");
  if (meeting->url == NULL)
    meeting->url = keel_feed_context_get_link (context, row, "website");
}

static char *
read_notes (JsonObject *row)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  keel_feed_add_line (lines, keel_feed_get_lines (row, "notes"));
  keel_feed_add_line (lines, keel_feed_get_lines (row, "location_notes"));
  keel_feed_add_line (lines, keel_feed_get_lines (row, "group_notes"));

  return keel_feed_join_lines (lines);
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
  Types types = { NULL };

  meeting->name = g_strdup (name);
  meeting->slug = read_slug (row, name);
  meeting->group = keel_feed_get_line (row, "group");
  meeting->updated = updated != NULL ? keel_feed_parse_updated (updated) : 0;
  read_program (context, row, meeting);
  read_time (context, row, meeting, day, start);
  read_place (row, meeting);
  read_joining (context, row, meeting);
  meeting->notes = read_notes (row);

  read_types (context, &types, json_object_get_member (row, "types"));
  read_venue (row, meeting, &types);
  set_types (context, meeting, &types);

  return g_steal_pointer (&meeting);
}

static void
add_days (const char *text, guint *days, char **bad)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ",", 8) : NULL;
  guint i;
  int day;

  for (i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (keel_feed_parse_day (parts[i], &day))
        *days |= 1u << day;
      else if (*parts[i] != '\0' && *bad == NULL)
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
read_on_days (KeelFeedContext *context, JsonObject *row, const char *name, guint days, int start, GPtrArray *meetings)
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
          g_object_unref (meeting);
          return keel_feed_skip (KEEL_SKIP_INACTIVE, name, NULL);
        }
      if (several)
        {
          g_autofree char *slug = g_steal_pointer (&meeting->slug);

          meeting->slug = g_strdup_printf ("%s-%d", slug, day);
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
  g_autofree char *name = keel_feed_get_first_line (row, "name", "meeting", "group", NULL);
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
