#include "keel-session-private.h"

/* What is asked of the dates of a series; each change uses what it needs. */
typedef struct
{
  char *uuid;
  KeelLocalTime original;
  KeelLocalTime start;
  guint duration;
  KeelSchedule *expected;
  KeelSchedule *schedule;
} Wish;

static void
wish_free (Wish *wish)
{
  g_clear_pointer (&wish->expected, keel_schedule_unref);
  g_clear_pointer (&wish->schedule, keel_schedule_unref);
  g_free (wish->uuid);
  g_free (wish);
}

static gboolean
hand_out (KeelSeries *before, GObject **outcome)
{
  *outcome = (GObject *) before;
  return before != NULL;
}

static gboolean
move_date (KeelProfile *profile, gconstpointer data, GObject **outcome, GError **error)
{
  const Wish *wish = data;

  return hand_out (keel_profile_move_date (profile, wish->uuid, wish->original, wish->start, wish->duration,
                                           error),
                   outcome);
}

static gboolean
cancel_date (KeelProfile *profile, gconstpointer data, GObject **outcome, GError **error)
{
  const Wish *wish = data;

  return hand_out (keel_profile_cancel_date (profile, wish->uuid, wish->original, error), outcome);
}

static gboolean
restore_date (KeelProfile *profile, gconstpointer data, GObject **outcome, GError **error)
{
  const Wish *wish = data;

  return hand_out (keel_profile_restore_date (profile, wish->uuid, wish->original, error), outcome);
}

static gboolean
replace_schedule (KeelProfile *profile, gconstpointer data, GObject **outcome, GError **error)
{
  const Wish *wish = data;

  return keel_profile_replace_schedule (profile, wish->uuid, wish->expected, wish->schedule, error);
}

/* Copies what @wish points at. */
static void
run_wish (KeelSession *self, KeelSessionChange change, const Wish *wish, KeelSessionCallback callback,
          gpointer data)
{
  Wish *copy = g_new (Wish, 1);

  *copy = *wish;
  copy->uuid = g_strdup (wish->uuid);
  copy->expected = wish->expected != NULL ? keel_schedule_ref (wish->expected) : NULL;
  copy->schedule = wish->schedule != NULL ? keel_schedule_ref (wish->schedule) : NULL;
  keel_session_change (self, change, copy, (GDestroyNotify) wish_free, callback, data);
}

void
keel_session_move_date_async (KeelSession *self, const char *uuid, KeelLocalTime original,
                              KeelLocalTime start, guint duration, KeelSessionCallback callback,
                              gpointer data)
{
  const Wish wish = { .uuid = (char *) uuid, .original = original, .start = start, .duration = duration };

  run_wish (self, move_date, &wish, callback, data);
}

void
keel_session_cancel_date_async (KeelSession *self, const char *uuid, KeelLocalTime original,
                                KeelSessionCallback callback, gpointer data)
{
  const Wish wish = { .uuid = (char *) uuid, .original = original };

  run_wish (self, cancel_date, &wish, callback, data);
}

void
keel_session_restore_date_async (KeelSession *self, const char *uuid, KeelLocalTime original,
                                 KeelSessionCallback callback, gpointer data)
{
  const Wish wish = { .uuid = (char *) uuid, .original = original };

  run_wish (self, restore_date, &wish, callback, data);
}

KeelSeries *
keel_session_dates_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  gpointer before = NULL;

  return keel_session_change_take (result, &before, error) ? before : NULL;
}

void
keel_session_replace_schedule_async (KeelSession *self, const char *uuid, KeelSchedule *expected,
                                     KeelSchedule *schedule, KeelSessionCallback callback, gpointer data)
{
  const Wish wish = { .uuid = (char *) uuid, .expected = expected, .schedule = schedule };

  run_wish (self, replace_schedule, &wish, callback, data);
}
