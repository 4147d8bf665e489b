#include <locale.h>
#include <string.h>

#include "content/keel-content-documents.h"
#include "content/keel-strategy-sentences.h"

#define HEAD                                                                                                 \
  "<strategy id='c98' order='980' pages='both' group='body' kind='breathing' tags='anxiety craving' "        \
  "minutes='3' most='5' urge-from='2' urge-to='8' with-others='yes' offer='after-cautions' worksheet='w07' " \
  "safety='suicide'>"
#define NAME "<name>Slow &amp; long</name><when>When it is hard.</when>"
#define STEP "<step>Breathe.</step>"
#define EVIDENCE "<evidence grade='B'>One small trial.</evidence><source>Somebody, 2020</source>"
#define PACE "<pace in='4' hold='7' out='8' rounds='4'/>"
#define WHOLE                                                                                                \
  HEAD NAME                                                                                                  \
      "<about>What it is.</about>"                                                                           \
      "<caution kind='heart'>Ask first.</caution><caution kind='violence' first='yes'>Go.</caution>" PACE    \
      "<step seconds='90'>Sit.</step>" STEP EVIDENCE "<tip>At home.</tip></strategy>"

static KeelStrategy *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return keel_strategy_new_from_xml (bytes, error);
}

static void
check_whole (const KeelStrategy *strategy)
{
  const KeelStrategyStep *step = g_ptr_array_index (strategy->steps, 0);
  const KeelCaution *caution = g_ptr_array_index (strategy->cautions, 1);

  g_assert_cmpstr (strategy->id, ==, "c98");
  g_assert_cmpstr (strategy->name, ==, "Slow & long");
  g_assert_cmpstr (strategy->about, ==, "What it is.");
  g_assert_cmpint (strategy->kind, ==, KEEL_STRATEGY_BREATHING);
  g_assert_cmpint (strategy->group, ==, KEEL_STRATEGY_GROUP_BODY);
  g_assert_cmpuint (strategy->tags, ==, KEEL_TAG_BIT (KEEL_TAG_ANXIETY) | KEEL_TAG_BIT (KEEL_TAG_CRAVING));
  g_assert_true (strategy->member && strategy->family && strategy->with_others);
  g_assert_cmpuint (strategy->minutes, ==, 3);
  g_assert_cmpuint (strategy->most, ==, 5);
  g_assert_cmpuint (strategy->urge_from, ==, 2);
  g_assert_cmpuint (strategy->urge_to, ==, 8);
  g_assert_cmpint (strategy->offer, ==, KEEL_OFFER_AFTER_CAUTIONS);
  g_assert_cmpuint (strategy->pace.hold, ==, 7);
  g_assert_cmpuint (strategy->pace.rest, ==, 0);
  g_assert_cmpuint (strategy->steps->len, ==, 2);
  g_assert_cmpuint (step->seconds, ==, 90);
  g_assert_cmpint (caution->kind, ==, KEEL_CAUTION_VIOLENCE);
  g_assert_true (caution->first);
  g_assert_cmpint (strategy->grade, ==, 'B');
  g_assert_cmpstr (strategy->worksheet, ==, "w07");
  g_assert_cmpstr (strategy->safety, ==, "suicide");
  g_assert_cmpstr (strategy->tip, ==, "At home.");
}

/* What is written and read again, and what is copied, is the same. */
static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelStrategy) strategy = read_text (WHOLE, &error);
  g_autofree char *written = NULL;
  g_autoptr (KeelStrategy) again = NULL;
  g_autoptr (KeelStrategy) copy = NULL;

  g_assert_no_error (error);
  check_whole (strategy);
  written = keel_strategy_to_xml (strategy);
  again = read_text (written, &error);
  g_assert_no_error (error);
  check_whole (again);
  copy = keel_strategy_copy (again);
  check_whole (copy);
  g_assert_true (keel_strategy_equal (copy, strategy));
  keel_strategy_add_step (copy, "One more", 0);
  g_assert_false (keel_strategy_equal (copy, strategy));
}

