#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-strategy-sentences.h"
#include "keel-json-output.h"
#include "store/keel-journal-strategies.h"
#include "store/keel-profiles.h"

static void
add_head (JsonBuilder *builder, const KeelStrategy *strategy)
{
  static const char *const offers[] = { "yes", "after-cautions", "never" };
  g_autofree char *tags = keel_strategy_tags_format (strategy->tags);
  const char grade[] = { strategy->grade, '\0' };

  keel_json_add_text (builder, "id", strategy->id);
  keel_json_add_text (builder, "name", strategy->name);
  keel_json_add_text (builder, "group", keel_strategy_group_words[strategy->group]);
  keel_json_add_text (builder, "kind", keel_strategy_kind_words[strategy->kind]);
  keel_json_add_text (builder, "tags", tags);
  keel_json_add_truth (builder, "member", strategy->member);
  keel_json_add_truth (builder, "family", strategy->family);
  keel_json_add_number (builder, "minutes", strategy->minutes);
  keel_json_add_number (builder, "most", strategy->most);
  keel_json_add_text (builder, "offer", offers[strategy->offer]);
  keel_json_add_text (builder, "grade", grade);
}

static void
add_steps (JsonBuilder *builder, const KeelStrategy *strategy)
{
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < strategy->steps->len; i++)
    {
      const KeelStrategyStep *step = g_ptr_array_index (strategy->steps, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "text", step->text);
      keel_json_add_number (builder, "seconds", step->seconds);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_cautions (JsonBuilder *builder, const KeelStrategy *strategy)
{
  json_builder_set_member_name (builder, "cautions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < strategy->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (strategy->cautions, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "kind", keel_caution_kind_words[caution->kind]);
      keel_json_add_text (builder, "text", caution->text);
      keel_json_add_truth (builder, "first", caution->first);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_card_as_json (const KeelStrategy *strategy)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_head (builder, strategy);
  keel_json_add_text (builder, "when", strategy->when);
  keel_json_add_text (builder, "about", strategy->about);
  add_cautions (builder, strategy);
  add_steps (builder, strategy);
  keel_json_add_text (builder, "evidence", strategy->evidence);
  keel_json_add_text (builder, "source", strategy->source);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

/* How well it is known comes last: whoever asks needs the steps. */
static void
print_card (KeelInvocation *invocation, const KeelStrategy *strategy)
{
  g_autofree char *card = g_strchomp (keel_strategy_format_plain (strategy, NULL));

  keel_invocation_print (invocation, "%s\n", card);
  if (strategy->evidence != NULL)
    /* Translators: how much something was studied, and what was found. */
    keel_invocation_print (invocation, _ ("%1$s. %2$s"), keel_sentence_strategy_grade (strategy->grade),
                           strategy->evidence);
  if (strategy->source != NULL)
    keel_invocation_print (invocation, _ ("Source: %s"), strategy->source);
}

/* FALSE where the profile cannot be read; says so. */
static gboolean
take_own (KeelInvocation *invocation)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;

  if (keel_invocation_open_profile (invocation) == NULL)
    return FALSE;
  own = keel_journal_get_own_strategies (keel_profile_get_journal (invocation->profile), NULL, &error);
  if (own == NULL)
    {
      keel_invocation_fail (invocation, error, NULL);
      return FALSE;
    }
  keel_content_set_own_strategies (keel_invocation_get_content (invocation), own);
  return TRUE;
}

/* The cards of Keel are there for everybody: nobody is asked for a passphrase, and no profile is made, only
 * to see them. */
static gboolean
take_own_if_open (KeelInvocation *invocation)
{
  g_autoptr (GPtrArray) profiles = NULL;
  gboolean named = invocation->profile_id != NULL || invocation->recovery_code ||
                   invocation->passphrase_fd != KEEL_PASSPHRASE_FD_NONE;

  if (named)
    return take_own (invocation);
  profiles = keel_profiles_list (invocation->data_dir);
  if (profiles->len == 0)
    return TRUE;
  if (profiles->len == 1 && !((KeelProfileCard *) profiles->pdata[0])->protected)
    return take_own (invocation);
  keel_invocation_tell (
      invocation, "%s",
      _ ("Cards of your own are not among these. “--profile” and its name shows them, too."));
  return TRUE;
}

static KeelExit
show (KeelInvocation *invocation, const char *id)
{
  g_autofree char *lower = g_ascii_strdown (id, -1);
  const KeelStrategy *strategy;

  if (keel_strategy_is_own (lower) && !take_own (invocation))
    return invocation->status;
  strategy = keel_content_find_strategy (keel_invocation_get_content (invocation), lower);
  if (strategy == NULL)
    return keel_invocation_give_up (invocation, _ ("There is no strategy “%s”. “strategies” shows them all."),
                                    id);
  if (invocation->json)
    print_card_as_json (strategy);
  else
    print_card (invocation, strategy);
  return KEEL_EXIT_DONE;
}

static KeelExit
list (KeelInvocation *invocation, guint64 tags)
{
  const GPtrArray *strategies;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!take_own_if_open (invocation))
    return invocation->status;
  strategies = keel_content_get_strategies (keel_invocation_get_content (invocation));
  json_builder_begin_array (builder);
  for (guint i = 0; i < strategies->len; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (strategies, i);

      if (!keel_strategy_is_for (strategy, tags))
        continue;
      if (!invocation->json)
        {
          /* Translators: a strategy's id and name: "c01: Urge surfing". */
          keel_invocation_print (invocation, C_ ("strategy", "%1$s: %2$s"), strategy->id, strategy->name);
          continue;
        }
      json_builder_begin_object (builder);
      add_head (builder, strategy);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (invocation->json)
    keel_json_print (builder);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_strategies_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_autofree char *tag = NULL, *unknown = NULL;
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &tag, N_ ("Only those for this: craving, anger, insomnia …"),
      N_ ("TAG") },
    G_OPTION_ENTRY_NULL,
  };
  guint64 tags = KEEL_TAGS_NONE;
  int status;
  guint n;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  n = g_strv_length (*arguments);
  if (n > 1 && !(n == 3 && g_str_equal ((*arguments)[1], "show") && tag == NULL))
    return keel_invocation_refuse (invocation, "%s", _ ("“strategies” takes nothing, or “show” and an ID."));
  if (tag != NULL && !keel_strategy_tags_parse (tag, &tags, &unknown))
    return keel_invocation_refuse (invocation, _ ("“%s” is nothing that strategies are for."), unknown);
  return n == 3 ? show (invocation, (*arguments)[2]) : list (invocation, tags);
}
