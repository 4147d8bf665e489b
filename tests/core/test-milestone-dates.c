/* On which day a milestone is: tests/fixtures/days/milestones.txt. */

#include "core/keel-milestone-dates.h"
#include "core/keel-series.h"

#include <string.h>

static KeelLocalTime
read_time (const char *date, const char *time)
{
  g_autofree char *text = g_strdup_printf ("%sT%s", date, time);
  KeelLocalTime local;

  if (!keel_local_time_parse (text, &local))
    g_error ("There is no “%s”", text);
  return local;
}

static void
read_option (KeelDayStart *start, const char *word)
{
  if (g_str_equal (word, "day-one"))
    start->day_one = TRUE;
  else if (g_str_has_prefix (word, "night-"))
    start->night_end = keel_local_time_get_minute (read_time ("2026-01-01", word + strlen ("night-")));
  else if (strchr (word, ':') != NULL)
    start->minute = keel_local_time_get_minute (read_time ("2026-01-01", word));
  else
    {
      int leap = keel_word_find (keel_day_leap_words, word);

      if (leap < 0)
        g_error ("What is “%s”?", word);
      start->leap = (KeelDayLeap) leap;
    }
}

/* "2026-01-31 [OPTION …] months-1 = 2026-02-28" */
static void
check_line (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);
  KeelDayStart start = { .minute = -1 };
  KeelDayMark mark;
  gint64 found;

  g_assert_cmpuint (n, >=, 4);
  start.day = keel_local_time_get_days (read_time (words[0], "00:00"));
  for (guint i = 1; i + 3 < n; i++)
    read_option (&start, words[i]);
  g_assert_true (keel_day_mark_parse (words[n - 3], &mark));
  found = keel_day_mark_find (&mark, &start);
  if (found != keel_local_time_get_days (read_time (words[n - 1], "00:00")))
    {
      g_autofree char *text = keel_local_time_format (found * KEEL_MINUTES_PER_DAY);

      g_error ("%s:\n  found %s", line, text);
    }
}

static void
test_table (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "days", "milestones.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      {
        check_line (lines[i]);
        n++;
      }
  g_assert_cmpuint (n, >=, 40);
}

/* From any day, milestones of growing length come in their order. */
static void
test_order (void)
{
  for (int leap = KEEL_DAY_LEAP_FEBRUARY; leap <= KEEL_DAY_LEAP_MARCH; leap++)
    for (gint64 day = 20454; day < 20454 + 4 * 366; day++)
      {
        KeelDayStart start = { .day = day, .minute = -1, .leap = leap };
        gint64 before = day;

        for (guint months = 1; months <= 48; months++)
          {
            KeelDayMark mark = { .unit = KEEL_DAY_MARK_MONTHS, .count = months };
            gint64 found = keel_day_mark_find (&mark, &start);

            g_assert_cmpint (found - before, >=, 27);
            g_assert_cmpint (found - before, <=, 32);
            before = found;
          }
      }
}

static void
test_names (void)
{
  static const char *const wrong[] = { "", "days", "days-", "days--1", "days-x", "weeks-1", "day-1", "-1" };
  KeelDayMark mark;

  for (int unit = KEEL_DAY_MARK_HOURS; unit <= KEEL_DAY_MARK_YEARS; unit++)
    {
      g_autofree char *name = keel_day_mark_format ((KeelDayMarkUnit) unit, 18);

      g_assert_true (keel_day_mark_parse (name, &mark));
      g_assert_cmpint (mark.unit, ==, unit);
      g_assert_cmpuint (mark.count, ==, 18);
      g_assert_false (mark.every);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (keel_day_mark_parse (wrong[i], &mark));
  g_assert_false (keel_day_mark_parse (NULL, &mark));
  g_assert_false (keel_day_mark_parse (KEEL_REACHED_LOGS, &mark));
}

/* facts/content.md section 10 */
static void
test_generic (void)
{
  g_autoptr (GArray) marks = keel_day_marks_new_generic ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const KeelDayMark *mark = &g_array_index (marks, KeelDayMark, i);
      g_autofree char *name = keel_day_mark_format (mark->unit, mark->count);

      g_string_append_printf (text, "%s%s ", name, mark->every ? "+" : "");
    }
  g_assert_cmpstr (text->str, ==,
                   "days-1 days-3 days-7 days-14 days-21 days-30 days-60 days-90 months-4 months-5 months-6 "
                   "months-7 months-8 months-9 months-10 months-11 months-18 years-1+ ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/milestone-dates/table", test_table);
  g_test_add_func ("/core/milestone-dates/order", test_order);
  g_test_add_func ("/core/milestone-dates/names", test_names);
  g_test_add_func ("/core/milestone-dates/generic", test_generic);
  return g_test_run ();
}
