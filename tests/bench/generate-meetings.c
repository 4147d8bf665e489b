#include "keel-invented-meetings.h"

int
main (int argc, char **argv)
{
  if (argc != 3)
    {
      g_printerr ("usage: generate-meetings NUMBER FILE\n");
      return 2;
    }
  keel_invented_meetings_write (argv[2], (guint) g_ascii_strtoull (argv[1], NULL, 10));
  return 0;
}
