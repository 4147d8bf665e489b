#include "config.h"

#include "keel-urge-tags.h"

#include <glib/gi18n-lib.h>

#include "content/keel-strategy-sentences.h"

#include "keel-toggle.h"
#include "keel-wrap-box.h"

/* What can be going on in an urge. Emergencies have their own way, and plans and times of the day are no
 * reasons. */
static const KeelStrategyTag offered[] = {
  KEEL_TAG_STRESS, KEEL_TAG_ANGER,   KEEL_TAG_ANXIETY, KEEL_TAG_SAD,      KEEL_TAG_LONELY, KEEL_TAG_BORED,
  KEEL_TAG_TIRED,  KEEL_TAG_HUNGRY,  KEEL_TAG_PAIN,    KEEL_TAG_SHAME,    KEEL_TAG_JOY,    KEEL_TAG_SOCIAL,
  KEEL_TAG_PLACE,  KEEL_TAG_PEOPLE,  KEEL_TAG_MONEY,   KEEL_TAG_CONFLICT, KEEL_TAG_GRIEF,  KEEL_TAG_INSOMNIA,
  KEEL_TAG_BODY,   KEEL_TAG_THOUGHT, KEEL_TAG_ONLINE,  KEEL_TAG_WORK,     KEEL_TAG_LAPSE,
};

struct _KeelUrgeTags
{
  AdwBin parent_instance;

  GtkToggleButton *chips[G_N_ELEMENTS (offered)];
  guint64 others; /* that have no chip here */
  gboolean putting;
};

G_DEFINE_FINAL_TYPE (KeelUrgeTags, keel_urge_tags, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (KeelUrgeTags *self)
{
  if (!self->putting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
keel_urge_tags_class_init (KeelUrgeTagsClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_URGE_TAGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
keel_urge_tags_init (KeelUrgeTags *self)
{
  KeelWrapBox *box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      GtkWidget *chip = keel_toggle_new (keel_sentence_strategy_tag (offered[i]),
                                         GTK_ACCESSIBLE_ROLE_CHECKBOX);

      self->chips[i] = GTK_TOGGLE_BUTTON (chip);
      gtk_widget_add_css_class (chip, "keel-chip");
      gtk_widget_add_css_class (chip, "keel-large-chip");
      g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      keel_wrap_box_append (box, chip);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is going on?"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

KeelUrgeTags *
keel_urge_tags_new (void)
{
  return g_object_new (KEEL_TYPE_URGE_TAGS, NULL);
}

void
keel_urge_tags_leave_out (KeelUrgeTags *self, KeelStrategyTag tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    if (offered[i] == tag)
      gtk_widget_set_visible (GTK_WIDGET (self->chips[i]), FALSE);
}

void
keel_urge_tags_set (KeelUrgeTags *self, guint64 tags)
{
  self->putting = TRUE;
  self->others = tags;
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      gtk_toggle_button_set_active (self->chips[i], (tags & KEEL_TAG_BIT (offered[i])) != 0);
      self->others &= ~KEEL_TAG_BIT (offered[i]);
    }
  self->putting = FALSE;
}

guint64
keel_urge_tags_get (KeelUrgeTags *self)
{
  guint64 tags = self->others;

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      if (gtk_toggle_button_get_active (self->chips[i]))
        tags |= KEEL_TAG_BIT (offered[i]);
    }
  return tags;
}
