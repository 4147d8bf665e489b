#include "config.h"

#include "keel-today-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-minute-watch.h"
#include "keel-session-programs.h"
#include "keel-session-today-cards.h"
#include "keel-session-today.h"
#include "keel-today-arrange.h"
#include "keel-today-cards.h"
#include "keel-today-columns.h"
#include "keel-today-writing.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

struct _KeelTodayPage
{
  AdwBin parent_instance;

  GtkLabel *date;
  GtkWidget *arrange_button;
  KeelTodayColumns *columns;
  KeelTodayArrange *arrange;

  KeelSession *session;
  KeelMinuteWatch *watch;
  KeelTodayCards *cards;
  KeelCardOrder *order;
  gint64 day;        /* since 1970-01-01: that is shown */
  gboolean evening;  /* is shown */
  guint reading;     /* how many have begun; the last one counts */
  gboolean starting; /* the focus is to be led to what comes */
  gboolean fresh;    /* read before it was ever seen, so that it is there with the first frame */
};

G_DEFINE_FINAL_TYPE (KeelTodayPage, keel_today_page, ADW_TYPE_BIN)

static KeelLocalTime
get_now (KeelTodayPage *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);

  return keel_local_time_from_utc (keel_session_get_now (self->session), zone);
}

static void
show_date (KeelTodayPage *self)
{
  KeelLocalTime now = get_now (self);
  g_autofree char *words = NULL;

  self->day = keel_local_time_get_days (now);
  self->evening = keel_today_is_evening (keel_local_time_get_minute (now));
  words = keel_sentence_day (self->day, self->day);
  gtk_label_set_text (self->date, words);
}

static gboolean
is_new (KeelTodayPage *self, const KeelToday *today)
{
  return !today->any && keel_session_get_series (self->session)->len == 0 &&
         keel_session_get_programs (self->session)->len == 0;
}

/* What scrolls would take the focus itself. FALSE: there is nothing yet. */
static gboolean
focus_first (KeelTodayPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->columns)) &&
         gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD);
}

static void
place_cards (KeelTodayPage *self)
{
  for (guint i = 0; i < keel_card_order_get_length (self->order); i++)
    {
      const char *id = keel_card_order_get (self->order, i);
      KeelTodayCard *card = keel_today_cards_find (self->cards, id);

      if (card == NULL)
        continue;
      keel_today_columns_move (self->columns, GTK_WIDGET (card), NULL);
      keel_today_card_set_put_away (card, keel_card_order_is_hidden (self->order, id));
    }
}

/* Takes @order. */
static void
take_order (KeelTodayPage *self, KeelCardOrder *order)
{
  keel_card_order_free (self->order);
  self->order = order;
  place_cards (self);
}

static void
say_error (KeelTodayPage *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (GTK_WIDGET (self), sentence);
}

static void
show_cards (KeelTodayPage *self)
{
  gboolean arranging = gtk_widget_get_visible (GTK_WIDGET (self->arrange));

  gtk_widget_set_visible (GTK_WIDGET (self->columns), !arranging);
  if (self->starting && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->starting = !focus_first (self);
}

/* All that the cards read was asked for before, and is there by now: they come at once. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelToday) today = keel_session_read_today_finish (KEEL_SESSION (source), result, &error);

  self->reading--;
  if (self->session == NULL || self->reading > 0) /* gone, or another one comes */
    return;
  if (today != NULL)
    keel_today_cards_show (self->cards, today, is_new (self, today));
  else
    say_error (self, error);
  show_cards (self);
}

static void
order_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTodayPage) self = data;
  g_autofree char *text = keel_session_read_today_cards_finish (KEEL_SESSION (source), result, NULL);

  if (self->session != NULL)
    take_order (self, keel_card_order_new (keel_today_cards_get_usual (), text));
}

static void
refresh (KeelTodayPage *self)
{
  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  show_date (self);
  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  keel_today_cards_refresh (self->cards);
  self->reading++;
  keel_session_read_today_async (self->session, read_cb, g_object_ref (self));
}

/* What changes while another page is shown is looked at when this one is. */
static void
changed_cb (KeelTodayPage *self)
{
  self->fresh = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
look_cb (KeelTodayPage *self)
{
  KeelLocalTime now;

  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  now = get_now (self);
  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  if (keel_local_time_get_days (now) != self->day ||
      keel_today_is_evening (keel_local_time_get_minute (now)) != self->evening)
    changed_cb (self);
  else
    keel_today_cards_refresh (self->cards);
}

static void
pages_cb (KeelTodayPage *self)
{
  keel_today_cards_suit (self->cards, self->session);
  if (gtk_widget_get_visible (GTK_WIDGET (self->arrange)))
    keel_today_arrange_show (self->arrange, self->cards, self->order);
  changed_cb (self);
}

/* --- Arranging --- */

static void set_order (KeelTodayPage *self, const char *text, const char *before);

typedef struct
{
  KeelTodayPage *page;
  char *before; /* nullable: nothing is offered back */
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->page);
  g_free (change->before);
  g_free (change);
}

