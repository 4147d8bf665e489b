/* When Keel locks by itself: a login service and screen savers that the test plays on private buses, and keys
 * and a pointer that X really sends. Run inside test-lock-watch.py, which has a screen. */
#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <poll.h>

#include "app/keel-lock-watch.h"

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define OWN_LOGIN LOGIND_PATH "/session/_31"
#define OTHER_LOGIN LOGIND_PATH "/session/_32"
#define PROPERTIES "org.freedesktop.DBus.Properties"

static const char interface_xml[] = "<node><interface name='org.freedesktop.login1.Manager'>"
                                    "<method name='Inhibit'><arg type='s' direction='in'/>"
                                    "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
                                    "<arg type='s' direction='in'/><arg type='h' direction='out'/></method>"
                                    "<method name='GetSession'><arg type='s' direction='in'/>"
                                    "<arg type='o' direction='out'/></method>"
                                    "</interface></node>";

typedef struct
{
  GDBusConnection *bus; /* of the login service */
  guint object;
  guint name;
  int read_end; /* of the last lock that was given out; -1: none */
  guint inhibits;
  char *asked; /* what it was for */
} Login;

typedef struct
{
  Login login;
  GDBusConnection *session_bus; /* of the watch */
  GDBusConnection *saver_bus;
  KeelSession *session;
  KeelLockWatch *watch;
  guint locks;
} Fixture;

static char *system_address;

static GDBusConnection *
connect_to (const char *address)
{
  GError *error = NULL;
  GDBusConnection *bus =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  return bus;
}

static void
give_inhibitor (Login *login, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autoptr (GUnixFDList) descriptors = g_unix_fd_list_new ();
  const char *what, *mode;
  int ends[2];

  g_variant_get (parameters, "(&s&s&s&s)", &what, NULL, NULL, &mode);
  g_free (login->asked);
  login->asked = g_strdup_printf ("%s %s", what, mode);
  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  g_unix_fd_list_append (descriptors, ends[1], NULL);
  g_close (ends[1], NULL);
  if (login->read_end >= 0)
    g_close (login->read_end, NULL);
  login->read_end = ends[0];
  login->inhibits++;
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0), descriptors);
}

static void
method_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
           const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  if (strcmp (method, "Inhibit") == 0)
    give_inhibitor (data, parameters, invocation);
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", OWN_LOGIN));
}

static const GDBusInterfaceVTable vtable = { .method_call = method_cb };

static void
login_begin (Login *login)
{
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface_xml, NULL);

  login->read_end = -1;
  login->bus = connect_to (system_address);
  login->object = g_dbus_connection_register_object (login->bus, LOGIND_PATH, info->interfaces[0], &vtable,
                                                     login, NULL, NULL);
  login->name = g_bus_own_name_on_connection (login->bus, LOGIND, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL,
                                              NULL, NULL);
}

static void
login_end (Login *login)
{
  g_bus_unown_name (login->name);
  g_dbus_connection_unregister_object (login->bus, login->object);
  g_dbus_connection_close_sync (login->bus, NULL, NULL);
  g_clear_object (&login->bus);
  if (login->read_end >= 0)
    g_close (login->read_end, NULL);
  login->read_end = -1;
  g_clear_pointer (&login->asked, g_free);
}

/* TRUE while somebody holds the other end. */
static gboolean
is_held (Login *login)
{
  struct pollfd end = { .fd = login->read_end, .events = POLLIN };

  return login->read_end >= 0 && poll (&end, 1, 0) == 0;
}

static void
emit (GDBusConnection *bus, const char *path, const char *interface, const char *name, GVariant *parameters)
{
  g_assert_true (g_dbus_connection_emit_signal (bus, NULL, path, interface, name, parameters, NULL));
}

static gboolean
stop_waiting_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, stop_waiting_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

#define wait_until(condition)                                                                                \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;                                          \
    while (!(condition) && g_get_monotonic_time () < end)                                                    \
      run_for (5);                                                                                           \
    g_assert_true (condition);                                                                               \
  }                                                                                                          \
  G_STMT_END

