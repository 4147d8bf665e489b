/* A followed series takes what its list says now: the past stays, and from then on there is the list alone.
 */

#include "core/keel-rhythm-take.h"

#include "schedule-checks.h"

#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)
#define YEAR (366 * DAY)
#define ROUNDS 400
#define TAKES 3

static const char *const zones[] = { "Europe/Berlin",    "Europe/Berlin", "America/New_York",
                                     "Australia/Sydney", "Asia/Kolkata",  "America/St_Johns" };

static const char *const rules[] = {
  NULL,
  "FREQ=DAILY",
  "FREQ=DAILY;COUNT=30",
  "FREQ=DAILY;INTERVAL=3",
  "FREQ=WEEKLY",
  "FREQ=WEEKLY;COUNT=12",
  "FREQ=WEEKLY;BYDAY=MO,WE,FR",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
  "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=40",
  "FREQ=WEEKLY;UNTIL=20261201T000000",
  "FREQ=MONTHLY",
  "FREQ=MONTHLY;BYDAY=1MO,3MO",
  "FREQ=MONTHLY;BYDAY=-1SA;COUNT=9",
  "FREQ=YEARLY",
};

static gboolean
chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static gint64
parse_instant (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static KeelSchedule *
replace (KeelSchedule *before, KeelSchedule *changed)
{
  if (changed == NULL)
    return before;
  keel_schedule_unref (before);
  return changed;
}

/* Moves, cancels and adds dates. */
static KeelSchedule *
change_dates (GRand *rand, KeelSchedule *schedule)
{
  g_autoptr (GArray) dates = expand_schedule (schedule, parse_instant ("2026-09-01T00:00:00Z"),
                                              parse_instant ("2027-03-01T00:00:00Z"), NULL);

  for (int n = g_rand_int_range (rand, 0, 6); n > 0 && dates->len > 0; n--)
    {
      const KeelOccurrence *date = get_nth (dates, (guint) g_rand_int_range (rand, 0, (gint32) dates->len));
      KeelLocalTime other = date->original + g_rand_int_range (rand, -20 * 1440, 20 * 1440) / 15 * 15;

      if (chance (rand, 40))
        schedule = replace (schedule, keel_schedule_cancel (schedule, date->original, NULL));
      else if (chance (rand, 60))
        schedule = replace (schedule, keel_schedule_move (schedule, date->original, other, 45, NULL));
      else
        schedule = replace (schedule, keel_schedule_add (schedule, other, 75, NULL));
    }
  return schedule;
}

static KeelLocalTime
pick_start (GRand *rand)
{
  return keel_local_time_new (2026, 6, 1, 0, 0) + g_rand_int_range (rand, 0, 200) * 1440 +
         g_rand_int_range (rand, 0, 96) * 15;
}

static KeelSchedule *
pick_schedule (GRand *rand, const char *zone)
{
  KeelLocalTime start = pick_start (rand);
  GError *error = NULL;
  KeelSchedule *schedule =
      keel_schedule_new (start, zone, 60, rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))], &error);

  g_assert_no_error (error);
  if (chance (rand, 30))
    schedule = replace (schedule,
                        keel_schedule_change_from (schedule, start + g_rand_int_range (rand, 1, 150) * 1440,
                                                   zone, 90,
                                                   rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))],
                                                   NULL));
  return change_dates (rand, schedule);
}

