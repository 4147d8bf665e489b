/* The comparison of programs: what each says of itself, and which answers of a person it fits, as tables. */

#include <locale.h>
#include <string.h>

#include "content/keel-program-fit.h"
#include "content/keel-program-sentences.h"

#define UNKNOWN "Not known"

static void
test_describe (void)
{
  static const struct
  {
    const char *code;
    KeelProgramAspect aspect;
    const char *words;
  } rows[] = {
    { "aa", KEEL_ASPECT_STRUCTURE, "12 steps, one after the other" },
    { "cr", KEEL_ASPECT_STRUCTURE, "8 principles, one after the other" },
    { "smart", KEEL_ASPECT_STRUCTURE, "4 points, in any order" },
    { "wfs", KEEL_ASPECT_STRUCTURE, "13 statements, in any order" },
    { "lifering", KEEL_ASPECT_STRUCTURE, "9 areas of life, in any order" },
    { "sos", KEEL_ASPECT_STRUCTURE, "6 guidelines, in any order" },
    { "none", KEEL_ASPECT_STRUCTURE, "None" },
    { "aa", KEEL_ASPECT_SPIRITUAL, "Spiritual: the steps speak of a Higher Power, as each one sees it" },
    { "dra", KEEL_ASPECT_SPIRITUAL, "Spiritual, by whatever name feels right" },
    { "cr", KEEL_ASPECT_SPIRITUAL, "Christian" },
    { "smart", KEEL_ASPECT_SPIRITUAL, "Secular" },
    { "na", KEEL_ASPECT_SPONSOR, "Usual" },
    { "dra", KEEL_ASPECT_SPONSOR, "Possible" },
    { "wfs", KEEL_ASPECT_SPONSOR, "None" },
    { "aa", KEEL_ASPECT_LED_BY, "People who have been there" },
    { "smart", KEEL_ASPECT_LED_BY, "Trained facilitators" },
    { "cr", KEEL_ASPECT_LED_BY, "Trained members of a church" },
    { "therapy", KEEL_ASPECT_LED_BY, "Professionals who treat" },
    { "none", KEEL_ASPECT_LED_BY, "Nobody: you go your own way" },
    { "na", KEEL_ASPECT_GOAL, "Not using at all" },
    { "smart", KEEL_ASPECT_GOAL, "Towards not using; each one sets their own goals" },
    { "al-anon", KEEL_ASPECT_GOAL, "Your own life, whatever the other person does" },
    { "peer", KEEL_ASPECT_GOAL, "What you choose" },
    { "moud", KEEL_ASPECT_GOAL, "Health and a steady life" },
    { "none", KEEL_ASPECT_GOAL, "None is set" },
    { "aa", KEEL_ASPECT_ONLINE, "Many meetings online" },
    { "smartff", KEEL_ASPECT_ONLINE, "Some meetings online" },
    { "cr", KEEL_ASPECT_ONLINE, "Few meetings online, or none" },
    { "dra", KEEL_ASPECT_ONLINE, UNKNOWN },
    { "nar-anon", KEEL_ASPECT_FAMILIES, "For families and friends" },
    { "therapy", KEEL_ASPECT_FAMILIES, "For families, too" },
    { "aa", KEEL_ASPECT_FAMILIES, "For people with a problem of their own" },
    { "dra", KEEL_ASPECT_DUAL, "Made for it" },
    { "therapy", KEEL_ASPECT_DUAL, "Can be part of it: ask" },
    { "aa", KEEL_ASPECT_DUAL, "Not made for it: ask" },
    { "na", KEEL_ASPECT_EVIDENCE, "Keel knows of no good study" },
  };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = keel_program_describe (keel_content_find_program (content, rows[i].code),
                                                      rows[i].aspect);

      g_test_message ("%s %s", rows[i].code, keel_program_aspect_get_name (rows[i].aspect));
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* What studies found is told as the file has it, with its hedges. */
static void
test_evidence (void)
{
  static const char *const hedges[] = {
    "aa",   "It does not fit everyone.", "wfs",      "One study cannot settle it.",
    "peer", "not built well enough",     "smartff",  "not about these groups",
    "moud", "this is not shown",         "lifering", "One study cannot settle it.",
  };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < G_N_ELEMENTS (hedges); i += 2)
    {
      const KeelProgram *program = keel_content_find_program (content, hedges[i]);
      g_autofree char *words = keel_program_describe (program, KEEL_ASPECT_EVIDENCE);

      g_test_message ("%s", hedges[i]);
      g_assert_nonnull (strstr (words, hedges[i + 1]));
    }
}

