#include "keel-meeting.h"

/* All that is freed, copied and compared as text. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (KeelMeeting, id),       G_STRUCT_OFFSET (KeelMeeting, list),
  G_STRUCT_OFFSET (KeelMeeting, slug),     G_STRUCT_OFFSET (KeelMeeting, name),
  G_STRUCT_OFFSET (KeelMeeting, program),  G_STRUCT_OFFSET (KeelMeeting, timezone),
  G_STRUCT_OFFSET (KeelMeeting, location), G_STRUCT_OFFSET (KeelMeeting, address),
  G_STRUCT_OFFSET (KeelMeeting, region),   G_STRUCT_OFFSET (KeelMeeting, group),
  G_STRUCT_OFFSET (KeelMeeting, notes),    G_STRUCT_OFFSET (KeelMeeting, conference_url),
  G_STRUCT_OFFSET (KeelMeeting, phone),    G_STRUCT_OFFSET (KeelMeeting, conference_notes),
  G_STRUCT_OFFSET (KeelMeeting, url),
};

G_DEFINE_FINAL_TYPE (KeelMeeting, keel_meeting, G_TYPE_OBJECT)

static void
keel_meeting_finalize (GObject *object)
{
  KeelMeeting *self = KEEL_MEETING (object);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (char *, self, texts[i]));
  g_strfreev (self->types);
  g_strfreev (self->type_names);
  g_strfreev (self->languages);
  g_clear_pointer (&self->schedule, keel_schedule_unref);

  G_OBJECT_CLASS (keel_meeting_parent_class)->finalize (object);
}

static void
keel_meeting_class_init (KeelMeetingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_meeting_finalize;
}

static void
keel_meeting_init (KeelMeeting *self)
{
  self->day = KEEL_DAY_BY_APPOINTMENT;
  self->minute = -1;
  self->types = g_new0 (char *, 1);
  self->type_names = g_new0 (char *, 1);
  self->languages = g_new0 (char *, 1);
}

KeelMeeting *
keel_meeting_new (void)
{
  return g_object_new (KEEL_TYPE_MEETING, NULL);
}

static void
copy_texts (KeelMeeting *to, KeelMeeting *from)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (char *, to, texts[i]) = g_strdup (G_STRUCT_MEMBER (char *, from, texts[i]));
}

static void
replace_words (char ***words, char **by)
{
  g_strfreev (*words);
  *words = g_strdupv (by);
}

KeelMeeting *
keel_meeting_copy (KeelMeeting *self)
{
  KeelMeeting *copy;

  g_return_val_if_fail (KEEL_IS_MEETING (self), NULL);

  copy = keel_meeting_new ();
  copy_texts (copy, self);
  copy->day = self->day;
  copy->minute = self->minute;
  copy->duration = self->duration;
  copy->any_time = self->any_time;
  copy->schedule = self->schedule != NULL ? keel_schedule_ref (self->schedule) : NULL;
  copy->has_position = self->has_position;
  copy->latitude = self->latitude;
  copy->longitude = self->longitude;
  copy->venue = self->venue;
  copy->admission = self->admission;
  replace_words (&copy->types, self->types);
  replace_words (&copy->type_names, self->type_names);
  replace_words (&copy->languages, self->languages);
  copy->access = self->access;
  copy->updated = self->updated;
  return copy;
}

static gboolean
equal_texts (KeelMeeting *a, KeelMeeting *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (G_STRUCT_MEMBER (char *, a, texts[i]), G_STRUCT_MEMBER (char *, b, texts[i])) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
equal_schedules (KeelMeeting *a, KeelMeeting *b)
{
  if (a->schedule == NULL || b->schedule == NULL)
    return a->schedule == b->schedule;
  return keel_schedule_equal (a->schedule, b->schedule);
}

gboolean
keel_meeting_equal (KeelMeeting *a, KeelMeeting *b)
{
  g_return_val_if_fail (KEEL_IS_MEETING (a) && KEEL_IS_MEETING (b), FALSE);

  return a == b ||
         (equal_texts (a, b) && equal_schedules (a, b) && a->day == b->day && a->minute == b->minute &&
          a->duration == b->duration && a->any_time == b->any_time && a->venue == b->venue &&
          a->admission == b->admission && a->updated == b->updated && a->has_position == b->has_position &&
          (!a->has_position || (a->latitude == b->latitude && a->longitude == b->longitude)) &&
          g_strv_equal ((const char *const *) a->types, (const char *const *) b->types) &&
          g_strv_equal ((const char *const *) a->type_names, (const char *const *) b->type_names));
}

KeelSchedule *
keel_meeting_to_schedule (KeelMeeting *self, KeelLocalTime from, GError **error)
{
  static const char *const rules[] = {
    "FREQ=WEEKLY;BYDAY=SU", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=WE",
    "FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=SA",
  };
  KeelLocalTime start;
  int ahead;

  g_return_val_if_fail (KEEL_IS_MEETING (self), NULL);

  if (self->schedule != NULL)
    return keel_schedule_ref (self->schedule);
  if (self->day < 0 || self->day > 6 || self->minute < 0)
    {
      g_set_error_literal (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE,
                           "A meeting by appointment has no day to repeat on");
      return NULL;
    }

  ahead = (self->day - keel_local_time_get_weekday (from) + 7) % 7;
  start = (keel_local_time_get_days (from) + ahead) * KEEL_MINUTES_PER_DAY + self->minute;

  return keel_schedule_new (start, self->timezone, self->duration > 0 ? self->duration : 60, rules[self->day],
                            error);
}

gboolean
keel_meeting_is_online (KeelMeeting *self)
{
  g_return_val_if_fail (KEEL_IS_MEETING (self), FALSE);

  return self->venue == KEEL_VENUE_ONLINE || self->venue == KEEL_VENUE_HYBRID ||
         self->conference_url != NULL || self->phone != NULL;
}
