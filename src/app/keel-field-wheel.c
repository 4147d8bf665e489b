#include "config.h"

#include "keel-field-wheel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEIGHT 340
/* Around the wheel, for the words. */
#define EDGE 48
#define RINGS 5

typedef struct
{
  char *name;
  double value; /* 0 to 1; below 0: nothing said */
} Spoke;

struct _KeelFieldWheel
{
  GtkDrawingArea parent_instance;

  const KeelField *table;
  const KeelField *column;
  GArray *spokes; /* of Spoke */
};

G_DEFINE_FINAL_TYPE (KeelFieldWheel, keel_field_wheel, GTK_TYPE_DRAWING_AREA)

static void
clear_spoke (gpointer data)
{
  g_free (((Spoke *) data)->name);
}

static void
find_point (KeelFieldWheel *self, guint place, double radius, double *x, double *y)
{
  double angle = 2 * G_PI * place / self->spokes->len - G_PI / 2;

  *x = radius * cos (angle);
  *y = radius * sin (angle);
}

static void
draw_net (KeelFieldWheel *self, cairo_t *cr, double radius)
{
  for (int i = 1; i <= RINGS; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, radius * i / RINGS, 0, 2 * G_PI);
    }
  for (guint i = 0; i < self->spokes->len; i++)
    {
      double x, y;

      find_point (self, i, radius, &x, &y);
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, x, y);
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Where nothing was said the line goes on to the next one. */
static void
draw_values (KeelFieldWheel *self, cairo_t *cr, double radius)
{
  for (guint i = 0; i < self->spokes->len; i++)
    {
      const Spoke *spoke = &g_array_index (self->spokes, Spoke, i);
      double x, y;

      if (spoke->value < 0)
        continue;
      find_point (self, i, radius * spoke->value, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
}

static void
draw_names (KeelFieldWheel *self, cairo_t *cr, double radius, int width)
{
  for (guint i = 0; i < self->spokes->len; i++)
    {
      const Spoke *spoke = &g_array_index (self->spokes, Spoke, i);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), spoke->name);
      int name_width, name_height;
      double x, y;

      pango_layout_set_width (layout, width / 3 * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, 0);
      pango_layout_get_pixel_size (layout, &name_width, &name_height);
      find_point (self, i, radius + 9, &x, &y);
      x = x > radius * 0.2 ? x : x < -radius * 0.2 ? x - name_width : x - name_width / 2.0;
      x = CLAMP (x, -width / 2.0, width / 2.0 - name_width);
      cairo_move_to (cr, x,
                     y < -radius * 0.2  ? y - name_height
                     : y > radius * 0.2 ? y
                                        : y - name_height / 2.0);
      pango_cairo_show_layout (cr, layout);
    }
}

static void
set_colour (cairo_t *cr, const GdkRGBA *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KeelFieldWheel *self = KEEL_FIELD_WHEEL (area);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  double radius = MIN (width, height) / 2.0 - EDGE;
  GdkRGBA text, accent;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  cairo_translate (cr, width / 2.0, height / 2.0);
  set_colour (cr, &text, 0.2);
  draw_net (self, cr, radius);
  draw_values (self, cr, radius);
  set_colour (cr, &accent, 0.25);
  cairo_fill_preserve (cr);
  set_colour (cr, &accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  set_colour (cr, &text, 0.9);
  draw_names (self, cr, radius, width);
}

static void
keel_field_wheel_finalize (GObject *object)
{
  g_array_unref (KEEL_FIELD_WHEEL (object)->spokes);
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
  self->spokes = g_array_new (FALSE, FALSE, sizeof (Spoke));
  g_array_set_clear_func (self->spokes, clear_spoke);
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

/* The first column has the name of the row. FALSE where there is no rating. */
static gboolean
add_spoke (KeelFieldWheel *self, const KeelAnswers *row, GString *words)
{
  const KeelField *first = g_ptr_array_index (self->table->columns, 0);
  const char *name = keel_answers_get_text (row, first->id);
  Spoke spoke = { .value = -1 };
  double number;

  if (keel_answers_is_empty (row))
    return FALSE;
  spoke.name = g_strdup (name != NULL ? name : "");
  if (keel_answers_get_number (row, self->column->id, &number))
    spoke.value = CLAMP ((number - self->column->min) / (self->column->max - self->column->min), 0, 1);
  g_array_append_val (self->spokes, spoke);
  if (spoke.value < 0)
    return FALSE;
  g_string_append_printf (words, "%s%s %.0f", words->len > 0 ? ", " : "", spoke.name, number);
  return TRUE;
}

void
keel_field_wheel_show (KeelFieldWheel *self, const KeelAnswers *answers)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_rated = 0;

  g_array_set_size (self->spokes, 0);
  for (guint i = 0; i < keel_answers_get_n_rows (answers, self->table->id); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, self->table->id, i);

      n_rated += add_spoke (self, row, words) ? 1 : 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_rated >= 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