/* What nobody said of a program of one's own is not known, and neither fits nor does not. */
static void
test_own (void)
{
  static const KeelProgramAspect aspects[] = { KEEL_ASPECT_SPIRITUAL, KEEL_ASPECT_SPONSOR, KEEL_ASPECT_LED_BY,
                                               KEEL_ASPECT_GOAL, KEEL_ASPECT_ONLINE };
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_program_unref);
  const guint answers[KEEL_QUESTION_LAST] = { 0, 3, 1, 1, 1, 1, 1, 1 };
  g_autoptr (GPtrArray) fits = NULL;
  KeelProgram *program = keel_program_new_own ();

  program->code = g_strdup ("own-circle");
  program->name = g_strdup ("Circle");
  program->short_name = g_strdup ("Circle");
  program->order = 1000;
  g_ptr_array_add (own, program);
  keel_content_set_own_programs (content, own);
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      g_autofree char *words = keel_program_describe (program, aspects[i]);

      g_assert_cmpstr (words, ==, UNKNOWN);
    }

  fits = keel_program_fit (content, answers);
  for (guint i = 0; i < fits->len; i++)
    {
      const KeelProgramFit *fit = fits->pdata[i];

      if (fit->program != program)
        continue;
      g_assert_cmpuint (fit->fits->len, ==, 0);
      g_assert_cmpuint (fit->differs->len, ==, 0);
      g_assert_cmpuint (fit->unknown->len, ==, 7);
      return;
    }
  g_assert_not_reached ();
}

/* One answer, and which programs fit it, differ from it, or do not say. */
static void
test_answers (void)
{
  static const struct
  {
    KeelFitQuestion question;
    guint option;
    const char *fits, *differs, *unknown;
  } rows[] = {
    { KEEL_QUESTION_WHOM, 1, "aa na dra cr smart wfs lifering sos moud peer therapy",
      "smartff al-anon nar-anon", "" },
    { KEEL_QUESTION_WHOM, 2, "smartff al-anon nar-anon peer therapy",
      "aa na dra cr smart wfs lifering sos moud", "" },
    { KEEL_QUESTION_SPIRITUAL, 1, "aa na dra al-anon nar-anon",
      "cr smart smartff wfs lifering sos moud peer therapy", "" },
    { KEEL_QUESTION_SPIRITUAL, 2, "cr",
      "aa na dra smart smartff wfs lifering sos al-anon nar-anon moud peer therapy", "" },
    { KEEL_QUESTION_SPIRITUAL, 3, "smart smartff wfs lifering sos moud peer therapy",
      "aa na dra cr al-anon nar-anon", "" },
    { KEEL_QUESTION_STRUCTURE, 1, "aa na dra cr al-anon nar-anon",
      "smart smartff wfs lifering sos moud peer therapy", "" },
    { KEEL_QUESTION_STRUCTURE, 2, "smart smartff wfs lifering sos moud peer therapy",
      "aa na dra cr al-anon nar-anon", "" },
    { KEEL_QUESTION_SPONSOR, 1, "aa na dra cr al-anon nar-anon",
      "smart smartff wfs lifering sos moud peer therapy", "" },
    { KEEL_QUESTION_SPONSOR, 2, "dra smart smartff wfs lifering sos moud peer therapy",
      "aa na cr al-anon nar-anon", "" },
    { KEEL_QUESTION_LED_BY, 1, "aa na dra wfs lifering sos al-anon nar-anon peer",
      "cr smart smartff moud therapy", "" },
    { KEEL_QUESTION_LED_BY, 2, "cr smart smartff",
      "aa na dra wfs lifering sos al-anon nar-anon moud peer therapy", "" },
    { KEEL_QUESTION_LED_BY, 3, "moud therapy",
      "aa na dra cr smart smartff wfs lifering sos al-anon nar-anon peer", "" },
    { KEEL_QUESTION_GOAL, 1, "aa na dra cr smart wfs lifering sos peer therapy", "",
      "smartff al-anon nar-anon moud" },
    { KEEL_QUESTION_GOAL, 2, "cr smart peer therapy", "aa na dra wfs lifering sos",
      "smartff al-anon nar-anon moud" },
    { KEEL_QUESTION_ONLINE, 1, "aa na smart smartff wfs lifering al-anon nar-anon moud", "cr sos",
      "dra peer therapy" },
    { KEEL_QUESTION_DUAL, 1, "dra", "aa na cr smart smartff wfs lifering sos al-anon nar-anon peer",
      "moud therapy" },
  };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint answers[KEEL_QUESTION_LAST] = { 0 };
      g_autoptr (GPtrArray) all = NULL;
      g_autoptr (GString) fits = g_string_new (NULL);
      g_autoptr (GString) differs = g_string_new (NULL);
      g_autoptr (GString) unknown = g_string_new (NULL);

      g_test_message ("%s %s", keel_fit_question_get_words (rows[i].question),
                      keel_fit_question_get_option (rows[i].question, rows[i].option));
      answers[rows[i].question] = rows[i].option;
      all = keel_program_fit (content, answers);
      g_assert_cmpuint (all->len, ==, 14);
      for (guint j = 0; j < all->len; j++)
        {
          const KeelProgramFit *fit = all->pdata[j];
          GString *list = fit->fits->len > 0 ? fits : fit->differs->len > 0 ? differs : unknown;

          g_assert_cmpuint (fit->fits->len + fit->differs->len + fit->unknown->len, ==, 1);
          g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", fit->program->code);
        }
      g_assert_cmpstr (fits->str, ==, rows[i].fits);
      g_assert_cmpstr (differs->str, ==, rows[i].differs);
      g_assert_cmpstr (unknown->str, ==, rows[i].unknown);
    }
}

