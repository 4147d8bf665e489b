#include "core/keel-series.h"
#include "core/keel-type-table.h"

static const struct
{
  const char *text;
  const char *link;
  const char *host;
} links[] = {
  /* Good ones stay as they are */
  { "https://meet.example.org/j/1?pwd=a%20b#x", "https://meet.example.org/j/1?pwd=a%20b#x",
    "meet.example.org" },
  { "http://example.org", "http://example.org", "example.org" },
  { "https://example.org:8443/a", "https://example.org:8443/a", "example.org" },
  { "https://[2001:db8::1]/a", "https://[2001:db8::1]/a", "2001:db8::1" },
  { "tel:+15550100", "tel:+15550100", NULL },
  { "mailto:quay@example.org", "mailto:quay@example.org", NULL },
  { "https://example.org/search?q=1,2", "https://example.org/search?q=1,2", "example.org" },

  /* What lists get wrong */
  { "Http://example.org/a", "http://example.org/a", "example.org" },
  { "HTTPS://Example.org/A", "https://Example.org/A", "example.org" },
  { "httphttps://example.org/a", "https://example.org/a", "example.org" },
  { "http://https://example.org/a", "https://example.org/a", "example.org" },
  { "https//example.org/a", "https://example.org/a", "example.org" },
  { "https:/example.org/a", "https://example.org/a", "example.org" },
  { "  https://example.org/a  ", "https://example.org/a", "example.org" },
  { "https: //example.org/a", "https://example.org/a", "example.org" },
  { "https://example.org/j/ 123 456", "https://example.org/j/123456", "example.org" },
  { "https://example.org/j/1 password: quay", "https://example.org/j/1", "example.org" },
  { "https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2", "example.org" },
  { "https://example.org/a,https://example.net/b", "https://example.org/a", "example.org" },
  { "https://example.org/a , https://example.net/b", "https://example.org/a", "example.org" },
  { "https://example.org/a https://example.net/b", "https://example.org/a", "example.org" },
  { "https://example.org/a.", "https://example.org/a", "example.org" },
  { "example.org/j/1", "https://example.org/j/1", "example.org" },
  { "www.example.org", "https://www.example.org", "www.example.org" },
  { "mailto:quay@example.org?subject=hello", "mailto:quay@example.org", NULL },
  { "tel:+1 555 0100", "tel:+15550100", NULL },

  /* What may deceive or harm */
  { "javascript:alert(1)", NULL, NULL },
  { "JavaScript://example.org/%0aalert(1)", NULL, NULL },
  { "data:text/html,a", NULL, NULL },
  { "file:///etc/passwd", NULL, NULL },
  { "ftp://example.org/a", NULL, NULL },
  { "https://meet.example.org@evil.example/", NULL, NULL },
  { "https://user:word@example.org/", NULL, NULL },
  { "https://example.org\\@evil.example/", NULL, NULL },
  { "https://%65xample.org/", NULL, NULL },
  { "https:///a", NULL, NULL },
  { "https://", NULL, NULL },
  { "https://?a", NULL, NULL },
  { "https://.example.org/", NULL, NULL },
  { "https://exa<b>mple.org/", NULL, NULL },
  { "https://example.org/a\nb", NULL, NULL },
  { "https://example.org:99999999/", NULL, NULL },
  { "https://example.org/\xff", NULL, NULL },
  { "mailto:nobody", NULL, NULL },
  { "mailto:a@b@example.org", NULL, NULL },
  { "tel:call me", NULL, NULL },

  /* No link at all */
  { "", NULL, NULL },
  { " ", NULL, NULL },
  { "none", NULL, NULL },
  { "N/A", NULL, NULL },
  { "123.456", NULL, NULL },
  { "ask for the link", NULL, NULL },
  { "quay@example.org", NULL, NULL },
  { "Password: 1234", NULL, NULL },
};

