#include "keel-block-face.h"

#include <adwaita.h>

#include "keel-program-mark.h"

#define BAR 3
#define PADDING 3
#define SMALL 0.85
#define DIM 0.75f
#define TINT 0.16f
/* Below this there is room for the symbol alone. */
#define LEAST_WIDTH_FOR_WORDS 40

struct _KeelBlockFace
{
  GtkWidget parent_instance;

  KeelDateLine *line;
  char *more; /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelBlockFace, keel_block_face, GTK_TYPE_WIDGET)

static void
append (GString *text, const char *before, const char *words)
{
  if (words != NULL)
    g_string_append_printf (text, "%s%s", before, words);
}

/* What was cancelled is struck through from @start to @end, and the word that says so is not. */
static PangoAttrList *
make_attributes (KeelBlockFace *self, const GdkRGBA *colour, gsize start, gsize end)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *symbol = pango_attr_foreground_new ((guint16) (colour->red * G_MAXUINT16),
                                                      (guint16) (colour->green * G_MAXUINT16),
                                                      (guint16) (colour->blue * G_MAXUINT16));
  PangoAttribute *strike = pango_attr_strikethrough_new (self->line->cancelled);

  symbol->start_index = 0;
  symbol->end_index = (guint) strlen (self->line->mark.symbol);
  strike->start_index = (guint) start;
  strike->end_index = (guint) end;
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_attr_list_insert (attributes, symbol);
  pango_attr_list_insert (attributes, strike);
  return attributes;
}

static void
append_words (KeelBlockFace *self, GString *text, gsize *start, gsize *end)
{
  append (text, " ", self->line->cancelled ? self->line->state : NULL);
  *start = text->len + 1;
  append (text, " ", self->line->time);
  append (text, " ", self->line->name);
  *end = text->len;
  append (text, " · ", self->line->cancelled ? NULL : self->line->state);
  append (text, " · ", self->more);
}

/* The letter that says what became of it comes first: it is the last that may be cut. */
static PangoLayout *
make_layout (KeelBlockFace *self, const GdkRGBA *colour, int width, int height)
{
  g_autoptr (GString) text = g_string_new (self->line->mark.symbol);
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoLayout *layout;
  gsize start = strlen (self->line->mark.symbol);
  gsize end = start;

  append (text, " ", self->line->cancelled && width >= LEAST_WIDTH_FOR_WORDS ? NULL : self->line->sign);
  if (width >= LEAST_WIDTH_FOR_WORDS)
    append_words (self, text, &start, &end);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text->str);
  attributes = make_attributes (self, colour, start, end);
  pango_layout_set_attributes (layout, attributes);
  /* The symbol and the time stand where reading begins, whatever letters the name has. */
  pango_layout_set_auto_dir (layout, FALSE);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, MAX (height, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
paint_ground (KeelBlockFace *self, GtkSnapshot *snapshot, const GdkRGBA *colour, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA tint = *colour;

  tint.alpha = TINT;
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (0.f, 0.f, (float) width, (float) height));
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (mirrored ? (float) (width - BAR) : 0.f, 0.f, (float) BAR,
                                                  (float) height));
}

static void
keel_block_face_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KeelBlockFace *self = KEEL_BLOCK_FACE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0.f, 0.f, (float) width, (float) height);
  g_autoptr (PangoLayout) layout = NULL;
  GskRoundedRect shape;
  GdkRGBA colour = self->line->mark.colour;
  GdkRGBA ink;

  keel_program_mark_make_readable (&colour, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  if (self->line->over || self->line->cancelled)
    ink.alpha *= DIM;
  layout = make_layout (self, &colour, width - BAR - 2 * PADDING, height - 2);
  gsk_rounded_rect_init_from_rect (&shape, &area, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  paint_ground (self, snapshot, &colour, width, height);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (mirrored ? (float) PADDING : (float) (BAR + PADDING), 1.f));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_pop (snapshot);
}

static void
keel_block_face_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : 20;
}

static void
keel_block_face_finalize (GObject *object)
{
  KeelBlockFace *self = KEEL_BLOCK_FACE (object);

  g_clear_pointer (&self->line, keel_date_line_free);
  g_free (self->more);
  G_OBJECT_CLASS (keel_block_face_parent_class)->finalize (object);
}

static void
keel_block_face_class_init (KeelBlockFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_block_face_finalize;
  widget_class->measure = keel_block_face_measure;
  widget_class->snapshot = keel_block_face_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
keel_block_face_init (KeelBlockFace *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
keel_block_face_new (KeelDateLine *line, const char *more)
{
  KeelBlockFace *self = g_object_new (KEEL_TYPE_BLOCK_FACE, NULL);

  self->line = line;
  self->more = g_strdup (more);
  return GTK_WIDGET (self);
}
