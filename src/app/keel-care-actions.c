#include "keel-care-actions.h"

#include "keel-care-window.h"
#include "keel-medicine-window.h"
#include "keel-open-window.h"

static void
care_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_care_window_present (GTK_WINDOW (window), keel_window_get_session (window));
}

static void
medicine_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_medicine_window_present (GTK_WINDOW (window), keel_window_get_session (window),
                                  g_variant_get_string (parameter, NULL));
}

void
keel_care_actions_add (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "care", .activate = care_cb },
    { .name = "medicine", .activate = medicine_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
