/* Which list a file goes into that is imported without a name. */

#include "keel-list-fixture.h"

#include <glib/gstdio.h>

#define JSON "[{\"slug\":\"a\",\"name\":\"A\"}]"
#define OTHER "[{\"slug\":\"b\",\"name\":\"B\"}]"
/* Of ten meetings one is called as in JSON. */
#define LIKE(n) "{\"slug\":\"c" n "\",\"name\":\"C\"}"
#define MANY                                                                                                 \
  "[{\"slug\":\"a\",\"name\":\"A\"}," LIKE ("1") "," LIKE ("2") "," LIKE ("3") "," LIKE ("4") "," LIKE (     \
      "5") "]"
/* A number that two publishers gave. */
#define SAME_SLUG "[{\"slug\":\"a\",\"name\":\"Z\",\"day\":1,\"time\":\"19:00\"}]"
#define CALENDAR(name)                                                                                       \
  "BEGIN:VCALENDAR\nX-WR-CALNAME:" name "\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\n"                                 \
  "DTSTART:20260105T190000Z\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n"

typedef struct
{
  const char *file;
  const char *text;   /* NULL: the file is removed */
  const char *option; /* a name that is given; nullable */
  const char *list;
  const char *program; /* that is chosen; nullable */
  gboolean replaced;   /* only what is in the file tells that it is another list */
} Step;

#define MOST_STEPS 6

typedef struct
{
  const char *name;
  Step steps[MOST_STEPS];
  guint n_lists;
} Story;

static const Story stories[] = {
  { "same-file",
    { { "a/x.ics", CALENDAR ("Leeds"), NULL, "Leeds" }, { "a/x.ics", CALENDAR ("Leeds"), NULL, "Leeds" } },
    1 },
  { "same-name",
    { { "a/x.ics", CALENDAR ("Leeds"), NULL, "Leeds" },
      { "a/y.ics", CALENDAR ("Leeds"), NULL, "Leeds 2" },
      { "b/x.ics", CALENDAR ("Leeds"), NULL, "Leeds 3" },
      { "a/y.ics", CALENDAR ("Leeds"), NULL, "Leeds 2" },
      { "a/x.ics", CALENDAR ("Leeds"), NULL, "Leeds" },
      { "b/x.ics", CALENDAR ("Leeds"), NULL, "Leeds 3" } },
    3 },
  { "same-file-name",
    { { "a/meetings.json", JSON, NULL, "Meetings" },
      { "b/meetings.json", JSON, NULL, "Meetings 2" },
      { "b/meetings.json", JSON, NULL, "Meetings 2" } },
    2 },
  { "copy",
    { { "a/meetings.json", JSON, NULL, "Meetings" },
      { "a/meetings (1).json", JSON, NULL, "Meetings" },
      { "a/meetings (2).json", JSON, NULL, "Meetings" },
      { "b/meetings (1).json", JSON, NULL, "Meetings 2" } },
    2 },
  { "copy-of-another",
    { { "a/basic.ics", CALENDAR ("Leeds"), NULL, "Leeds" },
      { "a/basic (1).ics", CALENDAR ("York"), NULL, "York" },
      { "a/basic.ics", CALENDAR ("Hull"), NULL, "Hull" } },
    3 },
  { "copy-of-another-publisher",
    { { "a/meetings.json", JSON, NULL, "Meetings" },
      { "a/meetings (1).json", OTHER, NULL, "Meetings 2", NULL, TRUE },
      { "a/meetings (2).json", OTHER, NULL, "Meetings 2" },
      { "a/meetings (3).json", JSON, NULL, "Meetings", NULL, TRUE } },
    2 },
  { "copy-of-another-program",
    { { "a/meetings.json", JSON, NULL, "Meetings", "aa" },
      { "a/meetings (1).json", JSON, NULL, "Meetings 2", "na", TRUE },
      { "a/meetings (2).json", JSON, NULL, "Meetings", "aa", TRUE } },
    2 },
  { "other-at-the-same-place",
    { { "a/meetings.json", JSON, NULL, "Meetings" },
      { "a/meetings.json", OTHER, NULL, "Meetings 2", NULL, TRUE },
      { "a/meetings.json", MANY, NULL, "Meetings 3", NULL, TRUE },
      { "a/meetings.json", SAME_SLUG, NULL, "Meetings 4", NULL, TRUE },
      { "a/meetings.json", JSON, NULL, "Meetings", NULL, TRUE } },
    4 },
  { "moved-by-name-alone",
    { { "a/meetings.json", JSON, NULL, "Meetings" },
      { "a/meetings.json", NULL, NULL, NULL },
      { "b/meetings.json", OTHER, NULL, "Meetings 2", NULL, TRUE } },
    2 },
  { "moved",
    { { "a/meetings.json", JSON, NULL, "Meetings" },
      { "a/meetings.json", NULL, NULL, NULL },
      { "b/meetings.json", JSON, NULL, "Meetings" } },
    1 },
  { "other-name-once-gone",
    { { "a/x.ics", CALENDAR ("Leeds"), NULL, "Leeds" },
      { "a/x.ics", NULL, NULL, NULL },
      { "b/y.ics", CALENDAR ("Leeds"), NULL, "Leeds 2" } },
    2 },
  { "named",
    { { "a/meetings.json", JSON, "Mine", "Mine" },
      { "a/meetings.json", JSON, NULL, "Mine" },
      { "b/newer.json", JSON, "Mine", "Mine" },
      { "a/meetings.json", JSON, NULL, "Meetings" } },
    2 },
};

