#include "config.h"

#include "keel-tag-chips.h"

#include <glib/gi18n-lib.h>

#include "content/keel-strategy-sentences.h"
#include "core/keel-series.h"

#include "keel-chip-choice.h"
#include "keel-pages.h"

struct _KeelTagChips
{
  AdwBin parent_instance;

  KeelChipChoice *first;
  KeelChipChoice *others;
  GtkWidget *more;
  guint64 offered;
  gboolean members; /* whose are offered */
};

G_DEFINE_FINAL_TYPE (KeelTagChips, keel_tag_chips, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const KeelStrategyTag first_of_members[] = {
  KEEL_TAG_CRAVING, KEEL_TAG_ANGER,    KEEL_TAG_ANXIETY, KEEL_TAG_STRESS, KEEL_TAG_LONELY,
  KEEL_TAG_SAD,     KEEL_TAG_INSOMNIA, KEEL_TAG_SOCIAL,  KEEL_TAG_LAPSE,  KEEL_TAG_EMERGENCY,
};
static const KeelStrategyTag first_of_families[] = {
  KEEL_TAG_FAMILY, KEEL_TAG_CONFLICT, KEEL_TAG_ANGER, KEEL_TAG_ANXIETY,
  KEEL_TAG_STRESS, KEEL_TAG_SHAME,    KEEL_TAG_GRIEF, KEEL_TAG_EMERGENCY,
};

static void
chosen_cb (KeelTagChips *self, const char *word)
{
  int tag = keel_word_find (keel_strategy_tag_words, word);

  keel_tag_chips_select (self, (KeelStrategyTag) tag);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, tag);
}

static void
more_cb (KeelTagChips *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->others), TRUE);
  keel_pages_start (GTK_WIDGET (self->others));
  gtk_widget_set_visible (self->more, FALSE);
}

static void
keel_tag_chips_class_init (KeelTagChipsClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_TAG_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static KeelChipChoice *
add_chips (KeelTagChips *self, GtkBox *box, const char *name)
{
  GtkWidget *chips = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  gtk_widget_add_css_class (chips, "keel-large-chips");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (chips, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, chips);
  return KEEL_CHIP_CHOICE (chips);
}

/* Those of families that are members' words: what is behind them is found without a chip. */
static guint64
leave_out (guint64 tags, gboolean members)
{
  static const guint64 of_members = KEEL_TAG_BIT (KEEL_TAG_CRAVING) | KEEL_TAG_BIT (KEEL_TAG_LAPSE) |
                                    KEEL_TAG_BIT (KEEL_TAG_PLACE);

  return members ? tags : tags & ~of_members;
}

static void
make (KeelTagChips *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->first = add_chips (self, GTK_BOX (box), _ ("What is going on?"));
  self->others = add_chips (self, GTK_BOX (box), _ ("What else is going on?"));
  self->more = gtk_button_new_with_label (C_ ("what is going on", "Something Else"));
  gtk_widget_set_visible (GTK_WIDGET (self->others), FALSE);
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
  self->offered = KEEL_TAGS_NONE;
}

static void
keel_tag_chips_init (KeelTagChips *self)
{
  make (self);
}

static void
offer (KeelTagChips *self, KeelChipChoice *chips, KeelStrategyTag tag)
{
  const char *word = keel_strategy_tag_words[tag];

  if (!keel_chip_choice_has (self->first, word) && !keel_chip_choice_has (self->others, word))
    keel_chip_choice_add (chips, word, keel_sentence_strategy_tag (tag));
}

/* Whoever gets other pages besides finds theirs among the others: what one knows stays where it is. */
void
keel_tag_chips_offer (KeelTagChips *self, guint64 tags, gboolean members)
{
  const KeelStrategyTag *first = members ? first_of_members : first_of_families;
  gsize n = members ? G_N_ELEMENTS (first_of_members) : G_N_ELEMENTS (first_of_families);
  guint64 wanted = leave_out (tags, members);

  if (self->members != members || (self->offered & ~wanted) != 0)
    make (self);
  for (gsize i = 0; i < n && self->offered == KEEL_TAGS_NONE; i++)
    if ((wanted & KEEL_TAG_BIT (first[i])) != 0)
      offer (self, self->first, first[i]);
  for (guint i = 0; i < KEEL_N_TAGS; i++)
    if ((wanted & KEEL_TAG_BIT (i)) != 0)
      offer (self, self->others, (KeelStrategyTag) i);
  self->offered = wanted;
  self->members = members;
}

static void
select_in (KeelChipChoice *chips, const char *word)
{
  keel_chip_choice_select (chips, word != NULL && keel_chip_choice_has (chips, word) ? word : NULL);
}

void
keel_tag_chips_select (KeelTagChips *self, KeelStrategyTag tag)
{
  const char *word = tag < KEEL_N_TAGS ? keel_strategy_tag_words[tag] : NULL;

  select_in (self->first, word);
  select_in (self->others, word);
}

void
keel_tag_chips_start (KeelTagChips *self)
{
  keel_pages_start (GTK_WIDGET (self->first));
}
