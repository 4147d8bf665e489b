#include "config.h"

#include "keel-series-follow.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-add-meeting-dialog.h"
#include "keel-lead-list.h"
#include "keel-reminder-dialog.h"
#include "keel-undo-toast.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

struct _KeelSeriesFollow
{
  AdwBin parent_instance;

  GtkWidget *follow;
  GtkWidget *following;
  GtkLabel *leads;
  GtkWidget *open_note;
  GtkWidget *change;
  GtkWidget *edit;

  KeelSession *session;
  KeelMeeting *meeting;
  KeelSeries *series; /* nullable: not followed */
  GtkWindow *dialog;  /* weak: the question that is open */
};

G_DEFINE_FINAL_TYPE (KeelSeriesFollow, keel_series_follow, ADW_TYPE_BIN)

/* What was asked about: by the time of the answer another may be shown. */
typedef struct
{
  KeelSeriesFollow *self;
  KeelSession *session;
  KeelMeeting *meeting;
  KeelSeries *series;      /* nullable: not followed then; with the reminders that it had */
  KeelReminderStyle style; /* what was answered */
} Asked;

static Asked *
asked_new (KeelSeriesFollow *self, KeelSession *session, KeelMeeting *meeting, KeelSeries *series)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->self = g_object_ref (self);
  asked->session = g_object_ref (session);
  asked->meeting = g_object_ref (meeting);
  g_set_object (&asked->series, series);
  return asked;
}

static Asked *
asked_copy (Asked *asked)
{
  Asked *copy = asked_new (asked->self, asked->session, asked->meeting, asked->series);

  copy->style = asked->style;
  return copy;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->self);
  g_object_unref (asked->session);
  g_object_unref (asked->meeting);
  g_clear_object (&asked->series);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
say_error (Asked *asked, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, asked->meeting->name);

  keel_say (GTK_WIDGET (asked->self), sentence);
}

static void
say_followed (KeelSeriesFollow *self, KeelSeries *series)
{
  g_autofree char *leads = keel_lead_list_describe (series->leads);
  g_autofree char *sentence = NULL;

  /* Translators: a meeting's name and its reminders: "You follow Candlelight. Reminders: 30 minutes before."
   */
  sentence = g_strdup_printf (_ ("You follow %s. Reminders: %s."), series->meeting->name, leads);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = keel_session_follow_finish (KEEL_SESSION (source), result, &error);

  if (series != NULL)
    say_followed (asked->self, series);
  else
    say_error (asked, error);
}

static void
styled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);

  if (before == NULL)
    say_error (asked, error);
}

/* Following keeps everything inside the encryption; what the person allowed comes after it. */
static void
followed_with_style_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = keel_session_follow_finish (KEEL_SESSION (source), result, &error);

  if (series == NULL)
    {
      say_error (asked, error);
      return;
    }
  say_followed (asked->self, series);
  keel_session_set_reminders_async (KEEL_SESSION (source), series->uuid, series->leads, &asked->style,
                                    styled_cb, asked_copy (asked));
}

static void
leads_undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);

  keel_undo_toast_tell (GTK_WIDGET (asked->self), error, asked->meeting->name);
}

static void
undo_leads_cb (gpointer data)
{
  Asked *asked = data;

  if (keel_session_find_series (asked->session, asked->series->uuid) != NULL)
    keel_session_set_reminders_async (asked->session, asked->series->uuid, asked->series->leads,
                                      &asked->series->style, leads_undone_cb, asked_copy (asked));
  else
    keel_say (GTK_WIDGET (asked->self), _ ("You do not follow it any more, so nothing was undone."));
}

static void
leads_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  GtkWidget *widget = GTK_WIDGET (asked->self);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);

  if (before == NULL)
    {
      say_error (asked, error);
      return;
    }
  /* The way back leads to what was there, which need not be what was shown. */
  g_set_object (&asked->series, before);
  keel_undo_toast_show (widget, _ ("The reminders are saved."), undo_leads_cb, g_steal_pointer (&asked),
                        (GDestroyNotify) asked_free);
}

static void
chosen_cb (KeelReminderDialog *dialog, GArray *leads, const KeelReminderStyle *style, Asked *asked)
{
  const KeelReminderStyle usual = { 0 };
  gboolean is_usual = keel_reminder_style_equal (style, &usual);

  asked->style = *style;
  if (asked->series != NULL)
    keel_session_set_reminders_async (asked->session, asked->series->uuid, leads, style, leads_saved_cb,
                                      asked_copy (asked));
  else
    keel_session_follow_async (asked->session, asked->meeting, leads,
                               is_usual ? followed_cb : followed_with_style_cb, asked_copy (asked));
}

