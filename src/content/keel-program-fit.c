#include "config.h"

#include "keel-program-fit.h"

#include <glib/gi18n-lib.h>

#include "keel-program-sentences.h"

#define NONE "none"
#define MOST_OPTIONS 3

/* How an answer and a program go together. */
typedef enum
{
  MATCH_UNKNOWN,
  MATCH_YES,
  MATCH_NO,
} Match;

static const struct
{
  const char *words;
  const char *options[MOST_OPTIONS + 1]; /* ended by NULL */
} questions[] = {
  [KEEL_QUESTION_WHOM] = { N_ ("Who is it for?"),
                           { N_ ("For me"), N_ ("For me, because of someone close to me") } },
  [KEEL_QUESTION_SPIRITUAL] = { N_ ("Should faith have a place in it?"),
                                { N_ ("Spiritual, as each one sees it"), N_ ("Christian"),
                                  N_ ("Without faith") } },
  [KEEL_QUESTION_STRUCTURE] = { N_ ("How do you like to work?"),
                                { N_ ("One step after the other"), N_ ("In any order") } },
  [KEEL_QUESTION_SPONSOR] = { N_ ("Do you want one person who guides you?"),
                              { N_ ("With a sponsor"), N_ ("Without a sponsor") } },
  [KEEL_QUESTION_LED_BY] = { N_ ("Who should lead?"),
                             { N_ ("People who have been there"), N_ ("People trained for it"),
                               N_ ("Professionals who treat") } },
  [KEEL_QUESTION_GOAL] = { N_ ("What do you want to reach?"),
                           { N_ ("To stop for good"), N_ ("A goal that I set myself") } },
  [KEEL_QUESTION_ONLINE] = { N_ ("How do you want to meet?"), { N_ ("Online") } },
  [KEEL_QUESTION_DUAL] = { N_ ("Is a mental illness part of it?"),
                           { N_ ("Yes, and it should have a place") } },
};

static const char *
describe_spiritual (KeelSpiritual spiritual)
{
  switch (spiritual)
    {
    case KEEL_SPIRITUAL_YES:
      return _ ("Spiritual: the steps speak of a Higher Power, as each one sees it");
    case KEEL_SPIRITUAL_OPEN:
      return _ ("Spiritual, by whatever name feels right");
    case KEEL_SPIRITUAL_NO:
      return _ ("Secular");
    case KEEL_SPIRITUAL_CHRISTIAN:
      return _ ("Christian");
    case KEEL_SPIRITUAL_UNKNOWN:
    default:
      return _ ("Not known");
    }
}

static const char *
describe_sponsor (KeelSponsor sponsor)
{
  switch (sponsor)
    {
    case KEEL_SPONSOR_YES:
      return _ ("Usual");
    case KEEL_SPONSOR_OPTIONAL:
      return _ ("Possible");
    case KEEL_SPONSOR_NO:
      return _ ("None");
    case KEEL_SPONSOR_UNKNOWN:
    default:
      return _ ("Not known");
    }
}

static const char *
describe_led_by (KeelLedBy led_by)
{
  switch (led_by)
    {
    case KEEL_LED_BY_PEERS:
      return _ ("People who have been there");
    case KEEL_LED_BY_FACILITATORS:
      return _ ("Trained facilitators");
    case KEEL_LED_BY_LAY_LEADERS:
      return _ ("Trained members of a church");
    case KEEL_LED_BY_CLINICIANS:
      return _ ("Professionals who treat");
    case KEEL_LED_BY_NOBODY:
      return _ ("Nobody: you go your own way");
    case KEEL_LED_BY_UNKNOWN:
    default:
      return _ ("Not known");
    }
}

