#include "config.h"

#include "keel-milestone-news.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "content/keel-sentences.h"

#include "keel-milestone-view.h"
#include "keel-milestone-window.h"
#include "keel-milestone-words.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

#define VIEW_WIDTH 200

struct _KeelMilestoneNews
{
  AdwBin parent_instance;

  KeelMilestoneView *view;
  GtkLabel *title;
  GtkLabel *more;

  KeelSession *session; /* these three NULL before anything was shown */
  KeelDays *days;
  GPtrArray *news; /* of const KeelReached, of @days */
};

G_DEFINE_FINAL_TYPE (KeelMilestoneNews, keel_milestone_news, ADW_TYPE_BIN)

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelMilestoneNews) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    return;
  sentence = keel_sentence_for_error (error, NULL);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    keel_say (GTK_WIDGET (self), sentence);
}

/* All that waited: who comes back after a month is not led through each of them. */
static void
close_cb (KeelMilestoneNews *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (keel_session_is_open (self->session))
    keel_session_tell_reached_async (self->session, self->days->untold, told_cb, g_object_ref (self));
}

static void
look_cb (KeelMilestoneNews *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (root) || self->news->len == 0)
    return;
  keel_milestone_window_present (GTK_WINDOW (root), self->session, self->days,
                                 g_ptr_array_index (self->news, 0), TRUE);
  close_cb (self);
}

static void
keel_milestone_news_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (keel_milestone_news_parent_class)->map (widget);
  keel_milestone_view_rise (KEEL_MILESTONE_NEWS (widget)->view);
}

static void
keel_milestone_news_dispose (GObject *object)
{
  KeelMilestoneNews *self = KEEL_MILESTONE_NEWS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->days, keel_days_unref);
  G_OBJECT_CLASS (keel_milestone_news_parent_class)->dispose (object);
}

static void
keel_milestone_news_class_init (KeelMilestoneNewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_milestone_news_dispose;
  GTK_WIDGET_CLASS (klass)->map = keel_milestone_news_map;
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_buttons (KeelMilestoneNews *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *look = gtk_button_new_with_label (_ ("See the Card"));
  GtkWidget *close = gtk_button_new_with_label (C_ ("milestone", "Close"));

  g_signal_connect_object (look, "clicked", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), look);
  gtk_box_append (GTK_BOX (box), close);
  return box;
}

static void
keel_milestone_news_init (KeelMilestoneNews *self)
{
  GtkWidget *line = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->view = KEEL_MILESTONE_VIEW (keel_milestone_view_new (VIEW_WIDTH));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "keel-milestone");
  gtk_widget_set_margin_end (GTK_WIDGET (self->view), 6);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->title = add_label (words, "", "title-3");
  add_label (words, _ ("You came this far. It stays yours."), NULL);
  self->more = add_label (words, "", "dim-label");
  gtk_box_append (GTK_BOX (words), make_buttons (self));
  keel_wrap_box_append (KEEL_WRAP_BOX (line), GTK_WIDGET (self->view));
  keel_wrap_box_append (KEEL_WRAP_BOX (line), words);
  adw_bin_set_child (ADW_BIN (self), line);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

KeelMilestoneNews *
keel_milestone_news_new (void)
{
  return g_object_new (KEEL_TYPE_MILESTONE_NEWS, NULL);
}

static void
show_first (KeelMilestoneNews *self)
{
  const KeelReached *first = g_ptr_array_index (self->news, 0);
  g_autofree char *title = keel_sentence_reached (keel_session_get_content (self->session), first);
  guint others = self->news->len - 1;
  g_autofree char *more = g_strdup_printf (ngettext ("And %u more, in “Days and Milestones”.",
                                                     "And %u more, in “Days and Milestones”.", others),
                                           others);

  keel_milestone_view_show (self->view, keel_milestone_words_make_card (self->session, self->days, first));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), others > 0);
}

void
keel_milestone_news_show (KeelMilestoneNews *self, KeelSession *session, KeelDays *days)
{
  g_set_object (&self->session, session);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->days, keel_days_unref);
  self->days = keel_days_ref (days);
  self->news = keel_milestone_words_find_news (days);
  if (self->news->len > 0)
    show_first (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->news->len > 0);
}
