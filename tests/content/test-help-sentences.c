#include <locale.h>
#include <string.h>

#include "content/keel-help-sentences.h"
#include "core/keel-local-time.h"

#define WORKDAYS 0x3e

typedef struct
{
  guint days; /* 0: none; all of them with no times: always */
  int from, to;
} Span;

static KeelOpeningHours *
make_hours (const Span *spans, guint n_spans)
{
  KeelOpeningHours *hours = NULL;

  for (guint i = 0; i < n_spans && spans[i].days != 0; i++)
    {
      if (spans[i].from == spans[i].to)
        return keel_opening_hours_new_always ();
      if (hours == NULL)
        hours = keel_opening_hours_new ();
      g_assert_true (keel_opening_hours_add (hours, spans[i].days, spans[i].from, spans[i].to));
    }
  return hours;
}

static gint64
read_utc (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return local * 60;
}

static void
test_open (void)
{
  static const struct
  {
    Span span;
    const char *zone, *person, *now, *sentence;
    gboolean open;
  } rows[] = {
    { { 0 }, "Europe/London", "Europe/London", "2026-11-22T15:00", "Opening hours are not known", FALSE },
    { { 127 }, "Europe/London", "Asia/Tokyo", "2026-11-22T15:00", "Open now, day and night", TRUE },
    { { 127, 540, 1200 },
      "Europe/London",
      "Europe/London",
      "2026-11-22T15:00",
      "Open now, until 20:00",
      TRUE },
    { { 127, 540, 1200 },
      "Europe/London",
      "Europe/London",
      "2026-11-22T08:00",
      "Closed now, opens at 09:00",
      FALSE },
    { { 127, 540, 1200 },
      "Europe/London",
      "Europe/London",
      "2026-11-22T20:00",
      "Closed now, opens tomorrow at 09:00",
      FALSE },
    { { WORKDAYS, 540, 1200 },
      "Europe/London",
      "Europe/London",
      "2026-11-20T20:00",
      "Closed now, opens Monday at 09:00",
      FALSE },
    { { 2, 540, 1200 },
      "Europe/London",
      "Europe/London",
      "2026-11-23T20:00",
      "Closed now, opens Monday 30 November at 09:00",
      FALSE },
    /* A night has no second day. */
    { { 127, 480, 120 }, "Europe/Paris", "Europe/Paris", "2026-11-22T20:00", "Open now, until 02:00", TRUE },
    { { 127, 480, 120 },
      "Europe/Paris",
      "Europe/Paris",
      "2026-11-22T08:00",
      "Open now, until tomorrow at 02:00",
      TRUE },
    /* On the person's own clock first, also where it is another day there. */
    { { 127, 540, 1200 },
      "Europe/London",
      "Europe/Berlin",
      "2026-11-22T15:00",
      "Open now, until 21:00 · 20:00 (London time)",
      TRUE },
    { { WORKDAYS, 540, 1200 },
      "America/New_York",
      "Asia/Tokyo",
      "2026-11-21T03:00",
      "Closed now, opens Monday at 23:00 · 09:00 (New York time)",
      FALSE },
    { { WORKDAYS, 540, 1200 },
      "Pacific/Auckland",
      "Europe/London",
      "2026-11-22T15:00",
      "Closed now, opens at 20:00 · 09:00 (Auckland time)",
      FALSE },
    /* Clocks that show the same need no second time. */
    { { 127, 540, 1200 },
      "Europe/Paris",
      "Europe/Berlin",
      "2026-11-22T15:00",
      "Open now, until 20:00",
      TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelOpeningHours) hours = make_hours (&rows[i].span, 1);
      g_autoptr (GPtrArray) ways = g_ptr_array_new ();
      KeelHelpWay way = { .number = (char *) "123", .dial = (char *) "123" };
      KeelHelpLine line = { .zone = (char *) rows[i].zone, .hours = hours, .ways = ways };
      g_autoptr (GTimeZone) person = keel_zone_open (rows[i].person);
      gboolean open;
      g_autofree char *sentence = NULL;

      g_ptr_array_add (ways, &way);
      sentence = keel_sentence_help_open (&line, person, read_utc (rows[i].now), &open);
      g_assert_cmpstr (sentence, ==, rows[i].sentence);
      g_assert_cmpint (open, ==, rows[i].open);
    }
}

