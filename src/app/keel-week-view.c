#include "keel-week-view.h"

#include "keel-date-card.h"
#include "keel-date-line.h"
#include "keel-month.h"
#include "keel-week-columns.h"
#include "keel-week-grid.h"
#include "keel-week-header.h"

#define LEAST_WIDTH_FOR_WEEK 600
#define LEAST_WIDTH_FOR_THREE 300
/* What is seen first: the morning, or what is earlier. */
#define MORNING (8 * 60)
#define BEFORE_FIRST 30

struct _KeelWeekView
{
  AdwBin parent_instance;

  KeelWeekHeader *header;
  KeelWeekGrid *grid;
  GtkScrolledWindow *scroller;
  KeelDateCard *card;

  KeelCalendar *calendar;
  gint64 first;
  guint n_days;
  guint fitting; /* how many days there is room for */
  guint idle;
  char
      *shown; /* what the blocks were made from, so that nothing is made anew (and loses the focus) in vain */
  gboolean scrolled;
};

G_DEFINE_FINAL_TYPE (KeelWeekView, keel_week_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOW_SERIES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_series_cb (GtkWidget *part, KeelSeries *series, KeelWeekView *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_SERIES], 0, series);
}

static void
open_card (KeelWeekView *self, KeelWeekBlock *block)
{
  gint64 day = self->first + keel_week_block_get_column (block);

  keel_calendar_choose_day (self->calendar, day);
  keel_date_card_open (self->card, self->calendar, day, keel_week_block_get_items (block),
                       GTK_WIDGET (block));
}

static void
block_clicked_cb (KeelWeekBlock *block, KeelWeekView *self)
{
  open_card (self, block);
}

static void
open_block_cb (KeelWeekHeader *header, KeelWeekBlock *block, KeelWeekView *self)
{
  open_card (self, block);
}

static guint
get_column (KeelWeekView *self)
{
  return (guint) CLAMP (keel_calendar_get_day (self->calendar) - self->first, 0, self->n_days - 1);
}

/* A week begins where the region begins it; fewer days are leafed through. */
static void
choose_span (KeelWeekView *self)
{
  gint64 day = keel_calendar_get_day (self->calendar);
  gint64 n = self->fitting;

  if (n == 7)
    self->first = keel_month_get_week (day);
  else if (n != self->n_days || day < self->first - n || day >= self->first + 2 * n)
    self->first = day;
  else if (day < self->first)
    self->first -= n;
  else if (day >= self->first + n)
    self->first += n;
  self->n_days = self->fitting;
}

static char *
summarize (KeelWeekView *self, GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %s", self->first,
                          keel_calendar_get_today (self->calendar), self->n_days,
                          g_time_zone_get_identifier (keel_calendar_get_zone (self->calendar)));
  for (guint i = 0; i < items->len; i++)
    {
      KeelAgendaItem *item = items->pdata[i];

      g_autofree char *words = keel_date_line_describe (self->calendar, item);

      g_string_append_printf (text, "\n%p %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s",
                              (gpointer) item->series, item->series->uuid, item->occurrence.start,
                              item->occurrence.end, keel_calendar_is_over (self->calendar, item), words);
    }
  return g_string_free (text, FALSE);
}

/* The part @place of a day, with all that stand in it. */
static void
add_block (KeelWeekView *self, guint column, GPtrArray *items, GArray *parts, GArray *groups, guint place)
{
  g_autoptr (GPtrArray) inside = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *block;

  for (guint i = place; i < parts->len; i++)
    {
      if (g_array_index (groups, guint, i) == place)
        g_ptr_array_add (inside, g_object_ref (items->pdata[g_array_index (parts, KeelDayPart, i).item]));
    }
  block = keel_week_block_new (self->calendar, inside, column, &g_array_index (parts, KeelDayPart, place));
  g_signal_connect (block, "clicked", G_CALLBACK (block_clicked_cb), self);
  keel_week_grid_add (self->grid, KEEL_WEEK_BLOCK (block));
}

static void
show_day (KeelWeekView *self, guint column)
{
  gint64 from = keel_calendar_get_midnight (self->calendar, self->first + column);
  gint64 to = keel_calendar_get_midnight (self->calendar, self->first + column + 1);
  g_autoptr (GPtrArray) items = keel_calendar_list_between (self->calendar, from, to);
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GArray) groups = NULL;

  for (guint i = items->len; i-- > 0;)
    {
      if (keel_calendar_is_long (items->pdata[i]))
        g_ptr_array_remove_index (items, i);
    }
  parts = keel_week_layout_day (items, from, to, keel_calendar_get_zone (self->calendar));
  groups = keel_week_layout_join (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      if (g_array_index (groups, guint, i) == i)
        add_block (self, column, items, parts, groups, i);
    }
}

