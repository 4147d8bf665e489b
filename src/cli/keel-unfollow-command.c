#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "keel-followed.h"
#include "keel-json-output.h"

static void
answer_unfollow (KeelInvocation *invocation, const KeelSeries *series)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!invocation->json)
    {
      keel_invocation_print (invocation, _ ("“%s” is no longer in your calendar."), series->meeting->name);
      return;
    }
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", series->uuid);
  keel_json_add_text (builder, "name", series->meeting->name);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static KeelExit
unfollow (KeelInvocation *invocation, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = keel_followed_find (invocation, id);

  if (series == NULL)
    return invocation->status;
  if (!keel_profile_unfollow (invocation->profile, series->uuid, &error))
    return keel_invocation_fail (invocation, error, series->meeting->name);
  answer_unfollow (invocation, series);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_unfollow_command_run (KeelInvocation *invocation, char ***arguments)
{
  int status;

  if (!keel_invocation_parse (invocation, NULL, arguments, &status))
    return status;
  if (g_strv_length (*arguments) != 2)
    return keel_invocation_refuse (invocation, "%s", _ ("Which meeting? unfollow takes one id."));
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return unfollow (invocation, (*arguments)[1]);
}
