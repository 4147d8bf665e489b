/* Days as the window knows them: what changes is told, once it is there, and can be taken back. */

#include "app/keel-session-days.h"
#include "keel-test-clock.h"
#include "keel-test-folder.h"

typedef struct
{
  char *folder;
  KeelTestClock *clock;
  KeelSession *session;
  GAsyncResult *result; /* of what was asked for last */
  guint told;           /* how often it was told that days changed */
} Fixture;

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->result = g_object_ref (result);
}

static GAsyncResult *
await (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&fixture->result);
  /* Told after the callback. */
  while (!g_task_get_completed (G_TASK (result)))
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&result);
}

static void
changed_cb (KeelSession *session, Fixture *fixture)
{
  fixture->told++;
}

static void
assert_told (Fixture *fixture, guint times)
{
  g_assert_cmpuint (fixture->told, ==, times);
  fixture->told = 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  fixture->folder = keel_test_folder_make ();
  fixture->clock = keel_test_clock_new ("2026-11-22T11:00:00Z", "Europe/Berlin");
  fixture->session = keel_session_new (fixture->folder, NULL, NULL);
  keel_session_set_clock (fixture->session, KEEL_CLOCK (fixture->clock));
  keel_session_open_async (fixture->session, ready_cb, fixture);
  result = await (fixture);
  keel_session_open_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->session, "days-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gint64 latest = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  keel_session_close (fixture->session);
  g_object_add_weak_pointer (G_OBJECT (fixture->session), (gpointer *) &fixture->session);
  g_object_unref (fixture->session);
  /* The store thread lets go of its last job in its own time. */
  while (fixture->session != NULL && g_get_monotonic_time () < latest)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_null (fixture->session);
  g_object_unref (fixture->clock);
  keel_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static KeelDays *
read_days (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  KeelDays *days;

  keel_session_read_days_async (fixture->session, ready_cb, fixture);
  result = await (fixture);
  days = keel_session_read_days_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  return days;
}

static KeelDayCount *
save_count (Fixture *fixture, const KeelDayCount *count, KeelDayCount **before)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  KeelDayCount *saved;

  keel_session_save_row_async (fixture->session, &keel_count_rows, count, ready_cb, fixture);
  result = await (fixture);
  saved = keel_session_save_row_finish (fixture->session, result, (gpointer *) before, &error);
  g_assert_no_error (error);
  return saved;
}

static KeelLapse *
save_lapse (Fixture *fixture, const KeelLapse *lapse, KeelLapse **before)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  KeelLapse *saved;

  keel_session_save_row_async (fixture->session, &keel_lapse_rows, lapse, ready_cb, fixture);
  result = await (fixture);
  saved = keel_session_save_row_finish (fixture->session, result, (gpointer *) before, &error);
  g_assert_no_error (error);
  return saved;
}

static void
change (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = await (fixture);
  GError *error = NULL;

  keel_session_change_finish (fixture->session, result, &error);
  g_assert_no_error (error);
}

static KeelDayCount *
start (Fixture *fixture, gint64 days_ago)
{
  g_autoptr (KeelDays) days = read_days (fixture);
  g_autoptr (KeelDayCount) count = keel_day_count_new (days->now.day - days_ago);
  KeelDayCount *before = NULL;
  KeelDayCount *saved = save_count (fixture, count, &before);

  g_assert_null (before);
  assert_told (fixture, 1);
  return saved;
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, 30);
  g_autoptr (KeelDayCount) before = NULL;
  g_autoptr (KeelDays) days = NULL;

  count->start -= 10;
  keel_day_count_free (save_count (fixture, count, &before));
  assert_told (fixture, 1);
  g_assert_cmpint (before->start, ==, count->start + 10);
  days = read_days (fixture);
  g_assert_cmpuint (keel_days_find (days, count->uuid)->standing->streak, ==, 40);

  keel_day_count_free (save_count (fixture, before, NULL));
  g_clear_pointer (&days, keel_days_unref);
  days = read_days (fixture);
  g_assert_cmpuint (keel_days_find (days, count->uuid)->standing->streak, ==, 30);
  assert_told (fixture, 1);

  keel_session_delete_row_async (fixture->session, &keel_count_rows, count->uuid, TRUE, ready_cb, fixture);
  change (fixture);
  g_clear_pointer (&days, keel_days_unref);
  days = read_days (fixture);
  g_assert_null (keel_days_find (days, count->uuid));
  keel_session_delete_row_async (fixture->session, &keel_count_rows, count->uuid, FALSE, ready_cb, fixture);
  change (fixture);
  g_clear_pointer (&days, keel_days_unref);
  days = read_days (fixture);
  g_assert_nonnull (keel_days_find (days, count->uuid));
  assert_told (fixture, 2);
}

