#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-check-in-words.h"
#include "content/keel-sentences.h"
#include "keel-json-output.h"
#include "keel-row-output.h"
#include "store/keel-journal-check-ins.h"

#define UNSAID G_MININT

/* What stands behind the command. */
typedef struct
{
  int mood;
  int craving;
  int energy;
  char *sleep;
  char *word;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->sleep);
  g_free (options->word);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_number (JsonBuilder *builder, const char *name, int number)
{
  if (number != KEEL_CHECK_IN_UNSAID)
    keel_json_add_number (builder, name, number);
}

static void
add_check_in (JsonBuilder *builder, gconstpointer row)
{
  const KeelCheckIn *check_in = row;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (check_in->at);
  g_autofree char *at = g_date_time_format_iso8601 (moment);

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", check_in->uuid);
  keel_json_add_text (builder, "at", at);
  add_number (builder, "mood", check_in->mood);
  add_number (builder, "craving", check_in->craving);
  add_number (builder, "energy", check_in->energy);
  if (check_in->sleep > 0)
    keel_json_add_number (builder, "sleep", check_in->sleep);
  keel_json_add_text (builder, "word", check_in->word);
  json_builder_end_object (builder);
}

/* At the time that the clock showed where the person was. */
static void
print_check_in (KeelInvocation *invocation, gconstpointer row)
{
  const KeelCheckIn *check_in = row;
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (check_in->offset * 60);
  g_autofree char *date = keel_sentence_date (check_in->at, zone, keel_invocation_get_now (invocation));
  g_autofree char *time = keel_sentence_clock_time (check_in->at, zone);
  g_autofree char *words = keel_check_in_words_describe (check_in);

  /* Translators: a check-in: its date, its time, what it says. */
  keel_invocation_print (invocation, C_ ("check-in", "%1$s, %2$s · %3$s"), date, time, words);
}

static KeelExit
list (KeelInvocation *invocation)
{
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (GError) error = NULL;

  check_ins = keel_journal_get_check_ins (keel_profile_get_journal (invocation->profile), G_MININT64, 0,
                                          &error);
  if (check_ins == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  return keel_invocation_print_rows (invocation, check_ins, add_check_in, print_check_in);
}

static KeelExit
add (KeelInvocation *invocation, KeelCheckIn *check_in)
{
  g_autoptr (GError) error = NULL;

  if (!keel_journal_set_check_in (keel_profile_get_journal (invocation->profile), check_in, NULL, &error))
    return keel_invocation_fail (invocation, error, NULL);
  return keel_invocation_print_row (invocation, check_in, add_check_in, print_check_in);
}

/* FALSE where it is not from 0 to @most. */
static gboolean
take (int option, int most, int *number)
{
  *number = option != UNSAID ? option : KEEL_CHECK_IN_UNSAID;
  return option == UNSAID || (option >= 0 && option <= most);
}

/* FALSE where the options say what cannot be; says so. Nothing is written then. */
static gboolean
read_check_in (KeelInvocation *invocation, const Options *options, KeelCheckIn *check_in)
{
  gboolean possible = take (options->mood, KEEL_CHECK_IN_MOOD_MAX, &check_in->mood);

  possible = take (options->craving, KEEL_CRAVING_MAX, &check_in->craving) && possible;
  possible = take (options->energy, KEEL_ENERGY_MAX, &check_in->energy) && possible;
  if (options->sleep != NULL)
    possible = keel_check_in_words_parse_sleep (options->sleep, &check_in->sleep) && possible;
  check_in->word = g_strdup (options->word);
  if (possible && keel_check_in_is_possible (check_in))
    return TRUE;
  keel_invocation_refuse (invocation, "%s",
                          _ ("A check-in says at least one of these: “--mood” and “--energy” from 0 to 4, "
                             "“--craving” from 0 to 10, “--sleep” in hours such as 7:30, “--word”."));
  return FALSE;
}

static gboolean
says_nothing (const Options *options)
{
  return options->mood == UNSAID && options->craving == UNSAID && options->energy == UNSAID &&
         options->sleep == NULL && options->word == NULL;
}

KeelExit
keel_check_in_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (Options) options = { .mood = UNSAID, .craving = UNSAID, .energy = UNSAID };
  const GOptionEntry entries[] = {
    { "mood", 0, 0, G_OPTION_ARG_INT, &options.mood, N_ ("How the mood is, from 0 (lowest) to 4"), "N" },
    { "craving", 0, 0, G_OPTION_ARG_INT, &options.craving, N_ ("How strong the craving is, from 0 to 10"),
      "N" },
    { "energy", 0, 0, G_OPTION_ARG_INT, &options.energy, N_ ("How much energy there is, from 0 to 4"), "N" },
    { "sleep", 0, 0, G_OPTION_ARG_STRING, &options.sleep, N_ ("Hours of sleep: 7 or 7:30"), N_ ("HOURS") },
    { "word", 0, 0, G_OPTION_ARG_STRING, &options.word, N_ ("A word for it"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (KeelCheckIn) check_in = keel_check_in_new ();
  gboolean adds;
  int status;
  guint n;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  n = g_strv_length (*arguments);
  adds = n == 2 && g_str_equal ((*arguments)[1], "add");
  if (!adds && !(n <= 2 && (n < 2 || g_str_equal ((*arguments)[1], "list")) && says_nothing (&options)))
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("“check-in” takes nothing, “list”, or “add” and what is so."));
  if (adds && !read_check_in (invocation, &options, check_in))
    return KEEL_EXIT_WRONG_USAGE;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return adds ? add (invocation, check_in) : list (invocation);
}
