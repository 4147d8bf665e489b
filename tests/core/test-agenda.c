/* The agenda: order, and no more changes signalled than happened. */

#include "core/keel-agenda.h"

#define DAY 86400

typedef struct
{
  KeelAgenda *agenda;
  GPtrArray *mirror; /* of KeelAgendaItem: what someone sees who only follows the signal */
  guint signals;
  guint removed, added;
} Fixture;

static KeelLocalTime
read_local (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local;
}

static KeelSeries *
make_series (const char *name, const char *start, const char *zone, const char *rule)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (read_local (start), zone, 60, rule, &error);
  KeelSeries *series;

  g_assert_no_error (error);
  g_free (meeting->name);
  meeting->name = g_strdup (name);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  series->uuid = g_utf8_strreverse (name, -1); /* sorts otherwise than the name */
  return series;
}

static GPtrArray *
make_list (KeelSeries *first, ...)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  va_list arguments;

  va_start (arguments, first);
  for (KeelSeries *series = first; series != NULL; series = va_arg (arguments, KeelSeries *))
    g_ptr_array_add (list, series);
  va_end (arguments);
  return list;
}

/* Keeps the mirror as a view does, item by item. */
static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Fixture *fixture = data;

  fixture->signals++;
  fixture->removed += removed;
  fixture->added += added;
  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->mirror, (int) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->mirror->len);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->agenda = keel_agenda_new ();
  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->agenda, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->mirror);
  g_object_add_weak_pointer (G_OBJECT (fixture->agenda), (gpointer *) &fixture->agenda);
  g_object_unref (fixture->agenda);
  g_assert_null (fixture->agenda);
}

static void
set_days (Fixture *fixture, const char *from, int days, const char *zone)
{
  g_autoptr (GTimeZone) person = keel_zone_open (zone);
  gint64 start = read_local (from) * 60;

  keel_agenda_set_span (fixture->agenda, start, start + (gint64) days * DAY, person);
}

/* The rows as `name start-in-UTC`, after a look whether the mirror has the very same objects in order. */
static char *
describe (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (fixture->agenda);
  GString *text = g_string_new (NULL);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->mirror->len);
  for (guint i = 0; i < fixture->mirror->len; i++)
    {
      g_autoptr (KeelAgendaItem) item = g_list_model_get_item (model, i);
      g_autofree char *start = keel_local_time_format (item->occurrence.start / 60);

      g_assert_true (item == g_ptr_array_index (fixture->mirror, i));
      if (i > 0)
        g_assert_cmpint (((KeelAgendaItem *) g_ptr_array_index (fixture->mirror, i - 1))->occurrence.start,
                         <=, item->occurrence.start);
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", item->series->meeting->name, start + 5);
    }
  g_assert_null (g_list_model_get_item (model, fixture->mirror->len));
  return g_string_free (text, FALSE);
}

static void
check_rows (Fixture *fixture, const char *expected)
{
  g_autofree char *rows = describe (fixture);

  g_assert_cmpstr (rows, ==, expected);
}

static void
check_signals (Fixture *fixture, guint signals, guint removed, guint added)
{
  g_assert_cmpuint (fixture->signals, ==, signals);
  g_assert_cmpuint (fixture->removed, ==, removed);
  g_assert_cmpuint (fixture->added, ==, added);
  fixture->signals = fixture->removed = fixture->added = 0;
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list =
      make_list (make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=WEEKLY"),
                 make_series ("Early", "2026-01-05T08:00", "Africa/Lagos", "FREQ=DAILY"),
                 make_series ("Also noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=WEEKLY"), NULL);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture->agenda)) == KEEL_TYPE_AGENDA_ITEM);
  check_rows (fixture, "");
  keel_agenda_set_series (fixture->agenda, list);
  check_signals (fixture, 0, 0, 0);
  set_days (fixture, "2026-01-05", 2, "UTC");
  check_rows (fixture, "Early 01-05T07:00, Also noon 01-05T11:00, Noon 01-05T11:00, Early 01-06T07:00");
  check_signals (fixture, 1, 0, 4);
}

