/* Reasons: words and a picture, in the order that the person chose; taken away and brought back. */

#include "keel-journal-fixture.h"
#include "store/keel-journal-reasons.h"

static void
save (KeelJournalFixture *fixture, KeelReason *reason)
{
  GError *error = NULL;

  keel_journal_set_reason (fixture->journal, reason, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reason->uuid);
}

static char *
add (KeelJournalFixture *fixture, const char *words)
{
  g_autoptr (KeelReason) reason = keel_reason_new (words, NULL);

  save (fixture, reason);
  return g_strdup (reason->uuid);
}

static void
assert_words (KeelJournalFixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) reasons = NULL;
  GError *error = NULL;

  reasons = keel_journal_get_reasons (fixture->journal, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((KeelReason *) reasons->pdata[i])->words);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_kept (KeelJournalFixture *fixture, gconstpointer data)
{
  static const char picture[] = "\x89PNG\0\xff\0'";
  g_autoptr (GBytes) photo = g_bytes_new_static (picture, sizeof picture);
  g_autoptr (KeelReason) both = keel_reason_new (" Meine Tochter ", photo);
  g_autoptr (KeelReason) alone = keel_reason_new (NULL, photo);
  g_autoptr (GPtrArray) reasons = NULL;
  KeelReason *first, *second;

  save (fixture, both);
  save (fixture, alone);
  g_assert_cmpint (alone->position, ==, 1);
  keel_journal_fixture_open (fixture);
  reasons = keel_journal_get_reasons (fixture->journal, NULL);
  g_assert_cmpuint (reasons->len, ==, 2);
  first = reasons->pdata[0];
  second = reasons->pdata[1];
  g_assert_cmpstr (first->words, ==, "Meine Tochter");
  g_assert_true (g_bytes_equal (first->photo, photo));
  g_assert_null (second->words);
  g_assert_true (g_bytes_equal (second->photo, photo));

  g_clear_pointer (&both->photo, g_bytes_unref); /* the picture goes, the words stay */
  save (fixture, both);
  g_clear_pointer (&reasons, g_ptr_array_unref);
  reasons = keel_journal_get_reasons (fixture->journal, NULL);
  g_assert_null (((KeelReason *) reasons->pdata[0])->photo);
}

static void
test_order (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, "a");
  g_autofree char *b = add (fixture, "b");
  g_autofree char *c = add (fixture, "c");
  g_autofree char *d = NULL;
  const char *const wanted[] = { c, a, b, NULL };
  const char *const some[] = { b, NULL };

  assert_words (fixture, "a b c");
  g_assert_true (keel_journal_order_reasons (fixture->journal, wanted, NULL));
  assert_words (fixture, "c a b");
  g_assert_true (keel_journal_order_reasons (fixture->journal, some, NULL));
  assert_words (fixture, "b c a");
  d = add (fixture, "d");
  assert_words (fixture, "b c a d");
}

/* It comes back to where it was, also when another one was added meanwhile. */
static void
test_deleted (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autofree char *a = add (fixture, "a");
  g_autofree char *b = add (fixture, "b");
  g_autofree char *c = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (keel_journal_set_reason_deleted (fixture->journal, b, TRUE, NULL));
  assert_words (fixture, "a");
  c = add (fixture, "c");
  g_assert_true (keel_journal_set_reason_deleted (fixture->journal, b, FALSE, NULL));
  assert_words (fixture, "a b c");
  g_assert_false (keel_journal_set_reason_deleted (fixture->journal, "nobody", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

static void
test_refused (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_malloc0 (KEEL_REASON_PHOTO_MAX + 1);
  g_autoptr (GBytes) most = g_bytes_new (large, KEEL_REASON_PHOTO_MAX);
  g_autoptr (GBytes) too_much = g_bytes_new (large, KEEL_REASON_PHOTO_MAX + 1);
  g_autoptr (KeelReason) fits = keel_reason_new ("fits", most);
  KeelReason *refused[] = { keel_reason_new (NULL, NULL), keel_reason_new (" \n", NULL),
                            keel_reason_new ("large", too_much) };

  save (fixture, fits);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (KeelReason) reason = refused[i];
      g_autoptr (GError) error = NULL;

      g_assert_false (keel_journal_set_reason (fixture->journal, reason, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
      g_assert_null (reason->uuid);
    }
  assert_words (fixture, "fits");
}

#define ADD(name, test)                                                                                      \
  g_test_add ("/store/reasons/" name, KeelJournalFixture, NULL, keel_journal_fixture_set_up, test,           \
              keel_journal_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("order", test_order);
  ADD ("deleted", test_deleted);
  ADD ("refused", test_refused);
  return g_test_run ();
}
