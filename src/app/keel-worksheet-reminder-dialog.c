#include "config.h"

#include "keel-worksheet-reminder-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-prompt-days.h"

#include "keel-announcer.h"
#include "keel-day-choice.h"
#include "keel-session-prompts.h"
#include "keel-text-row.h"
#include "keel-typed-time.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* What stands there where there is no reminder yet. */
#define FIRST_TIME (20 * 60)
#define EVERY_DAY 0x7fu

struct _KeelWorksheetReminderDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  GtkLabel *name;
  GtkLabel *kept;
  KeelTextRow *time;
  KeelDayChoice *days;
  GtkLabel *problem;
  GtkWidget *open_rows;
  GtkSwitch *open;
  GtkWidget *off;

  KeelSession *session;
  KeelWorksheet *worksheet;
  KeelPrompt *before; /* nullable: none */
};

G_DEFINE_FINAL_TYPE (KeelWorksheetReminderDialog, keel_worksheet_reminder_dialog, ADW_TYPE_WINDOW)

/* What was changed, to be taken back. */
typedef struct
{
  GtkWidget *widget;
  KeelSession *session;
  KeelPrompt *before; /* nullable: none was there */
  char *uuid;         /* of what is there now; NULL: nothing */
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->widget);
  g_object_unref (undo->session);
  g_clear_pointer (&undo->before, keel_prompt_free);
  g_free (undo->uuid);
  g_free (undo);
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPrompt) prompt = keel_session_prompt_finish (KEEL_SESSION (source), result, &error);

  keel_undo_toast_tell (widget, error, NULL);
}

static void
taken_away_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;

  if (undo->before != NULL)
    keel_session_set_prompt_async (undo->session, undo->before, put_back_cb, g_object_ref (undo->widget));
  else if (undo->uuid != NULL)
    keel_session_drop_prompt_async (undo->session, undo->uuid, taken_away_cb, g_object_ref (undo->widget));
}

/* The dialog is done; what is said stands in the window behind it. */
static void
close_done (KeelWorksheetReminderDialog *self, const char *uuid, const char *sentence)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  Undo *undo = g_new0 (Undo, 1);

  undo->widget = g_object_ref (parent != NULL ? GTK_WIDGET (parent) : GTK_WIDGET (self));
  undo->session = g_object_ref (self->session);
  undo->before = self->before != NULL ? keel_prompt_copy (self->before) : NULL;
  undo->uuid = g_strdup (uuid);
  keel_undo_toast_show (undo->widget, sentence, undo_cb, undo, (GDestroyNotify) undo_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_failure (KeelWorksheetReminderDialog *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetReminderDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPrompt) prompt = keel_session_prompt_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *when = NULL;
  g_autofree char *sentence = NULL;

  if (self->session == NULL)
    return;
  if (prompt == NULL)
    {
      show_failure (self, error);
      return;
    }
  when = keel_sentence_schedule (prompt->schedule);
  /* Translators: %s is how often and when: "Every day at 21:00" */
  sentence = g_strdup_printf (_ ("You will be reminded: %s."), when);
  close_done (self, prompt->uuid, sentence);
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetReminderDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    close_done (self, NULL, _ ("You will not be reminded of it."));
  else
    show_failure (self, error);
}

static void
show_problem (KeelWorksheetReminderDialog *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    keel_say (GTK_WIDGET (self), problem);
}

