#include "config.h"

#include "keel-field-item.h"

#include <glib/gi18n-lib.h>

#include "keel-field-line-view.h"
#include "keel-private-text.h"
#include "keel-toggle.h"
#include "keel-typed-number.h"
#include "keel-wrap-box.h"

/* A tag is a tick of its own: its id is no word of the person's, to be found by search. */
#define KEY "keel-key"
#define MOST_WEIGHT 10

struct _KeelFieldItem
{
  GtkBox parent_instance;

  GtkEditable *entry;
  KeelWrapBox *more;
  GPtrArray *tags;     /* of GtkToggleButton */
  GtkEditable *weight; /* nullable */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (KeelFieldItem, keel_field_item, GTK_TYPE_BOX)

enum
{
  SIGNAL_TYPED,
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_key (gpointer tag)
{
  return g_object_get_data (G_OBJECT (tag), KEY);
}

/* What was said of a text goes with it and stays in sight as long as it is there. */
static void
show_more (KeelFieldItem *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->more), !keel_field_item_is_empty (self));
}

static void
typed_cb (KeelFieldItem *self)
{
  if (self->showing)
    return;
  show_more (self);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
changed_cb (KeelFieldItem *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* One tag at most. */
static void
toggled_cb (GtkToggleButton *tag, KeelFieldItem *self)
{
  if (self->showing)
    return;
  self->showing = TRUE;
  for (guint i = 0; i < self->tags->len; i++)
    if (self->tags->pdata[i] != tag)
      gtk_toggle_button_set_active (self->tags->pdata[i], FALSE);
  self->showing = FALSE;
  changed_cb (self);
}

static void
activate_cb (KeelFieldItem *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static gboolean
keel_field_item_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_FIELD_ITEM (widget)->entry));
}

static void
keel_field_item_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_FIELD_ITEM (object)->tags);
  G_OBJECT_CLASS (keel_field_item_parent_class)->finalize (object);
}

static void
keel_field_item_class_init (KeelFieldItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_field_item_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_item_grab_focus;

  signals[SIGNAL_TYPED] = g_signal_new ("typed", KEEL_TYPE_FIELD_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_FIELD_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", KEEL_TYPE_FIELD_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_field_item_init (KeelFieldItem *self)
{
  self->tags = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static GtkEditable *
make_entry (const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  keel_private_text_mark (GTK_EDITABLE (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_EDITABLE (entry);
}

static void
add_tags (KeelFieldItem *self, const KeelField *matrix, const char *name)
{
  for (guint i = 0; i < matrix->options->len; i++)
    {
      const KeelOption *tag = g_ptr_array_index (matrix->options, i);
      GtkWidget *chip = keel_toggle_new (tag->label, GTK_ACCESSIBLE_ROLE_CHECKBOX);
      /* Translators: what stands in a field, and a mark for it: "If I do it, what it gives me, 1: Soon" */
      g_autofree char *full = g_strdup_printf (C_ ("mark of a text", "%1$s: %2$s"), name, tag->label);

      g_object_set_data_full (G_OBJECT (chip), KEY, g_strconcat ("tag/", tag->id, NULL), g_free);
      gtk_widget_add_css_class (chip, "keel-chip");
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, 0);
      g_ptr_array_add (self->tags, chip);
      keel_wrap_box_append (self->more, chip);
    }
}

static void
add_weight (KeelFieldItem *self, const KeelField *matrix, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: how much something in favour or against counts, from 0 to 10. */
  const char *word = _ ("Weight");
  g_autofree char *full = g_strdup_printf (C_ ("mark of a text", "%1$s: %2$s"), name, word);
  GtkWidget *label = gtk_label_new (word);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  self->weight = make_entry (full);
  gtk_editable_set_width_chars (self->weight, 3);
  gtk_editable_set_max_width_chars (self->weight, 3);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->weight), C_ ("weight", "0–10"));
  gtk_widget_add_css_class (GTK_WIDGET (self->weight), "keel-weight");
  if (matrix->low != NULL && matrix->high != NULL)
    {
      g_autofree char *ends = g_strdup_printf (_ ("%1$d: %2$s, %3$d: %4$s"), 0, matrix->low, MOST_WEIGHT,
                                               matrix->high);

      gtk_widget_set_tooltip_text (GTK_WIDGET (self->weight), ends);
    }
  g_signal_connect_object (self->weight, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->weight));
  keel_wrap_box_append (self->more, box);
}

KeelFieldItem *
keel_field_item_new (const KeelField *matrix, const char *name)
{
  KeelFieldItem *self = g_object_new (KEEL_TYPE_FIELD_ITEM, NULL);

  self->entry = make_entry (name);
  self->more = g_object_new (KEEL_TYPE_WRAP_BOX, "visible", FALSE, NULL);
  add_tags (self, matrix, name);
  if (matrix->weight)
    add_weight (self, matrix, name);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->more));
  return self;
}

static GtkToggleButton *
find_tag (KeelFieldItem *self)
{
  for (guint i = 0; i < self->tags->len; i++)
    if (gtk_toggle_button_get_active (self->tags->pdata[i]))
      return self->tags->pdata[i];
  return NULL;
}

gboolean
keel_field_item_is_empty (KeelFieldItem *self)
{
  return *gtk_editable_get_text (self->entry) == '\0' && find_tag (self) == NULL &&
         (self->weight == NULL || *gtk_editable_get_text (self->weight) == '\0');
}

void
keel_field_item_write (KeelFieldItem *self, KeelAnswers *answers, GError **error)
{
  const char *weight = self->weight != NULL ? gtk_editable_get_text (self->weight) : "";
  int number;

  if (!keel_answers_set_text (answers, "text", gtk_editable_get_text (self->entry), error))
    return;
  for (guint i = 0; i < self->tags->len; i++)
    keel_answers_set_tick (answers, get_key (self->tags->pdata[i]),
                           gtk_toggle_button_get_active (self->tags->pdata[i]));
  if (keel_typed_number_parse (weight, 0, MOST_WEIGHT, &number))
    keel_answers_set_number (answers, "weight", number);
  else
    keel_answers_set_text (answers, "weight", weight, NULL);
}

static char *
dup_weight (KeelAnswers *answers)
{
  const char *text = answers != NULL ? keel_answers_get_text (answers, "weight") : NULL;
  double number;

  if (answers != NULL && keel_answers_get_number (answers, "weight", &number))
    return g_strdup_printf ("%.0f", number);
  return g_strdup (text != NULL ? text : "");
}

void
keel_field_item_show (KeelFieldItem *self, KeelAnswers *answers)
{
  const char *text = answers != NULL ? keel_answers_get_text (answers, "text") : NULL;
  g_autofree char *weight = dup_weight (answers);

  self->showing = TRUE;
  keel_field_line_view_put (self->entry, text != NULL ? text : "");
  for (guint i = 0; i < self->tags->len; i++)
    gtk_toggle_button_set_active (self->tags->pdata[i],
                                  answers != NULL &&
                                      keel_answers_get_tick (answers, get_key (self->tags->pdata[i])));
  if (self->weight != NULL)
    keel_field_line_view_put (self->weight, weight);
  self->showing = FALSE;
  show_more (self);
}