/* What a list makes of what it said: other dates, or all of it anew. */
static KeelSchedule *
change_list (GRand *rand, KeelSchedule *listed)
{
  if (chance (rand, 50))
    return change_dates (rand, keel_schedule_ref (listed));
  return pick_schedule (rand, chance (rand, 70) ? keel_schedule_get_zone (listed)
                                                : zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
}

static gboolean
has_date (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *person)
{
  g_autoptr (GArray) dates = expand_schedule (schedule, from, to, person);

  return dates->len > 0;
}

/* Of one that was moved or added: whether it is today's, moved. */
static gboolean
is_moved_today (KeelSchedule *schedule, const KeelOccurrence *date, gint64 from, gint64 to)
{
  g_autoptr (KeelSchedule) plain = keel_schedule_restore (schedule, date->original);
  g_autoptr (GTimeZone) zone = keel_zone_open (keel_schedule_get_zone (schedule));
  gint64 key = keel_local_time_to_utc (date->original, zone);
  g_autoptr (GArray) dates = expand_schedule (plain, date->start, date->start + 1, zone);

  if (date->original == date->local_start && dates->len == 0)
    return FALSE;
  return keel_schedule_equal (plain, schedule) || (key >= from && key < to);
}

static gboolean
has_begun (KeelSchedule *schedule, gint64 from, gint64 to, gint64 now, GTimeZone *person)
{
  g_autoptr (GArray) dates = expand_schedule (schedule, from, now + 1, person);

  for (guint i = 0; i < dates->len; i++)
    if (is_moved_today (schedule, get_nth (dates, i), from, to))
      return TRUE;
  return FALSE;
}

/* From now on, or from tomorrow. */
static gint64
find_cut (KeelSchedule *followed, KeelSchedule *listed, gint64 now, GTimeZone *person)
{
  g_autoptr (GTimeZone) zone = keel_zone_open (keel_schedule_get_zone (listed));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autoptr (GDateTime) today = g_date_time_new (zone, g_date_time_get_year (local),
                                                 g_date_time_get_month (local),
                                                 g_date_time_get_day_of_month (local), 0, 0, 0);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (today, 1);
  gint64 from = g_date_time_to_unix (today);
  gint64 to = g_date_time_to_unix (tomorrow);

  return has_begun (followed, from, to, now, person) || has_begun (listed, from, to, now, person) ? to
                                                                                                  : now + 1;
}

static char *
write_dates (GArray *dates, gboolean with_keys)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      const KeelOccurrence *date = get_nth (dates, i);
      g_autofree char *start = keel_local_time_format (date->start / 60);
      g_autofree char *key = keel_local_time_format (date->original);

      g_string_append_printf (text, "%s %d", start, (int) (date->end - date->start));
      g_string_append_printf (text, with_keys ? " %s\n" : "\n", key);
    }
  return g_string_free (text, FALSE);
}

static char *
write_span (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *person, gboolean with_keys)
{
  g_autoptr (GArray) dates = expand_schedule (schedule, from, to, person);

  return write_dates (dates, with_keys);
}

/* "11-24T19:00 12-01T19:00 …" */
static char *
write_short (KeelSchedule *schedule, const char *from, const char *to, GTimeZone *person)
{
  g_autoptr (GArray) dates = expand_schedule (schedule, parse_instant (from), parse_instant (to), person);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *local = keel_local_time_format (get_nth (dates, i)->local_start);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", local + strlen ("2026-"));
    }
  return g_string_free (text, FALSE);
}

static void
assert_keys_differ (KeelSchedule *schedule, gint64 from, gint64 to, GTimeZone *person)
{
  g_autoptr (GArray) dates = expand_schedule (schedule, from, to, person);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < dates->len; i++)
    g_assert_true (g_hash_table_add (keys, (gpointer) &get_nth (dates, i)->original));
}

