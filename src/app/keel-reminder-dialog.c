#include "config.h"

#include "keel-reminder-dialog.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-lead-list.h"
#include "keel-reminder-style-box.h"

#define USUAL_LEAD 30

struct _KeelReminderDialog
{
  AdwWindow parent_instance;

  GtkLabel *meeting_name;
  GtkButton *agree;
  KeelLeadList *leads;
  KeelReminderStyleBox *style;
};

G_DEFINE_FINAL_TYPE (KeelReminderDialog, keel_reminder_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
agree_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelReminderDialog *self = KEEL_REMINDER_DIALOG (widget);
  g_autoptr (GArray) leads = keel_lead_list_dup_leads (self->leads);
  KeelReminderStyle style = keel_reminder_style_box_read (self->style);

  if (leads == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, leads, &style);
  gtk_window_close (GTK_WINDOW (self));
}

static void
keel_reminder_dialog_class_init (KeelReminderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_REMINDER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_ARRAY, G_TYPE_POINTER);

  g_type_ensure (KEEL_TYPE_LEAD_LIST);
  g_type_ensure (KEEL_TYPE_REMINDER_STYLE_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-reminder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelReminderDialog, meeting_name);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderDialog, agree);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderDialog, leads);
  gtk_widget_class_bind_template_child (widget_class, KeelReminderDialog, style);
  gtk_widget_class_install_action (widget_class, "dialog.agree", NULL, agree_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_reminder_dialog_init (KeelReminderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelReminderDialog *
keel_reminder_dialog_new (GtkWindow *parent, KeelSession *session, KeelMeeting *meeting, KeelSeries *series)
{
  KeelReminderDialog *self = g_object_new (KEEL_TYPE_REMINDER_DIALOG, "transient-for", parent, NULL);
  const KeelReminderStyle usual_style = { 0 };
  g_autoptr (GArray) usual = g_array_new (FALSE, FALSE, sizeof (int));
  int lead = USUAL_LEAD;

  g_array_append_val (usual, lead);
  gtk_label_set_text (self->meeting_name, meeting->name);
  gtk_button_set_label (self->agree, series != NULL ? _ ("Save") : _ ("Follow"));
  keel_lead_list_set_leads (self->leads, series != NULL ? series->leads : usual);
  keel_reminder_style_box_show (self->style, session, meeting, series != NULL ? series->schedule : NULL,
                                series != NULL ? &series->style : &usual_style);
  /* What is chosen beforehand is right for most: Enter is enough. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->agree));
  return self;
}
