#include "keel-field-row-layout.h"

#include "keel-field-view.h"

#define GAP 6
#define PAD 6
#define CARD_GAP 12
#define CARD_PAD 12
/* Between a head and its cell. */
#define HEAD_GAP 4
/* Less than this is too narrow for one of two cells of a card. */
#define LEAST_HALF 230
#define LINE_HEIGHT 34

struct _KeelFieldRowLayout
{
  GtkLayoutManager parent_instance;

  const KeelField *table;
  GtkWidget *model; /* weak; NULL: the row itself */
  gboolean wide;
};

G_DEFINE_FINAL_TYPE (KeelFieldRowLayout, keel_field_row_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROPERTY_WIDE = 1
};

/* What is being laid out, and where. */
typedef struct
{
  KeelFieldRowLayout *self;
  GtkWidget *widget;
  GtkWidget *row; /* the same, or its model */
  int width;
  gboolean allocate;
  int *widths; /* of the columns */
} Pass;

/* Letters that a column takes at least, and how much it takes of what is left over. */
static void
weigh (const KeelField *column, int *letters, int *share)
{
  static const struct
  {
    int letters;
    int share;
  } weights[] = {
    [KEEL_FIELD_TEXT] = { 16, 3 },     [KEEL_FIELD_LONG] = { 20, 4 },   [KEEL_FIELD_LIST] = { 20, 3 },
    [KEEL_FIELD_TABLE] = { 20, 3 },    [KEEL_FIELD_RATING] = { 20, 3 }, [KEEL_FIELD_DATE] = { 12, 1 },
    [KEEL_FIELD_DATETIME] = { 16, 1 }, [KEEL_FIELD_TICK] = { 8, 0 },    [KEEL_FIELD_CHOICE] = { 17, 2 },
    [KEEL_FIELD_MATRIX] = { 20, 3 },   [KEEL_FIELD_PERSON] = { 13, 2 }, [KEEL_FIELD_NUMBER] = { 8, 0 },
    [KEEL_FIELD_INFO] = { 8, 0 },
  };

  *letters = weights[column->type].letters;
  *share = weights[column->type].share;
}

static int
measure_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_letter_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return width;
}

/* The head of a column in a row; its cell is the next sibling. */
static GtkWidget *
get_head (GtkWidget *row, guint column)
{
  GtkWidget *head = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));

  for (guint i = 0; i < column; i++)
    head = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (head));
  return head;
}

/* The least widths of the columns; returns all that is needed, with what is around them. */
static int
measure_columns (Pass *pass, int *shares)
{
  GPtrArray *columns = pass->self->table->columns;
  GtkWidget *head = get_head (pass->row, 0);
  int letter = get_letter_width (pass->row), needed = 2 * PAD;

  *shares = 0;
  for (guint i = 0; i < columns->len; i++)
    {
      GtkWidget *cell = gtk_widget_get_next_sibling (head);
      int letters, share;

      weigh (columns->pdata[i], &letters, &share);
      pass->widths[i] = MAX (letters * letter, MAX (measure_width (head), measure_width (cell)));
      needed += pass->widths[i] + GAP;
      *shares += share;
      head = gtk_widget_get_next_sibling (cell);
    }
  return needed + measure_width (gtk_widget_get_first_child (pass->row)) + GAP +
         measure_width (gtk_widget_get_last_child (pass->row));
}

/* FALSE: they do not go beside each other. */
static gboolean
fit_columns (Pass *pass)
{
  GPtrArray *columns = pass->self->table->columns;
  int shares, left = pass->width - measure_columns (pass, &shares), rest = left;

  if (left < 0 || columns->len < 2)
    return FALSE;
  for (guint i = 0; shares > 0 && i < columns->len; i++)
    {
      int letters, share;

      weigh (columns->pdata[i], &letters, &share);
      pass->widths[i] += left * share / shares;
      rest -= left * share / shares;
    }
  pass->widths[0] += rest;
  return TRUE;
}

static void
place (Pass *pass, GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation area = { x, y, width, height };

  if (!pass->allocate)
    return;
  if (gtk_widget_get_direction (pass->widget) == GTK_TEXT_DIR_RTL)
    area.x = pass->width - x - width;
  gtk_widget_size_allocate (child, &area, -1);
}