static void
test_following (Fixture *fixture, gconstpointer data)
{
  KeelSeries *noon = make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=DAILY");
  KeelSeries *weekly = make_series ("Weekly", "2026-01-06T08:00", "Africa/Lagos", "FREQ=DAILY;INTERVAL=2");
  g_autoptr (GPtrArray) one = make_list (noon, NULL);
  g_autoptr (GPtrArray) two = make_list (g_object_ref (noon), weekly, NULL);
  g_autoptr (KeelAgendaItem) before = NULL;
  g_autoptr (KeelAgendaItem) after = NULL;

  set_days (fixture, "2026-01-05", 4, "UTC");
  keel_agenda_set_series (fixture->agenda, one);
  check_signals (fixture, 1, 0, 4);
  before = g_list_model_get_item (G_LIST_MODEL (fixture->agenda), 1);

  keel_agenda_set_series (fixture->agenda, two);
  check_rows (fixture, "Noon 01-05T11:00, Weekly 01-06T07:00, Noon 01-06T11:00, Noon 01-07T11:00, "
                       "Weekly 01-08T07:00, Noon 01-08T11:00");
  check_signals (fixture, 2, 0, 2);
  after = g_list_model_get_item (G_LIST_MODEL (fixture->agenda), 2);
  g_assert_true (before == after);

  keel_agenda_set_series (fixture->agenda, one);
  check_rows (fixture, "Noon 01-05T11:00, Noon 01-06T11:00, Noon 01-07T11:00, Noon 01-08T11:00");
  check_signals (fixture, 2, 2, 0);
  keel_agenda_set_series (fixture->agenda, NULL);
  check_rows (fixture, "");
  check_signals (fixture, 1, 4, 0);
}

