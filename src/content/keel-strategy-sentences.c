#include "keel-strategy-sentences.h"

#include <glib/gi18n-lib.h>

#include "keel-phrases.h"

/* Each stands alone on a button under "What is going on?". */
static const char *const tag_names[KEEL_N_TAGS] = {
  [KEEL_TAG_CRAVING] = NC_ ("what is going on", "Craving"),
  [KEEL_TAG_STRESS] = NC_ ("what is going on", "Stress"),
  [KEEL_TAG_ANGER] = NC_ ("what is going on", "Anger"),
  [KEEL_TAG_ANXIETY] = NC_ ("what is going on", "Anxiety"),
  [KEEL_TAG_SAD] = NC_ ("what is going on", "Sadness"),
  [KEEL_TAG_LONELY] = NC_ ("what is going on", "Lonely"),
  [KEEL_TAG_BORED] = NC_ ("what is going on", "Bored"),
  [KEEL_TAG_TIRED] = NC_ ("what is going on", "Tired"),
  [KEEL_TAG_HUNGRY] = NC_ ("what is going on", "Hungry"),
  [KEEL_TAG_PAIN] = NC_ ("what is going on", "Pain"),
  [KEEL_TAG_SHAME] = NC_ ("what is going on", "Shame"),
  [KEEL_TAG_JOY] = NC_ ("what is going on", "Celebrating"),
  [KEEL_TAG_SOCIAL] = NC_ ("what is going on", "Social pressure"),
  [KEEL_TAG_PLACE] = NC_ ("what is going on", "A place that pulls"),
  [KEEL_TAG_PEOPLE] = NC_ ("what is going on", "Certain people"),
  [KEEL_TAG_MONEY] = NC_ ("what is going on", "Money"),
  [KEEL_TAG_CONFLICT] = NC_ ("what is going on", "An argument"),
  [KEEL_TAG_GRIEF] = NC_ ("what is going on", "Grief"),
  [KEEL_TAG_INSOMNIA] = NC_ ("what is going on", "Cannot sleep"),
  [KEEL_TAG_THOUGHT] = NC_ ("what is going on", "Thoughts"),
  [KEEL_TAG_BODY] = NC_ ("what is going on", "Felt in the body"),
  [KEEL_TAG_LAPSE] = NC_ ("what is going on", "After a lapse"),
  [KEEL_TAG_FAMILY] = NC_ ("what is going on", "Someone else’s using"),
  [KEEL_TAG_EMERGENCY] = NC_ ("what is going on", "Emergency"),
  [KEEL_TAG_OPIOID] = NC_ ("what is going on", "Opioids"),
  [KEEL_TAG_ALCOHOL] = NC_ ("what is going on", "Alcohol"),
  [KEEL_TAG_WITHDRAWAL] = NC_ ("what is going on", "Withdrawal"),
  [KEEL_TAG_PLAN] = NC_ ("what is going on", "Planning ahead"),
  [KEEL_TAG_MORNING] = NC_ ("what is going on", "Morning"),
  [KEEL_TAG_EVENING] = NC_ ("what is going on", "Evening"),
  [KEEL_TAG_ONLINE] = NC_ ("what is going on", "Phone and internet"),
  [KEEL_TAG_WORK] = NC_ ("what is going on", "Work"),
};

static const char *const group_names[] = {
  [KEEL_STRATEGY_GROUP_URGES] = N_ ("Riding out an urge"),
  [KEEL_STRATEGY_GROUP_CONNECTION] = N_ ("Being with others"),
  [KEEL_STRATEGY_GROUP_REFUSAL] = N_ ("Saying no"),
  [KEEL_STRATEGY_GROUP_BODY] = N_ ("Calming the body"),
  [KEEL_STRATEGY_GROUP_THINKING] = N_ ("Thoughts and feelings"),
  [KEEL_STRATEGY_GROUP_PLANNING] = N_ ("Planning ahead"),
  [KEEL_STRATEGY_GROUP_SAFETY] = N_ ("Staying safe"),
  [KEEL_STRATEGY_GROUP_FAMILY] = N_ ("For families"),
};

static const char *const caution_names[] = {
  [KEEL_CAUTION_GENERAL] = N_ ("Take care"),
  [KEEL_CAUTION_HEART] = N_ ("If your heart is not well"),
  [KEEL_CAUTION_PREGNANCY] = N_ ("If you are pregnant"),
  [KEEL_CAUTION_EATING] = N_ ("If you have or had an eating disorder"),
  [KEEL_CAUTION_COLD] = N_ ("If cold harms you"),
  [KEEL_CAUTION_MEDICINE] = N_ ("If you take medicine"),
  [KEEL_CAUTION_WITHDRAWAL] = N_ ("If you drink or take sedatives every day"),
  [KEEL_CAUTION_VIOLENCE] = N_ ("If someone may become violent"),
  [KEEL_CAUTION_OPIOID] = N_ ("If opioids are there"),
};

const char *
keel_sentence_strategy_tag (KeelStrategyTag tag)
{
  g_return_val_if_fail (tag < KEEL_N_TAGS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "what is going on", tag_names[tag]);
}

char *
keel_sentence_strategy_tags (guint64 tags)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (tags == KEEL_TAGS_ANY)
    return g_strdup (C_ ("what is going on", "Whatever it is"));
  for (guint i = 0; i < KEEL_N_TAGS; i++)
    if (tags & KEEL_TAG_BIT (i))
      g_ptr_array_add (names, (gpointer) keel_sentence_strategy_tag ((KeelStrategyTag) i));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" · ", (char **) names->pdata);
}

const char *
keel_sentence_strategy_group (KeelStrategyGroup group)
{
  g_return_val_if_fail ((guint) group < G_N_ELEMENTS (group_names), "");

  return _ (group_names[group]);
}

