#include "keel-week-grid.h"

#include "content/keel-sentences.h"

#include "keel-week-columns.h"

#define HOUR_HEIGHT 44
#define TOP 8 /* half of the name of midnight */
#define LEAST_COLUMN 20
#define LINE_ALPHA 0.13f
#define NAME_ALPHA 0.75f
#define NOW_HEIGHT 2

struct _KeelWeekGrid
{
  GtkWidget parent_instance;

  KeelCalendar *calendar;
  gint64 first;
  guint n_days;
};

G_DEFINE_FINAL_TYPE (KeelWeekGrid, keel_week_grid, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
keel_week_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  KeelWeekGrid *self = KEEL_WEEK_GRID (widget);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = KEEL_WEEK_GUTTER + (int) self->n_days * LEAST_COLUMN;
  else
    *minimum = *natural = 24 * HOUR_HEIGHT + 2 * TOP;
}

static GtkAllocation
place_block (KeelWeekGrid *self, KeelWeekBlock *block, int width)
{
  const KeelDayPart *part = keel_week_block_get_part (block);
  GtkAllocation column = keel_week_columns_find (GTK_WIDGET (self), width, self->n_days,
                                                 keel_week_block_get_column (block));
  int from = column.width * (int) part->lane / (int) part->n_lanes;
  int to = column.width * ((int) part->lane + 1) / (int) part->n_lanes;
  GtkAllocation area = { column.x + from, keel_week_grid_get_height (self, part->top), 0, 0 };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.x = column.x + column.width - to;
  area.width = MAX (to - from - 2, 1);
  area.height = keel_week_grid_get_height (self, part->bottom) - area.y - 1;
  return area;
}

static void
keel_week_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area = place_block (KEEL_WEEK_GRID (widget), KEEL_WEEK_BLOCK (child), width);

      gtk_widget_size_allocate (child, &area, -1);
    }
  g_signal_emit (widget, signals[SIGNAL_PLACED], 0, width);
}

static void
paint_hour (KeelWeekGrid *self, GtkSnapshot *snapshot, int hour, const GdkRGBA *line, const GdkRGBA *ink)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int y = keel_week_grid_get_height (self, hour * 60);
  g_autofree char *name = keel_sentence_time (hour * 60);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int name_width, name_height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.8));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &name_width, &name_height);
  gtk_snapshot_append_color (snapshot, line,
                             &GRAPHENE_RECT_INIT (mirrored ? 0.f : KEEL_WEEK_GUTTER, (float) y,
                                                  (float) (width - KEEL_WEEK_GUTTER), 1.f));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (mirrored ? (float) (width - KEEL_WEEK_GUTTER + 6)
                                                         : (float) (KEEL_WEEK_GUTTER - 6 - name_width),
                                                (float) (y - name_height / 2)));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

static void
paint_hours (KeelWeekGrid *self, GtkSnapshot *snapshot)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA line, ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  line = ink;
  line.alpha *= LINE_ALPHA;
  ink.alpha *= NAME_ALPHA;
  for (int hour = 0; hour < 24; hour++)
    paint_hour (self, snapshot, hour, &line, &ink);
  for (guint i = 0; i < self->n_days; i++)
    {
      GtkAllocation area = keel_week_columns_find (GTK_WIDGET (self),
                                                   gtk_widget_get_width (GTK_WIDGET (self)), self->n_days, i);

      gtk_snapshot_append_color (snapshot, &line,
                                 &GRAPHENE_RECT_INIT ((float) area.x - 1, 0.f, 1.f, (float) height));
    }
}

static void
paint_now (KeelWeekGrid *self, GtkSnapshot *snapshot)
{
  gint64 now = keel_session_get_now (keel_calendar_get_session (self->calendar));
  KeelLocalTime local = keel_local_time_from_utc (now, keel_calendar_get_zone (self->calendar));
  gint64 column = keel_local_time_get_days (local) - self->first;
  GtkAllocation area;
  GdkRGBA colour;
  int y;

  if (column < 0 || column >= self->n_days)
    return;
  area = keel_week_columns_find (GTK_WIDGET (self), gtk_widget_get_width (GTK_WIDGET (self)), self->n_days,
                                 (guint) column);
  y = keel_week_grid_get_height (self, keel_local_time_get_minute (local));
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &colour);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) area.x, (float) (y - NOW_HEIGHT / 2),
                                                  (float) area.width, NOW_HEIGHT));
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) area.x - 3, (float) (y - 3), 6.f, 6.f));
}