/* Only heads. */
static int
lay_out_heads (Pass *pass)
{
  GtkWidget *head = gtk_widget_get_first_child (pass->widget);
  int x = PAD + measure_width (gtk_widget_get_first_child (pass->row)) + GAP, height = 0;

  for (int *width = pass->widths; head != NULL; head = gtk_widget_get_next_sibling (head), width++)
    {
      int needed = measure_height (head, *width);

      place (pass, head, x, 0, *width, needed);
      x += *width + GAP;
      height = MAX (height, needed);
    }
  return height;
}

/* In one line. */
static int
lay_out_cells (Pass *pass)
{
  GtkWidget *number = gtk_widget_get_first_child (pass->widget);
  GtkWidget *more = gtk_widget_get_last_child (pass->widget);
  int number_width = measure_width (number), more_width = measure_width (more), height = LINE_HEIGHT;
  int x = PAD + number_width + GAP;

  for (guint i = 0; i < pass->self->table->columns->len; i++)
    height = MAX (height,
                  measure_height (gtk_widget_get_next_sibling (get_head (pass->widget, i)), pass->widths[i]));
  place (pass, number, PAD, PAD, number_width, MAX (LINE_HEIGHT, measure_height (number, number_width)));
  for (guint i = 0; i < pass->self->table->columns->len; i++)
    {
      place (pass, gtk_widget_get_next_sibling (get_head (pass->widget, i)), x, PAD, pass->widths[i], height);
      x += pass->widths[i] + GAP;
    }
  place (pass, more, pass->width - PAD - more_width, PAD, more_width, measure_height (more, more_width));
  return height + 2 * PAD;
}

/* Returns the height of a cell with its head, which is as high as that of the one beside it. */
static int
lay_out_pair (Pass *pass, GtkWidget *head, GtkWidget *beside, int x, int y, int width)
{
  GtkWidget *cell = gtk_widget_get_next_sibling (head);
  int head_height = MAX (measure_height (head, width), measure_height (beside, width));
  int height = measure_height (cell, width);

  place (pass, head, x, y, width, head_height);
  place (pass, cell, x, y + head_height + HEAD_GAP, width, height);
  return head_height + HEAD_GAP + height;
}

/* Below each other, those that are short in two columns where there is room. */
static int
lay_out_card (Pass *pass)
{
  GPtrArray *columns = pass->self->table->columns;
  GtkWidget *number = gtk_widget_get_first_child (pass->widget);
  GtkWidget *more = gtk_widget_get_last_child (pass->widget);
  int inner = pass->width - 2 * CARD_PAD, half = (inner - CARD_GAP) / 2, more_width = measure_width (more);
  int top = measure_height (more, more_width), y = CARD_PAD + top;

  place (pass, number, CARD_PAD, CARD_PAD, MAX (inner - more_width, measure_width (number)), top);
  place (pass, more, pass->width - CARD_PAD - more_width, CARD_PAD, more_width, top);
  for (guint i = 0; i < columns->len; i++)
    {
      gboolean two = half >= LEAST_HALF && i + 1 < columns->len &&
                     keel_field_view_is_short (columns->pdata[i]) &&
                     keel_field_view_is_short (columns->pdata[i + 1]);
      GtkWidget *head = get_head (pass->widget, i), *beside = two ? get_head (pass->widget, ++i) : head;
      int height;

      y += head != get_head (pass->widget, 0) ? CARD_GAP : HEAD_GAP;
      height = lay_out_pair (pass, head, beside, CARD_PAD, y, two ? half : inner);
      if (two)
        height = MAX (height, lay_out_pair (pass, beside, head, pass->width - CARD_PAD - half, y, half));
      y += height;
    }
  return y + CARD_PAD;
}

static void
show_heads (Pass *pass, gboolean wide)
{
  if (pass->row != pass->widget)
    {
      for (GtkWidget *head = gtk_widget_get_first_child (pass->widget); head != NULL;
           head = gtk_widget_get_next_sibling (head))
        gtk_widget_set_child_visible (head, wide);
      return;
    }
  for (guint i = 0; i < pass->self->table->columns->len; i++)
    gtk_widget_set_child_visible (get_head (pass->widget, i), !wide);
  /* A card of its own, or one line of a table. */
  gtk_widget_add_css_class (pass->widget, wide ? "keel-cells" : "card");
  gtk_widget_remove_css_class (pass->widget, wide ? "card" : "keel-cells");
}

