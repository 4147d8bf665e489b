#include "keel-people-actions.h"

#include "keel-open-window.h"
#include "keel-people-window.h"
#include "keel-together-window.h"

static void
people_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_people_window_present (GTK_WINDOW (window), keel_window_get_session (window), NULL);
}

static void
person_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_people_window_present (GTK_WINDOW (window), keel_window_get_session (window),
                                g_variant_get_string (parameter, NULL));
}

static void
together_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelWindow *window = keel_open_window_find (data);

  if (window != NULL)
    keel_together_window_present (GTK_WINDOW (window), keel_window_get_session (window));
}

void
keel_people_actions_add (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "people", .activate = people_cb },
    { .name = "person", .activate = person_cb, .parameter_type = "s" },
    { .name = "together", .activate = together_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