/* What a person makes may say little; what Keel brings must say all, and no file may say nonsense. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
  } table[] = {
    { "<strategy id='own-a' order='0' pages='both' group='urges' kind='steps'><name>Mine</name>" STEP
      "</strategy>",
      TRUE },
    { HEAD NAME PACE STEP EVIDENCE "</strategy>", TRUE },
    { HEAD NAME STEP EVIDENCE "</strategy>", FALSE },
    { HEAD NAME PACE EVIDENCE "</strategy>", FALSE },
    { HEAD NAME PACE STEP "</strategy>", FALSE },
    { HEAD "<name>Slow</name>" PACE STEP EVIDENCE "</strategy>", FALSE },
    { HEAD NAME PACE STEP "<evidence grade='E'>No.</evidence><source>S</source></strategy>", FALSE },
    { HEAD NAME "<pace in='0' out='8' rounds='4'/>" STEP EVIDENCE "</strategy>", FALSE },
    { HEAD NAME PACE "<step/>" EVIDENCE "</strategy>", FALSE },
    { HEAD NAME PACE "<step seconds='-3'>Go</step>" EVIDENCE "</strategy>", FALSE },
    { HEAD NAME PACE STEP "<caution kind='odd'>No</caution>" EVIDENCE "</strategy>", FALSE },
    { "<strategy id='c97' order='1' pages='both' group='urges' kind='steps' tags=''>" NAME STEP EVIDENCE
      "</strategy>",
      FALSE },
    { "<strategy id='c97' order='1' pages='both' group='urges' kind='steps' tags='hangry'>" NAME STEP EVIDENCE
      "</strategy>",
      FALSE },
    { "<strategy id='c97' order='1' pages='both' group='urges' kind='worksheet' tags='stress'>" NAME STEP
          EVIDENCE "</strategy>",
      FALSE },
    { "<strategy id='c97' order='1' pages='both' group='urges' kind='steps' tags='stress' minutes='9' most='3'>" NAME
          STEP EVIDENCE "</strategy>",
      FALSE },
    { "<strategy id='C 97' order='1' pages='both' group='urges' kind='steps' tags='stress'>" NAME STEP
          EVIDENCE "</strategy>",
      FALSE },
    { "<worksheet/>", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KeelStrategy) strategy = read_text (table[i].text, &error);

      g_test_message ("%s", table[i].text);
      g_assert_true ((strategy != NULL) == table[i].good);
      g_assert_true ((error == NULL) == table[i].good);
    }
}

/* What is for anything is not for an overdose, withdrawal or an emergency. */
static void
test_tags (void)
{
  g_autoptr (KeelStrategy) strategy = keel_strategy_new_own (NULL);

  g_assert_true (keel_strategy_is_own (strategy->id));
  g_assert_false (keel_strategy_has_tag (strategy, KEEL_TAG_CRAVING));
  strategy->tags = KEEL_TAGS_ANY;
  g_assert_true (keel_strategy_has_tag (strategy, KEEL_TAG_CRAVING));
  g_assert_true (keel_strategy_has_tag (strategy, KEEL_TAG_WORK));
  g_assert_false (keel_strategy_has_tag (strategy, KEEL_TAG_EMERGENCY));
  g_assert_false (keel_strategy_has_tag (strategy, KEEL_TAG_WITHDRAWAL));
  strategy->tags = KEEL_TAG_BIT (KEEL_TAG_EMERGENCY);
  g_assert_true (keel_strategy_has_tag (strategy, KEEL_TAG_EMERGENCY));
}

static void
add_own (GPtrArray *own, const char *id, const char *name)
{
  KeelStrategy *strategy = keel_strategy_new_own (id);

  strategy->name = g_strdup (name);
  g_ptr_array_add (own, strategy);
}

/* One's own stand behind those of Keel, by name; what was looked at stays readable. */
static void
test_own (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strategy_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  guint n_shipped = keel_content_get_strategies (content)->len;
  const KeelStrategy *mine;

  add_own (own, "own-2", "Zither");
  add_own (own, "own-1", "Apples");
  add_own (own, "c01", "An impostor");
  keel_content_set_own_strategies (content, own);
  g_assert_cmpuint (keel_content_get_strategies (content)->len, ==, n_shipped + 2);
  mine = g_ptr_array_index (keel_content_get_strategies (content), n_shipped);
  g_assert_cmpstr (mine->name, ==, "Apples");
  g_assert_cmpstr (keel_content_find_strategy (content, "c01")->name, !=, "An impostor");
  keel_content_set_own_strategies (content, none);
  g_assert_null (keel_content_find_strategy (content, "own-1"));
  g_assert_cmpstr (mine->name, ==, "Apples");
}

