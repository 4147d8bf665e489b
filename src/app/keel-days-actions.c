#include "keel-days-actions.h"

#include "keel-days-window.h"
#include "keel-lapse-window.h"
#include "keel-open-window.h"

static void
days_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_days_window_present (GTK_WINDOW (window), keel_window_get_session (window));
}

static void
lapse_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_lapse_window_present (GTK_WINDOW (window), keel_window_get_session (window), NULL);
}

void
keel_days_actions_add (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "days", .activate = days_cb },
    { .name = "lapse", .activate = lapse_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