static void
test_links (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *link = keel_link_check (links[i].text);
      g_autofree char *host = link != NULL ? keel_link_get_host (link) : NULL;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (link, ==, links[i].link);
      g_assert_cmpstr (host, ==, links[i].host);
    }
  g_assert_null (keel_link_check (NULL));
}

/* What was found safe once is safe again: the directory and a backup check anew. */
static void
test_links_again (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *again = links[i].link != NULL ? keel_link_check (links[i].link) : NULL;

      g_assert_cmpstr (again, ==, links[i].link);
    }
}

static void
test_long_link (void)
{
  g_autofree char *tail = g_strnfill (100000, 'a');
  g_autofree char *text = g_strconcat ("https://example.org/", tail, NULL);

  g_assert_null (keel_link_check (text));
}

/* A name in letters of another script is shown in its ASCII form, so that it cannot pass for another. */
/* venue, where it is: the map, if there is a place to go to */
static void
test_map (void)
{
  static const struct
  {
    KeelVenue venue;
    gboolean has_position;
    double latitude, longitude;
    const char *address;
    const char *map;
  } cases[] = {
    { KEEL_VENUE_IN_PERSON, TRUE, 52.5, -13.25, "1 Quay", "geo:52.500000,-13.250000" },
    { KEEL_VENUE_HYBRID, TRUE, 0, 0, NULL, "geo:0.000000,0.000000" },
    { KEEL_VENUE_UNKNOWN, FALSE, 0, 0, "1 Quay & Co, Café #2?",
      "https://www.openstreetmap.org/search?query=1%20Quay%20%26%20Co%2C%20Caf%C3%A9%20%232%3F" },
    { KEEL_VENUE_IN_PERSON, FALSE, 0, 0, "", NULL },
    { KEEL_VENUE_IN_PERSON, FALSE, 0, 0, NULL, NULL },
    { KEEL_VENUE_ONLINE, TRUE, 52.5, 13.4, "1 Quay", NULL },
    { KEEL_VENUE_INACTIVE, TRUE, 52.5, 13.4, "1 Quay", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
      g_autofree char *map = NULL;

      meeting->venue = cases[i].venue;
      meeting->has_position = cases[i].has_position;
      meeting->latitude = cases[i].latitude;
      meeting->longitude = cases[i].longitude;
      meeting->address = g_strdup (cases[i].address);
      map = keel_link_make_map (meeting);
      g_assert_cmpstr (map, ==, cases[i].map);
    }
}

static void
test_foreign_host (void)
{
  g_autofree char *link = keel_link_check ("https://ex\xd0\xb0mple.org/");
  g_autofree char *host = NULL;

  g_assert_nonnull (link);
  host = keel_link_get_host (link);
  g_assert_cmpstr (host, ==, "xn--exmple-4nf.org");
}

static const struct
{
  const char *from;
  int day;
  const char *start;
  const char *rule;
} schedules[] = {
  { "2026-03-02", 1, "2026-03-02T19:30", "FREQ=WEEKLY;BYDAY=MO" },
  { "2026-03-02T23:00", 1, "2026-03-02T19:30", "FREQ=WEEKLY;BYDAY=MO" },
  { "2026-03-03", 1, "2026-03-09T19:30", "FREQ=WEEKLY;BYDAY=MO" },
  { "2026-03-03", 0, "2026-03-08T19:30", "FREQ=WEEKLY;BYDAY=SU" },
  { "2026-12-31", 6, "2027-01-02T19:30", "FREQ=WEEKLY;BYDAY=SA" },
};

static void
test_schedule (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (schedules); i++)
    {
      g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
      g_autoptr (KeelSchedule) schedule = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *start = NULL;
      g_autofree char *rule = NULL;
      KeelLocalTime from;

      meeting->day = schedules[i].day;
      meeting->minute = 19 * 60 + 30;
      meeting->duration = i == 0 ? 90 : 0;
      meeting->timezone = g_strdup ("America/New_York");
      g_assert_true (keel_local_time_parse (schedules[i].from, &from));

      schedule = keel_meeting_to_schedule (meeting, from, &error);
      g_assert_no_error (error);
      start = keel_local_time_format (keel_schedule_get_start (schedule));
      rule = keel_schedule_get_rule (schedule);
      g_assert_cmpstr (start, ==, schedules[i].start);
      g_assert_cmpstr (rule, ==, schedules[i].rule);
      g_assert_cmpstr (keel_schedule_get_zone (schedule), ==, "America/New_York");
      g_assert_cmpuint (keel_schedule_get_duration (schedule), ==, i == 0 ? 90 : 60);
    }
}

