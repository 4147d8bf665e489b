#include "keel-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/keel-day-sentences.h"
#include "core/keel-series.h"
#include "keel-days-output.h"
#include "keel-option-words.h"
#include "store/keel-journal-days.h"

/* What stands behind the command. */
typedef struct
{
  char *name;
  char *mode;
  char *program;
  char *goal;
  gboolean day_one;
  char *date;
  char *choice;
  char *note;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->name);
  g_free (options->mode);
  g_free (options->program);
  g_free (options->goal);
  g_free (options->date);
  g_free (options->choice);
  g_free (options->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static KeelJournal *
get_journal (KeelInvocation *invocation)
{
  return keel_profile_get_journal (invocation->profile);
}

/* NULL where they cannot be read; says so. */
static KeelDays *
read_days (KeelInvocation *invocation)
{
  GError *error = NULL;
  KeelDays *days = NULL;

  days = keel_journal_read_days (get_journal (invocation), keel_invocation_get_content (invocation), &error);
  if (days == NULL)
    invocation->status = keel_invocation_fail (invocation, error, NULL);
  g_clear_error (&error);
  return days;
}

static KeelExit
list (KeelInvocation *invocation)
{
  g_autoptr (KeelDays) days = read_days (invocation);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (days == NULL)
    return invocation->status;
  if (invocation->json)
    {
      keel_json_add_days (builder, days);
      keel_json_print (builder);
    }
  else
    keel_invocation_print_days (invocation, days);
  return KEEL_EXIT_DONE;
}

/* One count as it is now, and what is to be told with it. */
static KeelExit
show (KeelInvocation *invocation, const char *uuid, GPtrArray *sentences)
{
  g_autoptr (KeelDays) days = read_days (invocation);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const KeelCountStand *stand;

  if (days == NULL)
    return invocation->status;
  stand = keel_days_find (days, uuid);
  if (stand != NULL && invocation->json)
    {
      keel_json_add_stand (builder, stand);
      keel_json_print (builder);
    }
  else if (stand != NULL)
    keel_invocation_print_stand (invocation, days, stand);
  for (guint i = 0; i < sentences->len; i++)
    keel_invocation_tell (invocation, "%s", (const char *) g_ptr_array_index (sentences, i));
  return KEEL_EXIT_DONE;
}

/* Whether @path goes with the program whose milestones are used; says where it does not. */
static gboolean
check_goal (KeelInvocation *invocation, const char *code, KeelDayPath path)
{
  const KeelProgram *program = NULL;

  if (code != NULL)
    program = keel_content_find_program (keel_invocation_get_content (invocation), code);
  if (program == NULL || program->goal != KEEL_GOAL_ABSTINENCE || path == KEEL_DAY_PATH_ABSTINENCE)
    return TRUE;
  invocation->status = keel_invocation_refuse (
      invocation, _ ("%s is for people who want to stop. Other goals go with other programs, or with none."),
      program->short_name);
  return FALSE;
}

static KeelExit
start (KeelInvocation *invocation, const Options *options, const char *date)
{
  g_autoptr (KeelDayCount) count = keel_day_count_new (0);
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (KeelDays) days = NULL;
  g_autoptr (GError) error = NULL;
  int mode = KEEL_DAY_MODE_STREAK;
  int path = KEEL_DAY_PATH_ABSTINENCE;

  if (!keel_invocation_read_day (invocation, date, &count->start) ||
      !keel_invocation_read_word (invocation, keel_day_mode_words, options->mode, &mode) ||
      !keel_invocation_read_word (invocation, keel_day_path_words, options->goal, &path))
    return KEEL_EXIT_WRONG_USAGE;
  if (keel_invocation_open_profile (invocation) == NULL ||
      !keel_invocation_check_program (invocation, options->program) ||
      !check_goal (invocation, options->program, (KeelDayPath) path))
    return invocation->status;
  count->name = g_strdup (options->name);
  count->scheme = g_strdup (options->program);
  count->day_one = options->day_one;
  count->mode = (KeelDayMode) mode;
  count->path = (KeelDayPath) path;
  if (!keel_journal_set_day_count (get_journal (invocation), count, NULL, &error))
    return keel_invocation_fail (invocation, error, NULL);
  days = read_days (invocation);
  if (days == NULL)
    return invocation->status;
  sentences = keel_sentences_about_start (count->start, days->now.day);
  return show (invocation, count->uuid, sentences);
}

/* The count that @which names: by its ID or its name; the only one where @which is NULL. Says where there is
 * none. */
static const KeelDayCount *
find_count (KeelInvocation *invocation, const KeelDays *days, const char *which)
{
  const KeelDayCount *found = NULL;

  for (guint i = 0; i < days->counts->len; i++)
    {
      const KeelDayCount *count = ((const KeelCountStand *) g_ptr_array_index (days->counts, i))->count;

      if (which != NULL ? g_str_equal (count->uuid, which) || g_strcmp0 (count->name, which) == 0
                        : days->counts->len == 1)
        found = count;
    }
  if (found == NULL && which != NULL)
    invocation->status = keel_invocation_give_up (invocation, _ ("Nothing is counted that is called “%s”."),
                                                  which);
  else if (found == NULL && days->counts->len > 0)
    invocation->status =
        keel_invocation_refuse (invocation, "%s",
                                _ ("You count several things. Say of which: its name or ID."));
  return found;
}

/* Safety is told before what becomes of the days. */
static KeelExit
put_lapse (KeelInvocation *invocation, KeelLapse *lapse)
{
  g_autoptr (GPtrArray) dangers = keel_sentences_about_lapse ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!keel_journal_set_lapse (get_journal (invocation), lapse, NULL, &error))
    return keel_invocation_fail (invocation, error, NULL);
  for (guint i = 0; i < dangers->len; i++)
    keel_invocation_tell (invocation, "%s", (const char *) g_ptr_array_index (dangers, i));
  keel_json_add_lapse (builder, lapse);
  if (invocation->json)
    {
      keel_json_print (builder);
      return KEEL_EXIT_DONE;
    }
  keel_invocation_print (invocation, "%s", keel_sentence_medicine_is_no_lapse ());
  keel_invocation_print (invocation, "%s", keel_sentence_lapse_choice_about (lapse->choice));
  return show (invocation, lapse->count, nothing);
}

