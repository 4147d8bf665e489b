#include "config.h"

#include "keel-meeting-details.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-add-meeting-dialog.h"
#include "keel-choices.h"
#include "keel-lead-list.h"
#include "keel-meeting-facts.h"
#include "keel-program-mark.h"
#include "keel-reminder-dialog.h"
#include "keel-typed-meeting.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

struct _KeelMeetingDetails
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkWidget *program_box;
  KeelProgramMark *mark;
  GtkLabel *program;
  GtkLabel *name;
  GtkLabel *kind;
  GtkLabel *vanished;
  GtkLabel *when;
  GtkLabel *their_when;
  GtkLabel *next;
  GtkLabel *rhythm;
  GtkWidget *by_appointment;
  GtkWidget *notes_box;
  GtkLabel *notes;
  GtkWidget *follow;
  GtkWidget *following;
  GtkLabel *leads;
  GtkWidget *open_note;
  GtkWidget *change;
  GtkWidget *edit;
  GtkButton *join;
  GtkButton *page;
  GtkListBox *facts;
  GtkLabel *source;

  KeelSession *session;
  KeelMeeting *meeting;
  KeelSeries *series; /* nullable: not followed */
  GPtrArray *sources; /* of KeelMatchSource; nullable: of the one list that @meeting names */
  GtkWindow *dialog;  /* weak: the question that is open */
};

G_DEFINE_FINAL_TYPE (KeelMeetingDetails, keel_meeting_details, ADW_TYPE_BIN)

enum
{
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_program (KeelMeetingDetails *self)
{
  const KeelProgram *program;

  program = keel_choices_find_program (keel_session_get_content (self->session), self->meeting->program);
  gtk_widget_set_visible (self->program_box, program != NULL);
  keel_program_mark_show (self->mark, program);
  show_text (self->program, program != NULL ? program->name : NULL);
}

static void
show_when (KeelMeetingDetails *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  gint64 now = keel_session_get_now (self->session);
  g_autofree char *theirs = NULL;
  g_autofree char *when = keel_meeting_facts_describe_when (self->meeting, self->series, person, now,
                                                            &theirs);
  g_autofree char *next = keel_meeting_facts_describe_next (self->meeting, self->series, person, now);
  g_autofree char *rhythm = keel_meeting_facts_describe_rhythm (self->meeting, self->series);
  gboolean by_appointment = self->series == NULL && self->meeting->day == KEEL_DAY_BY_APPOINTMENT;

  show_text (self->when, when);
  show_text (self->their_when, theirs);
  show_text (self->next, next);
  show_text (self->rhythm, rhythm);
  gtk_widget_set_visible (self->by_appointment, by_appointment);
  show_text (self->notes, self->meeting->notes);
  gtk_widget_set_visible (self->notes_box, gtk_widget_get_visible (GTK_WIDGET (self->notes)));
}

static void
show_vanished (KeelMeetingDetails *self)
{
  g_autofree char *age = NULL;
  g_autofree char *sentence = NULL;

  if (self->series != NULL && self->series->vanished_at > 0)
    {
      age = keel_sentence_age (self->series->vanished_at, keel_session_get_now (self->session));
      sentence =
          g_strdup_printf (_ ("“%s” no longer has this meeting (noticed %s). "
                              "Your copy and its reminders stay. Ask the group whether it still meets."),
                           self->meeting->list, age);
    }
  show_text (self->vanished, sentence);
}

static void
show_source (KeelMeetingDetails *self)
{
  KeelList *list = self->meeting->list != NULL ? keel_session_find_list (self->session, self->meeting->list)
                                               : NULL;
  g_autofree char *text = NULL;
  g_autofree char *age = NULL;

  if (list != NULL)
    {
      age = keel_sentence_age (list->imported_at, keel_session_get_now (self->session));
      text = g_strdup_printf (_ ("From the list “%s”, imported %s"), list->name, age);
    }
  else if (self->meeting->list != NULL)
    text = g_strdup_printf (_ ("From the list “%s”, which is no longer here"), self->meeting->list);
  else
    text = g_strdup (_ ("Added by you"));
  show_text (self->source, text);
}

static gboolean
is_on (KeelMeetingDetails *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);

  return keel_meeting_facts_is_on (self->meeting, self->series, person, keel_session_get_now (self->session),
                                   NULL);
}

