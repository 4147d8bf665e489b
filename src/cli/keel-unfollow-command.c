#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "keel-json-output.h"

/* By its own id or by that of the meeting that it was copied from, also when no list has that any more. */
static gboolean
answers_to (const KeelSeries *series, const char *id)
{
  g_autofree char *meeting_id = NULL;

  if (g_ascii_strcasecmp (series->uuid, id) == 0)
    return TRUE;
  if (series->meeting->list == NULL || series->meeting->slug == NULL)
    return FALSE;
  meeting_id = keel_directory_make_id (series->meeting->list, series->meeting->slug);
  return g_ascii_strcasecmp (meeting_id, id) == 0;
}

static KeelSeries *
find_series (GPtrArray *all, const char *id)
{
  guint i;

  for (i = 0; i < all->len; i++)
    {
      if (answers_to (g_ptr_array_index (all, i), id))
        return g_ptr_array_index (all, i);
    }
  return NULL;
}

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
  g_autoptr (GPtrArray) all = keel_journal_get_series (keel_profile_get_journal (invocation->profile),
                                                       &error);
  KeelSeries *series;

  if (all == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  series = find_series (all, id);
  if (series == NULL)
    {
      keel_invocation_warn (
          invocation, _ ("You follow no meeting with the id “%s”. “keelctl agenda --json” shows the ids."),
          id);
      return KEEL_EXIT_COULD_NOT;
    }
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
