#include "config.h"

#include "keel-help-next.h"

#include <glib/gi18n-lib.h>

#include "keel-help-acts.h"
#include "keel-help-choice.h"
#include "keel-help-sheet.h"
#include "keel-session-settings.h"
#include "keel-session-strategies.h"
#include "keel-today-meeting-card.h"
#include "keel-wrap-box.h"

#define SAFETY_PLAN "w31"
#define EMERGENCY_CARD "w34"
#define FAMILY_SAFETY "w43"

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

static void
show_strategies (KeelHelpNext *self, const KeelStrategyBook *book)
{
  KeelContent *content = keel_session_get_content (self->session);
  g_autoptr (GPtrArray) chosen = keel_help_choice_list (keel_content_get_strategies (content),
                                                        keel_session_get_page_groups (self->session), book);

  keel_wrap_box_clear (self->strategies);
  for (guint i = 0; i < chosen->len; i++)
    add_strategy (self, chosen->pdata[i]);
  gtk_widget_set_visible (self->strategies_box, chosen->len > 0);
}

/* Without what was said of them, the cards that are for everybody stay. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelHelpNext) self = data;
  g_autoptr (KeelStrategyBook) book = keel_session_list_strategies_finish (KEEL_SESSION (source), result,
                                                                           NULL);

  if (book != NULL && self->session != NULL)
    show_strategies (self, book);
}

static void
read_strategies (KeelHelpNext *self)
{
  keel_session_list_strategies_async (self->session, listed_cb, g_object_ref (self));
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

/* What a family wrote for its safety is for nobody who looks over a shoulder: it is opened, not shown. */
static void
add_sheets (KeelHelpNext *self)
{
  KeelPageGroups pages = keel_session_get_page_groups (self->session);

  if (pages == KEEL_PAGES_FAMILY)
    gtk_box_append (self->sheets, keel_help_sheet_new (self->session, FAMILY_SAFETY, FALSE));
  gtk_box_append (self->sheets, keel_help_sheet_new (self->session, SAFETY_PLAN, TRUE));
  gtk_box_append (self->sheets, keel_help_sheet_new (self->session, EMERGENCY_CARD, FALSE));
  if ((pages & KEEL_PAGES_FAMILY) != 0 && pages != KEEL_PAGES_FAMILY)
    gtk_box_append (self->sheets, keel_help_sheet_new (self->session, FAMILY_SAFETY, FALSE));
}

GtkWidget *
keel_help_next_new (KeelSession *session)
{
  KeelHelpNext *self = g_object_new (KEEL_TYPE_HELP_NEXT, NULL);

  self->session = g_object_ref (session);
  add_sheets (self);
  show_strategies (self, NULL);
  read_strategies (self);
  g_signal_connect_object (session, "strategies-changed", G_CALLBACK (read_strategies), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (keel_help_next_look), self,
                           G_CONNECT_SWAPPED);
  keel_help_next_look (self);
  return GTK_WIDGET (self);
}
