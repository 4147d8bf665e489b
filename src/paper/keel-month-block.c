#include "keel-month-block.h"

#include "keel-row.h"

#define DAYS 7
#define MAX_WEEKS 6

/* In times of the body text's size. */
#define LEAST_WEEK 3.4
#define SPACE_AFTER 0.8
/* In times of the letters' size in a day. */
#define PADDING 0.35
#define BETWEEN 0.12

#define LINE_SCALE 0.78
#define LETTERS_PER_DAY 4.4          /* that must have room side by side: narrow days have smaller letters */
#define LEFT_TO_RIGHT "\342\200\216" /* U+200E, so that "+2" is never "2+" */
#define ROWS_PER_LINE 2              /* a line that is longer than a day is wide goes on below once */

struct _KeelMonthBlock
{
  KeelBlock parent_instance;

  char *title; /* nullable */
  GDateMonth month;
  GDate start; /* the first day of the grid */
  guint n_weeks;
  char *weekdays[DAYS]; /* by column */
  GDate today;          /* not valid: none */
  guint max_lines;
  gboolean fill;
  GPtrArray *lines[MAX_WEEKS * DAYS]; /* of texts; NULL where there are none */
};

/* A grid that is being laid out. */
typedef struct
{
  KeelMonthBlock *month;
  const KeelTypesetter *typesetter;
  double column; /* width of a day */
  double scale;  /* of the number; the lines are smaller */
  double padding;
  double number_height;
} KeelMonthSetting;

G_DEFINE_TYPE (KeelMonthBlock, keel_month_block, KEEL_TYPE_BLOCK)

static double
get_inner_width (const KeelMonthSetting *setting)
{
  return MAX (setting->column - 2 * setting->padding, 1);
}

static PangoLayout *
set_line (const KeelMonthSetting *setting, const char *text, guint rows)
{
  const KeelTextStyle style = { .scale = setting->scale * LINE_SCALE, .tabular = TRUE };
  PangoLayout *layout = keel_typesetter_set (setting->typesetter, text, NULL, &style,
                                             get_inner_width (setting));

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -(int) rows);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

static PangoLayout *
set_number (const KeelMonthSetting *setting, guint day, gboolean today)
{
  const KeelTextStyle style = { setting->scale, today ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                                .tabular = TRUE };
  g_autofree char *text = g_strdup_printf ("%u", day);

  return keel_typesetter_set (setting->typesetter, text, NULL, &style, get_inner_width (setting));
}

static double
get_between (const KeelMonthSetting *setting)
{
  return BETWEEN * setting->typesetter->size * setting->scale;
}

/* The layouts of a day within @room below its number, "+2" last if not all have room. With @limit lines at
 * most. */
static GPtrArray *
set_lines (const KeelMonthSetting *setting, GPtrArray *texts, double room, guint limit, double *height)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = texts != NULL ? texts->len : 0;
  g_autoptr (PangoLayout) more = set_line (setting, "+0", 1);
  double more_height = get_height (more) + get_between (setting);
  guint i;

  *height = 0;
  for (i = 0; i < n && i < limit; i++)
    {
      g_autoptr (PangoLayout) layout = set_line (setting, g_ptr_array_index (texts, i), ROWS_PER_LINE);
      double needed = get_height (layout) + get_between (setting);

      if (*height + needed + (i + 1 < n ? more_height : 0) > room)
        break;
      *height += needed;
      g_ptr_array_add (layouts, g_steal_pointer (&layout));
    }
  if (i < n)
    {
      g_autofree char *text = g_strdup_printf (LEFT_TO_RIGHT "+%u", n - i);

      g_ptr_array_add (layouts, set_line (setting, text, 1));
      *height += more_height;
    }
  return layouts;
}

static void
get_date (const KeelMonthBlock *self, guint i, GDate *date)
{
  *date = self->start;
  g_date_add_days (date, i);
}

/* Neighbours share their line. */
static void
draw_frame (const KeelMonthSetting *setting, KeelStrip *strip, guint i, gboolean today)
{
  double x = (i % DAYS) * setting->column;
  double right = i % DAYS + 1 < DAYS ? KEEL_STRIP_HAIRLINE : 0;
  double below = i / DAYS + 1 < setting->month->n_weeks ? KEEL_STRIP_HAIRLINE : 0;

  if (today)
    keel_strip_add_shape (strip, KEEL_SHAPE_FILL, x, 0, setting->column, strip->height, KEEL_INK_TINT);
  keel_strip_add_shape (strip, KEEL_SHAPE_FRAME, x, 0, setting->column + right, strip->height + below,
                        KEEL_INK_LINE);
  if (today)
    keel_strip_add_shape (strip, KEEL_SHAPE_FRAME, x + KEEL_STRIP_HAIRLINE, KEEL_STRIP_HAIRLINE,
                          setting->column - KEEL_STRIP_HAIRLINE, strip->height - KEEL_STRIP_HAIRLINE,
                          KEEL_INK_ACCENT);
}

