#include "config.h"

#include "keel-strategy-hero.h"

#include <glib/gi18n-lib.h>

#include "keel-strategy-row.h"
#include "keel-strategy-start.h"
#include "keel-wrap-box.h"

struct _KeelStrategyHero
{
  AdwBin parent_instance;

  GtkBox *box;
  char *id;
};

G_DEFINE_FINAL_TYPE (KeelStrategyHero, keel_strategy_hero, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
open_cb (KeelStrategyHero *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, self->id);
}

static void
keel_strategy_hero_finalize (GObject *object)
{
  g_free (KEEL_STRATEGY_HERO (object)->id);
  G_OBJECT_CLASS (keel_strategy_hero_parent_class)->finalize (object);
}

static void
keel_strategy_hero_class_init (KeelStrategyHeroClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_strategy_hero_finalize;

  signals[SIGNAL_OPEN] = g_signal_new ("open", KEEL_TYPE_STRATEGY_HERO, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_strategy_hero_init (KeelStrategyHero *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = GTK_BOX (box);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "keel-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
add_line (KeelStrategyHero *self, const char *text, const char *style)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
}

static GtkWidget *
make_open_button (KeelStrategyHero *self, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Open the Card"));
  /* Translators: opens the card whose name is %s. For those who listen. */
  g_autofree char *words = g_strdup_printf (_ ("Open the card: %s"), name);

  gtk_widget_add_css_class (button, "pill");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_buttons (KeelStrategyHero *self, KeelContent *content, const KeelStrategy *strategy)
{
  GtkWidget *buttons = g_object_new (KEEL_TYPE_WRAP_BOX, "margin-top", 6, NULL);
  GtkWidget *open = make_open_button (self, strategy->name);
  GtkWidget *start = NULL;

  if (!keel_strategy_start_needs_reading (strategy))
    {
      start = keel_strategy_start_new (content, strategy);
      keel_wrap_box_append (KEEL_WRAP_BOX (buttons), start);
    }
  keel_wrap_box_append (KEEL_WRAP_BOX (buttons), open);
  gtk_widget_add_css_class (start != NULL ? start : open, "suggested-action");
  gtk_box_append (self->box, buttons);
}

GtkWidget *
keel_strategy_hero_new (KeelContent *content, const KeelStrategy *strategy, const KeelStrategyBook *book)
{
  KeelStrategyHero *self = g_object_new (KEEL_TYPE_STRATEGY_HERO, NULL);
  const KeelStrategyStep *first = g_ptr_array_index (strategy->steps, 0);
  g_autofree char *facts = keel_strategy_row_describe (strategy, book);
  /* Translators: the first thing to do. */
  g_autofree char *step = g_strdup_printf (_ ("First: %s"), first->text);

  self->id = g_strdup (strategy->id);
  add_line (self, strategy->name, "title-2");
  add_line (self, facts, "dim-label");
  add_line (self, strategy->when, "keel-prose");
  add_line (self, step, "heading");
  add_buttons (self, content, strategy);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, strategy->name, -1);
  return GTK_WIDGET (self);
}
