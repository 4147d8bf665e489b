#include "keel-ical-zone-writer.h"

#include <stdlib.h>

#include "keel-ical-text.h"

/* The last year for which the zone files of most systems, and GTimeZone, spell out the changes. */
#define LAST_YEAR 2037
/* Fewer years than this may look like a rule by chance. */
#define MIN_REGULAR_YEARS 5
/* No summer time was ever shorter. */
#define STEP (G_GINT64_CONSTANT (3) * 86400)

typedef struct
{
  gint64 wall; /* seconds on the wall before the change */
  int before, after;
  gboolean is_dst;
  char *name;
  int year, month, day; /* of wall */
} Change;

/* How often in the month its weekday had come at a change, over several years. */
typedef struct
{
  int nth; /* 1–5; 0: not the same every year */
  gboolean is_last;
} Pattern;

static const char *const weekday_names[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };

static void
clear_change (gpointer data)
{
  g_free (((Change *) data)->name);
}

static gint64
get_days (const Change *change)
{
  return keel_days_from_civil (change->year, change->month, change->day);
}

static int
get_weekday (const Change *change)
{
  return keel_local_time_get_weekday (get_days (change) * KEEL_MINUTES_PER_DAY);
}

/* --- Finding the changes --- */

/* The first instant in (@from, @to] at which the zone is no longer in @interval. */
static gint64
find_change (GTimeZone *zone, int interval, gint64 from, gint64 to)
{
  while (to - from > 1)
    {
      gint64 middle = from + (to - from) / 2;

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, middle) == interval)
        from = middle;
      else
        to = middle;
    }
  return to;
}

static void
take_change (GTimeZone *zone, int interval, int next, gint64 at, GArray *changes)
{
  Change change = {
    .before = g_time_zone_get_offset (zone, interval),
    .after = g_time_zone_get_offset (zone, next),
    .is_dst = g_time_zone_is_dst (zone, next),
    .name = g_strdup (g_time_zone_get_abbreviation (zone, next)),
  };
  gint64 days;

  change.wall = at + change.before;
  days = change.wall / 86400 - (change.wall % 86400 < 0);
  keel_civil_from_days (days, &change.year, &change.month, &change.day);
  g_array_append_val (changes, change);
}

/* The first is where the span begins and changes nothing. */
static GArray *
find_changes (GTimeZone *zone, gint64 from, gint64 to)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, from);

  g_array_set_clear_func (changes, clear_change);
  take_change (zone, interval, interval, from, changes);
  while (from < to)
    {
      int next = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, from + STEP);
      gint64 at = from + STEP;

      if (next != interval)
        {
          at = find_change (zone, interval, from, from + STEP);
          next = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
          if (g_time_zone_get_offset (zone, next) != g_time_zone_get_offset (zone, interval))
            take_change (zone, interval, next, at, changes);
        }
      interval = next;
      from = at;
    }
  return changes;
}

/* --- Finding the rule --- */

static Pattern
get_pattern (const Change *change)
{
  return (Pattern){ (change->day - 1) / 7 + 1,
                    change->day + 7 > keel_days_in_month (change->year, change->month) };
}

static gboolean
narrow_pattern (Pattern *pattern, const Change *change)
{
  Pattern other = get_pattern (change);

  if (pattern->nth != other.nth)
    pattern->nth = 0;
  pattern->is_last = pattern->is_last && other.is_last;
  return pattern->nth > 0 || pattern->is_last;
}

static gboolean
is_alike (const Change *a, const Change *b)
{
  return a->month == b->month && a->before == b->before && a->after == b->after && a->is_dst == b->is_dst &&
         a->wall - get_days (a) * 86400 == b->wall - get_days (b) * 86400 &&
         get_weekday (a) == get_weekday (b);
}

/* How many of the last changes follow two yearly rules, whose @patterns it finds: 0 where there are none. */
static guint
find_regular (const GArray *changes, Pattern patterns[2])
{
  const Change *last = changes->len > 2 ? &g_array_index (changes, Change, changes->len - 1) : NULL;
  guint regular = 0;

  if (last == NULL || last->year != LAST_YEAR)
    return 0;
  patterns[0] = get_pattern (last - 1);
  patterns[1] = get_pattern (last);
  for (guint i = changes->len - 2; i >= 1 && i + 1 < changes->len; i -= 2)
    {
      const Change *pair = &g_array_index (changes, Change, i);
      Pattern narrowed[2] = { patterns[0], patterns[1] };

      if (pair[0].year != LAST_YEAR - (int) regular / 2 || pair[1].year != pair[0].year ||
          !is_alike (pair, last - 1) || !is_alike (pair + 1, last) || !narrow_pattern (&narrowed[0], pair) ||
          !narrow_pattern (&narrowed[1], pair + 1))
        break;
      patterns[0] = narrowed[0];
      patterns[1] = narrowed[1];
      regular += 2;
      if (i < 3)
        break;
    }
  return regular >= 2 * MIN_REGULAR_YEARS ? regular : 0;
}

/* --- Writing --- */

static void
add_offset (GString *text, const char *name, int offset)
{
  int seconds = abs (offset);

  if (seconds % 60 != 0)
    keel_ical_text_add (text, "%s:%c%02d%02d%02d", name, offset < 0 ? '-' : '+', seconds / 3600,
                        seconds / 60 % 60, seconds % 60);
  else
    keel_ical_text_add (text, "%s:%c%02d%02d", name, offset < 0 ? '-' : '+', seconds / 3600,
                        seconds / 60 % 60);
}

static void
add_observance (GString *text, const Change *change, const Pattern *pattern)
{
  const char *kind = change->is_dst ? "DAYLIGHT" : "STANDARD";
  g_autofree char *start = keel_ical_text_format_seconds (change->wall);

  keel_ical_text_add (text, "BEGIN:%s", kind);
  keel_ical_text_add_value (text, "TZNAME", change->name);
  add_offset (text, "TZOFFSETFROM", change->before);
  add_offset (text, "TZOFFSETTO", change->after);
  keel_ical_text_add (text, "DTSTART:%s", start);
  if (pattern != NULL)
    keel_ical_text_add (text, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", change->month,
                        pattern->is_last ? -1 : pattern->nth, weekday_names[get_weekday (change)]);
  keel_ical_text_add (text, "END:%s", kind);
}

void
keel_ical_write_zone (GString *text, const char *zone, KeelLocalTime first)
{
  g_autoptr (GTimeZone) open = keel_zone_open (zone);
  g_autoptr (GArray) changes = NULL;
  Pattern patterns[2];
  int year, month, day;
  guint regular;

  g_return_if_fail (open != NULL);

  keel_civil_from_days (keel_local_time_get_days (first), &year, &month, &day);
  year = MIN (year, LAST_YEAR - MIN_REGULAR_YEARS);
  changes = find_changes (open, keel_days_from_civil (year - 1, 1, 1) * 86400,
                          keel_days_from_civil (LAST_YEAR + 1, 1, 1) * 86400);
  regular = find_regular (changes, patterns);
  keel_ical_text_add (text, "BEGIN:VTIMEZONE");
  keel_ical_text_add (text, "TZID:%s", zone);
  keel_ical_text_add (text, "X-LIC-LOCATION:%s", zone);
  for (guint i = 0; i < changes->len - regular; i++)
    add_observance (text, &g_array_index (changes, Change, i), NULL);
  for (guint i = 0; i < MIN (regular, 2); i++)
    add_observance (text, &g_array_index (changes, Change, changes->len - regular + i), &patterns[i]);
  keel_ical_text_add (text, "END:VTIMEZONE");
}
