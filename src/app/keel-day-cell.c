#include "config.h"

#include "keel-day-cell.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-day-face.h"
#include "keel-risk-line.h"

/* A listener goes into the list of the day for more. */
#define MOST_HEARD 5

struct _KeelDayCell
{
  GtkButton parent_instance;

  KeelDayFace *face;
  gint64 day;
  char *name;
  double pressed; /* how far down its face it was last pressed */
};

G_DEFINE_FINAL_TYPE (KeelDayCell, keel_day_cell, GTK_TYPE_BUTTON)

static GPtrArray *
make_lines (KeelCalendar *calendar, GPtrArray *items, gint64 day)
{
  GPtrArray *lines = g_ptr_array_new_full (KEEL_DAY_FACE_LINES, (GDestroyNotify) keel_date_line_free);

  for (guint i = 0; i < MIN (items->len, KEEL_DAY_FACE_LINES); i++)
    g_ptr_array_add (lines, keel_date_line_new (calendar, items->pdata[i], day));
  return lines;
}

static char *
describe_day (KeelCalendar *calendar, gint64 day)
{
  gint64 today = keel_calendar_get_today (calendar);
  g_autofree char *date = keel_sentence_day (day, today);

  if (day != today)
    return g_steal_pointer (&date);
  /* Translators: %s is the date of today. */
  return g_strdup_printf (_ ("Today, %s"), date);
}

/* What was cancelled is told, and not counted. */
static void
append_count (GString *name, GPtrArray *items)
{
  guint n = items->len;

  for (guint i = 0; i < items->len; i++)
    n -= ((KeelAgendaItem *) items->pdata[i])->cancelled ? 1 : 0;
  /* Translators: how many there are on a day, before their times and names. */
  g_string_append_printf (name, ngettext ("%u meeting", "%u meetings", n), n);
}

static void
append_lines (GString *name, GPtrArray *items, GPtrArray *lines)
{
  g_string_append (name, ", ");
  append_count (name, items);
  for (guint i = 0; i < MIN (lines->len, MOST_HEARD); i++)
    {
      KeelDateLine *line = lines->pdata[i];

      g_string_append (name, i == 0 ? ": " : ", ");
      if (line->time != NULL)
        g_string_append_printf (name, "%s ", line->time);
      g_string_append (name, line->name);
      if (line->state != NULL)
        g_string_append_printf (name, " (%s)", line->state);
    }
  if (items->len > MOST_HEARD)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("and %u more", "and %u more", items->len - MOST_HEARD),
                              items->len - MOST_HEARD);
    }
}

/* Before the meetings: it is what the day is. */
static void
put_risk (KeelDateLine *risk, GPtrArray *lines, GString *name)
{
  g_string_append_printf (name, ", %s (%s)", risk->name, risk->state);
  if (lines->len == KEEL_DAY_FACE_LINES)
    g_ptr_array_remove_index (lines, lines->len - 1);
  g_ptr_array_insert (lines, 0, risk);
}

static void
set_name (KeelDayCell *self, const char *name)
{
  if (g_strcmp0 (name, self->name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, KeelDayCell *self)
{
  double face_x;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->face), x, y, &face_x,
                                    &self->pressed);
}

/* Who points at a day is told what does not fit into it. */
static gboolean
query_tooltip_cb (KeelDayCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, self->name);
  return self->name != NULL;
}

static void
keel_day_cell_finalize (GObject *object)
{
  g_free (KEEL_DAY_CELL (object)->name);
  G_OBJECT_CLASS (keel_day_cell_parent_class)->finalize (object);
}

static void
keel_day_cell_class_init (KeelDayCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_day_cell_finalize;
}

static void
keel_day_cell_init (KeelDayCell *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  self->face = KEEL_DAY_FACE (keel_day_face_new ());
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->face));
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "keel-day");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
keel_day_cell_new (void)
{
  return g_object_new (KEEL_TYPE_DAY_CELL, NULL);
}

void
keel_day_cell_show (KeelDayCell *self, KeelCalendar *calendar, gint64 day, gboolean outside)
{
  g_autoptr (GPtrArray) items = keel_calendar_list_day (calendar, day);
  g_autoptr (GPtrArray) lines = make_lines (calendar, items, day);
  g_autofree char *date = describe_day (calendar, day);
  g_autoptr (GString) name = g_string_new (date);
  KeelDateLine *risk = keel_risk_line_new (keel_calendar_get_session (calendar), day);
  int year, month, month_day;

  self->day = day;
  keel_civil_from_days (day, &year, &month, &month_day);
  if (lines->len > 0)
    append_lines (name, items, lines);
  if (risk != NULL)
    put_risk (risk, lines, name);
  keel_day_face_show (self->face, month_day, day == keel_calendar_get_today (calendar), outside, lines,
                      items->len + (risk != NULL ? 1 : 0));
  set_name (self, name->str);
}

void
keel_day_cell_set_chosen (KeelDayCell *self, gboolean chosen)
{
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "keel-chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "keel-chosen");
}

gint64
keel_day_cell_get_day (KeelDayCell *self)
{
  return self->day;
}

gboolean
keel_day_cell_was_more_pressed (KeelDayCell *self)
{
  return keel_day_face_is_more (self->face, self->pressed);
}