static void
keel_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KeelWeekGrid *self = KEEL_WEEK_GRID (widget);

  if (self->n_days == 0)
    return;
  paint_hours (self, snapshot);
  GTK_WIDGET_CLASS (keel_week_grid_parent_class)->snapshot (widget, snapshot);
  paint_now (self, snapshot);
}

static void
keel_week_grid_dispose (GObject *object)
{
  KeelWeekGrid *self = KEEL_WEEK_GRID (object);

  keel_week_grid_clear (self);
  g_clear_object (&self->calendar);
  G_OBJECT_CLASS (keel_week_grid_parent_class)->dispose (object);
}

static void
keel_week_grid_class_init (KeelWeekGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_week_grid_dispose;
  widget_class->measure = keel_week_grid_measure;
  widget_class->size_allocate = keel_week_grid_size_allocate;
  widget_class->snapshot = keel_week_grid_snapshot;
  signals[SIGNAL_PLACED] = g_signal_new ("placed", KEEL_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_week_grid_init (KeelWeekGrid *self)
{
}

void
keel_week_grid_clear (KeelWeekGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

void
keel_week_grid_set_days (KeelWeekGrid *self, KeelCalendar *calendar, gint64 first, guint n)
{
  g_set_object (&self->calendar, calendar);
  self->first = first;
  self->n_days = n;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
keel_week_grid_add (KeelWeekGrid *self, KeelWeekBlock *block)
{
  gtk_widget_set_parent (GTK_WIDGET (block), GTK_WIDGET (self));
}

KeelWeekBlock *
keel_week_grid_find_next (KeelWeekGrid *self, KeelWeekBlock *block, guint column, gboolean backward)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (block != NULL)
    {
      column = keel_week_block_get_column (block);
      child = backward ? gtk_widget_get_prev_sibling (GTK_WIDGET (block))
                       : gtk_widget_get_next_sibling (GTK_WIDGET (block));
    }
  while (block == NULL && child != NULL && keel_week_block_get_column (KEEL_WEEK_BLOCK (child)) != column)
    child = gtk_widget_get_next_sibling (child);
  if (child == NULL || keel_week_block_get_column (KEEL_WEEK_BLOCK (child)) != column)
    return NULL;
  return KEEL_WEEK_BLOCK (child);
}

KeelWeekBlock *
keel_week_grid_find_beside (KeelWeekGrid *self, KeelWeekBlock *block, guint column)
{
  int top = keel_week_block_get_part (block)->top;
  KeelWeekBlock *best = keel_week_grid_find_next (self, NULL, column, FALSE);
  KeelWeekBlock *next = best;

  for (; next != NULL; next = keel_week_grid_find_next (self, next, column, FALSE))
    {
      if (ABS (keel_week_block_get_part (next)->top - top) < ABS (keel_week_block_get_part (best)->top - top))
        best = next;
    }
  return best;
}

static gboolean
has_item (KeelWeekBlock *block, KeelAgendaItem *item)
{
  GPtrArray *items = keel_week_block_get_items (block);

  for (guint i = 0; i < items->len; i++)
    {
      KeelAgendaItem *other = items->pdata[i];

      if (other->occurrence.original == item->occurrence.original &&
          g_strcmp0 (other->series->uuid, item->series->uuid) == 0)
        return TRUE;
    }
  return FALSE;
}

KeelWeekBlock *
keel_week_grid_find_item (KeelWeekGrid *self, KeelAgendaItem *item)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_item (KEEL_WEEK_BLOCK (child), item))
        return KEEL_WEEK_BLOCK (child);
    }
  return NULL;
}

int
keel_week_grid_get_height (KeelWeekGrid *self, int minute)
{
  return TOP + minute * HOUR_HEIGHT / 60;
}
