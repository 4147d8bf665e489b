#include "config.h"

#include "keel-date-change.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-text-row.h"
#include "keel-typed-number.h"
#include "keel-typed-time.h"

struct _KeelDateChange
{
  GtkPopover parent_instance;

  KeelTextRow *date;
  KeelTextRow *time;
  GtkWidget *leave_out;
  GtkWidget *put_back;
};

G_DEFINE_FINAL_TYPE (KeelDateChange, keel_date_change, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_MOVED,
  SIGNAL_LEFT_OUT,
  SIGNAL_PUT_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
move_cb (KeelDateChange *self)
{
  gint64 day = 0;
  int minute = 0;

  if (!keel_typed_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->date)), &day))
    {
      keel_text_row_show_problem (self->date,
                                  _ ("Write the date as year, month and day, for example 2027-03-31."));
      keel_text_row_mend (self->date);
      return;
    }
  if (!keel_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->time)), &minute))
    {
      keel_text_row_show_problem (self->time, _ ("Write the time as 19:00, 7:30 pm or 7pm."));
      keel_text_row_mend (self->time);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, day * KEEL_MINUTES_PER_DAY + minute);
}

static void
leave_out_cb (KeelDateChange *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_LEFT_OUT], 0);
}

static void
put_back_cb (KeelDateChange *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PUT_BACK], 0);
}

static void
keel_date_change_class_init (KeelDateChangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MOVED] = g_signal_new ("moved", KEEL_TYPE_DATE_CHANGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_LEFT_OUT] = g_signal_new ("left-out", KEEL_TYPE_DATE_CHANGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PUT_BACK] = g_signal_new ("put-back", KEEL_TYPE_DATE_CHANGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-date-change.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelDateChange, date);
  gtk_widget_class_bind_template_child (widget_class, KeelDateChange, time);
  gtk_widget_class_bind_template_child (widget_class, KeelDateChange, leave_out);
  gtk_widget_class_bind_template_child (widget_class, KeelDateChange, put_back);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, put_back_cb);
}

static void
keel_date_change_init (KeelDateChange *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
keel_date_change_new (KeelLocalTime local, gboolean changed)
{
  KeelDateChange *self = g_object_new (KEEL_TYPE_DATE_CHANGE, NULL);
  g_autofree char *date = keel_typed_day_format (keel_local_time_get_days (local));
  g_autofree char *time = keel_sentence_time (keel_local_time_get_minute (local));

  gtk_editable_set_text (GTK_EDITABLE (self->date), date);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  gtk_widget_set_visible (self->leave_out, !changed);
  gtk_widget_set_visible (self->put_back, changed);
  return GTK_WIDGET (self);
}