/* Nothing is told that was not allowed, and of what is quiet nothing at all. */
static KeelPrompt *
make_prompt (KeelWorksheetReminderDialog *self, int minute)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  KeelLocalTime now = keel_local_time_from_utc (keel_session_get_now (self->session), zone);
  g_autoptr (KeelSchedule) schedule =
      keel_prompt_days_to_schedule (now, keel_day_choice_get_days (self->days), minute);
  KeelPrompt *prompt = keel_prompt_new (KEEL_PROMPT_WORKSHEET, schedule);

  prompt->uuid = self->before != NULL ? g_strdup (self->before->uuid) : NULL;
  prompt->subject = g_strdup (self->worksheet->id);
  if (self->worksheet->quiet)
    return prompt;
  prompt->words = g_strdup (self->worksheet->name);
  prompt->style.open = gtk_switch_get_active (self->open);
  prompt->style.text = prompt->style.open ? KEEL_REMINDER_NAME : KEEL_REMINDER_DISCREET;
  return prompt;
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWorksheetReminderDialog *self = KEEL_WORKSHEET_REMINDER_DIALOG (widget);
  g_autoptr (KeelPrompt) prompt = NULL;
  int minute;

  show_problem (self, NULL);
  if (!keel_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->time)), &minute))
    {
      keel_text_row_show_problem (self->time, _ ("Write a time, for example 19:00 or 7pm."));
      gtk_widget_grab_focus (GTK_WIDGET (self->time));
      return;
    }
  if (keel_day_choice_get_days (self->days) == 0)
    {
      show_problem (self, _ ("Choose at least one day."));
      return;
    }
  prompt = make_prompt (self, minute);
  gtk_widget_set_sensitive (widget, FALSE);
  keel_session_set_prompt_async (self->session, prompt, saved_cb, g_object_ref (self));
}

static void
off_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelWorksheetReminderDialog *self = KEEL_WORKSHEET_REMINDER_DIALOG (widget);

  if (self->before == NULL)
    return;
  gtk_widget_set_sensitive (widget, FALSE);
  keel_session_drop_prompt_async (self->session, self->before->uuid, dropped_cb, g_object_ref (self));
}

static void
keel_worksheet_reminder_dialog_dispose (GObject *object)
{
  KeelWorksheetReminderDialog *self = KEEL_WORKSHEET_REMINDER_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->worksheet, keel_worksheet_unref);
  g_clear_pointer (&self->before, keel_prompt_free);
  G_OBJECT_CLASS (keel_worksheet_reminder_dialog_parent_class)->dispose (object);
}

static void
keel_worksheet_reminder_dialog_class_init (KeelWorksheetReminderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_worksheet_reminder_dialog_dispose;

  g_type_ensure (KEEL_TYPE_DAY_CHOICE);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/keel/Keel/keel-worksheet-reminder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetReminderDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetReminderDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetReminderDialog, kept);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetReminderDialog, time);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetReminderDialog, days);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetReminderDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetReminderDialog, open_rows);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetReminderDialog, open);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetReminderDialog, off);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.off", NULL, off_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_worksheet_reminder_dialog_init (KeelWorksheetReminderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static void
show (KeelWorksheetReminderDialog *self)
{
  guint days = EVERY_DAY;
  int minute = FIRST_TIME;
  g_autofree char *time = NULL;

  if (self->before != NULL)
    keel_prompt_days_read (self->before->schedule, &days, &minute);
  time = keel_sentence_time (minute);
  gtk_label_set_text (self->name, self->worksheet->name);
  gtk_label_set_text (self->kept, self->worksheet->quiet
                                      ? _ ("The reminder says only the time, and nothing of this page.")
                                      : _ ("The reminder says only the time, unless you choose more."));
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  keel_day_choice_set_days (self->days, days);
  gtk_widget_set_visible (self->open_rows, !self->worksheet->quiet);
  gtk_switch_set_active (self->open, self->before != NULL && self->before->style.open);
  gtk_widget_set_visible (self->off, self->before != NULL);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->time));
  keel_text_row_mend (self->time);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetReminderDialog) self = data;
  g_autoptr (GError) error = NULL;

  self->before = keel_session_prompt_finish (KEEL_SESSION (source), result, &error);
  if (self->session == NULL)
    return;
  if (error != NULL)
    show_failure (self, error);
  show (self);
  gtk_window_present (GTK_WINDOW (self));
}

void
keel_worksheet_reminder_dialog_present (GtkWindow *parent, KeelSession *session,
                                        const KeelWorksheet *worksheet)
{
  KeelWorksheetReminderDialog *self = g_object_new (KEEL_TYPE_WORKSHEET_REMINDER_DIALOG, "transient-for",
                                                    parent, NULL);

  self->session = g_object_ref (session);
  self->worksheet = keel_worksheet_ref ((KeelWorksheet *) worksheet);
  keel_session_find_worksheet_prompt_async (session, worksheet->id, found_cb, g_object_ref (self));
}