static void
test_sentences (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelStrategy) strategy = read_text (WHOLE, &error);
  g_autofree char *minutes = keel_sentence_strategy_minutes (strategy);
  g_autofree char *tags = keel_sentence_strategy_tags (strategy->tags);
  g_autofree char *none = keel_sentence_strategy_tags (KEEL_TAGS_NONE);
  g_autofree char *pace = keel_sentence_strategy_pace (&strategy->pace);
  g_autofree char *time = keel_sentence_step_time (90);
  g_autofree char *short_time = keel_sentence_step_time (1);
  g_autofree char *long_time = keel_sentence_step_time (300);
  g_autofree char *plain = keel_strategy_format_plain (strategy, "Mine.");

  g_assert_cmpstr (minutes, ==, "3 to 5 minutes");
  g_assert_cmpstr (tags, ==, "Craving · Anxiety");
  g_assert_null (none);
  g_assert_cmpstr (pace, ==, "in 4 · hold 7 · out 8");
  g_assert_cmpstr (time, ==, "1 minute 30 seconds");
  g_assert_cmpstr (short_time, ==, "1 second");
  g_assert_cmpstr (long_time, ==, "5 minutes");
  g_assert_null (keel_sentence_step_time (0));
  g_assert_null (keel_sentence_strategy_grade (0));
  g_assert_cmpstr (
      plain, ==,
      "Slow & long\n3 to 5 minutes\nWhen it is hard.\n\nAsk first.\nGo.\n\n1. Sit.\n2. Breathe.\n\n"
      "Mine.\n");
  for (guint i = 0; i < KEEL_N_TAGS; i++)
    g_assert_cmpstr (keel_sentence_strategy_tag ((KeelStrategyTag) i), !=, "");
  for (guint i = 0; keel_strategy_group_words[i] != NULL; i++)
    g_assert_cmpstr (keel_sentence_strategy_group ((KeelStrategyGroup) i), !=, "");
  for (guint i = 0; keel_caution_kind_words[i] != NULL; i++)
    g_assert_cmpstr (keel_sentence_caution ((KeelCautionKind) i), !=, "");
}

