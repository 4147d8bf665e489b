#include "keel-recurrence-private.h"

#include <string.h>

#define MAX_RULE_LENGTH 4096

typedef gboolean (*ParsePart) (KeelRecurrence *self, const char *value, GError **error);

typedef struct
{
  const char *name;
  ParsePart parse; /* NULL: a rule of RFC 5545 or 7529, but not one that Keel follows */
} Part;

typedef gboolean (*TakeNumber) (KeelRecurrence *self, int number, const char *item, GError **error);

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (KEEL_RECURRENCE_ERROR, KEEL_RECURRENCE_ERROR_INVALID, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean G_GNUC_PRINTF (2, 3) refuse_unsupported (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (KEEL_RECURRENCE_ERROR, KEEL_RECURRENCE_ERROR_UNSUPPORTED, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* Reads digits at *@text, at most @max; 0 when there is no such number. */
static gint64
read_positive (const char **text, gint64 max)
{
  gint64 value = 0;

  for (; g_ascii_isdigit (**text); (*text)++)
    {
      value = value * 10 + (**text - '0');
      if (value > max)
        return 0;
    }
  return value;
}

/* Reads `+2`, `-1` or `31` at *@text, its size at most @max; 0 when there is none. */
static int
read_ordinal (const char **text, int max)
{
  int sign = **text == '-' ? -1 : 1;

  if (**text == '-' || **text == '+')
    (*text)++;
  return sign * (int) read_positive (text, max);
}

static int
find_weekday (const char *text)
{
  for (int i = 0; i < 7; i++)
    if (g_ascii_strcasecmp (text, keel_weekday_names[i]) == 0)
      return i;
  return -1;
}

static gboolean
parse_frequency (KeelRecurrence *self, const char *value, GError **error)
{
  static const char *const below_a_day[] = { "HOURLY", "MINUTELY", "SECONDLY" };

  for (guint i = 0; i < KEEL_N_FREQUENCIES; i++)
    if (g_ascii_strcasecmp (value, keel_frequency_names[i]) == 0)
      {
        self->frequency = i;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (below_a_day); i++)
    if (g_ascii_strcasecmp (value, below_a_day[i]) == 0)
      return refuse_unsupported (error, "Keel does not repeat anything more than once a day (FREQ=%s)",
                                 value);
  return refuse (error, "“%s” is no frequency", value);
}

static gboolean
parse_interval (KeelRecurrence *self, const char *value, GError **error)
{
  const char *end = value;

  self->interval = read_positive (&end, G_MAXINT32);
  return (self->interval > 0 && *end == '\0') || refuse (error, "“%s” is no interval", value);
}

static gboolean
parse_count (KeelRecurrence *self, const char *value, GError **error)
{
  const char *end = value;

  self->count = read_positive (&end, G_MAXINT32);
  return (self->count > 0 && *end == '\0') || refuse (error, "“%s” is no count", value);
}

/* Rewrites `20260131T193000` as `2026-01-31T19:30:00`, which keel-local-time reads. */
static gboolean
parse_basic_time (const char *value, gboolean with_time, KeelLocalTime *local)
{
  g_autofree char *text = NULL;

  text = with_time ? g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2s", value, value + 4, value + 6, value + 9,
                                      value + 11, value + 13)
                   : g_strdup_printf ("%.4s-%.2s-%.2s", value, value + 4, value + 6);
  return keel_local_time_parse (text, local);
}

static gboolean
parse_until (KeelRecurrence *self, const char *value, GError **error)
{
  gsize length = strlen (value);
  gboolean with_time = length == 15 || (length == 16 && g_ascii_toupper (value[15]) == 'Z');
  KeelLocalTime local;

  if ((length != 8 && !with_time) || (with_time && g_ascii_toupper (value[8]) != 'T') ||
      !parse_basic_time (value, with_time, &local))
    return refuse (error, "“%s” is no date to end at", value);

  self->until_kind = length == 8 ? KEEL_UNTIL_DATE : length == 15 ? KEEL_UNTIL_LOCAL : KEEL_UNTIL_UTC;
  self->until = local;
  if (self->until_kind == KEEL_UNTIL_DATE)
    self->until = keel_local_time_get_days (local);
  else if (self->until_kind == KEEL_UNTIL_UTC)
    self->until = local * 60 + g_ascii_digit_value (value[13]) * 10 + g_ascii_digit_value (value[14]);
  return TRUE;
}

static gboolean
parse_week_start (KeelRecurrence *self, const char *value, GError **error)
{
  self->week_start = find_weekday (value);
  return self->week_start >= 0 || refuse (error, "“%s” is no day of the week", value);
}

static gboolean
parse_weekday (KeelRecurrence *self, const char *item, GError **error)
{
  const char *name = item;
  int ordinal = read_ordinal (&name, 53);
  int weekday = find_weekday (name);

  if (weekday < 0 || (ordinal == 0 && name != item))
    return refuse (error, "“%s” is no day of the week", item);

  if (ordinal == 0)
    self->weekdays |= 1u << weekday;
  else if (ordinal > 0)
    self->nth[weekday] |= G_GUINT64_CONSTANT (1) << ordinal;
  else
    self->nth_last[weekday] |= G_GUINT64_CONSTANT (1) << -ordinal;
  return TRUE;
}

static gboolean
parse_weekdays (KeelRecurrence *self, const char *value, GError **error)
{
  g_auto (GStrv) items = g_strsplit (value, ",", -1);

  self->has_weekdays = TRUE;
  if (items[0] == NULL)
    return refuse (error, "BYDAY is empty");
  for (guint i = 0; items[i] != NULL; i++)
    if (!parse_weekday (self, items[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
parse_numbers (KeelRecurrence *self, const char *value, int max, TakeNumber take, GError **error)
{
  g_auto (GStrv) items = g_strsplit (value, ",", -1);

  if (items[0] == NULL)
    return refuse (error, "A list of numbers is empty");
  for (guint i = 0; items[i] != NULL; i++)
    {
      const char *end = items[i];
      int number = read_ordinal (&end, max);

      if (number == 0 || *end != '\0')
        return refuse (error, "“%s” is not a number from 1 to %d", items[i], max);
      if (!take (self, number, items[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_month (KeelRecurrence *self, int number, const char *item, GError **error)
{
  if (number < 0)
    return refuse (error, "“%s” is no month", item);
  self->months |= 1u << number;
  return TRUE;
}

static gboolean
take_month_day (KeelRecurrence *self, int number, const char *item, GError **error)
{
  if (number > 0)
    self->month_days |= 1u << number;
  else
    self->month_days_last |= 1u << -number;
  return TRUE;
}

static gboolean
take_position (KeelRecurrence *self, int number, const char *item, GError **error)
{
  guint64 *positions = number > 0 ? self->positions : self->positions_last;
  int bit = ABS (number) - 1;

  positions[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
  return TRUE;
}

static gboolean
parse_months (KeelRecurrence *self, const char *value, GError **error)
{
  return parse_numbers (self, value, 12, take_month, error);
}

static gboolean
parse_month_days (KeelRecurrence *self, const char *value, GError **error)
{
  self->has_month_days = TRUE;
  return parse_numbers (self, value, 31, take_month_day, error);
}

static gboolean
parse_positions (KeelRecurrence *self, const char *value, GError **error)
{
  self->has_positions = TRUE;
  return parse_numbers (self, value, 366, take_position, error);
}

static const Part parts[] = {
  { "FREQ", parse_frequency },
  { "INTERVAL", parse_interval },
  { "COUNT", parse_count },
  { "UNTIL", parse_until },
  { "WKST", parse_week_start },
  { "BYDAY", parse_weekdays },
  { "BYMONTHDAY", parse_month_days },
  { "BYMONTH", parse_months },
  { "BYSETPOS", parse_positions },
  { "BYHOUR", NULL },
  { "BYMINUTE", NULL },
  { "BYSECOND", NULL },
  { "BYWEEKNO", NULL },
  { "BYYEARDAY", NULL },
  { "RSCALE", NULL },
  { "SKIP", NULL },
};

static gboolean
parse_part (KeelRecurrence *self, const char *text, guint *seen, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = NULL;

  if (equals == NULL)
    return refuse (error, "“%s” is no part of a rule", text);

  name = g_ascii_strup (text, equals - text);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (name, parts[i].name) == 0)
      {
        if ((*seen & (1u << i)) != 0)
          return refuse (error, "%s stands twice in the rule", name);
        *seen |= 1u << i;
        if (parts[i].parse == NULL)
          return refuse_unsupported (error, "Keel does not follow rules with %s", name);
        return parts[i].parse (self, equals + 1, error);
      }
  return refuse (error, "“%s” is no part of a rule", name);
}

static gboolean
has_ordinals (const KeelRecurrence *self)
{
  for (int i = 0; i < 7; i++)
    if ((self->nth[i] | self->nth_last[i]) != 0)
      return TRUE;
  return FALSE;
}

/* What RFC 5545 §3.3.10 forbids between the parts of one rule. */
static gboolean
check_parts (const KeelRecurrence *self, gboolean has_frequency, GError **error)
{
  if (!has_frequency)
    return refuse (error, "The rule has no FREQ");
  if (self->count > 0 && self->until_kind != KEEL_UNTIL_NONE)
    return refuse (error, "A rule cannot have both COUNT and UNTIL");
  if (self->frequency <= KEEL_FREQUENCY_WEEKLY && has_ordinals (self))
    return refuse (error, "“The first Monday” needs a monthly or yearly rule");
  if (self->frequency == KEEL_FREQUENCY_WEEKLY && self->has_month_days)
    return refuse (error, "A weekly rule cannot have BYMONTHDAY");
  if (self->has_positions && !self->has_weekdays && !self->has_month_days && self->months == 0)
    return refuse (error, "BYSETPOS needs another BY part to choose from");
  return TRUE;
}

/* Reads the value of an RRULE (without `RRULE:`); case does not matter and one `;` may end it, as some
 * calendars write it. RFC 5545 §3.3.10, for FREQ from DAILY to YEARLY with INTERVAL, COUNT, UNTIL,
 * WKST, BYMONTH, BYMONTHDAY, BYDAY and BYSETPOS. Anything else gives a KEEL_RECURRENCE_ERROR. */
KeelRecurrence *
keel_recurrence_parse (const char *rule, GError **error)
{
  g_autoptr (KeelRecurrence) self = NULL;
  g_auto (GStrv) texts = NULL;
  guint seen = 0;

  g_return_val_if_fail (rule != NULL, NULL);

  if (strnlen (rule, MAX_RULE_LENGTH + 1) > MAX_RULE_LENGTH || !g_utf8_validate (rule, -1, NULL))
    {
      refuse (error, "The rule is too long or is not text");
      return NULL;
    }

  self = g_new0 (KeelRecurrence, 1);
  g_atomic_ref_count_init (&self->references);
  self->interval = 1;
  self->week_start = 1;
  texts = g_strsplit (rule, ";", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    if ((*texts[i] != '\0' || i == 0 || texts[i + 1] != NULL) && !parse_part (self, texts[i], &seen, error))
      return NULL;
  return check_parts (self, (seen & 1) != 0, error) ? g_steal_pointer (&self) : NULL;
}
