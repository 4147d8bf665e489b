#include "keel-date-popover.h"

#include <string.h>

#include "core/keel-local-time.h"

struct _KeelDatePopover
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (KeelDatePopover, keel_date_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
parse (const char *text, gint64 *day)
{
  g_autofree char *date = g_strstrip (g_strdup (text));
  KeelLocalTime local;

  if (strlen (date) != strlen ("2000-01-01") || !keel_local_time_parse (date, &local))
    return FALSE;
  *day = keel_local_time_get_days (local);
  return TRUE;
}

static void
tell_problem (KeelDatePopover *self, gboolean wrong)
{
  const char *words = gtk_label_get_text (GTK_LABEL (self->problem));

  gtk_widget_set_visible (self->problem, wrong);
  if (wrong)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
go_cb (KeelDatePopover *self)
{
  gint64 day;

  if (!parse (gtk_editable_get_text (self->entry), &day))
    {
      tell_problem (self, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, day);
}

static void
keel_date_popover_class_init (KeelDatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_DATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-date-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelDatePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, KeelDatePopover, problem);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
keel_date_popover_init (KeelDatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_date_popover_start (KeelDatePopover *self, gint64 day)
{
  g_autofree char *date = keel_local_time_format (day * KEEL_MINUTES_PER_DAY);

  date[strlen ("2000-01-01")] = '\0';
  gtk_editable_set_text (self->entry, date);
  tell_problem (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  /* An entry that had the focus before selects nothing by itself. */
  gtk_editable_select_region (self->entry, 0, -1);
}
