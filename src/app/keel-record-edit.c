#include "keel-record-edit.h"

#include "keel-attendance-dialog.h"

/* What is known of the group: all, or no more than its name where it is no longer followed. */
static KeelSeries *
find_series (KeelSession *session, KeelAttendance *attendance)
{
  KeelSeries *series = keel_session_find_series (session, attendance->series);
  g_autoptr (KeelMeeting) meeting = NULL;
  g_autoptr (KeelSchedule) schedule = NULL;

  if (series != NULL)
    return g_object_ref (series);
  meeting = keel_meeting_new ();
  meeting->name = g_strdup (attendance->name);
  schedule = keel_schedule_new (attendance->occurrence, NULL, 60, NULL, NULL);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  series->uuid = g_strdup (attendance->series);
  return series;
}

void
keel_record_edit_present (GtkWindow *parent, KeelSession *session, KeelAttendance *attendance)
{
  g_autoptr (KeelAgendaItem) item = g_object_new (KEEL_TYPE_AGENDA_ITEM, NULL);

  item->series = find_series (session, attendance);
  item->occurrence.start = item->occurrence.end = attendance->start;
  item->occurrence.local_start = item->occurrence.original = attendance->occurrence;
  keel_attendance_dialog_present (parent, session, item);
}
