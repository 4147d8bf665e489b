#include "schedule-checks.h"

#include <string.h>

char *
read_schedule_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "schedule", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

KeelLocalTime
read_local (const char *text)
{
  KeelLocalTime local;

  if (!keel_local_time_parse (text, &local))
    g_error ("“%s” is no local time", text);
  return local;
}

GArray *
expand_schedule (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *person)
{
  GArray *occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (schedule, from, to, person, occurrences);
  return occurrences;
}

const KeelOccurrence *
get_nth (GArray *occurrences, guint n)
{
  return &g_array_index (occurrences, KeelOccurrence, n);
}

static void
check_same (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      g_assert_cmpint (get_nth (a, i)->start, ==, get_nth (b, i)->start);
      g_assert_cmpint (get_nth (a, i)->end, ==, get_nth (b, i)->end);
      g_assert_cmpint (get_nth (a, i)->local_start, ==, get_nth (b, i)->local_start);
      g_assert_cmpint (get_nth (a, i)->original, ==, get_nth (b, i)->original);
      g_assert_cmpint (get_nth (a, i)->moved, ==, get_nth (b, i)->moved);
    }
}

void
check_round_trip (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *person)
{
  g_autofree char *text = keel_schedule_to_string (schedule);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSchedule) copy = keel_schedule_from_string (text, &error);
  g_autofree char *copy_text = NULL;
  g_autoptr (GArray) original = NULL;
  g_autoptr (GArray) copied = NULL;

  g_assert_no_error (error);
  g_assert_null (strchr (text, '\n'));
  copy_text = keel_schedule_to_string (copy);
  g_assert_cmpstr (text, ==, copy_text);
  g_assert_true (keel_schedule_equal (schedule, copy));
  original = expand_schedule (schedule, from, to, person);
  copied = expand_schedule (copy, from, to, person);
  check_same (original, copied);
}