/* What is one's own is one's own life, where it is about somebody else's use. */
static const char *
describe_goal (const KeelProgram *program)
{
  switch (program->goal)
    {
    case KEEL_GOAL_ABSTINENCE:
      return _ ("Not using at all");
    case KEEL_GOAL_ORIENTED:
      return _ ("Towards not using; each one sets their own goals");
    case KEEL_GOAL_OWN:
      return program->kinds & KEEL_PROGRAM_FOR_FAMILIES ? _ ("Your own life, whatever the other person does")
                                                        : _ ("What you choose");
    case KEEL_GOAL_HEALTH:
      return _ ("Health and a steady life");
    case KEEL_GOAL_NONE:
      return _ ("None is set");
    case KEEL_GOAL_UNKNOWN:
    default:
      return _ ("Not known");
    }
}

static const char *
describe_online (KeelOnline online)
{
  switch (online)
    {
    case KEEL_ONLINE_MANY:
      return _ ("Many meetings online");
    case KEEL_ONLINE_SOME:
      return _ ("Some meetings online");
    case KEEL_ONLINE_FEW:
      return _ ("Few meetings online, or none");
    case KEEL_ONLINE_UNKNOWN:
    default:
      return _ ("Not known");
    }
}

/* Traditions and levels are no way to work. */
static char *
describe_structure (const KeelProgram *program)
{
  const KeelStructure *structure = keel_program_get_structure (program);
  g_autofree char *parts = NULL;

  if (structure == NULL)
    return g_strdup (_ ("None"));
  parts = keel_sentence_structure (structure->kind, structure->parts->len);
  /* Translators: %s is "12 steps" or the like. */
  return g_strdup_printf (program->sequence ? _ ("%s, one after the other") : _ ("%s, in any order"), parts);
}

static const char *
describe_families (const KeelProgram *program)
{
  if (program->kinds & KEEL_PROGRAM_FOR_FAMILIES)
    return _ ("For families and friends");
  return program->family ? _ ("For families, too") : _ ("For people with a problem of their own");
}

static const char *
describe_dual (const KeelProgram *program)
{
  if (program->kinds & KEEL_PROGRAM_DUAL)
    return _ ("Made for it");
  /* Nobody said that it has no place in the others. */
  return program->kinds & KEEL_PROGRAM_CLINICAL ? _ ("Can be part of it: ask") : _ ("Not made for it: ask");
}

const char *
keel_program_aspect_get_name (KeelProgramAspect aspect)
{
  static const char *const names[] = {
    [KEEL_ASPECT_STRUCTURE] = N_ ("Structure"),
    [KEEL_ASPECT_SPIRITUAL] = N_ ("Spiritual or secular"),
    [KEEL_ASPECT_SPONSOR] = N_ ("Sponsor"),
    [KEEL_ASPECT_LED_BY] = N_ ("Led by"),
    [KEEL_ASPECT_GOAL] = N_ ("Goal"),
    [KEEL_ASPECT_ONLINE] = N_ ("Online"),
    [KEEL_ASPECT_FAMILIES] = N_ ("For whom"),
    [KEEL_ASPECT_DUAL] = N_ ("A mental illness, too"),
    [KEEL_ASPECT_EVIDENCE] = N_ ("What studies found"),
  };

  g_return_val_if_fail (aspect < KEEL_ASPECT_LAST, NULL);

  return _ (names[aspect]);
}

char *
keel_program_describe (const KeelProgram *program, KeelProgramAspect aspect)
{
  g_return_val_if_fail (program != NULL, NULL);

  switch (aspect)
    {
    case KEEL_ASPECT_STRUCTURE:
      return describe_structure (program);
    case KEEL_ASPECT_SPIRITUAL:
      return g_strdup (describe_spiritual (program->spiritual));
    case KEEL_ASPECT_SPONSOR:
      return g_strdup (describe_sponsor (program->sponsor));
    case KEEL_ASPECT_LED_BY:
      return g_strdup (describe_led_by (program->led_by));
    case KEEL_ASPECT_GOAL:
      return g_strdup (describe_goal (program));
    case KEEL_ASPECT_ONLINE:
      return g_strdup (describe_online (program->online));
    case KEEL_ASPECT_FAMILIES:
      return g_strdup (describe_families (program));
    case KEEL_ASPECT_DUAL:
      return g_strdup (describe_dual (program));
    case KEEL_ASPECT_EVIDENCE:
    case KEEL_ASPECT_LAST:
    default:
      /* That Keel knows of no study says nothing about a program. */
      return g_strdup (program->evidence != NULL ? program->evidence : _ ("Keel knows of no good study"));
    }
}