/* Several answers: what fits most comes first, and what does not is said. No answer changes no order. */
static void
test_order (void)
{
  static const guint nothing[KEEL_QUESTION_LAST] = { 0, 9 };
  static const guint secular[KEEL_QUESTION_LAST] = {
    [KEEL_QUESTION_WHOM] = 1,
    [KEEL_QUESTION_SPIRITUAL] = 3,
    [KEEL_QUESTION_GOAL] = 2,
    [KEEL_QUESTION_ONLINE] = 1,
  };
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GPtrArray) all = keel_program_fit (content, nothing);
  g_autoptr (GPtrArray) fits = keel_program_fit (content, secular);
  const KeelProgramFit *last = fits->pdata[fits->len - 1];

  for (guint i = 0; i < all->len; i++)
    {
      const KeelProgramFit *fit = all->pdata[i];

      g_assert_true (fit->program == keel_content_get_program (content, i));
      g_assert_cmpuint (fit->fits->len + fit->differs->len + fit->unknown->len, ==, 0);
    }
  g_assert_cmpstr (((KeelProgramFit *) fits->pdata[0])->program->code, ==, "smart");
  g_assert_cmpuint (((KeelProgramFit *) fits->pdata[0])->fits->len, ==, 4);
  for (guint i = 1; i < fits->len; i++)
    g_assert_cmpuint (((KeelProgramFit *) fits->pdata[i - 1])->fits->len, >=,
                      ((KeelProgramFit *) fits->pdata[i])->fits->len);
  g_assert_cmpuint (last->differs->len, >, 0);
  g_assert_nonnull (strstr (last->differs->pdata[0], ": "));
}

static void
test_questions (void)
{
  static const guint options[KEEL_QUESTION_LAST] = { 2, 3, 2, 2, 3, 2, 1, 1 };

  for (guint i = 0; i < KEEL_QUESTION_LAST; i++)
    {
      g_assert_cmpstr (keel_fit_question_get_words (i), !=, "");
      g_assert_cmpuint (keel_fit_question_get_n_options (i), ==, options[i]);
      for (guint j = 1; j <= options[i]; j++)
        g_assert_cmpstr (keel_fit_question_get_option (i, j), !=, "");
    }
}

/* Of medicine Keel says three sentences and nothing else, behind what the program says itself. */
static void
test_medicine (void)
{
  static const char always[] = "Groups differ. You need not tell anyone what you are prescribed. "
                               "Do not change it without your prescriber.";
  static const char *const own[] = { "aa", "na", "dra", "smart", "lifering", "moud" };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);
      g_autofree char *words = keel_program_describe_medicine (program);
      gboolean says = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (own); j++)
        says |= g_str_equal (own[j], program->code);
      g_test_message ("%s", program->code);
      g_assert_true (g_str_has_suffix (words, always));
      g_assert_cmpint (strlen (words) > strlen (always), ==, says);
    }
}

static void
test_sentences (void)
{
  static const KeelMilestone start = { KEEL_MILESTONE_DAYS, 0, FALSE, NULL, NULL };
  static const KeelMilestone years = { KEEL_MILESTONE_YEARS, 1, TRUE, NULL, NULL };
  static const KeelMilestone months = { KEEL_MILESTONE_MONTHS, 6, FALSE, NULL, NULL };
  g_autofree char *kinds = keel_sentence_kinds (KEEL_PROGRAM_TWELVE_STEP | KEEL_PROGRAM_FOR_FAMILIES);
  g_autofree char *none = keel_sentence_kinds (0);
  g_autofree char *at_start = keel_sentence_milestone (&start);
  g_autofree char *each_year = keel_sentence_milestone (&years);
  g_autofree char *half = keel_sentence_milestone (&months);

  g_assert_cmpstr (kinds, ==, "twelve-step and for families");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (at_start, ==, "At the start");
  g_assert_cmpstr (each_year, ==, "1 year, and each year after");
  g_assert_cmpstr (half, ==, "6 months");
  for (guint i = 0; keel_structure_kind_words[i] != NULL; i++)
    {
      g_autofree char *one = keel_sentence_structure (i, 1);
      g_autofree char *part = keel_sentence_part (i, 1);

      g_assert_true (g_str_has_prefix (one, "1 "));
      g_assert_true (g_str_has_suffix (part, " 1"));
    }
  for (guint i = 0; keel_program_word_keys[i] != NULL; i++)
    g_assert_nonnull (keel_sentence_word_key (keel_program_word_keys[i]));
  g_assert_null (keel_sentence_word_key ("nothing"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/program-fit/describe", test_describe);
  g_test_add_func ("/program-fit/evidence", test_evidence);
  g_test_add_func ("/program-fit/own", test_own);
  g_test_add_func ("/program-fit/answers", test_answers);
  g_test_add_func ("/program-fit/order", test_order);
  g_test_add_func ("/program-fit/questions", test_questions);
  g_test_add_func ("/program-fit/medicine", test_medicine);
  g_test_add_func ("/program-fit/sentences", test_sentences);
  return g_test_run ();
}
