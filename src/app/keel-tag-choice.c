#include "config.h"

#include "keel-tag-choice.h"

#include "content/keel-strategy-sentences.h"

#include "keel-toggle.h"
#include "keel-wrap-box.h"

struct _KeelTagChoice
{
  AdwBin parent_instance;

  GtkToggleButton *chips[KEEL_N_TAGS];
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (KeelTagChoice, keel_tag_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (KeelTagChoice *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
keel_tag_choice_class_init (KeelTagChoiceClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_TAG_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_tag_choice_init (KeelTagChoice *self)
{
  GtkWidget *box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, NULL);

  for (guint i = 0; i < KEEL_N_TAGS; i++)
    {
      GtkWidget *chip = keel_toggle_new (keel_sentence_strategy_tag ((KeelStrategyTag) i),
                                         GTK_ACCESSIBLE_ROLE_CHECKBOX);

      self->chips[i] = GTK_TOGGLE_BUTTON (chip);
      gtk_widget_add_css_class (chip, "keel-chip");
      g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      keel_wrap_box_append (KEEL_WRAP_BOX (box), chip);
    }
  adw_bin_set_child (ADW_BIN (self), box);
}

guint64
keel_tag_choice_get (KeelTagChoice *self)
{
  guint64 tags = KEEL_TAGS_NONE;

  for (guint i = 0; i < KEEL_N_TAGS; i++)
    if (gtk_toggle_button_get_active (self->chips[i]))
      tags |= KEEL_TAG_BIT (i);
  return tags;
}

void
keel_tag_choice_set (KeelTagChoice *self, guint64 tags)
{
  self->setting = TRUE;
  for (guint i = 0; i < KEEL_N_TAGS; i++)
    gtk_toggle_button_set_active (self->chips[i], (tags & KEEL_TAG_BIT (i)) != 0);
  self->setting = FALSE;
}
