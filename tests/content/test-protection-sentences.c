#include <locale.h>
#include <string.h>

#include <glib.h>

#include "content/keel-protection-sentences.h"

/* What has to be said before a person relies on a passphrase, and in which part. */
static void
test_promises (void)
{
  static const struct
  {
    const char *words;
    gboolean protects;
  } rows[] = {
    { "everything you write in this profile is encrypted", TRUE },
    { "recovery code", TRUE },
    { "They say only the time, unless you allow", TRUE },
    { "that Keel is on this computer", FALSE },
    { "how large its files are", FALSE },
    { "when your reminders are due", FALSE },
    { "which pages it offers", FALSE },
    { "are not encrypted either", FALSE },
    { "other programs that run under your user account", FALSE },
    { "someone who controls this computer", FALSE },
    { "demand your passphrase", FALSE },
    { "phone bills", FALSE },
    { "browser", FALSE },
    { "printed", FALSE },
    { "cannot be replaced", FALSE },
  };
  g_auto (GStrv) sentences = keel_protection_sentences ();
  guint n = g_strv_length (sentences);

  g_assert_cmpuint (n, >, KEEL_PROTECTION_SENTENCES_PROTECTED);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint first = rows[i].protects ? 0 : KEEL_PROTECTION_SENTENCES_PROTECTED;
      guint end = rows[i].protects ? KEEL_PROTECTION_SENTENCES_PROTECTED : n;
      gboolean found = FALSE;

      for (guint j = first; j < end; j++)
        found |= strstr (sentences[j], rows[i].words) != NULL;
      g_test_message ("%s", rows[i].words);
      g_assert_true (found);
    }
  g_assert_nonnull (strstr (sentences[n - 1], "If you lose both"));
}

static void
test_wait (void)
{
  static char *(*const says[]) (guint) = {
    keel_protection_sentence_for_passphrase,
    keel_protection_sentence_for_code,
    keel_protection_sentence_for_wait,
  };

  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      g_autofree char *at_once = says[i](0);
      g_autofree char *soon = says[i](1);
      g_autofree char *later = says[i](30);

      g_assert_nonnull (strstr (at_once, "Nothing was changed."));
      g_assert_null (strstr (at_once, "second"));
      g_assert_true (g_str_has_prefix (soon, at_once));
      g_assert_true (g_str_has_suffix (soon, " You can try again in 1 second."));
      g_assert_true (g_str_has_suffix (later, " You can try again in 30 seconds."));
    }
}

static void
test_kinds (void)
{
  g_autofree char *passphrase = keel_protection_sentence_for_passphrase (0);
  g_autofree char *code = keel_protection_sentence_for_code (0);
  g_autofree char *advice = keel_protection_advice ();

  g_assert_nonnull (strstr (passphrase, "Caps Lock"));
  g_assert_nonnull (strstr (code, "recovery code"));
  g_assert_nonnull (strstr (advice, "words"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protection-sentences/promises", test_promises);
  g_test_add_func ("/protection-sentences/wait", test_wait);
  g_test_add_func ("/protection-sentences/kinds", test_kinds);
  return g_test_run ();
}