static void
test_lapse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, 30);
  g_autoptr (KeelLapse) wanted = keel_lapse_new (count->uuid);
  g_autoptr (KeelLapse) lapse = save_lapse (fixture, wanted, NULL);
  g_autoptr (KeelLapse) before = NULL;
  g_autoptr (KeelDays) days = read_days (fixture);

  assert_told (fixture, 1);
  g_assert_cmpint (lapse->day, ==, days->now.day);
  g_assert_false (keel_days_find (days, count->uuid)->standing->shows_streak);
  lapse->choice = KEEL_LAPSE_NOT_COUNTED;
  keel_lapse_free (save_lapse (fixture, lapse, &before));
  g_assert_cmpint (before->choice, ==, KEEL_LAPSE_KEEP_TOTAL);
  keel_session_delete_row_async (fixture->session, &keel_lapse_rows, lapse->uuid, TRUE, ready_cb, fixture);
  change (fixture);
  assert_told (fixture, 2);
  g_clear_pointer (&days, keel_days_unref);
  days = read_days (fixture);
  g_assert_cmpuint (keel_days_find (days, count->uuid)->standing->streak, ==, 30);
  g_assert_cmpuint (days->lapses->len, ==, 0);
}

/* What was refused is not told as a change. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelLapse) lapse = keel_lapse_new ("nowhere");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  keel_session_save_row_async (fixture->session, &keel_lapse_rows, lapse, ready_cb, fixture);
  result = await (fixture);
  g_assert_null (keel_session_save_row_finish (fixture->session, result, NULL, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
  assert_told (fixture, 0);
}

static void
test_milestones (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KeelDayCount) count = start (fixture, 30);
  g_autoptr (KeelReached) own = keel_reached_new (KEEL_REACHED_AMENDS, count->start);
  g_autoptr (KeelReached) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (KeelDays) days = read_days (fixture);
  const KeelDayOptions quiet = { .night_end = 240, .moments = FALSE };

  assert_told (fixture, 0);
  g_assert_cmpuint (days->untold->len, ==, 1); /* the 30 days are today */
  keel_session_tell_reached_async (fixture->session, days->untold, ready_cb, fixture);
  change (fixture);
  assert_told (fixture, 1);
  g_clear_pointer (&days, keel_days_unref);
  days = read_days (fixture);
  g_assert_cmpuint (days->untold->len, ==, 0);

  keel_session_save_row_async (fixture->session, &keel_reached_rows, own, ready_cb, fixture);
  result = await (fixture);
  saved = keel_session_save_row_finish (fixture->session, result, NULL, NULL);
  g_assert_nonnull (saved->uuid);
  g_clear_pointer (&days, keel_days_unref);
  days = read_days (fixture);
  g_assert_cmpuint (days->untold->len, ==, 1);
  keel_session_set_day_options_async (fixture->session, &quiet, ready_cb, fixture);
  change (fixture);
  g_clear_pointer (&days, keel_days_unref);
  days = read_days (fixture);
  g_assert_cmpuint (days->untold->len, ==, 0);
  g_assert_cmpint (days->options.night_end, ==, 240);
  keel_session_delete_row_async (fixture->session, &keel_reached_rows, saved->uuid, TRUE, ready_cb, fixture);
  change (fixture);
  assert_told (fixture, 3);
}

#define ADD(name, function) g_test_add ("/app/session-days/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("count", test_count);
  ADD ("lapse", test_lapse);
  ADD ("refused", test_refused);
  ADD ("milestones", test_milestones);
  return g_test_run ();
}
