/* Reads tests/fixtures/feeds/rows.txt and tables.txt: rows of feeds, and what should come of them. */
#include <string.h>

#include "core/keel-feed-reader.h"

typedef struct
{
  GPtrArray *meetings; /* of KeelMeeting */
  GPtrArray *skipped;  /* of KeelSkippedRow */
  char *notices;
  const char *format;
} Outcome;

static const char *const reasons[] = { "syntax",      "not-object", "no-name", "bad-day",   "bad-time",
                                       "unpublished", "inactive",   "over",    "cancelled", "rhythm" };
static const char *const notice_kinds[] = {
  "zone-assumed",    "zone-unknown",    "zone-bad",     "by-appointment",   "duration-assumed",
  "past-midnight",   "duplicate-slug",  "link-dropped", "contacts-dropped", "trailing",
  "formats-unknown", "rhythm-in-notes", "zone-matched", "letters-guessed",  "cells-odd",
};
static const char *const venues[] = { "unknown", "in-person", "hybrid", "online", "inactive" };
static const char *const admissions[] = { "unknown", "open", "closed" };

G_STATIC_ASSERT (G_N_ELEMENTS (notice_kinds) == KEEL_NOTICE_LAST);

static KeelTypeTable *
make_types (void)
{
  static const char *const entries[][3] = {
    { "", "ONL", "Online" },
    { "", "TC", "Location temporarily closed" },
    { "", "M", "Men" },
    { "aa", "O", "Open" },
    { "aa", "C", "Closed" },
    { "aa", "D", "Discussion" },
    { "aa", "B", "Big Book" },
    { "aa", "X", "Wheelchair access" },
    { "aa", "11", "11th Step meditation" },
    { "al-anon", "C", "Families and friends only" },
    { "al-anon", "A", "Atheist / agnostic" },
    { "na", "O", "Open" },
    { "na", "C", "Closed" },
    { "na", "St", "Step" },
    { "na", "VM", "Online" },
    { "na", "HY", "In person and online" },
    { "na", "CS", "Children under supervision" },
    { "na", "WC", "Wheelchair access" },
  };
  KeelTypeTable *types = keel_type_table_new ();
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (entries); i++)
    keel_type_table_add (types, entries[i][0], entries[i][1], entries[i][2]);

  return types;
}

static char *
join_notices (const GArray *notices)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < notices->len; i++)
    {
      const KeelNotice *notice = &g_array_index (notices, KeelNotice, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", notice_kinds[notice->kind], notice->count);
      if (notice->detail != NULL && notice->kind != KEEL_NOTICE_RHYTHM_IN_NOTES)
        g_string_append_printf (text, " %s", notice->detail);
    }

  return g_string_free (text, FALSE);
}

static void
read_feed (Outcome *outcome, const char *feed, KeelFeedOptions *options)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (feed, strlen (feed), NULL);
  g_autoptr (KeelFeedReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  KeelSkippedRow *skipped;

  outcome->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  outcome->skipped = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_skipped_row_free);
  reader = keel_feed_reader_new (stream, options, NULL, &error);
  g_assert_no_error (error);
  while (keel_feed_reader_next (reader, outcome->meetings, &skipped, NULL, &error))
    {
      if (skipped != NULL)
        g_ptr_array_add (outcome->skipped, skipped);
    }
  g_assert_no_error (error);
  outcome->notices = join_notices (keel_feed_reader_get_notices (reader));
  outcome->format = keel_feed_format_get_code (keel_feed_reader_get_format (reader));
}

static char *
describe_skipped (const KeelSkippedRow *skipped)
{
  return g_strdup_printf ("%u %s%s%s%s%s", skipped->row, reasons[skipped->reason],
                          skipped->name != NULL ? " " : "", skipped->name != NULL ? skipped->name : "",
                          skipped->detail != NULL ? " " : "", skipped->detail != NULL ? skipped->detail : "");
}

/* All texts of a meeting that came from the feed, to prove that some are missing. */
static char *
describe_everything (KeelMeeting *meeting)
{
  const char *const texts[] = {
    meeting->name,   meeting->slug,  meeting->location,        meeting->address,
    meeting->region, meeting->group, meeting->notes,           meeting->conference_url,
    meeting->phone,  meeting->url,   meeting->conference_notes
  };
  GString *all = g_string_new (NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] != NULL)
        g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", texts[i]);
    }

  return g_string_free (all, FALSE);
}

static char *
describe_position (KeelMeeting *meeting)
{
  return meeting->has_position ? g_strdup_printf ("%g %g", meeting->latitude, meeting->longitude) : NULL;
}

static char *
describe_field (KeelMeeting *meeting, const char *field)
{
  const struct
  {
    const char *field;
    char *text;
  } fields[] = {
    { "name", g_strdup (meeting->name) },
    { "slug", g_strdup (meeting->slug) },
    { "program", g_strdup (meeting->program) },
    { "day", g_strdup_printf ("%d", meeting->day) },
    { "minute", g_strdup_printf ("%d", meeting->minute) },
    { "duration", g_strdup_printf ("%d", meeting->duration) },
    { "any_time", g_strdup (meeting->any_time ? "yes" : "no") },
    { "timezone", g_strdup (meeting->timezone) },
    { "location", g_strdup (meeting->location) },
    { "address", g_strdup (meeting->address) },
    { "region", g_strdup (meeting->region) },
    { "group", g_strdup (meeting->group) },
    { "notes", g_strdup (meeting->notes) },
    { "conference_url", g_strdup (meeting->conference_url) },
    { "conference_notes", g_strdup (meeting->conference_notes) },
    { "phone", g_strdup (meeting->phone) },
    { "url", g_strdup (meeting->url) },
    { "position", describe_position (meeting) },
    { "venue", g_strdup (venues[meeting->venue]) },
    { "admission", g_strdup (admissions[meeting->admission]) },
    { "types", g_strjoinv (" ", meeting->types) },
    { "type_names", g_strjoinv ("|", meeting->type_names) },
    { "updated", g_strdup_printf ("%" G_GINT64_FORMAT, meeting->updated) },
    { "everything", describe_everything (meeting) },
  };
  gboolean known = FALSE;
  char *text = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].field, field))
        {
          known = TRUE;
          text = g_strdup (fields[i].text != NULL ? fields[i].text : "-");
        }
      g_free (fields[i].text);
    }
  if (!known)
    g_error ("No such field: %s", field);

  return text;
}

