/* Schedules against tests/fixtures/schedule, which says how its tables are read. */

#include "schedule-checks.h"

#include <stdlib.h>
#include <string.h>

#define SEED 20260106

/* One case of occurrences.txt, while it is read. */
typedef struct
{
  char *name;
  char *zone;
  GTimeZone *person;
  KeelLocalTime start;
  guint duration;
  char *rule;
  KeelSchedule *schedule; /* made by the first line that changes it, or by the span */
  gint64 from, to;
  GPtrArray *expected; /* of lines */
} Case;

static gint64
read_instant (const char *text)
{
  g_autofree char *without_z = g_strndup (text, strlen (text) - 1);

  g_assert_true (g_str_has_suffix (text, "Z"));
  return read_local (without_z) * 60;
}

static char *
write_instant (gint64 utc)
{
  g_autofree char *text = keel_local_time_format (utc / 60 - (utc % 60 < 0));

  return g_strconcat (text, "Z", NULL);
}

/* --- The table of occurrences --- */

static void
case_clear (Case *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->person, g_time_zone_unref);
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->schedule, keel_schedule_unref);
  g_clear_pointer (&self->expected, g_ptr_array_unref);
}

static void
case_begin (Case *self, const char *name)
{
  case_clear (self);
  *self = (Case){ .name = g_strdup (name), .duration = 60 };
  self->person = g_time_zone_new_utc ();
  self->expected = g_ptr_array_new_with_free_func (g_free);
}

static const char *
none_if_dash (const char *text)
{
  return strcmp (text, "-") == 0 ? NULL : text;
}

static KeelSchedule *
case_get_schedule (Case *self)
{
  g_autoptr (GError) error = NULL;

  if (self->schedule == NULL)
    self->schedule = keel_schedule_new (self->start, none_if_dash (self->zone), self->duration, self->rule,
                                        &error);
  g_assert_no_error (error);
  return self->schedule;
}

static KeelSchedule *
apply_change (KeelSchedule *schedule, const char *const *words, GError **error)
{
  const char *what = words[0];
  KeelLocalTime local = read_local (words[1]);

  if (strcmp (what, "change") == 0)
    return keel_schedule_change_from (schedule, local, none_if_dash (words[2]), atoi (words[3]),
                                      none_if_dash (words[4]), error);
  if (strcmp (what, "move") == 0)
    return keel_schedule_move (schedule, local, read_local (words[2]), atoi (words[3]), error);
  if (strcmp (what, "cancel") == 0)
    return keel_schedule_cancel (schedule, local, error);
  if (strcmp (what, "add") == 0)
    return keel_schedule_add (schedule, local, atoi (words[2]), error);
  g_assert_cmpstr (what, ==, "restore");
  return keel_schedule_restore (schedule, local);
}

/* A change gives a new schedule; the one before has to be what it was. */
static void
case_change (Case *self, const char *const *words)
{
  g_autoptr (KeelSchedule) before = keel_schedule_ref (case_get_schedule (self));
  g_autofree char *before_text = keel_schedule_to_string (before);
  g_autofree char *after_text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->schedule, keel_schedule_unref);
  self->schedule = apply_change (before, words, &error);
  g_assert_no_error (error);
  after_text = keel_schedule_to_string (before);
  g_assert_cmpstr (before_text, ==, after_text);
}

static void
case_take_line (Case *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (strcmp (words[0], "zone") == 0)
    self->zone = g_strdup (words[1]);
  else if (strcmp (words[0], "person") == 0)
    {
      g_time_zone_unref (self->person);
      self->person = keel_zone_open (words[1]);
      g_assert_nonnull (self->person);
    }
  else if (strcmp (words[0], "start") == 0)
    self->start = read_local (words[1]);
  else if (strcmp (words[0], "duration") == 0)
    self->duration = atoi (words[1]);
  else if (strcmp (words[0], "rule") == 0)
    self->rule = g_strdup (words[1]);
  else if (strcmp (words[0], "=") == 0)
    g_ptr_array_add (self->expected, g_strdup (line));
  else if (strcmp (words[0], "span") == 0)
    {
      self->from = read_instant (words[1]);
      self->to = read_instant (words[2]);
    }
  else
    case_change (self, (const char *const *) words);
}

static void
check_occurrence (const Case *self, const KeelOccurrence *occurrence, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  gboolean moved = FALSE;

  g_assert_cmpint (occurrence->start, ==, read_instant (words[1]));
  for (guint i = 2; words[i] != NULL; i++)
    if (strcmp (words[i], "shown") == 0)
      g_assert_cmpint (occurrence->local_start, ==, read_local (words[++i]));
    else if (strcmp (words[i], "key") == 0)
      g_assert_cmpint (occurrence->original, ==, read_local (words[++i]));
    else if (strcmp (words[i], "end") == 0)
      g_assert_cmpint (occurrence->end, ==, read_instant (words[++i]));
    else if (strcmp (words[i], "moved") == 0)
      moved = TRUE;
    else
      g_error ("%s: what is “%s”?", self->name, words[i]);
  g_assert_cmpint (occurrence->moved, ==, moved);
}

