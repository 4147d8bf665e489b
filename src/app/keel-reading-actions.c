#include "keel-reading-actions.h"

#include "keel-open-window.h"
#include "keel-reading-window.h"

static void
reading_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_reading_window_present (GTK_WINDOW (window), keel_window_get_session (window),
                                 g_variant_get_string (parameter, NULL));
}

void
keel_reading_actions_add (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "reading", .activate = reading_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
