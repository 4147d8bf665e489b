#include "config.h"

#include "keel-strategy-start.h"

#include <glib/gi18n-lib.h>

#include "core/keel-entry.h"

/* What a button begins. */
typedef struct
{
  KeelContent *content;
  KeelStrategy *strategy;
} Start;

static void
start_free (gpointer data, GClosure *closure)
{
  Start *start = data;

  g_object_unref (start->content);
  keel_strategy_unref (start->strategy);
  g_free (start);
}

static void
activate (const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), action, parameter);
}

static void
worksheet_cb (GtkButton *button, Start *start)
{
  keel_strategy_start_worksheet (start->content, start->strategy);
}

static void
connect_worksheet (GtkWidget *button, KeelContent *content, const KeelStrategy *strategy)
{
  Start *start = g_new0 (Start, 1);

  start->content = g_object_ref (content);
  start->strategy = keel_strategy_ref (strategy);
  g_signal_connect_data (button, "clicked", G_CALLBACK (worksheet_cb), start, start_free, 0);
}

GtkWidget *
keel_strategy_start_new (KeelContent *content, const KeelStrategy *strategy)
{
  gboolean worksheet = strategy->kind == KEEL_STRATEGY_WORKSHEET;
  GtkWidget *button = gtk_button_new_with_label (worksheet ? _ ("Open the Worksheet")
                                                           : C_ ("strategy", "Start"));
  /* Translators: begins what %s says: "Start: Urge surfing". For those who listen. */
  g_autofree char *name = g_strdup_printf (_ ("Start: %s"), strategy->name);

  if (worksheet)
    connect_worksheet (button, content, strategy);
  else
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", strategy->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.run-strategy");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  worksheet ? _ ("Open the Worksheet") : name, -1);
  gtk_widget_add_css_class (button, "pill");
  return button;
}

void
keel_strategy_start_worksheet (KeelContent *content, const KeelStrategy *strategy)
{
  const KeelWorksheet *worksheet = strategy->worksheet != NULL
                                       ? keel_content_find_worksheet (content, strategy->worksheet)
                                       : NULL;

  if (worksheet == NULL)
    return;
  if (worksheet->single || worksheet->undated || worksheet->daily || worksheet->quiet)
    activate ("open-worksheet", g_variant_new_string (worksheet->id));
  else
    activate ("open-worksheet-for",
              g_variant_new ("(sss)", worksheet->id, keel_entry_link_words[KEEL_ENTRY_LINK_STRATEGY],
                             strategy->id));
}

gboolean
keel_strategy_start_needs_reading (const KeelStrategy *strategy)
{
  return strategy->cautions->len > 0 || strategy->offer != KEEL_OFFER_YES;
}
