#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "content/keel-strategy-sentences.h"
#include "content/keel-urge-sentences.h"
#include "keel-json-output.h"
#include "keel-row-output.h"
#include "store/keel-journal-urges.h"

#define STRENGTH_UNSAID G_MININT

/* What stands behind the command. */
typedef struct
{
  int strength;
  int after;
  char *tags;
  char *strategy;
  char *note;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->tags);
  g_free (options->strategy);
  g_free (options->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_urge (JsonBuilder *builder, gconstpointer row)
{
  const KeelUrge *urge = row;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (urge->at);
  g_autofree char *at = g_date_time_format_iso8601 (moment);
  g_autofree char *tags = keel_strategy_tags_format (urge->tags);

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", urge->uuid);
  keel_json_add_text (builder, "at", at);
  keel_json_add_number (builder, "strength", urge->strength);
  if (urge->after != KEEL_STRENGTH_NONE)
    keel_json_add_number (builder, "after", urge->after);
  keel_json_add_text (builder, "tags", tags);
  keel_json_add_text (builder, "strategy", urge->strategy);
  keel_json_add_text (builder, "outcome", keel_urge_outcome_words[urge->outcome]);
  keel_json_add_text (builder, "note", urge->note);
  json_builder_end_object (builder);
}

/* At the time that the clock showed where the person was. */
static void
print_urge (KeelInvocation *invocation, gconstpointer row)
{
  const KeelUrge *urge = row;
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (urge->offset * 60);
  g_autofree char *date = keel_sentence_date (urge->at, zone, keel_invocation_get_now (invocation));
  g_autofree char *time = keel_sentence_clock_time (urge->at, zone);
  g_autofree char *strength = keel_sentence_urge_strength (urge->strength, urge->after);
  g_autofree char *tags = keel_sentence_strategy_tags (urge->tags);

  if (tags != NULL)
    /* Translators: an urge: its date, its time, how strong it was, what was going on. */
    keel_invocation_print (invocation, C_ ("urge", "%1$s, %2$s · %3$s · %4$s"), date, time, strength, tags);
  else
    /* Translators: an urge: its date, its time, how strong it was. */
    keel_invocation_print (invocation, C_ ("urge", "%1$s, %2$s · %3$s"), date, time, strength);
}

static KeelExit
list (KeelInvocation *invocation)
{
  g_autoptr (GPtrArray) urges = NULL;
  g_autoptr (GError) error = NULL;

  urges = keel_journal_get_urges (keel_profile_get_journal (invocation->profile), G_MININT64, 0, &error);
  if (urges == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  return keel_invocation_print_rows (invocation, urges, add_urge, print_urge);
}

static KeelExit
add (KeelInvocation *invocation, KeelUrge *urge)
{
  g_autoptr (GError) error = NULL;

  if (!keel_journal_set_urge (keel_profile_get_journal (invocation->profile), urge, NULL, &error))
    return keel_invocation_fail (invocation, error, NULL);
  return keel_invocation_print_row (invocation, urge, add_urge, print_urge);
}

static gboolean
is_strength (int strength)
{
  return strength >= 0 && strength <= KEEL_STRENGTH_MAX;
}

/* FALSE where the options say what cannot be; says so. Nothing is written then. */
static gboolean
read_urge (KeelInvocation *invocation, const Options *options, KeelUrge *urge)
{
  g_autofree char *unknown = NULL;

  if (!is_strength (options->strength) ||
      (options->after != STRENGTH_UNSAID && !is_strength (options->after)))
    {
      keel_invocation_refuse (invocation, _ ("How strong an urge is goes from 0 to %d: “--strength 7”."),
                              KEEL_STRENGTH_MAX);
      return FALSE;
    }
  if (options->tags != NULL && !keel_strategy_tags_parse (options->tags, &urge->tags, &unknown))
    {
      g_autofree char *words = g_strjoinv (" ", (char **) keel_strategy_tag_words);

      /* Translators: %2$s are the words that are possible. */
      keel_invocation_refuse (invocation, _ ("“%1$s” is nothing that can be going on. There are: %2$s"),
                              unknown, words);
      return FALSE;
    }
  urge->strength = options->strength;
  urge->after = options->after == STRENGTH_UNSAID ? KEEL_STRENGTH_NONE : options->after;
  urge->strategy = g_strdup (options->strategy);
  urge->note = g_strdup (options->note);
  return TRUE;
}

static gboolean
says_nothing (const Options *options)
{
  return options->strength == STRENGTH_UNSAID && options->after == STRENGTH_UNSAID && options->tags == NULL &&
         options->strategy == NULL && options->note == NULL;
}

KeelExit
keel_urges_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (Options) options = { .strength = STRENGTH_UNSAID, .after = STRENGTH_UNSAID };
  const GOptionEntry entries[] = {
    { "strength", 0, 0, G_OPTION_ARG_INT, &options.strength, N_ ("How strong it is, from 0 to 10"), "N" },
    { "after", 0, 0, G_OPTION_ARG_INT, &options.after, N_ ("How strong it was afterwards"), "N" },
    { "tags", 0, 0, G_OPTION_ARG_STRING, &options.tags, N_ ("What is going on: “lonely work” …"),
      N_ ("TAGS") },
    { "strategy", 0, 0, G_OPTION_ARG_STRING, &options.strategy, N_ ("The card that was used"), N_ ("ID") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("A note of your own"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (KeelUrge) urge = keel_urge_new (0);
  gboolean adds;
  int status;
  guint n;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  n = g_strv_length (*arguments);
  adds = n == 2 && g_str_equal ((*arguments)[1], "add");
  if (!adds && !(n <= 2 && (n < 2 || g_str_equal ((*arguments)[1], "list")) && says_nothing (&options)))
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("“urges” takes nothing, “list”, or “add” and “--strength”."));
  if (adds && !read_urge (invocation, &options, urge))
    return KEEL_EXIT_WRONG_USAGE;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return adds ? add (invocation, urge) : list (invocation);
}
