#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "content/keel-content-documents.h"

/* What can be read from a metre away. */
#define LONGEST_STEP 140
#define LONGEST_LINE 180

static const struct
{
  const char *id;
  int line;
  const char *first; /* what the first step begins with */
} rows[] = {
  { "opioid-overdose", KEEL_HELP_KIND_NONE, "Shake them and shout" },
  { "alcohol-overdose", KEEL_HELP_KIND_NONE, "Call the emergency number" },
  { "mixed-overdose", KEEL_HELP_POISON, "Call the emergency number" },
  { "stimulants", KEEL_HELP_KIND_NONE, "Call the emergency number" },
  { "withdrawal", KEEL_HELP_ADDICTION, "One of these signs: call the emergency number" },
  { "violence", KEEL_HELP_ABUSE, "In danger now: leave" },
  { "suicide", KEEL_HELP_CRISIS, "Ask plainly" },
  { "medicine-at-home", KEEL_HELP_POISON, "Someone else swallowed some: call the emergency number" },
  { "tolerance", KEEL_HELP_SPOTTING, "Best: do not use. Call someone first." },
};

static void
test_pages (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *pages = keel_content_get_safety_pages (content);

  g_assert_cmpuint (pages->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KeelSafetyPage *page = keel_content_find_safety_page (content, rows[i].id);

      g_test_message ("%s", rows[i].id);
      g_assert_nonnull (page);
      g_assert_true (pages->pdata[i] == page);
      g_assert_cmpint (page->line, ==, rows[i].line);
      g_assert_true (g_str_has_prefix (page->steps->pdata[0], rows[i].first));
    }
  g_assert_null (keel_content_find_safety_page (content, "hangover"));
  g_assert_null (keel_content_find_safety_page (content, NULL));
}

/* Short, calm, without doses, and nobody is called names. */
static void
check_words (const GPtrArray *texts, gsize longest)
{
  g_autoptr (GRegex) harsh = g_regex_new ("\\b(addict|junkie|clean|failure|abuser|relapsed|should have)\\b",
                                          G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GRegex) dose = g_regex_new ("[0-9] ?(mg|ml|g|micrograms?|pills?|tablets?)\\b", G_REGEX_CASELESS,
                                         0, NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = texts->pdata[i];

      g_test_message ("%s", text);
      g_assert_cmpuint (strlen (text), <=, longest);
      g_assert_false (g_regex_match (harsh, text, 0, NULL));
      g_assert_false (g_regex_match (dose, text, 0, NULL));
      g_assert_true (strchr (".?!”", text[strlen (text) - 1]) != NULL || g_str_has_suffix (text, "”"));
    }
}

static void
test_words (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *pages = keel_content_get_safety_pages (content);

  for (guint i = 0; i < pages->len; i++)
    {
      const KeelSafetyPage *page = pages->pdata[i];

      g_assert_cmpuint (page->steps->len, >=, 1);
      g_assert_cmpuint (page->steps->len, <=, KEEL_SAFETY_MAX_STEPS);
      g_assert_cmpuint (page->sources->len, >=, 1);
      check_words (page->signs, LONGEST_STEP);
      check_words (page->steps, LONGEST_STEP);
      check_words (page->nots, LONGEST_STEP);
      check_words (page->notes, LONGEST_LINE);
      g_assert_cmpstr (page->notes->pdata[page->notes->len - 1], ==,
                       "This is first aid, not medical advice.");
      for (guint j = 0; j < page->sources->len; j++)
        {
          const KeelSafetySource *source = page->sources->pdata[j];

          g_assert_cmpstr (source->text, !=, "");
          g_assert_cmpuint (strlen (source->checked), >=, strlen ("2026"));
        }
    }
}

/* The emergency number and naloxone, and that stopping suddenly can be dangerous, are never missing. */
static void
test_musts (void)
{
  static const struct
  {
    const char *id, *words;
  } musts[] = {
    { "opioid-overdose", "naloxone" },     { "opioid-overdose", "both, as early as you can" },
    { "opioid-overdose", "another dose" }, { "opioid-overdose", "the overdose can come back" },
    { "mixed-overdose", "naloxone" },      { "stimulants", "naloxone" },
    { "suicide", "killing yourself" },     { "suicide", "emergency number" },
    { "suicide", "crisis line" },          { "violence", "safe place" },
    { "violence", "line for violence" },   { "withdrawal", "call a doctor" },
    { "tolerance", "naloxone" },           { "medicine-at-home", "locked box" },
  };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < G_N_ELEMENTS (musts); i++)
    {
      const KeelSafetyPage *page = keel_content_find_safety_page (content, musts[i].id);
      gboolean found = FALSE;

      for (guint j = 0; j < page->steps->len; j++)
        found |= strstr (page->steps->pdata[j], musts[i].words) != NULL;
      g_test_message ("%s: %s", musts[i].id, musts[i].words);
      g_assert_true (found);
    }
}

/* A card that leads to a page leads to one that is there. */
static void
test_cards (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *strategies = keel_content_get_strategies (content);

  for (guint i = 0; i < strategies->len; i++)
    {
      const KeelStrategy *strategy = strategies->pdata[i];

      g_test_message ("%s %s", strategy->id, strategy->safety);
      g_assert_true (strategy->safety == NULL ||
                     keel_content_find_safety_page (content, strategy->safety) != NULL);
    }
}

#define PAGE(inside)                                                                                         \
  "<safety id='x' order='1' context='safety'><name>X</name><about>Y.</about>" inside "</safety>"
#define STEP "<step>Do it.</step>"
#define SOURCE "<source checked='2026'>Z</source>"

static void
test_refused (void)
{
  static const struct
  {
    const char *text, *reason;
  } wrong[] = {
    { "<safety order='1' context='safety'><name>X</name>" STEP SOURCE "</safety>", "id" },
    { "<safety id='x' order='1' context='safety'>" STEP SOURCE "</safety>", "name" },
    { "<safety id='x' order='1' line='horse' context='safety'><name>X</name>" STEP SOURCE "</safety>",
      "horse" },
    { PAGE (SOURCE), "0 steps" },
    { PAGE (STEP STEP STEP STEP STEP STEP STEP STEP SOURCE), "8 steps" },
    { PAGE (STEP), "source" },
    { PAGE (STEP "<source>Z</source>"), "checked" },
    { PAGE (STEP "<source checked='2026'/>"), "source" },
    { PAGE ("<step/>" SOURCE), "nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (KeelContent) content = keel_content_new_empty ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (wrong[i].text, strlen (wrong[i].text));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i].text);
      g_assert_false (keel_content_add_document (content, bytes, &error));
      g_assert_nonnull (strstr (error->message, wrong[i].reason));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/safety/pages", test_pages);
  g_test_add_func ("/safety/words", test_words);
  g_test_add_func ("/safety/musts", test_musts);
  g_test_add_func ("/safety/cards", test_cards);
  g_test_add_func ("/safety/refused", test_refused);
  return g_test_run ();
}
