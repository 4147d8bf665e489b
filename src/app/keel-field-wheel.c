#include "config.h"

#include "keel-field-wheel.h"

#include <math.h>

#include "paper/keel-wheel.h"

#include "keel-drawing-view.h"

#define HEIGHT 340

struct _KeelFieldWheel
{
  GtkDrawingArea parent_instance;

  const KeelField *table;
  const KeelField *column;
  KeelWheel *wheel;
};

G_DEFINE_FINAL_TYPE (KeelFieldWheel, keel_field_wheel, GTK_TYPE_DRAWING_AREA)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KeelFieldWheel *self = KEEL_FIELD_WHEEL (area);
  KeelWheelColour text, accent;

  keel_drawing_view_get_colours (GTK_WIDGET (self), &text, &accent);
  keel_wheel_draw (self->wheel, cr, gtk_widget_get_pango_context (GTK_WIDGET (self)), width, height, &text,
                   &accent);
}

static void
keel_field_wheel_finalize (GObject *object)
{
  keel_wheel_free (KEEL_FIELD_WHEEL (object)->wheel);
  G_OBJECT_CLASS (keel_field_wheel_parent_class)->finalize (object);
}

static void
keel_field_wheel_class_init (KeelFieldWheelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_field_wheel_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
keel_field_wheel_init (KeelFieldWheel *self)
{
  self->wheel = keel_wheel_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
}

GtkWidget *
keel_field_wheel_new (const KeelField *table)
{
  KeelFieldWheel *self;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const KeelField *column = g_ptr_array_index (table->columns, i);

      if (!column->wheel)
        continue;
      self = g_object_new (KEEL_TYPE_FIELD_WHEEL, NULL);
      self->table = table;
      self->column = column;
      return GTK_WIDGET (self);
    }
  return NULL;
}

/* The first column has the name of the row. */
static void
add_spoke (KeelFieldWheel *self, const KeelAnswers *row, GString *words)
{
  const KeelField *first = g_ptr_array_index (self->table->columns, 0);
  const char *name = keel_answers_get_text (row, first->id);
  double number, share = NAN;

  if (keel_answers_is_empty (row))
    return;
  name = name != NULL ? name : "";
  if (keel_answers_get_number (row, self->column->id, &number))
    {
      share = (number - self->column->min) / (self->column->max - self->column->min);
      g_string_append_printf (words, "%s%s %.0f", words->len > 0 ? ", " : "", name, number);
    }
  keel_wheel_add (self->wheel, name, share);
}

void
keel_field_wheel_show (KeelFieldWheel *self, const KeelAnswers *answers)
{
  g_autoptr (GString) words = g_string_new (NULL);

  keel_wheel_clear (self->wheel);
  for (guint i = 0; i < keel_answers_get_n_rows (answers, self->table->id); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, self->table->id, i);

      add_spoke (self, row, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), keel_wheel_get_n_rated (self->wheel) >= KEEL_WHEEL_LEAST);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
