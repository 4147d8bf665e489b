#include "config.h"

#include "keel-window-pages.h"

#include <glib/gi18n-lib.h>

#include "keel-session-settings.h"
#include "keel-shell.h"
#include "keel-window.h"

/* Whoever goes to a page wants to see it. */
static KeelShell *
come_to_shell (GtkWidget *widget)
{
  keel_foreground_leave (keel_window_get_foreground (KEEL_WINDOW (widget)));
  return keel_window_get_shell (KEEL_WINDOW (widget));
}

static void
show_calendar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelShell *shell = come_to_shell (widget);

  keel_shell_show (shell, "meetings");
  keel_meetings_page_show_calendar (keel_shell_get_meetings (shell));
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelShell *shell = come_to_shell (widget);

  keel_shell_show (shell, "meetings");
  keel_meetings_page_show_find (keel_shell_get_meetings (shell));
}

static gboolean
shows (KeelShell *shell, const char *name)
{
  return g_strcmp0 (keel_shell_get_name (shell), name) == 0;
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelShell *shell = come_to_shell (widget);

  if (shows (shell, "worksheets"))
    keel_worksheets_page_search (keel_shell_get_worksheets (shell));
  else if (shows (shell, "coping"))
    keel_coping_page_search (keel_shell_get_coping (shell));
  else
    find_cb (widget, name, parameter);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelShell *shell = keel_window_get_shell (KEEL_WINDOW (widget));

  if (keel_foreground_go_back (keel_window_get_foreground (KEEL_WINDOW (widget))))
    return;
  if (shows (shell, "meetings"))
    keel_meetings_page_close_details (keel_shell_get_meetings (shell));
  else if (shows (shell, "worksheets"))
    keel_worksheets_page_back (keel_shell_get_worksheets (shell));
  else if (shows (shell, "coping"))
    keel_coping_page_back (keel_shell_get_coping (shell));
  else if (shows (shell, "progress") &&
           keel_session_is_for_family_alone (keel_window_get_session (KEEL_WINDOW (widget))))
    keel_shell_show (shell, "family");
}

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_shell_show (come_to_shell (widget), g_variant_get_string (parameter, NULL));
}

static void
go_to_nth_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_shell_show_nth (come_to_shell (widget), (guint) g_variant_get_int32 (parameter) - 1);
}

static void
next_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_shell_step (come_to_shell (widget), 1);
}

static void
previous_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_shell_step (come_to_shell (widget), -1);
}

static void
full_screen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

void
keel_window_open_strategy (KeelWindow *self, const char *id)
{
  KeelShell *shell = keel_window_get_shell (self);

  if (shell == NULL || !keel_session_is_open (keel_window_get_session (self)))
    return;
  keel_window_show_page (self, "coping");
  if (!keel_coping_page_open (keel_shell_get_coping (shell), id))
    keel_say (GTK_WIDGET (self), _ ("There is no such card any more."));
}

void
keel_window_pages_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.show-calendar", NULL, show_calendar_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "win.go-to-nth", "i", go_to_nth_cb);
  gtk_widget_class_install_action (widget_class, "win.next-page", NULL, next_page_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-page", NULL, previous_page_cb);
  gtk_widget_class_install_action (widget_class, "win.full-screen", NULL, full_screen_cb);
  /* A page may have a meaning of its own for them, which comes first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "win.next-page",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "win.previous-page",
                                       NULL);
}

void
keel_window_pages_enable (GtkWidget *window, gboolean enabled)
{
  static const char *const names[] = { "win.find",      "win.search",    "win.back",         "win.go",
                                       "win.go-to-nth", "win.next-page", "win.previous-page" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (window, names[i], enabled);
}