/* Tells the first line that differs, of hundreds. */
static void
assert_lines (const char *text, const char *wanted)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) all_wanted = g_strsplit (wanted, "\n", -1);

  for (guint i = 0; lines[i] != NULL && all_wanted[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, all_wanted[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (all_wanted));
}

/* What both have between now and @cut, as @listed has it, and then what it has. */
static char *
write_coming (KeelSchedule *followed, KeelSchedule *listed, gint64 now, gint64 cut, GTimeZone *person)
{
  g_autoptr (GArray) dates = expand_schedule (listed, now + 1, now + 3 * YEAR, person);

  for (guint i = dates->len; i-- > 0;)
    {
      gint64 start = get_nth (dates, i)->start;

      if (start < cut && !has_date (followed, start, start + 1, person))
        g_array_remove_index (dates, i);
    }
  return write_dates (dates, FALSE);
}

/* The past of @followed, and then what is @wanted. */
static void
check_wanted (KeelSchedule *followed, KeelSchedule *listed, KeelSchedule *taken, gint64 now, gint64 cut,
              GTimeZone *person)
{
  g_autofree char *was = write_span (followed, now - 2 * YEAR, now + 1, person, TRUE);
  g_autofree char *past = write_span (taken, now - 2 * YEAR, now + 1, person, TRUE);
  g_autofree char *said = write_coming (followed, listed, now, cut, person);
  g_autofree char *comes = write_span (taken, now + 1, now + 3 * YEAR, person, FALSE);

  assert_lines (past, was);
  assert_lines (comes, said);
  assert_keys_differ (taken, now - 2 * YEAR, now + 3 * YEAR, person);
}

static void
check_taken (KeelSchedule *followed, KeelSchedule *listed, KeelSchedule *taken, gint64 now, GTimeZone *person)
{
  check_wanted (followed, listed, taken, now, find_cut (followed, listed, now, person), person);
}

/* Several times, since what one taking leaves is what the next one finds. */
static void
take_some (GRand *rand, guint *n_taken)
{
  g_autoptr (GTimeZone) person = keel_zone_open ("Europe/Berlin");
  g_autoptr (KeelSchedule) known = pick_schedule (rand, zones[g_rand_int_range (rand, 0, 6)]);
  g_autoptr (KeelSchedule) followed = keel_schedule_ref (known);
  gint64 now = parse_instant ("2026-08-15T00:00:00Z") + g_rand_int_range (rand, 0, 200 * 1440) * 60;

  for (int i = 0; i < TAKES; i++)
    {
      g_autoptr (KeelSchedule) listed = change_list (rand, known);
      g_autoptr (GError) error = NULL;
      KeelSchedule *taken = keel_rhythm_take (followed, known, listed, now, person, &error);

      if (taken == NULL)
        {
          g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_DATE);
          g_assert_false (
              has_date (listed, find_cut (followed, listed, now, person), now + 3 * YEAR, person));
          continue;
        }
      check_taken (followed, listed, taken, now, person);
      followed = replace (followed, taken);
      known = replace (known, g_steal_pointer (&listed));
      now += chance (rand, 40) ? g_rand_int_range (rand, 0, 600) * 60
                               : g_rand_int_range (rand, 0, 40 * 1440) * 60;
      ++*n_taken;
    }
}

static void
test_random (void)
{
  guint n_taken = 0;

  for (guint32 seed = 1; seed <= ROUNDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      g_test_message ("seed %u", seed);
      take_some (rand, &n_taken);
    }
  g_assert_cmpuint (n_taken, >, ROUNDS);
}

/* Tuesdays at 19:00 from November 3 on; it is Friday, November 20. */
#define TUESDAYS "2026-11-03T19:00", "FREQ=WEEKLY;BYDAY=TU"
#define LATER "2026-11-03T19:30", "FREQ=WEEKLY;BYDAY=TU"

typedef enum
{
  NOTHING,
  MOVE,   /* December 1 to December 2, 18:00 */
  CANCEL, /* December 1 */
  ADD,    /* December 5, 10:00 */
  BACK,   /* December 1 is put back */
  NO_ADD, /* December 5 is taken out */
} What;

static KeelSchedule *
change_at (KeelSchedule *schedule, What what, const char *first)
{
  KeelLocalTime date = read_local (first);

  if (what == MOVE)
    return keel_schedule_move (schedule, date, read_local ("2026-12-02T18:00"), 60, NULL);
  if (what == CANCEL)
    return keel_schedule_cancel (schedule, date, NULL);
  if (what == ADD)
    return keel_schedule_add (schedule, read_local ("2026-12-05T10:00"), 60, NULL);
  if (what == BACK)
    return keel_schedule_restore (schedule, date);
  if (what == NO_ADD)
    return keel_schedule_cancel (schedule, read_local ("2026-12-05T10:00"), NULL);
  return keel_schedule_ref (schedule);
}

static KeelSchedule *
change (KeelSchedule *schedule, What what)
{
  return change_at (schedule, what, "2026-12-01T19:00");
}

/* --- What the person does between two takings --- */

typedef struct
{
  What what; /* CANCEL, MOVE, ADD or BACK */
  KeelLocalTime key;
  gint64 start; /* of what was moved or added: then, seconds UTC */
} Own;

