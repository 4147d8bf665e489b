/* Schedules against tests/fixtures/schedule, which says how its tables are read. */

#include "core/keel-recurrence.h"
#include "core/keel-schedule.h"

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

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "schedule", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static KeelLocalTime
read_local (const char *text)
{
  KeelLocalTime local;

  if (!keel_local_time_parse (text, &local))
    g_error ("“%s” is no local time", text);
  return local;
}

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

static GArray *
expand (KeelSchedule *schedule,
        gint64        from,
        gint64        to,
        GTimeZone    *person)
{
  GArray *occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  keel_schedule_expand (schedule, from, to, person, occurrences);
  return occurrences;
}

static const KeelOccurrence *
nth (GArray *occurrences,
     guint   n)
{
  return &g_array_index (occurrences, KeelOccurrence, n);
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
case_begin (Case       *self,
            const char *name)
{
  case_clear (self);
  *self = (Case) { .name = g_strdup (name), .duration = 60 };
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
    self->schedule = keel_schedule_new (self->start, none_if_dash (self->zone), self->duration, self->rule, &error);
  g_assert_no_error (error);
  return self->schedule;
}

static KeelSchedule *
apply_change (KeelSchedule      *schedule,
              const char *const *words,
              GError           **error)
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
case_change (Case              *self,
             const char *const *words)
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
case_take_line (Case       *self,
                const char *line)
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
check_occurrence (const Case           *self,
                  const KeelOccurrence *occurrence,
                  const char           *line)
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

static void
check_same (GArray *a,
            GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      g_assert_cmpint (nth (a, i)->start, ==, nth (b, i)->start);
      g_assert_cmpint (nth (a, i)->end, ==, nth (b, i)->end);
      g_assert_cmpint (nth (a, i)->local_start, ==, nth (b, i)->local_start);
      g_assert_cmpint (nth (a, i)->original, ==, nth (b, i)->original);
      g_assert_cmpint (nth (a, i)->moved, ==, nth (b, i)->moved);
    }
}

static void
check_round_trip (KeelSchedule *schedule,
                  gint64        from,
                  gint64        to,
                  GTimeZone    *person)
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
  original = expand (schedule, from, to, person);
  copied = expand (copy, from, to, person);
  check_same (original, copied);
}

/* Asking for the next one again and again gives what expand gives, but only the first of those that
 * start at the same instant. */
static void
check_next (KeelSchedule *schedule,
            gint64        from,
            gint64        to,
            GTimeZone    *person)
{
  g_autoptr (GArray) all = expand (schedule, from, to, person);
  KeelOccurrence next;
  gint64 after = from - 1;

  for (guint i = 0; i < all->len; i++)
    {
      if (nth (all, i)->start == after)
        continue;
      g_assert_true (keel_schedule_next (schedule, after, person, &next));
      g_assert_cmpint (next.start, ==, nth (all, i)->start);
      g_assert_cmpint (next.original, ==, nth (all, i)->original);
      g_assert_cmpint (next.end, ==, nth (all, i)->end);
      g_assert_cmpint (next.moved, ==, nth (all, i)->moved);
      after = next.start;
    }
  if (keel_schedule_next (schedule, after, person, &next))
    g_assert_cmpint (next.start, >=, to);
}

static void
case_check (Case *self)
{
  KeelSchedule *schedule = case_get_schedule (self);
  g_autoptr (GArray) occurrences = expand (schedule, self->from, self->to, self->person);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < occurrences->len; i++)
    {
      g_autofree char *start = write_instant (nth (occurrences, i)->start);

      g_string_append_printf (found, " %s", start);
    }
  g_test_message ("%s:%s", self->name, found->str);
  g_string_free (found, TRUE);
  g_assert_cmpuint (occurrences->len, ==, self->expected->len);
  for (guint i = 0; i < occurrences->len; i++)
    check_occurrence (self, nth (occurrences, i), g_ptr_array_index (self->expected, i));
  check_round_trip (schedule, self->from, self->to, self->person);
  check_next (schedule, self->from, self->to, self->person);
}

