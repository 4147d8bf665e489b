#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "core/keel-series.h"
#include "keel-date-choice.h"
#include "keel-followed.h"
#include "keel-occurrence-output.h"

typedef struct
{
  char *note;
  char *heard;
  gboolean undo;
  const char *id;
  KeelDateChoice date;
  KeelAttendanceState state; /* without meaning where undo is asked for */
} AttendRequest;

static void
clear_request (AttendRequest *request)
{
  g_free (request->note);
  g_free (request->heard);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttendRequest, clear_request)

/* What was put down before stays, unless it is given anew. */
static KeelAttendance *
make_attendance (const AttendRequest *request, KeelSeries *series, const KeelOccurrence *occurrence,
                 KeelAttendance *known)
{
  KeelAttendance *attendance;

  if (known == NULL)
    attendance = keel_attendance_new (series->uuid, occurrence->original, occurrence->start, request->state);
  else
    attendance = keel_attendance_copy (known);
  attendance->start = occurrence->start;
  attendance->state = request->state;
  if (request->note != NULL)
    {
      g_free (attendance->note);
      attendance->note = g_strdup (request->note);
    }
  if (request->heard != NULL)
    {
      g_free (attendance->heard);
      attendance->heard = g_strdup (request->heard);
    }
  return attendance;
}

static void
answer_as_json (KeelSeries *series, const KeelOccurrence *occurrence, KeelAttendance *attendance)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  keel_json_add_occurrence (builder, series, occurrence, attendance);
  keel_json_add_text (builder, "heard", attendance != NULL ? attendance->heard : NULL);
  keel_json_add_text (builder, "note", attendance != NULL ? attendance->note : NULL);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static void
print_attendance (KeelInvocation *invocation, KeelAttendance *attendance, const char *name, const char *when)
{
  /* Translators: a meeting, then a day and a time: "Tuesday 24 November, 19:00". So it is in what follows. */
  if (attendance == NULL)
    keel_invocation_print (invocation, _ ("Nothing is noted any more for “%s”, %s."), name, when);
  else if (attendance->state == KEEL_ATTENDANCE_WENT)
    keel_invocation_print (invocation, _ ("Noted: you went to “%s”, %s."), name, when);
  else if (attendance->state == KEEL_ATTENDANCE_LEFT)
    keel_invocation_print (invocation, _ ("Noted: you were at “%s” and left early, %s."), name, when);
  else
    keel_invocation_print (invocation, _ ("Noted: not this time. “%s”, %s."), name, when);
}

static KeelExit
answer_attend (KeelInvocation *invocation, KeelSeries *series, const KeelOccurrence *occurrence)
{
  KeelJournal *journal = keel_profile_get_journal (invocation->profile);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelAttendance) attendance = NULL;
  g_autofree char *when = NULL;
  const char *name = series->meeting->name;

  attendance = keel_journal_find_attendance (journal, series->uuid, occurrence->original, &error);
  if (error != NULL)
    return keel_invocation_fail (invocation, error, name);
  if (invocation->json)
    {
      answer_as_json (series, occurrence, attendance);
      return KEEL_EXIT_DONE;
    }
  when = keel_invocation_describe_instant (invocation, occurrence->start);
  print_attendance (invocation, attendance, name, when);
  return KEEL_EXIT_DONE;
}

static gboolean
note (KeelInvocation *invocation, const AttendRequest *request, KeelSeries *series,
      const KeelOccurrence *occurrence, GError **error)
{
  g_autoptr (KeelAttendance) known = NULL;
  g_autoptr (KeelAttendance) attendance = NULL;
  g_autoptr (GError) failure = NULL;

  if (request->undo)
    return keel_profile_delete_attendance (invocation->profile, series->uuid, occurrence->original, error);
  known = keel_journal_find_attendance (keel_profile_get_journal (invocation->profile), series->uuid,
                                        occurrence->original, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  attendance = make_attendance (request, series, occurrence, known);
  return keel_profile_edit_attendance (invocation->profile, known, attendance, NULL, error);
}

static KeelExit
attend (KeelInvocation *invocation, const AttendRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = NULL;
  KeelOccurrence occurrence;

  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  series = keel_followed_find (invocation, request->id);
  if (series == NULL || !keel_date_choice_find (&request->date, invocation, series, &occurrence))
    return invocation->status;
  if (!note (invocation, request, series, &occurrence, &error))
    return keel_invocation_fail (invocation, error, series->meeting->name);
  return answer_attend (invocation, series, &occurrence);
}

static KeelExit
check_attend (KeelInvocation *invocation, AttendRequest *request, char **arguments)
{
  guint n_arguments = g_strv_length (arguments) - 1;
  int state;

  if (n_arguments != (request->undo ? 2 : 3))
    return keel_invocation_refuse (
        invocation, "%s",
        _ ("attend takes the id of a meeting, one of its dates, and went, not or left; with --undo the first two."));
  if (request->undo && (request->note != NULL || request->heard != NULL))
    return keel_invocation_refuse (invocation, "%s", _ ("Either --undo or something to put down, not both."));
  if (!request->undo)
    {
      state = keel_word_find (keel_attendance_words, arguments[3]);
      if (state < 0)
        return keel_invocation_refuse (
            invocation,
            _ ("“%s” does not say how it was. Say went, not (not this time) or left (left early)."),
            arguments[3]);
      request->state = (KeelAttendanceState) state;
    }
  request->id = arguments[1];
  return keel_date_choice_parse (invocation, arguments[2], &request->date) ? KEEL_EXIT_DONE
                                                                           : KEEL_EXIT_WRONG_USAGE;
}

KeelExit
keel_attend_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (AttendRequest) request = { 0 };
  const GOptionEntry entries[] = {
    { "heard", 0, 0, G_OPTION_ARG_STRING, &request.heard, N_ ("What you heard that helps (no names)"),
      N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &request.note, N_ ("A note for yourself"), N_ ("TEXT") },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &request.undo, N_ ("Take back what was put down"), NULL },
    { NULL },
  };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  status = check_attend (invocation, &request, *arguments);
  if (status != KEEL_EXIT_DONE)
    return status;
  return attend (invocation, &request);
}
