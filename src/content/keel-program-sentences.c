#include "config.h"

#include "keel-program-sentences.h"

#include <glib/gi18n-lib.h>

#include "keel-phrases.h"

/* Translators: this is all that Keel itself says of medicine. Somebody may rely on it with their health, so
 * it has to say exactly as much as the English one and promise nothing more. */
#define MEDICINE                                                                                             \
  N_ ("Groups differ. You need not tell anyone what you are prescribed. Do not change it without your "      \
      "prescriber.")

char *
keel_program_describe_medicine (const KeelProgram *program)
{
  if (program == NULL || program->medicine == NULL)
    return g_strdup (_ (MEDICINE));
  return g_strdup_printf ("%s %s", program->medicine, _ (MEDICINE));
}

static const char *
get_kind (guint place)
{
  static const char *const words[] = {
    /* Translators: kinds of programs; they stand in a list: "secular and for families". */
    NC_ ("program kind", "twelve-step"),       NC_ ("program kind", "secular"),
    NC_ ("program kind", "religious"),         NC_ ("program kind", "for families"),
    NC_ ("program kind", "for two illnesses"), NC_ ("program kind", "treatment"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "program kind", words[place]);
}

char *
keel_sentence_kinds (KeelProgramKinds kinds)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; keel_program_kind_words[i] != NULL; i++)
    if (kinds & (1u << i))
      g_ptr_array_add (words, (gpointer) get_kind (i));
  return keel_phrase_join (words);
}

char *
keel_sentence_structure (KeelStructureKind kind, guint n)
{
  switch (kind)
    {
    case KEEL_STRUCTURE_STEPS:
      return g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
    case KEEL_STRUCTURE_POINTS:
      return g_strdup_printf (ngettext ("%u point", "%u points", n), n);
    case KEEL_STRUCTURE_STATEMENTS:
      return g_strdup_printf (ngettext ("%u statement", "%u statements", n), n);
    case KEEL_STRUCTURE_PRINCIPLES:
      return g_strdup_printf (ngettext ("%u principle", "%u principles", n), n);
    case KEEL_STRUCTURE_DOMAINS:
      return g_strdup_printf (ngettext ("%u area of life", "%u areas of life", n), n);
    case KEEL_STRUCTURE_GUIDELINES:
      return g_strdup_printf (ngettext ("%u guideline", "%u guidelines", n), n);
    case KEEL_STRUCTURE_TRADITIONS:
      return g_strdup_printf (ngettext ("%u tradition", "%u traditions", n), n);
    case KEEL_STRUCTURE_LEVELS:
      return g_strdup_printf (ngettext ("%u level", "%u levels", n), n);
    case KEEL_STRUCTURE_FUNCTIONS:
    default:
      return g_strdup_printf (ngettext ("%u part", "%u parts", n), n);
    }
}

char *
keel_sentence_part (KeelStructureKind kind, guint number)
{
  switch (kind)
    {
    case KEEL_STRUCTURE_STEPS:
      return g_strdup_printf (_ ("Step %u"), number);
    case KEEL_STRUCTURE_POINTS:
      return g_strdup_printf (_ ("Point %u"), number);
    case KEEL_STRUCTURE_STATEMENTS:
      return g_strdup_printf (_ ("Statement %u"), number);
    case KEEL_STRUCTURE_PRINCIPLES:
      return g_strdup_printf (_ ("Principle %u"), number);
    case KEEL_STRUCTURE_DOMAINS:
      return g_strdup_printf (_ ("Area %u"), number);
    case KEEL_STRUCTURE_GUIDELINES:
      return g_strdup_printf (_ ("Guideline %u"), number);
    case KEEL_STRUCTURE_TRADITIONS:
      return g_strdup_printf (_ ("Tradition %u"), number);
    case KEEL_STRUCTURE_LEVELS:
      return g_strdup_printf (_ ("Level %u"), number);
    case KEEL_STRUCTURE_FUNCTIONS:
    default:
      return g_strdup_printf (_ ("Part %u"), number);
    }
}

static char *
describe_time (KeelMilestoneUnit unit, guint count)
{
  switch (unit)
    {
    case KEEL_MILESTONE_HOURS:
      return g_strdup_printf (ngettext ("%u hour", "%u hours", count), count);
    case KEEL_MILESTONE_DAYS:
      return g_strdup_printf (ngettext ("%u day", "%u days", count), count);
    case KEEL_MILESTONE_MONTHS:
      return g_strdup_printf (ngettext ("%u month", "%u months", count), count);
    case KEEL_MILESTONE_YEARS:
    default:
      return g_strdup_printf (ngettext ("%u year", "%u years", count), count);
    }
}

char *
keel_sentence_milestone (const KeelMilestone *milestone)
{
  g_autofree char *time = NULL;

  if (milestone->count == 0)
    return g_strdup (_ ("At the start"));
  time = describe_time (milestone->unit, milestone->count);
  /* Translators: %s is a time: "1 year, and each year after" */
  return milestone->every ? g_strdup_printf (_ ("%s, and each year after"), time) : g_steal_pointer (&time);
}

const char *
keel_sentence_word_key (const char *key)
{
  static const struct
  {
    const char *key, *words;
  } rows[] = {
    /* Translators: in these ten a person writes which words their own program has for something. */
    { "not-using", N_ ("Not using") },
    { "self", N_ ("What members call themselves") },
    { "date", N_ ("The day it began") },
    { "lapse", N_ ("Using again") },
    { "guide", N_ ("A person who guides you") },
    { "greater-help", N_ ("Help that is greater than oneself") },
    { "talk", N_ ("How people talk in meetings") },
    { "member", N_ ("Someone who belongs to it") },
    { "meeting", N_ ("A meeting") },
    { "leader", N_ ("Who leads a meeting") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].key, key) == 0)
      return _ (rows[i].words);
  return NULL;
}
