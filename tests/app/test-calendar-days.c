#include <locale.h>

#include "app/keel-month.h"
#include "app/keel-week.h"
#include "app/keel-week-layout.h"
#include "content/keel-sentences.h"
#include "core/keel-local-time.h"

#define ZONE "Europe/Berlin"
#define MOST 4

static gint64
get_day (int year, int month, int day)
{
  return keel_days_from_civil (year, month, day);
}

static void
test_month_shift (void)
{
  static const struct
  {
    int from[3];
    int months;
    int to[3];
  } rows[] = {
    { { 2026, 11, 24 }, 1, { 2026, 12, 24 } },  { { 2026, 11, 24 }, 2, { 2027, 1, 24 } },
    { { 2026, 1, 31 }, 1, { 2026, 2, 28 } },    { { 2028, 1, 31 }, 1, { 2028, 2, 29 } },
    { { 2026, 1, 15 }, -1, { 2025, 12, 15 } },  { { 2026, 3, 31 }, -1, { 2026, 2, 28 } },
    { { 2026, 12, 31 }, 12, { 2027, 12, 31 } }, { { 2026, 5, 31 }, -25, { 2024, 4, 30 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 to = keel_month_shift (get_day (rows[i].from[0], rows[i].from[1], rows[i].from[2]),
                                    rows[i].months);

      g_assert_cmpint (to, ==, get_day (rows[i].to[0], rows[i].to[1], rows[i].to[2]));
      g_assert_cmpint (keel_month_get_first (to), ==, get_day (rows[i].to[0], rows[i].to[1], 1));
    }
}

/* In the C locale a week begins on a Sunday. */
static void
test_week (void)
{
  for (int day = 22; day <= 28; day++)
    g_assert_cmpint (keel_month_get_week (get_day (2026, 11, day)), ==, get_day (2026, 11, 22));
  g_assert_cmpint (keel_month_get_week (get_day (2026, 11, 29)), ==, get_day (2026, 11, 29));
  g_assert_cmpint (keel_month_get_week (get_day (1969, 12, 31)), ==, get_day (1969, 12, 28));
}

/* Where people begin a week, and how they read a clock. 25 November 2026 is a Wednesday. */
static void
test_regions (void)
{
  static const struct
  {
    const char *locale;
    int first_weekday;
    int week_of_25;
    const char *time;
  } rows[] = {
    { "en_US.UTF-8", 0, 22, "7:05 PM" },
    { "de_DE.UTF-8", 1, 23, "19:05" },
    { "ar_EG.UTF-8", 6, 21, "7:05 PM" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *time = NULL;

      g_test_message ("%s", rows[i].locale);
      g_assert_nonnull (setlocale (LC_ALL, rows[i].locale));
      time = keel_sentence_time (19 * 60 + 5);
      g_assert_cmpint (keel_week_get_first_day (), ==, rows[i].first_weekday);
      g_assert_cmpint (keel_month_get_week (get_day (2026, 11, 25)), ==,
                       get_day (2026, 11, rows[i].week_of_25));
      g_assert_cmpstr (time, ==, rows[i].time);
    }
  setlocale (LC_ALL, "C");
}

/* In seconds from the midnight of the day: when each begins and ends, and where it has to stand. */
typedef struct
{
  const char *what;
  int day[3];
  struct
  {
    int start, end;
    int top, bottom;
    guint lane, n_lanes;
  } parts[MOST];
} LayoutRow;

#define MIN_ (60)
#define H (60 * MIN_)

static const LayoutRow layout_rows[] = {
  { "one alone", { 2026, 11, 24 }, { { 19 * H, 20 * H, 1140, 1200, 0, 1 } } },
  { "one after the other",
    { 2026, 11, 24 },
    { { 18 * H, 19 * H, 1080, 1140, 0, 1 }, { 19 * H, 20 * H, 1140, 1200, 0, 1 } } },
  { "two at once",
    { 2026, 11, 24 },
    { { 19 * H, 20 * H, 1140, 1200, 0, 2 }, { 19 * H, 20 * H, 1140, 1200, 1, 2 } } },
  { "a chain: the third is beside the second and takes the first lane again",
    { 2026, 11, 24 },
    { { 18 * H, 19 * H, 1080, 1140, 0, 2 },
      { 18 * H + 30 * MIN_, 20 * H, 1110, 1200, 1, 2 },
      { 19 * H, 20 * H, 1140, 1200, 0, 2 },
      { 20 * H, 21 * H, 1200, 1260, 0, 1 } } },
  { "short ones are high enough to be read, and beside each other where they would cover each other",
    { 2026, 11, 24 },
    { { 10 * H, 10 * H + 5 * MIN_, 600, 630, 0, 2 }, { 10 * H + 20 * MIN_, 11 * H, 620, 660, 1, 2 } } },
  { "from the evening before", { 2026, 11, 24 }, { { -1 * H, 1 * H, 0, 60, 0, 1 } } },
  { "past midnight", { 2026, 11, 24 }, { { 23 * H, 25 * H, 1380, 1440, 0, 1 } } },
  { "a minute to midnight", { 2026, 11, 24 }, { { 24 * H - MIN_, 25 * H, 1410, 1440, 0, 1 } } },
  { "all of it", { 2026, 11, 24 }, { { -5 * H, 40 * H, 0, 1440, 0, 1 } } },
  /* 29 March 2026 has 23 hours: at 02:00 the clock goes to 03:00. */
  { "before and after the hour that is missing",
    { 2026, 3, 29 },
    { { 1 * H, 2 * H, 60, 180, 0, 1 }, { 2 * H, 3 * H, 180, 240, 0, 1 } } },
  { "the evening of a day of 23 hours", { 2026, 3, 29 }, { { 18 * H, 19 * H, 1140, 1200, 0, 1 } } },
  { "past midnight on a day of 23 hours", { 2026, 3, 29 }, { { 22 * H, 24 * H, 1380, 1440, 0, 1 } } },
  /* 25 October 2026 has 25: at 03:00 it goes back to 02:00. The second of the two 02:15 stands higher than
   * the first of the two 02:30. */
  { "through the hour that comes twice",
    { 2026, 10, 25 },
    { { 2 * H + 30 * MIN_, 3 * H + 15 * MIN_, 150, 195, 1, 2 },
      { 3 * H + 15 * MIN_, 4 * H, 135, 180, 0, 2 } } },
  { "the evening of a day of 25 hours", { 2026, 10, 25 }, { { 20 * H, 21 * H, 1140, 1200, 0, 1 } } },
};

static KeelAgendaItem *
make_item (gint64 start, gint64 end)
{
  KeelAgendaItem *item = g_object_new (KEEL_TYPE_AGENDA_ITEM, NULL);

  item->occurrence.start = start;
  item->occurrence.end = end;
  return item;
}

static void
check_layout (const LayoutRow *row, GTimeZone *zone)
{
  gint64 day = get_day (row->day[0], row->day[1], row->day[2]);
  gint64 from = keel_local_time_to_utc (day * KEEL_MINUTES_PER_DAY, zone);
  gint64 to = keel_local_time_to_utc ((day + 1) * KEEL_MINUTES_PER_DAY, zone);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) parts = NULL;

  for (guint i = 0; i < MOST && row->parts[i].end != 0; i++)
    g_ptr_array_add (items, make_item (from + row->parts[i].start, from + row->parts[i].end));
  parts = keel_week_layout_day (items, from, to, zone);
  g_assert_cmpuint (parts->len, ==, items->len);
  for (guint i = 0; i < parts->len; i++)
    {
      KeelDayPart *part = &g_array_index (parts, KeelDayPart, i);

      g_test_message ("%s: %u", row->what, i);
      g_assert_cmpuint (part->item, ==, i);
      g_assert_cmpint (part->top, ==, row->parts[i].top);
      g_assert_cmpint (part->bottom, ==, row->parts[i].bottom);
      g_assert_cmpuint (part->n_lanes, ==, row->parts[i].n_lanes);
      g_assert_cmpuint (part->lane, ==, row->parts[i].lane);
    }
}

static void
test_layout (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (ZONE);

  for (guint i = 0; i < G_N_ELEMENTS (layout_rows); i++)
    check_layout (&layout_rows[i], zone);
}

/* Six at once: three beside each other, and the others in one that has the room of all of them. Before and
 * after it is as it was. */
static void
test_layout_of_too_many (void)
{
  static const int starts[] = { 9, 18, 18, 18, 18, 18, 19, 21 };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GArray) groups = NULL;
  gint64 from = get_day (2026, 11, 24) * 24 * H;

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    g_ptr_array_add (items, make_item (from + starts[i] * H, from + starts[i] * H + (i == 5 ? 2 : 1) * H));
  parts = keel_week_layout_day (items, from, from + 24 * H, zone);
  groups = keel_week_layout_join (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      KeelDayPart *part = &g_array_index (parts, KeelDayPart, i);
      gboolean alone = starts[i] != 18 && starts[i] != 19;

      g_assert_cmpuint (g_array_index (groups, guint, i), ==, i == 5 ? 4 : i);
      g_assert_cmpuint (part->n_lanes, ==, alone ? 1 : KEEL_DAY_PART_MOST_LANES);
      g_assert_cmpuint (part->lane, <, part->n_lanes);
    }
  g_assert_cmpint (g_array_index (parts, KeelDayPart, 4).top, ==, 18 * 60);
  g_assert_cmpint (g_array_index (parts, KeelDayPart, 4).bottom, ==, 20 * 60);
}

/* What ended before the day or begins after it is not on it. */
static void
test_layout_of_others (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) parts = NULL;
  gint64 from = get_day (2026, 11, 24) * 24 * H;

  g_ptr_array_add (items, make_item (from - 2 * H, from));
  g_ptr_array_add (items, make_item (from, from));
  g_ptr_array_add (items, make_item (from + 24 * H, from + 25 * H));
  parts = keel_week_layout_day (items, from, from + 24 * H, zone);
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpuint (g_array_index (parts, KeelDayPart, 0).item, ==, 1);
}