/* `field: value`; returns the value, with `\n` as a line end. */
static char *
split_field (char *line)
{
  char *colon = strchr (line, ':');
  g_auto (GStrv) parts = NULL;

  g_assert_nonnull (colon);
  *colon = '\0';
  parts = g_strsplit (g_strchug (colon + 1), "\\n", -1);

  return g_strjoinv ("\n", parts);
}

static void
set_options (KeelFeedOptions *options, const char *text, GPtrArray *kept)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      char *value = g_strdup (strchr (words[i], '=') + 1);

      g_ptr_array_add (kept, value);
      if (g_str_has_prefix (words[i], "lines="))
        continue;
      if (g_str_has_prefix (words[i], "program="))
        options->program = value;
      else if (g_str_has_prefix (words[i], "zone="))
        options->timezone = value;
      else
        g_assert_not_reached ();
    }
}

/* `lines=` tells how the lines of a spreadsheet end. */
static const char *
find_line_end (const char *options)
{
  if (strstr (options, "lines=cr ") != NULL || g_str_has_suffix (options, "lines=cr"))
    return "\r";

  return strstr (options, "lines=crlf") != NULL ? "\r\n" : "\n";
}

/* The options and the rows come first; the rest is compared with what was read. */
static char *
build_feed (char **lines, KeelFeedOptions *options, GPtrArray *kept)
{
  GString *rows = g_string_new (NULL);
  GString *table = g_string_new (NULL);
  const char *line_end = "\n";
  char *feed;

  for (; *lines != NULL; lines++)
    {
      if (g_str_has_prefix (*lines, "options: "))
        {
          set_options (options, *lines + strlen ("options: "), kept);
          line_end = find_line_end (*lines);
        }
      else if (g_str_has_prefix (*lines, "< "))
        {
          g_string_append_printf (rows, "%s%s", rows->len > 0 ? "," : "", *lines + 2);
        }
      else if (g_str_has_prefix (*lines, "> "))
        {
          g_autofree char *line = g_strcompress (*lines + 2);

          g_string_append_printf (table, "%s%s", line, line_end);
        }
    }
  feed = table->len > 0 ? g_strdup (table->str) : g_strdup_printf ("[%s]", rows->str);
  g_string_free (rows, TRUE);
  g_string_free (table, TRUE);

  return feed;
}

static void
compare (char **lines, const Outcome *outcome)
{
  guint meetings = 0, skipped = 0;

  for (; *lines != NULL; lines++)
    {
      g_autofree char *expected = NULL;
      g_autofree char *actual = NULL;

      if (g_str_has_prefix (*lines, "  "))
        {
          g_assert_cmpuint (meetings, >, 0);
          expected = split_field (*lines);
          actual = describe_field (g_ptr_array_index (outcome->meetings, meetings - 1), *lines + 2);
        }
      else if (g_str_has_prefix (*lines, "skipped:"))
        {
          g_assert_cmpuint (skipped, <, outcome->skipped->len);
          expected = split_field (*lines);
          actual = describe_skipped (g_ptr_array_index (outcome->skipped, skipped++));
        }
      else if (g_str_has_prefix (*lines, "format:"))
        {
          expected = split_field (*lines);
          actual = g_strdup (outcome->format);
        }
      else if (g_str_has_prefix (*lines, "notices:"))
        {
          expected = split_field (*lines);
          actual = g_strdup (outcome->notices);
        }
      else if (g_str_equal (*lines, "meeting"))
        {
          g_assert_cmpuint (meetings++, <, outcome->meetings->len);
        }
      if (expected != NULL)
        {
          g_test_message ("meeting %u, %s: %s", meetings, *lines, expected);
          g_assert_cmpstr (actual, ==, expected);
        }
    }
  g_assert_cmpuint (meetings, ==, outcome->meetings->len);
  g_assert_cmpuint (skipped, ==, outcome->skipped->len);
}

static void
test_block (gconstpointer data)
{
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KeelTypeTable) types = make_types ();
  KeelFeedOptions options = { .types = types };
  g_autofree char *feed = build_feed (lines, &options, kept);
  Outcome outcome;

  read_feed (&outcome, feed, &options);
  compare (lines, &outcome);

  g_ptr_array_unref (outcome.meetings);
  g_ptr_array_unref (outcome.skipped);
  g_free (outcome.notices);
}

static void
add_blocks (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "feeds", file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) blocks = NULL;
  guint i;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("Cannot read %s", path);
  blocks = g_strsplit (text, "\n== ", -1);
  g_assert_cmpuint (g_strv_length (blocks), >, 20);
  for (i = 1; blocks[i] != NULL; i++)
    {
      g_autofree char *title = g_strndup (blocks[i], strcspn (blocks[i], "\n"));
      g_autofree char *test = g_strconcat ("/feed/", name, "/", title, NULL);

      g_test_add_data_func_full (test, g_strdup (blocks[i] + strlen (title)), test_block, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_blocks ("rows");
  add_blocks ("tables");

  return g_test_run ();
}
