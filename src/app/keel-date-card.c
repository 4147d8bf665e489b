#include "config.h"

#include "keel-date-card.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-agenda-row.h"

struct _KeelDateCard
{
  GtkPopover parent_instance;

  GtkLabel *heading;
  GtkListBox *rows;

  KeelAgendaItem *item;
};

G_DEFINE_FINAL_TYPE (KeelDateCard, keel_date_card, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_SHOW_SERIES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelDateCard *self)
{
  g_autoptr (KeelSeries) series = g_object_ref (keel_agenda_row_get_item (KEEL_AGENDA_ROW (row))->series);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_SHOW_SERIES], 0, series);
}

static void
show_rows (KeelDateCard *self, KeelCalendar *calendar, GPtrArray *items)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->rows,
                         keel_agenda_row_new (items->pdata[i], keel_calendar_get_session (calendar)));
}

static void
point_to (KeelDateCard *self, GtkWidget *beside)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GdkRectangle area = { 0, 0, gtk_widget_get_width (beside), gtk_widget_get_height (beside) };
  double x, y;

  if (!gtk_widget_translate_coordinates (beside, parent, 0, 0, &x, &y))
    return;
  /* A long one reaches out of sight. */
  area.x = (int) x;
  area.y = (int) CLAMP (y, 0, gtk_widget_get_height (parent) - 1);
  area.height = (int) CLAMP (y + area.height, 1, gtk_widget_get_height (parent)) - area.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &area);
}

static void
keel_date_card_dispose (GObject *object)
{
  g_clear_object (&KEEL_DATE_CARD (object)->item);
  G_OBJECT_CLASS (keel_date_card_parent_class)->dispose (object);
}

static void
keel_date_card_class_init (KeelDateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_date_card_dispose;
  signals[SIGNAL_SHOW_SERIES] = g_signal_new ("show-series", KEEL_TYPE_DATE_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, KEEL_TYPE_SERIES);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-date-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelDateCard, heading);
  gtk_widget_class_bind_template_child (widget_class, KeelDateCard, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
keel_date_card_init (KeelDateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

KeelDateCard *
keel_date_card_new (GtkWidget *parent)
{
  KeelDateCard *self = g_object_new (KEEL_TYPE_DATE_CARD, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

void
keel_date_card_open (KeelDateCard *self, KeelCalendar *calendar, gint64 day, GPtrArray *items,
                     GtkWidget *beside)
{
  gint64 today = keel_calendar_get_today (calendar);
  g_autofree char *date = keel_sentence_day (day, today);
  g_autofree char *heading = day == today ? g_strdup_printf (_ ("Today, %s"), date) : g_steal_pointer (&date);

  g_set_object (&self->item, items->pdata[0]);
  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  show_rows (self, calendar, items);
  point_to (self, beside);
  gtk_popover_popup (GTK_POPOVER (self));
}

KeelAgendaItem *
keel_date_card_get_item (KeelDateCard *self)
{
  return self->item;
}
