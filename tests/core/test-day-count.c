/* How days are counted: tests/fixtures/days/counts.txt and travel.txt say what a person sees. */

#include "core/keel-day-count.h"
#include "core/keel-series.h"

#include <stdlib.h>
#include <string.h>

#define THIS "this"

typedef struct
{
  char *name;
  KeelDayCount *count;
  GPtrArray *lapses;
  GArray *marks;
  int night_end;
  KeelDayStanding *standing; /* at the last moment that was looked at */
  guint n_checks;
} Reading;

static KeelLocalTime
read_time (const char *date, const char *time)
{
  g_autofree char *text = g_strdup_printf ("%sT%s", date, time != NULL ? time : "12:00");
  KeelLocalTime local;

  if (!keel_local_time_parse (text, &local))
    g_error ("There is no “%s”", text);
  return local;
}

static gint64
read_day (const char *date)
{
  return keel_local_time_get_days (read_time (date, NULL));
}

static int
read_minute (const char *time)
{
  return keel_local_time_get_minute (read_time ("2026-01-01", time));
}

static char *
write_day (gint64 day)
{
  int year, month, number;

  if (day == KEEL_DAY_NONE)
    return g_strdup ("");
  keel_civil_from_days (day, &year, &month, &number);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, number);
}

static int
read_word (const char *const *words, const char *word)
{
  int found = keel_word_find (words, word);

  if (found < 0)
    g_error ("What is “%s”?", word);
  return found;
}

static void
begin (Reading *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
  g_clear_pointer (&self->count, keel_day_count_free);
  g_clear_pointer (&self->standing, keel_day_standing_free);
  g_ptr_array_set_size (self->lapses, 0);
  g_array_set_size (self->marks, 0);
  self->night_end = 0;
}

static void
read_start (Reading *self, char **words)
{
  self->count = keel_day_count_new (read_day (words[0]));
  self->count->uuid = g_strdup (THIS);
  if (words[1] != NULL)
    self->count->minute = read_minute (words[1]);
}

static void
read_lapse (Reading *self, char **words)
{
  KeelLapse *lapse = keel_lapse_new (THIS);
  guint i = 1;

  lapse->day = read_day (words[0]);
  if (strchr (words[i], ':') != NULL)
    lapse->minute = read_minute (words[i++]);
  lapse->choice = (KeelLapseChoice) read_word (keel_lapse_choice_words, words[i++]);
  if (words[i] != NULL && g_str_equal (words[i], "from"))
    lapse->restart = read_day (words[i + 1]);
  else if (words[i] != NULL)
    {
      g_free (lapse->count);
      lapse->count = g_strdup (words[i]);
    }
  lapse->changed_at = self->lapses->len;
  g_assert_true (keel_lapse_is_possible (lapse));
  g_ptr_array_insert (self->lapses, 0, lapse);
}

static void
read_marks (Reading *self, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean every = g_str_has_suffix (words[i], "+");
      KeelDayMark mark;

      if (every)
        words[i][strlen (words[i]) - 1] = '\0';
      if (!keel_day_mark_parse (words[i], &mark))
        g_error ("What is “%s”?", words[i]);
      mark.every = every;
      g_array_append_val (self->marks, mark);
    }
}

static void
look (Reading *self, char **words)
{
  KeelLogicalNow now = { .time = read_time (words[0], words[1]), .night_end = self->night_end };

  now.day = keel_logical_day_at (now.time, self->night_end);
  g_assert_true (keel_day_count_is_possible (self->count));
  g_clear_pointer (&self->standing, keel_day_standing_free);
  self->standing = keel_day_count_stand (self->count, self->lapses, self->marks, &now);
}

static void
compare (Reading *self, const char *found, const char *expected)
{
  if (!g_str_equal (found, expected))
    g_error ("%s:\n  expected %s\n  found    %s", self->name, expected, found);
  self->n_checks++;
}

