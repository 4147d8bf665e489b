#include <libintl.h>
#include <locale.h>

#include "content/keel-content.h"
#include "content/keel-sentences.h"

/* What a person who set the language to @language reads. gettext keeps what it has found until the catalogue
 * or the locale changes, so both are told anew. */
static void
choose_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("KEEL_CATALOGUES"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_spanish (void)
{
  g_autoptr (KeelContent) content = NULL;

  choose_language ("es");
  content = keel_content_new ();
  assert_words (keel_sentence_weekday (2), "martes");
  assert_words (keel_sentence_lead (0), "al empezar");
  assert_words (keel_sentence_lead (1), "1 minuto antes");
  assert_words (keel_sentence_lead (30), "30 minutos antes");
  g_assert_cmpstr (keel_content_find_program (content, "aa")->name, ==, "Alcohólicos Anónimos");
  g_assert_cmpstr (keel_content_translate_type (content, "Open"), ==, "Abierta");
  /* Readers need the English names. */
  g_assert_cmpstr (keel_type_table_lookup (keel_content_get_types (content), "aa", "O", NULL), ==, "Open");
}

static void
test_spanish_error (void)
{
  g_autoptr (GError) error = g_error_new_literal (KEEL_FEED_ERROR, KEEL_FEED_ERROR_HTML, "html");
  g_autofree char *sentence = NULL;

  choose_language ("es");
  sentence = keel_sentence_for_error (error, "lista.json");
  g_assert_true (g_str_has_prefix (sentence, "«lista.json» es una página web"));
}

static void
test_unknown_language (void)
{
  g_autoptr (KeelContent) content = NULL;

  choose_language ("tlh");
  content = keel_content_new ();
  assert_words (keel_sentence_lead (30), "30 minutes before");
  g_assert_cmpstr (keel_content_find_program (content, "aa")->name, ==, "Alcoholics Anonymous");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/translations/spanish", test_spanish);
  g_test_add_func ("/translations/spanish-error", test_spanish_error);
  g_test_add_func ("/translations/unknown-language", test_unknown_language);
  return g_test_run ();
}
