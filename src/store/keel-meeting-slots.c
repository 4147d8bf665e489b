#include "keel-meeting-slots.h"

#include "keel-meeting-query.h"
#include "keel-zone-week.h"

#define SOON (2 * 3600)
#define USUAL_MINUTES 60

/* Every weekday of what comes at least monthly is among them. */
#define DAYS_AHEAD 35

struct _KeelMeetingSlots
{
  GArray *slots;         /* of KeelSlot */
  GPtrArray *schedules;  /* of KeelSchedule, as long as slots; NULL: weekly */
  GHashTable *by_time;   /* guint64 * → index, of weekly ones */
  GHashTable *by_text;   /* text → index, of schedules */
  KeelSlotState *states; /* of all slots; NULL until they are looked at */
  gint64 looked_at;      /* seconds UTC */
  char *person;          /* the zone for which */
};

static void
unref_schedule (gpointer schedule)
{
  if (schedule)
    keel_schedule_unref (schedule);
}

KeelMeetingSlots *
keel_meeting_slots_new (void)
{
  KeelMeetingSlots *self = g_new0 (KeelMeetingSlots, 1);

  self->slots = g_array_new (FALSE, FALSE, sizeof (KeelSlot));
  self->schedules = g_ptr_array_new_with_free_func (unref_schedule);
  self->by_time = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
keel_meeting_slots_free (KeelMeetingSlots *self)
{
  if (!self)
    return;
  g_array_unref (self->slots);
  g_ptr_array_unref (self->schedules);
  g_hash_table_unref (self->by_time);
  g_hash_table_unref (self->by_text);
  g_free (self->states);
  g_free (self->person);
  g_free (self);
}

static guint
append (KeelMeetingSlots *self, const KeelSlot *slot, KeelSchedule *schedule)
{
  g_array_append_val (self->slots, *slot);
  g_ptr_array_add (self->schedules, schedule);
  return self->slots->len - 1;
}

/* What differs most often stands lowest, where the hash looks. */
static gint64
make_key (const KeelSlot *slot)
{
  return (gint64) (slot->any_time ? 1 : 0) | (gint64) slot->days << 1 | (gint64) (slot->minute + 1) << 9 |
         (gint64) slot->zone << 21 | (gint64) slot->minutes << 37;
}

guint
keel_meeting_slots_add (KeelMeetingSlots *self, const KeelSlot *slot)
{
  gint64 key = make_key (slot);
  gpointer place;

  if (!g_hash_table_lookup_extended (self->by_time, &key, NULL, &place))
    {
      place = GUINT_TO_POINTER (append (self, slot, NULL));
      g_hash_table_insert (self->by_time, g_memdup2 (&key, sizeof key), place);
    }
  return GPOINTER_TO_UINT (place);
}

/* Text that is no schedule is passed over: @slot says when. */
guint
keel_meeting_slots_add_schedule (KeelMeetingSlots *self, const char *text, const KeelSlot *slot)
{
  KeelSchedule *schedule;
  gpointer place;

  if (g_hash_table_lookup_extended (self->by_text, text, NULL, &place))
    return GPOINTER_TO_UINT (place);
  schedule = keel_schedule_from_string (text, NULL);
  if (!schedule)
    return keel_meeting_slots_add (self, slot);
  place = GUINT_TO_POINTER (append (self, slot, schedule));
  g_hash_table_insert (self->by_text, g_strdup (text), place);
  return GPOINTER_TO_UINT (place);
}

guint
keel_meeting_slots_join (KeelMeetingSlots *self, guint place, guint other)
{
  KeelSlot slot = g_array_index (self->slots, KeelSlot, place);

  slot.days |= g_array_index (self->slots, KeelSlot, other).days;
  return keel_meeting_slots_add (self, &slot);
}

guint
keel_meeting_slots_get_n (KeelMeetingSlots *self)
{
  return self->slots->len;
}

guint64
keel_meeting_slots_get_when (KeelMeetingSlots *self, guint place)
{
  const KeelSlot *slot = &g_array_index (self->slots, KeelSlot, place);

  if (slot->days & KEEL_SLOT_BY_APPOINTMENT)
    return 0;
  if (self->schedules->pdata[place])
    return (guint64) 1 << 63 | place;
  return (guint64) slot->zone << 32 | (guint64) slot->days << 16 | (guint64) slot->minute;
}

static guint8
find_part (int minute)
{
  if (minute < 5 * 60 || minute >= 22 * 60)
    return KEEL_PART_NIGHT;
  if (minute < 12 * 60)
    return KEEL_PART_MORNING;
  return minute < 17 * 60 ? KEEL_PART_AFTERNOON : KEEL_PART_EVENING;
}

static void
look_at_day (const KeelSlot *slot, int day, const KeelZoneWeek *week, KeelSlotState *state)
{
  KeelLocalTime local = keel_zone_week_get_next_local (week, day, slot->minute);
  gint64 next = keel_zone_week_to_utc (week, local);
  gint64 began = keel_zone_week_to_utc (week, local - 7 * KEEL_MINUTES_PER_DAY);
  int minutes = slot->any_time ? KEEL_MINUTES_PER_DAY : slot->minutes ? slot->minutes : USUAL_MINUTES;

  state->next = state->next == 0 ? next : MIN (state->next, next);
  if (began + minutes * 60 > week->now)
    state->began = MAX (state->began, began);
}

static void
look_at_week (const KeelSlot *slot, const KeelZoneWeek *week, const KeelZoneWeek *person,
              KeelSlotState *state)
{
  for (int day = 0; day < 7; day++)
    {
      if (slot->days & KEEL_SLOT_DAY (day))
        look_at_day (slot, day, week, state);
    }
  state->days = slot->days;
  state->flags |= slot->any_time ? KEEL_SLOT_PARTS
                                 : find_part (keel_zone_week_get_minute (person, state->next));
}

/* Of a date that is going on or ahead, in their order. */
static void
look_at_date (const KeelOccurrence *date, const KeelSlot *slot, gint64 now, GTimeZone *person,
              KeelSlotState *state)
{
  int minute;

  state->days |= (guint8) KEEL_SLOT_DAY (keel_local_time_get_weekday (date->local_start));
  if (date->start <= now)
    {
      state->began = date->start;
      state->until = MIN (state->until, date->end);
    }
  else if (state->next == 0)
    {
      minute = keel_local_time_get_minute (keel_local_time_from_utc (date->start, person));
      state->next = date->start;
      state->until = MIN (state->until, date->start);
      state->flags |= slot->any_time ? KEEL_SLOT_PARTS : find_part (minute);
    }
}

static void
look_at_schedule (KeelSchedule *schedule, const KeelSlot *slot, gint64 now, GTimeZone *person,
                  KeelSlotState *state)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  KeelOccurrence next;

  state->until = G_MAXINT64;
  keel_schedule_expand (schedule, now - (gint64) keel_schedule_get_longest (schedule) * 60,
                        now + DAYS_AHEAD * 86400, person, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      const KeelOccurrence *date = &g_array_index (dates, KeelOccurrence, i);

      if (date->end > now)
        look_at_date (date, slot, now, person, state);
    }
  if (state->next == 0 && keel_schedule_next (schedule, now, person, &next))
    look_at_date (&next, slot, now, person, state);
}

