#include "config.h"

#include "keel-strategy-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "content/keel-strategy-sentences.h"

struct _KeelStrategyRow
{
  GtkListBoxRow parent_instance;

  GtkBox *lines;
  char *id;
};

G_DEFINE_FINAL_TYPE (KeelStrategyRow, keel_strategy_row, GTK_TYPE_LIST_BOX_ROW)

static void
keel_strategy_row_finalize (GObject *object)
{
  g_free (KEEL_STRATEGY_ROW (object)->id);
  G_OBJECT_CLASS (keel_strategy_row_parent_class)->finalize (object);
}

static void
keel_strategy_row_class_init (KeelStrategyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_strategy_row_finalize;
}

static void
keel_strategy_row_init (KeelStrategyRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->lines = GTK_BOX (lines);
  gtk_widget_add_css_class (lines, "keel-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), lines);
}

static void
add_line (KeelStrategyRow *self, const char *text, const char *style)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->lines, label);
}

static void
add_marks (GPtrArray *words, const KeelStrategy *strategy, const KeelStrategyBook *book)
{
  const KeelStrategyMark *mark = keel_strategy_book_get_mark (book, strategy->id);
  const KeelStrategyHelp *help = keel_strategy_book_get_help (book, strategy->id);

  if (help != NULL && keel_strategy_help_helped (help))
    g_ptr_array_add (words, g_strdup (C_ ("strategy", "Helped you")));
  if (mark != NULL && mark->favourite)
    g_ptr_array_add (words, g_strdup (C_ ("strategy", "Favorite")));
  if (mark != NULL && mark->suggested != NULL)
    g_ptr_array_add (words, g_strdup (C_ ("strategy", "Suggested to you")));
}

char *
keel_strategy_row_describe (const KeelStrategy *strategy, const KeelStrategyBook *book)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  char *minutes = keel_sentence_strategy_minutes (strategy);
  const char *grade = keel_sentence_strategy_grade (strategy->grade);

  if (minutes != NULL)
    g_ptr_array_add (words, minutes);
  if (keel_strategy_is_own (strategy->id))
    g_ptr_array_add (words, g_strdup (C_ ("strategy", "Made by you")));
  else if (grade != NULL)
    g_ptr_array_add (words, g_strdup (grade));
  if (book != NULL)
    add_marks (words, strategy, book);
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

/* "Urge surfing. When the urge is there. 10 minutes": what is heard, each a sentence. */
static char *
name_row (const KeelStrategy *strategy, const char *facts)
{
  const char *const words[] = { strategy->name, strategy->when, facts };
  g_autoptr (GString) name = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (words[i] == NULL)
        continue;
      if (name->len > 0)
        g_string_append (name, strchr (".?!", name->str[name->len - 1]) != NULL ? " " : ". ");
      g_string_append (name, words[i]);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

GtkWidget *
keel_strategy_row_new (const KeelStrategy *strategy, const KeelStrategyBook *book)
{
  KeelStrategyRow *self = g_object_new (KEEL_TYPE_STRATEGY_ROW, NULL);
  g_autofree char *facts = keel_strategy_row_describe (strategy, book);
  g_autofree char *name = name_row (strategy, facts);

  self->id = g_strdup (strategy->id);
  add_line (self, strategy->name, "heading");
  add_line (self, strategy->when, "keel-prose");
  add_line (self, facts, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

const char *
keel_strategy_row_get_id (KeelStrategyRow *self)
{
  return self->id;
}
