#include "config.h"

#include "keel-field-row.h"

#include <glib/gi18n-lib.h>

#include "keel-field-grid.h"

struct _KeelFieldRow
{
  GtkBox parent_instance;

  GtkLabel *number;
  GtkWidget *up, *down, *remove;
  GPtrArray *views; /* of KeelFieldView */
  KeelAnswers *answers;
};

G_DEFINE_FINAL_TYPE (KeelFieldRow, keel_field_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_REMOVE,
  SIGNAL_MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remove_cb (KeelFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
up_cb (KeelFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
}

static void
down_cb (KeelFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
}

static void
keel_field_row_finalize (GObject *object)
{
  KeelFieldRow *self = KEEL_FIELD_ROW (object);

  g_ptr_array_unref (self->views);
  g_clear_pointer (&self->answers, keel_answers_unref);
  G_OBJECT_CLASS (keel_field_row_parent_class)->finalize (object);
}

static void
keel_field_row_class_init (KeelFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_field_row_finalize;

  signals[SIGNAL_REMOVE] = g_signal_new ("remove", KEEL_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE] = g_signal_new ("move", KEEL_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_button (KeelFieldRow *self, GtkBox *bar, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (bar, button);
  return button;
}

/* After the columns, so that Tab leads through them first. */
static void
add_buttons (KeelFieldRow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_halign (bar, GTK_ALIGN_END);
  self->up = add_button (self, GTK_BOX (bar), "go-up-symbolic", _ ("Move up"), G_CALLBACK (up_cb));
  self->down = add_button (self, GTK_BOX (bar), "go-down-symbolic", _ ("Move down"), G_CALLBACK (down_cb));
  self->remove = add_button (self, GTK_BOX (bar), "user-trash-symbolic", _ ("Remove"),
                             G_CALLBACK (remove_cb));
  gtk_box_append (GTK_BOX (self), bar);
}

static void
keel_field_row_init (KeelFieldRow *self)
{
  self->views = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "keel-row");
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->number, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->number));
}

KeelFieldRow *
keel_field_row_new (const KeelField *table, KeelEntryDocument *document, KeelAnswers *answers)
{
  KeelFieldRow *self = g_object_new (KEEL_TYPE_FIELD_ROW, NULL);
  KeelFieldGrid *grid = g_object_new (KEEL_TYPE_FIELD_GRID, NULL);

  self->answers = keel_answers_ref (answers);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const KeelField *column = g_ptr_array_index (table->columns, i);
      KeelFieldView *view = keel_field_view_new (column, document, table->id, answers);

      keel_field_grid_append (grid, GTK_WIDGET (view), keel_field_view_is_short (column));
      g_ptr_array_add (self->views, view);
    }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (grid));
  add_buttons (self);
  return self;
}

void
keel_field_row_refresh (KeelFieldRow *self, KeelAnswers *answers)
{
  keel_answers_ref (answers);
  g_clear_pointer (&self->answers, keel_answers_unref);
  self->answers = answers;
  for (guint i = 0; i < self->views->len; i++)
    keel_field_view_refresh (self->views->pdata[i], answers);
}

/* Takes @name. */
static void
name_widget (gpointer widget, char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

void
keel_field_row_set_number (KeelFieldRow *self, guint number, guint of)
{
  /* Translators: the number of a row of a table, above it. */
  g_autofree char *text = g_strdup_printf (C_ ("row of a table", "%u"), number);

  gtk_label_set_text (self->number, text);
  name_widget (self, g_strdup_printf (_ ("Row %u"), number));
  name_widget (self->up, g_strdup_printf (_ ("Move row %u up"), number));
  name_widget (self->down, g_strdup_printf (_ ("Move row %u down"), number));
  name_widget (self->remove, g_strdup_printf (_ ("Remove row %u"), number));
  gtk_widget_set_sensitive (self->up, number > 1);
  gtk_widget_set_sensitive (self->down, number < of);
  for (guint i = 0; i < self->views->len; i++)
    keel_field_view_set_row (self->views->pdata[i], number);
}

KeelAnswers *
keel_field_row_get_answers (KeelFieldRow *self)
{
  return self->answers;
}

int
keel_field_row_find_focus (KeelFieldRow *self)
{
  for (guint i = 0; i < self->views->len; i++)
    if (gtk_widget_get_state_flags (self->views->pdata[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return (int) i;
  return -1;
}

void
keel_field_row_focus (KeelFieldRow *self, int column)
{
  if (column >= 0)
    gtk_widget_grab_focus (self->views->pdata[column]);
}