static gboolean
get_date (KeelSchedule *schedule, KeelLocalTime key, gint64 now, KeelOccurrence *date)
{
  g_autoptr (GArray) dates = expand_schedule (schedule, now - YEAR, now + YEAR, NULL);

  for (guint i = 0; i < dates->len; i++)
    if (get_nth (dates, i)->original == key)
      {
        *date = *get_nth (dates, i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_cancelled (KeelSchedule *schedule, KeelLocalTime key)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));

  keel_schedule_get_cancelled (schedule, key, key + 1, keys);
  return keys->len > 0;
}

/* Whether both say the same of the date with this key. */
static gboolean
is_alike (KeelSchedule *one, KeelSchedule *other, KeelLocalTime key, gint64 now)
{
  KeelOccurrence a, b;
  gboolean has = get_date (one, key, now, &a);

  if (has != get_date (other, key, now, &b))
    return FALSE;
  return has ? a.start == b.start && a.end == b.end : is_cancelled (one, key) && is_cancelled (other, key);
}

static KeelSchedule *
do_own (KeelSchedule *schedule, const Own *own)
{
  g_autoptr (GTimeZone) zone = keel_zone_open (keel_schedule_get_zone (schedule));
  KeelLocalTime start = keel_local_time_from_utc (own->start, zone);

  if (own->what == CANCEL)
    return keel_schedule_cancel (schedule, own->key, NULL);
  if (own->what == MOVE)
    return keel_schedule_move (schedule, own->key, start, 45, NULL);
  if (own->what == ADD)
    return keel_schedule_add (schedule, start, 45, NULL);
  return keel_schedule_restore (schedule, own->key);
}

/* A date that the list moved or cancelled. FALSE where there is none. */
static gboolean
pick_changed (KeelSchedule *known, gint64 now, KeelLocalTime *key)
{
  g_autoptr (GArray) dates = expand_schedule (known, now + 3 * DAY, now + 60 * DAY, NULL);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime));

  keel_schedule_get_cancelled (known, now / 60 + 3 * 1440, now / 60 + 60 * 1440, keys);
  for (guint i = 0; i < dates->len; i++)
    if (get_nth (dates, i)->original != get_nth (dates, i)->local_start &&
        get_nth (dates, i)->original > now / 60 + 3 * 1440)
      g_array_append_val (keys, get_nth (dates, i)->original);
  if (keys->len > 0)
    *key = g_array_index (keys, KeelLocalTime, keys->len - 1);
  return keys->len > 0;
}

/* What they did not touch yet is cancelled, moved or put back, or a date is added; at a minute that no other
 * date has. */
static KeelSchedule *
change_own (GRand *rand, KeelSchedule *followed, KeelSchedule *known, gint64 now, GArray *all)
{
  g_autoptr (GArray) dates = expand_schedule (followed, now + 3 * DAY, now + 60 * DAY, NULL);
  Own own = { (What) g_rand_int_range (rand, MOVE, BACK + 1), 0, 0 };
  const KeelOccurrence *date;

  if (dates->len == 0)
    return followed;
  date = get_nth (dates, (guint) g_rand_int_range (rand, 0, (gint32) dates->len));
  own.key = date->original;
  own.start = date->start + (g_rand_int_range (rand, 0, 1000) * 15 + 1 + g_rand_int_range (rand, 0, 14)) * 60;
  if (own.what == BACK && !pick_changed (known, now, &own.key))
    return followed;
  if (own.what != ADD && !is_alike (followed, known, own.key, now))
    return followed;
  g_array_append_val (all, own);
  return replace (followed, do_own (followed, &own));
}

/* Leaves what the list says nothing new of, and what has not begun. */
static void
drop_own (KeelSchedule *known, KeelSchedule *listed, gint64 now, GArray *all)
{
  for (guint i = all->len; i-- > 0;)
    {
      const Own *own = &g_array_index (all, Own, i);
      gboolean stays = own->what == ADD || is_alike (known, listed, own->key, now);

      if (!stays || ((own->what == ADD || own->what == MOVE) && own->start <= now))
        g_array_remove_index (all, i);
    }
}

static gint64
pass_time (GRand *rand, gint64 now, KeelSchedule *followed)
{
  g_autoptr (GArray) dates = NULL;

  now += g_rand_int_range (rand, 0, 12 * 1440) * 60;
  dates = expand_schedule (followed, now, now + 30 * DAY, NULL);
  /* Often while a date of that day has begun. */
  if (dates->len > 0 && chance (rand, 50))
    now = get_nth (dates, 0)->start + g_rand_int_range (rand, 0, 300) * 60;
  return now;
}

