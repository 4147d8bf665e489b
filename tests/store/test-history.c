/* What lies behind is read as it was written down: on the day that the wall showed, without what is gone,
 * what is still to come and what is told nowhere. */

#include "keel-journal-fixture.h"
#include "store/keel-journal-history.h"

#include <sqlite3.h>
#include <string.h>

#define NOON G_GINT64_CONSTANT (1795348800) /* of 22 November 2026, UTC: 13:00 in Berlin */
#define TODAY 20779                         /* days since 1970-01-01 */

static KeelHistory *
read_history (KeelJournalFixture *fixture)
{
  GError *error = NULL;
  KeelHistory *history = keel_journal_read_history (fixture->journal, G_MININT64, &error);

  g_assert_no_error (error);
  g_assert_cmpint (history->today, ==, TODAY);
  return history;
}

static void
execute (KeelJournalFixture *fixture, const char *sql)
{
  sqlite3 *database;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  sqlite3_exec (database, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (database);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "day:value" of each in the order of letters, days counted back from today. */
static void
assert_points (const KeelHistory *history, KeelHistoryKind kind, const char *expected)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < history->points[kind]->len; i++)
    {
      const KeelHistoryPoint *point = &g_array_index (history->points[kind], KeelHistoryPoint, i);

      g_ptr_array_add (words, g_strdup_printf ("%d:%g", (int) (history->today - point->day), point->value));
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  text = g_strjoinv (" ", (char **) words->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_nothing (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelHistory) history = read_history (fixture);

  g_assert_true (keel_history_is_empty (history));
}

/* At 23:30 in Berlin it is yesterday's urge; the same moment is today's in Kiritimati. */
static void
test_urges (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelHistory) history = NULL;

  execute (fixture, "INSERT INTO urge (uuid, at, zone, strength, after, tags, minutes, outcome, changed_at,"
                    " deleted_at) VALUES"
                    " ('a', 1795300200, 60, 7, 3, '', 0, 'none', 1, NULL),"
                    " ('b', 1795300200, 840, 6, NULL, '', 0, 'none', 1, NULL),"
                    " ('c', 1795300200, 60, 5, 5, '', 0, 'none', 1, NULL),"
                    " ('gone', 1795300200, 60, 9, 1, '', 0, 'none', 1, 5),"
                    " ('ahead', 1795400000, 60, 9, 1, '', 0, 'none', 1, NULL)");
  history = read_history (fixture);
  assert_points (history, KEEL_HISTORY_URGES, "0:6 1:5 1:7");
  assert_points (history, KEEL_HISTORY_EASED, "1:0 1:1");
}

static void
test_check_ins (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelHistory) history = NULL;

  execute (fixture, "INSERT INTO check_in (uuid, at, zone, mood, craving, energy, sleep, changed_at) VALUES"
                    " ('a', 1795340000, 60, 0, NULL, NULL, 0, 1),"
                    " ('b', 1795253600, 60, NULL, 4, 3, 390, 1)");
  history = read_history (fixture);
  assert_points (history, KEEL_HISTORY_CHECK_INS, "0:1 1:1");
  assert_points (history, KEEL_HISTORY_MOOD, "0:0");
  assert_points (history, KEEL_HISTORY_CRAVING, "1:4");
  assert_points (history, KEEL_HISTORY_ENERGY, "1:3");
  assert_points (history, KEEL_HISTORY_SLEEP, "1:6.5");
}

/* Of those that were planned: went, left early, not this time, nothing said; one is still to come. An
 * appointment is no meeting. */
static void
test_meetings (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelHistory) history = NULL;

  execute (fixture, "INSERT INTO series (uuid, kind, schedule, changed_at, name, day, minute, duration,"
                    " any_time, types, type_names, updated, followed_at, reminder_text, reminder_silent,"
                    " reminder_important, travel, travel_since)"
                    " SELECT column1, column2, '', 1, 'Harbour', 1, 1140, 60, 0, '', '', 0, 1, 'discreet', 0,"
                    " 0, 0, 0 FROM (VALUES ('m', 'meeting'), ('d', 'doctor'));"
                    "INSERT INTO attendance (uuid, series, occurrence, start, state, changed_at, deleted_at)"
                    " VALUES ('1', 'm', 1, 1795340000, 'went', 1, NULL), ('2', 'm', 2, 1795253600, 'left', 1,"
                    " NULL), ('3', 'm', 3, 1795253600, 'not', 1, NULL), ('4', 'm', 4, 1795253600, 'went', 1,"
                    " 7), ('5', 'd', 5, 1795340000, 'went', 1, NULL);"
                    "INSERT INTO intention (uuid, series, occurrence, start, changed_at)"
                    " SELECT 'i' || column1, 'm', column1, column2, 1 FROM (VALUES (1, 1795340000), (2,"
                    " 1795253600), (3, 1795253600), (4, 1795253600), (6, 1795400000))");
  history = read_history (fixture);
  assert_points (history, KEEL_HISTORY_MEETINGS, "0:1 1:1");
  assert_points (history, KEEL_HISTORY_PLANNED, "0:1 1:-1 1:0 1:1");
}

static void
test_worksheets (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelHistory) history = NULL;

  execute (fixture, "INSERT INTO template VALUES ('t', '<worksheet/>');"
                    "INSERT INTO entry (uuid, worksheet, template, name, state, created_at, changed_at,"
                    " deleted_at, guard) VALUES"
                    " ('a', 'w', 't', 'A', 'finished', 1795340000, 1, NULL, 0),"
                    " ('b', 'w', 't', 'A', 'draft', 1795340000, 1, NULL, 1),"
                    " ('quiet', 'w', 't', 'A', 'finished', 1795340000, 1, NULL, 2),"
                    " ('trash', 'w', 't', 'A', 'finished', 1795340000, 1, 5, 0)");
  history = read_history (fixture);
  assert_points (history, KEEL_HISTORY_WORKSHEETS, "0:0 0:1");
}

static void
test_days (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelHistory) history = NULL;

  execute (fixture, "INSERT INTO day_count (uuid, start, mode, day_one, leap, path, money, minutes, position,"
                    " changed_at) VALUES"
                    " ('a', 20749, 'streak', 0, 'feb-28', 'abstinence', 0, 0, 0, 1),"
                    " ('quiet', 20749, 'none', 0, 'feb-28', 'abstinence', 0, 0, 1, 1)");
  history = read_history (fixture);
  g_assert_cmpuint (history->counts->len, ==, 1);
  g_assert_cmpint (keel_history_get_oldest (history), ==, 20749);
}

static void
add (const char *path, void (*test) (KeelJournalFixture *, gconstpointer))
{
  g_test_add (path, KeelJournalFixture, NULL, keel_journal_fixture_set_up, test,
              keel_journal_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/history/nothing", test_nothing);
  add ("/history/urges", test_urges);
  add ("/history/check-ins", test_check_ins);
  add ("/history/meetings", test_meetings);
  add ("/history/worksheets", test_worksheets);
  add ("/history/days", test_days);
  return g_test_run ();
}
