#include "config.h"

#include "keel-welcome.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-pages.h"
#include "keel-session-welcome.h"
#include "keel-welcome-privacy.h"
#include "keel-welcome-programs.h"
#include "keel-welcome-region.h"
#include "keel-welcome-reminders.h"
#include "keel-welcome-start.h"
#include "keel-window.h"

struct _KeelWelcome
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkButton *back;
  GtkScrolledWindow *scroller;
  AdwBin *bin;
  GtkLabel *failure;
  GtkButton *skip_all;
  GtkButton *skip;
  GtkButton *next;

  KeelSession *session;
  KeelAnnouncer *announcer;
  guint page; /* from 1 */
};

G_DEFINE_FINAL_TYPE (KeelWelcome, keel_welcome, ADW_TYPE_BIN)

enum
{
  SIGNAL_DONE,
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *(*const makers[]) (KeelSession *session) = {
  keel_welcome_start_new,     keel_welcome_programs_new, keel_welcome_region_new,
  keel_welcome_reminders_new, keel_welcome_privacy_new,
};

#define PRIVACY G_N_ELEMENTS (makers)

/* Whoever has a passphrase was asked for it. */
static guint
count_pages (KeelWelcome *self)
{
  return keel_session_is_protected (self->session) ? PRIVACY - 1 : PRIVACY;
}

static KeelWelcomePage *
get_page (KeelWelcome *self)
{
  return KEEL_WELCOME_PAGE (adw_bin_get_child (self->bin));
}

static void
show_failure (KeelWelcome *self, const GError *error)
{
  g_autofree char *sentence = error != NULL ? keel_sentence_for_error (error, NULL) : NULL;

  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
  if (sentence != NULL)
    keel_announcer_say (self->announcer, sentence);
}

/* The worst that comes of it is that a page is shown once more. */
static void
keep_place (KeelWelcome *self, guint page)
{
  g_autoptr (GError) error = NULL;

  if (!keel_session_set_welcome (self->session, page, &error))
    g_warning ("Cannot keep where the welcome is: %s", error->message);
}

static void
say_page (KeelWelcome *self)
{
  const char *title = keel_welcome_page_get_title (get_page (self));
  /* Translators: the title of a page of the welcome, and which of how many: "Programs. 2 of 5." */
  g_autofree char *sentence = g_strdup_printf (C_ ("welcome", "%1$s. %2$u of %3$u."), title, self->page,
                                               count_pages (self));

  keel_announcer_say (self->announcer, sentence);
}

/* GTK 4.8 would say the mark of the key, too, and all of it twice. */
static void
name_button (GtkButton *button)
{
  g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (button), "_", 2);
  g_autofree char *name = g_strjoinv ("", parts);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_page (KeelWelcome *self, guint page)
{
  gboolean last = page >= count_pages (self);
  g_autofree char *place = g_strdup_printf (C_ ("welcome", "%1$u of %2$u"), page, count_pages (self));

  self->page = page;
  show_failure (self, NULL);
  adw_bin_set_child (self->bin, makers[page - 1](self->session));
  adw_window_title_set_title (self->title, place);
  gtk_widget_set_visible (GTK_WIDGET (self->back), page > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_all), page == 1);
  gtk_button_set_label (self->next, last ? C_ ("welcome", "_Done") : C_ ("welcome", "_Next"));
  name_button (self->next);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  keel_pages_start (GTK_WIDGET (self->bin));
  say_page (self);
}

static void
end (KeelWelcome *self)
{
  keep_place (self, 0);
  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
  g_object_unref (self);
}

static void
go_on (KeelWelcome *self)
{
  if (self->page >= count_pages (self))
    {
      end (self);
      return;
    }
  keep_place (self, self->page + 1);
  show_page (self, self->page + 1);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWelcome *self = KEEL_WELCOME (widget);
  g_autoptr (GError) error = NULL;

  if (keel_welcome_page_accept (get_page (self), &error))
    go_on (self);
  else
    show_failure (self, error);
}

static void
skip_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWelcome *self = KEEL_WELCOME (widget);

  keel_welcome_page_skip (get_page (self));
  go_on (self);
}

/* What is skipped unseen is not asked later either. */
static void
skip_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWelcome *self = KEEL_WELCOME (widget);

  for (guint page = self->page; page <= count_pages (self); page++)
    {
      GtkWidget *skipped = g_object_ref_sink (makers[page - 1](self->session));

      keel_welcome_page_skip (KEEL_WELCOME_PAGE (skipped));
      g_object_unref (skipped);
    }
  end (self);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_welcome_back (KEEL_WELCOME (widget));
}

static void
keel_welcome_dispose (GObject *object)
{
  KeelWelcome *self = KEEL_WELCOME (object);

  g_clear_object (&self->session);
  g_clear_object (&self->announcer);
  G_OBJECT_CLASS (keel_welcome_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "welcome.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "welcome.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "welcome.skip-all", NULL, skip_all_cb);
  gtk_widget_class_install_action (widget_class, "welcome.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "welcome.skip", NULL);
}

static void
keel_welcome_class_init (KeelWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_welcome_dispose;

  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWelcome, title);
  gtk_widget_class_bind_template_child (widget_class, KeelWelcome, back);
  gtk_widget_class_bind_template_child (widget_class, KeelWelcome, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelWelcome, bin);
  gtk_widget_class_bind_template_child (widget_class, KeelWelcome, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelWelcome, skip_all);
  gtk_widget_class_bind_template_child (widget_class, KeelWelcome, skip);
  gtk_widget_class_bind_template_child (widget_class, KeelWelcome, next);
  install_actions (widget_class);
}

static void
keel_welcome_init (KeelWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_button (self->back);
  name_button (self->skip_all);
  name_button (self->skip);
  self->announcer = keel_announcer_new ();
}

KeelWelcome *
keel_welcome_new (KeelSession *session)
{
  KeelWelcome *self = g_object_new (KEEL_TYPE_WELCOME, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
keel_welcome_begin (KeelWelcome *self)
{
  guint page = keel_session_get_welcome (self->session);

  if (page <= count_pages (self))
    show_page (self, MAX (page, 1));
  else
    end (self);
}

void
keel_welcome_back (KeelWelcome *self)
{
  if (self->page < 2)
    return;
  keep_place (self, self->page - 1);
  show_page (self, self->page - 1);
}

void
keel_welcome_leave (KeelWelcome *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}