static void
draw_day (const KeelMonthSetting *setting, KeelStrip *strip, guint i, GPtrArray *layouts)
{
  GDate date;
  gboolean today, outside;
  double x = (i % DAYS) * setting->column;
  double y = setting->padding;
  g_autoptr (PangoLayout) number = NULL;

  get_date (setting->month, i, &date);
  outside = g_date_get_month (&date) != setting->month->month;
  today = g_date_valid (&setting->month->today) && g_date_compare (&date, &setting->month->today) == 0;
  draw_frame (setting, strip, i, today);
  number = set_number (setting, g_date_get_day (&date), today);
  keel_strip_add_layout (strip, number, x + setting->padding, y, get_inner_width (setting), KEEL_ALIGN_START,
                         today     ? KEEL_INK_ACCENT
                         : outside ? KEEL_INK_QUIET
                                   : KEEL_INK_TEXT);
  y += setting->number_height;
  for (guint l = 0; l < layouts->len; l++)
    {
      y += get_between (setting);
      y += keel_strip_add_layout (strip, g_ptr_array_index (layouts, l), x + setting->padding, y,
                                  get_inner_width (setting), KEEL_ALIGN_START,
                                  outside ? KEEL_INK_QUIET : KEEL_INK_TEXT);
    }
}

/* @height: of the week; 0 for as high as it needs. */
static void
set_week (const KeelMonthSetting *setting, guint week, double height, GPtrArray *strips, KeelStrip *header)
{
  KeelMonthBlock *self = setting->month;
  KeelStrip *strip = keel_typesetter_new_strip (setting->typesetter);
  double frame = 2 * setting->padding + setting->number_height;
  GPtrArray *days[DAYS];

  strip->height = MAX (height, LEAST_WEEK * setting->typesetter->size * setting->scale);
  for (guint i = 0; i < DAYS; i++)
    {
      double needed;
      double room = height > 0 ? height - frame : G_MAXDOUBLE;

      days[i] = set_lines (setting, self->lines[week * DAYS + i], room,
                           height > 0 ? G_MAXUINT : self->max_lines, &needed);
      strip->height = MAX (strip->height, frame + needed);
    }
  strip->header = header;
  strip->keep_with_next = week + 1 < self->n_weeks;
  for (guint i = 0; i < DAYS; i++)
    {
      draw_day (setting, strip, week * DAYS + i, days[i]);
      g_ptr_array_unref (days[i]);
    }
  g_ptr_array_add (strips, strip);
}

static void
set_title (const KeelMonthSetting *setting, GPtrArray *strips)
{
  const KeelTypesetter *typesetter = setting->typesetter;
  const KeelCellStyle style = { { 1.6, PANGO_WEIGHT_BOLD }, KEEL_ALIGN_START, KEEL_INK_TEXT };
  g_auto (KeelRow) row = KEEL_ROW_INIT;

  if (setting->month->title == NULL)
    return;
  keel_row_add (&row, typesetter, setting->month->title, &style, 0, typesetter->width);
  row.padding_below = 0.6 * typesetter->size;
  row.keep_with_next = TRUE;
  keel_row_set (&row, typesetter, strips);
}

static KeelStrip *
set_weekdays (const KeelMonthSetting *setting, GPtrArray *strips)
{
  const KeelCellStyle style = { { setting->scale * 0.85, PANGO_WEIGHT_BOLD },
                                KEEL_ALIGN_START,
                                KEEL_INK_QUIET };
  g_auto (KeelRow) row = KEEL_ROW_INIT;

  for (guint i = 0; i < DAYS; i++)
    keel_row_add (&row, setting->typesetter, setting->month->weekdays[i], &style,
                  i * setting->column + setting->padding, get_inner_width (setting));
  row.padding_below = 0.35 * setting->typesetter->size;
  row.split_from = G_MAXDOUBLE;
  row.keep_with_next = TRUE;
  return keel_row_set (&row, setting->typesetter, strips);
}

static double
add_heights (GPtrArray *strips, guint first)
{
  double height = 0;

  for (guint i = first; i < strips->len; i++)
    height += ((KeelStrip *) g_ptr_array_index (strips, i))->height;
  return height;
}