/* Asking for the next one again and again gives what expand gives, but only the first of those that
 * start at the same instant. */
static void
check_next (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *person)
{
  g_autoptr (GArray) all = expand_schedule (schedule, from, to, person);
  KeelOccurrence next;
  gint64 after = from - 1;

  for (guint i = 0; i < all->len; i++)
    {
      if (get_nth (all, i)->start == after)
        continue;
      g_assert_true (keel_schedule_next (schedule, after, person, &next));
      g_assert_cmpint (next.start, ==, get_nth (all, i)->start);
      g_assert_cmpint (next.original, ==, get_nth (all, i)->original);
      g_assert_cmpint (next.end, ==, get_nth (all, i)->end);
      g_assert_cmpint (next.moved, ==, get_nth (all, i)->moved);
      after = next.start;
    }
  if (keel_schedule_next (schedule, after, person, &next))
    g_assert_cmpint (next.start, >=, to);
}

static void
case_check (Case *self)
{
  KeelSchedule *schedule = case_get_schedule (self);
  g_autoptr (GArray) occurrences = expand_schedule (schedule, self->from, self->to, self->person);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < occurrences->len; i++)
    {
      g_autofree char *start = write_instant (get_nth (occurrences, i)->start);

      g_string_append_printf (found, " %s", start);
    }
  g_test_message ("%s:%s", self->name, found->str);
  g_string_free (found, TRUE);
  g_assert_cmpuint (occurrences->len, ==, self->expected->len);
  for (guint i = 0; i < occurrences->len; i++)
    check_occurrence (self, get_nth (occurrences, i), g_ptr_array_index (self->expected, i));
  check_round_trip (schedule, self->from, self->to, self->person);
  check_next (schedule, self->from, self->to, self->person);
}

static void
test_occurrences (void)
{
  g_autofree char *text = read_schedule_fixture ("occurrences.txt");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Case current = { .name = NULL };
  guint cases = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean begins = g_str_has_prefix (lines[i], "case ");

      if ((begins || lines[i + 1] == NULL) && current.name != NULL)
        {
          case_check (&current);
          cases++;
        }
      if (begins)
        case_begin (&current, lines[i] + strlen ("case "));
      else if (*lines[i] != '\0' && *lines[i] != '#')
        case_take_line (&current, lines[i]);
    }
  case_clear (&current);
  g_test_message ("%u cases", cases);
  g_assert_cmpuint (cases, >=, 70);
}

/* --- Properties --- */

static KeelSchedule *
make_weekly (void)
{
  g_autoptr (GError) error = NULL;
  KeelSchedule *schedule = keel_schedule_new (read_local ("2026-01-05T12:00"), "Africa/Lagos", 60,
                                              "FREQ=WEEKLY;COUNT=4", &error);

  g_assert_no_error (error);
  return schedule;
}

static KeelSchedule *
change_randomly (KeelSchedule *schedule, GRand *rand)
{
  g_autoptr (GArray) dates = expand_schedule (schedule, 0, G_GINT64_CONSTANT (2000000000), NULL);
  const KeelOccurrence *date;
  KeelLocalTime other;
  KeelSchedule *changed;

  if (dates->len == 0)
    return schedule;
  date = get_nth (dates, g_rand_int_range (rand, 0, MIN (dates->len, 60)));
  other = date->original + g_rand_int_range (rand, -20000, 20000);
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      changed = keel_schedule_cancel (schedule, date->original, NULL);
      break;
    case 1:
      changed = keel_schedule_add (schedule, other, 30, NULL);
      break;
    case 2:
      changed = keel_schedule_change_from (schedule, other, "Australia/Lord_Howe", 45, "FREQ=WEEKLY", NULL);
      break;
    default:
      changed = keel_schedule_move (schedule, date->original, other, 90, NULL);
      break;
    }
  g_assert_nonnull (changed);
  keel_schedule_unref (schedule);
  return changed;
}

static void
test_next_equals_expand (void)
{
  static const char *const zones[] = { NULL, "America/New_York", "Europe/Berlin", "Australia/Lord_Howe",
                                       "Asia/Kolkata" };
  static const char *const rules[] = { NULL,
                                       "FREQ=DAILY;COUNT=300",
                                       "FREQ=WEEKLY",
                                       "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU,WE",
                                       "FREQ=MONTHLY;BYDAY=-1SU",
                                       "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
                                       "FREQ=DAILY;UNTIL=20271101T000000Z" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GTimeZone) person = keel_zone_open ("Europe/Berlin");

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < 300; i++)
    {
      KeelLocalTime start = read_local ("2026-01-01T00:00") + g_rand_int_range (rand, 0, 600000);
      KeelSchedule *schedule = keel_schedule_new (start,
                                                  zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))], 60,
                                                  rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))],
                                                  NULL);

      g_assert_nonnull (schedule);
      for (int j = g_rand_int_range (rand, 0, 6); j > 0; j--)
        schedule = change_randomly (schedule, rand);
      check_next (schedule, start * 60 - 2000000, start * 60 + 60000000, person);
      check_round_trip (schedule, start * 60 - 2000000, start * 60 + 60000000, person);
      keel_schedule_unref (schedule);
    }
}