/* The block that has the focus; NULL. */
static KeelWeekBlock *
find_focus (KeelWeekView *self, gboolean *inside)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  *inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) &&
            !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->card));
  return *inside && KEEL_IS_WEEK_BLOCK (focus) ? KEEL_WEEK_BLOCK (focus) : NULL;
}

/* Its place is known before it got its room: GTK would scroll to where it is not. */
static gboolean
focus_block (KeelWeekView *self, KeelWeekBlock *block)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const KeelDayPart *part = keel_week_block_get_part (block);
  double value = gtk_adjustment_get_value (adjustment);

  if (!gtk_widget_grab_focus (GTK_WIDGET (block)))
    return FALSE;
  gtk_adjustment_set_value (adjustment, value);
  gtk_adjustment_clamp_page (adjustment, keel_week_grid_get_height (self->grid, part->top),
                             keel_week_grid_get_height (self->grid, part->bottom));
  return TRUE;
}

/* The block of the same date, where it may stand now; else its day. */
static void
focus_item (KeelWeekView *self, KeelAgendaItem *item)
{
  KeelWeekBlock *block = item != NULL ? keel_week_grid_find_item (self->grid, item) : NULL;

  if (block == NULL || !focus_block (self, block))
    keel_week_header_focus_day (self->header);
}

static void
card_closed_cb (KeelWeekView *self)
{
  focus_item (self, keel_date_card_get_item (self->card));
}

static void
show_days (KeelWeekView *self)
{
  gboolean focused;
  KeelWeekBlock *focus = find_focus (self, &focused);
  g_autoptr (KeelAgendaItem) item = focus != NULL ? g_object_ref (keel_week_block_get_items (focus)->pdata[0])
                                                  : NULL;

  keel_week_grid_clear (self->grid);
  keel_week_grid_set_days (self->grid, self->calendar, self->first, self->n_days);
  keel_week_header_show (self->header, self->calendar, self->first, self->n_days);
  for (guint i = 0; i < self->n_days; i++)
    show_day (self, i);
  if (focused)
    focus_item (self, item);
}

/* Once for so many days: after that the person decides. */
static void
scroll_to_first (KeelWeekView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  int top = MORNING;

  if (self->scrolled || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;
  for (guint i = 0; i < self->n_days; i++)
    {
      KeelWeekBlock *block = keel_week_grid_find_next (self->grid, NULL, i, FALSE);

      if (block != NULL)
        top = MIN (top, MAX (keel_week_block_get_part (block)->top - BEFORE_FIRST, 0));
    }
  self->scrolled = TRUE;
  gtk_adjustment_set_value (adjustment, keel_week_grid_get_height (self->grid, top));
}

static gboolean
resized_cb (gpointer data)
{
  KeelWeekView *self = data;

  self->idle = 0;
  if (self->calendar != NULL && self->fitting != self->n_days)
    {
      keel_week_view_refresh (self);
      self->scrolled = FALSE;
    }
  scroll_to_first (self);
  return G_SOURCE_REMOVE;
}

/* What a view is made of must not change while it is being placed. */
static void
placed_cb (KeelWeekGrid *grid, int width, KeelWeekView *self)
{
  if (width >= LEAST_WIDTH_FOR_WEEK)
    self->fitting = 7;
  else
    self->fitting = width >= LEAST_WIDTH_FOR_THREE ? 3 : 1;
  if ((self->fitting != self->n_days || !self->scrolled) && self->idle == 0)
    self->idle = g_idle_add (resized_cb, self);
}

/* The arrows among the blocks of a day: from the day itself down, and up to it again. */
static gboolean
move_in_day (KeelWeekView *self, KeelWeekBlock *block, gboolean up)
{
  KeelWeekBlock *next;

  if (block == NULL && up)
    return FALSE;
  next = keel_week_grid_find_next (self->grid, block, get_column (self), up);
  if (next != NULL)
    focus_block (self, next);
  else if (up)
    keel_week_header_focus_day (self->header);
  return TRUE;
}

static void
move_to_day (KeelWeekView *self, KeelWeekBlock *block, gint64 day)
{
  g_autoptr (KeelWeekBlock) from = block != NULL ? g_object_ref (block) : NULL;
  KeelWeekBlock *beside = NULL;

  keel_calendar_choose_day (self->calendar, day);
  if (from != NULL)
    beside = keel_week_grid_find_beside (self->grid, from, get_column (self));
  if (beside == NULL || !focus_block (self, beside))
    keel_week_header_focus_day (self->header);
}

/* Where a key leads from @day; @day itself for a key that leads to no other. */
static gint64
follow_key (KeelWeekView *self, guint key, gint64 day)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return day - forward;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return day + forward;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return self->first;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return self->first + self->n_days - 1;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return day - self->n_days;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return day + self->n_days;
    default:
      return day;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                KeelWeekView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean in_card = gtk_widget_is_ancestor (focus, GTK_WIDGET (self->card));
  gboolean on_block = KEEL_IS_WEEK_BLOCK (focus) && gtk_widget_get_parent (focus) == GTK_WIDGET (self->grid);
  KeelWeekBlock *block = on_block ? KEEL_WEEK_BLOCK (focus) : NULL;
  gint64 day = on_block ? self->first + keel_week_block_get_column (block)
                        : keel_calendar_get_day (self->calendar);
  gint64 next = follow_key (self, key, day);

  if (in_card || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      KEEL_IS_WEEK_BLOCK (focus) != on_block)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    return move_in_day (self, block, TRUE);
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down ||
      (!on_block && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)))
    return move_in_day (self, block, FALSE);
  if (next == day)
    return GDK_EVENT_PROPAGATE;
  move_to_day (self, block, next);
  return GDK_EVENT_STOP;
}

