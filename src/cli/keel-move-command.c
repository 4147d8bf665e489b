#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "keel-date-choice.h"
#include "keel-followed.h"
#include "keel-occurrence-output.h"

#define AS_BEFORE 0

typedef struct
{
  const char *id;
  KeelDateChoice date;
  KeelDateChoice target; /* without meaning where undo is asked for */
  int duration;          /* minutes, or AS_BEFORE */
  gboolean undo;
} MoveRequest;

static KeelExit
answer_move (KeelInvocation *invocation, const MoveRequest *request, const char *uuid, KeelLocalTime original,
             KeelLocalTime local)
{
  KeelJournal *journal = keel_profile_get_journal (invocation->profile);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = keel_journal_find_series (journal, uuid, &error);
  g_autoptr (KeelAttendance) attendance = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *start = NULL;
  KeelOccurrence occurrence;

  if (series == NULL)
    return keel_invocation_fail (invocation, error, request->id);
  if (!keel_date_choice_find_key (invocation, series, original, local, &occurrence))
    return KEEL_EXIT_DONE;
  start = keel_invocation_describe_instant (invocation, occurrence.start);
  if (!invocation->json)
    {
      /* Translators: a meeting, then a day and a time: "Tuesday 24 November, 19:00". */
      keel_invocation_print (invocation,
                             request->undo ? _ ("“%s” is back where it was: %s. Its other dates stay.")
                                           : _ ("“%s” is moved to %s. Its other dates stay."),
                             series->meeting->name, start);
      return KEEL_EXIT_DONE;
    }
  attendance = keel_journal_find_attendance (journal, uuid, original, NULL);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  keel_json_add_occurrence (builder, series, &occurrence, attendance);
  json_builder_end_object (builder);
  keel_json_print (builder);
  return KEEL_EXIT_DONE;
}

static KeelExit
move_back (KeelInvocation *invocation, const MoveRequest *request, KeelSeries *series,
           const KeelOccurrence *occurrence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = NULL;

  if (!occurrence->moved)
    return keel_invocation_give_up (invocation,
                                    /* Translators: a meeting and a date as it was typed. */
                                    _ ("“%s” was not moved on %s: there is nothing to take back."),
                                    series->meeting->name, request->date.text);
  before = keel_profile_restore_date (invocation->profile, series->uuid, occurrence->original, &error);
  if (before == NULL)
    return keel_invocation_fail (invocation, error, series->meeting->name);
  return answer_move (invocation, request, series->uuid, occurrence->original, occurrence->original);
}

static KeelExit
move (KeelInvocation *invocation, const MoveRequest *request, KeelSeries *series,
      const KeelOccurrence *occurrence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = NULL;
  KeelLocalTime start = request->target.local;
  guint duration = (guint) ((occurrence->end - occurrence->start) / 60);

  if (request->target.whole_day)
    start += keel_local_time_get_minute (occurrence->local_start);
  if (request->duration != AS_BEFORE)
    duration = (guint) request->duration;
  before = keel_profile_move_date (invocation->profile, series->uuid, occurrence->original, start, duration,
                                   &error);
  if (before == NULL)
    return keel_invocation_fail (invocation, error, series->meeting->name);
  return answer_move (invocation, request, series->uuid, occurrence->original, start);
}

static KeelExit
find_and_move (KeelInvocation *invocation, const MoveRequest *request)
{
  g_autoptr (KeelSeries) series = NULL;
  KeelOccurrence occurrence;

  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  series = keel_followed_find (invocation, request->id);
  if (series == NULL || !keel_date_choice_find (&request->date, invocation, series, &occurrence))
    return invocation->status;
  return request->undo ? move_back (invocation, request, series, &occurrence)
                       : move (invocation, request, series, &occurrence);
}

KeelExit
keel_move_command_run (KeelInvocation *invocation, char ***arguments)
{
  MoveRequest request = { .duration = AS_BEFORE };
  char *duration = NULL;
  const GOptionEntry entries[] = {
    { "duration", 0, 0, G_OPTION_ARG_STRING, &duration, N_ ("How long it takes that time"), N_ ("MINUTES") },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &request.undo, N_ ("Put it back where it was"), NULL },
    { NULL }
  };
  g_autofree char *given = NULL;
  guint n_arguments;
  int status;
  guint64 minutes;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    {
      g_free (duration);
      return status;
    }
  given = duration;
  n_arguments = g_strv_length (*arguments) - 1;
  if (n_arguments != (request.undo ? 2 : 3))
    return keel_invocation_refuse (
        invocation, "%s",
        _ ("move takes the id of a meeting, a date, and where it moves; with --undo the first two."));
  if (given != NULL)
    {
      if (!g_ascii_string_to_unsigned (given, 10, 1, 31 * KEEL_MINUTES_PER_DAY, &minutes, NULL))
        return keel_invocation_refuse (invocation, "%s",
                                       _ ("--duration takes a number of minutes from 1 up."));
      request.duration = (int) minutes;
    }
  request.id = (*arguments)[1];
  if (!keel_date_choice_parse (invocation, (*arguments)[2], &request.date) ||
      (!request.undo && !keel_date_choice_parse (invocation, (*arguments)[3], &request.target)))
    return KEEL_EXIT_WRONG_USAGE;
  return find_and_move (invocation, &request);
}