static void
test_far_instants (void)
{
  static const gint64 instants[] = { G_MININT64, -1, 0, G_GINT64_CONSTANT (253402300799), G_MAXINT64 };
  g_autoptr (KeelSchedule) endless = keel_schedule_new (read_local ("2026-01-05T12:00"), NULL, 60,
                                                        "FREQ=DAILY", NULL);
  g_autoptr (KeelSchedule) ended = make_weekly ();
  KeelOccurrence next;

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    for (guint j = 0; j < G_N_ELEMENTS (instants); j++)
      {
        g_autoptr (GArray) some = expand_schedule (endless, instants[i], instants[j], NULL);

        g_assert_cmpuint (some->len, <=, 36527);
      }
  g_assert_true (keel_schedule_next (endless, G_MININT64, NULL, &next));
  g_assert_cmpint (next.start, ==, read_instant ("2026-01-05T12:00Z"));
  g_assert_false (keel_schedule_next (endless, G_MAXINT64, NULL, &next));
  g_assert_true (keel_schedule_next (ended, read_instant ("2026-01-26T10:59Z"), NULL, &next));
  g_assert_false (keel_schedule_next (ended, read_instant ("2026-01-26T11:00Z"), NULL, &next));
}

static void
test_getters (void)
{
  g_autoptr (KeelSchedule) schedule = make_weekly ();
  g_autoptr (KeelSchedule) changed = keel_schedule_change_from (schedule, read_local ("2026-01-19T13:00"),
                                                                NULL, 90, NULL, NULL);
  g_autoptr (KeelSchedule) longer = keel_schedule_add (changed, read_local ("2026-01-08T13:00"), 2880, NULL);
  g_autofree char *rule = keel_schedule_get_rule (schedule);

  g_assert_cmpstr (keel_schedule_get_zone (schedule), ==, "Africa/Lagos");
  g_assert_cmpuint (keel_schedule_get_duration (schedule), ==, 60);
  g_assert_cmpstr (rule, ==, "FREQ=WEEKLY;COUNT=4");
  g_assert_null (keel_schedule_get_zone (changed));
  g_assert_cmpuint (keel_schedule_get_duration (changed), ==, 90);
  g_assert_null (keel_schedule_get_rule (changed));
  g_assert_cmpint (keel_schedule_get_start (changed), ==, read_local ("2026-01-05T12:00"));
  g_assert_false (keel_schedule_equal (schedule, changed));
  g_assert_cmpuint (keel_schedule_get_longest (schedule), ==, 60);
  g_assert_cmpuint (keel_schedule_get_longest (changed), ==, 90);
  g_assert_cmpuint (keel_schedule_get_longest (longer), ==, 2880);
}

/* Keys of what was called off, whatever else was changed. */
static void
test_cancelled (void)
{
  static const struct
  {
    const char *from, *to;
    const char *keys;
  } spans[] = {
    { "2026-11-01", "2027-01-01", "2026-11-24T19:00 2026-12-08T19:00" },
    { "2026-11-24T19:00", "2026-11-24T19:01", "2026-11-24T19:00" },
    { "2026-11-24T19:01", "2026-12-08T19:00", "" },
  };
  g_autoptr (KeelSchedule) plain = keel_schedule_new (read_local ("2026-11-17T19:00"), NULL, 60,
                                                      "FREQ=WEEKLY", NULL);
  g_autoptr (KeelSchedule) once = keel_schedule_cancel (plain, read_local ("2026-12-08T19:00"), NULL);
  g_autoptr (KeelSchedule) moved = keel_schedule_move (once, read_local ("2026-12-01T19:00"),
                                                       read_local ("2026-12-02T19:00"), 60, NULL);
  g_autoptr (KeelSchedule) schedule = keel_schedule_cancel (moved, read_local ("2026-11-24T19:00"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (GArray) originals = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));
      g_autoptr (GString) keys = g_string_new (NULL);

      keel_schedule_get_cancelled (schedule, read_local (spans[i].from), read_local (spans[i].to), originals);
      for (guint j = 0; j < originals->len; j++)
        {
          g_autofree char *key = keel_local_time_format (g_array_index (originals, KeelLocalTime, j));

          g_string_append_printf (keys, "%s%s", j > 0 ? " " : "", key);
        }
      g_assert_cmpstr (keys->str, ==, spans[i].keys);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/occurrences", test_occurrences);
  g_test_add_func ("/schedule/next-equals-expand", test_next_equals_expand);
  g_test_add_func ("/schedule/far-instants", test_far_instants);
  g_test_add_func ("/schedule/cancelled", test_cancelled);
  g_test_add_func ("/schedule/getters", test_getters);
  return g_test_run ();
}