static void
show_links (KeelMeetingDetails *self)
{
  gboolean on = is_on (self);
  g_autofree char *host = NULL;
  g_autofree char *page_host = NULL;
  g_autofree char *label = NULL;
  g_autofree char *page_label = NULL;

  if (self->meeting->conference_url != NULL)
    host = keel_link_get_host (self->meeting->conference_url);
  /* Translators: %s is where a link leads, e.g. zoom.us */
  label = host != NULL ? g_strdup_printf (on ? _ ("Join now on %s") : _ ("Join on %s"), host)
                       : g_strdup (on ? _ ("Join now") : _ ("Join"));
  gtk_button_set_label (self->join, label);
  gtk_widget_set_visible (GTK_WIDGET (self->join), self->meeting->conference_url != NULL);

  if (self->meeting->url != NULL)
    page_host = keel_link_get_host (self->meeting->url);
  page_label = page_host != NULL ? g_strdup_printf (_ ("See its page on %s"), page_host) : NULL;
  gtk_button_set_label (self->page, page_label != NULL ? page_label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->page), page_label != NULL);
}

/* What a list says is the list's; what was added by hand is the person's. */
static gboolean
can_edit (KeelMeetingDetails *self)
{
  KeelRepeat repeat;

  return self->series != NULL && self->meeting->list == NULL &&
         keel_typed_meeting_find_repeat (self->series, &repeat);
}

static void
show_following (KeelMeetingDetails *self)
{
  gboolean can_follow = self->meeting->list != NULL && self->meeting->day != KEEL_DAY_BY_APPOINTMENT;
  g_autofree char *leads = self->series != NULL ? keel_lead_list_describe (self->series->leads) : NULL;

  gtk_widget_set_visible (self->edit, can_edit (self));
  gtk_widget_set_visible (self->following, self->series != NULL);
  gtk_widget_set_visible (self->follow, self->series == NULL && can_follow);
  show_text (self->leads, leads);
  gtk_widget_set_visible (self->open_note, self->series != NULL && self->series->open_reminder &&
                                               keel_session_is_protected (self->session));
}

static void
show_all (KeelMeetingDetails *self)
{
  g_autofree char *kind = keel_meeting_facts_describe_kind (self->meeting);

  show_program (self);
  show_text (self->name, self->meeting->name);
  show_text (self->kind, kind);
  show_vanished (self);
  show_when (self);
  show_following (self);
  show_links (self);
  keel_meeting_facts_fill (self->facts, self->meeting, self->sources, self->session);
  show_source (self);
}

static void
set_shown (KeelMeetingDetails *self, KeelMeeting *meeting, KeelSeries *series)
{
  gboolean other = self->meeting != meeting;

  g_set_object (&self->meeting, meeting);
  g_set_object (&self->series, series);
  show_all (self);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* What is shown may have been followed, changed or given up meanwhile. */
static void
series_changed_cb (KeelMeetingDetails *self)
{
  KeelSeries *series = NULL;
  gboolean loses_focus;

  if (self->meeting == NULL)
    return;
  if (self->series != NULL)
    series = keel_session_find_series (self->session, self->series->uuid);
  if (series == NULL)
    series = keel_session_find_followed (self->session, self->meeting);
  if (series == NULL &&
      (self->meeting->list == NULL || (self->series != NULL && self->series->vanished_at > 0)))
    {
      g_signal_emit (self, signals[SIGNAL_GONE], 0);
      return;
    }
  /* The button that was pressed goes away when following begins or ends. */
  loses_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL &&
                (series == NULL) != (self->series == NULL);
  set_shown (self, self->meeting->list == NULL ? series->meeting : self->meeting, series);
  if (loses_focus)
    keel_meeting_details_start (self);
}

static void
say_error (KeelMeetingDetails *self, GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error,
                                                       self->meeting != NULL ? self->meeting->name : NULL);

  keel_say (GTK_WIDGET (self), sentence);
}

static void
say_followed (KeelMeetingDetails *self, KeelSeries *series)
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
  g_autoptr (KeelMeetingDetails) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = keel_session_follow_finish (KEEL_SESSION (source), result, &error);

  if (series != NULL)
    say_followed (self, series);
  else
    say_error (self, error);
}

static void
opened_reminder_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelMeetingDetails) self = data;
  g_autoptr (GError) error = NULL;

  if (!keel_session_change_finish (KEEL_SESSION (source), result, &error))
    say_error (self, error);
}

static void
leads_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelMeetingDetails) self = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    keel_say (GTK_WIDGET (self), _ ("The reminders are saved."));
  else
    say_error (self, error);
}

/* Following keeps everything inside the encryption; what the person allowed comes after it. */
static void
followed_openly_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelMeetingDetails) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) series = keel_session_follow_finish (KEEL_SESSION (source), result, &error);

  if (series == NULL)
    {
      say_error (self, error);
      return;
    }
  say_followed (self, series);
  keel_session_set_reminders_async (KEEL_SESSION (source), series, series->leads, TRUE, opened_reminder_cb,
                                    g_object_ref (self));
}