static void
count_cb (Fixture *fixture)
{
  fixture->locks++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  login_begin (&fixture->login);
  fixture->session_bus = connect_to (address);
  fixture->saver_bus = connect_to (address);
  fixture->session = keel_session_new (g_get_tmp_dir (), NULL, NULL);
  fixture->watch = keel_lock_watch_new (fixture->session, fixture->session_bus);
  g_signal_connect_swapped (fixture->watch, "lock", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_run_dispose (G_OBJECT (fixture->watch));
  g_clear_object (&fixture->watch);
  g_clear_object (&fixture->session);
  g_dbus_connection_close_sync (fixture->session_bus, NULL, NULL);
  g_dbus_connection_close_sync (fixture->saver_bus, NULL, NULL);
  g_clear_object (&fixture->session_bus);
  g_clear_object (&fixture->saver_bus);
  login_end (&fixture->login);
}

static void
test_sleep (Fixture *fixture, gconstpointer data)
{
  Login *login = &fixture->login;

  keel_lock_watch_set_rules (fixture->watch, 0, TRUE, FALSE);
  wait_until (is_held (login));
  g_assert_cmpstr (login->asked, ==, "sleep delay");

  emit (login->bus, LOGIND_PATH, LOGIND ".Manager", "PrepareForSleep", g_variant_new ("(b)", TRUE));
  wait_until (fixture->locks == 1);
  /* Locking lets the computer sleep by replacing the program; where that did not come about, time does. */
  g_assert_true (is_held (login));
  wait_until (!is_held (login));
  g_assert_cmpuint (login->inhibits, ==, 1);

  emit (login->bus, LOGIND_PATH, LOGIND ".Manager", "PrepareForSleep", g_variant_new ("(b)", FALSE));
  wait_until (login->inhibits == 2 && is_held (login));
  g_assert_cmpuint (fixture->locks, ==, 1);

  keel_lock_watch_set_rules (fixture->watch, 0, FALSE, FALSE);
  wait_until (!is_held (login));
  emit (login->bus, LOGIND_PATH, LOGIND ".Manager", "PrepareForSleep", g_variant_new ("(b)", TRUE));
  run_for (100);
  g_assert_cmpuint (fixture->locks, ==, 1);
}

/* A login service that comes, goes and comes again. */
static void
test_login_again (Fixture *fixture, gconstpointer data)
{
  Login *login = &fixture->login;

  login_end (login);
  keel_lock_watch_set_rules (fixture->watch, 0, TRUE, TRUE);
  run_for (100);
  for (guint i = 1; i <= 2; i++)
    {
      login->inhibits = 0;
      login_begin (login);
      wait_until (is_held (login));
      run_for (50);
      emit (login->bus, OWN_LOGIN, LOGIND ".Session", "Lock", NULL);
      wait_until (fixture->locks == i);
      login_end (login);
      run_for (50);
    }
  login_begin (login);
}

static GVariant *
make_hint (const char *interface, gboolean locked)
{
  GVariantBuilder changed;

  g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&changed, "{sv}", "LockedHint", g_variant_new_boolean (locked));
  return g_variant_new ("(sa{sv}as)", interface, &changed, NULL);
}

static void
test_login_locked (Fixture *fixture, gconstpointer data)
{
  GDBusConnection *bus = fixture->login.bus;

  keel_lock_watch_set_rules (fixture->watch, 0, TRUE, TRUE);
  wait_until (is_held (&fixture->login));
  run_for (100);
  emit (bus, OWN_LOGIN, LOGIND ".Session", "Lock", NULL);
  wait_until (fixture->locks == 1);
  /* Each that does not count stands before one that does: signals of one sender keep their order. */
  emit (bus, OTHER_LOGIN, LOGIND ".Session", "Lock", NULL);
  emit (bus, OWN_LOGIN, LOGIND ".Session", "Unlock", NULL);
  emit (bus, OWN_LOGIN, PROPERTIES, "PropertiesChanged", make_hint (LOGIND ".Session", FALSE));
  emit (bus, OTHER_LOGIN, PROPERTIES, "PropertiesChanged", make_hint (LOGIND ".Session", TRUE));
  emit (bus, OWN_LOGIN, PROPERTIES, "PropertiesChanged", make_hint (LOGIND ".Session", TRUE));
  wait_until (fixture->locks >= 2);
  emit (bus, OWN_LOGIN, LOGIND ".Session", "Lock", NULL);
  wait_until (fixture->locks >= 3);
  run_for (100);
  g_assert_cmpuint (fixture->locks, ==, 3);
}

static void
own_name (GDBusConnection *bus, const char *name)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus",
                                                             "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                                             "RequestName", g_variant_new ("(su)", name, 0),
                                                             NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

  g_assert_nonnull (answer);
}

static void
test_savers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *path;
  } cases[] = {
    { "org.freedesktop.ScreenSaver", "/ScreenSaver" },
    { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver" },
    { "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver" },
    { "org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver" },
    { "org.mate.ScreenSaver", "/org/mate/ScreenSaver" },
    { "org.xfce.ScreenSaver", "/org/xfce/ScreenSaver" },
  };
  GDBusConnection *bus = fixture->saver_bus;

  keel_lock_watch_set_rules (fixture->watch, 0, FALSE, TRUE);
  run_for (100);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* Whoever does not have the name does not count. */
      emit (bus, cases[i].path, cases[i].name, "ActiveChanged", g_variant_new ("(b)", i == 1 ? FALSE : TRUE));
      own_name (bus, cases[i].name);
      emit (bus, cases[i].path, cases[i].name, "ActiveChanged", g_variant_new ("(b)", FALSE));
      emit (bus, cases[i].path, cases[i].name, "ActiveChanged", g_variant_new ("(s)", "yes"));
      emit (bus, cases[i].path, cases[i].name, "ActiveChanged", g_variant_new ("(b)", TRUE));
      wait_until (fixture->locks >= i + 1);
      g_assert_cmpuint (fixture->locks, ==, i + 1);
    }
  g_assert_cmpuint (fixture->login.inhibits, ==, 0);

  keel_lock_watch_set_rules (fixture->watch, 0, FALSE, FALSE);
  emit (bus, cases[0].path, cases[0].name, "ActiveChanged", g_variant_new ("(b)", TRUE));
  run_for (100);
  g_assert_cmpuint (fixture->locks, ==, G_N_ELEMENTS (cases));
}

