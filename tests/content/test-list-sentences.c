#include <locale.h>
#include <string.h>

#include "content/keel-change-sentences.h"
#include "content/keel-list-sentences.h"
#include "content/keel-sentences.h"
#include "test-error-enums.h"

static void
test_skips (void)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (KEEL_TYPE_SKIP_REASON);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < values->n_values; i++)
    {
      KeelSkippedRow row = { 3, (KeelSkipReason) values->values[i].value, NULL, NULL };
      char *sentence = keel_sentence_for_skip (&row);

      g_test_message ("%s: %s", values->values[i].value_name, sentence);
      g_assert_cmpuint (strlen (sentence), >, 10);
      g_assert_true (g_hash_table_add (seen, sentence));
    }
}

static void
test_skip_detail (void)
{
  char detail[] = "Someday";
  KeelSkippedRow row = { 3, KEEL_SKIP_BAD_DAY, NULL, detail };
  g_autofree char *sentence = keel_sentence_for_skip (&row);

  g_assert_cmpstr (sentence, ==, "its day cannot be read: “Someday”");
}

static void
test_notices (void)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (KEEL_TYPE_NOTICE_KIND);
  char detail[] = "America/New_York";

  for (guint i = 0; i < values->n_values; i++)
    {
      KeelNotice one = { (KeelNoticeKind) values->values[i].value, 1, NULL };
      KeelNotice many = { one.kind, 1541, detail };
      g_autofree char *single = NULL, *several = NULL;

      if (one.kind == KEEL_NOTICE_LAST)
        continue;
      single = keel_sentence_for_notice (&one);
      several = keel_sentence_for_notice (&many);
      g_test_message ("%s: %s / %s", values->values[i].value_name, single, several);
      g_assert_true (g_str_has_suffix (single, "."));
      g_assert_null (strstr (single, "%"));
      g_assert_null (strstr (several, "%"));
      if (one.kind == KEEL_NOTICE_TRAILING)
        continue;
      g_assert_true (g_str_has_prefix (single, "1 meeting "));
      g_assert_true (g_str_has_prefix (several, "1541 meetings "));
    }
}

static void
test_notice_details (void)
{
  char zone[] = "America/New_York", link[] = "javascript:%s";
  KeelNotice assumed = { KEEL_NOTICE_ZONE_ASSUMED, 2, zone };
  KeelNotice dropped = { KEEL_NOTICE_LINK_DROPPED, 1, link };
  g_autofree char *first = keel_sentence_for_notice (&assumed);
  g_autofree char *second = keel_sentence_for_notice (&dropped);

  g_assert_cmpstr (first, ==,
                   "2 meetings give no time zone. The zone chosen for the list is used: New York.");
  g_assert_cmpstr (second, ==,
                   "1 meeting has a link that is not safe to open (“javascript:%s”). The link was left out.");
}

static void
test_venues (void)
{
  static const struct
  {
    KeelVenue venue;
    const char *words;
  } rows[] = {
    { KEEL_VENUE_UNKNOWN, "Place not given" },     { KEEL_VENUE_IN_PERSON, "In person" },
    { KEEL_VENUE_HYBRID, "In person and online" }, { KEEL_VENUE_ONLINE, "Online" },
    { KEEL_VENUE_INACTIVE, "Closed for now" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
      g_autofree char *words = NULL;

      meeting->venue = rows[i].venue;
      words = keel_sentence_venue (meeting);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static KeelMeeting *
make_meeting (int day, int minute, const char *zone, const char *place, const char *link)
{
  KeelMeeting *meeting = keel_meeting_new ();

  meeting->name = g_strdup ("Candle");
  meeting->day = day;
  meeting->minute = minute;
  meeting->timezone = g_strdup (zone);
  meeting->location = g_strdup (place);
  meeting->conference_url = g_strdup (link);
  meeting->venue = link != NULL ? KEEL_VENUE_ONLINE : KEEL_VENUE_IN_PERSON;
  return meeting;
}

static void
test_changes (void)
{
  const struct
  {
    int day, minute;
    const char *zone, *place, *link;
    int duration;
    const char *words;
  } rows[] = {
    { 2, 1140, "Europe/Berlin", "Hall", NULL, 60, "" },
    { 2, 1170, "Europe/Berlin", "Hall", NULL, 60, "Tuesday 19:00 → Tuesday 19:30" },
    { 3, 1140, "Europe/Berlin", "Hall", NULL, 60, "Tuesday 19:00 → Wednesday 19:00" },
    { 2, 1140, "Europe/Berlin", "Hall", NULL, 90, "Tuesday 19:00–20:00 → Tuesday 19:00–20:30" },
    { 2, 1140, "Europe/London", "Hall", NULL, 60,
      "Tuesday 19:00 (Berlin time) → Tuesday 19:00 (London time)" },
    { -1, -1, "Europe/Berlin", "Hall", NULL, 60, "Tuesday 19:00 → By appointment" },
    { 2, 1140, "Europe/Berlin", "Shed", NULL, 60, "Hall → Shed" },
    { 2, 1170, "Europe/Berlin", NULL, "https://example.org/j", 60,
      "Tuesday 19:00 → Tuesday 19:30; no place given any more; new link; now: Online" },
  };
  g_autoptr (KeelMeeting) was = make_meeting (2, 1140, "Europe/Berlin", "Hall", NULL);
  g_autofree char *gone = keel_sentence_for_change (was, NULL);
  g_autofree char *paused = keel_sentence_paused ();

  g_assert_cmpstr (gone, ==, "no longer in its list");
  g_assert_cmpstr (paused, ==, "its list says that it does not meet at present");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelMeeting) now = make_meeting (rows[i].day, rows[i].minute, rows[i].zone, rows[i].place,
                                                  rows[i].link);
      g_autofree char *sentence = NULL;

      now->duration = rows[i].duration;
      sentence = keel_sentence_for_change (was, now);
      g_assert_cmpstr (sentence, ==, rows[i].words);
    }
}

/* From the 31st day on. */
static void
test_old_lists (void)
{
  static const struct
  {
    gint64 age; /* seconds */
    gboolean from_address;
    const char *words;
  } rows[] = {
    { -5, TRUE, NULL },
    { 0, TRUE, NULL },
    { 30 * 86400, TRUE, NULL },
    { 30 * 86400 + 1, TRUE, "This list is 30 days old. Some meetings may have moved since: refresh it." },
    { 31 * 86400, FALSE,
      "This list is 31 days old. Some meetings may have moved since: import its new file." },
    { 400 * 86400, TRUE, "This list is 400 days old. Some meetings may have moved since: refresh it." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = keel_sentence_old_list (1000000000, 1000000000 + rows[i].age,
                                                       rows[i].from_address);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-sentences/skips", test_skips);
  g_test_add_func ("/list-sentences/skip-detail", test_skip_detail);
  g_test_add_func ("/list-sentences/notices", test_notices);
  g_test_add_func ("/list-sentences/notice-details", test_notice_details);
  g_test_add_func ("/list-sentences/venues", test_venues);
  g_test_add_func ("/list-sentences/changes", test_changes);
  g_test_add_func ("/list-sentences/old-lists", test_old_lists);
  return g_test_run ();
}
