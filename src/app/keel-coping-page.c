#include "config.h"

#include "keel-coping-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-programs.h"
#include "keel-session-settings.h"
#include "keel-session-strategies.h"
#include "keel-strategy-choice.h"
#include "keel-strategy-dialog.h"
#include "keel-strategy-list.h"
#include "keel-strategy-page.h"
#include "keel-window.h"
#include "keel-worksheet-choice.h"

struct _KeelCopingPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *card_pane;
  KeelStrategyList *list;
  KeelStrategyPage *card;

  KeelSession *session;
  KeelStrategyBook *book; /* NULL: not read yet */
  char *shown;            /* nullable: id of the card that was shown last */
};

G_DEFINE_FINAL_TYPE (KeelCopingPage, keel_coping_page, ADW_TYPE_BIN)

static const KeelStrategy *
find (KeelCopingPage *self, const char *id)
{
  return id != NULL ? keel_content_find_strategy (keel_session_get_content (self->session), id) : NULL;
}

static gboolean
shows_card (KeelCopingPage *self)
{
  return gtk_widget_get_visible (self->card_pane);
}

/* In a narrow window the card stands in front of the list, for the ear too. */
static void
hide_what_is_behind (KeelCopingPage *self)
{
  gboolean behind = adw_leaflet_get_folded (self->leaflet) && shows_card (self);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_STATE_HIDDEN, behind, -1);
}

static void
close_card (KeelCopingPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list));
  gtk_widget_set_visible (self->card_pane, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "coping.close-card", FALSE);
  hide_what_is_behind (self);
}

static void
show_list (KeelCopingPage *self)
{
  close_card (self);
  keel_strategy_list_start (self->list, find (self, self->shown) != NULL ? self->shown : NULL);
}

/* One of the person's own may be another by now, or gone. */
static void
refresh_card (KeelCopingPage *self)
{
  const KeelStrategy *strategy = find (self, self->shown);

  if (!shows_card (self))
    return;
  if (strategy != NULL)
    keel_strategy_page_show (self->card, strategy, self->book);
  else
    show_list (self);
}

static void
book_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelCopingPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelStrategyBook) before = NULL;
  g_autofree char *failure = NULL;
  KeelStrategyBook *book = keel_session_list_strategies_finish (KEEL_SESSION (source), result, &error);

  if (self->session == NULL) /* it went meanwhile */
    {
      g_clear_pointer (&book, keel_strategy_book_free);
      return;
    }
  if (book == NULL)
    failure = keel_sentence_for_error (error, NULL);
  else
    {
      before = self->book;
      self->book = book;
    }
  keel_strategy_list_set_book (self->list, self->book, failure);
  refresh_card (self);
}

static void
read_book (KeelCopingPage *self)
{
  keel_session_list_strategies_async (self->session, book_cb, g_object_ref (self));
}

/* A card that is not offered any more is closed. */
static void
pages_cb (KeelCopingPage *self)
{
  const KeelStrategy *strategy = find (self, self->shown);
  KeelPageGroups pages = keel_worksheet_choice_get_pages (keel_session_get_page_groups (self->session),
                                                          keel_session_get_programs (self->session));

  if (shows_card (self) && (strategy == NULL || !keel_strategy_choice_suits (strategy, pages)))
    close_card (self);
}

static void
open_cb (KeelCopingPage *self, const char *id)
{
  keel_coping_page_open (self, id);
}

/* Without an id a new one, with that of one of Keel's a copy of it. */
static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelCopingPage *self = KEEL_COPING_PAGE (widget);

  keel_strategy_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->session,
                                find (self, g_variant_get_string (parameter, NULL)));
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_coping_page_back (KEEL_COPING_PAGE (widget));
}

static void
folded_changed_cb (KeelCopingPage *self)
{
  keel_strategy_page_set_beside (self->card, !adw_leaflet_get_folded (self->leaflet));
  hide_what_is_behind (self);
}

static void
keel_coping_page_dispose (GObject *object)
{
  KeelCopingPage *self = KEEL_COPING_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_coping_page_parent_class)->dispose (object);
}

static void
keel_coping_page_finalize (GObject *object)
{
  KeelCopingPage *self = KEEL_COPING_PAGE (object);

  g_clear_pointer (&self->book, keel_strategy_book_free);
  g_free (self->shown);
  G_OBJECT_CLASS (keel_coping_page_parent_class)->finalize (object);
}

static void
keel_coping_page_class_init (KeelCopingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_coping_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_coping_page_finalize;

  g_type_ensure (KEEL_TYPE_STRATEGY_LIST);
  g_type_ensure (KEEL_TYPE_STRATEGY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-coping-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelCopingPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KeelCopingPage, card_pane);
  gtk_widget_class_bind_template_child (widget_class, KeelCopingPage, list);
  gtk_widget_class_bind_template_child (widget_class, KeelCopingPage, card);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, keel_coping_page_back);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed_cb);
  gtk_widget_class_install_action (widget_class, "coping.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "coping.close-card", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "coping.close-card", NULL);
}

static void
keel_coping_page_init (KeelCopingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  close_card (self);
  folded_changed_cb (self);
}

KeelCopingPage *
keel_coping_page_new (KeelSession *session)
{
  KeelCopingPage *self = g_object_new (KEEL_TYPE_COPING_PAGE, NULL);

  self->session = g_object_ref (session);
  keel_strategy_list_set_session (self->list, session);
  keel_strategy_page_set_session (self->card, session);
  g_signal_connect_object (session, "strategies-changed", G_CALLBACK (read_book), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (pages_cb), self, G_CONNECT_SWAPPED);
  read_book (self);
  return self;
}

void
keel_coping_page_start (KeelCopingPage *self)
{
  if (shows_card (self))
    keel_strategy_page_start (self->card);
  else
    keel_strategy_list_start (self->list, NULL);
}

void
keel_coping_page_search (KeelCopingPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    close_card (self);
  keel_strategy_list_search (self->list);
}

void
keel_coping_page_back (KeelCopingPage *self)
{
  if (shows_card (self))
    show_list (self);
}

gboolean
keel_coping_page_open (KeelCopingPage *self, const char *id)
{
  const KeelStrategy *strategy = find (self, id);

  if (strategy == NULL)
    return FALSE;
  g_free (self->shown);
  self->shown = g_strdup (strategy->id);
  keel_strategy_page_show (self->card, strategy, self->book);
  gtk_widget_set_visible (self->card_pane, TRUE);
  adw_leaflet_set_visible_child (self->leaflet, self->card_pane);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "coping.close-card", TRUE);
  hide_what_is_behind (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card_pane), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  strategy->name, -1);
  keel_strategy_page_start (self->card);
  return TRUE;
}

void
keel_coping_page_put_aside (KeelCopingPage *self)
{
  keel_strategy_list_forget_search (self->list);
  keel_strategy_page_save (self->card);
}