static GtkWidget *
show_window (GtkWidget **entry)
{
  GtkWidget *window = gtk_window_new ();

  *entry = gtk_entry_new ();
  gtk_window_set_child (GTK_WINDOW (window), *entry);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 200);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  gtk_widget_grab_focus (*entry);
  return window;
}

static void
act (const char *command)
{
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

/* Keys in two windows, one of them newer than the watch. */
static void
test_idle (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry, *other_entry;
  GtkWidget *window = show_window (&entry);
  GtkWidget *other;
  gint64 began;

  keel_lock_watch_set_rules (fixture->watch, 1, FALSE, FALSE);
  for (guint i = 0; i < 5; i++)
    {
      act ("xdotool key a");
      run_for (400);
    }
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "aaaaa");
  other = show_window (&other_entry);
  for (guint i = 0; i < 5; i++)
    {
      act ("xdotool key b");
      run_for (400);
    }
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (other_entry)), ==, "bbbbb");
  g_assert_cmpuint (fixture->locks, ==, 0);
  began = g_get_monotonic_time ();
  wait_until (fixture->locks == 1);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 1200000);

  keel_lock_watch_set_rules (fixture->watch, 0, FALSE, FALSE);
  run_for (1300);
  g_assert_cmpuint (fixture->locks, ==, 1);
  gtk_window_destroy (GTK_WINDOW (other));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A pointer that moves is use; one that is told of again where it rests is not. */
static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  GtkWidget *window = show_window (&entry);

  act ("xdotool mousemove 400 400");
  run_for (200);
  keel_lock_watch_set_rules (fixture->watch, 1, FALSE, FALSE);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *command = g_strdup_printf ("xdotool getactivewindow mousemove --window %%1 %u 100",
                                                  50 + i);

      act (command);
      run_for (300);
    }
  g_assert_cmpuint (fixture->locks, ==, 0);
  for (guint i = 0; i < 16 && fixture->locks == 0; i++)
    {
      act ("xdotool getactivewindow mousemove --window %1 55 100");
      run_for (100);
    }
  g_assert_cmpuint (fixture->locks, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
note_text_cb (KeelLockWatch *watch, GtkEditable *entry)
{
  g_object_set_data_full (G_OBJECT (entry), "at-lock", g_strdup (gtk_editable_get_text (entry)), g_free);
}

/* The program stood still for longer than the pause: what was pressed then is not handled before it locks. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  GtkWidget *window = show_window (&entry);

  keel_lock_watch_set_rules (fixture->watch, 1, FALSE, FALSE);
  g_signal_connect (fixture->watch, "lock", G_CALLBACK (note_text_cb), entry);
  run_for (100);
  g_usleep (1300000);
  act ("xdotool key x");
  wait_until (fixture->locks == 1);
  g_assert_cmpstr (g_object_get_data (G_OBJECT (entry), "at-lock"), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In a process of its own, since a bus that was found once is not looked for again. */
static void
test_no_bus (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (KeelSession) session = keel_session_new (g_get_tmp_dir (), NULL, NULL);
      g_autoptr (KeelLockWatch) watch = NULL;

      g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
      watch = keel_lock_watch_new (session, NULL);
      keel_lock_watch_set_rules (watch, 600, TRUE, TRUE);
      run_for (300);
      return;
    }
  g_test_trap_subprocess (NULL, 20 * G_USEC_PER_SEC, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

static void
add_test (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_autofree char *session_address = g_strdup (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));
  g_autoptr (GTestDBus) system_bus = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  if (!g_test_subprocess ())
    {
      system_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
      g_test_dbus_up (system_bus);
      system_address = g_strdup (g_test_dbus_get_bus_address (system_bus));
      g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", system_address, TRUE);
      /* GTestDBus takes these for its own. */
      g_setenv ("DBUS_SESSION_BUS_ADDRESS", session_address, TRUE);
      g_setenv ("DISPLAY", display, TRUE);
    }
  add_test ("/lock-watch/sleep", test_sleep);
  add_test ("/lock-watch/login-again", test_login_again);
  add_test ("/lock-watch/login-locked", test_login_locked);
  add_test ("/lock-watch/savers", test_savers);
  add_test ("/lock-watch/idle", test_idle);
  add_test ("/lock-watch/pointer", test_pointer);
  add_test ("/lock-watch/late", test_late);
  g_test_add_func ("/lock-watch/no-bus", test_no_bus);
  result = g_test_run ();
  g_free (system_address);
  if (system_bus != NULL)
    g_test_dbus_stop (system_bus);
  return result;
}