static void
keel_week_view_dispose (GObject *object)
{
  KeelWeekView *self = KEEL_WEEK_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->calendar);
  G_OBJECT_CLASS (keel_week_view_parent_class)->dispose (object);
}

static void
keel_week_view_class_init (KeelWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_week_view_dispose;

  g_type_ensure (KEEL_TYPE_WEEK_GRID);
  g_type_ensure (KEEL_TYPE_WEEK_HEADER);
  signals[SIGNAL_SHOW_SERIES] = g_signal_new ("show-series", KEEL_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, KEEL_TYPE_SERIES);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-week-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWeekView, header);
  gtk_widget_class_bind_template_child (widget_class, KeelWeekView, grid);
  gtk_widget_class_bind_template_child (widget_class, KeelWeekView, scroller);
  gtk_widget_class_bind_template_callback (widget_class, placed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_series_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_block_cb);
}

static void
keel_week_view_init (KeelWeekView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->fitting = 7;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->card = keel_date_card_new (GTK_WIDGET (self));
  g_signal_connect (self->card, "show-series", G_CALLBACK (show_series_cb), self);
  g_signal_connect_swapped (self->card, "closed", G_CALLBACK (card_closed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
keel_week_view_set_calendar (KeelWeekView *self, KeelCalendar *calendar)
{
  g_set_object (&self->calendar, calendar);
}

void
keel_week_view_refresh (KeelWeekView *self)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *summary = NULL;

  choose_span (self);
  keel_calendar_set_days (self->calendar, self->first, self->n_days);
  items =
      keel_calendar_list_between (self->calendar, keel_calendar_get_midnight (self->calendar, self->first),
                                  keel_calendar_get_midnight (self->calendar, self->first + self->n_days));
  summary = summarize (self, items);
  gtk_widget_queue_draw (GTK_WIDGET (self->grid)); /* the line for now */
  if (g_strcmp0 (summary, self->shown) == 0)
    {
      keel_week_header_mark_chosen (self->header);
      return;
    }
  g_free (self->shown);
  self->shown = g_steal_pointer (&summary);
  show_days (self);
}

gint64
keel_week_view_get_first (KeelWeekView *self)
{
  return self->first;
}

guint
keel_week_view_get_n_days (KeelWeekView *self)
{
  return self->n_days;
}

void
keel_week_view_start (KeelWeekView *self)
{
  keel_week_header_focus_day (self->header);
}

void
keel_week_view_focus_series (KeelWeekView *self, KeelSeries *series)
{
  KeelWeekBlock *block = keel_week_grid_find_next (self->grid, NULL, get_column (self), FALSE);

  for (; series != NULL && block != NULL;
       block = keel_week_grid_find_next (self->grid, block, get_column (self), FALSE))
    {
      KeelAgendaItem *item = keel_week_block_get_items (block)->pdata[0];

      if (g_strcmp0 (item->series->uuid, series->uuid) == 0 && focus_block (self, block))
        return;
    }
  keel_week_header_focus_day (self->header);
}