static void
check_numbers (Reading *self, const char *expected)
{
  const KeelDayStanding *standing = self->standing;
  g_autoptr (GString) text = g_string_new (NULL);

  if (standing->shows_streak)
    g_string_append_printf (text, "streak %u, ", standing->streak);
  if (standing->shows_total)
    g_string_append_printf (text, "total %u, ", standing->total);
  if (!standing->shows_streak || !standing->shows_total)
    g_string_append_printf (text, "unseen %u, ", standing->shows_streak ? standing->total : standing->streak);
  g_string_append_printf (text, "best %u", standing->best);
  if (standing->begins_in > 0)
    g_string_append_printf (text, ", begins in %d", (int) standing->begins_in);
  if (standing->stopped)
    {
      g_autofree char *day = write_day (standing->stopped_on);

      g_string_append_printf (text, ", stopped %s", day);
    }
  if (self->count->money > 0 || self->count->minutes > 0)
    g_string_append_printf (text, ", %d won, %d minutes", (int) standing->money, (int) standing->minutes);
  compare (self, text->str, expected);
}

static void
check_streaks (Reading *self, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->standing->streaks->len; i++)
    {
      const KeelStreak *streak = &g_array_index (self->standing->streaks, KeelStreak, i);
      g_autofree char *from = write_day (streak->from);
      g_autofree char *to = write_day (streak->to);

      g_string_append_printf (text, "%s%s..%s %u", i > 0 ? " | " : "", from, to, streak->days);
    }
  compare (self, text->str, expected);
}

static char *
write_mark (const KeelMarkDay *mark)
{
  g_autofree char *name = keel_day_mark_format (mark->unit, mark->count);
  g_autofree char *day = write_day (mark->day);

  return g_strdup_printf ("%s %s", name, day);
}

static void
check_reached (Reading *self, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->standing->reached->len; i++)
    {
      g_autofree char *mark = write_mark (&g_array_index (self->standing->reached, KeelMarkDay, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", mark);
    }
  compare (self, text->str, expected);
}

static void
check_next (Reading *self, const char *expected)
{
  g_autofree char *mark = write_mark (&self->standing->next);
  g_autofree char *text = NULL;

  if (self->standing->has_next)
    text = g_strdup_printf ("%s in %d, %.2f", mark, (int) self->standing->to_go, self->standing->share);
  compare (self, text != NULL ? text : "none", expected);
}

static void
read_setting (Reading *self, const char *key, const char *value)
{
  if (g_str_equal (key, "mode"))
    self->count->mode = (KeelDayMode) read_word (keel_day_mode_words, value);
  else if (g_str_equal (key, "leap"))
    self->count->leap = (KeelDayLeap) read_word (keel_day_leap_words, value);
  else if (g_str_equal (key, "path"))
    self->count->path = (KeelDayPath) read_word (keel_day_path_words, value);
  else if (g_str_equal (key, "day"))
    self->count->day_one = g_str_equal (value, "one");
  else if (g_str_equal (key, "rest"))
    self->count->stopped = read_day (value);
  else if (g_str_equal (key, "night"))
    self->night_end = read_minute (value);
  else if (g_str_equal (key, "money"))
    self->count->money = atoi (value);
  else if (g_str_equal (key, "minutes"))
    self->count->minutes = (guint) atoi (value);
  else
    g_error ("%s: what is “%s”?", self->name, key);
}

static void
read_line (Reading *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  const char *rest = strchr (line, ' ') != NULL ? strchr (line, ' ') + 1 : "";

  if (g_str_equal (words[0], "case"))
    begin (self, rest);
  else if (g_str_equal (words[0], "start"))
    read_start (self, words + 1);
  else if (g_str_equal (words[0], "lapse"))
    read_lapse (self, words + 1);
  else if (g_str_equal (words[0], "marks"))
    read_marks (self, words + 1);
  else if (g_str_equal (words[0], "on"))
    look (self, words + 1);
  else if (g_str_equal (words[0], "="))
    check_numbers (self, rest);
  else if (g_str_equal (words[0], "streaks"))
    check_streaks (self, rest);
  else if (g_str_equal (words[0], "reached"))
    check_reached (self, rest);
  else if (g_str_equal (words[0], "next"))
    check_next (self, rest);
  else
    read_setting (self, words[0], words[1]);
}

static char **
read_table (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "days", name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_strsplit (text, "\n", -1);
}

static void
test_counts (void)
{
  g_auto (GStrv) lines = read_table ("counts.txt");
  Reading self = { .n_checks = 0 };

  self.lapses = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_lapse_free);
  self.marks = g_array_new (FALSE, FALSE, sizeof (KeelDayMark));
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      read_line (&self, lines[i]);
  g_assert_cmpuint (self.n_checks, >=, 100);
  begin (&self, NULL);
  g_ptr_array_unref (self.lapses);
  g_array_unref (self.marks);
}

