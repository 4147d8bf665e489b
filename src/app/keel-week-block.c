#include "config.h"

#include "keel-week-block.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-block-face.h"
#include "keel-date-words.h"

struct _KeelWeekBlock
{
  GtkButton parent_instance;

  GPtrArray *items; /* of KeelAgendaItem */
  guint column;
  KeelDayPart part;
};

G_DEFINE_FINAL_TYPE (KeelWeekBlock, keel_week_block, GTK_TYPE_BUTTON)

static char *
describe_day (KeelCalendar *calendar, KeelAgendaItem *item)
{
  KeelLocalTime start = keel_local_time_from_utc (item->occurrence.start, keel_calendar_get_zone (calendar));

  return keel_sentence_day (keel_local_time_get_days (start), keel_calendar_get_today (calendar));
}

static void
name_block (KeelWeekBlock *self, KeelCalendar *calendar)
{
  g_autofree char *date = describe_day (calendar, self->items->pdata[0]);
  g_autoptr (GString) name = g_string_new (date);

  if (self->items->len > 1)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u meeting", "%u meetings", self->items->len),
                              self->items->len);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *words = keel_date_line_describe (calendar, self->items->pdata[i]);

      g_string_append_printf (name, "%s%s", i == 0 || self->items->len == 1 ? ", " : "; ", words);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name->str);
}

static GtkWidget *
make_face (KeelWeekBlock *self, KeelCalendar *calendar, gboolean timed)
{
  KeelAgendaItem *item = self->items->pdata[0];
  g_autofree char *their_time = keel_date_words_their_time (item, keel_calendar_get_zone (calendar));
  KeelDateLine *line = keel_date_line_new (calendar, item, 0);

  if (!timed)
    g_clear_pointer (&line->time, g_free);
  return keel_block_face_new (line, their_time);
}

static GtkWidget *
make_more (KeelWeekBlock *self)
{
  g_autofree char *text = g_strdup_printf (C_ ("more on this day", "+%u"), self->items->len);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_accessible_update_state (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self), "keel-more");
  return label;
}

static void
keel_week_block_dispose (GObject *object)
{
  g_clear_pointer (&KEEL_WEEK_BLOCK (object)->items, g_ptr_array_unref);
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
keel_week_block_new (KeelCalendar *calendar, GPtrArray *items, guint column, const KeelDayPart *part)
{
  KeelWeekBlock *self = g_object_new (KEEL_TYPE_WEEK_BLOCK, NULL);

  self->items = g_ptr_array_ref (items);
  self->column = column;
  if (part != NULL)
    self->part = *part;
  gtk_button_set_child (GTK_BUTTON (self),
                        items->len > 1 ? make_more (self) : make_face (self, calendar, part != NULL));
  name_block (self, calendar);
  return GTK_WIDGET (self);
}

GPtrArray *
keel_week_block_get_items (KeelWeekBlock *self)
{
  return self->items;
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