static void
test_by_appointment (void)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (keel_meeting_to_schedule (meeting, 0, &error));
  g_assert_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_RANGE);
}

static void
test_online (void)
{
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();

  g_assert_false (keel_meeting_is_online (meeting));
  meeting->venue = KEEL_VENUE_IN_PERSON;
  g_assert_false (keel_meeting_is_online (meeting));
  meeting->phone = g_strdup ("555 0100");
  g_assert_true (keel_meeting_is_online (meeting));
  g_clear_pointer (&meeting->phone, g_free);
  meeting->venue = KEEL_VENUE_HYBRID;
  g_assert_true (keel_meeting_is_online (meeting));
}

static void
check_type (KeelTypeTable *table, const char *program, const char *code, const char *name, const char *found)
{
  const char *code_out = NULL;

  g_assert_cmpstr (keel_type_table_lookup (table, program, code, &code_out), ==, name);
  g_assert_cmpstr (code_out, ==, found);
}

static void
test_type_table (void)
{
  g_autoptr (KeelTypeTable) table = keel_type_table_new ();

  keel_type_table_add (table, "", "X", "Wheelchair access");
  keel_type_table_add (table, "aa", "A", "Secular");
  keel_type_table_add (table, "aa", "Y", "Young people");
  keel_type_table_add (table, "al-anon", "A", "Atheist");
  keel_type_table_add (table, "na", "So", "Speaker");
  keel_type_table_add (table, "na", "SO", "Something");

  check_type (table, "aa", "A", "Secular", "A");
  check_type (table, "al-anon", "a", "Atheist", "A");
  check_type (table, NULL, "A", NULL, NULL);
  check_type (table, "ga", "x", "Wheelchair access", "X");
  check_type (table, "aa", "young PEOPLE", "Young people", "Y");
  check_type (table, "na", "SO", "Something", "SO");
  check_type (table, "na", "So", "Speaker", "So");
  check_type (table, "na", "so", "Speaker", "So");
  check_type (table, "na", "", NULL, NULL);
}

static void
test_leads (void)
{
  const int asked[] = { 30, G_MAXINT, 0, 30, G_MININT, 0, 1440 };
  const int kept[] = { G_MININT, 0, 30, 1440, G_MAXINT };
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (0, NULL, 60, NULL, NULL);
  g_autoptr (KeelSeries) series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);

  g_array_append_vals (leads, asked, G_N_ELEMENTS (asked));
  keel_series_set_leads (series, leads);
  g_assert_cmpmem (series->leads->data, series->leads->len * sizeof (int), kept, sizeof kept);
  g_array_set_size (leads, 0);
  keel_series_set_leads (series, leads);
  g_assert_cmpuint (series->leads->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/meeting/links", test_links);
  g_test_add_func ("/meeting/links-again", test_links_again);
  g_test_add_func ("/meeting/long-link", test_long_link);
  g_test_add_func ("/meeting/map", test_map);
  g_test_add_func ("/meeting/foreign-host", test_foreign_host);
  g_test_add_func ("/meeting/schedule", test_schedule);
  g_test_add_func ("/meeting/by-appointment", test_by_appointment);
  g_test_add_func ("/meeting/online", test_online);
  g_test_add_func ("/series/leads", test_leads);
  g_test_add_func ("/meeting/type-table", test_type_table);

  return g_test_run ();
}
