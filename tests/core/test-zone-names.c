#include "core/keel-local-time.h"

static const struct
{
  const char *name;
  const char *zone;
} cases[] = {
  /* As it should be */
  { "America/New_York", "America/New_York" },
  { "Europe/Berlin", "Europe/Berlin" },
  { "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires" },
  { "Australia/Lord_Howe", "Australia/Lord_Howe" },
  { "UTC", "UTC" },

  /* Case and white space */
  { "pacific/honolulu", "Pacific/Honolulu" },
  { "Europe/lisbon", "Europe/Lisbon" },
  { "EUROPE/LONDON", "Europe/London" },
  { "America/Toronto ", "America/Toronto" },
  { "\tAmerica/Toronto\n", "America/Toronto" },
  { "America/New York", "America/New_York" },
  { "america/port_of_spain", "America/Port_of_Spain" },
  { "america/port-au-prince", "America/Port-au-Prince" },
  { "africa/dar_es_salaam", "Africa/Dar_es_Salaam" },
  { "europe/isle_of_man", "Europe/Isle_of_Man" },
  { "antarctica/mcmurdo", "Antarctica/McMurdo" },
  { "america/north_dakota/new_salem", "America/North_Dakota/New_Salem" },
  { "america/st_johns", "America/St_Johns" },

  /* As people in North America say it */
  { "ET", "America/New_York" },
  { "est", "America/New_York" },
  { "EDT", "America/New_York" },
  { "Eastern", "America/New_York" },
  { "Eastern Time", "America/New_York" },
  { "Eastern Standard Time", "America/New_York" },
  { "Eastern Time (US & Canada)", "America/New_York" },
  { "US/Eastern", "America/New_York" },
  { "US-Eastern", "America/New_York" },
  { "CT", "America/Chicago" },
  { "CST", "America/Chicago" },
  { "Central", "America/Chicago" },
  { "MT", "America/Denver" },
  { "MST", "America/Denver" },
  { "mountain time", "America/Denver" },
  { "PT", "America/Los_Angeles" },
  { "PDT", "America/Los_Angeles" },
  { "Pacific", "America/Los_Angeles" },
  { "AKT", "America/Anchorage" },
  { "HST", "Pacific/Honolulu" },
  { "Arizona", "America/Phoenix" },

  /* As calendars pack it */
  { "/mozilla.org/20070129_1/Europe/Paris", "Europe/Paris" },
  { "/softwarestudio.org/Olson_20011030_5/America/Chicago", "America/Chicago" },
  { "/Europe/Stockholm", "Europe/Stockholm" },
  { "posix/Europe/Paris", "Europe/Paris" },
  { "America_New_York", "America/New_York" },
  { "America-Los_Angeles", "America/Los_Angeles" },
  { "\"Europe/Paris\"", "Europe/Paris" },

  /* None */
  { "", NULL },
  { " ", NULL },
  { ":", NULL },
  { "UTC+11", NULL },
  { "GMT-5", NULL },
  { "+02:00", NULL },
  { "-05", NULL },
  { "5", NULL },
  { "Customized Time Zone", NULL },
  { "Europe", NULL },
  { "Europe/", NULL },
  { "Europe/Atlantis", NULL },
  { "America/../../etc/passwd", NULL },
  { "/etc/localtime", NULL },
  { "Europe/Paris;rm", NULL },
  { "Europe/Paris\xff", NULL },
  { "localtime", NULL }, /* a file beside the zones, and no name that would last */
  { "posixrules", NULL },
};

static void
test_resolve (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *zone = keel_zone_name_resolve (cases[i].name);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (zone, ==, cases[i].zone);
    }
}

/* Whatever is resolved is a zone that the rest of Keel can load, and resolves to itself. */
static void
test_stable (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = NULL;
      g_autofree char *again = NULL;

      if (cases[i].zone == NULL)
        continue;
      zone = keel_zone_open (cases[i].zone);
      g_assert_nonnull (zone);
      again = keel_zone_name_resolve (cases[i].zone);
      g_assert_cmpstr (again, ==, cases[i].zone);
    }
}

static void
test_null_and_long (void)
{
  g_autofree char *text = g_strnfill (100000, 'A');

  g_assert_null (keel_zone_name_resolve (NULL));
  g_assert_null (keel_zone_name_resolve (text));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone-names/resolve", test_resolve);
  g_test_add_func ("/zone-names/stable", test_stable);
  g_test_add_func ("/zone-names/null-and-long", test_null_and_long);

  return g_test_run ();
}
