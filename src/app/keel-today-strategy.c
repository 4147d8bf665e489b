#include "keel-today-strategy.h"

#include "keel-session-programs.h"
#include "keel-session-settings.h"
#include "keel-session-strategies.h"
#include "keel-strategy-choice.h"
#include "keel-strategy-start.h"
#include "keel-worksheet-choice.h"

#define MOST 2

struct _KeelTodayStrategy
{
  AdwBin parent_instance;

  GtkBox *lines;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelTodayStrategy, keel_today_strategy, ADW_TYPE_BIN)

static GtkWidget *
make_line (KeelContent *content, const KeelStrategy *strategy)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (strategy->name);
  GtkWidget *button = keel_strategy_start_new (content, strategy);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_remove_css_class (button, "pill");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static KeelPageGroups
get_pages (KeelTodayStrategy *self)
{
  return keel_worksheet_choice_get_pages (keel_session_get_page_groups (self->session),
                                          keel_session_get_programs (self->session));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTodayStrategy) self = data;
  g_autoptr (KeelStrategyBook) book = keel_session_list_strategies_finish (KEEL_SESSION (source), result,
                                                                           NULL);
  const GPtrArray *all;
  KeelContent *content;
  GtkWidget *line;
  guint n = 0;

  if (self->session == NULL || book == NULL)
    return;
  content = keel_session_get_content (self->session);
  all = keel_content_get_strategies (content);
  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  for (guint i = 0; i < all->len && n < MOST; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (all, i);
      const KeelStrategyMark *mark = keel_strategy_book_get_mark (book, strategy->id);

      if (mark == NULL || !mark->favourite || mark->hidden ||
          !keel_strategy_choice_suits (strategy, get_pages (self)))
        continue;
      gtk_box_append (self->lines, make_line (content, strategy));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
refresh (KeelTodayStrategy *self)
{
  if (self->session != NULL && keel_session_is_open (self->session))
    keel_session_list_strategies_async (self->session, listed_cb, g_object_ref (self));
}

static void
keel_today_strategy_dispose (GObject *object)
{
  g_clear_object (&KEEL_TODAY_STRATEGY (object)->session);
  G_OBJECT_CLASS (keel_today_strategy_parent_class)->dispose (object);
}

static void
keel_today_strategy_class_init (KeelTodayStrategyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_today_strategy_dispose;
}

static void
keel_today_strategy_init (KeelTodayStrategy *self)
{
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->lines));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
keel_today_strategy_new (KeelSession *session)
{
  KeelTodayStrategy *self = g_object_new (KEEL_TYPE_TODAY_STRATEGY, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "strategies-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
