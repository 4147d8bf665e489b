#include "keel-progress-actions.h"

#include "keel-involvement-window.h"
#include "keel-open-window.h"
#include "keel-summary-preview.h"

static void
summary_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_summary_preview_present (GTK_WINDOW (window), keel_window_get_session (window));
}

static void
involvement_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_involvement_window_present (GTK_WINDOW (window), keel_window_get_session (window));
}

void
keel_progress_actions_add (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "summary", .activate = summary_cb },
    { .name = "involvement", .activate = involvement_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