static void
test_occurrences (void)
{
  g_autofree char *text = read_fixture ("occurrences.txt");
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

/* --- Rules --- */

typedef void (*RowFunc) (char **columns);

static void
for_each_row (const char *name,
              guint       n_columns,
              RowFunc     check)
{
  g_autofree char *text = read_fixture (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      {
        g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

        g_test_message ("%s", lines[i]);
        g_assert_cmpuint (g_strv_length (columns), ==, n_columns);
        check (columns);
      }
}

static void
check_refused_rule (char **columns)
{
  gboolean is_invalid = strcmp (columns[1], "invalid") == 0;
  int code = is_invalid ? KEEL_RECURRENCE_ERROR_INVALID : KEEL_RECURRENCE_ERROR_UNSUPPORTED;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) schedule_error = NULL;

  g_assert_null (keel_recurrence_parse (columns[0], &error));
  g_assert_error (error, KEEL_RECURRENCE_ERROR, code);
  g_assert_nonnull (strstr (error->message, columns[2]));
  g_assert_null (keel_recurrence_parse (columns[0], NULL));
  g_assert_null (keel_schedule_new (0, NULL, 60, columns[0], &schedule_error));
  g_assert_error (schedule_error, KEEL_RECURRENCE_ERROR, code);
}

static void
test_refused_rules (void)
{
  g_autofree char *long_rule = g_strnfill (5000, 'A');
  g_autoptr (GError) error = NULL;

  for_each_row ("refused-rules.tsv", 3, check_refused_rule);
  g_assert_null (keel_recurrence_parse (long_rule, &error));
  g_assert_error (error, KEEL_RECURRENCE_ERROR, KEEL_RECURRENCE_ERROR_INVALID);
  g_assert_null (keel_recurrence_parse ("FREQ=\xff", NULL));
}

static void
check_rule_text (char **columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelRecurrence) found = keel_recurrence_parse (columns[0], &error);
  g_autoptr (KeelRecurrence) written = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  text = keel_recurrence_to_string (found);
  g_assert_cmpstr (text, ==, columns[1]);
  written = keel_recurrence_parse (text, &error);
  g_assert_no_error (error);
  again = keel_recurrence_to_string (written);
  g_assert_cmpstr (again, ==, text);
}

static void
test_rule_texts (void)
{
  for_each_row ("rules.tsv", 2, check_rule_text);
}

/* --- What is refused --- */

static KeelSchedule *
make_weekly (void)
{
  g_autoptr (GError) error = NULL;
  KeelSchedule *schedule = keel_schedule_new (read_local ("2026-01-05T12:00"), "Africa/Lagos", 60,
                                              "FREQ=WEEKLY;COUNT=4", &error);

  g_assert_no_error (error);
  return schedule;
}

static void
test_limits (void)
{
  static const struct
  {
    const char *start;
    const char *zone;
    guint duration;
    int code; /* -1: taken */
  } table[] = {
    { "1900-01-01T00:00", "Africa/Lagos", 0, -1 },
    { "2199-12-31T23:59", "Africa/Lagos", 31 * 1440, -1 },
    { "1899-12-31T23:59", "Africa/Lagos", 60, KEEL_SCHEDULE_ERROR_RANGE },
    { "2200-01-01T00:00", "Africa/Lagos", 60, KEEL_SCHEDULE_ERROR_RANGE },
    { "2026-01-05T12:00", "Africa/Lagos", 31 * 1440 + 1, KEEL_SCHEDULE_ERROR_RANGE },
    { "2026-01-05T12:00", "Africa/Lagos", G_MAXUINT, KEEL_SCHEDULE_ERROR_RANGE },
    { "2026-01-05T12:00", "Africa/Atlantis", 60, KEEL_SCHEDULE_ERROR_ZONE },
    { "2026-01-05T12:00", "", 60, KEEL_SCHEDULE_ERROR_ZONE },
    { "2026-01-05T12:00", "+01:00", 60, KEEL_SCHEDULE_ERROR_ZONE },
    { "2026-01-05T12:00", "/etc/passwd", 60, KEEL_SCHEDULE_ERROR_ZONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KeelSchedule) schedule =
          keel_schedule_new (read_local (table[i].start), table[i].zone, table[i].duration, "FREQ=DAILY", &error);

      g_test_message ("%s %s %u", table[i].start, table[i].zone, table[i].duration);
      if (table[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, KEEL_SCHEDULE_ERROR, table[i].code);
      g_assert_true ((schedule == NULL) == (error != NULL));
    }
}

static void
test_unknown_dates (void)
{
  static const char *const unknown[] = { "2026-01-05T12:01", "2026-01-06T12:00", "2025-12-29T12:00",
                                         "2026-02-02T12:00", "9999-12-31T12:00" };
  g_autoptr (KeelSchedule) schedule = make_weekly ();
  g_autoptr (KeelSchedule) same = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) move_error = NULL;
      g_autoptr (GError) cancel_error = NULL;

      g_assert_null (keel_schedule_move (schedule, read_local (unknown[i]), read_local ("2026-01-07T12:00"), 60,
                                         &move_error));
      g_assert_error (move_error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE);
      g_assert_null (keel_schedule_cancel (schedule, read_local (unknown[i]), &cancel_error));
      g_assert_error (cancel_error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE);
    }
  g_assert_null (keel_schedule_cancel (schedule, KEEL_LOCAL_TIME_NONE, NULL));
  g_assert_null (keel_schedule_add (schedule, KEEL_LOCAL_TIME_NONE, 60, NULL));
  g_assert_null (keel_schedule_change_from (schedule, KEEL_LOCAL_TIME_NONE, NULL, 60, NULL, NULL));
  g_assert_null (keel_schedule_change_from (schedule, G_MAXINT64, NULL, 60, NULL, NULL));
  same = keel_schedule_restore (schedule, read_local ("2026-01-06T12:00"));
  g_assert_true (keel_schedule_equal (schedule, same));
}

