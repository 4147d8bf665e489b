#include "config.h"

#include "keel-worksheet-menu.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-template-acts.h"
#include "keel-template-window.h"
#include "keel-worksheet-reminder-dialog.h"

#define SESSION "keel-session"

static KeelSession *
get_session (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), SESSION);
}

static GtkWindow *
get_window (GtkWidget *button)
{
  return GTK_WINDOW (gtk_widget_get_root (button));
}

static const KeelWorksheet *
get_worksheet (GtkWidget *button)
{
  return keel_worksheet_row_get_worksheet (
      KEEL_WORKSHEET_ROW (gtk_widget_get_ancestor (button, KEEL_TYPE_WORKSHEET_ROW)));
}

static void
remind_cb (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  keel_worksheet_reminder_dialog_present (get_window (button), get_session (button), get_worksheet (button));
}

static void
change_cb (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  keel_template_window_present (get_window (button), get_session (button), get_worksheet (button));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  keel_template_export_present (get_window (button), get_session (button), get_worksheet (button));
}

/* The row goes with it; the window stays, to offer it back. */
static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  keel_own_delete (GTK_WIDGET (get_window (button)), get_session (button), &keel_template_acts,
                   get_worksheet (button));
}

static void
add_actions (GtkWidget *button)
{
  static const GActionEntry entries[] = {
    { .name = "remind", .activate = remind_cb },
    { .name = "change", .activate = change_cb },
    { .name = "export", .activate = export_cb },
    { .name = "delete", .activate = delete_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), button);
  gtk_widget_insert_action_group (button, "sheet", G_ACTION_GROUP (group));
}

static GMenuModel *
make_menu (const KeelWorksheet *worksheet)
{
  GMenu *menu = g_menu_new ();

  if (!worksheet->quiet)
    g_menu_append (menu, _ ("_Remind Me…"), "sheet.remind");
  if (keel_worksheet_is_own (worksheet->id))
    {
      g_menu_append (menu, _ ("_Change This Worksheet…"), "sheet.change");
      g_menu_append (menu, _ ("_Export…"), "sheet.export");
      g_menu_append (menu, _ ("_Delete"), "sheet.delete");
    }
  return G_MENU_MODEL (menu);
}

static void
unparent_cb (GtkWidget *button, GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

/* On demand: there are many rows. */
static void
more_cb (GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_last_child (button);
  g_autoptr (GMenuModel) menu = NULL;

  if (!GTK_IS_POPOVER (popover))
    {
      menu = make_menu (get_worksheet (button));
      add_actions (button);
      popover = gtk_popover_menu_new_from_model (menu);
      gtk_widget_set_parent (popover, button);
      g_signal_connect (button, "destroy", G_CALLBACK (unparent_cb), popover);
      keel_announcer_name_popover (GTK_POPOVER (popover), gtk_widget_get_tooltip_text (button));
    }
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
keel_worksheet_menu_add (KeelWorksheetRow *row, KeelSession *session)
{
  const KeelWorksheet *worksheet = keel_worksheet_row_get_worksheet (row);
  /* Translators: a button at a worksheet, whose name is %s: what can be done with it beside writing. */
  g_autofree char *name = g_strdup_printf (C_ ("worksheet", "More for %s"), worksheet->name);
  GtkWidget *button;

  if (worksheet->quiet && !keel_worksheet_is_own (worksheet->id))
    return;
  button = keel_line_row_add_button (KEEL_LINE_ROW (row), "view-more-symbolic", name, name);
  g_object_set_data_full (G_OBJECT (button), SESSION, g_object_ref (session), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (more_cb), NULL);
}
