#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "keel-date-choice.h"
#include "keel-followed.h"
#include "keel-occurrence-output.h"

static KeelExit
answer_cancel (KeelInvocation *invocation, KeelSeries *series, KeelLocalTime local, gboolean undo)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *date = NULL;

  if (!invocation->json)
    {
      date = keel_invocation_describe_local (invocation, series, local);
      /* Translators: a meeting, then a day and a time: "Tuesday 24 November, 19:00". */
      keel_invocation_print (invocation,
                             undo ? _ ("“%s” takes place after all: %s.")
                                  : _ ("“%s” is called off this time: %s. Its other dates stay."),
                             series->meeting->name, date);
      return KEEL_EXIT_DONE;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", series->uuid);
  keel_json_add_text (builder, "name", series->meeting->name);
  keel_json_add_local (builder, "local_start", local);
  keel_json_add_text (builder, "timezone", keel_schedule_get_zone (series->schedule));
  keel_json_add_text (builder, "status", undo ? "planned" : "cancelled");
  json_builder_end_object (builder);
  keel_json_print (builder);
  return KEEL_EXIT_DONE;
}

static KeelExit
take_place (KeelInvocation *invocation, KeelSeries *series, const KeelDateChoice *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = NULL;
  KeelLocalTime original;

  if (!keel_date_choice_find_cancelled (date, invocation, series, &original))
    return invocation->status;
  before = keel_profile_restore_date (invocation->profile, series->uuid, original, &error);
  if (before == NULL)
    return keel_invocation_fail (invocation, error, series->meeting->name);
  return answer_cancel (invocation, series, original, TRUE);
}

static KeelExit
cancel (KeelInvocation *invocation, KeelSeries *series, const KeelDateChoice *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = NULL;
  KeelOccurrence occurrence;

  if (!keel_date_choice_find (date, invocation, series, &occurrence))
    return invocation->status;
  before = keel_profile_cancel_date (invocation->profile, series->uuid, occurrence.original, &error);
  if (before == NULL)
    return keel_invocation_fail (invocation, error, series->meeting->name);
  return answer_cancel (invocation, series, occurrence.local_start, FALSE);
}

KeelExit
keel_cancel_command_run (KeelInvocation *invocation, char ***arguments)
{
  gboolean undo = FALSE;
  const GOptionEntry entries[] = {
    { "undo", 0, 0, G_OPTION_ARG_NONE, &undo, N_ ("It takes place after all"), NULL },
    { NULL },
  };
  g_autoptr (KeelSeries) series = NULL;
  KeelDateChoice date;
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  if (g_strv_length (*arguments) != 3)
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("cancel takes the id of a meeting and one of its dates."));
  if (!keel_date_choice_parse (invocation, (*arguments)[2], &date))
    return KEEL_EXIT_WRONG_USAGE;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  series = keel_followed_find (invocation, (*arguments)[1]);
  if (series == NULL)
    return invocation->status;
  return undo ? take_place (invocation, series, &date) : cancel (invocation, series, &date);
}