static void
test_too_many_overrides (void)
{
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelSchedule) one_more = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = NULL;
  GString *text = g_string_new ("(1, [('2026-01-05T12:00', 'Africa/Lagos', 60, 'FREQ=DAILY')], [");

  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *date = keel_local_time_format (read_local ("2026-02-01T12:00") + i * KEEL_MINUTES_PER_DAY);

      g_string_append_printf (text, "%s('%s', 'cancel', '%s', 0)", i > 0 ? ", " : "", date, date);
    }
  g_string_append (text, "])");
  schedule = keel_schedule_from_string (text->str, &error);
  g_assert_no_error (error);
  long_text = keel_schedule_to_string (schedule);
  g_assert_cmpstr (long_text, ==, text->str);
  one_more = keel_schedule_add (schedule, read_local ("2026-01-05T13:00"), 60, &error);
  g_assert_null (one_more);
  g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE);
  g_string_free (text, TRUE);
}

static void
test_too_many_segments (void)
{
  g_autoptr (KeelSchedule) schedule = make_weekly ();
  g_autoptr (GError) error = NULL;

  for (int i = 1; i <= 1000; i++)
    {
      g_autoptr (KeelSchedule) changed =
          keel_schedule_change_from (schedule, read_local ("2026-01-05T12:00") + i * KEEL_MINUTES_PER_DAY,
                                     "Africa/Lagos", 60, "FREQ=DAILY", &error);

      if (i == 1000)
        {
          g_assert_null (changed);
          break;
        }
      g_assert_no_error (error);
      keel_schedule_unref (schedule);
      schedule = g_steal_pointer (&changed);
    }
  g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE);
}

#define SEGMENT "('2026-01-05T12:00', 'Africa/Lagos', 60, 'FREQ=DAILY')"

static void
test_hostile_texts (void)
{
  static const struct
  {
    const char *text;
    GQuark (*domain) (void);
    int code;
  } table[] = {
    { "", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "()", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "<1>", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "\xff\xfe", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(2, [" SEGMENT "], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT "], []) and more", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT "], [", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT ", " SEGMENT "], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT ", ('2026-01-05T13:00', '', 60, '')], [])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [('2026-02-30T12:00', '', 60, '')], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [('2026-01-05T12:00', '', -1, '')], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [('2026-01-05T12:00', '', 99999, '')], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_RANGE },
    { "(1, [('9999-01-05T12:00', '', 60, '')], [])", keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_RANGE },
    { "(1, [('2026-01-05T12:00', '../../../etc/passwd', 60, '')], [])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_ZONE },
    { "(1, [('2026-01-05T12:00', '', 60, 'FREQ=SECONDLY')], [])", keel_recurrence_error_quark,
      KEEL_RECURRENCE_ERROR_UNSUPPORTED },
    { "(1, [('2026-01-05T12:00', '', 60, 'nonsense')], [])", keel_recurrence_error_quark,
      KEEL_RECURRENCE_ERROR_INVALID },
    { "(1, [" SEGMENT "], [('x', 'cancel', '2026-01-06T12:00', 0)])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT "], [('2026-01-06T12:00', 'forget', '2026-01-06T12:00', 0)])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_FORMAT },
    { "(1, [" SEGMENT "], [('2026-01-06T12:00', 'add', '2026-01-06T12:00', 99999)])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_RANGE },
    { "(1, [" SEGMENT "], [('2026-01-06T12:00', 'move', '0001-01-01T00:00', 60)])", keel_schedule_error_quark,
      KEEL_SCHEDULE_ERROR_RANGE },
    { "(1, [" SEGMENT "], [('2026-01-06T12:00', 'cancel', '2026-01-06T12:00', 0), "
      "('2026-01-06T12:00', 'cancel', '2026-01-06T12:00', 0)])",
      keel_schedule_error_quark, KEEL_SCHEDULE_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_null (keel_schedule_from_string (table[i].text, &error));
      g_assert_error (error, table[i].domain (), table[i].code);
      g_assert_null (keel_schedule_from_string (table[i].text, NULL));
    }
}

