#include "config.h"

#include "keel-days-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-days-box.h"
#include "keel-days-dialog.h"
#include "keel-days-options.h"
#include "keel-days-sections.h"
#include "keel-lapse-window.h"
#include "keel-milestone-dialog.h"
#include "keel-milestone-news.h"
#include "keel-minute-watch.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-session-days.h"
#include "keel-session-settings.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

/* Of milestones and lapses at first, and with each press on the button below. */
#define SHOWN 30

struct _KeelDaysWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *none;
  GtkButton *first;
  GtkWidget *scroller;
  GtkWidget *begin;
  AdwBin *news_bin;
  GtkBox *counts;
  GtkBox *behind;
  GtkWidget *more;
  GtkWidget *lapse;
  AdwBin *options_bin;

  KeelMilestoneNews *news;
  KeelDaysOptions *options;
  KeelSession *session;
  KeelMinuteWatch *watch;
  KeelDays *days; /* nullable: nothing was read yet */
  guint limit;
  guint reading; /* how many answers are still to come */
};

G_DEFINE_FINAL_TYPE (KeelDaysWindow, keel_days_window, ADW_TYPE_WINDOW)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
focus_named (GtkWidget *widget, const char *name)
{
  gboolean found = g_str_equal (gtk_widget_get_name (widget), name) && gtk_widget_grab_focus (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = focus_named (child, name);
  return found;
}

/* What is made anew loses the focus, which then goes on where it was. Nullable; transfer full. */
static char *
get_focus_name (KeelDaysWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || (!gtk_widget_is_ancestor (focus, GTK_WIDGET (self->counts)) &&
                        !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->behind))))
    return NULL;
  return g_strdup (gtk_widget_get_name (focus));
}

static gboolean
has_anything (const KeelDays *days)
{
  return days->counts->len + days->lapses->len + days->reached->len > 0;
}

static void
show (KeelDaysWindow *self)
{
  g_autofree char *name = get_focus_name (self);

  clear (self->counts);
  clear (self->behind);
  for (guint i = 0; i < self->days->counts->len; i++)
    gtk_box_append (self->counts,
                    keel_days_box_new (self->session, self->days, g_ptr_array_index (self->days->counts, i)));
  gtk_widget_set_visible (self->more,
                          keel_days_sections_append (self->behind, self->session, self->days, self->limit));
  keel_milestone_news_show (self->news, self->session, self->days);
  keel_days_options_show (self->options, &self->days->options);
  keel_pages_show (self->stack, has_anything (self->days) ? "days" : "none");
  if (name != NULL && !focus_named (GTK_WIDGET (self->counts), name) &&
      !focus_named (GTK_WIDGET (self->behind), name))
    gtk_widget_grab_focus (self->begin);
}

/* A look at the clock changes nothing most of the time. */
static gboolean
is_same_day (const KeelDays *before, const KeelDays *now, gboolean looked)
{
  return looked && before != NULL && before->now.day == now->now.day &&
         before->reached->len == now->reached->len && before->untold->len == now->untold->len;
}

typedef struct
{
  KeelDaysWindow *self;
  gboolean looked; /* at the clock, and nothing was changed */
} Reading;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (KeelDaysWindow) self = reading->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDays) days = keel_session_read_days_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  self->reading--;
  if (self->session == NULL || self->reading > 0) /* closed meanwhile, or another one comes */
    return;
  if (days == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  if (is_same_day (self->days, days, reading->looked))
    return;
  g_clear_pointer (&self->days, keel_days_unref);
  self->days = g_steal_pointer (&days);
  show (self);
}

static void
read_days (KeelDaysWindow *self, gboolean looked)
{
  Reading *reading;

  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->looked = looked && self->reading == 0;
  self->reading++;
  keel_session_read_days_async (self->session, read_cb, reading);
}

static void
refresh (KeelDaysWindow *self)
{
  read_days (self, FALSE);
}

/* Whoever is here for somebody else counts nothing but their own time in a group. */
static void
suit_family (KeelDaysWindow *self)
{
  const char *title = _ ("My Time in the Group");

  if (!keel_session_is_for_family_alone (self->session))
    return;
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_button_set_label (GTK_BUTTON (self->begin), _ ("Give My Start"));
  gtk_button_set_label (self->first, _ ("Give My Start"));
  adw_status_page_set_title (self->none, _ ("No time is counted"));
  adw_status_page_set_description (
      self->none,
      _ ("It does not have to be. If it helps you, give your own start: your first meeting, or the "
         "day on which you began to look after yourself."));
  gtk_widget_set_visible (self->lapse, FALSE);
}

static void
look_cb (KeelDaysWindow *self)
{
  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  read_days (self, TRUE);
}

static void
begin_cb (KeelDaysWindow *self)
{
  if (self->days != NULL)
    keel_days_dialog_present (GTK_WINDOW (self), self->session, NULL, self->days->now.day);
}

static void
lapse_cb (KeelDaysWindow *self)
{
  keel_lapse_window_present (GTK_WINDOW (self), self->session, NULL);
}

static void
milestone_cb (KeelDaysWindow *self)
{
  if (self->days != NULL)
    keel_milestone_dialog_present (GTK_WINDOW (self), self->session, self->days->now.day);
}

static void
more_cb (KeelDaysWindow *self)
{
  self->limit += SHOWN;
  show (self);
}

static void
keel_days_window_dispose (GObject *object)
{
  KeelDaysWindow *self = KEEL_DAYS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->days, keel_days_unref);
  G_OBJECT_CLASS (keel_days_window_parent_class)->dispose (object);
}

static void
keel_days_window_class_init (KeelDaysWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_days_window_dispose;
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-days-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, none);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, first);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, begin);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, news_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, behind);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, more);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, lapse);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysWindow, options_bin);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, lapse_cb);
  gtk_widget_class_bind_template_callback (widget_class, milestone_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_days_window_init (KeelDaysWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  keel_pages_show (self->stack, "wait");
  self->limit = SHOWN;
  self->news = keel_milestone_news_new ();
  adw_bin_set_child (self->news_bin, GTK_WIDGET (self->news));
  self->watch = keel_minute_watch_new ();
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
}

void
keel_days_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelDaysWindow *self = g_object_new (KEEL_TYPE_DAYS_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->options = keel_days_options_new (session);
  adw_bin_set_child (self->options_bin, GTK_WIDGET (self->options));
  g_signal_connect_object (session, "days-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "programs-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  suit_family (self);
  look_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}
