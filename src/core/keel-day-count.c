#include "keel-day-count.h"

#define MOST_MONEY G_GINT64_CONSTANT (1000000000)
#define CURRENCY_LENGTH 3

const char *const keel_day_mode_words[] = {
  [KEEL_DAY_MODE_NONE] = "none",
  [KEEL_DAY_MODE_STREAK] = "streak",
  [KEEL_DAY_MODE_TOTAL] = "total",
  [KEEL_DAY_MODE_BOTH] = "both",
  NULL,
};

const char *const keel_day_path_words[] = {
  [KEEL_DAY_PATH_ABSTINENCE] = "abstinence",
  [KEEL_DAY_PATH_CUT_DOWN] = "cut-down",
  [KEEL_DAY_PATH_UNDECIDED] = "undecided",
  [KEEL_DAY_PATH_MEMBERSHIP] = "membership",
  NULL,
};

KeelDayCount *
keel_day_count_new (gint64 start)
{
  KeelDayCount *self = g_new0 (KeelDayCount, 1);

  self->start = start;
  self->minute = -1;
  self->mode = KEEL_DAY_MODE_STREAK;
  self->stopped = KEEL_DAY_NONE;
  return self;
}

KeelDayCount *
keel_day_count_copy (const KeelDayCount *self)
{
  KeelDayCount *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (KeelDayCount));
  copy->uuid = g_strdup (self->uuid);
  copy->name = g_strdup (self->name);
  copy->scheme = g_strdup (self->scheme);
  copy->currency = g_strdup (self->currency);
  return copy;
}

void
keel_day_count_free (KeelDayCount *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->name);
  g_free (self->scheme);
  g_free (self->currency);
  g_free (self);
}

static gboolean
is_currency (const char *text)
{
  gsize n = 0;

  while (g_ascii_isupper (text[n]))
    n++;
  return n == CURRENCY_LENGTH && text[n] == '\0';
}

gboolean
keel_day_count_is_possible (const KeelDayCount *self)
{
  return keel_day_is_possible (self->start) && self->minute >= -1 && self->minute < KEEL_MINUTES_PER_DAY &&
         self->mode <= KEEL_DAY_MODE_BOTH && self->leap <= KEEL_DAY_LEAP_MARCH &&
         self->path <= KEEL_DAY_PATH_MEMBERSHIP && self->money >= 0 && self->money <= MOST_MONEY &&
         (self->currency == NULL || is_currency (self->currency)) && self->minutes <= KEEL_MINUTES_PER_DAY &&
         (self->stopped == KEEL_DAY_NONE ||
          (keel_day_is_possible (self->stopped) && self->stopped >= self->start));
}

gboolean
keel_day_count_equal (const KeelDayCount *self, const KeelDayCount *other)
{
  return g_strcmp0 (self->uuid, other->uuid) == 0 && g_strcmp0 (self->name, other->name) == 0 &&
         self->start == other->start && self->minute == other->minute && self->mode == other->mode &&
         self->day_one == other->day_one && self->leap == other->leap &&
         g_strcmp0 (self->scheme, other->scheme) == 0 && self->path == other->path &&
         self->money == other->money && g_strcmp0 (self->currency, other->currency) == 0 &&
         self->minutes == other->minutes && self->position == other->position &&
         self->stopped == other->stopped;
}
