#include "config.h"

#include "keel-family-frame.h"

#include <glib/gi18n-lib.h>

#include "keel-session-settings.h"

/* What is disabled is not in the menu (hidden-when). */
static const char *const for_members[] = { "lapse", "urge-log" };

static void
name_button (GtkWidget *button, gboolean family)
{
  gtk_widget_set_tooltip_text (button, family ? _ ("When a moment is hard (Ctrl+U)")
                                              : _ ("When an urge is there (Ctrl+U)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  family ? _ ("A Hard Moment") : _ ("An Urge"), -1);
}

/* FALSE: it is not in @section. */
static gboolean
rename_item (GMenuModel *section, const char *action, const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (section); i++)
    {
      g_autofree char *found = NULL;
      g_autoptr (GMenuItem) item = NULL;

      g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_ACTION, "s", &found);
      if (g_strcmp0 (found, action) != 0)
        continue;
      item = g_menu_item_new_from_model (section, i);
      g_menu_item_set_label (item, label);
      g_menu_remove (G_MENU (section), i);
      g_menu_insert_item (G_MENU (section), i, item);
      return TRUE;
    }
  return FALSE;
}

static void
name_days (GMenuModel *menu, gboolean family)
{
  const char *label = family ? _ ("My _Time in the Group") : _ ("_Days and Milestones");

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      if (section != NULL && rename_item (section, "app.days", label))
        return;
    }
}

void
keel_family_frame_suit (GtkApplication *application, KeelSession *session, GtkWidget *urge,
                        GtkMenuButton *menu)
{
  gboolean family = keel_session_is_for_family_alone (session);

  for (gsize i = 0; i < G_N_ELEMENTS (for_members); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (application), for_members[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), !family);
    }
  name_button (urge, family);
  name_days (gtk_menu_button_get_menu_model (menu), family);
}