static void
test_large_texts (void)
{
  g_autofree char *nested = g_strnfill (1000000, '[');
  g_autofree char *huge = g_strnfill (3 * 1024 * 1024, ' ');

  g_assert_null (keel_schedule_from_string (nested, NULL));
  g_assert_null (keel_schedule_from_string (huge, NULL));
}

/* Text with a few bytes changed is refused or is another proper schedule. */
static void
test_damaged_texts (void)
{
  static const char whole[] = "(1, [('2026-01-05T12:00', 'Europe/Berlin', 60, 'FREQ=WEEKLY;BYDAY=MO,TU')], "
                              "[('2026-01-12T12:00', 'move', '2026-01-13T12:00', 60)])";
  static const char bytes[] = "0123456789()[]<>',;=-:TZ aM\\\"\x80";
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint accepted = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup (whole);
      g_autoptr (KeelSchedule) schedule = NULL;

      for (int j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        text[g_rand_int_range (rand, 0, sizeof whole - 1)] = bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      schedule = keel_schedule_from_string (text, NULL);
      if (schedule == NULL)
        continue;
      accepted++;
      check_round_trip (schedule, 0, G_GINT64_CONSTANT (1800000000), NULL);
    }
  g_test_message ("%u of 20000 were still schedules", accepted);
}

/* --- Properties --- */

static KeelSchedule *
change_randomly (KeelSchedule *schedule,
                 GRand        *rand)
{
  g_autoptr (GArray) dates = expand (schedule, 0, G_GINT64_CONSTANT (2000000000), NULL);
  const KeelOccurrence *date;
  KeelLocalTime other;
  KeelSchedule *changed;

  if (dates->len == 0)
    return schedule;
  date = nth (dates, g_rand_int_range (rand, 0, MIN (dates->len, 60)));
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
      KeelSchedule *schedule = keel_schedule_new (start, zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))], 60,
                                                  rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))], NULL);

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
  g_autoptr (KeelSchedule) endless = keel_schedule_new (read_local ("2026-01-05T12:00"), NULL, 60, "FREQ=DAILY", NULL);
  g_autoptr (KeelSchedule) ended = make_weekly ();
  KeelOccurrence next;

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    for (guint j = 0; j < G_N_ELEMENTS (instants); j++)
      {
        g_autoptr (GArray) some = expand (endless, instants[i], instants[j], NULL);

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
  g_autoptr (KeelSchedule) changed =
      keel_schedule_change_from (schedule, read_local ("2026-01-19T13:00"), NULL, 90, NULL, NULL);
  g_autofree char *rule = keel_schedule_get_rule (schedule);

  g_assert_cmpstr (keel_schedule_get_zone (schedule), ==, "Africa/Lagos");
  g_assert_cmpuint (keel_schedule_get_duration (schedule), ==, 60);
  g_assert_cmpstr (rule, ==, "FREQ=WEEKLY;COUNT=4");
  g_assert_null (keel_schedule_get_zone (changed));
  g_assert_cmpuint (keel_schedule_get_duration (changed), ==, 90);
  g_assert_null (keel_schedule_get_rule (changed));
  g_assert_cmpint (keel_schedule_get_start (changed), ==, read_local ("2026-01-05T12:00"));
  g_assert_false (keel_schedule_equal (schedule, changed));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/occurrences", test_occurrences);
  g_test_add_func ("/schedule/refused-rules", test_refused_rules);
  g_test_add_func ("/schedule/rule-texts", test_rule_texts);
  g_test_add_func ("/schedule/limits", test_limits);
  g_test_add_func ("/schedule/unknown-dates", test_unknown_dates);
  g_test_add_func ("/schedule/too-many-overrides", test_too_many_overrides);
  g_test_add_func ("/schedule/too-many-segments", test_too_many_segments);
  g_test_add_func ("/schedule/hostile-texts", test_hostile_texts);
  g_test_add_func ("/schedule/large-texts", test_large_texts);
  g_test_add_func ("/schedule/damaged-texts", test_damaged_texts);
  g_test_add_func ("/schedule/next-equals-expand", test_next_equals_expand);
  g_test_add_func ("/schedule/far-instants", test_far_instants);
  g_test_add_func ("/schedule/getters", test_getters);
  return g_test_run ();
}
