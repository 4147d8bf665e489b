#include "keel-list-changes.h"

#include <glib/gi18n-lib.h>

#include "content/keel-change-sentences.h"
#include "content/keel-sentences.h"
#include "keel-command.h"
#include "keel-json-output.h"
#include "store/keel-profile-changes.h"

/* As `search` gives it. */
static void
add_time (JsonBuilder *builder, KeelMeeting *meeting)
{
  g_autofree char *time = NULL;

  if (meeting->day != KEEL_DAY_BY_APPOINTMENT && meeting->minute >= 0)
    time = g_strdup_printf ("%02d:%02d", meeting->minute / 60, meeting->minute % 60);
  json_builder_set_member_name (builder, "day");
  if (time != NULL)
    json_builder_add_int_value (builder, meeting->day);
  else
    json_builder_add_null_value (builder);
  keel_json_add_text (builder, "time", time);
}

static void
add_meeting (JsonBuilder *builder, const char *name, KeelMeeting *meeting)
{
  json_builder_set_member_name (builder, name);
  if (meeting == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "name", meeting->name);
  add_time (builder, meeting);
  keel_json_add_text (builder, "timezone", meeting->timezone);
  keel_json_add_text (builder, "location", meeting->location);
  keel_json_add_text (builder, "address", meeting->address);
  keel_json_add_text (builder, "url", meeting->conference_url);
  keel_json_add_text (builder, "phone", meeting->phone);
  json_builder_end_object (builder);
}

static char *
describe (const KeelFollowedChange *change)
{
  return change->paused ? keel_sentence_paused ()
                        : keel_sentence_for_change (change->series->meeting, change->meeting);
}

static void
print_as_json (GPtrArray *changes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < changes->len; i++)
    {
      const KeelFollowedChange *change = g_ptr_array_index (changes, i);
      g_autofree char *sentence = describe (change);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "id", change->series->uuid);
      keel_json_add_text (builder, "list", change->series->meeting->list);
      keel_json_add_text (builder, "change", sentence);
      add_meeting (builder, "was", change->series->meeting);
      add_meeting (builder, "now", change->meeting);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  keel_json_print (builder);
}

static void
print_change (KeelInvocation *invocation, const KeelFollowedChange *change)
{
  g_autofree char *sentence = describe (change);

  /* Translators: the name of a meeting, then what changed: “Tuesday 19:00 → Tuesday 19:30; new link”. */
  keel_invocation_print (invocation, _ ("%s: %s"), change->series->meeting->name, sentence);
  /* Translators: of one change: the id to give, and the list that it comes from. */
  keel_invocation_print (invocation, _ ("  %s, from %s"), change->series->uuid,
                         change->series->meeting->list);
}

static KeelExit
show_changes (KeelInvocation *invocation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = keel_profile_get_changes (invocation->profile, NULL, &error);
  guint i;

  if (changes == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  if (invocation->json)
    {
      print_as_json (changes);
      return KEEL_EXIT_DONE;
    }
  if (changes->len == 0)
    {
      keel_invocation_print (invocation, "%s", _ ("Your lists say the same as your calendar."));
      return KEEL_EXIT_DONE;
    }
  for (i = 0; i < changes->len; i++)
    print_change (invocation, g_ptr_array_index (changes, i));
  keel_invocation_print (
      invocation, "%s",
      _ ("--take ID takes a change into your calendar, from now on; --keep ID keeps what you "
         "have. To take the change of a meeting that is no longer in its list, or does not meet at present, "
         "is to stop following it."));
  return KEEL_EXIT_DONE;
}

static void
answer (KeelInvocation *invocation, const char *name, const char *id, const char *sentence)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!invocation->json)
    {
      keel_invocation_print (invocation, "%s", sentence);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  keel_json_add_text (builder, name, id);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static const KeelFollowedChange *
find_change (GPtrArray *changes, const char *id)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const KeelFollowedChange *change = g_ptr_array_index (changes, i);

      if (g_str_equal (change->series->uuid, id))
        return change;
    }
  return NULL;
}

/* What was answered is told: the list may have changed since it was last shown. */
static KeelSeries *
give_answer (KeelInvocation *invocation, const char *id, gboolean take, GError **error)
{
  g_autoptr (GPtrArray) changes = keel_profile_get_changes (invocation->profile, NULL, error);
  const KeelFollowedChange *change = changes != NULL ? find_change (changes, id) : NULL;
  g_autofree char *sentence = NULL;
  KeelSeries *before;

  if (changes == NULL)
    return NULL;
  if (change == NULL)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "Nothing has changed of “%s”", id);
      return NULL;
    }
  before = take ? keel_profile_take_change (invocation->profile, id, change->fingerprint, error)
                : keel_profile_keep_mine (invocation->profile, id, change->fingerprint, error);
  sentence = describe (change);
  if (before != NULL && !invocation->json)
    keel_invocation_print (invocation, _ ("%s: %s"), change->series->meeting->name, sentence);
  return before;
}

static KeelExit
fail (KeelInvocation *invocation, const GError *error, const char *id)
{
  if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND))
    return keel_invocation_give_up (
        invocation, _ ("“%s” is not among the changes. “keelctl lists changes” shows their ids."), id);
  if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID))
    return keel_invocation_give_up (
        invocation, "%s",
        _ ("Its list gives no day or time any more, so your calendar was left as it is. Keep it with --keep, or "
           "stop following it."));
  return keel_invocation_fail (invocation, error, id);
}

static KeelExit
take_change (KeelInvocation *invocation, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = give_answer (invocation, id, TRUE, &error);
  g_autofree char *sentence = NULL;

  if (before == NULL)
    return fail (invocation, error, id);
  /* Translators: %s is the name of a meeting. */
  sentence =
      g_strdup_printf (_ ("“%s” is in your calendar as its list has it now. What is past stayed as it was."),
                       before->meeting->name);
  answer (invocation, "taken", id, sentence);
  return KEEL_EXIT_DONE;
}

static KeelExit
keep_mine (KeelInvocation *invocation, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = give_answer (invocation, id, FALSE, &error);
  g_autofree char *sentence = NULL;

  if (series == NULL)
    return fail (invocation, error, id);
  /* Translators: %s is the name of a meeting. */
  sentence = g_strdup_printf (_ ("“%s” stays in your calendar as you have it."), series->meeting->name);
  answer (invocation, "kept", id, sentence);
  return KEEL_EXIT_DONE;
}

int
keel_list_changes_run (KeelInvocation *invocation, const char *take, const char *keep)
{
  if (take != NULL)
    return take_change (invocation, take);
  return keep != NULL ? keep_mine (invocation, keep) : show_changes (invocation);
}
