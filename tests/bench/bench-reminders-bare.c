/* What bench-reminders compares with: a process with libnotify and a main loop, and nothing else. */
#include <libnotify/notify.h>

int
main (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *name = NULL;

  if (!notify_init ("bare"))
    return 1;
  notify_get_server_info (&name, NULL, NULL, NULL); /* it has talked to a server, as a reminder does */
  g_print ("ready\n");
  g_main_loop_run (loop);
  return 0;
}
