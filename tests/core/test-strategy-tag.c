/* The vocabulary of what is going on. */

#include "core/keel-series.h"
#include "core/keel-strategy-tag.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    guint64 tags;
    const char *formatted;
  } rows[] = {
    { "", KEEL_TAGS_NONE, "" },
    { " \n\t ", KEEL_TAGS_NONE, "" },
    { "craving", KEEL_TAG_BIT (KEEL_TAG_CRAVING), "craving" },
    { "work", KEEL_TAG_BIT (KEEL_TAG_WORK), "work" },
    { "thought  craving\nbody craving",
      KEEL_TAG_BIT (KEEL_TAG_CRAVING) | KEEL_TAG_BIT (KEEL_TAG_THOUGHT) | KEEL_TAG_BIT (KEEL_TAG_BODY),
      "craving thought body" },
    { "any", KEEL_TAGS_ANY, "any" },
    { "plan any", KEEL_TAGS_ANY, "any" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint64 tags = 1234;
      g_autofree char *formatted = NULL;

      g_assert_true (keel_strategy_tags_parse (rows[i].text, &tags, NULL));
      g_assert_cmpuint (tags, ==, rows[i].tags);
      formatted = keel_strategy_tags_format (tags);
      g_assert_cmpstr (formatted, ==, rows[i].formatted);
    }
}

static void
test_unknown (void)
{
  g_autofree char *unknown = NULL;
  guint64 tags = 1234;

  g_assert_false (keel_strategy_tags_parse ("craving Stress sad", &tags, &unknown));
  g_assert_cmpstr (unknown, ==, "Stress");
  g_assert_cmpuint (tags, ==, 1234);
  g_assert_false (keel_strategy_tags_parse ("anybody", &tags, NULL));
}

/* Files that last have the words: none may be there twice, and each leads back to its place. */
static void
test_words (void)
{
  for (int i = 0; i < KEEL_N_TAGS; i++)
    g_assert_cmpint (keel_word_find (keel_strategy_tag_words, keel_strategy_tag_words[i]), ==, i);
  g_assert_null (keel_strategy_tag_words[KEEL_N_TAGS]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strategy-tag/parse", test_parse);
  g_test_add_func ("/strategy-tag/unknown", test_unknown);
  g_test_add_func ("/strategy-tag/words", test_words);
  return g_test_run ();
}
