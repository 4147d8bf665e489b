#include "config.h"

#include "keel-week-block.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-block-face.h"
#include "keel-series-mark.h"

struct _KeelWeekBlock
{
  GtkButton parent_instance;

  KeelAgendaItem *item;
  guint column;
  KeelDayPart part;
};

G_DEFINE_FINAL_TYPE (KeelWeekBlock, keel_week_block, GTK_TYPE_BUTTON)

static char *
describe_time (KeelCalendar *calendar, KeelAgendaItem *item)
{
  if (item->series->meeting->any_time)
    /* Translators: in the place of a time: a room that is always open. */
    return g_strdup (C_ ("time", "any time"));
  return keel_sentence_clock_time (item->occurrence.start, keel_calendar_get_zone (calendar));
}

static void
name_block (KeelWeekBlock *self, KeelCalendar *calendar, const char *time)
{
  gint64 day = keel_local_time_get_days (
      keel_local_time_from_utc (self->item->occurrence.start, keel_calendar_get_zone (calendar)));
  g_autofree char *date = keel_sentence_day (day, keel_calendar_get_today (calendar));
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", date, time, self->item->series->meeting->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
}

static void
keel_week_block_dispose (GObject *object)
{
  g_clear_object (&KEEL_WEEK_BLOCK (object)->item);
  G_OBJECT_CLASS (keel_week_block_parent_class)->dispose (object);
}

static void
keel_week_block_class_init (KeelWeekBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_week_block_dispose;
}

static void
keel_week_block_init (KeelWeekBlock *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "keel-block");
}

GtkWidget *
keel_week_block_new (KeelCalendar *calendar, KeelAgendaItem *item, guint column, const KeelDayPart *part)
{
  KeelWeekBlock *self = g_object_new (KEEL_TYPE_WEEK_BLOCK, NULL);
  KeelContent *content = keel_session_get_content (keel_calendar_get_session (calendar));
  g_autofree char *time = describe_time (calendar, item);
  KeelSeriesMark mark;

  self->item = g_object_ref (item);
  self->column = column;
  if (part != NULL)
    self->part = *part;
  keel_series_mark_read (&mark, content, item->series);
  gtk_button_set_child (GTK_BUTTON (self),
                        keel_block_face_new (&mark, part != NULL ? time : NULL, item->series->meeting->name,
                                             keel_calendar_is_over (calendar, item)));
  name_block (self, calendar, time);
  return GTK_WIDGET (self);
}

KeelAgendaItem *
keel_week_block_get_item (KeelWeekBlock *self)
{
  return self->item;
}

guint
keel_week_block_get_column (KeelWeekBlock *self)
{
  return self->column;
}

const KeelDayPart *
keel_week_block_get_part (KeelWeekBlock *self)
{
  return &self->part;
}
