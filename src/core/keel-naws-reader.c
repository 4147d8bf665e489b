#include "keel-feed-context.h"

#include <string.h>

#include "keel-feed-time.h"

/*
 * The spreadsheet that BMLT servers make for the world services of NA holds what their JSON holds, under
 * other names. So a row is given the names of the JSON and read as such.
 */
static const struct
{
  const char *column; /* as keel-tsml-columns.h folds it */
  const char *member;
} columns[] = {
  { "committeename", "meeting_name" },
  { "time", "start_time" },
  { "duration", "duration_time" },
  { "place", "location_text" },
  { "address", "location_street" },
  { "city", "location_municipality" },
  { "locborough", "location_neighborhood" },
  { "state", "location_province" },
  { "zip", "location_postal_code_1" },
  { "country", "location_nation" },
  { "directions", "location_info" },
  { "longitude", "longitude" },
  { "latitude", "latitude" },
  { "phonemeetingnumber", "phone_meeting_number" },
  { "virtualmeetinglink", "virtual_meeting_link" },
  { "virtualmeetinginfo", "virtual_meeting_additional_info" },
  { "timezone", "time_zone" },
  /* Of persons: noted, and dropped with everything else that is a contact. */
  { "contactname", "contact_name_1" },
  { "contactphone", "contact_phone_1" },
};

/* Kinds of meetings that NAWS knows by another code than the servers. */
static const char *const kinds[][2] = {
  { "OPEN", "O" }, { "CLOSED", "C" }, { "WCHR", "WC" }, { "HYBR", "HY" }, { "S-D", "SD" },
};

/* Some servers put the name of their own member where it has no value. */
static void
copy_cells (JsonObject *row, JsonObject *meeting)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *text = json_object_get_string_member_with_default (row, columns[i].column, NULL);

      if (text != NULL && !g_str_equal (text, columns[i].member))
        json_object_set_string_member (meeting, columns[i].member, text);
    }
}

static gboolean
is_true (JsonObject *row, const char *column)
{
  g_autofree char *text = keel_feed_get_line (row, column);

  return text != NULL && (g_str_equal (text, "1") || g_ascii_strcasecmp (text, "true") == 0 ||
                          g_ascii_strcasecmp (text, "yes") == 0);
}

static gboolean
is_false (JsonObject *row, const char *column)
{
  g_autofree char *text = keel_feed_get_line (row, column);

  return text != NULL && (g_str_equal (text, "0") || g_ascii_strcasecmp (text, "false") == 0 ||
                          g_ascii_strcasecmp (text, "no") == 0);
}

static void
copy_state (JsonObject *row, JsonObject *meeting)
{
  g_autofree char *deleted = keel_feed_get_line (row, "delete");

  if ((deleted != NULL && g_ascii_strcasecmp (deleted, "D") == 0) || is_true (row, "unpublished") ||
      is_false (row, "published"))
    json_object_set_string_member (meeting, "published", "0");
}

/* The id of the server, which its JSON has as well; else the one that NAWS gave the group. */
static void
copy_id (JsonObject *row, JsonObject *meeting)
{
  g_autofree char *id = keel_feed_get_first_line (row, "bmlt_id", "committee", NULL);

  if (id != NULL && !g_str_equal (id, "id_bigint"))
    json_object_set_string_member (meeting, "id_bigint", id);
}

/* As BMLT counts, from 1. What is no day stays, so that it can be told. */
static void
copy_day (JsonObject *row, JsonObject *meeting)
{
  g_autofree char *text = keel_feed_get_line (row, "day");
  char weekday[2] = "1";
  int day;

  if (text == NULL)
    return;
  if (keel_feed_parse_day (text, &day))
    weekday[0] += day;
  json_object_set_string_member (meeting, "weekday_tinyint",
                                 keel_feed_parse_day (text, &day) ? weekday : text);
}

static void
copy_venue (JsonObject *row, JsonObject *meeting)
{
  static const char *const types[][2] = { { "in-person", "1" }, { "virtual", "2" }, { "hybrid", "3" } };
  g_autofree char *text = keel_feed_get_line (row, "venuetype");
  gsize i;

  for (i = 0; text != NULL && i < G_N_ELEMENTS (types); i++)
    {
      if (g_ascii_strcasecmp (text, types[i][0]) == 0 || g_str_equal (text, types[i][1]))
        json_object_set_string_member (meeting, "venue_type", types[i][1]);
    }
}

static void
add_kind (GPtrArray *codes, char *code)
{
  gsize i;

  for (i = 0; code != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_ascii_strcasecmp (code, kinds[i][0]) == 0)
        {
          g_free (code);
          code = g_strdup (kinds[i][1]);
        }
    }
  keel_feed_add_line (codes, code);
}

/* Beside its five columns for kinds the sheet has one for those that NAWS does not know, by name. It is
 * called “Room”, and where people fill in the sheet that is what stands there. */
static void
add_named_kinds (KeelFeedContext *context, JsonObject *row, GPtrArray *codes, GPtrArray *rest)
{
  g_autofree char *text = keel_feed_get_line (row, "room");
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", ",", -1);
  guint i;

  for (i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      const char *code = NULL;

      if (context->types != NULL)
        keel_type_table_lookup (context->types, "na", name, &code);
      if (*name != '\0')
        keel_feed_add_line (code != NULL ? codes : rest, g_strdup (code != NULL ? code : name));
    }
}

static void
copy_kinds (KeelFeedContext *context, JsonObject *row, JsonObject *meeting)
{
  static const char *const members[] = { "closed",  "format1",   "format2",   "format3",  "format4",
                                         "format5", "language1", "language2", "language3" };
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *rest = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *formats = NULL;
  g_autofree char *room = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (members); i++)
    add_kind (codes, keel_feed_get_line (row, members[i]));
  if (is_true (row, "wheelchr"))
    add_kind (codes, g_strdup ("WCHR"));
  add_named_kinds (context, row, codes, rest);

  formats = keel_feed_join (codes, ",");
  room = keel_feed_join (rest, ", ");
  if (formats != NULL)
    json_object_set_string_member (meeting, "formats", formats);
  if (room != NULL)
    json_object_set_string_member (meeting, "comments", room);
}

KeelSkippedRow *
keel_naws_read (KeelFeedContext *context, KeelBmltFormats *formats, JsonObject *row, GPtrArray *meetings)
{
  g_autoptr (JsonObject) meeting = json_object_new ();

  copy_cells (row, meeting);
  copy_id (row, meeting);
  copy_state (row, meeting);
  copy_day (row, meeting);
  copy_venue (row, meeting);
  copy_kinds (context, row, meeting);

  return keel_bmlt_read (context, formats, meeting, meetings);
}
