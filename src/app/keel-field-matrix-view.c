#include "config.h"

#include "keel-field-matrix-view.h"

#include <glib/gi18n-lib.h>

#include "keel-field-grid.h"
#include "keel-field-item.h"

#define CELLS 4
/* Lines of each of them that wait to be filled in. */
#define SHOWN 2

typedef struct
{
  KeelFieldMatrixView *matrix;
  char *id;   /* of its row and column */
  char *name; /* the same in words */
  GtkBox *box;
  GPtrArray *items; /* of KeelFieldItem */
} Cell;

struct _KeelFieldMatrixView
{
  KeelFieldView parent_instance;

  Cell cells[CELLS];
};

G_DEFINE_FINAL_TYPE (KeelFieldMatrixView, keel_field_matrix_view, KEEL_TYPE_FIELD_VIEW)

/* The one row in which all four are. Transfer full; NULL without @make where there is none. */
static KeelAnswers *
get_row (KeelFieldMatrixView *self, gboolean make)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);
  const char *id = keel_field_view_get_field (view)->id;
  KeelAnswers *answers = keel_field_view_get_answers (view);

  if (keel_answers_get_n_rows (answers, id) > 0)
    return keel_answers_get_row (answers, id, 0);
  return make ? keel_answers_insert_row (answers, id, 0, NULL) : NULL;
}

static void
write_items (Cell *cell, KeelAnswers *row)
{
  g_autoptr (GError) error = NULL;

  keel_answers_clear (row, cell->id);
  for (guint i = 0; i < cell->items->len && error == NULL; i++)
    {
      g_autoptr (KeelAnswers) item = NULL;

      if (keel_field_item_is_empty (cell->items->pdata[i]))
        continue;
      item = keel_answers_insert_row (row, cell->id, G_MAXUINT, &error);
      if (item != NULL)
        keel_field_item_write (cell->items->pdata[i], item, &error);
    }
  if (error != NULL)
    keel_entry_document_refuse (keel_field_view_get_document (KEEL_FIELD_VIEW (cell->matrix)), error);
}

static void
write_down (Cell *cell, gboolean typing)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (cell->matrix);
  g_autoptr (KeelAnswers) row = NULL;

  keel_field_view_begin (view, typing);
  row = get_row (cell->matrix, TRUE);
  write_items (cell, row);
  if (keel_answers_is_empty (row))
    keel_answers_clear (keel_field_view_get_answers (view), keel_field_view_get_field (view)->id);
  keel_field_view_end (view);
}

static void
typed_cb (KeelFieldItem *item, Cell *cell)
{
  write_down (cell, TRUE);
}

static void
changed_cb (KeelFieldItem *item, Cell *cell)
{
  write_down (cell, FALSE);
}

static void add_item (Cell *cell);

static void
go_to (Cell *cell, guint line)
{
  if (line == cell->items->len)
    add_item (cell);
  gtk_widget_grab_focus (cell->items->pdata[line]);
}

/* From an empty line at the end Return leads on. */
static void
activate_cb (KeelFieldItem *item, Cell *cell)
{
  guint line = 0;

  g_ptr_array_find (cell->items, item, &line);
  if (line + 1 == cell->items->len && keel_field_item_is_empty (item))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (item))), GTK_DIR_TAB_FORWARD);
  else
    go_to (cell, line + 1);
}

static void
add_item (Cell *cell)
{
  const KeelField *field = keel_field_view_get_field (KEEL_FIELD_VIEW (cell->matrix));
  g_autofree char *name = g_strdup_printf (C_ ("line of a list", "%1$s, %2$u"), cell->name,
                                           cell->items->len + 1);
  KeelFieldItem *item = keel_field_item_new (field, name);

  g_signal_connect (item, "typed", G_CALLBACK (typed_cb), cell);
  g_signal_connect (item, "changed", G_CALLBACK (changed_cb), cell);
  g_signal_connect (item, "activate", G_CALLBACK (activate_cb), cell);
  g_ptr_array_add (cell->items, item);
  gtk_box_append (cell->box, GTK_WIDGET (item));
}

