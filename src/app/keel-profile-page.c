#include "config.h"

#include "keel-profile-page.h"

#include <glib/gi18n-lib.h>

#include "store/keel-profiles.h"

#include "keel-profile-picture.h"

struct _KeelProfilePage
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkListBox *rows;
  GtkWidget *new_profile;

  GPtrArray *cards; /* of KeelProfileCard, as in the rows */
};

G_DEFINE_FINAL_TYPE (KeelProfilePage, keel_profile_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (KeelProfilePage *self, GtkListBoxRow *row)
{
  KeelProfileCard *card = self->cards->pdata[gtk_list_box_row_get_index (row)];
  g_autofree char *id = g_strdup (card->id);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
}

static GtkWidget *
make_icon (const char *icon)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       NULL);
}

static GtkWidget *
make_row (KeelProfileCard *card)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = keel_profile_card_get_title (card);
  GtkWidget *picture = keel_profile_picture_new (card->settings->picture, title, 48);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (card->protected)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Opens with a passphrase"));
  gtk_widget_set_margin_top (picture, 6);
  gtk_widget_set_margin_bottom (picture, 6);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), picture);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* The first profile: where the focus of a chooser belongs. */
static gboolean
keel_profile_page_grab_focus (GtkWidget *widget)
{
  KeelProfilePage *self = KEEL_PROFILE_PAGE (widget);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->rows, 0);

  return gtk_widget_grab_focus (first != NULL ? GTK_WIDGET (first) : self->new_profile);
}

static void
keel_profile_page_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_PROFILE_PAGE (object)->cards, g_ptr_array_unref);
  G_OBJECT_CLASS (keel_profile_page_parent_class)->finalize (object);
}

static void
keel_profile_page_class_init (KeelProfilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_profile_page_finalize;
  widget_class->grab_focus = keel_profile_page_grab_focus;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_PROFILE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProfilePage, heading);
  gtk_widget_class_bind_template_child (widget_class, KeelProfilePage, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelProfilePage, new_profile);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
keel_profile_page_init (KeelProfilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

KeelProfilePage *
keel_profile_page_new (const char *data_dir)
{
  KeelProfilePage *self = g_object_new (KEEL_TYPE_PROFILE_PAGE, NULL);

  self->cards = keel_profiles_list (data_dir);
  for (guint i = 0; i < self->cards->len; i++)
    gtk_list_box_append (self->rows, make_row (self->cards->pdata[i]));
  if (self->cards->len == 0)
    {
      gtk_label_set_text (self->heading, _ ("No profiles yet"));
      gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
    }
  return self;
}
