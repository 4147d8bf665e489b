#include "keel-line-row.h"

#define FEWEST_CHARS 8 /* on a line: how narrow it can be is asked for each row */

typedef struct
{
  GtkGrid *grid; /* a horizontal box would ask each label how wide it is for many heights */
  GtkBox *lines;
  int first, last; /* columns; that of the lines is 0 */
  GString *sentence;
} KeelLineRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (KeelLineRow, keel_line_row, GTK_TYPE_LIST_BOX_ROW)

static KeelLineRowPrivate *
get_private (KeelLineRow *self)
{
  return keel_line_row_get_instance_private (self);
}

static void
add_said (KeelLineRow *self, const char *words)
{
  GString *sentence = get_private (self)->sentence;

  g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? ", " : "", words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence->str, -1);
}

/* One line alone stands in the middle; several are as high as what stands beside them, and then this costs
 * less. */
static void
append (KeelLineRow *self, GtkWidget *widget)
{
  GtkWidget *lines = GTK_WIDGET (get_private (self)->lines);

  if (gtk_widget_get_first_child (lines) != NULL)
    gtk_widget_set_valign (lines, GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (lines), widget);
}

static void
keel_line_row_finalize (GObject *object)
{
  g_string_free (get_private (KEEL_LINE_ROW (object))->sentence, TRUE);
  G_OBJECT_CLASS (keel_line_row_parent_class)->finalize (object);
}

static void
keel_line_row_class_init (KeelLineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_line_row_finalize;
}

static void
keel_line_row_init (KeelLineRow *self)
{
  KeelLineRowPrivate *own = get_private (self);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  own->sentence = g_string_new (NULL);
  own->grid = GTK_GRID (grid);
  own->lines = GTK_BOX (lines);
  gtk_grid_set_column_spacing (own->grid, 6);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_top (grid, 9);
  gtk_widget_set_margin_bottom (grid, 9);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_grid_attach (own->grid, lines, 0, 0, 1, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), grid);
}

void
keel_line_row_add_line (KeelLineRow *self, const char *text, const char *style, int most)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), FEWEST_CHARS);
  if (most > 0)
    {
      gtk_label_set_lines (GTK_LABEL (label), most);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  append (self, label);
  add_said (self, text);
}

void
keel_line_row_add_below (KeelLineRow *self, GtkWidget *widget, const char *said)
{
  append (self, widget);
  if (said != NULL)
    add_said (self, said);
}

void
keel_line_row_add_before (KeelLineRow *self, GtkWidget *widget)
{
  KeelLineRowPrivate *own = get_private (self);

  gtk_grid_attach (own->grid, widget, --own->first, 0, 1, 1);
  gtk_widget_insert_after (widget, GTK_WIDGET (own->grid), NULL); /* that is read first, too */
}

void
keel_line_row_add_after (KeelLineRow *self, GtkWidget *widget)
{
  KeelLineRowPrivate *own = get_private (self);

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_grid_attach (own->grid, widget, ++own->last, 0, 1, 1);
}

GtkWidget *
keel_line_row_add_button (KeelLineRow *self, const char *icon, const char *tooltip, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  keel_line_row_add_after (self, button);
  return button;
}