static void
test_help (void)
{
  static const struct
  {
    KeelStrategyHelp help;
    const char *sentence;
  } table[] = {
    { { 0 }, NULL },
    { { .n_runs = 1 }, "You did this 1 time." },
    { { .n_runs = 4, .n_rated = 3, .n_weaker = 2 },
      "You did this 4 times. It was weaker afterwards 2 of 3 times." },
    { { .n_runs = 2, .n_helped = 1, .n_not = 1 },
      "You did this 2 times. You said that it helped 1 of 2 times." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *sentence = keel_sentence_strategy_help (&table[i].help);

      g_assert_cmpstr (sentence, ==, table[i].sentence);
    }
  g_assert_null (keel_sentence_suggester (NULL));
  g_assert_cmpstr (keel_sentence_suggester ("Aunt Vera"), ==, "Aunt Vera");
  for (guint i = 0; keel_suggester_words[i] != NULL; i++)
    g_assert_cmpstr (keel_sentence_suggester (keel_suggester_words[i]), !=, keel_suggester_words[i]);
}

static gboolean
has_caution (const KeelStrategy *strategy, KeelCautionKind kind)
{
  for (guint i = 0; i < strategy->cautions->len; i++)
    if (((const KeelCaution *) g_ptr_array_index (strategy->cautions, i))->kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
opens_with_caution (const KeelStrategy *strategy)
{
  for (guint i = 0; i < strategy->cautions->len; i++)
    if (((const KeelCaution *) g_ptr_array_index (strategy->cautions, i))->first)
      return TRUE;
  return FALSE;
}

static guint
get_number (const KeelStrategy *strategy)
{
  guint64 number = 0;

  g_assert_true (g_ascii_string_to_unsigned (strategy->id + 1, 10, 1, 99, &number, NULL));
  return (guint) number;
}

/* Words that hurt, and marks of the notes that the cards were written from. */
static void
check_words (const char *id, const char *words)
{
  static const char *const bad[] = { "addict", "junkie", "failure", "[S", "M(gk)", "W0" };

  if (words == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    if (strstr (words, bad[i]) != NULL)
      g_error ("%s: “%s” in “%s”", id, bad[i], words);
}

static void
check_texts (const KeelStrategy *strategy)
{
  g_autofree char *plain = keel_strategy_format_plain (strategy, NULL);

  check_words (strategy->id, plain);
  check_words (strategy->id, strategy->about);
  check_words (strategy->id, strategy->evidence);
  check_words (strategy->id, strategy->source);
  check_words (strategy->id, strategy->tip);
}

/* The offer of each, as what is known of it allows. */
static KeelStrategyOffer
find_offer (guint number)
{
  if (number >= 69)
    return KEEL_OFFER_NEVER;
  return number == 35 || number == 36 ? KEEL_OFFER_AFTER_CAUTIONS : KEEL_OFFER_YES;
}

static void
check_card (KeelContent *content, const KeelStrategy *strategy)
{
  guint number = get_number (strategy);

  g_test_message ("%s", strategy->id);
  g_assert_cmpint (strategy->order, ==, 10 * (int) number);
  /* What guidelines advise is not told as studies. */
  if (number >= 69 && number <= 71)
    g_assert_cmpint (strategy->grade, ==, 'G');
  else
    g_assert_true (strategy->grade >= 'A' && strategy->grade <= 'D');
  g_assert_cmpstr (strategy->evidence, !=, "");
  g_assert_cmpstr (strategy->source, !=, "");
  g_assert_cmpint (strategy->offer, ==, find_offer (number));
  g_assert_true (strategy->family || number < 74);
  g_assert_true (!strategy->member || number < 74);
  g_assert_true ((strategy->kind == KEEL_STRATEGY_BREATHING) == (number >= 31 && number <= 34));
  g_assert_true (keel_pace_is_set (&strategy->pace) == (strategy->kind == KEEL_STRATEGY_BREATHING));
  g_assert_true (strategy->worksheet == NULL ||
                 keel_content_find_worksheet (content, strategy->worksheet) != NULL);
  check_texts (strategy);
}

/* All of them are there, say where they are from and how well they are known, and each feeling has some. */
static void
test_library (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *all = keel_content_get_strategies (content);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint64 tags = KEEL_TAGS_NONE;

  g_assert_cmpuint (keel_content_get_problems (content)->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 80);
  for (guint i = 0; i < all->len; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (all, i);

      check_card (content, strategy);
      g_assert_cmpuint (get_number (strategy), ==, i + 1);
      g_assert_true (g_hash_table_add (names, strategy->name));
      if (strategy->tags != KEEL_TAGS_ANY)
        tags |= strategy->tags;
    }
  g_assert_cmpuint (tags, ==, KEEL_TAGS_ANY);
}

/* Who should take care is told, as what is known asks for. */
static void
test_cautions (void)
{
  static const struct
  {
    const char *id;
    KeelCautionKind kind;
  } table[] = {
    { "c35", KEEL_CAUTION_HEART },      { "c35", KEEL_CAUTION_EATING },
    { "c35", KEEL_CAUTION_PREGNANCY },  { "c35", KEEL_CAUTION_COLD },
    { "c36", KEEL_CAUTION_HEART },      { "c15", KEEL_CAUTION_WITHDRAWAL },
    { "c67", KEEL_CAUTION_WITHDRAWAL }, { "c69", KEEL_CAUTION_WITHDRAWAL },
    { "c77", KEEL_CAUTION_VIOLENCE },
  };
  static const char *const first[] = { "c74", "c75", "c77", "c78" };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s: %s", table[i].id, keel_caution_kind_words[table[i].kind]);
      g_assert_true (has_caution (keel_content_find_strategy (content, table[i].id), table[i].kind));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_test_message ("%s", first[i]);
      g_assert_true (opens_with_caution (keel_content_find_strategy (content, first[i])));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/strategies/whole", test_whole);
  g_test_add_func ("/strategies/refused", test_refused);
  g_test_add_func ("/strategies/tags", test_tags);
  g_test_add_func ("/strategies/own", test_own);
  g_test_add_func ("/strategies/sentences", test_sentences);
  g_test_add_func ("/strategies/help", test_help);
  g_test_add_func ("/strategies/library", test_library);
  g_test_add_func ("/strategies/cautions", test_cautions);
  return g_test_run ();
}
