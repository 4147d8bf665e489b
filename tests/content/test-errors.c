#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "content/keel-sentences.h"
#include "core/keel-recurrence.h"
#include "store/keel-fetch-error.h"
#include "store/keel-store-error.h"
#include "test-error-enums.h"

#define RAW "SQLITE_WHATEVER at line 3"
#define GENERAL "This did not work."

typedef struct
{
  GQuark domain;
  GType type;
} Domain;

/* That a sentence says what is kept. */
static gboolean
says_what_is_kept (const char *sentence)
{
  return strstr (sentence, "Nothing was changed.") != NULL || strstr (sentence, "left as") != NULL ||
         strstr (sentence, "kept") != NULL;
}

static void
check_sentence (const char *name, const char *sentence)
{
  g_test_message ("%s: %s", name, sentence);
  g_assert_nonnull (sentence);
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_false (g_str_has_prefix (sentence, RAW));
  g_assert_true (says_what_is_kept (sentence));
  g_assert_null (strstr (sentence, "%"));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (sentence)) || g_str_has_prefix (sentence, "“"));
}

static void
test_every_value (gconstpointer data)
{
  const Domain *domain = data;
  g_autoptr (GEnumClass) values = g_type_class_ref (domain->type);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < values->n_values; i++)
    {
      g_autoptr (GError) error = g_error_new_literal (domain->domain, values->values[i].value, RAW);
      g_autofree char *named = keel_sentence_for_error (error, "list.json");
      g_autofree char *nameless = keel_sentence_for_error (error, NULL);

      check_sentence (values->values[i].value_name, named);
      check_sentence (values->values[i].value_name, nameless);
      g_assert_false (g_str_has_prefix (named, GENERAL));
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&named)));
    }
}

static void
test_io (void)
{
  static const int known[] = {
    G_IO_ERROR_NOT_FOUND, G_IO_ERROR_PERMISSION_DENIED, G_IO_ERROR_IS_DIRECTORY,     G_IO_ERROR_NOT_DIRECTORY,
    G_IO_ERROR_NO_SPACE,  G_IO_ERROR_CANCELLED,         G_IO_ERROR_NOT_REGULAR_FILE, G_IO_ERROR_READ_ONLY,
    G_IO_ERROR_EXISTS,    G_IO_ERROR_TIMED_OUT,         G_IO_ERROR_NOT_MOUNTED,
  };
  g_autoptr (GEnumClass) values = g_type_class_ref (G_TYPE_IO_ERROR_ENUM);

  for (guint i = 0; i < values->n_values; i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, values->values[i].value, RAW);
      g_autofree char *sentence = keel_sentence_for_error (error, "list.json");
      gboolean special = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (known); j++)
        special |= known[j] == values->values[i].value;
      check_sentence (values->values[i].value_name, sentence);
      if (special)
        g_assert_false (g_str_has_prefix (sentence, GENERAL));
    }
}

static void
test_words (void)
{
  const struct
  {
    GQuark domain;
    int code;
    const char *subject;
    const char *words;
  } rows[] = {
    { KEEL_FEED_ERROR, KEEL_FEED_ERROR_EMPTY_LIST, "a.json",
      "“a.json” is an empty list: it has no meetings in it." },
    { KEEL_FEED_ERROR, KEEL_FEED_ERROR_EMPTY_LIST, NULL,
      "This file is an empty list: it has no meetings in it." },
    { KEEL_FEED_ERROR, KEEL_FEED_ERROR_SYNTAX, "a.json", "“a.json” could not be read" },
    { KEEL_FEED_ERROR, KEEL_FEED_ERROR_TRUNCATED, "a.json", "“a.json” could not be read" },
    { KEEL_FEED_ERROR, KEEL_FEED_ERROR_HTML, "a.json", "“a.json” is a web page" },
    { KEEL_FEED_ERROR, KEEL_FEED_ERROR_SYNTAX, "100%s.json", "“100%s.json” could not be read" },
    { KEEL_FEED_ERROR, KEEL_FEED_ERROR_SYNTAX, "\xff.json", "“\xef\xbf\xbd.json” could not be read" },
    { G_FILE_ERROR, G_FILE_ERROR_NOENT, "a.json", "“a.json” is not there." },
    { G_IO_ERROR, G_IO_ERROR_CANCELLED, "a.json", "Stopped, as you asked." },
    { KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, NULL, "What you asked for was not found." },
    { KEEL_STORE_ERROR, KEEL_STORE_ERROR_PASSPHRASE, NULL, "This does not open your profile." },
    { KEEL_STORE_ERROR, KEEL_STORE_ERROR_WAIT, NULL, "It is too soon to try again." },
    { KEEL_STORE_ERROR, KEEL_STORE_ERROR_LOCKED, NULL, "This profile is locked." },
    { KEEL_STORE_ERROR, KEEL_STORE_ERROR_IN_USE, "Mine",
      "This profile is open in another window or program of Keel." },
    { KEEL_STORE_ERROR, KEEL_STORE_ERROR_NAME_TAKEN, "Mine", "Another profile has this name already." },
    { KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED, NULL, "It was changed meanwhile, and is kept" },
    { KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_NAME, "https://a.example/",
      "“https://a.example/” could not be found" },
    { KEEL_FETCH_ERROR, KEEL_FETCH_ERROR_CERTIFICATE, NULL, "This address has no certificate" },
    { G_MARKUP_ERROR, 0, "a.json", GENERAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (rows[i].domain, rows[i].code, RAW);
      g_autofree char *sentence = keel_sentence_for_error (error, rows[i].subject);

      g_test_message ("%s", sentence);
      g_assert_true (g_str_has_prefix (sentence, rows[i].words));
    }
}

static void
test_details (void)
{
  g_autoptr (GError) failed = g_error_new_literal (KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED, RAW);
  g_autoptr (GError) full = g_error_new_literal (KEEL_STORE_ERROR, KEEL_STORE_ERROR_FULL, RAW);
  g_autofree char *with = keel_sentence_for_error (failed, NULL);
  g_autofree char *without = keel_sentence_for_error (full, NULL);

  g_assert_cmpstr (keel_sentence_delay (failed), ==, RAW);
  g_assert_cmpstr (keel_sentence_delay (full), ==, "there is no room left where Keel keeps them");
  g_assert_true (g_str_has_suffix (with, "Details: " RAW));
  g_assert_null (strstr (without, RAW));
}

int
main (int argc, char **argv)
{
  const Domain domains[] = {
    { KEEL_FEED_ERROR, KEEL_TYPE_FEED_ERROR },
    { KEEL_STORE_ERROR, KEEL_TYPE_STORE_ERROR },
    { KEEL_FETCH_ERROR, KEEL_TYPE_FETCH_ERROR },
    { KEEL_SCHEDULE_ERROR, KEEL_TYPE_SCHEDULE_ERROR },
    { KEEL_RECURRENCE_ERROR, KEEL_TYPE_RECURRENCE_ERROR },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autofree char *path = g_strdup_printf ("/errors/%s", g_quark_to_string (domains[i].domain));

      g_test_add_data_func (path, &domains[i], test_every_value);
    }
  g_test_add_func ("/errors/io", test_io);
  g_test_add_func ("/errors/words", test_words);
  g_test_add_func ("/errors/details", test_details);
  return g_test_run ();
}