const char *
keel_fit_question_get_words (KeelFitQuestion question)
{
  g_return_val_if_fail (question < KEEL_QUESTION_LAST, NULL);

  return _ (questions[question].words);
}

guint
keel_fit_question_get_n_options (KeelFitQuestion question)
{
  guint n = 0;

  g_return_val_if_fail (question < KEEL_QUESTION_LAST, 0);

  while (questions[question].options[n] != NULL)
    n++;
  return n;
}

const char *
keel_fit_question_get_option (KeelFitQuestion question, guint option)
{
  g_return_val_if_fail (option >= 1 && option <= keel_fit_question_get_n_options (question), NULL);

  return _ (questions[question].options[option - 1]);
}

static Match
match (gboolean yes)
{
  return yes ? MATCH_YES : MATCH_NO;
}

static Match
match_spiritual (const KeelProgram *program, guint option)
{
  static const KeelSpiritual wanted[] = { KEEL_SPIRITUAL_YES, KEEL_SPIRITUAL_CHRISTIAN, KEEL_SPIRITUAL_NO };

  if (program->spiritual == KEEL_SPIRITUAL_UNKNOWN)
    return MATCH_UNKNOWN;
  return match (program->spiritual == wanted[option - 1] ||
                (option == 1 && program->spiritual == KEEL_SPIRITUAL_OPEN));
}

static Match
match_sponsor (const KeelProgram *program, guint option)
{
  if (program->sponsor == KEEL_SPONSOR_UNKNOWN)
    return MATCH_UNKNOWN;
  return match (program->sponsor == KEEL_SPONSOR_OPTIONAL ||
                (program->sponsor == KEEL_SPONSOR_YES) == (option == 1));
}

static Match
match_leader (const KeelProgram *program, guint option)
{
  static const guint kinds[] = {
    [KEEL_LED_BY_PEERS] = 1,      [KEEL_LED_BY_FACILITATORS] = 2, [KEEL_LED_BY_LAY_LEADERS] = 2,
    [KEEL_LED_BY_CLINICIANS] = 3, [KEEL_LED_BY_NOBODY] = 0,
  };

  return program->led_by == KEEL_LED_BY_UNKNOWN ? MATCH_UNKNOWN : match (kinds[program->led_by] == option);
}

/* Where it is about one's own life beside another's use, or about health, neither answer says whether it
 * fits. */
static Match
match_goal (const KeelProgram *program, guint option)
{
  switch (program->goal)
    {
    case KEEL_GOAL_ABSTINENCE:
      return match (option == 1);
    case KEEL_GOAL_ORIENTED:
      return MATCH_YES;
    case KEEL_GOAL_OWN:
      return program->kinds & KEEL_PROGRAM_FOR_FAMILIES ? MATCH_UNKNOWN : MATCH_YES;
    case KEEL_GOAL_HEALTH:
    case KEEL_GOAL_NONE:
    case KEEL_GOAL_UNKNOWN:
    default:
      return MATCH_UNKNOWN;
    }
}

static Match
match_dual (const KeelProgram *program)
{
  if (program->kinds & KEEL_PROGRAM_DUAL)
    return MATCH_YES;
  return program->own || (program->kinds & KEEL_PROGRAM_CLINICAL) ? MATCH_UNKNOWN : MATCH_NO;
}