static void
take_with_own (GRand *rand)
{
  g_autoptr (GTimeZone) person = keel_zone_open ("Europe/Berlin");
  g_autoptr (KeelSchedule) known = pick_schedule (rand, zones[g_rand_int_range (rand, 0, 6)]);
  g_autoptr (KeelSchedule) followed = keel_schedule_ref (known);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Own));
  gint64 now = parse_instant ("2026-09-15T00:00:00Z") + g_rand_int_range (rand, 0, 90 * 1440) * 60;

  for (int i = 0; i < TAKES; i++)
    {
      g_autoptr (KeelSchedule) listed = NULL;
      g_autoptr (KeelSchedule) wanted = NULL;
      KeelSchedule *taken;

      for (int n = 0; n < 3; n++)
        followed = change_own (rand, followed, known, now, all);
      now = pass_time (rand, now, followed);
      listed = change_dates (rand, keel_schedule_ref (known));
      drop_own (known, listed, now, all);
      taken = keel_rhythm_take (followed, known, listed, now, person, NULL);
      if (taken == NULL)
        return;
      wanted = keel_schedule_ref (listed);
      for (guint n = 0; n < all->len; n++)
        wanted = replace (wanted, do_own (wanted, &g_array_index (all, Own, n)));
      check_wanted (followed, wanted, taken, now, find_cut (followed, listed, now, person), person);
      followed = replace (followed, taken);
      known = replace (known, g_steal_pointer (&listed));
    }
}

static void
test_random_own (void)
{
  for (guint32 seed = 1; seed <= ROUNDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      g_test_message ("seed %u", seed);
      take_with_own (rand);
    }
}