static void
add_cb (GtkButton *button, Cell *cell)
{
  go_to (cell, cell->items->len);
}

static GtkWidget *
make_heading (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_cell (Cell *cell, const KeelOption *row, const KeelOption *side)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a Line"));
  g_autofree char *add_name = NULL;

  cell->id = g_strconcat (row->id, "/", side->id, NULL);
  /* Translators: a row and a column of two by two: "If I do it, What it gives me" */
  cell->name = g_strdup_printf (C_ ("row and column", "%1$s, %2$s"), row->label, side->label);
  cell->items = g_ptr_array_new ();
  cell->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  add_name = g_strdup_printf (C_ ("button of a question", "%1$s: %2$s"), cell->name, _ ("Add a Line"));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "keel-row");
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), cell);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, add_name, -1);
  gtk_box_append (GTK_BOX (card), make_heading (side->label, "caption-heading"));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (cell->box));
  gtk_box_append (GTK_BOX (card), add);
  return card;
}

static void
keel_field_matrix_view_build (KeelFieldView *view)
{
  KeelFieldMatrixView *self = KEEL_FIELD_MATRIX_VIEW (view);
  const KeelField *field = keel_field_view_get_field (view);
  KeelFieldGrid *grid = g_object_new (KEEL_TYPE_FIELD_GRID, NULL);

  for (guint i = 0; i < CELLS; i++)
    {
      const KeelOption *row = g_ptr_array_index (field->rows, i / 2);

      self->cells[i].matrix = self;
      if (i % 2 == 0)
        keel_field_grid_append (grid, make_heading (row->label, "heading"), FALSE);
      keel_field_grid_append (grid, make_cell (&self->cells[i], row, g_ptr_array_index (field->sides, i % 2)),
                              TRUE);
    }
  gtk_box_append (keel_field_view_get_box (view), GTK_WIDGET (grid));
}

static void
show_cell (Cell *cell, KeelAnswers *row)
{
  guint n_items = row != NULL ? keel_answers_get_n_rows (row, cell->id) : 0;

  while (cell->items->len > MAX (n_items, SHOWN))
    gtk_box_remove (cell->box, g_ptr_array_steal_index (cell->items, cell->items->len - 1));
  while (cell->items->len < MAX (n_items, SHOWN))
    add_item (cell);
  for (guint i = 0; i < cell->items->len; i++)
    {
      g_autoptr (KeelAnswers) item = i < n_items ? keel_answers_get_row (row, cell->id, i) : NULL;

      keel_field_item_show (cell->items->pdata[i], item);
    }
}

static void
keel_field_matrix_view_show (KeelFieldView *view)
{
  KeelFieldMatrixView *self = KEEL_FIELD_MATRIX_VIEW (view);
  g_autoptr (KeelAnswers) row = get_row (self, FALSE);

  for (guint i = 0; i < CELLS; i++)
    show_cell (&self->cells[i], row);
}

static gboolean
keel_field_matrix_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KEEL_FIELD_MATRIX_VIEW (widget)->cells[0].items->pdata[0]);
}

static void
keel_field_matrix_view_finalize (GObject *object)
{
  KeelFieldMatrixView *self = KEEL_FIELD_MATRIX_VIEW (object);

  for (guint i = 0; i < CELLS; i++)
    {
      g_free (self->cells[i].id);
      g_free (self->cells[i].name);
      g_clear_pointer (&self->cells[i].items, g_ptr_array_unref);
    }
  G_OBJECT_CLASS (keel_field_matrix_view_parent_class)->finalize (object);
}

static void
keel_field_matrix_view_class_init (KeelFieldMatrixViewClass *klass)
{
  KeelFieldViewClass *view_class = KEEL_FIELD_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_field_matrix_view_finalize;
  view_class->build = keel_field_matrix_view_build;
  view_class->show = keel_field_matrix_view_show;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_matrix_view_grab_focus;
}

static void
keel_field_matrix_view_init (KeelFieldMatrixView *self)
{
}
