/* What urges have in common: tests/fixtures/urges/patterns.txt says what is told, and what is not. */

#include "core/keel-local-time.h"
#include "core/keel-series.h"
#include "core/keel-urge-patterns.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *name;
  guint weeks;
  GPtrArray *urges;
  GPtrArray *runs;
  guint n_answers;
} Reading;

/* Seconds, as if the wall were in UTC. */
static gint64
read_time (const char *date, const char *time)
{
  g_autofree char *text = g_strdup_printf ("%sT%s", date, time);
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local * 60;
}

static void
read_urge (Reading *self, char **words)
{
  KeelUrge *urge = keel_urge_new (5);

  urge->at = read_time (words[0], words[1]);
  for (guint i = 2; words[i] != NULL; i++)
    {
      if (*words[i] == '+' || *words[i] == '-')
        urge->offset = (int) (g_ascii_strtod (words[i], NULL) * 60);
      else
        g_assert_true (keel_strategy_tags_parse (g_strdelimit (words[i], ",", ' '), &urge->tags, NULL));
    }
  urge->at -= urge->offset * 60;
  g_assert_true (keel_urge_is_possible (urge));
  g_ptr_array_add (self->urges, urge);
}

static void
read_run (Reading *self, char **words)
{
  g_auto (GStrv) strengths = g_strsplit (words[1], ">", 2);
  const char *date = "2026-11-20";
  int times = 1;

  for (guint i = 2; words[i] != NULL; i += 2)
    {
      if (g_str_equal (words[i], "times"))
        times = atoi (words[i + 1]);
      else if (g_str_equal (words[i], "on"))
        date = words[i + 1];
      else
        g_error ("What is “%s”?", words[i]);
    }
  for (int i = 0; i < times; i++)
    {
      KeelStrategyRun *run = keel_strategy_run_new (words[0]);

      run->at = read_time (date, "10:00");
      run->before = g_str_equal (strengths[0], "-") ? KEEL_STRENGTH_NONE : atoi (strengths[0]);
      run->after = g_str_equal (strengths[1], "-") ? KEEL_STRENGTH_NONE : atoi (strengths[1]);
      g_ptr_array_add (self->runs, run);
    }
}

static void
write_pattern (GString *text, const KeelUrgePattern *pattern)
{
  switch (pattern->kind)
    {
    case KEEL_PATTERN_HOURS:
      g_string_append_printf (text, "hours %d", pattern->which);
      break;
    case KEEL_PATTERN_WEEKDAY:
      g_string_append_printf (text, "weekday %d", pattern->which);
      break;
    case KEEL_PATTERN_TRIGGER:
      g_string_append_printf (text, "trigger %s", keel_strategy_tag_words[pattern->which]);
      break;
    case KEEL_PATTERN_HELPED:
      g_string_append_printf (text, "helped %s", pattern->strategy);
      break;
    }
  g_string_append_printf (text, " %u/%u", pattern->n, pattern->of);
}

static guint
add_up (const guint *counts, gsize n_counts)
{
  guint sum = 0;

  for (gsize i = 0; i < n_counts; i++)
    sum += counts[i];
  return sum;
}

static void
check_answer (Reading *self, const char *expected)
{
  g_autoptr (KeelUrgePatterns) patterns = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  patterns = keel_urge_patterns_new (self->urges, self->runs, read_time ("2026-11-22", "12:00"), self->weeks);
  g_string_append_printf (text, "%u urges, %u days%s:", patterns->n_urges, patterns->days,
                          patterns->enough ? ", enough" : "");
  for (guint i = 0; i < patterns->patterns->len; i++)
    {
      g_string_append (text, i == 0 ? " " : " | ");
      write_pattern (text, patterns->patterns->pdata[i]);
    }
  if (!g_str_equal (text->str, expected))
    g_error ("%s:\n  expected %s\n  found    %s", self->name, expected, text->str);
  g_assert_cmpuint (add_up (patterns->hours, G_N_ELEMENTS (patterns->hours)), ==, patterns->n_urges);
  g_assert_cmpuint (add_up (patterns->weekdays, G_N_ELEMENTS (patterns->weekdays)), ==, patterns->n_urges);
  g_assert_cmpuint (patterns->strengths[5], ==, patterns->n_urges);
  self->n_answers++;
}

static void
begin (Reading *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
  self->weeks = 4;
  g_ptr_array_set_size (self->urges, 0);
  g_ptr_array_set_size (self->runs, 0);
}

static void
read_line (Reading *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (g_str_equal (words[0], "case"))
    begin (self, line + strlen ("case "));
  else if (g_str_equal (words[0], "weeks"))
    self->weeks = (guint) atoi (words[1]);
  else if (g_str_equal (words[0], "urge"))
    read_urge (self, words + 1);
  else if (g_str_equal (words[0], "run"))
    read_run (self, words + 1);
  else if (g_str_equal (words[0], "="))
    check_answer (self, line + 2);
  else
    g_error ("What is “%s”?", line);
}

static void
test_table (void)
{
  Reading self = { .weeks = 4 };
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "urges", "patterns.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  self.urges = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_urge_free);
  self.runs = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strategy_run_free);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      read_line (&self, lines[i]);
  g_assert_cmpuint (self.n_answers, >=, 20);
  g_ptr_array_unref (self.urges);
  g_ptr_array_unref (self.runs);
  g_free (self.name);
}

/* Urges that come at any hour of any day: of 400 people eight would be told something. */
static void
test_chance (void)
{
  guint n_told = 0;

  for (guint person = 0; person < 400; person++)
    {
      g_autoptr (GPtrArray) urges = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_urge_free);
      g_autoptr (GPtrArray) runs = g_ptr_array_new ();
      g_autoptr (KeelUrgePatterns) patterns = NULL;

      for (guint i = 0; i < 20; i++)
        {
          KeelUrge *urge = keel_urge_new (5);

          urge->at = 28 * 86400 - g_test_rand_int_range (0, 28 * 86400);
          g_ptr_array_add (urges, urge);
        }
      patterns = keel_urge_patterns_new (urges, runs, 28 * 86400, 4);
      n_told += patterns->patterns->len > 0 ? 1 : 0;
    }
  g_test_message ("%u of 400", n_told);
  g_assert_cmpuint (n_told, <, 24);
}

/* Also before 1970, and where the day of the person is another than that of UTC. */
static void
test_wall (void)
{
  static const struct
  {
    gint64 at;
    int offset;
    int hour;
    int weekday;
  } rows[] = {
    { 0, 0, 0, 4 },      { 0, -1, 23, 3 },     { 0, 60, 1, 4 },       { -1, 0, 23, 3 },
    { 86399, 0, 23, 4 }, { 86400, 0, 0, 5 },   { 3599, 330, 6, 4 },   { 86400, -480, 16, 4 },
    { -60, 1, 0, 4 },    { -3600, 59, 23, 3 }, { 82800, 840, 13, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelUrge) urge = keel_urge_new (1);

      urge->at = rows[i].at;
      urge->offset = rows[i].offset;
      g_assert_cmpint (keel_urge_get_hour (urge), ==, rows[i].hour);
      g_assert_cmpint (keel_urge_get_weekday (urge), ==, rows[i].weekday);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/urge-patterns/table", test_table);
  g_test_add_func ("/urge-patterns/chance", test_chance);
  g_test_add_func ("/urge-patterns/wall", test_wall);
  return g_test_run ();
}
