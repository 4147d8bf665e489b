#include <errno.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <linux/close_range.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "keel-desktop-notifier.h"
#include "keel-own-environment.h"
#include "keel-reminder-bus.h"
#include "keel-reminder-launcher.h"
#include "keel-reminder-scheduler.h"
#include "keel-timer-source.h"
#include "store/keel-data-dir.h"
#include "store/keel-privacy.h"
#include "store/keel-profile-settings.h"
#include "store/keel-reminder-process.h"
#include "store/keel-system-clock.h"

/* For GLib to pass on a signal from its own thread. */
#define PASS_ON_US (50 * 1000)

typedef struct
{
  char *data_dir;
  const char *language; /* nullable: what is spoken, where the person chose it */
  GMainLoop *loop;
  GSource *timer;
  KeelReminderScheduler *scheduler;
} Program;

static void
alarm_cb (gint64 at, gpointer data)
{
  keel_timer_source_arm (((Program *) data)->timer, at);
}

static void
timer_cb (gboolean stepped, gpointer data)
{
  KeelReminderScheduler *scheduler = ((Program *) data)->scheduler;

  if (stepped)
    keel_reminder_scheduler_reload (scheduler);
  else
    keel_reminder_scheduler_run (scheduler);
}

static void
open_cb (KeelReminderScheduler *scheduler, const char *profile, const char *series, const char *token,
         Program *program)
{
  g_autoptr (GError) error = NULL;

  if (!keel_reminder_launch_keel (program->data_dir, profile, series, token, &error))
    g_warning ("Keel could not be opened: %s", error->message);
}

/* A link that nothing opens is shown inside Keel at least. */
static void
join_cb (KeelReminderScheduler *scheduler, const char *profile, const char *link, const char *token,
         Program *program)
{
  g_autoptr (GError) error = NULL;

  if (keel_reminder_launch_link (link, token, &error))
    return;
  g_warning ("The link could not be opened: %s", error->message);
  open_cb (scheduler, profile, NULL, token, program);
}

static void
hold_signals (int how)
{
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGTERM);
  sigaddset (&signals, SIGINT);
  pthread_sigmask (how, &signals, NULL);
}

/* A signal that came a moment ago is known to GLib alone and would be lost with this program. Those that come
 * from now on wait for the next one. */
static gboolean
is_asked_to_end (void)
{
  int priority = G_MAXINT;
  gboolean ready;

  hold_signals (SIG_BLOCK);
  g_usleep (PASS_ON_US);
  if (!g_main_context_acquire (NULL))
    return FALSE;
  ready = g_main_context_prepare (NULL, &priority);
  g_main_context_release (NULL);
  return ready && priority <= G_PRIORITY_HIGH;
}

/* Memory that was freed keeps what it held; a new program has none of it. The lock is free for a moment: if
 * another keel-reminders takes it, that one is as good. */
