#include "keel-diary-actions.h"

#include "keel-diary-window.h"
#include "keel-open-window.h"

static void
journal_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_diary_window_present (GTK_WINDOW (window), keel_window_get_session (window));
}

void
keel_diary_actions_add (GtkApplication *application)
{
  static const GActionEntry actions[] = { { .name = "journal", .activate = journal_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