static void
free_asked (gpointer data, GClosure *closure)
{
  asked_free (data);
}

static void
follow_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelSeriesFollow *self = KEEL_SERIES_FOLLOW (widget);
  KeelReminderDialog *dialog;

  if (self->dialog == NULL)
    {
      dialog = keel_reminder_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session,
                                         self->meeting, self->series);
      g_signal_connect_data (dialog, "chosen", G_CALLBACK (chosen_cb),
                             asked_new (self, self->session, self->meeting, self->series), free_asked, 0);
      g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
    }
  gtk_window_present (self->dialog);
}

static void
unfollow_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelSeriesFollow *self = KEEL_SERIES_FOLLOW (widget);

  if (self->series != NULL)
    gtk_widget_activate_action (widget, "win.unfollow", "s", self->series->uuid);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelSeriesFollow *self = KEEL_SERIES_FOLLOW (widget);
  KeelAddMeetingDialog *dialog = keel_add_meeting_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              self->session);

  keel_add_meeting_dialog_change (dialog, self->series);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keel_series_follow_dispose (GObject *object)
{
  KeelSeriesFollow *self = KEEL_SERIES_FOLLOW (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->series);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_series_follow_parent_class)->dispose (object);
}

static void
keel_series_follow_class_init (KeelSeriesFollowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_series_follow_dispose;

  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-series-follow.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesFollow, follow);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesFollow, following);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesFollow, leads);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesFollow, open_note);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesFollow, change);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesFollow, edit);
  gtk_widget_class_install_action (widget_class, "following.follow", NULL, follow_cb);
  gtk_widget_class_install_action (widget_class, "following.unfollow", NULL, unfollow_cb);
  gtk_widget_class_install_action (widget_class, "following.edit", NULL, edit_cb);
}

static void
keel_series_follow_init (KeelSeriesFollow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
describe_text (const KeelReminderStyle *style)
{
  if (style->text == KEEL_REMINDER_NAME)
    return _ ("says the name");
  return style->text == KEEL_REMINDER_FULL ? _ ("says name and place") : NULL;
}

static void
append_fact (GString *facts, const char *fact)
{
  if (fact != NULL)
    g_string_append_printf (facts, " · %s", fact);
}

/* "30 minutes before · time to leave 20 minutes before · no sound" */
static char *
describe_reminders (KeelSeries *series)
{
  const KeelReminderStyle *style = &series->style;
  g_autofree char *leads = keel_lead_list_describe (series->leads);
  g_autofree char *travel = NULL;
  GString *facts = g_string_new (leads);

  if (style->travel > 0)
    travel = g_strdup_printf (ngettext ("time to leave %d minute before", "time to leave %d minutes before",
                                        (gulong) style->travel),
                              style->travel);
  append_fact (facts, travel);
  if (series->leads->len > 0 || travel != NULL)
    {
      append_fact (facts, describe_text (style));
      append_fact (facts, style->silent ? _ ("no sound") : NULL);
      append_fact (facts, style->important ? _ ("important") : NULL);
    }
  return g_string_free (facts, FALSE);
}

void
keel_series_follow_show (KeelSeriesFollow *self, KeelSession *session, KeelMeeting *meeting,
                         KeelSeries *series)
{
  gboolean can_follow = meeting->list != NULL && meeting->day != KEEL_DAY_BY_APPOINTMENT;
  g_autofree char *leads = series != NULL ? describe_reminders (series) : NULL;

  g_set_object (&self->session, session);
  g_set_object (&self->meeting, meeting);
  g_set_object (&self->series, series);
  /* What a list says is the list's; what was added by hand is the person's. */
  gtk_widget_set_visible (self->edit, series != NULL && meeting->list == NULL);
  gtk_widget_set_visible (self->following, series != NULL);
  gtk_widget_set_visible (self->follow, series == NULL && can_follow);
  gtk_widget_set_visible (GTK_WIDGET (self), series != NULL || can_follow);
  gtk_label_set_text (self->leads, leads != NULL ? leads : "");
  gtk_widget_set_visible (self->open_note,
                          series != NULL && series->style.open && keel_session_is_protected (session));
}

gboolean
keel_series_follow_start (KeelSeriesFollow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  return gtk_widget_grab_focus (self->series != NULL ? self->change : self->follow);
}
