#include "keel-today-actions.h"

#include "keel-check-in-window.h"
#include "keel-open-window.h"
#include "keel-reasons-window.h"

static void
check_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_check_in_window_present (GTK_WINDOW (window), keel_window_get_session (window));
}

static void
reasons_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_reasons_window_present (GTK_WINDOW (window), keel_window_get_session (window));
}

void
keel_today_actions_add (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "check-in", .activate = check_in_cb },
    { .name = "reasons", .activate = reasons_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