/* What the person changed themselves stays, unless the list says something new of that date. */
static void
test_own (void)
{
  static const struct
  {
    What known, own;
    const char *start, *rule;
    What listed;
    const char *dates; /* from November 16 to December 9 */
  } rows[] = {
    { NOTHING, MOVE, TUESDAYS ";COUNT=6", NOTHING, "11-17T19:00 11-24T19:00 12-02T18:00 12-08T19:00" },
    { NOTHING, CANCEL, TUESDAYS ";COUNT=6", NOTHING, "11-17T19:00 11-24T19:00 12-08T19:00" },
    { NOTHING, ADD, TUESDAYS ";COUNT=6", NOTHING,
      "11-17T19:00 11-24T19:00 12-01T19:00 12-05T10:00 12-08T19:00" },
    { NOTHING, CANCEL, TUESDAYS, MOVE, "11-17T19:00 11-24T19:00 12-02T18:00 12-08T19:00" },
    { NOTHING, MOVE, TUESDAYS, CANCEL, "11-17T19:00 11-24T19:00 12-08T19:00" },
    { NOTHING, ADD, TUESDAYS, ADD, "11-17T19:00 11-24T19:00 12-01T19:00 12-05T10:00 12-08T19:00" },
    { CANCEL, NOTHING, TUESDAYS, NOTHING, "11-17T19:00 11-24T19:00 12-01T19:00 12-08T19:00" },
    { MOVE, NOTHING, TUESDAYS, NOTHING, "11-17T19:00 11-24T19:00 12-01T19:00 12-08T19:00" },
    { ADD, NOTHING, TUESDAYS, NOTHING, "11-17T19:00 11-24T19:00 12-01T19:00 12-08T19:00" },
    { MOVE, CANCEL, TUESDAYS ";COUNT=6", MOVE, "11-17T19:00 11-24T19:00 12-08T19:00" },
    /* Another day: no date of the old ones is left to be moved. */
    { NOTHING, MOVE, "2026-11-05T19:00", "FREQ=WEEKLY", NOTHING, "11-17T19:00 11-26T19:00 12-03T19:00" },
    { NOTHING, ADD, "2026-11-05T19:00", "FREQ=WEEKLY", NOTHING,
      "11-17T19:00 11-26T19:00 12-03T19:00 12-05T10:00" },
    /* What the person took out or put back themselves. */
    { ADD, NO_ADD, TUESDAYS ";COUNT=6", ADD, "11-17T19:00 11-24T19:00 12-01T19:00 12-08T19:00" },
    { CANCEL, BACK, TUESDAYS ";COUNT=6", CANCEL, "11-17T19:00 11-24T19:00 12-01T19:00 12-08T19:00" },
    { MOVE, BACK, TUESDAYS ";COUNT=6", MOVE, "11-17T19:00 11-24T19:00 12-01T19:00 12-08T19:00" },
    { CANCEL, BACK, TUESDAYS ";COUNT=6", MOVE, "11-17T19:00 11-24T19:00 12-02T18:00 12-08T19:00" },
    { MOVE, BACK, TUESDAYS ";COUNT=6", CANCEL, "11-17T19:00 11-24T19:00 12-08T19:00" },
    /* Another time of the same day. */
    { NOTHING, CANCEL, LATER, NOTHING, "11-17T19:00 11-24T19:30 12-08T19:30" },
    { NOTHING, MOVE, LATER, NOTHING, "11-17T19:00 11-24T19:30 12-02T18:00 12-08T19:30" },
    { NOTHING, CANCEL, LATER, MOVE, "11-17T19:00 11-24T19:30 12-02T18:00 12-08T19:30" },
    { CANCEL, BACK, LATER, CANCEL, "11-17T19:00 11-24T19:30 12-01T19:30 12-08T19:30" },
    { MOVE, BACK, LATER, MOVE, "11-17T19:00 11-24T19:30 12-01T19:30 12-08T19:30" },
    { MOVE, CANCEL, LATER, MOVE, "11-17T19:00 11-24T19:30 12-08T19:30" },
    { ADD, NO_ADD, LATER, ADD, "11-17T19:00 11-24T19:30 12-01T19:30 12-08T19:30" },
  };
  g_autoptr (GTimeZone) zone = keel_zone_open ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelSchedule) plain = keel_schedule_new (read_local ("2026-11-03T19:00"), "Europe/Berlin",
                                                          60, "FREQ=WEEKLY;BYDAY=TU", NULL);
      g_autoptr (KeelSchedule) other = keel_schedule_new (read_local (rows[i].start), "Europe/Berlin", 60,
                                                          rows[i].rule, NULL);
      g_autoptr (KeelSchedule) known = change (plain, rows[i].known);
      g_autoptr (KeelSchedule) followed = change (known, rows[i].own);
      g_autoptr (KeelSchedule) listed =
          change_at (other, rows[i].listed,
                     strstr (rows[i].start, "19:30") != NULL ? "2026-12-01T19:30" : "2026-12-01T19:00");
      g_autoptr (KeelSchedule) taken = keel_rhythm_take (followed, known, listed,
                                                         parse_instant ("2026-11-20T12:00:00Z"), zone, NULL);
      g_autofree char *dates = NULL;

      g_test_message ("row %u", (guint) i);
      g_assert_nonnull (taken);
      dates = write_short (taken, "2026-11-16T00:00:00Z", "2026-12-09T00:00:00Z", zone);
      g_assert_cmpstr (dates, ==, rows[i].dates);
    }
}

/* What begins later today stays where the list has it too, whatever else was today. It is Tuesday, November
 * 24, 12:00 in Berlin. */
