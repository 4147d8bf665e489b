#include "keel-reminder-process.h"

#include "keel-data-dir.h"
#include "keel-installation.h"
#include "keel-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define BUS_NAME "app.keel.Keel.Reminders"
#define POLL_US (20 * 1000)
#define START_SECONDS 5
/* A look at the lock holds it for an instant, which must not send keel-reminders away. */
#define LOCK_ATTEMPTS 25

static char *
get_lock_path (const char *data_dir)
{
  return g_build_filename (data_dir, "reminders.lock", NULL);
}

static void
set_lock_error (const char *path, int code, GError **error)
{
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
}

/* FALSE while who took the lock has not written the line yet. */
static gboolean
read_holder (int fd, KeelReminderStatus *status)
{
  char text[64];
  ssize_t length = pread (fd, text, sizeof text - 1, 0);
  long long since;

  if (length <= 0)
    return FALSE;
  text[length] = '\0';
  if (text[length - 1] != '\n' || sscanf (text, "%d %lld", &status->pid, &since) != 2)
    return FALSE;
  status->since = since;
  return TRUE;
}

static gboolean
write_holder (int fd, gint64 now)
{
  g_autofree char *text = g_strdup_printf ("%d %" G_GINT64_FORMAT "\n", (int) getpid (), now);
  ssize_t length = (ssize_t) strlen (text);

  return ftruncate (fd, 0) == 0 && pwrite (fd, text, (gsize) length, 0) == length;
}

static gboolean
read_status (int fd, const char *path, KeelReminderStatus *status, GError **error)
{
  if (flock (fd, LOCK_SH | LOCK_NB) == 0)
    return TRUE;
  if (errno != EWOULDBLOCK)
    {
      set_lock_error (path, errno, error);
      return FALSE;
    }
  status->running = TRUE;
  for (guint i = 0; i < LOCK_ATTEMPTS && !read_holder (fd, status); i++)
    g_usleep (POLL_US / 10);
  return TRUE;
}

static gboolean
take_lock (int fd, const char *path, GError **error)
{
  for (guint attempt = 1; flock (fd, LOCK_EX | LOCK_NB) != 0; attempt++)
    {
      if (errno != EWOULDBLOCK)
        {
          set_lock_error (path, errno, error);
          return FALSE;
        }
      if (attempt == LOCK_ATTEMPTS)
        {
          g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_BUSY,
                       "keel-reminders runs already for this data folder");
          return FALSE;
        }
      g_usleep (POLL_US);
    }
  return TRUE;
}

static gboolean
is_default_data_dir (const char *data_dir)
{
  g_autofree char *usual = keel_data_dir_get_default ();
  g_autofree char *canonical = g_canonicalize_filename (usual, NULL);

  return g_str_equal (canonical, data_dir);
}

/* FALSE where the bus does not know Keel; the program beside this one is started then. */
static gboolean
activate (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply = NULL;

  if (bus == NULL)
    return FALSE;
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "StartServiceByName",
                                       g_variant_new ("(su)", BUS_NAME, 0), G_VARIANT_TYPE ("(u)"),
                                       G_DBUS_CALL_FLAGS_NONE, START_SECONDS * 1000, NULL, NULL);
  return reply != NULL;
}

/* A session of its own, so that closing the terminal does not end it. */
static void
leave_session_cb (gpointer data)
{
  setsid ();
}

/* GLib forks twice where nobody asked for the child, closes descriptors and opens /dev/null: what is
 * started belongs to nobody here and never becomes a zombie. */
static gboolean
spawn (const char *data_dir, GError **error)
{
  g_autofree char *program = keel_installation_get_program ("keel-reminders");
  char *argv[] = { program, (char *) "--data-dir", (char *) data_dir, NULL };
  g_autoptr (GError) failure = NULL;

  if (g_spawn_async ("/", argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     leave_session_cb, NULL, NULL, &failure))
    return TRUE;
  g_set_error_literal (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED, failure->message);
  return FALSE;
}

static gboolean
wait_for_lock (const char *data_dir, guint seconds, GError **error)
{
  for (guint i = 0; i < seconds * G_USEC_PER_SEC / POLL_US; i++)
    {
      KeelReminderStatus status;

      if (!keel_reminder_process_get_status (data_dir, &status, error))
        return FALSE;
      if (status.running)
        return TRUE;
      g_usleep (POLL_US);
    }
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_FAILED,
               "keel-reminders did not start within %u seconds", seconds);
  return FALSE;
}

char *
keel_reminder_process_get_bus_name (const char *data_dir)
{
  g_autofree char *canonical = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  canonical = g_canonicalize_filename (data_dir, NULL);
  if (is_default_data_dir (canonical))
    return g_strdup (BUS_NAME);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  return g_strdup_printf (BUS_NAME ".f%.16s", hash); /* no element of a name begins with a digit */
}

gboolean
keel_reminder_process_has_session_bus (void)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

  return g_getenv ("DBUS_SESSION_BUS_ADDRESS") != NULL || g_file_test (socket, G_FILE_TEST_EXISTS);
}

gboolean
keel_reminder_process_get_status (const char *data_dir, KeelReminderStatus *status, GError **error)
{
  g_autofree char *path = NULL;
  gboolean success;
  int fd;

  g_return_val_if_fail (data_dir != NULL && status != NULL, FALSE);

  *status = (KeelReminderStatus){ 0 };
  path = get_lock_path (data_dir);
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0 && errno == ENOENT)
    return TRUE;
  if (fd < 0)
    {
      set_lock_error (path, errno, error);
      return FALSE;
    }
  success = read_status (fd, path, status, error);
  close (fd);
  return success;
}

gboolean
keel_reminder_process_ensure (const char *data_dir, GError **error)
{
  g_autofree char *canonical = NULL;
  KeelReminderStatus status;

  g_return_val_if_fail (data_dir != NULL, FALSE);

  canonical = g_canonicalize_filename (data_dir, NULL);
  if (!keel_reminder_process_get_status (canonical, &status, error))
    return FALSE;
  if (status.running)
    return TRUE;

  /* The bus may have started with another idea of where data is; then the lock stays free. */
  if (!keel_installation_is_build_folder () && is_default_data_dir (canonical) &&
      keel_reminder_process_has_session_bus () && activate () && wait_for_lock (canonical, 1, NULL))
    return TRUE;
  return spawn (canonical, error) && wait_for_lock (canonical, START_SECONDS, error);
}

int
keel_reminder_process_lock (const char *data_dir, gint64 now, GError **error)
{
  g_autofree char *path = NULL;
  int fd;

  g_return_val_if_fail (data_dir != NULL, -1);

  if (!keel_data_dir_make_folder (data_dir, error))
    return -1;
  path = get_lock_path (data_dir);
  fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_lock_error (path, errno, error);
      return -1;
    }
  if (!take_lock (fd, path, error))
    {
      close (fd);
      return -1;
    }
  if (!write_holder (fd, now))
    g_warning ("%s: %s", path, g_strerror (errno));
  return fd;
}