static Match
match_answer (const KeelProgram *program, KeelFitQuestion question, guint option)
{
  switch (question)
    {
    case KEEL_QUESTION_WHOM:
      return match (option == 1 ? program->member : program->family);
    case KEEL_QUESTION_SPIRITUAL:
      return match_spiritual (program, option);
    case KEEL_QUESTION_STRUCTURE:
      return program->structures->len == 0 ? MATCH_UNKNOWN : match (program->sequence == (option == 1));
    case KEEL_QUESTION_SPONSOR:
      return match_sponsor (program, option);
    case KEEL_QUESTION_LED_BY:
      return match_leader (program, option);
    case KEEL_QUESTION_GOAL:
      return match_goal (program, option);
    case KEEL_QUESTION_ONLINE:
      return program->online == KEEL_ONLINE_UNKNOWN ? MATCH_UNKNOWN
                                                    : match (program->online != KEEL_ONLINE_FEW);
    case KEEL_QUESTION_DUAL:
    case KEEL_QUESTION_LAST:
    default:
      return match_dual (program);
    }
}

static void
free_fit (KeelProgramFit *fit)
{
  g_ptr_array_unref (fit->fits);
  g_ptr_array_unref (fit->differs);
  g_ptr_array_unref (fit->unknown);
  g_free (fit);
}

static void
add_answer (KeelProgramFit *fit, KeelFitQuestion question, guint option)
{
  static const KeelProgramAspect aspects[] = {
    [KEEL_QUESTION_WHOM] = KEEL_ASPECT_FAMILIES,       [KEEL_QUESTION_SPIRITUAL] = KEEL_ASPECT_SPIRITUAL,
    [KEEL_QUESTION_STRUCTURE] = KEEL_ASPECT_STRUCTURE, [KEEL_QUESTION_SPONSOR] = KEEL_ASPECT_SPONSOR,
    [KEEL_QUESTION_LED_BY] = KEEL_ASPECT_LED_BY,       [KEEL_QUESTION_GOAL] = KEEL_ASPECT_GOAL,
    [KEEL_QUESTION_ONLINE] = KEEL_ASPECT_ONLINE,       [KEEL_QUESTION_DUAL] = KEEL_ASPECT_DUAL,
  };
  GPtrArray *lists[] = { fit->unknown, fit->fits, fit->differs };
  g_autofree char *said = keel_program_describe (fit->program, aspects[question]);
  const char *name = keel_program_aspect_get_name (aspects[question]);

  g_ptr_array_add (lists[match_answer (fit->program, question, option)],
                   /* Translators: "Sponsor: Usual" */
                   g_strdup_printf (C_ ("fact about a program", "%1$s: %2$s"), name, said));
}

static KeelProgramFit *
make_fit (const KeelProgram *program, const guint answers[KEEL_QUESTION_LAST])
{
  KeelProgramFit *fit = g_new0 (KeelProgramFit, 1);

  fit->program = program;
  fit->fits = g_ptr_array_new_with_free_func (g_free);
  fit->differs = g_ptr_array_new_with_free_func (g_free);
  fit->unknown = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < KEEL_QUESTION_LAST; i++)
    if (answers[i] >= 1 && answers[i] <= keel_fit_question_get_n_options (i))
      add_answer (fit, i, answers[i]);
  return fit;
}

static int
compare_fits (gconstpointer a, gconstpointer b)
{
  const KeelProgramFit *first = *(const KeelProgramFit *const *) a;
  const KeelProgramFit *second = *(const KeelProgramFit *const *) b;

  if (first->fits->len != second->fits->len)
    return first->fits->len > second->fits->len ? -1 : 1;
  if (first->differs->len != second->differs->len)
    return first->differs->len < second->differs->len ? -1 : 1;
  return first->program->order - second->program->order;
}

GPtrArray *
keel_program_fit (KeelContent *content, const guint answers[KEEL_QUESTION_LAST])
{
  GPtrArray *fits = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fit);

  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);

      if (!g_str_equal (program->code, NONE))
        g_ptr_array_add (fits, make_fit (program, answers));
    }
  g_ptr_array_sort (fits, compare_fits);
  return fits;
}
