#include "config.h"

#include "keel-picture-choice.h"

#include <glib/gi18n-lib.h>

#include "store/keel-profiles.h"

#include "keel-profile-picture.h"
#include "keel-toggle.h"
#include "keel-wrap-box.h"

struct _KeelPictureChoice
{
  AdwBin parent_instance;

  GPtrArray *buttons; /* of GtkToggleButton, as in keel_profile_pictures */
};

G_DEFINE_FINAL_TYPE (KeelPictureChoice, keel_picture_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkToggleButton *button, KeelPictureChoice *self)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_button (KeelPictureChoice *self, const char *picture)
{
  const char *word = keel_profile_picture_describe (picture);
  g_autofree char *icon = g_strconcat (picture, "-symbolic", NULL);
  GtkWidget *button = keel_toggle_new (NULL, GTK_ACCESSIBLE_ROLE_RADIO);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "pixel-size", 24, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_button_set_child (GTK_BUTTON (button), image);
  gtk_widget_add_css_class (button, "keel-picture");
  gtk_widget_set_tooltip_text (button, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

static void
keel_picture_choice_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_PICTURE_CHOICE (object)->buttons);
  G_OBJECT_CLASS (keel_picture_choice_parent_class)->finalize (object);
}

static void
keel_picture_choice_class_init (KeelPictureChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_picture_choice_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_PICTURE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
keel_picture_choice_init (KeelPictureChoice *self)
{
  KeelWrapBox *box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, "choice", TRUE, NULL);

  self->buttons = g_ptr_array_new ();
  for (guint i = 0; keel_profile_pictures[i] != NULL; i++)
    {
      GtkWidget *button = make_button (self, keel_profile_pictures[i]);

      g_ptr_array_add (self->buttons, button);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
      keel_wrap_box_append (box, button);
    }
  gtk_toggle_button_set_active (self->buttons->pdata[0], TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Picture"), -1);
}

const char *
keel_picture_choice_get_picture (KeelPictureChoice *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (gtk_toggle_button_get_active (self->buttons->pdata[i]))
        return keel_profile_pictures[i];
    }
  return keel_profile_pictures[0];
}

void
keel_picture_choice_set_picture (KeelPictureChoice *self, const char *picture)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (g_strcmp0 (keel_profile_pictures[i], picture) == 0 || (i == 0 && picture == NULL))
        gtk_toggle_button_set_active (self->buttons->pdata[i], TRUE);
    }
}