const char *
keel_sentence_caution (KeelCautionKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (caution_names), "");

  return _ (caution_names[kind]);
}

const char *
keel_sentence_strategy_grade (char grade)
{
  switch (grade)
    {
    case 'A':
      return C_ ("how well a way of coping was studied", "Many studies, looked at together");
    case 'B':
      return C_ ("how well a way of coping was studied", "A few studies, or part of what was studied");
    case 'C':
      return C_ ("how well a way of coping was studied", "Much used, hardly studied alone");
    case 'D':
      return C_ ("how well a way of coping was studied", "Not studied");
    case 'G':
      return C_ ("how well a way of coping was studied", "Advice of medical guidelines");
    default:
      return NULL;
    }
}

char *
keel_sentence_strategy_minutes (const KeelStrategy *strategy)
{
  g_return_val_if_fail (strategy != NULL, NULL);

  if (strategy->most == 0)
    return NULL;
  if (strategy->minutes == strategy->most || strategy->minutes == 0)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", strategy->most), strategy->most);
  /* Translators: how long something takes: "10 to 15 minutes". */
  return g_strdup_printf (ngettext ("%u to %u minute", "%u to %u minutes", strategy->most), strategy->minutes,
                          strategy->most);
}

char *
keel_sentence_step_time (guint seconds)
{
  guint minutes = seconds / 60, rest = seconds % 60;
  g_autofree char *first = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  g_autofree char *second = g_strdup_printf (ngettext ("%u second", "%u seconds", rest), rest);

  if (seconds == 0)
    return NULL;
  if (minutes == 0)
    return g_steal_pointer (&second);
  if (rest == 0)
    return g_steal_pointer (&first);
  /* Translators: "1 minute 30 seconds". */
  return g_strdup_printf (_ ("%s %s"), first, second);
}

static void
add_part (GPtrArray *parts, const char *format, guint seconds)
{
  g_autofree char *number = g_strdup_printf ("%u", seconds);

  if (seconds > 0)
    g_ptr_array_add (parts, keel_phrase_fill (format, "%u", number));
}

char *
keel_sentence_strategy_pace (const KeelPace *pace)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (pace != NULL, NULL);

  if (!keel_pace_is_set (pace))
    return NULL;
  /* Translators: how to breathe, in seconds, in one line: "in 4 · hold 7 · out 8". */
  add_part (parts, C_ ("breathing", "in %u"), pace->in);
  add_part (parts, C_ ("breathing", "in again %u"), pace->again);
  add_part (parts, C_ ("breathing", "hold %u"), pace->hold);
  add_part (parts, C_ ("breathing", "out %u"), pace->out);
  add_part (parts, C_ ("breathing", "rest %u"), pace->rest);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

const char *
keel_sentence_suggester (const char *suggester)
{
  static const struct
  {
    const char *word, *name;
  } names[] = {
    { "therapist", NC_ ("who suggested it", "My therapist") },
    { "doctor", NC_ ("who suggested it", "My doctor") },
    { "sponsor", NC_ ("who suggested it", "My sponsor") },
    { "peer", NC_ ("who suggested it", "A peer worker") },
    { "group", NC_ ("who suggested it", "My group") },
    { "family", NC_ ("who suggested it", "My family") },
    { "friend", NC_ ("who suggested it", "A friend") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].word, suggester) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "who suggested it", names[i].name);
  return suggester;
}

/* How often, and no verdict. */
char *
keel_sentence_strategy_help (const KeelStrategyHelp *help)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (help == NULL || help->n_runs == 0)
    return NULL;
  g_string_append_printf (words, ngettext ("You did this %u time.", "You did this %u times.", help->n_runs),
                          help->n_runs);
  g_string_append_c (words, ' ');
  if (help->n_rated > 0)
    /* Translators: how often an urge was weaker after something was done: "It was weaker afterwards 2 of 3
     * times." */
    g_string_append_printf (words,
                            ngettext ("It was weaker afterwards %u of %u time.",
                                      "It was weaker afterwards %u of %u times.", help->n_rated),
                            help->n_weaker, help->n_rated);
  else if (help->n_helped + help->n_not > 0)
    g_string_append_printf (words,
                            ngettext ("You said that it helped %u of %u time.",
                                      "You said that it helped %u of %u times.",
                                      help->n_helped + help->n_not),
                            help->n_helped, help->n_helped + help->n_not);
  return g_strchomp (g_string_free (g_steal_pointer (&words), FALSE));
}

static void
append_line (GString *text, const char *words)
{
  if (words != NULL)
    g_string_append_printf (text, "%s\n", words);
}

static void
append_cautions (GString *text, const KeelStrategy *strategy)
{
  for (guint i = 0; i < strategy->cautions->len; i++)
    append_line (text, ((const KeelCaution *) g_ptr_array_index (strategy->cautions, i))->text);
  if (strategy->cautions->len > 0)
    g_string_append_c (text, '\n');
}

char *
keel_strategy_format_plain (const KeelStrategy *strategy, const char *note)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *minutes = NULL;

  g_return_val_if_fail (strategy != NULL, NULL);

  minutes = keel_sentence_strategy_minutes (strategy);
  append_line (text, strategy->name);
  append_line (text, minutes);
  append_line (text, strategy->when);
  g_string_append_c (text, '\n');
  append_cautions (text, strategy);
  for (guint i = 0; i < strategy->steps->len; i++)
    {
      const KeelStrategyStep *step = g_ptr_array_index (strategy->steps, i);

      g_string_append_printf (text, "%u. %s\n", i + 1, step->text);
    }
  if (note != NULL && *note != '\0')
    g_string_append_printf (text, "\n%s\n", note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