static void
leads_chosen_cb (KeelReminderDialog *dialog, GArray *leads, gboolean open, KeelMeetingDetails *self)
{
  if (self->series != NULL)
    keel_session_set_reminders_async (self->session, self->series, leads, open, leads_saved_cb,
                                      g_object_ref (self));
  else
    keel_session_follow_async (self->session, self->meeting, leads, open ? followed_openly_cb : followed_cb,
                               g_object_ref (self));
}

static void
ask_for_leads (KeelMeetingDetails *self)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  KeelReminderDialog *dialog;

  if (self->dialog == NULL)
    {
      dialog = keel_reminder_dialog_new (parent, self->meeting, self->series,
                                         keel_session_is_protected (self->session));
      g_signal_connect_object (dialog, "chosen", G_CALLBACK (leads_chosen_cb), self, 0);
      g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
    }
  gtk_window_present (self->dialog);
}

static void
follow_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_for_leads (KEEL_MEETING_DETAILS (widget));
}

static void
unfollow_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelMeetingDetails *self = KEEL_MEETING_DETAILS (widget);

  if (self->series != NULL)
    gtk_widget_activate_action (widget, "win.unfollow", "s", self->series->uuid);
}

static void
add_by_hand_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelMeetingDetails *self = KEEL_MEETING_DETAILS (widget);
  KeelAddMeetingDialog *dialog;

  dialog = keel_add_meeting_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session);
  keel_add_meeting_dialog_fill_in (dialog, self->meeting);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelMeetingDetails *self = KEEL_MEETING_DETAILS (widget);
  KeelAddMeetingDialog *dialog = keel_add_meeting_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              self->session);

  keel_add_meeting_dialog_change (dialog, self->series);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelMeetingDetails) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    keel_say (GTK_WIDGET (self), _ ("No program on this computer opens that link."));
}

/* Links were checked when they were read (keel_link_check); checked once more before one leaves Keel. */
static void
open_link (KeelMeetingDetails *self, const char *text)
{
  g_autofree char *link = keel_link_check (text);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (
      gtk_widget_get_display (GTK_WIDGET (self)));

  if (link != NULL)
    g_app_info_launch_default_for_uri_async (link, G_APP_LAUNCH_CONTEXT (context), NULL, opened_cb,
                                             g_object_ref (self));
}

static void
join_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_link (KEEL_MEETING_DETAILS (widget), KEEL_MEETING_DETAILS (widget)->meeting->conference_url);
}

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_link (KEEL_MEETING_DETAILS (widget), KEEL_MEETING_DETAILS (widget)->meeting->url);
}

static void
keel_meeting_details_dispose (GObject *object)
{
  KeelMeetingDetails *self = KEEL_MEETING_DETAILS (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->series);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_object (&self->meeting);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_meeting_details_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, program_box);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, mark);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, program);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, name);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, kind);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, vanished);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, when);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, their_when);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, next);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, rhythm);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, by_appointment);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, notes_box);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, notes);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, follow);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, following);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, leads);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, open_note);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, change);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, edit);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, join);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, page);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, KeelMeetingDetails, source);
}

static void
keel_meeting_details_class_init (KeelMeetingDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_meeting_details_dispose;

  signals[SIGNAL_GONE] = g_signal_new ("gone", KEEL_TYPE_MEETING_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_PROGRAM_MARK);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-meeting-details.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "details.follow", NULL, follow_cb);
  gtk_widget_class_install_action (widget_class, "details.unfollow", NULL, unfollow_cb);
  gtk_widget_class_install_action (widget_class, "details.add-by-hand", NULL, add_by_hand_cb);
  gtk_widget_class_install_action (widget_class, "details.join", NULL, join_cb);
  gtk_widget_class_install_action (widget_class, "details.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "details.page", NULL, page_cb);
}

static void
keel_meeting_details_init (KeelMeetingDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_meeting_details_set_session (KeelMeetingDetails *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (series_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
keel_meeting_details_show_match (KeelMeetingDetails *self, KeelMatch *match)
{
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  self->sources = g_ptr_array_ref (match->sources);
  set_shown (self, match->meeting, keel_session_find_followed (self->session, match->meeting));
}

void
keel_meeting_details_show_series (KeelMeetingDetails *self, KeelSeries *series)
{
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  set_shown (self, series->meeting, series);
}

void
keel_meeting_details_start (KeelMeetingDetails *self)
{
  if (gtk_widget_get_visible (self->follow))
    gtk_widget_grab_focus (self->follow);
  else if (self->series != NULL)
    gtk_widget_grab_focus (self->change);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

KeelSeries *
keel_meeting_details_get_series (KeelMeetingDetails *self)
{
  return self->series;
}
