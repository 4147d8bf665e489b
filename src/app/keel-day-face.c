#include "keel-day-face.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "keel-program-mark.h"

#define PADDING 4
#define SMALL 0.85
/* Below this there is no room for words: a time and some letters. */
#define LEAST_WIDTH_FOR_WORDS 68
/* A mark with the space after it, and “+2”. */
#define MARK_WIDTH 11
#define MORE_WIDTH 17
/* Below this three dots would stand in the place of as many letters. */
#define LEAST_WIDTH_FOR_DOTS 110
/* As dim-label has it: enough contrast, and yet behind. */
#define DIM 0.75f

struct _KeelDayFace
{
  GtkWidget parent_instance;

  int number;
  gboolean today;
  gboolean dimmed;
  GPtrArray *lines;
  guint n;  /* how many there are in all */
  int more; /* where "+2 more" was painted; -1: nowhere */
};

G_DEFINE_FINAL_TYPE (KeelDayFace, keel_day_face, GTK_TYPE_WIDGET)

static PangoLayout *
make_layout (KeelDayFace *self, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static void
get_colour (KeelDayFace *self, gboolean dim, GdkRGBA *colour)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), colour);
  if (dim)
    colour->alpha *= DIM;
}

/* Paints a text that begins (in the direction of reading) at @x. Returns: its width. */
static int
paint_text (KeelDayFace *self, GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, int room,
            const GdkRGBA *colour)
{
  int width, height;
  int left = x;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > room)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, MAX (room, 1) * PANGO_SCALE);
      width = room;
    }
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      left = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
      /* What is cut stands at the side of its own direction. */
      pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  return width;
}

static void
paint_ring (KeelDayFace *self, GtkSnapshot *snapshot, int x, int width, int height)
{
  GdkRGBA ground;
  GskRoundedRect shape;
  graphene_rect_t area;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_bg_color",
                                  &ground);
  area = GRAPHENE_RECT_INIT ((float) x, 1.f, (float) width, (float) height);
  gsk_rounded_rect_init_from_rect (&shape, &area, (float) height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &ground, &area);
  gtk_snapshot_pop (snapshot);
}

/* Returns: where the lines begin. */
static int
paint_number (KeelDayFace *self, GtkSnapshot *snapshot)
{
  g_autofree char *text = g_strdup_printf ("%d", self->number);
  g_autoptr (PangoLayout) layout = make_layout (self, text, self->today);
  GdkRGBA colour;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  get_colour (self, self->dimmed, &colour);
  if (self->today)
    {
      paint_ring (self, snapshot, 0, MAX (width + 2 * PADDING, height), height);
      gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_fg_color",
                                      &colour);
    }
  paint_text (self, snapshot, layout, self->today ? MAX (PADDING, (height - width) / 2) : PADDING, 1, width,
              &colour);
  return height + 3;
}

/* With the word where it has room. */
static PangoLayout *
make_more_layout (KeelDayFace *self, guint n, int room)
{
  /* Translators: how many more there are on that day than fit: “+2 more”. */
  g_autofree char *words = g_strdup_printf (ngettext ("+%u more", "+%u more", n), n);
  /* Translators: how many more there are on that day than fit: “+2”. */
  g_autofree char *text = g_strdup_printf (C_ ("more on this day", "+%u"), n);
  PangoLayout *layout = make_layout (self, words, TRUE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= room)
    return layout;
  g_object_unref (layout);
  return make_layout (self, text, TRUE);
}

static void
paint_more (KeelDayFace *self, GtkSnapshot *snapshot, guint n, int x, int y)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  g_autoptr (PangoLayout) layout = make_more_layout (self, n, room);
  GdkRGBA colour;

  get_colour (self, self->dimmed, &colour);
  paint_text (self, snapshot, layout, x, y, room, &colour);
  self->more = y;
}

static int
paint_symbol (KeelDayFace *self, GtkSnapshot *snapshot, KeelDateLine *line, int x, int y)
{
  g_autoptr (PangoLayout) layout = make_layout (self, line->mark.symbol, TRUE);
  GdkRGBA colour = line->mark.colour;

  keel_program_mark_make_readable (&colour, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  if (line->over || line->cancelled || self->dimmed)
    colour.alpha *= DIM;
  return paint_text (self, snapshot, layout, x, y, gtk_widget_get_width (GTK_WIDGET (self)), &colour);
}

/* The letters that fit, without dots after them. */
static PangoLayout *
make_short_layout (KeelDayFace *self, const char *text, int room)
{
  PangoLayout *layout = make_layout (self, text, FALSE);
  g_autofree char *fitting = NULL;
  int index, trailing, width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= room || gtk_widget_get_width (GTK_WIDGET (self)) >= LEAST_WIDTH_FOR_DOTS ||
      pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL)
    return layout;
  pango_layout_xy_to_index (layout, room * PANGO_SCALE, 0, &index, &trailing);
  g_object_unref (layout);
  fitting = g_strchomp (g_strndup (text, (gsize) index));
  return make_layout (self, fitting, FALSE);
}

