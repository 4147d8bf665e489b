#include "core/keel-ical-name.h"

#include <string.h>

#define BEGIN "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define EVENT "BEGIN:VEVENT\r\nNAME:Not this\r\nX-WR-CALNAME:Nor this\r\nEND:VEVENT\r\n"
#define END "END:VCALENDAR\r\n"

static const struct
{
  const char *text;
  const char *name; /* NULL: none */
} rows[] = {
  { BEGIN END, NULL },
  { "", NULL },
  { BEGIN "X-WR-CALNAME:Harbour\r\n" EVENT END, "Harbour" },
  { BEGIN "x-wr-calname;VALUE=TEXT:Harbour\n" END, "Harbour" },
  { BEGIN "X-WR-CALNAME:Harbour\r\n  Evenings\\, all\\n of them\r\n" END, "Harbour Evenings, all  of them" },
  { BEGIN "NAME:Plain\r\nX-WR-CALNAME:Usual\r\n" END, "Usual" },
  { BEGIN "NAME:Plain\r\n" END, "Plain" },
  { BEGIN EVENT "X-WR-CALNAME:Late\r\n" END, "Late" },
  { BEGIN EVENT END, NULL },
  { BEGIN "X-WR-CALNAME: \r\nNAME:Plain\r\n" END, "Plain" },
  { BEGIN "X-WR-CALNAME:Caf\xe9\r\n" END, "Café" },
  { BEGIN "X-WR-CALNAME\r\n" END, NULL },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = keel_ical_read_name (rows[i].text, strlen (rows[i].text));

      g_test_message ("%u", i);
      g_assert_cmpstr (name, ==, rows[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-name/names", test_names);
  return g_test_run ();
}