static KeelExit
add_lapse (KeelInvocation *invocation, const Options *options, const char *which)
{
  g_autoptr (KeelLapse) lapse = keel_lapse_new (NULL);
  g_autoptr (KeelDays) days = NULL;
  const KeelDayCount *count;
  int choice = KEEL_LAPSE_KEEP_TOTAL;

  if ((options->date != NULL && !keel_invocation_read_day (invocation, options->date, &lapse->day)) ||
      !keel_invocation_read_word (invocation, keel_lapse_choice_words, options->choice, &choice))
    return KEEL_EXIT_WRONG_USAGE;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  days = read_days (invocation);
  if (days == NULL)
    return invocation->status;
  count = find_count (invocation, days, which);
  if (count == NULL && (which != NULL || days->counts->len > 0))
    return invocation->status;
  lapse->count = count != NULL ? g_strdup (count->uuid) : NULL;
  lapse->choice = (KeelLapseChoice) choice;
  lapse->note = g_strdup (options->note);
  return put_lapse (invocation, lapse);
}

/* A count, a lapse or a milestone: whatever has that ID. */
static KeelExit
set_removed (KeelInvocation *invocation, const char *uuid, gboolean removed)
{
  static gboolean (*const kinds[]) (KeelJournal *, const char *, gboolean, GError **) = {
    keel_journal_set_day_count_deleted,
    keel_journal_set_lapse_deleted,
    keel_journal_set_reached_deleted,
  };
  g_autoptr (GError) error = NULL;

  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_clear_error (&error);
      if (kinds[i](get_journal (invocation), uuid, removed, &error))
        {
          if (removed)
            keel_invocation_tell (invocation, _ ("It is gone. “keelctl days restore %s” takes that back."),
                                  uuid);
          else
            keel_invocation_tell (invocation, "%s", _ ("It is there again."));
          return KEEL_EXIT_DONE;
        }
      if (!g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND))
        return keel_invocation_fail (invocation, error, NULL);
    }
  return keel_invocation_give_up (invocation, _ ("Nothing is counted that is called “%s”."), uuid);
}

/* An option that says nothing of what is asked for is a mistake. */
static gboolean
goes_together (const char *what, guint n_words, const Options *options)
{
  gboolean of_count = options->name != NULL || options->mode != NULL || options->program != NULL ||
                      options->goal != NULL || options->day_one;
  gboolean of_lapse = options->date != NULL || options->choice != NULL || options->note != NULL;

  if (g_str_equal (what, "list"))
    return n_words <= 2 && !of_count && !of_lapse;
  if (g_str_equal (what, "start"))
    return n_words == 3 && !of_lapse;
  if (g_str_equal (what, "lapse"))
    return n_words <= 3 && !of_count;
  return (g_str_equal (what, "remove") || g_str_equal (what, "restore")) && n_words == 3 && !of_count &&
         !of_lapse;
}

static gboolean
parse (KeelInvocation *invocation, Options *options, char ***arguments, int *status)
{
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &options->name, N_ ("What is counted, in your own words"),
      N_ ("NAME") },
    { "mode", 0, 0, G_OPTION_ARG_STRING, &options->mode, N_ ("How: streak, total, both or none"),
      N_ ("MODE") },
    { "day-one", 0, 0, G_OPTION_ARG_NONE, &options->day_one, N_ ("The first day is day 1, not day 0"), NULL },
    { "program", 0, 0, G_OPTION_ARG_STRING, &options->program, N_ ("Whose milestones it has"), N_ ("CODE") },
    { "goal", 0, 0, G_OPTION_ARG_STRING, &options->goal, N_ ("What for: abstinence, cut-down or undecided"),
      N_ ("GOAL") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options->date, N_ ("The day of the lapse; today unless you say so"),
      N_ ("DATE") },
    { "choice", 0, 0, G_OPTION_ARG_STRING, &options->choice,
      N_ ("What becomes of your days: keep-total, new-start, stop or not-counted"), N_ ("CHOICE") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options->note, N_ ("A note of your own"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };

  return keel_invocation_parse (invocation, entries, arguments, status);
}

KeelExit
keel_days_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (Options) options = { 0 };
  const char *what;
  const char *which;
  int status;
  guint n;

  if (!parse (invocation, &options, arguments, &status))
    return status;
  n = g_strv_length (*arguments);
  what = n > 1 ? (*arguments)[1] : "list";
  which = n > 2 ? (*arguments)[2] : NULL;
  if (!goes_together (what, n, &options))
    return keel_invocation_refuse (
        invocation, "%s", _ ("“days” takes nothing, “start DATE”, “lapse”, “remove ID” or “restore ID”."));
  if (g_str_equal (what, "start"))
    return start (invocation, &options, which);
  if (g_str_equal (what, "lapse"))
    return add_lapse (invocation, &options, which);
  if (!g_str_equal (what, "list"))
    return set_removed (invocation, which, g_str_equal (what, "remove"));
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return list (invocation);
}