/* --- Where the person is --- */

typedef struct
{
  GTimeZone *kept;
  gint64 before; /* the day at the last moment */
  gint64 start;  /* the first day of this journey */
  int night_end;
  guint n_checks;
} Journey;

/* "2026-03-01T10:00 Pacific/Apia = 2026-03-01 kept", the time in UTC. */
static void
travel (Journey *self, char **words, const char *line)
{
  g_autoptr (GTimeZone) here = keel_zone_open (words[1]);
  KeelLogicalNow now;
  KeelLocalTime utc;
  g_autofree char *day = NULL;
  g_autofree char *found = NULL;

  g_assert_nonnull (here);
  g_assert_true (keel_local_time_parse (words[0], &utc));
  now = keel_logical_now (utc * 60, self->kept, here, self->night_end);
  day = write_day (now.day);
  found = g_strdup_printf ("%s %s = %s%s", words[0], words[1], day, now.moves ? " moves" : "");
  g_assert_cmpstr (found, ==, line);
  if (now.moves)
    {
      /* whoever takes the count along sees the same number before and after */
      if (self->kept != NULL)
        g_assert_cmpint (keel_logical_now (utc * 60, self->kept, self->kept, self->night_end).day, ==,
                         now.day);
      g_clear_pointer (&self->kept, g_time_zone_unref);
      self->kept = g_time_zone_ref (here);
    }
  g_assert_cmpint (keel_logical_day_at (now.time, now.night_end), ==, now.day);
  self->n_checks++;
}

static void
test_travel (void)
{
  g_auto (GStrv) lines = read_table ("travel.txt");
  Journey self = { .kept = NULL };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (g_str_equal (words[0], "case"))
        {
          g_clear_pointer (&self.kept, g_time_zone_unref);
          self.night_end = 0;
        }
      else if (g_str_equal (words[0], "night"))
        self.night_end = read_minute (words[1]);
      else
        travel (&self, words, lines[i]);
    }
  g_assert_cmpuint (self.n_checks, >=, 30);
  g_clear_pointer (&self.kept, g_time_zone_unref);
}

/* Wherever a person goes, hour by hour, for a year: the day never goes back, never leaps, and the days are as
 * many as at home, or one more or less. */
static void
test_wandering (void)
{
  static const char *const zones[] = { "Pacific/Kiritimati", "Pacific/Apia",     "Asia/Tokyo",
                                       "Europe/Berlin",      "America/New_York", "Pacific/Honolulu",
                                       "Pacific/Pago_Pago" };
  g_autoptr (GTimeZone) kept = NULL;
  gint64 first = 0, before = 0;
  const gint64 begin_at = G_GINT64_CONSTANT (1767225600); /* 2026-01-01 */

  for (gint64 hour = 0; hour < 365 * 24; hour += 1 + g_test_rand_int_range (0, 9))
    {
      const char *name = zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))];
      g_autoptr (GTimeZone) here = keel_zone_open (name);
      KeelLogicalNow now = keel_logical_now (begin_at + hour * 3600, kept, here, 4 * 60);

      if (kept == NULL)
        first = before = now.day;
      g_assert_cmpint (now.day, >=, before);
      g_assert_cmpint (now.day, <=, before + 2);
      before = now.day;
      if (now.moves)
        {
          g_clear_pointer (&kept, g_time_zone_unref);
          kept = g_time_zone_ref (here);
        }
    }
  g_assert_cmpint (ABS (before - first - 364), <=, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/day-count/counts", test_counts);
  g_test_add_func ("/core/day-count/travel", test_travel);
  g_test_add_func ("/core/day-count/wandering", test_wandering);
  return g_test_run ();
}