static void
withdrawn_cb (KeelReminderScheduler *scheduler, Program *program)
{
  char *arguments[] = { (char *) "keel-reminders", (char *) "--data-dir", program->data_dir, NULL };

  keel_reminder_scheduler_hand_over (scheduler);
  if (is_asked_to_end ())
    {
      hold_signals (SIG_UNBLOCK);
      g_main_loop_quit (program->loop);
      return;
    }
  close_range (STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
  execve ("/proc/self/exe", arguments, keel_own_environment_get_inherited ());
  g_warning ("keel-reminders cannot start anew: %s", g_strerror (errno));
  hold_signals (SIG_UNBLOCK);
}

/* That of the only profile, as Keel's own window has it. NULL: the computer's. */
static char *
find_language (const char *data_dir)
{
  g_auto (GStrv) profiles = keel_data_dir_list_profiles (data_dir);
  g_autofree char *folder = NULL;
  g_autoptr (KeelProfileSettings) settings = NULL;

  if (g_strv_length (profiles) != 1)
    return NULL;
  folder = keel_data_dir_get_profile (data_dir, profiles[0]);
  settings = keel_profile_settings_load (folder);
  return g_strdup (settings->language);
}

/* gettext cannot change over. */
static void
settings_cb (KeelReminderScheduler *scheduler, Program *program)
{
  g_autofree char *language = find_language (program->data_dir);

  if (g_strcmp0 (language, program->language) != 0)
    withdrawn_cb (scheduler, program);
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_CONTINUE;
}

static void
bus_closed_cb (GDBusConnection *connection, gboolean vanished, GError *error, gpointer loop)
{
  g_main_loop_quit (loop);
}

/* NULL where there is no session bus. */
static GDBusConnection *
connect_to_bus (GMainLoop *loop)
{
  GDBusConnection *connection;

  if (!keel_reminder_process_has_session_bus ())
    return NULL;
  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (connection == NULL)
    return NULL;
  g_dbus_connection_set_exit_on_close (connection, FALSE);
  g_signal_connect (connection, "closed", G_CALLBACK (bus_closed_cb), loop);
  return connection;
}

static void
run (Program *program, KeelClock *clock)
{
  g_autoptr (GDBusConnection) connection = connect_to_bus (program->loop);
  g_autoptr (KeelNotifier) notifier = keel_desktop_notifier_new (connection);
  g_autoptr (KeelReminderBus) bus = NULL;

  program->scheduler = keel_reminder_scheduler_new (program->data_dir, clock, notifier, alarm_cb, program);
  g_signal_connect (program->scheduler, "open", G_CALLBACK (open_cb), program);
  g_signal_connect (program->scheduler, "join", G_CALLBACK (join_cb), program);
  g_signal_connect (program->scheduler, "withdrawn", G_CALLBACK (withdrawn_cb), program);
  g_signal_connect (program->scheduler, "settings", G_CALLBACK (settings_cb), program);
  g_source_set_callback (program->timer, (GSourceFunc) (void (*) (void)) timer_cb, program, NULL);
  g_source_attach (program->timer, NULL);
  if (connection != NULL)
    bus = keel_reminder_bus_new (connection, program->data_dir, program->scheduler, notifier);
  else
    g_message ("There is no session bus: notifications cannot be shown");
  keel_reminder_scheduler_reload (program->scheduler);
  g_main_loop_run (program->loop);
  if (connection != NULL)
    g_signal_handlers_disconnect_by_data (connection, program->loop);
}

/* Says why not on standard error, and returns the exit status then. */
static int
run_locked (Program *program)
{
  g_autoptr (KeelClock) clock = keel_system_clock_new ();
  g_autoptr (GError) error = NULL;
  int lock;

  lock = keel_reminder_process_lock (program->data_dir, keel_clock_get_now (clock), &error);
  if (lock >= 0)
    program->timer = keel_timer_source_new (&error);
  if (program->timer == NULL)
    {
      g_printerr ("keel-reminders: %s\n", error->message);
      if (lock >= 0)
        close (lock);
      return g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_BUSY) ? 0 : 1;
    }

  run (program, clock);
  g_source_destroy (program->timer);
  g_source_unref (program->timer);
  g_clear_object (&program->scheduler);
  close (lock);
  return 0;
}

/* Signals are caught before the lock tells others that this program runs. */
static int
run_program (char *data_dir, const char *language)
{
  Program program = { .data_dir = data_dir, .language = language, .loop = g_main_loop_new (NULL, FALSE) };
  int status;

  g_unix_signal_add_full (G_PRIORITY_HIGH, SIGTERM, quit_cb, program.loop, NULL);
  g_unix_signal_add_full (G_PRIORITY_HIGH, SIGINT, quit_cb, program.loop, NULL);
  hold_signals (SIG_UNBLOCK);
  status = run_locked (&program);
  g_main_loop_unref (program.loop);
  return status;
}

static gboolean
parse_options (int *argc, char ***argv, char **data_dir, gboolean *version, GError **error)
{
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, data_dir, N_ ("Folder that holds everything"), N_ ("DIR") },
    { "version", 0, 0, G_OPTION_ARG_NONE, version, N_ ("Show the version"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _ ("Shows Keel’s reminders while its window is closed."));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

/* As the options will say it. GLib decides at the first text whether it translates, so this comes before. */
static char *
look_for_data_dir (char **argv)
{
  g_autofree char *usual = keel_data_dir_get_default ();
  const char *given = usual;

  for (guint i = 1; argv[i] != NULL; i++)
    if (g_str_has_prefix (argv[i], "--data-dir="))
      given = argv[i] + strlen ("--data-dir=");
    else if (g_str_equal (argv[i], "--data-dir") && argv[i + 1] != NULL)
      given = argv[++i];
  return g_canonicalize_filename (given, NULL);
}

int
main (int argc, char **argv)
{
  g_autofree char *given = NULL;
  g_autofree char *data_dir = NULL;
  g_autofree char *language = NULL;
  g_autoptr (GError) error = NULL;
  gboolean version = FALSE;

  keel_privacy_harden_process ();
  keel_own_environment_enter ();
  data_dir = look_for_data_dir (argv);
  language = find_language (data_dir);
  keel_own_environment_speak (language);
  if (!parse_options (&argc, &argv, &given, &version, &error) || argc > 1)
    {
      g_printerr ("keel-reminders: %s\n", error != NULL ? error->message : _ ("It takes no arguments."));
      return 2;
    }
  if (version)
    {
      g_print ("keel-reminders %s\n", KEEL_VERSION);
      return 0;
    }
  return run_program (data_dir, language);
}
