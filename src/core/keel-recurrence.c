#include "keel-recurrence-private.h"

/* The name is no subtraction. */
/* clang-format off */
G_DEFINE_QUARK (keel-recurrence-error-quark, keel_recurrence_error)
/* clang-format on */

const char *const keel_weekday_names[7] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };
const char *const keel_frequency_names[KEEL_N_FREQUENCIES] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };

KeelRecurrence *
keel_recurrence_ref (KeelRecurrence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
keel_recurrence_unref (KeelRecurrence *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->references))
    g_free (self);
}

static void
append_until (const KeelRecurrence *self, GString *text)
{
  gint64 seconds = self->until_kind == KEEL_UNTIL_UTC     ? self->until
                   : self->until_kind == KEEL_UNTIL_LOCAL ? self->until * 60
                                                          : self->until * KEEL_MINUTES_PER_DAY * 60;
  gint64 second_of_minute = ((seconds % 60) + 60) % 60;
  KeelLocalTime local = (seconds - second_of_minute) / 60;
  int minute = keel_local_time_get_minute (local);
  int year, month, day;

  keel_civil_from_days (keel_local_time_get_days (local), &year, &month, &day);
  g_string_append_printf (text, ";UNTIL=%04d%02d%02d", year, month, day);
  if (self->until_kind != KEEL_UNTIL_DATE)
    g_string_append_printf (text, "T%02d%02d%02d%s", minute / 60, minute % 60, (int) second_of_minute,
                            self->until_kind == KEEL_UNTIL_UTC ? "Z" : "");
}

/* Appends @name before the first item of a list and a comma before the others. */
static void
begin_item (GString *text, const char *name, gboolean *is_first)
{
  g_string_append (text, *is_first ? name : ",");
  *is_first = FALSE;
}

static void
append_bits (GString *text, const char *name, guint32 bits, guint32 bits_last)
{
  gboolean is_first = TRUE;

  for (int i = 1; i <= 31; i++)
    if ((bits >> i & 1) != 0)
      {
        begin_item (text, name, &is_first);
        g_string_append_printf (text, "%d", i);
      }
  for (int i = 31; i >= 1; i--)
    if ((bits_last >> i & 1) != 0)
      {
        begin_item (text, name, &is_first);
        g_string_append_printf (text, "-%d", i);
      }
}

static void
append_weekdays (const KeelRecurrence *self, GString *text)
{
  gboolean is_first = TRUE;

  for (int i = 1; i <= 7; i++)
    if ((self->weekdays >> (i % 7) & 1) != 0)
      {
        begin_item (text, ";BYDAY=", &is_first);
        g_string_append (text, keel_weekday_names[i % 7]);
      }
  for (int n = -53; n <= 53; n++)
    for (int i = 1; i <= 7; i++)
      {
        guint64 bits = n < 0 ? self->nth_last[i % 7] : self->nth[i % 7];

        if (n == 0 || (bits >> ABS (n) & 1) == 0)
          continue;
        begin_item (text, ";BYDAY=", &is_first);
        g_string_append_printf (text, "%d%s", n, keel_weekday_names[i % 7]);
      }
}

static void
append_positions (const KeelRecurrence *self, GString *text)
{
  gboolean is_first = TRUE;

  for (int n = -366; n <= 366; n++)
    if (n != 0 && keel_position_has (n < 0 ? self->positions_last : self->positions, ABS (n)))
      {
        begin_item (text, ";BYSETPOS=", &is_first);
        g_string_append_printf (text, "%d", n);
      }
}

/* The rule in one fixed order of parts, so that rules that read alike are written alike. */
char *
keel_recurrence_to_string (const KeelRecurrence *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new ("FREQ=");
  g_string_append (text, keel_frequency_names[self->frequency]);
  if (self->interval != 1)
    g_string_append_printf (text, ";INTERVAL=%" G_GINT64_FORMAT, self->interval);
  if (self->count > 0)
    g_string_append_printf (text, ";COUNT=%" G_GINT64_FORMAT, self->count);
  if (self->until_kind != KEEL_UNTIL_NONE)
    append_until (self, text);
  append_bits (text, ";BYMONTH=", self->months, 0);
  append_bits (text, ";BYMONTHDAY=", self->month_days, self->month_days_last);
  append_weekdays (self, text);
  append_positions (self, text);
  if (self->week_start != 1)
    g_string_append_printf (text, ";WKST=%s", keel_weekday_names[self->week_start]);
  return g_string_free (text, FALSE);
}
