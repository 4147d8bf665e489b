/* The urge log: kept word for word, replaced, taken away and brought back; the newest first, from a time on.
 */

#include "keel-journal-fixture.h"
#include "store/keel-journal-urges.h"

#include <sqlite3.h>

#define NOON G_GINT64_CONSTANT (1795348800) /* of 22 November 2026, UTC */

static KeelUrge *
save (KeelJournalFixture *fixture, KeelUrge *urge)
{
  KeelUrge *before = NULL;
  GError *error = NULL;

  keel_journal_set_urge (fixture->journal, urge, &before, &error);
  g_assert_no_error (error);
  g_assert_nonnull (urge->uuid);
  return before;
}

static void
save_at (KeelJournalFixture *fixture, gint64 at, int strength)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (strength);

  urge->at = at;
  g_assert_null (save (fixture, urge));
}

/* The strengths, in the order in which they come. */
static void
assert_strengths (KeelJournalFixture *fixture, gint64 since, guint limit, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) urges = NULL;
  GError *error = NULL;

  urges = keel_journal_get_urges (fixture->journal, since, limit, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < urges->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", ((KeelUrge *) urges->pdata[i])->strength);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
fill (KeelUrge *urge)
{
  urge->after = 3;
  urge->tags = KEEL_TAG_BIT (KEEL_TAG_LONELY) | KEEL_TAG_BIT (KEEL_TAG_WORK);
  urge->strategy = g_strdup ("c01");
  urge->minutes = 25;
  urge->trigger = g_strdup ("An invitation");
  urge->where = g_strdup ("At the station");
  urge->with = g_strdup ("alone");
  urge->did = g_strdup ("Walked\nhome");
  urge->other = g_strdup ("'Call'; \"early\" – 电话");
  urge->outcome = KEEL_URGE_DELAYED;
  urge->note = g_strdup ("It was shorter than last week");
}

static void
test_kept (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (7);
  g_autoptr (KeelUrge) read = NULL;
  g_autoptr (KeelUrge) bare = keel_urge_new (0);
  g_autoptr (KeelUrge) bare_read = NULL;

  fill (urge);
  g_assert_null (save (fixture, urge));
  g_assert_null (save (fixture, bare));
  g_assert_cmpint (urge->at, ==, NOON);
  g_assert_cmpint (urge->offset, ==, 60); /* Berlin in winter */
  keel_journal_fixture_open (fixture);
  read = keel_journal_find_urge (fixture->journal, urge->uuid, NULL);
  g_assert_true (keel_urge_equal (read, urge));
  bare_read = keel_journal_find_urge (fixture->journal, bare->uuid, NULL);
  g_assert_true (keel_urge_equal (bare_read, bare));
  g_assert_cmpint (bare_read->after, ==, KEEL_STRENGTH_NONE);
  g_assert_null (bare_read->note);
}

/* It is saved at first with its strength alone, and again when more is known: when it was does not change. */
static void
test_more_is_known (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (7);
  g_autoptr (KeelUrge) before = NULL;
  g_autoptr (KeelUrge) read = NULL;
  g_autofree char *uuid = NULL;

  g_assert_null (save (fixture, urge));
  uuid = g_strdup (urge->uuid);
  keel_test_clock_step (fixture->clock, 900);
  keel_test_clock_set_zone (fixture->clock, "America/New_York");
  urge->after = 2;
  urge->note = g_strdup ("  \n ");
  before = save (fixture, urge);
  g_assert_cmpint (before->after, ==, KEEL_STRENGTH_NONE);
  g_assert_cmpstr (urge->uuid, ==, uuid);
  read = keel_journal_find_urge (fixture->journal, uuid, NULL);
  g_assert_cmpint (read->after, ==, 2);
  g_assert_cmpint (read->at, ==, NOON);
  g_assert_cmpint (read->offset, ==, 60);
  g_assert_null (read->note); /* nothing but white space is nothing */
  assert_strengths (fixture, 0, 0, "7");

  /* To take it back is to save what there was. */
  keel_urge_free (save (fixture, before));
  keel_urge_free (g_steal_pointer (&read));
  read = keel_journal_find_urge (fixture->journal, uuid, NULL);
  g_assert_cmpint (read->after, ==, KEEL_STRENGTH_NONE);
}

/* What the wall showed where the person was: over zones with half hours, and in summer. */
static void
test_offsets (KeelJournalFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now;
    const char *zone;
    int offset;
    int hour;
  } rows[] = {
    { "2026-11-22T12:00:30Z", "Europe/Berlin", 60, 13 },
    { "2026-07-22T12:00:00Z", "Europe/Berlin", 120, 14 },
    { "2026-11-22T12:00:59Z", "Asia/Kolkata", 330, 17 },
    { "2026-11-22T03:00:00Z", "America/New_York", -300, 22 },
    { "2026-11-22T12:00:00Z", "Pacific/Kiritimati", 840, 2 },
    { "2026-11-22T12:00:00Z", "UTC", 0, 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelUrge) urge = keel_urge_new (5);

      keel_test_clock_set (fixture->clock, rows[i].now);
      keel_test_clock_set_zone (fixture->clock, rows[i].zone);
      g_assert_null (save (fixture, urge));
      g_assert_cmpint (urge->offset, ==, rows[i].offset);
      g_assert_cmpint (keel_urge_get_hour (urge), ==, rows[i].hour);
    }
}