static void
init_setting (KeelMonthSetting *setting, KeelMonthBlock *self, const KeelTypesetter *typesetter)
{
  double letters;
  g_autoptr (PangoLayout) number = NULL;

  setting->month = self;
  setting->typesetter = typesetter;
  setting->column = typesetter->width / DAYS;
  letters = setting->column / (LETTERS_PER_DAY * keel_typesetter_get_letter_width (typesetter));
  setting->scale = MIN (letters, 1.0);
  setting->padding = PADDING * typesetter->size * setting->scale;
  number = set_number (setting, 30, TRUE);
  setting->number_height = get_height (number);
}

static void
keel_month_block_lay_out (KeelBlock *block, const KeelTypesetter *typesetter, GPtrArray *strips)
{
  KeelMonthBlock *self = KEEL_MONTH_BLOCK (block);
  guint first = strips->len;
  KeelMonthSetting setting;
  KeelStrip *header;
  KeelStrip *space;
  double height = 0;

  init_setting (&setting, self, typesetter);
  set_title (&setting, strips);
  header = set_weekdays (&setting, strips);
  if (self->fill)
    height = (typesetter->page_height - add_heights (strips, first)) / self->n_weeks;
  if (height < LEAST_WEEK * typesetter->size * setting.scale)
    height = 0;
  for (guint week = 0; week < self->n_weeks; week++)
    set_week (&setting, week, height, strips, header);

  space = keel_typesetter_new_strip (typesetter);
  space->is_blank = TRUE;
  space->space_before = SPACE_AFTER * typesetter->size;
  g_ptr_array_add (strips, space);
}

static void
keel_month_block_finalize (GObject *object)
{
  KeelMonthBlock *self = KEEL_MONTH_BLOCK (object);

  g_clear_pointer (&self->title, g_free);
  for (guint i = 0; i < DAYS; i++)
    g_clear_pointer (&self->weekdays[i], g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->lines); i++)
    g_clear_pointer (&self->lines[i], g_ptr_array_unref);
  G_OBJECT_CLASS (keel_month_block_parent_class)->finalize (object);
}

static void
keel_month_block_class_init (KeelMonthBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_month_block_finalize;
  KEEL_BLOCK_CLASS (klass)->lay_out = keel_month_block_lay_out;
}

static void
keel_month_block_init (KeelMonthBlock *self)
{
  g_date_clear (&self->today, 1);
  self->max_lines = 3;
}

KeelMonthBlock *
keel_month_block_new (const char *title, GDateYear year, GDateMonth month, GDateWeekday first,
                      const char *const *weekdays)
{
  KeelMonthBlock *self;
  guint before;

  g_return_val_if_fail (g_date_valid_dmy (1, month, year), NULL);
  g_return_val_if_fail (g_date_valid_weekday (first), NULL);
  g_return_val_if_fail (g_strv_length ((char **) weekdays) == DAYS, NULL);

  self = g_object_new (KEEL_TYPE_MONTH_BLOCK, NULL);
  self->title = g_strdup (title);
  self->month = month;
  for (guint i = 0; i < DAYS; i++)
    self->weekdays[i] = g_strdup (weekdays[((guint) first - 1 + i) % DAYS]);
  g_date_clear (&self->start, 1);
  g_date_set_dmy (&self->start, 1, month, year);
  before = (guint) (g_date_get_weekday (&self->start) + DAYS - first) % DAYS;
  self->n_weeks = (before + g_date_get_days_in_month (month, year) + DAYS - 1) / DAYS;
  g_date_subtract_days (&self->start, before);
  return self;
}

void
keel_month_block_set_today (KeelMonthBlock *self, const GDate *today)
{
  g_return_if_fail (KEEL_IS_MONTH_BLOCK (self));
  g_return_if_fail (today != NULL && g_date_valid (today));

  self->today = *today;
}

void
keel_month_block_add_line (KeelMonthBlock *self, const GDate *date, const char *text)
{
  int i;

  g_return_if_fail (KEEL_IS_MONTH_BLOCK (self));
  g_return_if_fail (date != NULL && g_date_valid (date));
  g_return_if_fail (text != NULL);

  i = g_date_days_between (&self->start, date);
  if (i < 0 || i >= (int) (self->n_weeks * DAYS))
    return;
  if (self->lines[i] == NULL)
    self->lines[i] = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->lines[i], g_strdup (text));
}

void
keel_month_block_set_max_lines (KeelMonthBlock *self, guint max_lines)
{
  g_return_if_fail (KEEL_IS_MONTH_BLOCK (self));

  self->max_lines = max_lines;
}

void
keel_month_block_set_fill (KeelMonthBlock *self, gboolean fill)
{
  g_return_if_fail (KEEL_IS_MONTH_BLOCK (self));

  self->fill = fill;
}
