#include "keel-series-edit.h"

static void
edit_text (char **now, const char *shown, const char *wanted)
{
  if (g_strcmp0 (shown, wanted) == 0)
    return;
  g_free (*now);
  *now = g_strdup (wanted);
}

static void
edit_texts (KeelMeeting *now, KeelMeeting *shown, KeelMeeting *wanted)
{
  static const gsize offsets[] = {
    G_STRUCT_OFFSET (KeelMeeting, name),           G_STRUCT_OFFSET (KeelMeeting, program),
    G_STRUCT_OFFSET (KeelMeeting, phone),          G_STRUCT_OFFSET (KeelMeeting, location),
    G_STRUCT_OFFSET (KeelMeeting, conference_url),
  };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    edit_text (G_STRUCT_MEMBER_P (now, offsets[i]), G_STRUCT_MEMBER (char *, shown, offsets[i]),
               G_STRUCT_MEMBER (char *, wanted, offsets[i]));
}

static void
take_time (KeelMeeting *now, KeelMeeting *wanted)
{
  now->day = wanted->day;
  now->minute = wanted->minute;
  now->duration = wanted->duration;
  g_free (now->timezone);
  now->timezone = g_strdup (wanted->timezone);
}

static gboolean
edit_schedule (KeelSeries *now, KeelSeries *shown, KeelSeries *wanted, KeelMeeting *meeting)
{
  if (keel_schedule_equal (shown->schedule, wanted->schedule))
    return TRUE;
  if (!keel_schedule_equal (now->schedule, shown->schedule) &&
      !keel_schedule_equal (now->schedule, wanted->schedule))
    return FALSE;
  keel_series_set_schedule (now, wanted->schedule);
  take_time (meeting, wanted->meeting);
  return TRUE;
}

static gboolean
has_leads (KeelSeries *series, KeelSeries *other)
{
  return series->leads->len == other->leads->len &&
         (series->leads->len == 0 ||
          memcmp (series->leads->data, other->leads->data, series->leads->len * sizeof (int)) == 0);
}

gboolean
keel_series_edit (KeelSeries *now, KeelSeries *shown, KeelSeries *wanted)
{
  g_autoptr (KeelMeeting) meeting = NULL;

  g_return_val_if_fail (KEEL_IS_SERIES (now) && KEEL_IS_SERIES (shown) && KEEL_IS_SERIES (wanted), FALSE);

  meeting = keel_meeting_copy (now->meeting);
  if (!edit_schedule (now, shown, wanted, meeting))
    return FALSE;
  edit_texts (meeting, shown->meeting, wanted->meeting);
  if (wanted->meeting->venue != shown->meeting->venue)
    meeting->venue = wanted->meeting->venue;
  keel_series_set_meeting (now, meeting);
  if (wanted->kind != shown->kind)
    now->kind = wanted->kind;
  edit_text (&now->note, shown->note, wanted->note);
  if (!has_leads (shown, wanted))
    keel_series_set_leads (now, wanted->leads);
  return TRUE;
}