static KeelZoneWeek *
prepare_weeks (GPtrArray *zones, gint64 now, GTimeZone *person)
{
  KeelZoneWeek *weeks = g_new (KeelZoneWeek, zones->len);

  for (guint i = 0; i < zones->len; i++)
    keel_zone_week_init (&weeks[i], zones->pdata[i] ? zones->pdata[i] : person, now);
  return weeks;
}

/* What a schedule does next takes thousands of times longer to find than what a weekly meeting does: it stays
 * until that has come. */
static gboolean
is_known (const KeelSlotState *state, gint64 now, gint64 before)
{
  return now >= before && now < state->until;
}

static void
look (KeelMeetingSlots *self, GPtrArray *zones, gint64 now, gint64 before, GTimeZone *person)
{
  g_autofree KeelZoneWeek *weeks = prepare_weeks (zones, now, person);
  KeelZoneWeek own;

  keel_zone_week_init (&own, person, now);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const KeelSlot *slot = &g_array_index (self->slots, KeelSlot, i);
      KeelSlotState *state = &self->states[i];

      if (!self->schedules->pdata[i] || !is_known (state, now, before))
        *state = (KeelSlotState){ .flags = KEEL_SLOT_ANY };
      if (slot->days & KEEL_SLOT_BY_APPOINTMENT)
        state->days = slot->days;
      else if (!self->schedules->pdata[i])
        look_at_week (slot, &weeks[slot->zone], &own, state);
      else if (state->until == 0)
        look_at_schedule (self->schedules->pdata[i], slot, now, person, state);
      state->flags &= (guint8) ~(KEEL_SLOT_SOON | KEEL_SLOT_NOW);
      if (state->next > 0 && state->next - now <= SOON)
        state->flags |= KEEL_SLOT_SOON;
      if (state->began > 0)
        state->flags |= KEEL_SLOT_NOW;
      /* It is over: no search finds it. */
      if (self->schedules->pdata[i] && state->next == 0 && state->began == 0)
        state->flags = 0;
    }
}

const KeelSlotState *
keel_meeting_slots_look (KeelMeetingSlots *self, GPtrArray *zones, gint64 now, GTimeZone *person)
{
  const char *name = g_time_zone_get_identifier (person);
  gboolean same = self->states && g_str_equal (self->person, name);

  if (same && self->looked_at / 60 == now / 60)
    return self->states;
  if (!self->states)
    self->states = g_new0 (KeelSlotState, self->slots->len);
  look (self, zones, now, same ? self->looked_at : G_MAXINT64, person);
  self->looked_at = now;
  g_free (self->person);
  self->person = g_strdup (name);
  return self->states;
}