/* Returns the height. */
static int
lay_out (KeelFieldRowLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  Pass pass = { self, widget, self->model != NULL ? self->model : widget, width, allocate, NULL };
  g_autofree int *widths = g_new0 (int, self->table->columns->len);
  gboolean wide;

  pass.widths = widths;
  wide = fit_columns (&pass);
  if (allocate)
    {
      show_heads (&pass, wide);
      if (self->wide != wide)
        {
          self->wide = wide;
          g_object_notify (G_OBJECT (self), "wide");
        }
    }
  if (pass.row != widget)
    return wide ? lay_out_heads (&pass) : 0;
  return wide ? lay_out_cells (&pass) : lay_out_card (&pass);
}

static int
measure_least (KeelFieldRowLayout *self, GtkWidget *widget)
{
  int least = 0;

  if (self->model != NULL)
    return 0;
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      GtkWidget *head = get_head (widget, i);

      least = MAX (least, MAX (measure_width (head), measure_width (gtk_widget_get_next_sibling (head))));
    }
  return 2 * CARD_PAD + MAX (least, measure_width (gtk_widget_get_first_child (widget)) +
                                        measure_width (gtk_widget_get_last_child (widget)));
}

/* So that the columns go beside each other. */
static int
measure_line (KeelFieldRowLayout *self, GtkWidget *widget)
{
  Pass pass = { self, widget, widget, 0, FALSE, NULL };
  g_autofree int *widths = g_new0 (int, self->table->columns->len);
  int shares;

  if (self->model != NULL)
    return 0;
  pass.widths = widths;
  return measure_columns (&pass, &shares);
}

static void
keel_field_row_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation,
                               int for_size, int *minimum, int *natural, int *minimum_baseline,
                               int *natural_baseline)
{
  KeelFieldRowLayout *self = KEEL_FIELD_ROW_LAYOUT (layout);
  int least = measure_least (self, widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, measure_line (self, widget));
    }
  else
    {
      *minimum = *natural = lay_out (self, widget, MAX (for_size, least), FALSE);
    }
}

static void
keel_field_row_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height,
                                int baseline)
{
  lay_out (KEEL_FIELD_ROW_LAYOUT (layout), widget, width, TRUE);
}

static GtkSizeRequestMode
keel_field_row_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
keel_field_row_layout_finalize (GObject *object)
{
  g_clear_weak_pointer (&KEEL_FIELD_ROW_LAYOUT (object)->model);
  G_OBJECT_CLASS (keel_field_row_layout_parent_class)->finalize (object);
}

static void
keel_field_row_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_assert (id == PROPERTY_WIDE);
  g_value_set_boolean (value, KEEL_FIELD_ROW_LAYOUT (object)->wide);
}

static void
keel_field_row_layout_class_init (KeelFieldRowLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_field_row_layout_finalize;
  G_OBJECT_CLASS (klass)->get_property = keel_field_row_layout_get_property;
  layout_class->measure = keel_field_row_layout_measure;
  layout_class->allocate = keel_field_row_layout_allocate;
  layout_class->get_request_mode = keel_field_row_layout_get_request_mode;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROPERTY_WIDE,
                                   g_param_spec_boolean ("wide", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
keel_field_row_layout_init (KeelFieldRowLayout *self)
{
}

KeelFieldRowLayout *
keel_field_row_layout_new (const KeelField *table)
{
  KeelFieldRowLayout *self = g_object_new (KEEL_TYPE_FIELD_ROW_LAYOUT, NULL);

  self->table = table;
  return self;
}

void
keel_field_row_layout_set_model (KeelFieldRowLayout *self, GtkWidget *model)
{
  g_set_weak_pointer (&self->model, model);
}

gboolean
keel_field_row_layout_is_wide (KeelFieldRowLayout *self)
{
  return self->wide;
}
