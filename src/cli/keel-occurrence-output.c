#include "keel-occurrence-output.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

void
keel_json_add_occurrence (JsonBuilder *builder, KeelSeries *series, const KeelOccurrence *occurrence,
                          KeelAttendance *attendance)
{
  keel_json_add_text (builder, "id", series->uuid);
  keel_json_add_text (builder, "name", series->meeting->name);
  keel_json_add_instant (builder, "start", occurrence->start);
  keel_json_add_instant (builder, "end", occurrence->end);
  keel_json_add_local (builder, "local_start", occurrence->local_start);
  keel_json_add_text (builder, "timezone", keel_schedule_get_zone (series->schedule));
  keel_json_add_text (builder, "status", occurrence->moved ? "moved" : "planned");
  keel_json_add_text (builder, "attendance",
                      attendance != NULL ? keel_attendance_words[attendance->state] : NULL);
}

static const char *
describe_attendance (KeelAttendance *attendance)
{
  switch (attendance->state)
    {
    case KEEL_ATTENDANCE_WENT:
      return _ ("You went.");
    case KEEL_ATTENDANCE_NOT:
      return _ ("Not this time.");
    case KEEL_ATTENDANCE_LEFT:
      return _ ("You left early.");
    }
  return "";
}

void
keel_invocation_print_remarks (KeelInvocation *invocation, KeelSeries *series,
                               const KeelOccurrence *occurrence, KeelAttendance *attendance)
{
  if (occurrence->moved)
    {
      g_autofree char *before = keel_invocation_describe_local (invocation, series, occurrence->original);
      /* Translators: below a meeting; %s is a day and a time: "Tuesday 24 November, 19:00". */
      g_autofree char *moved = g_strdup_printf (_ ("Moved from %s."), before);

      keel_invocation_print (invocation, "    %s", moved);
    }
  if (attendance != NULL)
    keel_invocation_print (invocation, "    %s", describe_attendance (attendance));
}

char *
keel_invocation_describe_instant (KeelInvocation *invocation, gint64 utc)
{
  g_autoptr (GTimeZone) person = keel_invocation_get_zone (invocation);
  g_autofree char *date = keel_sentence_date (utc, person, keel_invocation_get_now (invocation));
  g_autofree char *time = keel_sentence_clock_time (utc, person);

  /* Translators: a day and a time: "Tuesday 24 November, 19:00". */
  return g_strdup_printf (_ ("%s, %s"), date, time);
}

char *
keel_invocation_describe_local (KeelInvocation *invocation, KeelSeries *series, KeelLocalTime local)
{
  g_autoptr (GTimeZone) person = keel_invocation_get_zone (invocation);
  const char *name = keel_schedule_get_zone (series->schedule);
  g_autoptr (GTimeZone) own = name != NULL ? keel_zone_open (name) : NULL;

  return keel_invocation_describe_instant (invocation,
                                           keel_local_time_to_utc (local, own != NULL ? own : person));
}