static void
strike (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
}

/* What became of it stands at the end, where it is found without reading. Returns: what is left of the room.
 */
static int
paint_sign (KeelDayFace *self, GtkSnapshot *snapshot, KeelDateLine *line, int right, int y,
            const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (line->sign == NULL)
    return right;
  layout = make_layout (self, line->sign, TRUE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  paint_text (self, snapshot, layout, right - width, y, width, colour);
  return right - width - 2;
}

static void
paint_line (KeelDayFace *self, GtkSnapshot *snapshot, KeelDateLine *line, int y)
{
  int right = gtk_widget_get_width (GTK_WIDGET (self)) - PADDING;
  int x = PADDING;
  GdkRGBA colour;

  get_colour (self, line->over || line->cancelled || self->dimmed, &colour);
  x += paint_symbol (self, snapshot, line, x, y) + 3;
  right = paint_sign (self, snapshot, line, right, y, &colour);
  if (line->time != NULL)
    {
      g_autoptr (PangoLayout) time = make_layout (self, line->time, FALSE);

      if (line->cancelled)
        strike (time);
      x += paint_text (self, snapshot, time, x, y, right - x, &colour) + 4;
    }
  if (right - x > 8)
    {
      g_autoptr (PangoLayout) name = make_short_layout (self, line->name, right - x);

      if (line->cancelled)
        strike (name);
      paint_text (self, snapshot, name, x, y, right - x, &colour);
    }
}

static int
get_line_height (KeelDayFace *self)
{
  g_autoptr (PangoLayout) layout = make_layout (self, "0", FALSE);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
paint_lines (KeelDayFace *self, GtkSnapshot *snapshot, int y, int line_height)
{
  guint fit = (guint) MAX (gtk_widget_get_height (GTK_WIDGET (self)) - y, 0) / (guint) line_height;
  guint n = MIN (self->n <= fit ? self->n : MAX (fit, 1) - 1, self->lines->len);

  for (guint i = 0; i < n; i++, y += line_height)
    paint_line (self, snapshot, self->lines->pdata[i], y);
  if (n < self->n)
    paint_more (self, snapshot, self->n - n, PADDING, y);
}

/* How many marks fit beside each other into @room, with what follows them where they are not all. */
static guint
count_marks (KeelDayFace *self, int room)
{
  guint fit = (guint) (MAX (room, 0) / MARK_WIDTH);

  if (self->n <= fit)
    return MIN (self->n, self->lines->len);
  return MIN ((guint) (MAX (room - MORE_WIDTH, 0) / MARK_WIDTH), self->lines->len);
}

static void
paint_marks (KeelDayFace *self, GtkSnapshot *snapshot, int y)
{
  guint n = count_marks (self, gtk_widget_get_width (GTK_WIDGET (self)) - PADDING);
  int x = PADDING / 2;

  for (guint i = 0; i < n; i++)
    x += paint_symbol (self, snapshot, self->lines->pdata[i], x, y) + 2;
  if (n < self->n)
    paint_more (self, snapshot, self->n - n, x, y);
}

static void
keel_day_face_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KeelDayFace *self = KEEL_DAY_FACE (widget);
  int line_height = get_line_height (self);
  int y = paint_number (self, snapshot);

  self->more = -1;
  if (self->lines == NULL || self->lines->len == 0)
    return;
  if (gtk_widget_get_width (widget) < LEAST_WIDTH_FOR_WORDS ||
      gtk_widget_get_height (widget) < y + 2 * line_height)
    paint_marks (self, snapshot, y);
  else
    paint_lines (self, snapshot, y, line_height);
}

static void
keel_day_face_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  int line_height = get_line_height (KEEL_DAY_FACE (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 2 * line_height;
  else
    *minimum = *natural = 2 * line_height + 5;
}

static void
keel_day_face_dispose (GObject *object)
{
  g_clear_pointer (&KEEL_DAY_FACE (object)->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (keel_day_face_parent_class)->dispose (object);
}

static void
keel_day_face_class_init (KeelDayFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_day_face_dispose;
  widget_class->measure = keel_day_face_measure;
  widget_class->snapshot = keel_day_face_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
keel_day_face_init (KeelDayFace *self)
{
  self->more = -1;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
keel_day_face_new (void)
{
  return g_object_new (KEEL_TYPE_DAY_FACE, NULL);
}

void
keel_day_face_show (KeelDayFace *self, int number, gboolean today, gboolean dimmed, GPtrArray *lines, guint n)
{
  g_ptr_array_ref (lines);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = lines;
  self->n = n;
  self->number = number;
  self->today = today;
  self->dimmed = dimmed;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
keel_day_face_is_more (KeelDayFace *self, double y)
{
  return self->more >= 0 && y >= self->more;
}