static void
test_order (KeelJournalFixture *fixture, gconstpointer data)
{
  assert_strengths (fixture, 0, 0, "");
  save_at (fixture, NOON - 300, 3);
  save_at (fixture, NOON - 100, 1);
  save_at (fixture, NOON - 200, 2);
  assert_strengths (fixture, 0, 0, "1 2 3");
  assert_strengths (fixture, 0, 2, "1 2");
  assert_strengths (fixture, NOON - 200, 0, "1 2");
  assert_strengths (fixture, NOON - 199, 0, "1");
  assert_strengths (fixture, NOON, 0, "");
}

static void
test_deleted (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (7);
  g_autoptr (KeelUrge) gone = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, urge);
  g_assert_true (keel_journal_set_urge_deleted (fixture->journal, urge->uuid, TRUE, NULL));
  assert_strengths (fixture, 0, 0, "");
  gone = keel_journal_find_urge (fixture->journal, urge->uuid, &error);
  g_assert_no_error (error);
  g_assert_null (gone);
  g_assert_true (keel_journal_set_urge_deleted (fixture->journal, urge->uuid, FALSE, NULL));
  assert_strengths (fixture, 0, 0, "7");

  g_assert_true (keel_journal_set_urge_deleted (fixture->journal, urge->uuid, TRUE, NULL));
  g_assert_null (save (fixture, urge)); /* nothing stood there, and now it does again */
  assert_strengths (fixture, 0, 0, "7");

  g_assert_false (keel_journal_set_urge_deleted (fixture->journal, "nobody", TRUE, &error));
  g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND);
}

typedef void (*Spoil) (KeelUrge *urge);

static void
spoil_strength (KeelUrge *urge)
{
  urge->strength = 11;
}

static void
spoil_below (KeelUrge *urge)
{
  urge->strength = -1;
}

static void
spoil_after (KeelUrge *urge)
{
  urge->after = 11;
}

static void
spoil_minutes (KeelUrge *urge)
{
  urge->minutes = 1441;
}

static void
spoil_tags (KeelUrge *urge)
{
  urge->tags = KEEL_TAG_BIT (KEEL_N_TAGS);
}

static void
spoil_offset (KeelUrge *urge)
{
  urge->offset = 841;
}

static void
spoil_outcome (KeelUrge *urge)
{
  urge->outcome = KEEL_URGE_WENT + 1;
}

static void
test_refused (KeelJournalFixture *fixture, gconstpointer data)
{
  static const Spoil spoils[] = { spoil_strength, spoil_below,  spoil_after,  spoil_minutes,
                                  spoil_tags,     spoil_offset, spoil_outcome };

  for (gsize i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (KeelUrge) urge = keel_urge_new (5);
      g_autoptr (GError) error = NULL;

      spoils[i](urge);
      g_assert_false (keel_journal_set_urge (fixture->journal, urge, NULL, &error));
      g_assert_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID);
      g_assert_null (urge->uuid);
    }
  assert_strengths (fixture, 0, 0, "");
}

/* A tag that this Keel does not know leaves the others as they are. */
static void
test_newer_tag (KeelJournalFixture *fixture, gconstpointer data)
{
  g_autoptr (KeelUrge) urge = keel_urge_new (5);
  g_autoptr (KeelUrge) read = NULL;
  sqlite3 *handle;

  save (fixture, urge);
  g_clear_object (&fixture->journal);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "UPDATE urge SET tags = 'sad moonlit work'", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (handle);
  keel_journal_fixture_open (fixture);
  read = keel_journal_find_urge (fixture->journal, urge->uuid, NULL);
  g_assert_cmpuint (read->tags, ==, KEEL_TAG_BIT (KEEL_TAG_SAD) | KEEL_TAG_BIT (KEEL_TAG_WORK));
}

#define ADD(name, test)                                                                                      \
  g_test_add ("/store/urges/" name, KeelJournalFixture, NULL, keel_journal_fixture_set_up, test,             \
              keel_journal_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("more-is-known", test_more_is_known);
  ADD ("offsets", test_offsets);
  ADD ("order", test_order);
  ADD ("deleted", test_deleted);
  ADD ("refused", test_refused);
  ADD ("newer-tag", test_newer_tag);
  return g_test_run ();
}