/* The store hands out new snapshots; rows change only where something in them did. */
static void
test_snapshots (Fixture *fixture, gconstpointer data)
{
  static const int lead = 15;
  KeelSeries *changed = make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=DAILY");
  KeelSeries *reminded = make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=DAILY");
  g_autoptr (GPtrArray) first =
      make_list (make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=DAILY"), NULL);
  g_autoptr (GPtrArray) same =
      make_list (make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=DAILY"), NULL);
  g_autoptr (GPtrArray) other = make_list (changed, NULL);
  g_autoptr (GPtrArray) third = make_list (reminded, NULL);

  set_days (fixture, "2026-01-05", 3, "UTC");
  keel_agenda_set_series (fixture->agenda, first);
  check_signals (fixture, 1, 0, 3);
  keel_agenda_set_series (fixture->agenda, same);
  check_signals (fixture, 0, 0, 0);
  changed->meeting->address = g_strdup ("12 Harbour Street");
  keel_agenda_set_series (fixture->agenda, other);
  check_signals (fixture, 1, 3, 3);
  reminded->meeting->address = g_strdup ("12 Harbour Street");
  g_array_append_val (reminded->leads, lead);
  keel_agenda_set_series (fixture->agenda, third);
  check_signals (fixture, 1, 3, 3);
}

static void
test_one_date (Fixture *fixture, gconstpointer data)
{
  KeelSeries *series = make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=DAILY");
  KeelSeries *moved = make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=DAILY");
  g_autoptr (GPtrArray) before = make_list (series, NULL);
  g_autoptr (GPtrArray) after = make_list (moved, NULL);
  KeelSchedule *schedule;

  set_days (fixture, "2026-01-05", 3, "UTC");
  keel_agenda_set_series (fixture->agenda, before);
  check_signals (fixture, 1, 0, 3);
  schedule = keel_schedule_move (moved->schedule, read_local ("2026-01-06T12:00"),
                                 read_local ("2026-01-07T18:00"), 60, NULL);
  g_assert_nonnull (schedule);
  keel_schedule_unref (moved->schedule);
  moved->schedule = schedule;
  keel_agenda_set_series (fixture->agenda, after);
  check_rows (fixture, "Noon 01-05T11:00, Noon 01-07T11:00, Noon 01-07T17:00");
  check_signals (fixture, 1, 3, 3);
}

/* What was cancelled is there for whoever asks for it, where it would have been. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  KeelSeries *series = make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=DAILY");
  g_autoptr (GPtrArray) list = make_list (series, NULL);
  g_autoptr (KeelSchedule) schedule = keel_schedule_cancel (series->schedule, read_local ("2026-01-06T12:00"),
                                                            NULL);

  g_assert_nonnull (schedule);
  keel_series_set_schedule (series, schedule);
  keel_agenda_set_series (fixture->agenda, list);
  set_days (fixture, "2026-01-05", 3, "UTC");
  check_rows (fixture, "Noon 01-05T11:00, Noon 01-07T11:00");
  keel_agenda_set_with_cancelled (fixture->agenda, TRUE);
  check_rows (fixture, "Noon 01-05T11:00, Noon 01-06T11:00, Noon 01-07T11:00");
  for (guint i = 0; i < 3; i++)
    {
      KeelAgendaItem *item = fixture->mirror->pdata[i];

      g_assert_cmpint (item->cancelled, ==, i == 1);
      g_assert_cmpint (item->occurrence.end - item->occurrence.start, ==, 60 * 60);
      g_assert_cmpint (item->occurrence.original, ==, item->occurrence.local_start);
    }
  set_days (fixture, "2026-01-07", 3, "UTC");
  check_rows (fixture, "Noon 01-07T11:00, Noon 01-08T11:00, Noon 01-09T11:00");
}

static void
test_span (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list =
      make_list (make_series ("Noon", "2026-01-05T12:00", "Africa/Lagos", "FREQ=DAILY"),
                 make_series ("Night", "2026-01-05T21:00", NULL, "FREQ=DAILY"), NULL);

  keel_agenda_set_series (fixture->agenda, list);
  set_days (fixture, "2026-01-05", 2, "UTC");
  check_rows (fixture, "Noon 01-05T11:00, Night 01-05T21:00, Noon 01-06T11:00, Night 01-06T21:00");
  check_signals (fixture, 1, 0, 4);
  set_days (fixture, "2026-01-06", 2, "UTC");
  check_rows (fixture, "Noon 01-06T11:00, Night 01-06T21:00, Noon 01-07T11:00, Night 01-07T21:00");
  check_signals (fixture, 2, 2, 2);
  set_days (fixture, "2026-01-06", 2, "Asia/Kolkata");
  check_rows (fixture, "Noon 01-06T11:00, Night 01-06T15:30, Noon 01-07T11:00, Night 01-07T15:30");
  set_days (fixture, "2026-01-06", 0, "UTC");
  check_rows (fixture, "");
}

/* Whatever follows whatever, the signal tells the whole truth. */
static void
test_random_changes (Fixture *fixture, gconstpointer data)
{
  static const char *const rules[] = { "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=3", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260107);
  g_autoptr (GPtrArray) pool = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Meeting %d", i % 5);
      g_autofree char *start = keel_local_time_format (read_local ("2026-01-01") + (i % 7) * 900);

      g_ptr_array_add (pool, make_series (name, start, i % 3 == 0 ? NULL : "Europe/Berlin", rules[i % 4]));
    }
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *after_series = NULL;
      g_autofree char *after_span = NULL;
      g_autofree char *from = keel_local_time_format (read_local ("2026-01-01") +
                                                      g_rand_int_range (rand, 0, 20) * 1440);

      for (guint j = 0; j < pool->len; j++)
        if (g_rand_boolean (rand))
          g_ptr_array_add (list, g_object_ref (g_ptr_array_index (pool, j)));
      keel_agenda_set_series (fixture->agenda, list);
      after_series = describe (fixture);
      set_days (fixture, from, g_rand_int_range (rand, 0, 15),
                g_rand_boolean (rand) ? "UTC" : "Asia/Kolkata");
      after_span = describe (fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/agenda/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/agenda/following", Fixture, NULL, set_up, test_following, tear_down);
  g_test_add ("/agenda/snapshots", Fixture, NULL, set_up, test_snapshots, tear_down);
  g_test_add ("/agenda/one-date", Fixture, NULL, set_up, test_one_date, tear_down);
  g_test_add ("/agenda/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/agenda/span", Fixture, NULL, set_up, test_span, tear_down);
  g_test_add ("/agenda/random-changes", Fixture, NULL, set_up, test_random_changes, tear_down);
  return g_test_run ();
}