static char *
import_step (KeelListFixture *fixture, const Step *step, guint n)
{
  const KeelImportOptions options = { .list = step->option, .program = step->program, .now = 1795284000 + n };
  g_autoptr (KeelImportReport) report = keel_list_fixture_import (fixture, step->file, step->text, &options);

  return g_strdup (report->list);
}

static char *
suggest (KeelListFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KeelDirectory) directory = keel_list_fixture_open (fixture);
  g_autoptr (GPtrArray) lists = keel_directory_get_lists (directory, NULL);

  return keel_importer_suggest_name_of (file, lists);
}

static void
take_step (KeelListFixture *fixture, const Step *step, guint n)
{
  g_autofree char *path = g_build_filename (fixture->folder, step->file, NULL);
  g_autofree char *list = NULL;
  g_autofree char *suggested = NULL;

  if (step->text == NULL)
    {
      g_assert_cmpint (g_unlink (path), ==, 0);
      return;
    }
  g_assert_true (g_file_set_contents (path, step->text, -1, NULL));
  suggested = suggest (fixture, step->file);
  list = import_step (fixture, step, n);
  g_test_message ("step %u", n);
  g_assert_cmpstr (list, ==, step->list);
  if (step->option == NULL && !step->replaced)
    g_assert_cmpstr (suggested, ==, step->list);
}

static void
test_story (KeelListFixture *fixture, const void *data)
{
  const Story *story = data;
  g_autofree char *a = g_build_filename (fixture->folder, "a", NULL);
  g_autofree char *b = g_build_filename (fixture->folder, "b", NULL);
  g_autoptr (KeelDirectory) directory = NULL;
  g_autoptr (GPtrArray) lists = NULL;

  g_assert_cmpint (g_mkdir (a, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (b, 0700), ==, 0);
  for (guint i = 0; i < MOST_STEPS && story->steps[i].file != NULL; i++)
    take_step (fixture, &story->steps[i], i);
  directory = keel_list_fixture_open (fixture);
  lists = keel_directory_get_lists (directory, NULL);
  g_assert_cmpuint (lists->len, ==, story->n_lists);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/list-sources/%s", stories[i].name);

      g_test_add (path, KeelListFixture, &stories[i], keel_list_fixture_set_up, test_story,
                  keel_list_fixture_tear_down);
    }
  return g_test_run ();
}