/* Whatever overlaps has a lane of its own. */
static void
test_layout_of_many (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (24);
  gint64 from = get_day (2026, 11, 24) * 24 * H;

  for (int i = 0, start = 0; i < 200; i++, start += g_rand_int_range (random, 0, 15 * MIN_))
    g_ptr_array_add (items, make_item (from + start, from + start + g_rand_int_range (random, 1, 3 * H)));
  parts = keel_week_layout_day (items, from, from + 24 * H, zone);
  for (guint i = 0; i < parts->len; i++)
    {
      KeelDayPart *one = &g_array_index (parts, KeelDayPart, i);

      g_assert_cmpuint (one->lane, <, one->n_lanes);
      for (guint j = 0; j < i; j++)
        {
          KeelDayPart *other = &g_array_index (parts, KeelDayPart, j);

          if (one->top >= other->bottom || other->top >= one->bottom)
            continue;
          g_assert_cmpuint (one->lane, !=, other->lane);
          g_assert_cmpuint (one->n_lanes, ==, other->n_lanes);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/month-shift", test_month_shift);
  g_test_add_func ("/calendar/week", test_week);
  g_test_add_func ("/calendar/regions", test_regions);
  g_test_add_func ("/calendar/layout", test_layout);
  g_test_add_func ("/calendar/layout-of-too-many", test_layout_of_too_many);
  g_test_add_func ("/calendar/layout-of-others", test_layout_of_others);
  g_test_add_func ("/calendar/layout-of-many", test_layout_of_many);
  return g_test_run ();
}
