/* What bench-reminders compares with: a process with libnotify and a main loop, and nothing else.
 * usage: bench-reminders-bare [FIRST COUNT]
 * With FIRST, seconds UTC: shows so many notifications, one a second, half a second after it and so on. */
#include <libnotify/notify.h>
#include <stdlib.h>
#include <time.h>

static void
show_at (gint64 second)
{
  const struct timespec instant = { .tv_sec = second, .tv_nsec = 500 * 1000 * 1000 };
  g_autoptr (GObject) notification = G_OBJECT (notify_notification_new ("bare", NULL, NULL));
  g_autoptr (GError) error = NULL;

  while (clock_nanosleep (CLOCK_REALTIME, TIMER_ABSTIME, &instant, NULL) != 0)
    ;
  if (!notify_notification_show (NOTIFY_NOTIFICATION (notification), &error))
    g_printerr ("%s\n", error->message);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *name = NULL;

  if (!notify_init ("bare"))
    return 1;
  notify_get_server_info (&name, NULL, NULL, NULL); /* it has talked to a server, as a reminder does */
  g_print ("ready\n");
  if (argc < 3)
    g_main_loop_run (loop);
  else
    for (int i = 0; i < atoi (argv[2]); i++)
      show_at (g_ascii_strtoll (argv[1], NULL, 10) + i);
  return 0;
}
