#include "config.h"

#include "keel-coping-actions.h"

#include <glib/gi18n-lib.h>

#include "keel-open-window.h"
#include "keel-plans-window.h"
#include "keel-session-settings.h"
#include "keel-urge-log-window.h"

/* Who is here for somebody else is asked what is going on, and nothing is measured. */
static void
ask_what_is_going_on (KeelWindow *window)
{
  KeelShell *shell = keel_window_get_shell (window);

  keel_window_show_page (window, "coping");
  keel_coping_page_back (keel_shell_get_coping (shell));
  keel_coping_page_start (keel_shell_get_coping (shell));
}

static void
urge_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window == NULL)
    return;
  if (keel_session_is_for_family_alone (keel_window_get_session (window)))
    ask_what_is_going_on (window);
  else
    keel_foreground_ask_urge (keel_window_get_foreground (window), keel_window_get_session (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
run_strategy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window == NULL)
    return;
  if (!keel_foreground_run (keel_window_get_foreground (window), keel_window_get_session (window),
                            g_variant_get_string (parameter, NULL), FALSE))
    keel_say (GTK_WIDGET (window), _ ("There is no such card any more."));
  gtk_window_present (GTK_WINDOW (window));
}

static void
urge_log_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_urge_log_window_present (GTK_WINDOW (window), keel_window_get_session (window));
}

static void
plans_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_plans_window_present (GTK_WINDOW (window), keel_window_get_session (window));
}

void
keel_coping_actions_add (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "urge", .activate = urge_cb },
    { .name = "urge-log", .activate = urge_log_cb },
    { .name = "run-strategy", .activate = run_strategy_cb, .parameter_type = "s" },
    { .name = "plans", .activate = plans_cb },
  };
  const char *const accels[] = { "<Control>u", NULL };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (application, "app.urge", accels);
}