static void
test_hours (void)
{
  static const struct
  {
    Span spans[3];
    const char *sentence;
  } rows[] = {
    { { { 0 } }, NULL },
    { { { 127 } }, "Day and night" },
    { { { 127, 0, 1440 } }, "Day and night" },
    { { { 127, 480, 120 } }, "Every day 08:00–02:00" },
    { { { WORKDAYS, 540, 1200 }, { 0x41, 660, 960 } },
      "Monday to Friday 09:00–20:00, Saturday and Sunday 11:00–16:00" },
    { { { 0x2a, 540, 1020 }, { 0x14, 540, 1140 } },
      "Monday, Wednesday and Friday 09:00–17:00, Tuesday and Thursday 09:00–19:00" },
    { { { 0x1f, 540, 1320 } }, "Sunday to Thursday 09:00–22:00" },
    { { { 0x5f, 480, 1080 } }, "Saturday to Thursday 08:00–18:00" },
    { { { 0x08, 600, 1440 } }, "Wednesday 10:00–00:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelOpeningHours) hours = make_hours (rows[i].spans, 3);
      KeelHelpLine line = { .zone = (char *) "Europe/London", .hours = hours };
      g_autofree char *sentence = keel_sentence_help_hours (&line);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

static void
test_checked (void)
{
  static const struct
  {
    const char *checked;
    gboolean undated;
    const char *sentence;
    const char *last_good_day; /* after it, it is told as old */
  } rows[] = {
    { "2026-10-01", FALSE, "Checked on 1 October 2026", "2027-10-01" },
    { "2026-10", FALSE, "Checked in October 2026", "2027-10-01" },
    { "2026", FALSE, "Checked in 2026", "2027-01-01" },
    { "2024-02-29", FALSE, "Checked on 29 February 2024", "2025-02-28" },
    { "2026-11", TRUE, "Found in November 2026. The source has no date.", "2027-11-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = keel_sentence_checked (rows[i].checked, rows[i].undated);
      gint64 day = read_utc (rows[i].last_good_day);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
      g_assert_null (keel_sentence_checked_long_ago (rows[i].checked, day));
      g_assert_cmpstr (keel_sentence_checked_long_ago (rows[i].checked, day + 24 * 3600), ==,
                       "This was checked more than a year ago. It may have changed.");
    }
}

/* Every kind is said, and that it is missing, and no two alike. */
static void
test_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int kind = 0; kind < KEEL_HELP_N_KINDS; kind++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) keel_sentence_help_kind (kind)));
      g_assert_true (g_hash_table_add (seen, (gpointer) keel_sentence_help_missing (kind)));
      g_assert_true (g_str_has_suffix (keel_sentence_help_missing (kind), " is known to Keel here."));
    }
  for (int cost = KEEL_HELP_COST_UNKNOWN; cost <= KEEL_HELP_COST_PAID; cost++)
    g_assert_true (g_hash_table_add (seen, (gpointer) keel_sentence_help_cost (cost)));
  for (int way = KEEL_HELP_WAY_CALL; way <= KEEL_HELP_WAY_WEB; way++)
    g_assert_true (g_hash_table_add (seen, (gpointer) keel_sentence_help_way (way)));
  for (int kind = KEEL_EMERGENCY_ANY; kind <= KEEL_EMERGENCY_FIRE; kind++)
    g_assert_true (g_hash_table_add (seen, (gpointer) keel_sentence_emergency (kind)));
  g_assert_cmpstr (keel_sentence_help_missing (KEEL_HELP_ADDICTION), ==,
                   "No addiction line is known to Keel here.");
}

static void
test_numbers (void)
{
  static const struct
  {
    KeelHelpWay way;
    const char *sentence;
  } rows[] = {
    { { .number = (char *) "116 123" }, "116 123" },
    { { .number = (char *) "85258", .word = (char *) "SHOUT" }, "85258, the word SHOUT" },
    { { .number = (char *) "16000", .press = (char *) "4" }, "16000, then press 4" },
    { { .kind = KEEL_HELP_WAY_WEB, .address = (char *) "https://fasn.ie" }, "fasn.ie" },
    { { .kind = KEEL_HELP_WAY_CHAT }, "On its own page" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = keel_sentence_help_number (&rows[i].way);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
}

static void
test_about (void)
{
  g_autoptr (GPtrArray) ways = g_ptr_array_new ();
  KeelHelpWay way = { .number = (char *) "12 3", .dial = (char *) "123" };
  char *languages[] = { (char *) "en", (char *) "cy", NULL };
  KeelHelpLine line = { .confidence = KEEL_HELP_CHECK,
                        .official = TRUE,
                        .ways = ways,
                        .cost = KEEL_HELP_COST_FREE,
                        .languages = languages,
                        .checked = (char *) "2024-09-20",
                        .source = (char *) "Its page" };
  static const char *const sentences[] = {
    "This line is run by the police or by an office against drugs. It is not known who sees a call.",
    "Free",
    "English and Welsh",
    "It is not known whether this shows on the phone bill.",
    "Checked on 20 September 2024",
    "This was checked more than a year ago. It may have changed.",
    "Source: Its page",
  };
  g_autoptr (GPtrArray) about = NULL, page = NULL;

  g_assert_cmpstr (keel_sentence_help_line_doubt (&line), ==,
                   "Please check this page before you rely on it.");
  page = keel_sentences_about_help (&line, read_utc ("2026-11-22"));
  g_ptr_array_add (ways, &way);
  g_assert_cmpstr (keel_sentence_help_line_doubt (&line), ==,
                   "Please check this number before you rely on it.");
  about = keel_sentences_about_help (&line, read_utc ("2026-11-22"));
  g_assert_cmpuint (page->len, ==, about->len - 2); /* a page has no cost and shows on no bill */
  g_assert_cmpuint (about->len, ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < about->len; i++)
    g_assert_cmpstr (about->pdata[i], ==, sentences[i]);
  languages[0] = NULL;
  g_assert_null (keel_sentence_help_doubt (KEEL_HELP_SURE));
  g_assert_nonnull (keel_sentence_help_doubt (KEEL_HELP_SURE_NUMBER));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help-sentences/open", test_open);
  g_test_add_func ("/help-sentences/hours", test_hours);
  g_test_add_func ("/help-sentences/checked", test_checked);
  g_test_add_func ("/help-sentences/words", test_words);
  g_test_add_func ("/help-sentences/numbers", test_numbers);
  g_test_add_func ("/help-sentences/about", test_about);
  return g_test_run ();
}
