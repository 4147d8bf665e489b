#include "config.h"

#include "keel-help-next.h"

#include <glib/gi18n-lib.h>

#include "keel-help-acts.h"
#include "keel-help-sheet.h"
#include "keel-today-meeting-card.h"
#include "keel-wrap-box.h"

#define SAFETY_PLAN "w31"
#define EMERGENCY_CARD "w34"

struct _KeelHelpNext
{
  AdwBin parent_instance;

  GtkBox *sheets;
  GtkWidget *strategies_box;
  KeelWrapBox *strategies;
  GtkWidget *meeting_box;
  AdwBin *meeting;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelHelpNext, keel_help_next, ADW_TYPE_BIN)

static void
keel_help_next_dispose (GObject *object)
{
  g_clear_object (&KEEL_HELP_NEXT (object)->session);
  G_OBJECT_CLASS (keel_help_next_parent_class)->dispose (object);
}

static void
keel_help_next_class_init (KeelHelpNextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_help_next_dispose;

  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-help-next.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNext, sheets);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNext, strategies_box);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNext, strategies);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNext, meeting_box);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpNext, meeting);
}

static void
keel_help_next_init (KeelHelpNext *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_strategy (KeelHelpNext *self, const KeelStrategy *strategy)
{
  GtkWidget *button = gtk_button_new_with_label (strategy->name);

  keel_help_wrap_button (button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", strategy->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.run-strategy");
  keel_wrap_box_append (self->strategies, button);
}

/* Three that need nothing and nobody, and are over in a few minutes. */
static void
show_strategies (KeelHelpNext *self)
{
  static const char *const ids[] = { "c31", "c39", "c02" };
  KeelContent *content = keel_session_get_content (self->session);
  guint n_shown = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const KeelStrategy *strategy = keel_content_find_strategy (content, ids[i]);

      if (strategy == NULL)
        continue;
      add_strategy (self, strategy);
      n_shown++;
    }
  gtk_widget_set_visible (self->strategies_box, n_shown > 0);
}

void
keel_help_next_look (KeelHelpNext *self)
{
  g_autoptr (KeelAgendaItem) item = keel_today_find_next (self->session);
  GtkWidget *card = adw_bin_get_child (self->meeting);

  gtk_widget_set_visible (self->meeting_box, item != NULL);
  if (item == NULL)
    return;
  if (card == NULL)
    {
      card = GTK_WIDGET (keel_today_meeting_card_new ());
      adw_bin_set_child (self->meeting, card);
    }
  keel_today_meeting_card_show (KEEL_TODAY_MEETING_CARD (card), self->session, item);
}

GtkWidget *
keel_help_next_new (KeelSession *session)
{
  KeelHelpNext *self = g_object_new (KEEL_TYPE_HELP_NEXT, NULL);

  self->session = g_object_ref (session);
  gtk_box_append (self->sheets, keel_help_sheet_new (session, SAFETY_PLAN, TRUE));
  gtk_box_append (self->sheets, keel_help_sheet_new (session, EMERGENCY_CARD, FALSE));
  show_strategies (self);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (keel_help_next_look), self,
                           G_CONNECT_SWAPPED);
  keel_help_next_look (self);
  return GTK_WIDGET (self);
}
