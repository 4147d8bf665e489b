#include "config.h"

#include "keel-entrance-window.h"

#include <glib/gi18n-lib.h>

#include "store/keel-vault-key.h"

#include "keel-announcer.h"
#include "keel-harmless-page.h"
#include "keel-lock-page.h"
#include "keel-profile-page.h"
#include "keel-window-size.h"

struct _KeelEntranceWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *frame; /* all of it but what is harmless */
  AdwBin *page;
  GtkWidget *status;
  GtkMenuButton *menu_button;

  char *data_dir;
  KeelAnnouncer *announcer;
};

G_DEFINE_FINAL_TYPE (KeelEntranceWindow, keel_entrance_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_UNLOCKED,
  SIGNAL_RETURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chosen_cb (KeelEntranceWindow *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
}

static void
unlocked_cb (KeelEntranceWindow *self, KeelVaultKey *key, gboolean by_code, KeelLockPage *page)
{
  g_signal_emit (self, signals[SIGNAL_UNLOCKED], 0, keel_lock_page_get_profile_id (page), key, by_code);
}

static void
gone_cb (KeelEntranceWindow *self, KeelLockPage *page)
{
  g_autofree char *id = g_strdup (keel_lock_page_get_profile_id (page));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
}

static void
returned_cb (KeelEntranceWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_RETURNED], 0);
}

static void
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entrance_window_say (KEEL_ENTRANCE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
profiles_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entrance_window_show_profiles (KEEL_ENTRANCE_WINDOW (widget));
}

static void
keel_entrance_window_dispose (GObject *object)
{
  KeelEntranceWindow *self = KEEL_ENTRANCE_WINDOW (object);

  g_clear_object (&self->announcer);
  g_clear_object (&self->frame);
  g_clear_pointer (&self->data_dir, g_free);
  G_OBJECT_CLASS (keel_entrance_window_parent_class)->dispose (object);
}

static void
keel_entrance_window_class_init (KeelEntranceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_entrance_window_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                         1, G_TYPE_STRING);
  signals[SIGNAL_UNLOCKED] = g_signal_new ("unlocked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[SIGNAL_RETURNED] = g_signal_new ("returned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-entrance-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelEntranceWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, KeelEntranceWindow, page);
  gtk_widget_class_bind_template_child (widget_class, KeelEntranceWindow, status);
  gtk_widget_class_bind_template_child (widget_class, KeelEntranceWindow, menu_button);
  gtk_widget_class_install_action (widget_class, "win.say", "s", say_cb);
  gtk_widget_class_install_action (widget_class, "win.profiles", NULL, profiles_cb);
}

static void
keel_entrance_window_init (KeelEntranceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_ref (self->frame);
  self->announcer = keel_announcer_new ();
  keel_announcer_greet (GTK_WINDOW (self));
  keel_announcer_name_menu (self->menu_button, _ ("Main Menu"));
  keel_window_size_bind (GTK_WINDOW (self));
}

KeelEntranceWindow *
keel_entrance_window_new (GtkApplication *application, const char *data_dir)
{
  KeelEntranceWindow *self = g_object_new (KEEL_TYPE_ENTRANCE_WINDOW, "application", application, NULL);

  self->data_dir = g_strdup (data_dir);
  return self;
}

static void
show_page (KeelEntranceWindow *self, GtkWidget *page, const char *sentence)
{
  if (keel_entrance_window_is_harmless (self))
    {
      adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), self->frame);
      keel_harmless_page_undress (GTK_WINDOW (self));
    }
  adw_bin_set_child (self->page, page);
  keel_entrance_window_say (self, sentence);
  gtk_widget_grab_focus (page);
}

void
keel_entrance_window_show_profiles (KeelEntranceWindow *self)
{
  KeelProfilePage *page = keel_profile_page_new (self->data_dir);

  g_signal_connect_object (page, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  show_page (self, GTK_WIDGET (page), _ ("Choose a profile."));
}

void
keel_entrance_window_show_lock (KeelEntranceWindow *self, const KeelProfileCard *card)
{
  g_autoptr (GPtrArray) cards = keel_profiles_list (self->data_dir);
  KeelLockPage *page = keel_lock_page_new (card, cards->len > 1);

  g_signal_connect_object (page, "unlocked", G_CALLBACK (unlocked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  show_page (self, GTK_WIDGET (page), _ ("This profile is locked."));
}

/* One that is open when it leaves the window keeps all keys to itself. */
static void
close_popovers (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
}

/* The page before it goes altogether: nothing of it may be found by a program that reads the window. */
void
keel_entrance_window_show_harmless (KeelEntranceWindow *self)
{
  KeelHarmlessPage *page = keel_harmless_page_new ();

  close_popovers (GTK_WIDGET (self));
  adw_bin_set_child (self->page, NULL);
  keel_entrance_window_say (self, "");
  g_signal_connect_object (page, "returned", G_CALLBACK (returned_cb), self, G_CONNECT_SWAPPED);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (page));
  keel_harmless_page_dress (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

gboolean
keel_entrance_window_is_harmless (KeelEntranceWindow *self)
{
  return KEEL_IS_HARMLESS_PAGE (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self)));
}

void
keel_entrance_window_say (KeelEntranceWindow *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->status), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  keel_announcer_say (self->announcer, sentence);
}