static void
undo_cb (gpointer data)
{
  Change *change = data;
  KeelTodayPage *self = change->page;

  if (self->session != NULL && keel_session_is_open (self->session))
    set_order (self, change->before, NULL);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Change *change = data;
  g_autoptr (GError) error = NULL;
  gboolean set = keel_session_change_finish (KEEL_SESSION (source), result, &error);

  if (change->page->session != NULL && set && change->before != NULL)
    {
      keel_undo_toast_show (GTK_WIDGET (change->page), _ ("The page is arranged anew."), undo_cb, change,
                            (GDestroyNotify) change_free);
      return;
    }
  if (change->page->session != NULL && !set)
    {
      say_error (change->page, error);
      keel_session_read_today_cards_async (change->page->session, order_read_cb, g_object_ref (change->page));
    }
  else if (change->page->session != NULL)
    keel_undo_toast_tell (GTK_WIDGET (change->page), NULL, NULL);
  change_free (change);
}

static void
set_order (KeelTodayPage *self, const char *text, const char *before)
{
  Change *change = g_new0 (Change, 1);

  change->page = g_object_ref (self);
  change->before = g_strdup (before);
  take_order (self, keel_card_order_new (keel_today_cards_get_usual (), text));
  if (gtk_widget_get_visible (GTK_WIDGET (self->arrange)) && before == NULL)
    keel_today_arrange_show (self->arrange, self->cards, self->order);
  keel_session_set_today_cards_async (self->session, text, set_cb, change);
}

static void
arranged_cb (KeelTodayPage *self)
{
  g_autofree char *before = keel_card_order_format (self->order);
  g_autofree char *text = keel_card_order_format (keel_today_arrange_get_order (self->arrange));

  set_order (self, text, before);
}

static void
arrange_cb (KeelTodayPage *self)
{
  gtk_widget_set_visible (self->arrange_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->arrange), TRUE);
  keel_today_arrange_show (self->arrange, self->cards, self->order);
  keel_today_arrange_start (self->arrange);
}

static void
arrange_done_cb (KeelTodayPage *self)
{
  gtk_widget_set_visible (self->arrange_button, TRUE);
  gtk_widget_grab_focus (self->arrange_button);
  gtk_widget_set_visible (GTK_WIDGET (self->arrange), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), TRUE);
}

/* --- The widget --- */

static void
keel_today_page_map (GtkWidget *widget)
{
  KeelTodayPage *self = KEEL_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (keel_today_page_parent_class)->map (widget);
  if (!self->fresh)
    refresh (self);
  self->fresh = FALSE;
}

static void
keel_today_page_dispose (GObject *object)
{
  KeelTodayPage *self = KEEL_TODAY_PAGE (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  g_clear_pointer (&self->cards, keel_today_cards_free);
  G_OBJECT_CLASS (keel_today_page_parent_class)->dispose (object);
}

static void
keel_today_page_finalize (GObject *object)
{
  keel_card_order_free (KEEL_TODAY_PAGE (object)->order);
  G_OBJECT_CLASS (keel_today_page_parent_class)->finalize (object);
}

static void
keel_today_page_class_init (KeelTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_today_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_today_page_finalize;
  widget_class->map = keel_today_page_map;

  g_type_ensure (KEEL_TYPE_TODAY_ARRANGE);
  g_type_ensure (KEEL_TYPE_TODAY_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, arrange_button);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, columns);
  gtk_widget_class_bind_template_child (widget_class, KeelTodayPage, arrange);
  gtk_widget_class_bind_template_callback (widget_class, arrange_cb);
}

static void
keel_today_page_init (KeelTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->watch = keel_minute_watch_new ();
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->arrange, "changed", G_CALLBACK (arranged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->arrange, "done", G_CALLBACK (arrange_done_cb), self, G_CONNECT_SWAPPED);
}

KeelTodayPage *
keel_today_page_new (KeelSession *session)
{
  static const char *const changes[] = { "series-changed", "entries-changed", "programs-changed",
                                         "templates-changed" };
  KeelTodayPage *self = g_object_new (KEEL_TYPE_TODAY_PAGE, NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (session, changes[i], G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->cards = keel_today_cards_new (session);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (pages_cb), self, G_CONNECT_SWAPPED);
  take_order (self, keel_card_order_new (keel_today_cards_get_usual (), NULL));
  keel_session_read_today_cards_async (session, order_read_cb, g_object_ref (self));
  refresh (self);
  self->fresh = TRUE;
  return self;
}

void
keel_today_page_start (KeelTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    self->starting = !focus_first (self);
}