static void
test_tonight (void)
{
  static const struct
  {
    const char *added;  /* by both; nullable */
    const char *moved;  /* by the person: December 1, to today; nullable */
    const char *listed; /* the first date of the list, which is weekly too */
    const char *dates;  /* from today to December 2 */
  } rows[] = {
    { "2026-11-24T09:00", NULL, "2026-11-03T19:00", "11-24T09:00 11-24T19:00 12-01T19:00" },
    { "2026-11-24T09:00", NULL, "2026-11-03T19:30", "11-24T09:00 11-24T19:30 12-01T19:30" },
    { NULL, "2026-11-24T10:00", "2026-11-03T19:00", "11-24T10:00 11-24T19:00 12-01T19:00" },
    /* Today's of the list would have been at 11:00. */
    { "2026-11-24T20:00", NULL, "2026-11-03T11:00", "11-24T20:00 12-01T11:00" },
  };
  g_autoptr (GTimeZone) zone = keel_zone_open ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelSchedule) known = keel_schedule_new (read_local ("2026-11-03T19:00"), "Europe/Berlin",
                                                          60, "FREQ=WEEKLY", NULL);
      g_autoptr (KeelSchedule) followed = keel_schedule_ref (known);
      g_autoptr (KeelSchedule) listed = keel_schedule_new (read_local (rows[i].listed), "Europe/Berlin", 90,
                                                           "FREQ=WEEKLY", NULL);
      g_autoptr (KeelSchedule) taken = NULL;
      g_autofree char *dates = NULL;

      if (rows[i].added != NULL)
        {
          known = replace (known, keel_schedule_add (known, read_local (rows[i].added), 60, NULL));
          followed = replace (followed, keel_schedule_add (followed, read_local (rows[i].added), 60, NULL));
          listed = replace (listed, keel_schedule_add (listed, read_local (rows[i].added), 60, NULL));
        }
      if (rows[i].moved != NULL)
        followed = replace (followed, keel_schedule_move (followed, read_local ("2026-12-01T19:00"),
                                                          read_local (rows[i].moved), 60, NULL));
      taken = keel_rhythm_take (followed, known, listed, parse_instant ("2026-11-24T11:00:00Z"), zone, NULL);
      g_assert_nonnull (taken);
      dates = write_short (taken, "2026-11-24T00:00:00Z", "2026-12-02T00:00:00Z", zone);
      g_assert_cmpstr (dates, ==, rows[i].dates);
    }
}

/* There and back on one day: nothing is left of what was taken in between. */
static void
test_back (void)
{
  g_autoptr (GTimeZone) zone = keel_zone_open ("Europe/Berlin");
  g_autoptr (KeelSchedule) tuesday = keel_schedule_new (read_local ("2026-11-03T19:00"), "Europe/Berlin", 60,
                                                        "FREQ=WEEKLY;BYDAY=TU", NULL);
  g_autoptr (KeelSchedule) thursday = keel_schedule_new (read_local ("2026-11-05T19:00"), "Europe/Berlin", 60,
                                                         "FREQ=WEEKLY;BYDAY=TH", NULL);
  gint64 now = parse_instant ("2026-11-20T12:00:00Z");
  g_autoptr (KeelSchedule) there = keel_rhythm_take (tuesday, NULL, thursday, now, zone, NULL);
  g_autoptr (KeelSchedule) back = keel_rhythm_take (there, NULL, tuesday, now, zone, NULL);
  g_autofree char *dates = write_short (back, "2026-11-16T00:00:00Z", "2026-12-03T00:00:00Z", zone);

  g_assert_cmpstr (dates, ==, "11-17T19:00 11-24T19:00 12-01T19:00");
}

static KeelSchedule *
add_many (KeelSchedule *schedule, const char *from, guint n)
{
  KeelLocalTime first = read_local (from);
  KeelSchedule *added = keel_schedule_ref (schedule);

  for (guint i = 0; i < n; i++)
    added = replace (added, keel_schedule_add (added, first + i, 5, NULL));
  return added;
}

/* Dates that have no room are not lost in silence. */
static void
test_too_many (void)
{
  g_autoptr (GTimeZone) zone = keel_zone_open ("Europe/Berlin");
  g_autoptr (KeelSchedule) plain = keel_schedule_new (read_local ("2026-11-03T19:00"), "Europe/Berlin", 60,
                                                      "FREQ=WEEKLY", NULL);
  g_autoptr (KeelSchedule) followed = add_many (plain, "2026-11-10T00:00", 5500);
  g_autoptr (KeelSchedule) listed = add_many (plain, "2027-01-01T00:00", 5500);
  g_autoptr (GError) error = NULL;

  g_assert_null (
      keel_rhythm_take (followed, NULL, listed, parse_instant ("2026-11-20T12:00:00Z"), zone, &error));
  g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rhythm-take/own", test_own);
  g_test_add_func ("/rhythm-take/tonight", test_tonight);
  g_test_add_func ("/rhythm-take/back", test_back);
  g_test_add_func ("/rhythm-take/too-many", test_too_many);
  g_test_add_func ("/rhythm-take/random", test_random);
  g_test_add_func ("/rhythm-take/random-own", test_random_own);
  return g_test_run ();
}
