#include "keel-ical-offsets.h"

#include <string.h>

#include "keel-ical-lines.h"
#include "keel-ical-value.h"
#include "keel-recurrence.h"

/* More than any clock has ever been changed, and few enough to be walked at once. */
#define MAX_OBSERVANCES 64
#define MAX_ONSETS 4000
#define NEAR_YEARS 80

/* One STANDARD or DAYLIGHT part. */
typedef struct
{
  KeelLocalTime start;
  gboolean has_start, has_from, has_to;
  int from, to; /* seconds east of UTC */
  KeelRecurrence *rule;
  GArray *dates; /* of KeelLocalTime */
} Observance;

typedef struct
{
  const Observance *observance;
  GArray *onsets;
} Taking;

/* `+0100`, `-053000` */
static gboolean
parse_offset (const char *value, int *offset)
{
  gsize digits = *value != '\0' ? strspn (value + 1, "0123456789") : 0;
  int parts[3] = { 0 };

  if ((*value != '+' && *value != '-') || (digits != 4 && digits != 6))
    return FALSE;
  for (gsize i = 0; i < digits / 2; i++)
    parts[i] = g_ascii_digit_value (value[1 + 2 * i]) * 10 + g_ascii_digit_value (value[2 + 2 * i]);
  *offset = (parts[0] * 60 + parts[1]) * 60 + parts[2];
  if (*value == '-')
    *offset = -*offset;
  return ABS (*offset) <= 24 * 3600;
}

static gboolean
take_onset_cb (KeelLocalTime local, gpointer data)
{
  Taking *taking = data;
  KeelIcalOnset onset = { local * 60 - taking->observance->from, taking->observance->from,
                          taking->observance->to };

  g_array_append_val (taking->onsets, onset);
  return taking->onsets->len < MAX_ONSETS;
}

/* Outlook writes rules that began in 1601; the expander looks a century ahead. */
static KeelLocalTime
begin_near (const Observance *observance, gint64 end)
{
  int year, month, day, end_year;

  keel_civil_from_days (end / 86400, &end_year, &month, &day);
  keel_civil_from_days (keel_local_time_get_days (observance->start), &year, &month, &day);
  if (year > end_year - NEAR_YEARS || (month == 2 && day == 29))
    return observance->start;
  return keel_local_time_new (end_year - NEAR_YEARS, month, day, 0, 0) +
         keel_local_time_get_minute (observance->start);
}

static void
take_observance (const Observance *observance, gint64 end, GArray *onsets)
{
  Taking taking = { observance, onsets };
  g_autoptr (GTimeZone) zone = NULL;

  if (!observance->has_start || !observance->has_from || !observance->has_to)
    return;
  take_onset_cb (observance->start, &taking);
  for (guint i = 0; i < observance->dates->len; i++)
    take_onset_cb (g_array_index (observance->dates, KeelLocalTime, i), &taking);
  if (observance->rule == NULL)
    return;
  zone = g_time_zone_new_offset (observance->from);
  keel_recurrence_expand (observance->rule, begin_near (observance, end), zone, begin_near (observance, end),
                          end / 60 + KEEL_MINUTES_PER_DAY, take_onset_cb, &taking);
}

static void
take_dates (Observance *observance, const char *value)
{
  g_auto (GStrv) texts = g_strsplit (value, ",", MAX_ONSETS);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      KeelIcalValue date;

      if (keel_ical_value_parse (texts[i], &date) && observance->dates->len < MAX_ONSETS)
        g_array_append_val (observance->dates, date.local);
    }
}

static void
take_line (Observance *observance, const char *line)
{
  const char *value = keel_ical_line_get_value (line);
  KeelIcalValue start;

  if (value == NULL)
    return;
  if (keel_ical_line_is (line, "DTSTART") && keel_ical_value_parse (value, &start))
    {
      observance->has_start = TRUE;
      observance->start = start.local;
    }
  else if (keel_ical_line_is (line, "TZOFFSETFROM"))
    observance->has_from = parse_offset (value, &observance->from);
  else if (keel_ical_line_is (line, "TZOFFSETTO"))
    observance->has_to = parse_offset (value, &observance->to);
  else if (keel_ical_line_is (line, "RRULE") && observance->rule == NULL)
    observance->rule = keel_recurrence_parse (value, NULL);
  else if (keel_ical_line_is (line, "RDATE"))
    take_dates (observance, value);
}

static void
begin_observance (Observance *observance)
{
  g_clear_pointer (&observance->rule, keel_recurrence_unref);
  g_array_set_size (observance->dates, 0);
  observance->has_start = observance->has_from = observance->has_to = FALSE;
}

static int
compare_onsets_cb (gconstpointer a, gconstpointer b)
{
  const KeelIcalOnset *one = a;
  const KeelIcalOnset *other = b;

  return (one->at > other->at) - (one->at < other->at);
}

GArray *
keel_ical_offsets_read (const char *text, gsize length, gint64 end)
{
  GArray *onsets = g_array_new (FALSE, FALSE, sizeof (KeelIcalOnset));
  Observance observance = { .dates = g_array_new (FALSE, FALSE, sizeof (KeelLocalTime)) };
  g_auto (KeelIcalLines) lines = { NULL };
  guint count = 0;

  keel_ical_lines_init (&lines, text, length);
  while (count < MAX_OBSERVANCES && keel_ical_lines_next (&lines, NULL))
    {
      const char *line = lines.line->str;

      if (keel_ical_line_is (line, "BEGIN"))
        begin_observance (&observance);
      else if (keel_ical_line_is (line, "END"))
        {
          take_observance (&observance, end, onsets);
          begin_observance (&observance);
          count++;
        }
      else
        take_line (&observance, line);
    }
  begin_observance (&observance);
  g_array_unref (observance.dates);
  g_array_sort (onsets, compare_onsets_cb);
  return onsets;
}

gboolean
keel_ical_offsets_lookup (const GArray *onsets, gint64 at, int *offset)
{
  if (onsets->len == 0)
    return FALSE;
  *offset = g_array_index (onsets, KeelIcalOnset, 0).before;
  for (guint i = 0; i < onsets->len && g_array_index (onsets, KeelIcalOnset, i).at <= at; i++)
    *offset = g_array_index (onsets, KeelIcalOnset, i).after;
  return TRUE;
}
